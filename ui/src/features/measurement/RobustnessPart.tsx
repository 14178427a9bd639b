import { useState, type ReactNode } from "react";
import type { RoleDetail, RoleRobustness } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Button, ButtonLink, Disclosure, EmptyState, Loaded, Note, PageBody, Scroll, Section } from "../../kit";
import { joinNames } from "../../kit/charts/brackets";
import { WeightSliders } from "../../kit/charts/WeightSliders";
import { useDebounced } from "../../kit/useDebounced";
import { rebalance } from "../../kit/weights";
import { Acceptability } from "./Acceptability";
import { Before } from "./Before";
import styles from "./Measurement.module.css";
import { PartHead } from "./PartHead";
import { asPlanWeights, dominance, ownWeights, triedOrder, triedSentence } from "./robust";
import { TriedOrder } from "./TriedOrder";

/** Whether the order would survive other weights. */
export function RobustnessPart({ role }: { role: RoleDetail }): ReactNode {
  const query = useRead("measureRobustness", [role.summary.id]);
  return (
    <Loaded query={query} rows={8}>
      {(found) => (
        <Scroll>
          {found.rows.length < 2 ? (
            <TooFew found={found} roleId={role.summary.id} />
          ) : found.assessments.length < 2 ? (
            <OneAssessment found={found} roleId={role.summary.id} />
          ) : (
            <PageBody>
              <PartHead sentence={found.sentence} leftOut={found.left_out}>
                {found.incomplete.length > 0 && <Note>Left out, because an assessment of theirs has no score yet: {joinNames(found.incomplete)}.</Note>}
              </PartHead>
              <Trying key={found.assessments.map((one) => one.weight).join()} role={role} found={found} />
              <Acceptability found={found} />
              <Before found={found} />
              <Dominance found={found} />
            </PageBody>
          )}
        </Scroll>
      )}
    </Loaded>
  );
}

function TooFew({ found, roleId }: { found: RoleRobustness; roleId: string }): ReactNode {
  return (
    <EmptyState title="Fewer than two candidates to weigh" action={<ButtonLink to={`/roles/${roleId}?tab=debrief`}>Go to the debrief</ButtonLink>}>
      <p>Weights can be tried as soon as two candidates have a score in every assessment that anybody has been scored in.</p>
      <Left found={found} />
    </EmptyState>
  );
}

/** With one assessment every weighting is the same: shares of weightings and sliders would say nothing. */
function OneAssessment({ found, roleId }: { found: RoleRobustness; roleId: string }): ReactNode {
  return (
    <EmptyState title="One assessment's weight cannot change an order" action={<ButtonLink to={`/roles/${roleId}?tab=interviews`}>Go to the interviews</ButtonLink>}>
      <p>{found.sentence}</p>
      <Left found={found} />
    </EmptyState>
  );
}

function Left({ found }: { found: RoleRobustness }): ReactNode {
  return (
    <>
      {found.incomplete.length > 0 && <p>Not yet: {joinNames(found.incomplete)}.</p>}
      {found.left_out.sentence && <p>{found.left_out.sentence}</p>}
    </>
  );
}

/** How long a slider has to stand still before the program is asked who is told apart, in milliseconds. */
const STILL = 150;

function Trying({ role, found }: { role: RoleDetail; found: RoleRobustness }): ReactNode {
  const own = ownWeights(found);
  const [weights, setWeights] = useState(own);
  const asked = useDebounced(weights, STILL);
  const sure = useRead("measureWeights", [role.summary.id, asPlanWeights(role.plan.assessments, found, asked)]);
  const rows = triedOrder(found, weights, asked === weights ? sure.data : undefined);
  const trying = weights.some((weight, i) => weight !== own[i]);
  const sliders = found.assessments.map((one, i) => ({
    id: one.assessment_id, title: one.title, weight: weights[i] ?? 0, was: own[i] ?? 0, free: percents(one.first_stays), fixed: percents(one.order_stays),
  }));
  return (
    <Section title="Try other weights" note="Move a weight and the others give or take in proportion. The stretch under a slider is how far that weight can go from the plan's before somebody else is first, the darker part of it before the order changes: before two candidates change places, or two who are level no longer are.">
      <WeightSliders weights={sliders} onWeight={(index, weight) => setWeights(rebalance(weights.map((w) => ({ weight: w })), index, weight).map((w) => w.weight))} />
      <div className={styles.trying} role="status">
        <span>{triedSentence(rows)} {trying && "These weights are being tried and are not stored."}</span>
        {trying && <Button small onPress={() => setWeights(own)}>Back to the plan's weights</Button>}
      </div>
      <TriedOrder rows={rows} />
    </Section>
  );
}

function percents([from, to]: readonly [number, number]): readonly [number, number] {
  return [from * 100, to * 100];
}

function Dominance({ found }: { found: RoleRobustness }): ReactNode {
  const pairs = dominance(found);
  return (
    <Disclosure title="Who is ahead whatever the weights">
      {pairs.length === 0 ? <Note>Nobody is at least as good as another in every assessment: each order depends on the weights.</Note> : (
        <ul className={styles.list}>
          {pairs.map(([ahead, behind]) => <li key={`${ahead}-${behind}`}>{ahead} is at least as good as {behind} in every assessment, and better in one.</li>)}
        </ul>
      )}
    </Disclosure>
  );
}
