import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Application, Stage } from "../../generated/bindings";
import { STAGES } from "../../app/words";
import { DateText, Select } from "../../kit";
import { otherStages } from "./board";
import styles from "./PipelineTab.module.css";

/** One application: its stage, its interviews, and how it came here. */
export function ApplicationPane({ application, onMove, children }: { application: Application; onMove: (application: Application, stage: Stage) => void; children: ReactNode }): ReactNode {
  const options = [application.stage, ...otherStages(application.stage)].map((stage) => ({ id: stage, label: STAGES[stage] }));
  return (
    <>
      <p><Link to="/candidates/$candidateId" params={{ candidateId: application.candidate_id }}>Open candidate</Link></p>
      <Select label="Stage" value={application.stage} onChange={(stage) => stage !== application.stage && onMove(application, stage)} options={options} />
      {children}
      <section>
        <h3 className={styles.paneHead}>How it came here</h3>
        <ol className={styles.history}>
          {application.history.map((move) => (
            <li key={`${move.at}-${move.to}`}>
              {move.from ? `${STAGES[move.from]} → ${STAGES[move.to]}` : STAGES[move.to]}
              <span className={styles.since}>{move.by}, <DateText value={move.at} />{move.reason && `: ${move.reason}`}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
