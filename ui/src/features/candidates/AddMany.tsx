import type { ReactNode } from "react";
import { ProvenanceFields } from "../../app/ProvenanceFields";
import { useRead } from "../../app/queries";
import { count } from "../../app/words";
import type { ListPreview, Provenance } from "../../generated/bindings";
import { Form, Note, Select } from "../../kit";
import { PreviewTable } from "./PreviewTable";

const NONE = "none";

type AddManyProps = {
  children: ReactNode;
  preview: ListPreview | undefined;
  error: { message: string; hint: string } | null;
  provenance: Provenance;
  onProvenance: (value: Provenance) => void;
  role: string | null;
  onRole: (role: string | null) => void;
  isPending: boolean;
  onAdd: () => void;
};

/** What adding by list and by file share: preview, provenance, a role to put everybody up for. */
export function AddMany({ children, preview, error, provenance, onProvenance, role, onRole, isPending, onAdd }: AddManyProps) {
  const roles = useRead("roleList", []);
  const fresh = preview?.rows.filter((row) => row.same_as === null).length ?? 0;
  const joining = preview?.rows.filter((row) => row.joins === "added").length ?? 0;
  const parts = [fresh > 0 ? count(fresh, "candidate") : "", joining > 0 ? `${count(joining, "application")} of who is here` : ""].filter(Boolean);
  const options = [{ id: NONE, label: "No role yet" }, ...(roles.data ?? []).filter((one) => one.open).map((one) => ({ id: one.id, label: one.title }))];
  return (
    <Form action={parts.length > 0 ? `Add ${parts.join(" and ")}` : "Add candidates"} onSubmit={onAdd} isPending={isPending} isDisabled={parts.length === 0} error={error}>
      {children}
      {preview && preview.encoding !== "" && <Note>The file: {preview.encoding}.</Note>}
      {preview && <PreviewTable preview={preview} />}
      <ProvenanceFields value={provenance} onChange={onProvenance} />
      <div style={{ maxWidth: 320 }}>
        <Select label="Put them up for" value={role ?? NONE} onChange={(id) => onRole(id === NONE ? null : id)} options={options} />
      </div>
    </Form>
  );
}
