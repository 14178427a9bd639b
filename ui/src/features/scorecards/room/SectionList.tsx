import type { ReactNode } from "react";
import type { LogEntry, Section } from "../../../generated/bindings";
import { Button, classes } from "../../../kit";
import { boxText } from "../clock";
import { sectionSeconds } from "./log";
import styles from "./Sections.module.css";
import { nextSection } from "./sections";
import { useNow } from "./useNow";

type Props = {
  sections: Section[];
  log: LogEntry[];
  shown: string;
  running: string | null;
  onShow: (id: string) => void;
  onBegin: (id: string) => void;
  onPause: () => void;
};

/** The sections in order, each with its own timer; the one that is open with its prompt large. */
export function SectionList(props: Props): ReactNode {
  return (
    <ol className={styles.sections}>
      {props.sections.map((section, i) => (
        <li key={section.id} className={classes(styles.section, section.id === props.running && styles.running)}>
          <SectionLine {...props} section={section} place={i + 1} />
          {section.id === props.shown && <Opened {...props} section={section} />}
        </li>
      ))}
    </ol>
  );
}

/** A section with its time. What changes every second is here, not in the screen around it. */
function SectionLine({ section, place, log, shown, running, onShow }: Props & { section: Section; place: number }): ReactNode {
  const now = useNow();
  const seconds = sectionSeconds(log, section.id, now);
  const box = boxText(seconds, section.minutes);
  const share = Math.min(1, seconds / (section.minutes * 60));
  const open = section.id === shown;
  return (
    <button type="button" className={styles.line} aria-expanded={open} onClick={() => onShow(section.id)} {...(open ? { "data-first": true } : {})}>
      <span className={styles.place}>{place}</span>
      <span className={styles.title}>{section.title}</span>
      <span className={styles.time}>
        {section.id === running && <span className={styles.state}>running</span>}
        {box.over && <strong className={styles.over}>{box.over}</strong>}
        <span>{seconds > 0 ? box.run : `${section.minutes} min`}</span>
      </span>
      <span className={styles.bar} aria-hidden="true"><span style={{ width: `${share * 100}%` }} className={box.over ? styles.full : undefined} /></span>
    </button>
  );
}

function Opened({ section, sections, log, running, onBegin, onPause }: Props & { section: Section }): ReactNode {
  const isRunning = section.id === running;
  const ran = log.some((entry) => entry.event === "section" && entry.of === section.id);
  const next = isRunning ? nextSection(sections, section.id) : null;
  return (
    <div className={styles.opened}>
      {section.prompt.trim() !== "" && <blockquote className={styles.prompt}>{paragraphs(section.prompt)}</blockquote>}
      {section.follow_ups.length > 0 && (
        <>
          <h3>Ask everybody, in this order</h3>
          <ol className={styles.questions}>
            {section.follow_ups.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </>
      )}
      {section.interviewer.trim() !== "" && <p className={styles.aside}><strong>You:</strong> {section.interviewer.trim()}</p>}
      <div className={styles.actions}>
        {isRunning ? <Button onPress={onPause}>Pause</Button> : <Button kind="main" onPress={() => onBegin(section.id)}>{ran ? "Go on with this section" : "Begin this section"}</Button>}
        {next && <Button kind="main" onPress={() => onBegin(next.id)}>Next: {next.title}</Button>}
      </div>
    </div>
  );
}

/** A prompt as it is said: lines of the file run on, empty lines part. */
function paragraphs(text: string): ReactNode {
  const parts = text.trim().split(/\n\s*\n/);
  return parts.map((part, i) => <p key={i}>{/^\s*([-*\d]|`{3})/m.test(part) ? part : part.replace(/\s*\n\s*/g, " ")}</p>);
}
