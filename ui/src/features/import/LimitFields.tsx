import { useRead } from "../../app/queries";
import { Disclosure, Note, Section, Table, TextField } from "../../kit";
import { settingsOf } from "./limits";

/** How much of an input is read: the usual bounds, each of which can be set to something else for this import. */
export function LimitFields({ values, onChange }: { values: Readonly<Record<string, string>>; onChange: (values: Readonly<Record<string, string>>) => void }) {
  const limits = useRead("importLimits", []);
  if (!limits.data) return null;
  const set = settingsOf(values);
  return (
    <Section title="Limits of reading" note="What is beyond one is refused or cut, and the report names the limit. They fit every usual capture.">
      {set.length > 0 && <Note>{`For this import: ${set.join(", ")}`}</Note>}
      <Disclosure title="Read more, or less, than usual">
        <Table
          label="Limits of reading"
          inset
          wrap
          rows={limits.data.map((limit) => ({ ...limit, id: limit.name }))}
          columns={[
            { id: "name", title: "Limit", isRowHeader: true, fit: true, render: (limit) => limit.name },
            { id: "value", title: "Value", fit: true, render: (limit) => <TextField label={limit.name} hideLabel value={values[limit.name] ?? ""} onChange={(value) => onChange({ ...values, [limit.name]: value })} placeholder={limit.usual} /> },
            { id: "bounds", title: "Bounds", render: (limit) => limit.bounds },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
