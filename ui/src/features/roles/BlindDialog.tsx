import { useState, type ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { Checkbox, ConfirmDialog, ErrorState, Loaded, Note, Stack } from "../../kit";

/** Names who sees the candidates of a blind role, and turns blind review on. */
export function BlindDialog({ role, viewer, onClose }: { role: RoleDetail; viewer: string | undefined; onClose: () => void }): ReactNode {
  const { on, coordinators } = role.blind;
  const present = coordinators.map((one) => one.id);
  const [chosen, setChosen] = useState<readonly string[]>(present.length > 0 || viewer === undefined ? present : [viewer]);
  const people = useRead("personList", []);
  const write = useWrite("roleSetBlind", { quietErrors: true, undo: true, onDone: onClose, said: on ? "Coordinators changed." : "The role is reviewed blind." });
  const toggle = (id: string, isChosen: boolean) => setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <ConfirmDialog
      title={on ? "Who sees names" : "Review this role blind"}
      isOpen
      onClose={onClose}
      confirmLabel={on ? "Change coordinators" : "Review blind"}
      onConfirm={() => write.mutate([role.summary.id, { on: true, coordinators: [...chosen] }])}
      isDisabled={chosen.length === 0}
      isPending={write.isPending}
    >
      <Stack tight>
        <p>Coordinators see names and write to candidates. Their own scorecards here are marked “not blind” for ever, also when they are coordinators no longer.</p>
        <Loaded query={people} rows={3}>
          {(list) => (
            <>
              {list.filter((person) => !person.archived || chosen.includes(person.id)).map((person) => (
                <Checkbox key={person.id} isSelected={chosen.includes(person.id)} onChange={(isChosen) => toggle(person.id, isChosen)}>{person.name}</Checkbox>
              ))}
            </>
          )}
        </Loaded>
        {chosen.length === 0 && <Note small>Choose at least one: somebody has to write to candidates.</Note>}
        {viewer !== undefined && !chosen.includes(viewer) && <Note small>You will see labels yourself, and only a coordinator can turn it off again.</Note>}
      </Stack>
      {write.error && <ErrorState inset {...describeError(write.error)} />}
    </ConfirmDialog>
  );
}
