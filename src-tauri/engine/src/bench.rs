//! A workspace for tests: a role with a plan, three people, invented candidates.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, RoleId};
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{RatingInput, Recommendation, ScorecardInput};
use chrono::TimeDelta;
use rusqlite::params;
use uuid::Uuid;

use crate::interviews::{self, Interview, NewInterview};
use crate::plans::PlanAssessmentInput;
use crate::roles::{self, NewRole, RoleDetail, RoleInput};
use crate::store::{NewWorkspace, OpenOptions, create};
use crate::{Instant, Store, Viewer, people, rubrics};

pub struct Bench {
    _home: tempfile::TempDir,
    pub store: Store,
    pub owner: Viewer,
    pub bo: Viewer,
    pub cy: Viewer,
    pub role: RoleDetail,
}

/// So many minutes after the workspace was made.
pub fn at(minute: i64) -> Instant {
    let start: Instant = "2026-03-02T09:00:00Z".parse().unwrap();
    start + TimeDelta::minutes(minute)
}

pub fn plan() -> Vec<PlanAssessmentInput> {
    let one = |kind: AssessmentKind, weight, rubric: &str| PlanAssessmentInput {
        id: String::new(),
        kind,
        title: kind.title().into(),
        weight,
        weight_reason: "As the work is.".into(),
        minutes: 45,
        rubric_id: rubric.into(),
        rubric_version: 1,
    };
    vec![
        one(AssessmentKind::CodeReview, 60, "backend-code-review"),
        one(AssessmentKind::SystemDesign, 40, "backend-system-design"),
    ]
}

pub fn new_role() -> NewRole {
    NewRole {
        role: RoleInput {
            title: "Backend engineer".into(),
            seniority: Seniority::Senior,
            specialisation: Specialisation::ApiGeneralist,
            goals: vec!["Owns one service.".into()],
            competencies: vec![],
        },
        assessments: plan(),
    }
}

impl Bench {
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a.assay");
        let new = NewWorkspace {
            folder: &folder,
            name: "Fixture",
            passphrase: "a long passphrase",
            owner: "Ada Fixture",
            sample: false,
            options: OpenOptions::default(),
        };
        let made = create(&new, at(0)).unwrap();
        let add = |name| Viewer(people::add(&made.store, made.owner, at(1), name, "").unwrap().value.id);
        let (bo, cy) = (add("Bo Fixture"), add("Cy Fixture"));
        let role = roles::create(&made.store, made.owner, at(2), &new_role()).unwrap().value;
        Self { _home: home, owner: made.owner, bo, cy, role, store: made.store }
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
        let new = NewInterview {
            application_id: application,
            assessment_id: self.assessment(assessment),
            person_id: to.0,
            starts_local: None,
            zone: None,
        };
        interviews::assign(&self.store, self.owner, at(4), &new).unwrap().value
    }

    /// A complete scorecard with one level for all criteria.
    pub fn card(&self, assessment: usize, level: u8) -> ScorecardInput {
        let rating = |id: &String| RatingInput {
            criterion: id.clone(),
            level: Some(level),
            note: format!("noted {level}"),
            citations: vec![],
        };
        ScorecardInput {
            ratings: self.rubric(assessment).criteria.iter().map(|one| rating(&one.id)).collect(),
            flags: vec![],
            summary: "A summary zanzibar.".into(),
            recommendation: Some(Recommendation::Yes),
        }
    }

    pub fn interview(&self, viewer: Viewer, id: InterviewId) -> Interview {
        self.store.read(|conn| interviews::get(conn, viewer, id)).unwrap()
    }
}
