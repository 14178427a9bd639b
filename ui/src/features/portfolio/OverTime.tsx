import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { Comparison, FactChange, FieldChange, RepositoryChange } from "../../generated/bindings";
import { Badge, classes, DateText, formatDate, isInstant, Loaded, Note, PathText } from "../../kit";
import styles from "./Beside.module.css";

const STATES: Record<RepositoryChange["state"], string> = { come: "only in the later one", "not-in-later": "not in the later one: deleted, private, renamed, or not captured", changed: "changed" };

/** Two snapshots of one candidate: what each said. What one of them does not tell of has not changed. */
export function OverTime({ one, other }: { one: string; other: string }) {
  const comparison = useRead("snapshotCompare", [one, other]);
  return <Loaded query={comparison}>{(data) => <Compared data={data} />}</Loaded>;
}

function Compared({ data }: { data: Comparison }) {
  const profile = data.profile.filter((field) => field.changed);
  return (
    <>
      {!data.same_account && <Note>These are two accounts: what differs here differs between them, not over time.</Note>}
      <table className={classes(styles.facts, styles.inset)} aria-label="Facts then and now">
        <thead>
          <tr>
            <th scope="col">Fact</th>
            <th scope="col">{headOf(data.then)}</th>
            <th scope="col">{headOf(data.now)}</th>
          </tr>
        </thead>
        <tbody>
          {data.facts.map((fact) => (
            <tr key={fact.fact}>
              <th scope="row">
                {fact.title} {fact.other_definition ? <Badge tone="warn">other definition</Badge> : fact.changed && <Badge tone="accent">changed</Badge>}
              </th>
              <Value state={fact.state_then} value={fact.then} />
              <Value state={fact.state_now} value={fact.now} />
            </tr>
          ))}
          {profile.map((field) => (
            <tr key={`profile-${field.field}`}>
              <th scope="row">
                {field.title} <Badge tone="accent">changed</Badge>
              </th>
              <Value state={field.state_then} value={field.then} />
              <Value state={field.state_now} value={field.now} />
            </tr>
          ))}
        </tbody>
      </table>
      <Repositories changes={data.repositories} same={data.repositories_same} />
    </>
  );
}

function headOf(snapshot: Comparison["then"]): string {
  return formatDate(snapshot.taken_at ?? snapshot.imported_at);
}

function Value({ state, value }: { state: FactChange["state_then"]; value: string }) {
  if (state === "absent") return <td className={styles.absent}>not in this snapshot</td>;
  return <td>{isInstant(value) ? <DateText value={value} /> : value || "empty"}</td>;
}

function Repositories({ changes, same }: { changes: RepositoryChange[]; same: number }) {
  return (
    <>
      <Note small>
        {count(changes.length, "repository", "repositories")} not the same in both, {same} the same.
      </Note>
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={change.repo}>
            <PathText>{change.repo}</PathText> <span className={styles.from}>{change.state === "changed" ? change.fields.map(changeText).join("; ") : STATES[change.state]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function changeText(field: FieldChange): string {
  const told = (state: FieldChange["state_then"], value: string) => (state === "absent" ? "not in this snapshot" : isInstant(value) ? formatDate(value) : value || "empty");
  return `${field.title}: ${told(field.state_then, field.then)} → ${told(field.state_now, field.now)}`;
}
