import { icons } from "../kit";

/** The places of the sidebar; the palette offers the same. */
export const PLACES = [
  { to: "/today", label: "Today", icon: icons.today },
  { to: "/roles", label: "Roles", icon: icons.roles },
  { to: "/candidates", label: "Candidates", icon: icons.candidates },
  { to: "/marking", label: "Marking", icon: icons.marking },
  { to: "/rubrics", label: "Rubrics", icon: icons.rubrics },
  { to: "/kits", label: "Kits", icon: icons.kits },
  { to: "/people", label: "People", icon: icons.people },
  { to: "/mirror", label: "Mirror", icon: icons.mirror },
  { to: "/import", label: "Import", icon: icons.import },
  { to: "/journal", label: "Journal", icon: icons.journal },
  { to: "/settings", label: "Settings", icon: icons.settings },
];
