import { useState, type ReactNode } from "react";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import type { CandidateRow } from "../../generated/bindings";
import { Badge, Button, ButtonLink, Checkbox, Dialog, ErrorState, Loaded, TextField } from "../../kit";
import styles from "./PipelineTab.module.css";

const SHOWN = 50;

/** Joins candidates of the workspace to the role. */
export function AddCandidatesDialog({ roleId, taken, onClose }: { roleId: string; taken: ReadonlySet<string>; onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<CandidateRow[]>([]);
  const [why, setWhy] = useState("");
  const query = useRead("candidateList", [{ text, source: null, stage: null, role_id: null, language: null, sort: "name", descending: false, offset: 0, limit: SHOWN }], { keepPrevious: true });
  const add = useWrite("applicationAdd", { quietErrors: true });
  const addDespite = useWrite("applicationAddDespite", { quietErrors: true });
  const marked = chosen.filter((row) => row.do_not_contact);
  const error = add.error ?? addDespite.error;
  const addAll = async () => {
    for (const { id, do_not_contact } of chosen) await (do_not_contact ? addDespite.mutateAsync([id, roleId, why.trim()]) : add.mutateAsync([id, roleId]));
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
          <Button kind="main" isDisabled={chosen.length === 0 || (marked.length > 0 && why.trim() === "")} isPending={add.isPending || addDespite.isPending} onPress={() => void addAll().catch(() => undefined)}>
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
                <Checkbox key={row.id} isSelected={chosen.some((one) => one.id === row.id)} onChange={(on) => setChosen(on ? [...chosen, row] : chosen.filter((one) => one.id !== row.id))}>
                  {row.name} {row.do_not_contact && <Badge tone="bad">do not contact</Badge>} <span className={styles.muted}>{row.headline}</span>
                </Checkbox>
              ))}
              {page.total > page.rows.length && <p className={styles.muted}>The first {page.rows.length} of {page.total}; type to find others.</p>}
            </div>
          );
        }}
      </Loaded>
      {marked.length > 0 && <TextField label="Why despite do-not-contact" value={why} onChange={setWhy} description={`${marked.map((row) => row.name).join(", ")} asked not to be contacted. To be up for a role means getting in touch.`} />}
      {error && <ErrorState inset {...describeError(error)} />}
    </Dialog>
  );
}
