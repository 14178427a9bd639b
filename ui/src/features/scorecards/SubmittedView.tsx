import { useState, type ReactNode } from "react";
import type { Rubric, Scorecard } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { LogLines } from "../../app/LogLines";
import { RECOMMENDATIONS } from "../../app/words";
import { Badge, DateText, Level, Loaded, PageBody, percentText, scoreText, Section, Select } from "../../kit";
import styles from "./SubmittedView.module.css";

/** A submitted scorecard, to read: its versions, each rating with anchor, note and citations. */
export function SubmittedView({ versions }: { versions: Scorecard[] }): ReactNode {
  // Until one is chosen the newest is shown, also where it comes in later: an amendment that was just stored.
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = versions.find((card) => card.version === chosen) ?? versions[0];
  const rubric = useRead("rubricShow", [shown?.rubric_id ?? "", shown?.rubric_version ?? 0], { enabled: shown !== undefined });
  if (!shown) return null;
  return (
    <PageBody label="The scorecard as submitted">
      <div className={styles.head}>
        <p>
          Submitted <DateText value={shown.submitted_at} time /> by {shown.interview.person_name}
          {shown.typed_in_by && <> · <Badge tone="warn">typed in by {shown.typed_in_by} for {shown.interview.person_name}</Badge></>}
        </p>
        {versions.length > 1 && (
          <Select label="Version" value={String(shown.version)} onChange={(next) => setChosen(Number(next))} options={versions.map((card) => ({ id: String(card.version), label: `Version ${card.version}`, hint: card.version === versions[0]?.version ? "counts" : "kept" }))} />
        )}
      </div>
      {shown.timing && (
        <p className={styles.amended}>{shown.timing}{shown.amendment_reason && <> Why: {shown.amendment_reason}</>}</p>
      )}
      <dl className={styles.figures}>
        <Figure what="Recommendation" value={RECOMMENDATIONS[shown.recommendation]} />
        <Figure what="Score" value={scoreText(shown.score)} />
        <Figure what="Assessed" value={`${percentText(shown.coverage)} of the rubric's weight`} />
      </dl>
      <Section title="Summary">
        <p className={styles.text}>{shown.summary || <em>No summary was written.</em>}</p>
      </Section>
      <Loaded query={rubric}>{(data) => <Ratings card={shown} rubric={data} />}</Loaded>
      {shown.flags.length > 0 && (
        <Section title="Red flags">
          <ul className={styles.flags}>
            {shown.flags.map((flag) => (
              <li key={flag.flag}><strong>{flag.title}.</strong> {flag.evidence}</li>
            ))}
          </ul>
        </Section>
      )}
      {shown.log.length > 0 && (
        <Section title="From the room" note="What happened while they talked, with its times.">
          <LogLines log={shown.log} />
        </Section>
      )}
    </PageBody>
  );
}

function Figure({ what, value }: { what: string; value: string }): ReactNode {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Ratings({ card, rubric }: { card: Scorecard; rubric: Rubric }): ReactNode {
  return (
    <Section title="Ratings">
      <ol className={styles.ratings}>
        {rubric.criteria.map((criterion) => {
          const rating = card.ratings.find((r) => r.criterion === criterion.id);
          const level = rating?.level ?? null;
          return (
            <li key={criterion.id}>
              <div className={styles.level}><Level level={level} /></div>
              <div>
                <h3 className={styles.criterion}>{criterion.title} <span className={styles.weight}>weight {criterion.weight}%</span></h3>
                {level !== null && level > 0 && <p className={styles.anchor}>{criterion.anchors[level - 1]}</p>}
                <p className={styles.text}>{rating?.note || <em className={styles.weight}>No note.</em>}</p>
                {rating?.citations.map((citation) => (
                  <blockquote key={citation.address} className={styles.citation}>
                    <code>{citation.address}</code>
                    {citation.quote && <p>{citation.quote}</p>}
                  </blockquote>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
