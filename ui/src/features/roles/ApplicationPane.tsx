import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Application, RoleStage, Stage } from "../../generated/bindings";
import { END_REASONS } from "../../app/words";
import { stagesToMoveTo, stageTitle } from "../../app/stages";
import { DateText, Select } from "../../kit";
import styles from "./PipelineTab.module.css";

/** One application: its stage, its interviews, and how it came here. */
export function ApplicationPane({ application, pipeline, onMove, children }: { application: Application; pipeline: RoleStage[]; onMove: (applications: Application[], stage: Stage) => void; children: ReactNode }): ReactNode {
  const options = [application.stage, ...stagesToMoveTo(pipeline, [application.stage])].map((stage) => ({ id: stage, label: stageTitle(pipeline, stage) }));
  return (
    <>
      <p><Link to="/candidates/$candidateId" params={{ candidateId: application.candidate_id }}>Open candidate</Link></p>
      <Select label="Stage" value={application.stage} onChange={(stage) => stage !== application.stage && onMove([application], stage)} options={options} />
      {children}
      <section>
        <h3 className={styles.paneHead}>How it came here</h3>
        <ol className={styles.history}>
          {application.history.map((move) => (
            <li key={`${move.at}-${move.to}`}>
              {move.from ? `${stageTitle(pipeline, move.from)} → ${stageTitle(pipeline, move.to)}` : stageTitle(pipeline, move.to)}
              <span className={styles.since}>{move.by}, <DateText value={move.at} />{[move.why && END_REASONS[move.why], move.reason].filter(Boolean).map((text) => `: ${text}`).join("")}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
