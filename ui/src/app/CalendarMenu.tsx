import type { ReactNode } from "react";
import type { CalendarQuery } from "../generated/bindings";
import { Button, Menu } from "../kit";
import { saveCalendar } from "./calendar";

/** Interviews as a file for a calendar: those that stand, or those that are to be taken out of it again. */
export function CalendarMenu({ query, name }: { query: Partial<CalendarQuery>; name: string }): ReactNode {
  return (
    <Menu
      label="For a calendar"
      trigger={<Button>For a calendar</Button>}
      items={[
        { id: "standing", label: "Save the interviews…", onAction: () => void saveCalendar(query, name) },
        { id: "cancelled", label: "Save those cancelled or reassigned, to take them out…", onAction: () => void saveCalendar({ ...query, cancelled: true }, name) },
      ]}
    />
  );
}
