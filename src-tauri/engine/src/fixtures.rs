//! What the tests of this crate and the proofs beside it make their workspaces of. Stands behind the feature that only
//! tests turn on.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId};
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::RatingInput;
use chrono::TimeDelta;

use crate::interviews::NewInterview;
use crate::plans::PlanAssessmentInput;
use crate::roles::{NewRole, RoleInput};
use crate::{Instant, Viewer};

/// So many minutes after 2 March 2026, 09:00 UTC.
pub fn at(minute: i64) -> Instant {
    Instant::UNIX_EPOCH + TimeDelta::seconds(1_772_442_000) + TimeDelta::minutes(minute)
}

/// A role as it is typed in, with a plan of two assessments: 60 and 40 per cent.
pub fn new_role() -> NewRole {
    let one = |kind: AssessmentKind, weight, rubric: &str| PlanAssessmentInput {
        id: String::new(),
        kind,
        title: kind.title().into(),
        weight,
        weight_reason: "As the work is.".into(),
        minutes: 45,
        rubric_id: rubric.into(),
        rubric_version: 1,
        kit: None,
        mapping: vec![],
    };
    NewRole {
        role: RoleInput {
            title: "Backend engineer".into(),
            seniority: Seniority::Senior,
            specialisation: Specialisation::ApiGeneralist,
            goals: vec!["Owns one service.".into()],
            competencies: vec![],
        },
        assessments: vec![
            one(AssessmentKind::CodeReview, 60, "backend-code-review"),
            one(AssessmentKind::SystemDesign, 40, "backend-system-design"),
        ],
    }
}

/// An interview without a time.
pub fn new_interview(application: ApplicationId, assessment: AssessmentId, person: Viewer) -> NewInterview {
    NewInterview {
        application_id: application,
        assessment_id: assessment,
        person_id: person.0,
        starts_local: None,
        zone: None,
    }
}

/// One level for every criterion of a rubric, each with its note.
pub fn ratings(rubric: &Rubric, level: u8, note: impl Fn(usize) -> String) -> Vec<RatingInput> {
    let rating = |(index, id): (usize, &String)| RatingInput {
        criterion: id.clone(),
        level: Some(level),
        note: note(index),
        citations: vec![],
    };
    rubric.criteria.iter().map(|one| &one.id).enumerate().map(rating).collect()
}
