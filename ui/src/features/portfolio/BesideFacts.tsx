import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { CandidateDetail, Fact } from "../../generated/bindings";
import { Loaded } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import { pairs } from "./beside";
import styles from "./Beside.module.css";
import type { Held } from "./BesideScreen";
import type { Chosen } from "./Facts";

/** The facts of both, row by row; each opens its definition and its records. */
export function BesideFacts({ left, right, onChoose }: { left: Held; right: Held; onChoose: (candidate: CandidateDetail, chosen: Chosen) => void }) {
  const one = useRead("snapshotShow", [left.snapshot.id]);
  const other = useRead("snapshotShow", [right.snapshot.id]);
  return (
    <Loaded query={one}>
      {(a) => (
        <Loaded query={other}>
          {(b) => (
            <div className={styles.scroll}>
              <table className={styles.facts}>
                <thead>
                  <tr>
                    <th scope="col">Fact</th>
                    <th scope="col">{left.candidate.name}</th>
                    <th scope="col">{right.candidate.name}</th>
                  </tr>
                </thead>
                <tbody>
                  {pairs(a.facts, b.facts).map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{row.title}</th>
                      <FactCell fact={row.left} whose={left} onChoose={onChoose} />
                      <FactCell fact={row.right} whose={right} onChoose={onChoose} />
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function FactCell({ fact, whose, onChoose }: { fact: Fact | null; whose: Held; onChoose: (candidate: CandidateDetail, chosen: Chosen) => void }) {
  if (!fact) return <td className={styles.absent}>not in this snapshot</td>;
  const value = fact.state === "absent" ? "not in this snapshot" : fact.value;
  return (
    <td>
      <PlainButton className={styles.cell} onPress={() => onChoose(whose.candidate, { snapshot: whose.snapshot.id, fact })}>
        <span className={fact.state === "absent" ? styles.absent : undefined}>{value}</span>
        {fact.evidence_total > 0 && <span className={styles.from}>from {count(fact.evidence_total, "record")}</span>}
        <span className="visually-hidden">
          Explain {fact.title} of {whose.candidate.name}
        </span>
      </PlainButton>
    </td>
  );
}
