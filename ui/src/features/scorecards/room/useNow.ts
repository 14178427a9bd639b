import { useEffect, useState } from "react";

/** The time, in milliseconds, anew every second while something runs; what is shown by it starts from the log, not from here. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
