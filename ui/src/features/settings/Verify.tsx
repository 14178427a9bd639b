import { useRead } from "../../app/queries";
import { Badge, Button, ErrorState, Note, PathText, Row, Section, Table } from "../../kit";

/** Checks the journal's chain and the database on request, and names what is wrong. */
export function Verify() {
  const verify = useRead("journalVerify", [], { enabled: false });
  return (
    <Section title="Check" note="Reads the whole journal and the database: the chain of entries, their digests, references, and every page of the file.">
      <Row>
        <Button onPress={() => void verify.refetch()} isPending={verify.isFetching}>
          {verify.isFetching ? "Checking…" : "Check the workspace"}
        </Button>
        {verify.data && (verify.data.ok ? <Badge tone="good">Sound</Badge> : <Badge tone="bad">Something is wrong</Badge>)}
      </Row>
      {verify.error && <ErrorState inset message={verify.error.message} hint={verify.error.hint} />}
      {verify.data && (
        <>
          <Table
            label="Checks"
            inset
            wrap
            rows={verify.data.checks.map((check) => ({ id: check.check, ...check }))}
            columns={[
              { id: "check", title: "Check", isRowHeader: true, render: (row) => row.check },
              { id: "ok", title: "Result", render: (row) => (row.ok ? <Badge tone="good">sound</Badge> : <Badge tone="bad">failed</Badge>) },
              { id: "detail", title: "What was seen", render: (row) => row.detail },
            ]}
          />
          <Note small>
            {verify.data.entries} entries; the newest is <PathText>{verify.data.head}</PathText>
          </Note>
        </>
      )}
    </Section>
  );
}
