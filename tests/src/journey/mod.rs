//! A workspace for the engine's proofs, with invented people, and the material that they are made of.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

pub mod commands;
pub mod snapshots;

use std::path::PathBuf;

use assay_domain::candidate::{Basis, CandidateInput, ProvenanceInput, SourceKind};
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, RoleId, SubmissionId};
use assay_domain::rubric::RedFlag;
use assay_domain::scorecard::{LogEntry, LogEvent, RaisedFlagInput, Recommendation, ScorecardInput};
use assay_engine::fixtures::ratings;
pub use assay_engine::fixtures::{at, new_interview, new_role};
use assay_engine::interviews::Interview;
use assay_engine::roles::RoleDetail;
use assay_engine::store::{Created, NewWorkspace, OpenOptions, Unlock, create};
use assay_engine::submissions::{self, NewSubmission};
use assay_engine::{Store, Viewer, applications, candidates, interviews, people, roles, rubrics, scorecards};

/// The passphrase of every workspace here.
pub const PASSPHRASE: &str = "ledger otter seven plum";

/// A workspace, open, in a folder that goes when it is dropped.
pub struct World {
    /// The engine's handle.
    pub store: Store,
    /// Where it lies.
    pub folder: PathBuf,
    /// Shown once when it was made.
    pub recovery_code: String,
    /// The first person.
    pub owner: Viewer,
    options: OpenOptions,
    home: tempfile::TempDir,
}

impl World {
    /// An empty one without encryption: SQLCipher without a key writes SQLite's plain format, so that a proof can look
    /// for residue, and is quick.
    pub fn plain() -> Self {
        Self::with(OpenOptions { plaintext: true })
    }

    /// An empty one as a release makes it.
    pub fn encrypted() -> Self {
        Self::with(OpenOptions::default())
    }

    fn with(options: OpenOptions) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("Proof.assay");
        let new = NewWorkspace { options, ..NewWorkspace::new(&folder, "Proof", PASSPHRASE, "Ada Fixture") };
        let Created { store, owner, recovery_code } = create(&new, at(0)).unwrap();
        Self { store, folder, recovery_code, owner, options, home }
    }

    /// Quits and opens again.
    pub fn restarted(self) -> Self {
        let Self { store, folder, recovery_code, owner, options, home } = self;
        drop(store);
        let store = Store::open_with(&folder, &Unlock::Passphrase(PASSPHRASE.into()), options).unwrap();
        Self { store, folder, recovery_code, owner, options, home }
    }

    /// A place beside the workspace, for what is imported.
    pub fn beside(&self) -> PathBuf {
        self.home.path().join("beside")
    }

    /// A further person, without a PIN.
    pub fn person(&self, name: &str) -> Viewer {
        Viewer(people::add(&self.store, self.owner, at(1), name, "").unwrap().value.id)
    }

    /// A role with a plan of two assessments.
    pub fn role(&self) -> RoleDetail {
        roles::create(&self.store, self.owner, at(2), &new_role()).unwrap().value
    }

    /// A candidate added by hand.
    pub fn candidate(&self, input: CandidateInput) -> CandidateId {
        candidates::create(&self.store, self.owner, at(3), input).unwrap().value.id
    }

    /// Their application for a role.
    pub fn application(&self, candidate: CandidateId, role: RoleId) -> ApplicationId {
        applications::add(&self.store, self.owner, at(4), candidate, role).unwrap().value.id
    }

    /// An interview assigned.
    pub fn interview(
        &self,
        application: ApplicationId,
        assessment: AssessmentId,
        person: Viewer,
    ) -> Interview {
        let new = new_interview(application, assessment, person);
        interviews::assign(&self.store, self.owner, at(5), &new).unwrap().value
    }

    /// A text handed in for an assessment.
    pub fn handed_in(
        &self,
        application: ApplicationId,
        assessment: AssessmentId,
        text: &str,
    ) -> SubmissionId {
        let new = NewSubmission {
            application_id: application,
            assessment_id: assessment,
            minutes: Some(40),
            answers: vec![],
            text: text.into(),
            paths: vec![],
        };
        submissions::add(&self.store, self.owner, at(5), &new).unwrap().value.submission.id
    }

    /// A complete scorecard for an interview: one level for all criteria; notes, a red flag, a log and a summary that begin with
    /// `words`.
    pub fn card(&self, interview: &Interview, level: u8, words: &str) -> ScorecardInput {
        card(&self.store, interview, level, words)
    }

    /// The same without a log, for an amendment: it cannot change what was noted in the room.
    pub fn amendment(&self, interview: &Interview, level: u8, words: &str) -> ScorecardInput {
        ScorecardInput { log: vec![], ..self.card(interview, level, words) }
    }

    /// Submits such a scorecard on behalf of whoever holds the interview; gives the interview's id.
    pub fn scored(&self, interview: &Interview, level: u8, words: &str) -> InterviewId {
        let viewer = Viewer(interview.person_id);
        let card = self.card(interview, level, words);
        scorecards::submit(&self.store, viewer, at(6), interview.id, card).unwrap();
        interview.id
    }
}

/// A candidate as typed in, who applied.
pub fn new_candidate(name: &str) -> CandidateInput {
    CandidateInput {
        name: name.into(),
        email: String::new(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        provenance: provenance(""),
    }
}

/// Where data came from, with whose permission.
pub fn provenance(permission: &str) -> ProvenanceInput {
    ProvenanceInput {
        source: SourceKind::Applied,
        basis: Basis::Consent,
        permission: permission.into(),
        given_on: None,
        until: None,
    }
}

/// See [`World::card`].
pub fn card(store: &Store, interview: &Interview, level: u8, words: &str) -> ScorecardInput {
    let viewer = Viewer(interview.person_id);
    let role = roles::show(store, viewer, interview.role_id).unwrap();
    let of = role.plan.assessments.iter().find(|one| one.id == interview.assessment_id).unwrap();
    let rubric = rubrics::show(store, viewer, &of.rubric_id, of.rubric_version).unwrap();
    let flag = |one: &RedFlag| RaisedFlagInput { flag: one.id.clone(), evidence: format!("{words} flag") };
    ScorecardInput {
        ratings: ratings(&rubric, level, |index| format!("{words} note {index}")),
        flags: rubric.red_flags.iter().take(1).map(flag).collect(),
        summary: format!("{words} summary"),
        recommendation: Some(if level > 2 { Recommendation::Yes } else { Recommendation::No }),
        log: vec![LogEntry {
            at: at(5),
            event: LogEvent::Note,
            of: String::new(),
            text: format!("{words} log"),
        }],
    }
}
