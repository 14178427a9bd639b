//! Candidates made by hand, imports for them, commits with their people, interviews.

use std::sync::atomic::AtomicBool;

use assay_domain::candidate::CandidateInput;
use assay_domain::ids::{ApplicationId, CandidateId, ImportId, InterviewId, RoleId};
use assay_domain::import::*;
use assay_engine::candidates::{self, CandidateDetail};
use assay_engine::imports::{self, ImportReport, ImportStart, Input, Run};
use assay_engine::interviews::{self, NewInterview};
use assay_engine::{EngineError, plans};

use super::*;

pub const EMAIL: &str = "Ada@fixture.example";

pub fn import_for(bench: &Bench, source: Fake, candidate: Option<CandidateId>) -> ImportReport {
    let start = ImportStart {
        paths: vec![source.label.clone()],
        provenance: provenance(),
        candidate_id: candidate,
        every_subject: false,
    };
    let run = Run {
        store: &bench.store,
        viewer: bench.owner,
        id: ImportId(Uuid::now_v7()),
        now: &|| at(5),
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    imports::run(&run, vec![Input::Source(Box::new(source))], &mut |_| {}).unwrap()
}

pub fn input(name: &str, email: &str) -> CandidateInput {
    CandidateInput {
        name: name.into(),
        email: email.into(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        provenance: provenance(),
    }
}

pub fn candidate(bench: &Bench, name: &str, email: &str) -> CandidateId {
    candidates::create(&bench.store, bench.owner, at(3), input(name, email)).unwrap().value.id
}

pub fn show(bench: &Bench, id: CandidateId) -> CandidateDetail {
    candidates::show(&bench.store, bench.owner, at(6), id).unwrap()
}

pub fn commit(sha: &str, email: &str, message: &str) -> Record {
    Record::Commit(Box::new(Commit {
        repo: Some(RepoRef {
            host: "github.com".into(),
            owner: "acme-fixture".into(),
            name: "kettle".into(),
        }),
        sha: sha.repeat(20),
        message: message.into(),
        author: None,
        committer: None,
        author_identity: GitIdentity::new("Ada Fixture", email),
        committer_identity: None,
        authored_at: Some("2025-05-01T00:00:00Z".parse().unwrap()),
        parents: Some(1),
        files: None,
    }))
}

pub fn assign(bench: &Bench, role: RoleId, application: ApplicationId) -> Result<InterviewId, EngineError> {
    let plan = plans::show(&bench.store, bench.owner, role, 1).unwrap();
    let new = NewInterview {
        application_id: application,
        assessment_id: plan.assessments[0].id,
        person_id: bench.owner.0,
        starts_local: None,
        zone: None,
    };
    interviews::assign(&bench.store, bench.owner, at(9), &new).map(|done| done.value.id)
}
