import { useParams } from "@tanstack/react-router";
import { provenanceText } from "../../app/ProvenanceFields";
import { useRead, useWrite } from "../../app/queries";
import { Button, ButtonLink, DateText, ErrorState, Loaded, Note, Page, PageBody } from "../../kit";
import { LatestFiles } from "./LatestFiles";
import { NextSteps } from "./NextSteps";
import { ProgressOf } from "./ProgressOf";
import { useImportProgress } from "./progress";
import { Report } from "./Report";

/** One import: while it works, its counts and a way to stop it; afterwards its report and what to do next. */
export function ImportReportScreen() {
  const { importId } = useParams({ from: "/inside/import/$importId" });
  const progress = useImportProgress(importId);
  const report = useRead("importReport", [importId]);
  const cancel = useWrite("importCancel");
  const running = progress ? progress.state === "running" : report.data?.state === "running";
  return (
    <Page
      title={running ? "Importing" : "Import report"}
      crumbs={[{ label: "Import", to: "/import" }]}
      lead={report.data && <>{provenanceText(report.data.provenance)} · <DateText value={report.data.at} time /></>}
      actions={
        running ? (
          <Button onPress={() => cancel.mutate([importId])} isPending={cancel.isPending}>
            Cancel import
          </Button>
        ) : (
          <ButtonLink to="/import">Import more</ButtonLink>
        )
      }
    >
      <PageBody>
        {running && (
          <>
            {progress ? <ProgressOf progress={progress} /> : <Note>At work. You can leave this screen; the import goes on.</Note>}
            {progress && <LatestFiles files={progress.latest} />}
          </>
        )}
        {!running && progress?.error && <ErrorState inset message={progress.error.message} hint={progress.error.hint} />}
        {!running && (
          <Loaded query={report}>
            {(data) => (
              <>
                <NextSteps report={data} />
                <Report report={data} />
              </>
            )}
          </Loaded>
        )}
      </PageBody>
    </Page>
  );
}
