import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { useRead, useWrite } from "../../app/queries";
import { count, SENIORITIES, SPECIALISATIONS } from "../../app/words";
import { Badge, Button, IconButton, icons, Loaded, Menu, Page, Tabs } from "../../kit";
import { PipelineTab, type ShowInterviews } from "./PipelineTab";
import { PlanTab } from "./PlanTab";

const CRUMBS = [{ label: "Roles", to: "/roles" }];

/** One role: pipeline, plan, debrief. The debrief and the interviews are other features' and are handed in. */
export function RoleScreen({ debrief, interviews }: { debrief: (role: RoleDetail) => ReactNode; interviews: ShowInterviews }): ReactNode {
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
          { id: "plan", label: "Plan", content: <PlanTab role={role} /> },
          { id: "debrief", label: "Debrief", content: debrief(role) },
        ]}
      />
    </Page>
  );
}

function Lead({ role }: { role: RoleDetail }): ReactNode {
  return (
    <>
      {SENIORITIES[role.summary.seniority]} · {SPECIALISATIONS[role.summary.specialisation]} · {count(role.competencies.length, "competency", "competencies")} · plan version {role.plan.version}
      {!role.summary.open && <> · <Badge>Closed</Badge></>}
    </>
  );
}

function RoleActions({ role }: { role: RoleDetail }): ReactNode {
  const setOpen = useWrite("roleSetOpen", { undo: true, said: role.summary.open ? "Role closed." : "Role opened." });
  if (!role.summary.open) return <Button onPress={() => setOpen.mutate([role.summary.id, true])}>Open the role again</Button>;
  return <Menu label="Role" trigger={<IconButton label="More about this role">{icons.more}</IconButton>} items={[{ id: "close", label: "Close the role", onAction: () => setOpen.mutate([role.summary.id, false]) }]} />;
}
