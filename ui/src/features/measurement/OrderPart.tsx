import { useState, type ReactNode } from "react";
import type { RoleDetail, RoleOrder } from "../../generated/bindings";
import { PlanVersionSelect } from "../../app/PlanVersionSelect";
import { useRead } from "../../app/queries";
import { ButtonLink, Disclosure, EmptyState, Loaded, Note, PageBody, RadioGroup, Scroll } from "../../kit";
import { DotLegend } from "../../kit/charts/DotMarks";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { SCORES } from "../../kit/charts/scale";
import { FurtherSection } from "./FurtherSection";
import styles from "./Measurement.module.css";
import { NeighbourSection } from "./NeighbourSection";
import { orderHeads, orderRows, orderTable, placed, rankingBy, type OrderBy, type Placed } from "./order";
import { OrderPane } from "./OrderPane";
import { PartHead } from "./PartHead";
import { SeveritySection } from "./SeveritySection";

/** Where the ratings and notes behind an application's score are shown, handed in from outside. */
export type ShowRatings = (applicationId: string, planVersion: number) => ReactNode;

type PartProps = { role: RoleDetail; ratings: ShowRatings };

/** How sure the order is: plain and corrected side by side, who is not told apart, how strict the raters are. */
export function OrderPart({ role, ratings }: PartProps): ReactNode {
  const [version, setVersion] = useState<number | null>(null);
  const query = useRead("measureOrder", [role.summary.id, version], { keepPrevious: true });
  return (
    <Loaded query={query} rows={8}>
      {(order) => (order.rows.length === 0 && order.left_out.closed === 0 ? <Nothing roleId={role.summary.id} /> : <OneOrder role={role} ratings={ratings} order={order} versions={<PlanVersionSelect versions={role.plan_versions} shown={version ?? order.plan_version} onVersion={setVersion} />} />)}
    </Loaded>
  );
}

function Nothing({ roleId }: { roleId: string }): ReactNode {
  return (
    <EmptyState title="Nobody to put in order yet" action={<ButtonLink to={`/roles/${roleId}?tab=pipeline`}>Go to the pipeline</ButtonLink>}>
      The order stands here as scorecards of this role come in, with how sure it is.
    </EmptyState>
  );
}

function OneOrder({ role, order, ratings, versions }: PartProps & { order: RoleOrder; versions: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<string | null>(null);
  const [chosen, setChosen] = useState<OrderBy>("plain");
  const by = order.corrected ? chosen : "plain";
  const list = placed(order, by);
  const at = list.findIndex(({ row }) => row.application_id === opened);
  const nameOf = (id: string) => order.rows.find((row) => row.application_id === id)?.candidate_name ?? "somebody";
  return (
    <div className={styles.split}>
      <Scroll>
        <PageBody>
          <PartHead sentence={order.sentence} leftOut={order.left_out} aside={role.plan_versions.length > 1 && versions} />
          {list.length > 0 && <Scores order={order} list={list} by={by} onBy={setChosen} opened={opened} onOpen={setOpened} />}
          <NeighbourSection ranking={rankingBy(order, by)} by={by} />
          {order.plan_version === role.plan.version && <FurtherSection roleId={role.summary.id} />}
          <SeveritySection assessments={order.assessments} nameOf={nameOf} />
          <Disclosure title="What the totals take for granted"><Note>{order.assumption}</Note></Disclosure>
        </PageBody>
      </Scroll>
      {at >= 0 && <OrderPane key={opened} list={list} at={at} planVersion={order.plan_version} ratings={ratings} onClose={() => setOpened(null)} />}
    </div>
  );
}

const BY: { id: OrderBy; label: string }[] = [
  { id: "plain", label: "In the order of the plain scores" },
  { id: "corrected", label: "In the order of the corrected scores" },
];

type ScoresProps = { order: RoleOrder; list: Placed[]; by: OrderBy; onBy: (by: OrderBy) => void; opened: string | null; onOpen: (id: string) => void };

function Scores({ order, list, by, onBy, opened, onOpen }: ScoresProps): ReactNode {
  const corrected = order.corrected !== null;
  return (
    <Figure
      main
      title="Plain and corrected scores"
      note="Plain is the weighted mean of the ratings. Corrected takes into account that some raters are stricter than others. A bracket at the left joins candidates who are not told apart."
      table={orderTable(list)}
      legend={<DotLegend items={corrected ? [{ look: "diamond", words: "plain", alone: true }, { look: "dot", words: "corrected for the raters' severity, with its 95% interval" }] : [{ look: "diamond", words: "plain, with its 95% interval" }]} />}
    >
      {corrected && <RadioGroup label="Order of the candidates" hideLabel across value={by} onChange={onBy} options={BY} />}
      <DotPlot label="Candidates, best first" nameHead="Candidate" rows={orderRows(list, corrected)} domain={SCORES} heads={orderHeads(corrected)} onOpen={onOpen} openId={opened} />
    </Figure>
  );
}
