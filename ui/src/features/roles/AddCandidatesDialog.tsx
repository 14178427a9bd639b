import { useState, type ReactNode } from "react";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { Button, ButtonLink, Checkbox, Dialog, ErrorState, Loaded, TextField } from "../../kit";
import styles from "./PipelineTab.module.css";

const SHOWN = 50;

/** Joins candidates of the workspace to the role. */
export function AddCandidatesDialog({ roleId, taken, onClose }: { roleId: string; taken: ReadonlySet<string>; onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const query = useRead("candidateList", [{ text, source: null, stage: null, role_id: null, language: null, sort: "name", descending: false, offset: 0, limit: SHOWN }], { keepPrevious: true });
  const add = useWrite("applicationAdd", { quietErrors: true });
  const addAll = async () => {
    for (const id of chosen) await add.mutateAsync([id, roleId]);
    onClose();
  };
  return (
    <Dialog
      title="Add candidates to this role"
      isOpen
      onClose={onClose}
      footer={
        <>
          <ButtonLink to="/candidates/new">New candidates</ButtonLink>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" isDisabled={chosen.length === 0} isPending={add.isPending} onPress={() => void addAll().catch(() => undefined)}>
            {chosen.length === 0 ? "Add to role" : `Add ${chosen.length} to role`}
          </Button>
        </>
      }
    >
      <TextField label="Find" type="search" value={text} onChange={setText} autoFocus />
      <Loaded query={query} rows={4}>
        {(page) => {
          const rows = page.rows.filter((row) => !taken.has(row.id));
          return (
            <div className={styles.choices}>
              {rows.length === 0 && <p className={styles.muted}>Nobody by these words who is not in the role already.</p>}
              {rows.map((row) => (
                <Checkbox key={row.id} isSelected={chosen.includes(row.id)} onChange={(on) => setChosen(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}>
                  {row.name} <span className={styles.muted}>{row.headline}</span>
                </Checkbox>
              ))}
              {page.total > page.rows.length && <p className={styles.muted}>The first {page.rows.length} of {page.total}; type to find others.</p>}
            </div>
          );
        }}
      </Loaded>
      {add.error && <ErrorState inset {...describeError(add.error)} />}
    </Dialog>
  );
}
