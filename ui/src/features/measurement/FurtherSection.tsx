import type { ReactNode } from "react";
import { useRead } from "../../app/queries";
import { Loaded, Section } from "../../kit";
import { Figure } from "../../kit/charts/Figure";
import { furtherTable } from "./further";
import styles from "./Measurement.module.css";

/** So many further interviews are named at once; the table has them all. */
const SHOWN = 3;

/** Which further interview would do most to settle the order under the newest plan. */
export function FurtherSection({ roleId }: { roleId: string }): ReactNode {
  const query = useRead("measureFurther", [roleId]);
  return (
    <Loaded query={query} rows={3}>
      {(found) =>
        found.interviews.length === 0 ? (
          <Section title="What would help most"><p>{found.sentence}</p></Section>
        ) : (
          <Figure main title="What would help most" note="One more interview each, the most useful first." table={furtherTable(found.interviews)}>
            <ol className={styles.list}>
              {found.interviews.slice(0, SHOWN).map((one) => (
                <li key={`${one.assessment_id}-${one.application_id}-${one.person_id ?? ""}`}>{one.sentence}</li>
              ))}
            </ol>
          </Figure>
        )
      }
    </Loaded>
  );
}
