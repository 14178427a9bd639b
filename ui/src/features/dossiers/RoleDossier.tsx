import type { ReactNode } from "react";
import type { RoleDetail } from "../../generated/bindings";
import { Note, PageBody, Row, Section } from "../../kit";
import { DossierPane } from "./DossierPane";
import { ExportButtons, type DataFile } from "./ExportButtons";

/** A role as a document to hand over, and its numbers for other programs. */
export function RoleDossier({ role }: { role: RoleDetail }): ReactNode {
  const { id } = role.summary;
  const files: DataFile[] = [
    { label: "Ratings", request: { kind: "ratings", role_id: id, assessment_id: null }, name: "ratings", endings: ["csv", "json"] },
    { label: "Debrief", request: { kind: "debrief", role_id: id }, name: "debrief", endings: ["csv", "json"] },
  ];
  return (
    <PageBody>
      <Section title="Dossier of the role" note="Who stands where and how sure that is, the raters, every score down to levels and weights, the decisions, the plan. Candidates closed to you are left out.">
        <DossierPane request={{ kind: "role", role_id: id }} />
      </Section>
      <Section title="Data" note={<>For spreadsheets and other programs. <code>assay measure</code> reads the ratings.</>}>
        <Row><ExportButtons files={files} /></Row>
        <Note small>A score that was not assessed is an empty cell, never 0.</Note>
      </Section>
    </PageBody>
  );
}
