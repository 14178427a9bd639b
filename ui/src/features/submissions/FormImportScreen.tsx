import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { queryClient, useRead } from "../../app/queries";
import { useFileDrop } from "../../app/useFileDrop";
import type { FormReport } from "../../generated/bindings";
import { Columns, EmptyState, FilePathField, Loaded, Page, PageBody, Select } from "../../kit";
import { FormPreviewPart } from "./FormPreviewPart";

/** Takes in the CSV export of a form for an assessment: columns mapped once, every row looked at before anything changes. */
export function FormImportScreen() {
  const search = useSearch({ from: "/inside/submissions/form" });
  const roles = useRead("roleList", []);
  const [role, setRole] = useState<string | null>(search.role ?? null);
  const [assessment, setAssessment] = useState<string | null>(search.assessment ?? null);
  const [typed, setTyped] = useState("");
  const [path, setPath] = useState("");
  const [report, setReport] = useState<FormReport | null>(null);
  const read = (next: string) => {
    setTyped(next);
    setPath(next);
    setReport(null);
    // The same file may hold something else by now.
    void queryClient.resetQueries({ queryKey: ["submissionPreviewForm"] });
  };
  const chooseAssessment = (id: string | null) => {
    setAssessment(id);
    setReport(null);
  };
  useFileDrop((paths) => paths[0] && read(paths[0]));
  return (
    <Page title="Import a form" crumbs={[{ label: "Candidates", to: "/candidates" }]} lead="The answers of a form as CSV, a row for each candidate. Whoever applied for the role is recognised by address, login or name; nothing changes before you have seen every row.">
      <PageBody>
        <Loaded query={roles} rows={2}>
          {(all) => {
            const chosen = role ?? all.find((one) => one.open)?.id ?? null;
            return (
              <Columns>
                <Select label="Role" value={chosen} onChange={(id) => (setRole(id), chooseAssessment(null))} options={all.map((one) => ({ id: one.id, label: one.title }))} />
                {chosen && <AssessmentSelect roleId={chosen} value={assessment} onChange={chooseAssessment} />}
              </Columns>
            );
          }}
        </Loaded>
        <FilePathField label="CSV file" dialog="The form's export" wanted={{ name: "CSV", extensions: ["csv", "tsv", "txt"] }} value={typed} onChange={setTyped} onRead={read} placeholder="/path/to/answers.csv" />
        {assessment && path !== "" ? (
          <FormPreviewPart key={`${assessment} ${path}`} assessmentId={assessment} path={path} report={report} onReport={setReport} />
        ) : (
          <EmptyState inset title={assessment ? "Choose the form's export" : "Choose what the form was for"}>With its headings in the first line. What a column means is remembered for the next export.</EmptyState>
        )}
      </PageBody>
    </Page>
  );
}

function AssessmentSelect({ roleId, value, onChange }: { roleId: string; value: string | null; onChange: (id: string) => void }) {
  const role = useRead("roleShow", [roleId]);
  return <Select label="Assessment" value={value} onChange={onChange} options={(role.data?.plan.assessments ?? []).map((one) => ({ id: one.id, label: one.title }))} />;
}
