import { useState, type ReactNode } from "react";
import type { Panel, PlanAssessment } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { Button, Checkbox, Dialog, ErrorState, Loaded, NumberField, Stack } from "../../kit";

/** Names the people who usually hold an assessment, and how many of them rate each candidate. */
export function PanelDialog({ roleId, assessment, panel, onClose }: { roleId: string; assessment: PlanAssessment; panel: Panel; onClose: () => void }): ReactNode {
  const people = useRead("personList", []);
  const [chosen, setChosen] = useState(() => panel.people.map((one) => one.id));
  const [raters, setRaters] = useState(panel.raters);
  const save = useWrite("planSetPanels", { quietErrors: true, undo: true, onDone: onClose, said: `Panel stored: ${assessment.title}.` });
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Dialog
      title={`Panel: ${assessment.title}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" isDisabled={!Number.isFinite(raters)} isPending={save.isPending} onPress={() => save.mutate([roleId, [{ assessment_id: assessment.id, raters, people: chosen }]])}>Store panel</Button>
        </>
      }
    >
      <Loaded query={people} rows={4}>
        {(list) => (
          <Stack>
            {list.filter((one) => !one.archived || chosen.includes(one.id)).map((one) => (
              <Checkbox key={one.id} isSelected={chosen.includes(one.id)} onChange={(on) => toggle(one.id, on)}>{one.name}{one.archived && " (archived)"}</Checkbox>
            ))}
          </Stack>
        )}
      </Loaded>
      <NumberField label="Raters for each candidate" min={1} max={5} value={raters} onChange={setRaters} description="Two who rate apart from each other agree less by chance than one is right." />
      {save.error && <ErrorState inset {...describeError(save.error)} />}
    </Dialog>
  );
}
