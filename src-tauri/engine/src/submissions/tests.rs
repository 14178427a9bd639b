mod form;
mod hand_in;

use std::path::PathBuf;

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, RoleId};
use assay_domain::kit::KitName;

use super::{NewAnswer, NewSubmission};
use crate::bench::{Bench, at, new_role};
use crate::{applications, candidates, roles};

/// A role whose only assessment is the kit's questionnaire.
pub fn questionnaire(bench: &Bench) -> (RoleId, AssessmentId) {
    let mut new = new_role();
    new.role.title = "Another engineer".into();
    new.assessments.truncate(1);
    let one = &mut new.assessments[0];
    one.kind = AssessmentKind::Questionnaire;
    (one.rubric_id, one.weight) = ("backend-questionnaire".into(), 100);
    one.kit = Some(KitName { id: "questionnaire".into(), version: 1 });
    let made = roles::create(&bench.store, bench.owner, at(2), &new).unwrap().value;
    (made.summary.id, made.plan.assessments[0].id)
}

/// Somebody who applied for a role, with an address.
pub fn applicant(bench: &Bench, role: RoleId, name: &str, email: &str) -> (CandidateId, ApplicationId) {
    let input = assay_domain::candidate::CandidateInput {
        name: name.into(),
        email: email.into(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        provenance: assay_domain::candidate::ProvenanceInput {
            source: assay_domain::candidate::SourceKind::Applied,
            basis: assay_domain::candidate::Basis::Application,
            permission: String::new(),
            given_on: None,
            until: None,
        },
    };
    let candidate = candidates::create(&bench.store, bench.owner, at(3), input).unwrap().value.id;
    let application = applications::add(&bench.store, bench.owner, at(3), candidate, role).unwrap().value.id;
    (candidate, application)
}

/// A submission of nothing yet.
pub fn blank(application: ApplicationId, assessment: AssessmentId) -> NewSubmission {
    NewSubmission {
        application_id: application,
        assessment_id: assessment,
        minutes: None,
        answers: vec![],
        text: String::new(),
        paths: vec![],
    }
}

pub fn answer(question: &str, title: &str, text: &str) -> NewAnswer {
    NewAnswer { question: question.into(), title: title.into(), text: text.into() }
}

/// Writes a file below a folder, with the folders on the way.
pub fn write(folder: &std::path::Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}
