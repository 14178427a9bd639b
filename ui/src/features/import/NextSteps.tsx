import { useState } from "react";
import { ApplyDespite } from "../../app/ApplyDespite";
import { queryClient, readOptions, showError, useRead, useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import type { Account, CandidateBrief, CandidateDetail, ImportReport, RoleSummary, SnapshotSummary } from "../../generated/bindings";
import { Button, ButtonLink, Menu, Note, Row, Section } from "../../kit";
import styles from "./Import.module.css";
import { LinkAccount } from "./LinkAccount";

/** What to do with what came in: link the accounts nobody has, put candidates up for a role. */
export function NextSteps({ report }: { report: ImportReport }) {
  if (report.candidates.length === 0 && report.snapshots_unlinked.length === 0 && report.notes.length === 0) return null;
  return (
    <Section title="Next" note={report.snapshots_unlinked.some((one) => !one.account || !NOBODY[one.account.kind]) ? "Some accounts belong to nobody yet: say who they are. A match is never guessed." : undefined}>
      {report.notes.map((note) => (
        <Note key={note}>{note}.</Note>
      ))}
      <div>
        {report.snapshots_unlinked.map((snapshot) => (
          <Unlinked key={snapshot.id} snapshot={snapshot} />
        ))}
        {report.candidates.map((candidate) => (
          <Imported key={candidate.id} candidate={candidate} />
        ))}
      </div>
    </Section>
  );
}

/** What is nobody's account, in words. */
const NOBODY: Partial<Record<Account["kind"], string>> = { organization: "organisation", bot: "bot", mannequin: "placeholder" };

function Unlinked({ snapshot }: { snapshot: SnapshotSummary }) {
  const { account } = snapshot;
  const nobody = account && NOBODY[account.kind];
  const make = useWrite("accountMakeCandidate", { onDone: (done) => goTo(`/candidates/${done.value.id}`), said: (done) => `${done.value.name} is a candidate now.`, undo: true });
  return (
    <div className={styles.next}>
      <span>
        {snapshot.name} <span className={styles.small}>{account ? `${nobody ?? "account"} on ${account.host}` : "names nobody"}</span>
      </span>
      {nobody && <span className={styles.small}>kept to be read; never a candidate</span>}
      {!nobody && <Row>
        <LinkAccount snapshot={snapshot} />
        {account && (
          <Button small onPress={() => make.mutate([account.id])} isPending={make.isPending}>
            Make a candidate
          </Button>
        )}
      </Row>}
    </div>
  );
}

function Imported({ candidate }: { candidate: CandidateBrief }) {
  const roles = useRead("roleList", []);
  const [despite, setDespite] = useState<{ who: CandidateDetail; role: RoleSummary } | null>(null);
  const apply = useWrite("applicationAdd", { said: (done) => `${done.value.candidate_name} is up for ${done.value.role_title}.`, undo: true });
  const open = (roles.data ?? []).filter((role) => role.open);
  const addTo = async (role: RoleSummary) => {
    const who = await queryClient.fetchQuery(readOptions("candidateShow", [candidate.id]));
    if (who.do_not_contact) setDespite({ who, role });
    else apply.mutate([candidate.id, role.id]);
  };
  return (
    <div className={styles.next}>
      <span>{candidate.name}</span>
      <Row>
        {open.length > 0 && (
          <Menu
            label={`Roles for ${candidate.name}`}
            trigger={
              <Button small isPending={apply.isPending}>
                Add to a role
              </Button>
            }
            items={open.map((role) => ({ id: role.id, label: role.title, onAction: () => void addTo(role).catch(showError) }))}
          />
        )}
        <ButtonLink small to={`/candidates/${candidate.id}`}>
          Open
        </ButtonLink>
      </Row>
      {despite && <ApplyDespite candidate={despite.who} role={despite.role} onClose={() => setDespite(null)} />}
    </div>
  );
}
