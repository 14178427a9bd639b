import { useState } from "react";
import { useKept } from "../../app/kept";
import { useWrite } from "../../app/queries";
import { count } from "../../app/words";
import type { AddedSubmission, Sheet } from "../../generated/bindings";
import { Button, Form, Note, Section, Select, showToast, Stack, TextArea, TextField } from "../../kit";
import { ChosenFiles } from "./ChosenFiles";
import { isEmpty, minutesOf, newSubmission, NOTHING } from "./submission";

/** Takes in what a candidate handed in: a field for each question of the kit, or one text; files and folders. `onAdded` is told the first part that came in. */
export function AddSubmission({ sheets, onClose, onAdded }: { sheets: Sheet[]; onClose: () => void; onAdded: (part: string | null) => void }) {
  const [key, setKey] = useState(keyOf(sheets[0]));
  const [handing, setHanding, discard] = useKept(`submission ${sheets[0]?.application_id}`, NOTHING);
  const close = () => {
    discard();
    onClose();
  };
  const sheet = sheets.find((one) => keyOf(one) === key) ?? sheets[0];
  const add = useWrite("submissionAdd", { quietErrors: true, onDone: ({ value }) => (tell(value), onAdded(value.submission.parts[0]?.id ?? null), close()) });
  if (!sheet) return null;
  const made = newSubmission(sheet, handing);
  const oddMinutes = handing.minutes.trim() !== "" && minutesOf(handing.minutes) === null;
  const answer = (question: string, text: string) => setHanding({ ...handing, answers: { ...handing.answers, [question]: text } });
  return (
    <Section title="Add a submission" note="Exactly as the candidate wrote it. Their name is not needed: it is hidden again where answers are marked side by side.">
      <Form action="Add submission" onSubmit={() => add.mutate([made])} isPending={add.isPending} isDisabled={isEmpty(made) || oddMinutes} error={add.error} beside={<Button onPress={close}>{handing === NOTHING ? "Cancel" : "Throw away"}</Button>}>
        <Stack form>
          <Select label="Handed in for" value={keyOf(sheet)} onChange={setKey} options={sheets.map((one) => ({ id: keyOf(one), label: one.title, hint: one.role_title }))} />
          <TextField label="Time taken, in minutes" value={handing.minutes} onChange={(minutes) => setHanding({ ...handing, minutes })} placeholder="Not told" error={oddMinutes ? "Give whole minutes, or leave it empty." : undefined} />
        </Stack>
        {sheet.questions.map((question, index) => (
          <TextArea key={question.id} label={`${index + 1}. ${question.title}`} value={handing.answers[question.id] ?? ""} onChange={(text) => answer(question.id, text)} rows={3} />
        ))}
        {sheet.questions.length > 0 ? (
          <Note>A question left empty counts as left out: not assessed, not rated low.</Note>
        ) : (
          <TextArea label="Text" description="A review, a design, an answer: whatever stands in no file." value={handing.text} onChange={(text) => setHanding({ ...handing, text })} rows={10} />
        )}
        <ChosenFiles paths={handing.paths} onChange={(paths) => setHanding({ ...handing, paths })} />
      </Form>
    </Section>
  );
}

function keyOf(sheet: Sheet | undefined): string {
  return sheet ? `${sheet.application_id}/${sheet.assessment_id}` : "";
}

/** Says what came in, and what of the files did not. */
function tell(added: AddedSubmission) {
  const left = added.files.filter((file) => file.outcome === "refused");
  const named = added.files.filter((file) => file.outcome === "named");
  const told = [...left, ...named].map((file) => `${file.name}: ${file.reason}`).join("; ");
  const message = added.known ? "The same is here already: nothing has changed." : `${count(added.submission.parts.length, "part")} came in${left.length > 0 ? `, ${left.length} left out` : ""}.`;
  showToast({ message, hint: told || undefined, tone: left.length > 0 ? "bad" : "plain" });
}
