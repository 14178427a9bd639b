import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { useRead, useWrite } from "../../app/queries";
import { count, SENIORITIES, SPECIALISATIONS } from "../../app/words";
import { Badge, IconButton, icons, Loaded, Menu, Page, Tabs } from "../../kit";
import { EditRoleDialog } from "./EditRoleDialog";
import { PipelineTab, type ShowInterviews } from "./PipelineTab";
import { PlanTab } from "./PlanTab";

const CRUMBS = [{ label: "Roles", to: "/roles" }];

/** One role: pipeline, interviews, plan, debrief, figures, measurement, dossier. What other features show of it is handed in. */
export function RoleScreen({ debrief, figures, measurement, dossier, interviews, allInterviews }: {
  debrief: (role: RoleDetail) => ReactNode;
  figures: (role: RoleDetail) => ReactNode;
  measurement: (role: RoleDetail) => ReactNode;
  dossier: (role: RoleDetail) => ReactNode;
  interviews: ShowInterviews;
  allInterviews: (role: RoleDetail) => ReactNode;
}): ReactNode {
  const { roleId } = useParams({ from: "/inside/roles/$roleId" });
  const { tab = "pipeline" } = useSearch({ from: "/inside/roles/$roleId" });
  const navigate = useNavigate({ from: "/roles/$roleId" });
  const query = useRead("roleShow", [roleId]);
  if (!query.data) return <Page title="Role" crumbs={CRUMBS}><Loaded query={query}>{() => null}</Loaded></Page>;
  const role = query.data;
  return (
    <Page title={role.summary.title} crumbs={CRUMBS} lead={<Lead role={role} />} actions={<RoleActions role={role} />}>
      <Tabs
        label="Parts of the role"
        selected={tab}
        onSelect={(next) => void navigate({ search: { tab: next } })}
        items={[
          { id: "pipeline", label: "Pipeline", count: role.summary.active, content: <PipelineTab role={role} interviews={interviews} /> },
          { id: "interviews", label: "Interviews", content: allInterviews(role) },
          { id: "plan", label: "Plan", content: <PlanTab role={role} /> },
          { id: "debrief", label: "Debrief", content: debrief(role) },
          { id: "figures", label: "Figures", content: figures(role) },
          { id: "measurement", label: "Measurement", content: measurement(role) },
          { id: "dossier", label: "Dossier", content: dossier(role) },
        ]}
      />
    </Page>
  );
}

function Lead({ role }: { role: RoleDetail }): ReactNode {
  return (
    <>
      {SENIORITIES[role.summary.seniority]} · {SPECIALISATIONS[role.summary.specialisation]} · {count(role.competencies.length, "competency", "competencies")} · plan version {role.plan.version}
      {role.blind.on && <> · <Badge tone="accent">Blind</Badge></>}
      {!role.summary.open && <> · <Badge>Closed</Badge></>}
    </>
  );
}

function RoleActions({ role }: { role: RoleDetail }): ReactNode {
  const [editing, setEditing] = useState(false);
  const { id, open } = role.summary;
  const setOpen = useWrite("roleSetOpen", { said: open ? "Role closed." : "Role opened." });
  const items = [
    { id: "edit", label: "Edit role", onAction: () => setEditing(true) },
    { id: "open", label: open ? "Close the role" : "Open the role again", onAction: () => setOpen.mutate([id, !open]) },
  ];
  return (
    <>
      <Menu label="Role" trigger={<IconButton label="More about this role">{icons.more}</IconButton>} items={items} />
      {editing && <EditRoleDialog role={role} onClose={() => setEditing(false)} />}
    </>
  );
}
