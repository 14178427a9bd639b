import { useSearch } from "@tanstack/react-router";
import { open } from "@tauri-apps/plugin-dialog";
import { useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import { useFileDrop } from "../../app/useFileDrop";
import { count } from "../../app/words";
import type { ColumnUse, FormReport } from "../../generated/bindings";
import { Button, Columns, EmptyState, Loaded, Note, Page, PageBody, Row, Section, Select, TextField } from "../../kit";
import { FormColumns } from "./FormColumns";
import { FormRows } from "./FormRows";
import { comingIn, lacks } from "./form";

/** Takes in the CSV export of a form for an assessment: columns mapped once, every row looked at before anything changes. */
export function FormImportScreen() {
  const search = useSearch({ from: "/inside/submissions/form" });
  const roles = useRead("roleList", []);
  const [role, setRole] = useState<string | null>(search.role ?? null);
  const [assessment, setAssessment] = useState<string | null>(search.assessment ?? null);
  const [typed, setTyped] = useState("");
  const [path, setPath] = useState("");
  const read = (next: string) => {
    setTyped(next);
    setPath(next.trim());
  };
  useFileDrop((paths) => paths[0] && read(paths[0]));
  const pick = async () => {
    const picked = await open({ title: "The form's export", filters: [{ name: "CSV", extensions: ["csv", "tsv", "txt"] }] });
    if (typeof picked === "string") read(picked);
  };
  return (
    <Page title="Import a form" crumbs={[{ label: "Candidates", to: "/candidates" }]} lead="The answers of a form as CSV, a row for each candidate. Whoever applied for the role is recognised by address, login or name; nothing changes before you have seen every row.">
      <PageBody>
        <Loaded query={roles} rows={2}>
          {(all) => {
            const chosen = role ?? all.find((one) => one.open)?.id ?? null;
            return (
              <Columns>
                <Select label="Role" value={chosen} onChange={(id) => (setRole(id), setAssessment(null))} options={all.map((one) => ({ id: one.id, label: one.title }))} />
                {chosen && <AssessmentSelect roleId={chosen} value={assessment} onChange={setAssessment} />}
              </Columns>
            );
          }}
        </Loaded>
        <Row end>
          <div style={{ flex: 1 }}>
            <TextField label="CSV file" value={typed} onChange={setTyped} onSubmit={() => read(typed)} mono placeholder="/path/to/answers.csv" />
          </div>
          <Button onPress={() => void pick()}>Choose…</Button>
          <Button onPress={() => read(typed)} isDisabled={typed.trim() === ""}>
            Read file
          </Button>
        </Row>
        {assessment && path !== "" ? <Preview key={`${assessment} ${path}`} assessmentId={assessment} path={path} /> : <EmptyState inset title={assessment ? "Choose the form's export" : "Choose what the form was for"}>With its headings in the first line. What a column means is remembered for the next export.</EmptyState>}
      </PageBody>
    </Page>
  );
}

function AssessmentSelect({ roleId, value, onChange }: { roleId: string; value: string | null; onChange: (id: string) => void }) {
  const role = useRead("roleShow", [roleId]);
  return <Select label="Assessment" value={value} onChange={onChange} options={(role.data?.plan.assessments ?? []).map((one) => ({ id: one.id, label: one.title }))} />;
}

function Preview({ assessmentId, path }: { assessmentId: string; path: string }) {
  const [uses, setUses] = useState<ColumnUse[] | null>(null);
  const [report, setReport] = useState<FormReport | null>(null);
  const preview = useRead("submissionPreviewForm", [assessmentId, path, uses], { keepPrevious: true });
  const take = useWrite("submissionImportForm", { undo: true, said: ({ value }) => `${count(value.added, "submission")} came in.`, onDone: ({ value }) => setReport(value) });
  if (report) {
    return (
      <Section title={`${count(report.added, "submission")} came in`} note="Each is on its candidate's page, and in marking for whoever holds the interview.">
        <FormRows rows={report.rows} problems={report.problems} />
      </Section>
    );
  }
  return (
    <Loaded query={preview} rows={6}>
      {(data) => {
        const missing = lacks(data.columns);
        const coming = comingIn(data.rows);
        return (
          <>
            <Section title="What its columns mean" note={data.remembered ? "As you said the last time." : "As far as the headings tell; look over it. It is remembered."}>
              <FormColumns columns={data.columns} questions={data.questions} onChange={setUses} />
            </Section>
            <Section
              title="Its rows"
              actions={
                <Button kind="main" isPending={take.isPending} isDisabled={missing.length > 0 || coming === 0} onPress={() => take.mutate([assessmentId, path, data.columns.map((column) => column.used)])}>
                  {coming === 0 ? "Take in" : `Take in ${count(coming, "submission")}`}
                </Button>
              }
            >
              {missing.length > 0 && <Note>No column says {missing.join(", nor ")}.</Note>}
              <FormRows rows={data.rows} problems={data.problems} />
            </Section>
          </>
        );
      }}
    </Loaded>
  );
}
