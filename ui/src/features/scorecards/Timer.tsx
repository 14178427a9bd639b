import { useEffect, useState, type ReactNode } from "react";
import { Button } from "../../kit";
import { boxText } from "./clock";
import styles from "./Timer.module.css";

/** A clock for the time box; it starts when asked and only shows, it never ends anything. */
export function Timer({ minutes }: { minutes: number }): ReactNode {
  const [since, setSince] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return undefined;
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, [since]);
  const start = () => {
    setNow(Date.now());
    setSince(Date.now());
  };
  return (
    <div className={styles.timer}>
      <span>{since === null ? `Time box: ${minutes} min` : timeOf((now - since) / 1000, minutes)}</span>
      <Button small kind="quiet" onPress={since === null ? start : () => setSince(null)}>
        {since === null ? "Start the clock" : "Stop"}
      </Button>
    </div>
  );
}

function timeOf(seconds: number, minutes: number): string {
  const { run, over } = boxText(seconds, minutes);
  return over ? `${run}, ${over}` : run;
}
