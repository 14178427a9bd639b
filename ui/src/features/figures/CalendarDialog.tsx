import { useState, type ReactNode } from "react";
import type { RoleCalendar } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useWrite } from "../../app/queries";
import { ConfirmDialog, ErrorState, NumberField, TextArea } from "../../kit";
import { calendarLines, parseCalendar } from "./figures";

/** Changes by which day what is done. */
export function CalendarDialog({ roleId, calendar, onClose }: { roleId: string; calendar: RoleCalendar; onClose: () => void }): ReactNode {
  const [days, setDays] = useState(calendar.days);
  const [text, setText] = useState(calendarLines(calendar));
  const save = useWrite("roleSetCalendar", { quietErrors: true, said: "Calendar stored.", onDone: onClose });
  const parsed = parseCalendar(text);
  const wrong = "wrong" in parsed ? parsed.wrong : null;
  return (
    <ConfirmDialog title="Calendar of this role" isOpen onClose={onClose} confirmLabel="Store calendar" onConfirm={() => "steps" in parsed && save.mutate([roleId, { days, steps: parsed.steps }])} isDisabled={wrong !== null} isPending={save.isPending}>
      <NumberField label="Days from application to decision" value={days} onChange={setDays} min={1} max={366} unit="days" description="Two to three weeks is usual: good people are gone after that." />
      <TextArea label="What is done by which day, one to a line" rows={9} value={text} onChange={setText} description="Begin each line with the day, as in: 7 Decision to go on." error={wrong && `This line does not begin with a day: ${wrong}`} />
      {save.error && <ErrorState inset {...describeError(save.error)} />}
    </ConfirmDialog>
  );
}
