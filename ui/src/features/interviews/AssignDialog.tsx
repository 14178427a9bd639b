import { useState, type ReactNode } from "react";
import type { Application, PlanAssessment } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { minutesText } from "../../app/words";
import { Button, Dialog, ErrorState, Loaded, localZone, Select } from "../../kit";
import { tellRemarks } from "./remarks";
import { TimeFields, timeOf } from "./TimeFields";
import styles from "./interviews.module.css";

/** Gives one person one assessment of one application, with a local time and its zone where one is agreed. */
export function AssignDialog({ application, assessments, onClose }: { application: Application; assessments: PlanAssessment[]; onClose: () => void }): ReactNode {
  const people = useRead("personList", []);
  const [assessment, setAssessment] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [starts, setStarts] = useState("");
  const [zone, setZone] = useState<string | null>(localZone());
  const assign = useWrite("interviewAssign", { quietErrors: true, undo: true, onDone: (done) => (onClose(), void tellRemarks(done.value.id)), said: (done) => `${done.value.assessment_title} assigned to ${done.value.person_name}.` });
  const time = timeOf(starts, zone);
  const ready = assessment !== null && person !== null && (starts.trim() === "" || time !== null);
  const submit = () => {
    if (assessment === null || person === null) return;
    assign.mutate([{ application_id: application.id, assessment_id: assessment, person_id: person, starts_local: time?.starts_local ?? null, zone: time?.zone ?? null }]);
  };
  return (
    <Dialog
      title={`Assign an interview of ${application.candidate_name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" onPress={submit} isDisabled={!ready} isPending={assign.isPending}>Assign interview</Button>
        </>
      }
    >
      <Select label="Assessment" value={assessment} onChange={setAssessment} options={assessments.map((a) => ({ id: a.id, label: a.title, hint: minutesText(a.minutes) }))} />
      <Loaded query={people} rows={1}>
        {(list) => <Select label="Person" value={person} onChange={setPerson} options={list.filter((p) => !p.archived).map((p) => ({ id: p.id, label: p.name }))} />}
      </Loaded>
      <p className={styles.note}>Ratings of this application close to this person until they have submitted. Somebody who has already read ratings here is marked "not independent".</p>
      <TimeFields label="Local time, if it is agreed" starts={starts} zone={zone} onStarts={setStarts} onZone={setZone} />
      {assign.error && <ErrorState inset {...describeError(assign.error)} />}
    </Dialog>
  );
}
