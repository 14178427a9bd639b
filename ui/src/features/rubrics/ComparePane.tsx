import { useState, type ReactNode } from "react";
import type { ComparedPart, TextChange, PartChange } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { Badge, EmptyState, Loaded, PageBody, Section, Select } from "../../kit";
import styles from "./Library.module.css";

const WORDS: Record<PartChange, string> = { same: "unchanged", changed: "changed", added: "new", removed: "taken out" };

/** A version beside another one: only what differs, each with both texts. */
export function ComparePane({ id, version, versions }: { id: string; version: number; versions: number[] }): ReactNode {
  const others = versions.filter((one) => one !== version);
  const [other, setOther] = useState(others.findLast((one) => one < version) ?? others[0]);
  if (other === undefined) {
    return (
      <PageBody>
        <EmptyState title="There is only this version">Edit it to make the next one; then the two stand here beside each other.</EmptyState>
      </PageBody>
    );
  }
  const [from, to] = [Math.min(other, version), Math.max(other, version)];
  return (
    <PageBody>
      <div className={styles.narrow}>
        <Select label="Compare with" value={String(other)} onChange={(next) => setOther(Number(next))} options={others.map((one) => ({ id: String(one), label: `Version ${one}` }))} />
      </div>
      <Compared id={id} from={from} to={to} />
    </PageBody>
  );
}

function Compared({ id, from, to }: { id: string; from: number; to: number }): ReactNode {
  const query = useRead("rubricCompare", [id, from, to]);
  return (
    <Loaded query={query} rows={8}>
      {(data) => (
        <>
          {data.head.length > 0 && (
            <Section title="The rubric">
              <Fields fields={data.head} from={from} to={to} />
            </Section>
          )}
          <Parts title="Criteria" parts={data.criteria} from={from} to={to} />
          <Parts title="Red flags" parts={data.red_flags} from={from} to={to} />
        </>
      )}
    </Loaded>
  );
}

function Parts({ title, parts, from, to }: { title: string; parts: ComparedPart[]; from: number; to: number }): ReactNode {
  if (parts.length === 0) return null;
  const same = parts.filter((part) => part.change === "same");
  return (
    <Section title={title}>
      {parts
        .filter((part) => part.change !== "same")
        .map((part) => (
          <article key={part.id} className={styles.part}>
            <h3>
              {part.title} <Badge tone={part.change === "removed" ? "warn" : "plain"}>{WORDS[part.change]}</Badge>
            </h3>
            <Fields fields={part.fields} from={from} to={to} />
          </article>
        ))}
      {same.length > 0 && <p className={styles.quiet}>Unchanged: {same.map((part) => part.title).join("; ")}.</p>}
    </Section>
  );
}

function Fields({ fields, from, to }: { fields: TextChange[]; from: number; to: number }): ReactNode {
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Version {from}</th>
          <th scope="col">Version {to}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{field.field}</th>
            <td>{field.before || <em>nothing</em>}</td>
            <td>{field.after || <em>nothing</em>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
