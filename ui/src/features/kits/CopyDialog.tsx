import { open } from "@tauri-apps/plugin-dialog";
import { useState, type ReactNode } from "react";
import type { Kit } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { count } from "../../app/words";
import { Button, Dialog, ErrorState, Note, PathText, RadioGroup, Stack } from "../../kit";

/** Copies what the candidate gets, of one variant, into a folder of its own. */
export function CopyDialog({ kit, onClose }: { kit: Kit; onClose: () => void }): ReactNode {
  const [variant, setVariant] = useState(kit.variants[0]?.id ?? null);
  const copy = useWrite("kitCopyForCandidate", { quietErrors: true });
  const choose = async () => {
    const folder = await open({ directory: true, title: "Where the candidate's folder goes" });
    if (typeof folder === "string") copy.mutate([{ id: kit.id, version: kit.version }, variant, folder]);
  };
  const done = copy.data;
  return (
    <Dialog
      title="Copy candidate materials"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{done ? "Done" : "Cancel"}</Button>
          {!done && <Button kind="main" isPending={copy.isPending} onPress={() => void choose()}>Choose a folder…</Button>}
        </>
      }
    >
      <Stack>
        {done ? (
          <p>
            {count(done.files, "file")} in <PathText>{done.candidate}</PathText>. Nothing in it is for interviewers: it can be handed over as it is.
          </p>
        ) : (
          <>
            {kit.variants.length > 0 && <RadioGroup label="Variant" value={variant ?? ""} onChange={setVariant} options={kit.variants.map((one) => ({ id: one.id, label: one.title }))} />}
            <Note>A new folder is made inside the one you choose. It holds the candidate's files only; guide, solutions and hidden tests stay here.</Note>
          </>
        )}
        {copy.error && <ErrorState inset {...describeError(copy.error)} />}
      </Stack>
    </Dialog>
  );
}
