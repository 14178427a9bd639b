import { useId, type ReactNode } from "react";
import type { ImpactPart, ImpactReport } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { useStageTitle } from "../../app/StageName";
import { Disclosure, Loaded, Note, PageBody, Scroll, Section, Stack } from "../../kit";
import { DotPlot } from "../../kit/charts/DotPlot";
import { Figure } from "../../kit/charts/Figure";
import { PlainTable } from "../../kit/charts/PlainTable";
import { comparisonTable, groupRows, groupTable, partKey, partTitle } from "./fairness";
import styles from "./FairnessPart.module.css";
import { TotalsSection } from "./TotalsSection";

/** Whether groups fare alike in a role, from imported totals and from what candidates gave of their own accord. */
export function FairnessPart({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("impactReport", [roleId]);
  return (
    <Loaded query={query} rows={6}>
      {(report) => (
        <Scroll>
          <PageBody>
            <p className={styles.lead}>{report.note}</p>
            <Parts roleId={roleId} report={report} />
            <TotalsSection roleId={roleId} />
          </PageBody>
        </Scroll>
      )}
    </Loaded>
  );
}

function Parts({ roleId, report }: { roleId: string; report: ImpactReport }): ReactNode {
  return (
    <>
      <Section title="From imported totals">
        {report.imported.length === 0 ? <Note>None for this role. Totals hold no names: how many of each group came to a stage, and how many passed.</Note> : <PartList roleId={roleId} parts={report.imported} />}
      </Section>
      <Section title="From what candidates gave themselves">
        <Note>{report.voluntary_note} What a candidate gives is kept apart from their record, on their Privacy tab; it is shown as sums over five people or more, and not to anybody who is still rating these candidates.</Note>
        {report.voluntary.length > 0 && <PartList roleId={roleId} parts={report.voluntary} />}
      </Section>
    </>
  );
}

function PartList({ roleId, parts }: { roleId: string; parts: ImpactPart[] }): ReactNode {
  const stage = useStageTitle(roleId);
  return (
    <Stack>
      {parts.map((part) => <OnePart key={partKey(part)} part={part} title={partTitle(part, stage)} />)}
    </Stack>
  );
}

/** Shares in per cent. */
const SHARES = [0, 100] as const;

function OnePart({ part, title }: { part: ImpactPart; title: string }): ReactNode {
  if (part.groups.length === 0) {
    return (
      <div>
        <h3 className={styles.title}>{title}</h3>
        <Note>{part.sentence}</Note>
      </div>
    );
  }
  return (
    <Figure title={title} note={part.sentence || undefined} table={groupTable(part)}>
      <ul className={styles.list}>
        {part.comparisons.map((one) => (
          <li key={one.group}><strong>{one.group} against {one.reference}:</strong> {one.sentence} {one.one_person_more?.sentence}</li>
        ))}
      </ul>
      <DotPlot label={`Share that passed, ${title}`} nameHead="Group" rows={groupRows(part)} domain={SHARES} heads={["Passed", "Share"]} />
      {part.comparisons.length > 0 && <Exact part={part} title={title} />}
    </Figure>
  );
}

function Exact({ part, title }: { part: ImpactPart; title: string }): ReactNode {
  const id = useId();
  return (
    <Disclosure title={<span id={id}>Exact figures<span className="visually-hidden"> of {title}</span></span>}>
      <PlainTable labelledBy={id} table={comparisonTable(part.comparisons)} />
    </Disclosure>
  );
}
