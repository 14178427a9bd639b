//! What the sample's candidates handed in: answers to the questionnaire, and reviews.

use std::collections::BTreeMap;

use assay_domain::assessment::AssessmentKind;
use serde::Deserialize;

use super::Sample;
use super::candidates::Added;
use super::data::{self, Data};
use crate::roles::RoleDetail;
use crate::submissions::{self, NewAnswer, NewSubmission};
use crate::{EngineError, Result, kits};

/// What one of them handed in.
#[derive(Deserialize)]
struct HandedIn {
    /// How long the answers took, where it was told.
    minutes: Option<u32>,
    /// By the kit's question.
    answers: BTreeMap<String, String>,
    /// Of the pull request; empty for none.
    review: String,
}

/// Hands everything in, the day before it was read.
pub fn hand_in(sample: &Sample<'_>, data: &Data, role: &RoleDetail, added: &[Added]) -> Result<()> {
    let all: BTreeMap<String, HandedIn> = data::read(include_str!("submissions.json"))?;
    for (index, (candidate, one)) in data.candidates.iter().zip(added).enumerate() {
        let Some(handed) = all.get(&candidate.name) else { continue };
        let day = i64::try_from(index).unwrap_or(0) / 4 + 7;
        for (kind, minutes, later) in
            [(AssessmentKind::Questionnaire, handed.minutes, 0), (AssessmentKind::CodeReview, None, 2)]
        {
            let new = submission(sample, role, one, kind, handed, minutes)?;
            if !new.answers.is_empty() || !new.text.is_empty() {
                submissions::add(sample.store, sample.owner, sample.at(day + later, 600), &new)?;
            }
        }
    }
    Ok(())
}

fn submission(
    sample: &Sample<'_>,
    role: &RoleDetail,
    one: &Added,
    kind: AssessmentKind,
    handed: &HandedIn,
    minutes: Option<u32>,
) -> Result<NewSubmission> {
    let assessment = role.plan.assessments.iter().find(|assessment| assessment.kind == kind);
    let assessment =
        assessment.ok_or_else(|| EngineError::Defect(format!("the sample's plan has no {}", kind.slug())))?;
    let answers = match (&assessment.kit, kind) {
        (Some(name), AssessmentKind::Questionnaire) => {
            let kit = kits::show(sample.store, sample.owner, &name.id, Some(name.version))?.kit;
            let asked = assay_domain::submission::questions(&kit).into_iter();
            let answered = asked.filter_map(|question| {
                let text = handed.answers.get(&question.id)?.clone();
                Some(NewAnswer { question: question.id, title: question.title, text })
            });
            answered.collect()
        }
        _ => Vec::new(),
    };
    Ok(NewSubmission {
        application_id: one.application,
        assessment_id: assessment.id,
        minutes,
        answers,
        text: if kind == AssessmentKind::CodeReview { handed.review.clone() } else { String::new() },
        paths: Vec::new(),
    })
}
