import { useState, type ReactNode } from "react";
import type { ExplainedCriterion, PlanAssessment, Scorecard, Side, SideBySide } from "../../generated/bindings";
import { StageName } from "../../app/StageName";
import { optionsOf, RECOMMENDATIONS } from "../../app/words";
import { Button, classes, icons, Level, percentText, rangeText, scoreText } from "../../kit";
import styles from "./Beside.module.css";
import { isPart } from "./cellText";
import { CellText, fill } from "./CompetencyTable";
import { DebriefLink } from "./Disagreement";

/** Candidates as columns: how sure their order is, totals, competencies, and every assessment down to each rater's note. */
export function BesideTable({ found }: { found: SideBySide }): ReactNode {
  const { sides, plan } = found;
  const [open, setOpen] = useState<string[]>([]);
  const all = open.length === plan.assessments.length;
  return (
    <>
      <ul className={styles.pairs}>{found.pairs.map((pair) => <li key={pair}>{pair}</li>)}</ul>
      <div className={styles.wide}>
        <table className={styles.table} style={{ minWidth: 168 + sides.length * 184 }}>
          <caption className="visually-hidden">Candidates side by side</caption>
          <thead>
            <tr>
              <td><Button small onPress={() => setOpen(all ? [] : plan.assessments.map((one) => one.id))}>{all ? "Fold the notes" : "Open all notes"}</Button></td>
              {sides.map((side) => (
                <th key={side.row.application_id} scope="col">
                  <DebriefLink roleId={found.role_id} applicationId={side.row.application_id}>{side.row.candidate_name}</DebriefLink>
                  <span className={styles.small}><StageName roleId={found.role_id} stage={side.row.stage} /></span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Line title="Total" sides={sides} render={(side) => <><strong className={styles.big}>{scoreText(side.row.score)}</strong><span className={styles.small}>{side.row.corrected !== null && `corrected ${scoreText(side.row.corrected)} · `}{side.row.interval && `95%${side.row.corrected === null ? "" : " of it"}: ${rangeText(side.row.interval)} · `}{percentText(side.row.coverage)} assessed</span></>} />
            <Line title="Recommended" sides={sides} render={(side) => recommended(side)} />
            <Line title="Red flags" sides={sides} render={(side) => (side.flags.length === 0 ? <span className={styles.small}>none raised</span> : <ul>{side.flags.map((flag) => <li key={`${flag.scorecard_id} ${flag.flag}`}><strong>{flag.title}</strong> <span className={styles.small}>{flag.person}: {flag.evidence}</span></li>)}</ul>)} />
          </tbody>
          <tbody>
            <tr><th scope="rowgroup" colSpan={sides.length + 1} className={styles.group}>Competencies</th></tr>
            {found.competencies.map((one, at) => (
              <Line key={one.slug} title={one.title} sides={sides} render={(side) => {
                const cell = side.competencies.cells[at];
                return cell && <span className={classes(styles.heat, fill(cell))}><CellText cell={cell} /></span>;
              }} />
            ))}
          </tbody>
          {plan.assessments.map((one) => (
            <Assessment key={one.id} one={one} sides={sides} isOpen={open.includes(one.id)} onToggle={() => setOpen(open.includes(one.id) ? open.filter((id) => id !== one.id) : [...open, one.id])} />
          ))}
        </table>
      </div>
    </>
  );
}

function Line({ title, sides, render }: { title: ReactNode; sides: Side[]; render: (side: Side) => ReactNode }): ReactNode {
  return (
    <tr>
      <th scope="row">{title}</th>
      {sides.map((side) => <td key={side.row.application_id}>{render(side)}</td>)}
    </tr>
  );
}

/** One assessment: its scores, and unfolded each criterion with every rater's note. */
function Assessment({ one, sides, isOpen, onToggle }: { one: PlanAssessment; sides: Side[]; isOpen: boolean; onToggle: () => void }): ReactNode {
  const partOf = (side: Side) => side.explanation.parts.find((part) => part.assessment_id === one.id);
  const criteria = sides.map(partOf).find((part) => part)?.criteria ?? [];
  return (
    <tbody>
      <tr className={styles.head}>
        <th scope="row">
          <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={onToggle}>{isOpen ? icons.down : icons.right}<span>{one.title} <span className={styles.weight}>{one.weight}%</span></span></button>
        </th>
        {sides.map((side) => {
          const part = partOf(side);
          return <td key={side.row.application_id}>{part?.score == null ? <em className={styles.small}>not assessed</em> : <><strong>{scoreText(part.score)}</strong> <span className={styles.small}>{isPart(part.coverage) && `${percentText(part.coverage)} assessed · `}{byRater(part.scorecards)}</span></>}</td>;
        })}
      </tr>
      {isOpen && criteria.map((criterion) => (
        <Line key={criterion.criterion} title={<span className={styles.criterion}>{criterion.title}</span>} sides={sides} render={(side) => <Notes criterion={partOf(side)?.criteria.find((other) => other.criterion === criterion.criterion)} />} />
      ))}
    </tbody>
  );
}

function Notes({ criterion }: { criterion: ExplainedCriterion | undefined }): ReactNode {
  if (!criterion || criterion.ratings.length === 0) return <em className={styles.small}>not assessed</em>;
  return (
    <ul className={styles.notes}>
      {criterion.ratings.map((rating) => (
        <li key={rating.person}><Level level={rating.level ?? 0} /> <span><strong>{rating.person}</strong> {rating.note || <em className={styles.small}>No note.</em>}</span></li>
      ))}
    </ul>
  );
}

/** How often each recommendation was given, the highest first. */
function recommended(side: Side): ReactNode {
  const cards = side.explanation.parts.flatMap((part) => part.scorecards);
  if (cards.length === 0) return <em className={styles.small}>no scorecard is in</em>;
  const steps = optionsOf(RECOMMENDATIONS).reverse().map((step) => ({ ...step, count: cards.filter((card) => card.recommendation === step.id).length }));
  return steps.filter((step) => step.count > 0).map((step) => `${step.count} ${step.label.toLowerCase()}`).join(", ");
}

/** What the raters of one assessment recommend. */
function byRater(cards: Scorecard[]): string {
  return cards.map((card) => `${card.interview.person_name}: ${RECOMMENDATIONS[card.recommendation].toLowerCase()}`).join(", ");
}
