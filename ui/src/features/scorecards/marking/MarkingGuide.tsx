import type { MarkingSheet } from "../../../generated/bindings";
import styles from "./Marking.module.css";

/** What the kit's marking sheet says to this question: a fact to find, never a point. */
export function MarkingGuide({ sheet }: { sheet: MarkingSheet }) {
  const { guide } = sheet;
  if (!guide) return null;
  return (
    <dl className={styles.guide} aria-label="Marking sheet">
      <dt>Counts whole</dt>
      <dd>{guide.full}</dd>
      <dt>Counts in part</dt>
      <dd>{guide.partial}</dd>
      <dt>Does not count</dt>
      <dd>{guide.nothing}</dd>
    </dl>
  );
}
