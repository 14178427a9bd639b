import { useState, type ReactNode } from "react";
import type { OwnConsistency, RetestItem } from "../../generated/bindings";
import { useRead, useWrite } from "../../app/queries";
import { count } from "../../app/words";
import { Button, ButtonLink, ConfirmDialog, Loaded, Note, Row, Section } from "../../kit";
import { PlainTable } from "../../kit/charts/PlainTable";
import { consistencyTable } from "./mirror";

/** So many scorecards are taken at a time. */
const MOST = 5;

/** One's own consistency: the same work marked again, blind and shuffled, after some days. */
export function ConsistencySection(): ReactNode {
  const query = useRead("retestConsistency", []);
  return (
    <Section title="Your own consistency" note="Mark own scorecards of some days ago again, in another order and without your first marking, and see how often you give the same level. Nobody but you sees it, and it counts in no score.">
      <Loaded query={query} rows={3}>{(found) => <Consistency found={found} />}</Loaded>
    </Section>
  );
}

function Consistency({ found }: { found: OwnConsistency }): ReactNode {
  return (
    <>
      <p>{found.all.sentence}</p>
      {found.scorecards > 0 && (
        <>
          <span id="own-consistency" className="visually-hidden">Your own consistency</span>
          <PlainTable labelledBy="own-consistency" table={consistencyTable(found)} />
        </>
      )}
      {found.open > 0 ? <Open /> : <Begin found={found} />}
    </>
  );
}

function Begin({ found }: { found: OwnConsistency }): ReactNode {
  const begin = useWrite("retestBegin");
  if (found.can_begin === 0) return <Note>No scorecard of yours is older than seven days and not yet marked again. What is fresh in memory says nothing about consistency.</Note>;
  const taken = Math.min(MOST, found.can_begin);
  return (
    <>
      <Note>{count(found.can_begin, "scorecard")} of yours can be marked again. While you do, these applications are closed to you, as with an open interview.</Note>
      <Row><Button isPending={begin.isPending} onPress={() => begin.mutate([MOST])}>Mark {count(taken, "scorecard")} again</Button></Row>
    </>
  );
}

function Open(): ReactNode {
  const query = useRead("retestOpen", []);
  const [stopping, setStopping] = useState(false);
  const stop = useWrite("retestStop", { said: (done) => `${count(done.value, "scorecard")} given up; the applications are open to you again.`, onDone: () => setStopping(false) });
  return (
    <Loaded query={query} rows={2}>
      {(items) => (
        <>
          <Note>Still to mark again: {items.map(itemText).join("; ")}.</Note>
          <Row>
            {items[0] && <ButtonLink kind="main" to={`/mirror/again/${items[0].interview.id}`}>Mark the next one again</ButtonLink>}
            <Button kind="quiet" onPress={() => setStopping(true)}>Give up…</Button>
          </Row>
          <ConfirmDialog title="Give up marking again?" isOpen={stopping} onClose={() => setStopping(false)} confirmLabel="Give up" isPending={stop.isPending} onConfirm={() => stop.mutate([])}>
            <p>{count(items.length, "scorecard")} will not be marked again for now, and can be taken another time. What you have marked stays.</p>
          </ConfirmDialog>
        </>
      )}
    </Loaded>
  );
}

function itemText({ interview }: RetestItem): string {
  return `${interview.assessment_title} of ${interview.candidate_name}`;
}
