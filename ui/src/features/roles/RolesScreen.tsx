import type { ReactNode } from "react";
import type { RoleSummary } from "../../generated/bindings";
import { useRead } from "../../app/queries";
import { goTo } from "../../app/session";
import { SENIORITIES, SPECIALISATIONS } from "../../app/words";
import { Badge, ButtonLink, DateText, EmptyState, Loaded, Page, Table, type TableColumn } from "../../kit";

/** All roles of the workspace. */
export function RolesScreen(): ReactNode {
  const query = useRead("roleList", []);
  const create = <ButtonLink to="/roles/new" kind="main">New role</ButtonLink>;
  return (
    <Page title="Roles" actions={create}>
      <Loaded query={query}>
        {(roles) =>
          roles.length === 0 ? (
            <EmptyState title="No role yet" action={create}>A role holds its goals, its competencies and the plan by which every candidate is looked at in the same way.</EmptyState>
          ) : (
            <Table label="Roles" rows={roles} columns={COLUMNS} onOpen={(role) => goTo(`/roles/${role.id}`)} />
          )
        }
      </Loaded>
    </Page>
  );
}

const COLUMNS: TableColumn<RoleSummary>[] = [
  { id: "title", title: "Role", isRowHeader: true, render: (role) => role.title },
  { id: "level", title: "Level", render: (role) => SENIORITIES[role.seniority] },
  { id: "specialisation", title: "Specialisation", render: (role) => SPECIALISATIONS[role.specialisation] },
  { id: "state", title: "State", render: (role) => (role.open ? <Badge tone="good">Open</Badge> : <Badge>Closed</Badge>) },
  { id: "active", title: "Active", align: "end", render: (role) => role.active },
  { id: "all", title: "All applications", align: "end", render: (role) => role.applications },
  { id: "plan", title: "Plan", align: "end", render: (role) => `version ${role.plan_version}` },
  { id: "created", title: "Opened on", render: (role) => <DateText value={role.created_at} /> },
];
