//! A workspace for tests: a role with a plan, three people, invented candidates.

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, EvidenceId, InterviewId, RoleId};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{Recommendation, ScorecardInput};
use rusqlite::params;
use uuid::Uuid;

pub use crate::fixtures::{at, new_role};
use crate::fixtures::{new_interview, ratings};
use crate::interviews::{self, Interview};
use crate::plans::PlanAssessmentInput;
use crate::roles::{self, RoleDetail};
use crate::store::{NewWorkspace, Unlock, create};
use crate::{Store, Viewer, people, plans, rubrics};

pub struct Bench {
    _home: tempfile::TempDir,
    pub store: Store,
    pub owner: Viewer,
    pub bo: Viewer,
    pub cy: Viewer,
    pub role: RoleDetail,
}

/// A second workspace, as it was copied.
pub struct Copy {
    _home: tempfile::TempDir,
    pub store: Store,
}

const PASSPHRASE: &str = "a long passphrase";

pub fn plan() -> Vec<PlanAssessmentInput> {
    new_role().assessments
}

impl Bench {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a.assay");
        let new = NewWorkspace::new(&folder, "Fixture", PASSPHRASE, "Ada Fixture");
        let made = create(&new, at(0)).unwrap();
        let add = |name| Viewer(people::add(&made.store, made.owner, at(1), name, "").unwrap().value.id);
        let (bo, cy) = (add("Bo Fixture"), add("Cy Fixture"));
        let role = roles::create(&made.store, made.owner, at(2), &new_role()).unwrap().value;
        Self { _home: home, owner: made.owner, bo, cy, role, store: made.store }
    }

    /// The workspace as it stands, copied and opened elsewhere, with the same ids.
    pub fn copy(&self) -> Copy {
        let home = tempfile::tempdir().unwrap();
        self.store.backup(|| at(0)).unwrap();
        let backup = self.store.backups().unwrap().pop().unwrap();
        std::fs::copy(backup, home.path().join("workspace.db")).unwrap();
        std::fs::copy(self.store.folder().join("keys.json"), home.path().join("keys.json")).unwrap();
        let store = Store::open(home.path(), &Unlock::Passphrase(PASSPHRASE.into())).unwrap();
        Copy { _home: home, store }
    }

    pub fn role_id(&self) -> RoleId {
        self.role.summary.id
    }

    pub fn assessment(&self, index: usize) -> AssessmentId {
        self.role.plan.assessments[index].id
    }

    pub fn rubric(&self, index: usize) -> Rubric {
        let one = &self.role.plan.assessments[index];
        rubrics::show(&self.store, self.owner, &one.rubric_id, one.rubric_version).unwrap()
    }

    /// Keeps version 2 of an assessment's rubric with a change, and moves the role to it.
    pub fn move_on(&self, assessment: usize, change: impl FnOnce(&mut Rubric)) {
        let mut next = self.rubric(assessment);
        next.version = 2;
        change(&mut next);
        rubrics::keep(&self.store, self.owner, at(12), &next).unwrap();
        let (role, id) = (self.role_id(), self.assessment(assessment));
        plans::move_rubric(&self.store, self.owner, at(13), role, id, 2, "it says more").unwrap();
    }

    /// A candidate in stage `interviewing`.
    pub fn application(&self, name: &str) -> ApplicationId {
        let (candidate, application) = (CandidateId(Uuid::now_v7()), ApplicationId(Uuid::now_v7()));
        self.store
            .scratch(|tx| {
                tx.execute(
                    "INSERT INTO candidate (id, name, email, location, headline, notes, source, basis, permission, added_at)
                     VALUES (?1, ?2, '', '', '', '', 'applied', 'application', '', ?3)",
                    params![candidate.0, name, at(3)],
                )?;
                tx.execute(
                    "INSERT INTO application (id, candidate_id, role_id, stage, since, created_at)
                     VALUES (?1, ?2, ?3, 'interviewing', ?4, ?4)",
                    params![application.0, candidate.0, self.role_id().0, at(3)],
                )?;
                tx.execute(
                    "INSERT INTO stage_move (application_id, position, at, person_id, from_stage, to_stage, reason)
                     VALUES (?1, 0, ?2, ?3, NULL, 'interviewing', '')",
                    params![application.0, at(3), self.owner.0.0],
                )?;
                Ok(())
            })
            .unwrap();
        application
    }

    pub fn assign(&self, application: ApplicationId, assessment: usize, to: Viewer) -> Interview {
        let new = new_interview(application, self.assessment(assessment), to);
        interviews::assign(&self.store, self.owner, at(4), &new).unwrap().value
    }

    /// A complete scorecard with one level for all criteria.
    pub fn card(&self, assessment: usize, level: u8) -> ScorecardInput {
        ScorecardInput {
            ratings: ratings(&self.rubric(assessment), level, |_| format!("noted {level}")),
            flags: vec![],
            summary: "A summary zanzibar.".into(),
            recommendation: Some(Recommendation::Yes),
            log: vec![],
        }
    }

    /// A commit in a snapshot; of the candidate of an interview where it is `linked`.
    pub fn evidence(&self, interview: InterviewId, linked: bool) -> EvidenceId {
        let [account, import, snapshot, evidence] = std::array::from_fn(|_| Uuid::now_v7());
        let candidate = self.interview(self.bo, interview).candidate_id;
        self.store
            .scratch(|tx| {
                tx.execute(
                    "INSERT INTO account (id, host, login, kind) VALUES (?1, 'github.com', ?2, 'user')",
                    params![account, account.to_string()],
                )?;
                if linked {
                    tx.execute(
                        "INSERT INTO candidate_account (account_id, candidate_id, by_hand) VALUES (?1, ?2, 1)",
                        params![account, candidate.0],
                    )?;
                }
                tx.execute(
                    "INSERT INTO import_run (id, at, person_id, source, basis, permission, state, paths, totals)
                     VALUES (?1, '', ?2, 'github', 'consent', '', 'done', '[]', '{}')",
                    params![import, self.owner.0.0],
                )?;
                tx.execute(
                    "INSERT INTO snapshot (id, account_id, import_id, state, imported_at, origin, shape, source, basis,
                        permission, profile, counts) VALUES (?1, ?2, ?3, 'whole', ?4, '', '', 'github', 'consent', '', 'null', '{}')",
                    params![snapshot, account, import, at(3)],
                )?;
                tx.execute(
                    "INSERT INTO evidence (id, snapshot_id, kind, address, title, body, entry, record)
                     VALUES (?1, ?2, 'commit', 'eda/tool@abc', 'Fix', 'Fix the race', '', '{}')",
                    params![evidence, snapshot],
                )?;
                Ok(())
            })
            .unwrap();
        EvidenceId(evidence)
    }

    pub fn interview(&self, viewer: Viewer, id: InterviewId) -> Interview {
        self.store.read(viewer, |conn| interviews::get(conn, viewer, id)).unwrap()
    }
}
