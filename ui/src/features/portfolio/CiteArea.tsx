import { createContext, use, useState, type ReactNode } from "react";
import type { CandidateDetail } from "../../generated/bindings";
import { Button, PathText } from "../../kit";
import { citationOf, inOneLine, type Quotable } from "./citation";
import { CiteDialog, type Citing } from "./CiteDialog";
import { copyText } from "./copy";
import styles from "./Portfolio.module.css";
import { useSelected } from "./useSelected";

/** Cites the whole of a record inside a `CiteArea`. */
const CiteContext = createContext<(record: string) => void>(() => undefined);

/** Something to read, and the bar that cites from it: what is selected, or else the whole record (the first of `quotables`). */
export function CiteArea({ candidate, quotables, children }: { candidate: CandidateDetail; quotables: Quotable[]; children: ReactNode }) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const [citing, setCiting] = useState<Citing | null>(null);
  const selected = useSelected(root);
  const holder = selected && quotables.find((one) => one.row.id === selected.record);
  const quotable = holder ?? quotables[0];
  const citation = quotable && citationOf(quotable, holder ? selected.text : null);
  const citeWhole = (record: string) => {
    const whole = quotables.find((one) => one.row.id === record);
    if (whole) setCiting({ of: whole, selected: null });
  };
  return (
    <div className={styles.area} ref={setRoot}>
      <div className={styles.read} role="region" aria-label={`Reading ${candidate.name}`} tabIndex={0}>
        <CiteContext value={citeWhole}>{children}</CiteContext>
      </div>
      {citation && (
        <div className={styles.cite} data-cite-bar role="group" aria-label={`Cite ${candidate.name}`}>
          <div className={styles.citing}>
            <span className={styles.what}>{holder ? `Selected: “${inOneLine(selected.text)}”` : wholeText(quotable)}</span>
            <span className={styles.where}>
              <PathText>{citation.address}</PathText>
            </span>
          </div>
          <Button small kind="quiet" onPress={() => void copyText(citation.address, "The address")}>
            Copy address
          </Button>
          <Button small onPress={() => setCiting({ of: quotable, selected: holder ? selected.text : null })}>
            Cite in a scorecard…
          </Button>
        </div>
      )}
      {citing && <CiteDialog candidate={candidate} citing={citing} onClose={() => setCiting(null)} />}
    </div>
  );
}

/** Cites one record of several in an area: the button beside what somebody said. */
export function CiteOne({ record, what }: { record: string; what: string }) {
  const cite = use(CiteContext);
  return (
    <Button small kind="quiet" aria-label={`Cite ${what}`} onPress={() => cite(record)}>
      Cite…
    </Button>
  );
}

function wholeText(quotable: Quotable): string {
  return quotable.path === undefined ? "The whole record, or some of its lines" : "This file";
}
