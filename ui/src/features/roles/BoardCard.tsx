import type { ReactNode } from "react";
import type { Application, RoleStage, Stage } from "../../generated/bindings";
import { inSentence, stagesToMoveTo, stageTitle } from "../../app/stages";
import { stageNeedsReason } from "../../app/words";
import { Badge, Checkbox, daysSince, daysText, IconButton, icons, Menu } from "../../kit";
import { interviewsText } from "./board";
import styles from "./PipelineTab.module.css";

/** One application on the board: opens by click or Enter; its box chooses it, its menu moves it. */
export function BoardCard({ application, pipeline, now, isOpen, isChosen, onChoose, onOpen, onMove }: {
  application: Application;
  pipeline: RoleStage[];
  now: Date;
  isOpen: boolean;
  isChosen: boolean;
  onChoose: (chosen: boolean) => void;
  onOpen: () => void;
  onMove: (applications: Application[], stage: Stage) => void;
}): ReactNode {
  const name = application.candidate_name;
  return (
    <li className={isOpen || isChosen ? `${styles.card} ${styles.open}` : styles.card}>
      <Checkbox hideLabel isSelected={isChosen} onChange={onChoose}>{`Choose ${name}`}</Checkbox>
      <button type="button" className={styles.name} aria-expanded={isOpen} onClick={onOpen}>
        {name}
        <span className={styles.since}>{daysText(daysSince(application.since, now))}{application.interviews_open + application.interviews_submitted > 0 && ` · ${interviewsText(application)}`}</span>
        {application.do_not_contact && <Badge tone="bad">do not contact</Badge>}
      </button>
      <Menu
        label={`Move ${name}`}
        trigger={<IconButton label={`Move ${name}`} small>{icons.more}</IconButton>}
        items={stagesToMoveTo(pipeline, [application.stage]).map((stage) => ({
          id: stage, label: `Move to ${inSentence(stageTitle(pipeline, stage))}`, danger: stageNeedsReason(stage), onAction: () => onMove([application], stage),
        }))}
      />
    </li>
  );
}
