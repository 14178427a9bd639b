import { open } from "@tauri-apps/plugin-dialog";
import { useState } from "react";
import { emptyProvenance } from "../../app/ProvenanceFields";
import { useRead, useWrite } from "../../app/queries";
import { Button, Row, TextField } from "../../kit";
import { AddMany } from "./AddMany";
import { useAdded } from "./useAdded";

/** A CSV file with a header line. */
export function ByFile() {
  const [typed, setTyped] = useState("");
  const [path, setPath] = useState("");
  const [provenance, setProvenance] = useState(emptyProvenance("sourced", "legitimate-interest"));
  const [role, setRole] = useState<string | null>(null);
  const preview = useRead("candidatePreviewFile", [path], { enabled: path !== "" });
  const added = useAdded();
  const add = useWrite("candidateAddFile", { quietErrors: true, onDone: added });
  const read = (next: string) => {
    setTyped(next);
    setPath(next.trim());
  };
  const pick = async () => {
    const picked = await open({ title: "CSV file", filters: [{ name: "CSV", extensions: ["csv", "tsv", "txt"] }] });
    if (typeof picked === "string") read(picked);
  };
  return (
    <AddMany preview={path === "" ? undefined : preview.data} error={preview.error ?? add.error} provenance={provenance} onProvenance={setProvenance} role={role} onRole={setRole} isPending={add.isPending} onAdd={() => add.mutate([path, provenance, role])}>
      <Row end>
        <div style={{ flex: 1 }}>
          <TextField label="CSV file" value={typed} onChange={setTyped} onSubmit={() => read(typed)} mono placeholder="/path/to/candidates.csv" />
        </div>
        <Button onPress={() => void pick()}>Choose…</Button>
        <Button onPress={() => read(typed)} isDisabled={typed.trim() === ""}>
          Read file
        </Button>
      </Row>
    </AddMany>
  );
}
