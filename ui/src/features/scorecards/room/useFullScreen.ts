import { useEffect, useState } from "react";
import { call } from "../../../app/call";

/** Interview mode fills the screen while it is shown; the window is as before when it is left. A system that refuses changes nothing. */
export function useFullScreen(): { full: boolean; setFull: (on: boolean) => void } {
  const [full, setFull] = useState(true);
  useEffect(() => {
    ask(full);
  }, [full]);
  useEffect(() => () => ask(false), []);
  return { full, setFull };
}

function ask(on: boolean) {
  call("windowFullScreen", on).catch(() => undefined);
}
