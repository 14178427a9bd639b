//! A workspace and invented inputs for the tests of candidates and imports.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod people;

use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

use assay_domain::assessment::AssessmentKind;
use assay_domain::candidate::{Basis, ProvenanceInput, SourceKind};
use assay_domain::ids::{ImportId, RoleId};
use assay_domain::import::*;
use assay_domain::role::{Seniority, Specialisation};
use assay_engine::imports::{self, ImportReport, ImportStart, Input, Run};
use assay_engine::plans::PlanAssessmentInput;
use assay_engine::roles::{self, NewRole, RoleInput};
use assay_engine::store::{Created, NewWorkspace, create};
use assay_engine::{Instant, Store, Viewer};
use uuid::Uuid;

pub fn at(minute: i64) -> Instant {
    let start: Instant = "2026-03-02T09:00:00Z".parse().unwrap();
    start + chrono::TimeDelta::minutes(minute)
}

pub struct Bench {
    _home: tempfile::TempDir,
    pub store: Store,
    pub owner: Viewer,
}

impl Bench {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a.assay");
        let new = NewWorkspace::new(&folder, "Fixture", "a long passphrase", "Ada Fixture");
        let Created { store, owner, .. } = create(&new, at(0)).unwrap();
        Self { _home: home, store, owner }
    }

    pub fn import(&self, sources: Vec<Fake>) -> ImportReport {
        self.import_with(sources, &AtomicBool::new(false), &mut |_| ())
    }

    pub fn import_with(
        &self,
        sources: Vec<Fake>,
        cancel: &AtomicBool,
        progress: &mut dyn FnMut(&imports::Progress),
    ) -> ImportReport {
        let start = ImportStart {
            paths: sources.iter().map(|one| one.label.clone()).collect(),
            provenance: provenance(),
            candidate_id: None,
            every_subject: false,
        };
        let run = Run {
            store: &self.store,
            viewer: self.owner,
            id: ImportId(Uuid::now_v7()),
            now: &|| at(5),
            start: &start,
            cancel,
        };
        let inputs = sources.into_iter().map(|one| Input::Source(Box::new(one))).collect();
        imports::run(&run, inputs, progress).unwrap()
    }

    /// Entries of the journal and its head.
    pub fn journal(&self) -> (u32, String) {
        let report = self.store.verify().unwrap();
        assert!(report.ok, "{report:?}");
        (report.entries, report.head)
    }
}

pub fn provenance() -> ProvenanceInput {
    ProvenanceInput {
        source: SourceKind::Github,
        basis: Basis::Consent,
        permission: "Said so".into(),
        given_on: None,
        until: None,
    }
}

/// An input that stands in memory.
#[derive(Clone)]
pub struct Fake {
    pub label: String,
    pub digest: [u8; 32],
    pub entries: Vec<(String, Vec<Record>)>,
    pub shape: String,
    pub outcome: Outcome,
    /// When it was taken, where it says so itself.
    pub taken: Option<Instant>,
}

/// A role to apply for.
pub fn new_role(bench: &Bench) -> RoleId {
    let kinds = [
        (AssessmentKind::CodeReview, "backend-code-review"),
        (AssessmentKind::SystemDesign, "backend-system-design"),
    ];
    let assessments = kinds.map(|(kind, rubric)| PlanAssessmentInput {
        id: String::new(),
        kind,
        title: kind.title().into(),
        weight: 50,
        weight_reason: "As the work is.".into(),
        minutes: 45,
        rubric_id: rubric.into(),
        rubric_version: 1,
        kit: None,
        mapping: vec![],
    });
    let role = RoleInput {
        title: "Backend engineer".into(),
        seniority: Seniority::Senior,
        specialisation: Specialisation::ApiGeneralist,
        goals: vec!["Owns one service.".into()],
        competencies: vec![],
    };
    let new = NewRole { role, assessments: assessments.to_vec() };
    roles::create(&bench.store, bench.owner, at(2), &new).unwrap().value.summary.id
}

pub fn fake(label: &str, digest: u8, entries: Vec<(&str, Vec<Record>)>) -> Fake {
    let entries = entries.into_iter().map(|(path, records)| (format!("{label}/{path}"), records)).collect();
    Fake {
        label: label.into(),
        digest: [digest; 32],
        entries,
        shape: "fixture".into(),
        outcome: Outcome::Imported,
        taken: None,
    }
}

impl RecordSource for Fake {
    fn label(&self) -> &str {
        &self.label
    }
    fn digest(&mut self, _: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<[u8; 32]> {
        Some(self.digest)
    }
    fn read(&mut self, sink: &mut dyn RecordSink) -> ControlFlow<()> {
        if let Some(at) = self.taken {
            sink.taken(at);
        }
        for (path, records) in &self.entries {
            for record in records {
                sink.record(path, record.clone())?;
            }
            sink.entry(EntryReport {
                path: path.clone(),
                outcome: self.outcome,
                shape: Some(self.shape.clone()),
                reason: None,
                accounts: vec![],
                records: records.len() as u64,
                bytes: 10,
            })?;
        }
        ControlFlow::Continue(())
    }
}

pub fn account(id: u64, login: &str) -> AccountRef {
    AccountRef { host: "github.com".into(), id: Some(id), login: login.into(), kind: AccountKind::User }
}

pub fn subject(id: u64, login: &str, kind: AccountKind, updated: &str) -> Record {
    Record::Subject(Box::new(Profile {
        account: account(id, login),
        kind,
        name: Seen::Value(format!("{login} Fixture")),
        bio: Seen::Empty,
        company: Seen::Absent,
        location: Seen::Absent,
        email: Seen::Empty,
        blog: Seen::Absent,
        hireable: Seen::Absent,
        public_repos: Seen::Value(0),
        followers: Seen::Value(7),
        following: Seen::Absent,
        created_at: Seen::Absent,
        updated_at: Seen::Value(updated.parse().unwrap()),
        suspended: Seen::Absent,
    }))
}

pub fn repository(owner: &AccountRef, name: &str, language: &str) -> Record {
    Record::Repository(Box::new(Repository {
        owner: owner.clone(),
        name: name.into(),
        description: Seen::Empty,
        fork: Seen::Value(false),
        archived: Seen::Absent,
        private: Seen::Absent,
        language: Seen::Value(language.into()),
        topics: Seen::Absent,
        stars: Seen::Value(3),
        forks: Seen::Absent,
        open_issues: Seen::Absent,
        licence: Seen::Absent,
        default_branch: Seen::Absent,
        size_kb: Seen::Absent,
        created_at: Seen::Absent,
        pushed_at: Seen::Absent,
        updated_at: Seen::Absent,
        pinned: Seen::Absent,
    }))
}

pub fn readme(owner: &str, name: &str, text: &str) -> Record {
    Record::Readme {
        repo: Some(RepoRef { host: "github.com".into(), owner: owner.into(), name: name.into() }),
        path: "README.md".into(),
        text: text.into(),
    }
}
