import type { ReactNode } from "react";
import type { Section } from "../../generated/bindings";
import { minutesText } from "../../app/words";
import styles from "./Kit.module.css";
import { clockText, startsOf } from "./timing";

/** What happens, in order: the minutes, what is said word for word, what the interviewer does, what is asked of everybody. */
export function Sections({ sections }: { sections: Section[] }): ReactNode {
  const starts = startsOf(sections);
  return (
    <ol className={styles.sections}>
      {sections.map((section, i) => (
        <li key={section.id} className={styles.part}>
          <div className={styles.when}>
            <strong>{minutesText(section.minutes)}</strong>
            <span>{clockText(starts[i] ?? 0, section.minutes)}</span>
          </div>
          <div className={styles.what}>
            <h3>{section.title}</h3>
            <blockquote className={styles.say}>{section.prompt.trim()}</blockquote>
            <p className={styles.aside}>{section.interviewer.trim()}</p>
            {section.follow_ups.length > 0 && (
              <>
                <h4>Asked of everybody, in this order</h4>
                <ol className={styles.questions}>
                  {section.follow_ups.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ol>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
