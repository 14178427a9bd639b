import { useState } from "react";
import { emptyProvenance } from "../../app/ProvenanceFields";
import { queryClient, useRead, useWrite } from "../../app/queries";
import { FilePathField } from "../../kit";
import { AddMany } from "./AddMany";
import { useAdded } from "./useAdded";

/** A CSV file with a header line. */
export function ByFile() {
  const [typed, setTyped] = useState("");
  const [path, setPath] = useState("");
  const [provenance, setProvenance] = useState(emptyProvenance("sourced", "legitimate-interest"));
  const [role, setRole] = useState<string | null>(null);
  const preview = useRead("candidatePreviewFile", [path, role], { enabled: path !== "" });
  const added = useAdded();
  const add = useWrite("candidateAddFile", { quietErrors: true, onDone: added });
  const read = (next: string) => {
    setTyped(next);
    setPath(next);
    void queryClient.resetQueries({ queryKey: ["candidatePreviewFile"] });
  };
  return (
    <AddMany preview={path === "" ? undefined : preview.data} error={preview.error ?? add.error} provenance={provenance} onProvenance={setProvenance} role={role} onRole={setRole} isPending={add.isPending} onAdd={() => add.mutate([path, provenance, role])}>
      <FilePathField label="CSV file" dialog="CSV file" wanted={{ name: "CSV", extensions: ["csv", "tsv", "txt"] }} value={typed} onChange={setTyped} onRead={read} placeholder="/path/to/candidates.csv" />
    </AddMany>
  );
}
