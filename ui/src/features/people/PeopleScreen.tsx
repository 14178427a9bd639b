import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import type { Person, WorkspaceInfo } from "../../generated/bindings";
import { Badge, Button, IconButton, icons, Loaded, Menu, Note, Page, PageBody, Table, type TableColumn } from "../../kit";
import { AddPerson } from "./AddPerson";
import { RenamePerson } from "./RenamePerson";
import { SetPin } from "./SetPin";

type Open = { what: "add" | "pin" } | { what: "rename"; person: Person } | null;

/** Who interviews or decides here. */
export function PeopleScreen() {
  const people = useRead("personList", []);
  const info = useRead("workspaceInfo", []);
  const [open, setOpen] = useState<Open>(null);
  const archive = useWrite("personArchive", { said: (done) => `${done.value.name} is archived: their scorecards stay.`, undo: true });
  const close = () => setOpen(null);
  return (
    <Page
      title="People"
      lead="Who interviews or decides here. With more than one, the program asks who is at the keyboard."
      actions={
        <>
          <Button onPress={() => setOpen({ what: "pin" })}>Set my PIN</Button>
          <Button kind="main" onPress={() => setOpen({ what: "add" })}>
            Add a person
          </Button>
        </>
      }
    >
      <Loaded query={people} rows={5}>
        {(rows) => (
          <>
            <Table label="People" rows={rows} columns={columns(info.data, (person) => setOpen({ what: "rename", person }), (person) => archive.mutate([person.id]))} />
            <PageBody>
              <Note small>A PIN keeps people honest on a shared computer; it does not encrypt anything. Whoever has the passphrase and other software can read the whole folder.</Note>
            </PageBody>
          </>
        )}
      </Loaded>
      {open?.what === "add" && <AddPerson onClose={close} />}
      {open?.what === "pin" && <SetPin hasPin={info.data?.viewer?.has_pin ?? false} onClose={close} />}
      {open?.what === "rename" && <RenamePerson person={open.person} onClose={close} />}
    </Page>
  );
}

function columns(info: WorkspaceInfo | undefined, rename: (person: Person) => void, archive: (person: Person) => void): TableColumn<Person>[] {
  return [
    { id: "name", title: "Name", isRowHeader: true, render: (person) => person.name },
    { id: "pin", title: "PIN", render: (person) => (person.has_pin ? "set" : "not set") },
    { id: "state", title: "State", render: (person) => (person.archived ? <Badge>archived</Badge> : person.id === info?.viewer?.id ? <Badge tone="accent">at the keyboard</Badge> : "active") },
    {
      id: "actions",
      title: "Actions",
      align: "end",
      render: (person) => (
        <Menu
          label={`Actions for ${person.name}`}
          trigger={
            <IconButton label={`Actions for ${person.name}`} small>
              {icons.more}
            </IconButton>
          }
          items={[
            { id: "rename", label: "Rename…", onAction: () => rename(person) },
            { id: "archive", label: "Archive", hint: "no new interviews", disabled: person.archived || person.id === info?.viewer?.id, onAction: () => archive(person) },
          ]}
        />
      ),
    },
  ];
}
