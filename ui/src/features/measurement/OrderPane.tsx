import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { capitalised } from "../../app/words";
import type { OrderRow } from "../../generated/bindings";
import { BigFigure, Disclosure, Inspector, percentText, scoreText, SumTable } from "../../kit";
import { intervalText, UNSURE } from "./figures";
import styles from "./Measurement.module.css";
import type { ShowRatings } from "./OrderPart";
import { apartSentence, type Placed } from "./order";

/** What stands behind one candidate's place: both scores with their parts, then the ratings and notes. */
export function OrderPane({ list, at, planVersion, ratings, onClose }: { list: Placed[]; at: number; planVersion: number; ratings: ShowRatings; onClose: () => void }): ReactNode {
  const row = list[at]?.row;
  if (!row) return null;
  const apart = apartSentence(list, at);
  return (
    <Inspector title={row.candidate_name} onClose={onClose}>
      <p><Link to="/candidates/$candidateId" params={{ candidateId: row.candidate_id }}>Open candidate</Link></p>
      <Scores row={row} />
      <p>{apart ? `${capitalised(apart)}.` : "Told apart from everybody else who has a score."} {percentText(row.coverage)} of the plan's weight is assessed.</p>
      <Parts row={row} />
      <p className={styles.muted}>{row.sentence}</p>
      <Disclosure title="The ratings and notes under it">{ratings(row.application_id, planVersion)}</Disclosure>
    </Inspector>
  );
}

function Scores({ row }: { row: OrderRow }): ReactNode {
  const interval = row.interval ? `, 95% interval ${intervalText(row.interval)}` : row.raw === null ? "" : `, ${UNSURE}`;
  return (
    <div>
      <BigFigure>{scoreText(row.raw)} <span className={styles.beside}>plain{row.corrected === null && interval}</span></BigFigure>
      {row.corrected === null ? <p className={styles.muted}>Not corrected for the raters' severity.</p> : <BigFigure>{scoreText(row.corrected)} <span className={styles.beside}>corrected{interval}</span></BigFigure>}
    </div>
  );
}

function Parts({ row }: { row: OrderRow }): ReactNode {
  return (
    <SumTable heads={["Assessment", "Weight", "Plain", "Corrected", "±"]}>
      {row.parts.map((part) => (
        <tr key={part.assessment_id}>
          <th scope="row">{part.title}</th>
          <td>{percentText(part.weight)}</td>
          {part.raw === null ? <td colSpan={3}><em>not assessed</em></td> : <><td>{scoreText(part.raw, 2)}</td><td>{part.corrected === null ? <em>no</em> : scoreText(part.corrected, 2)}</td><td>{part.sd === null ? <em>unknown</em> : scoreText(part.sd, 2)}</td></>}
        </tr>
      ))}
    </SumTable>
  );
}
