import { useState, type ReactNode } from "react";
import { useWrite } from "../../app/queries";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, Columns, Row, Section, TextField } from "../../kit";

/** What a candidate says of themselves, of their own accord: kept apart from their record, and never shown again for one person. */
export function GivenGroups({ candidate }: { candidate: CandidateDetail }): ReactNode {
  const [category, setCategory] = useState("");
  const [group, setGroup] = useState("");
  const give = useWrite("impactGiveGroup", { said: "Kept apart from the record.", onDone: () => setGroup("") });
  const withdraw = useWrite("impactWithdrawGroups", { said: `Whatever ${candidate.name} may have given is taken back.` });
  return (
    <Section title="Groups, given voluntarily" note="To see whether groups fare alike. Only what the candidate gave of their own accord. It is kept under a key apart from the record; no screen, search or export says whether this person gave anything, and sums over five people or more are counted once nobody is under way in the role or fifty who answered have ended, and not shown to anybody who is still rating these candidates.">
      <Columns>
        <TextField label="What they were asked" value={category} onChange={setCategory} placeholder="gender, age, …" />
        <TextField label="What they answered" value={group} onChange={setGroup} description="In the words in which they were asked" />
      </Columns>
      <Row>
        <Button isDisabled={category.trim() === "" || group.trim() === ""} isPending={give.isPending} onPress={() => give.mutate([candidate.id, category.trim(), group.trim()])}>Keep the answer</Button>
        <Button kind="quiet" isPending={withdraw.isPending} onPress={() => withdraw.mutate([candidate.id])}>Take back whatever was given</Button>
      </Row>
    </Section>
  );
}
