import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import type { FeedbackOptions, FeedbackPart } from "../../generated/bindings";
import { Checkbox, Loaded, Note, Stack } from "../../kit";
import styles from "./Dossiers.module.css";

type Choices = { options: FeedbackOptions; onChange: (options: FeedbackOptions) => void };

/** What a candidate's feedback speaks of, criterion by criterion, and whether the raters' notes are in it. */
export function FeedbackChoices({ applicationId, options, onChange }: Choices & { applicationId: string }): ReactNode {
  const query = useRead("dossierFeedbackParts", [applicationId]);
  return (
    <Stack tight>
      <Loaded query={query} rows={4}>
        {(parts) => parts.map((part) => <Part key={part.assessment_id} part={part} options={options} onChange={onChange} />)}
      </Loaded>
      <Checkbox isSelected={options.with_notes} onChange={(with_notes) => onChange({ ...options, with_notes })}>
        With the raters’ notes
      </Checkbox>
      <Note small>Nobody else is named. Notes leave out the names of your people and of other candidates, but may name others: read the text before you hand it over.</Note>
    </Stack>
  );
}

function Part({ part, options, onChange }: Choices & { part: FeedbackPart }): ReactNode {
  const choose = (key: string, isIn: boolean) => {
    const others = options.leave_out.filter((one) => one !== key);
    onChange({ ...options, leave_out: isIn ? others : [...others, key] });
  };
  return (
    <fieldset className={styles.criteria}>
      <legend>{part.title}</legend>
      {part.criteria.map((one) => (
        <Checkbox key={one.key} isSelected={!options.leave_out.includes(one.key)} onChange={(isIn) => choose(one.key, isIn)}>
          {one.title}
          {!one.assessed && " (not assessed)"}
          {one.in_general && " (in general words: its rubric has none for candidates)"}
        </Checkbox>
      ))}
    </fieldset>
  );
}
