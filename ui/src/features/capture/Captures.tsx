import { useWrite } from "../../app/queries";
import { count } from "../../app/words";
import type { CaptureProgress } from "../../generated/bindings";
import { Button, ButtonLink, ErrorState, formatDateTime, Note, ProgressBar, Row, Section } from "../../kit";
import { dismissCapture, useCaptures } from "./progress";

/** The captures of this session: at work, waiting, stopped, taken in. */
export function Captures() {
  return useCaptures().map((capture) => (
    <Section key={capture.capture_id} title={`${capture.login} on ${capture.host}`}>
      <State capture={capture} />
    </Section>
  ));
}

function State({ capture }: { capture: CaptureProgress }) {
  const cancel = useWrite("captureCancel");
  const dismiss = (
    <Button small kind="quiet" onPress={() => dismissCapture(capture.capture_id)}>
      Dismiss
    </Button>
  );
  if (capture.state === "running") {
    return (
      <>
        <ProgressBar label={waitingText(capture) ?? capture.current} detail={counts(capture)} value={capture.planned > 0 ? capture.done : null} max={capture.planned} />
        <Row>
          <Button small onPress={() => cancel.mutate([capture.capture_id])} isPending={cancel.isPending}>
            Stop capture
          </Button>
          <Note small>You can leave this screen; the capture goes on.</Note>
        </Row>
      </>
    );
  }
  if (capture.state === "failed") {
    return (
      <>
        <ErrorState inset message={capture.error?.message ?? "The capture failed."} hint={capture.error?.hint} />
        <Row>{dismiss}</Row>
      </>
    );
  }
  return (
    <Row>
      <span>{ended(capture)}</span>
      {capture.state !== "cancelled" && (
        <ButtonLink small to={`/import/${capture.capture_id}`}>
          Open the import's report
        </ButtonLink>
      )}
      {capture.state !== "importing" && dismiss}
    </Row>
  );
}

function counts(capture: CaptureProgress): string {
  const unchanged = capture.unchanged > 0 ? ` · ${capture.unchanged} unchanged` : "";
  const leftOut = capture.left_out > 0 ? ` · ${capture.left_out} could not be had` : "";
  return `${capture.done} of ${count(capture.planned, "request")}${unchanged}${leftOut}`;
}

function waitingText(capture: CaptureProgress): string | null {
  if (!capture.waiting_until) return null;
  return `Waiting until ${formatDateTime(capture.waiting_until)}: ${capture.waiting_why}`;
}

function ended(capture: CaptureProgress): string {
  if (capture.state === "cancelled") return "Stopped. What had come is kept; it can go on from there.";
  if (capture.state === "importing") return "Everything has come; it is being taken in.";
  const kept = capture.path ? ` The archive is at ${capture.path}; it is not encrypted.` : "";
  return `Taken in: ${count(capture.done, "answer")}.${kept}`;
}
