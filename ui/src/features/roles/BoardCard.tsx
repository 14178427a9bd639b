import type { ReactNode } from "react";
import type { Application, Stage } from "../../generated/bindings";
import { STAGES, stageNeedsReason } from "../../app/words";
import { DateText, IconButton, icons, Menu } from "../../kit";
import { otherStages } from "./board";
import styles from "./PipelineTab.module.css";

/** One application on the board: opens by click or Enter; its menu moves it. */
export function BoardCard({ application, isOpen, onOpen, onMove }: {
  application: Application;
  isOpen: boolean;
  onOpen: () => void;
  onMove: (application: Application, stage: Stage) => void;
}): ReactNode {
  return (
    <li className={isOpen ? `${styles.card} ${styles.open}` : styles.card}>
      <button type="button" className={styles.name} aria-expanded={isOpen} onClick={onOpen}>
        {application.candidate_name}
        <span className={styles.since}>since <DateText value={application.since} /></span>
      </button>
      <Menu
        label={`Move ${application.candidate_name}`}
        trigger={<IconButton label={`Move ${application.candidate_name}`} small>{icons.more}</IconButton>}
        items={otherStages(application.stage).map((stage) => ({
          id: stage, label: `Move to ${STAGES[stage].toLowerCase()}`, danger: stageNeedsReason(stage), onAction: () => onMove(application, stage),
        }))}
      />
    </li>
  );
}
