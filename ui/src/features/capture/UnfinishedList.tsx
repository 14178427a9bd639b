import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import type { UnfinishedCapture } from "../../generated/bindings";
import { Button, Row, Section } from "../../kit";
import { useCaptures } from "./progress";

/** Captures that were stopped or broke off: each can go on, or be thrown away. */
export function UnfinishedList({ onGoOn }: { onGoOn: (capture: UnfinishedCapture) => void }) {
  const unfinished = useRead("captureUnfinished", []);
  const discard = useWrite("captureDiscard", { onDone: () => void unfinished.refetch(), said: "Nothing is left of it." });
  const running = useCaptures().filter((capture) => capture.state === "running");
  const rows = (unfinished.data ?? []).filter((one) => !running.some((other) => other.login === one.login && other.host === one.host));
  if (rows.length === 0) return null;
  return (
    <Section title="Not finished" note="What has come lies on this machine, not encrypted, until the capture is finished or thrown away.">
      {rows.map((one) => (
        <Row key={`${one.login}@${one.host}`}>
          <span>
            {one.login} on {one.host}, {count(one.answers, "answer")} so far
          </span>
          <Button small onPress={() => onGoOn(one)}>
            Go on
          </Button>
          <Button small kind="danger" onPress={() => discard.mutate([one.login, one.host])} isPending={discard.isPending}>
            Throw away {count(one.answers, "answer")}
          </Button>
        </Row>
      ))}
    </Section>
  );
}
