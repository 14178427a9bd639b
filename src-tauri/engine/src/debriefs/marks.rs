//! The cells of a row.

use assay_domain::ids::ApplicationId;
use assay_domain::measure::aggregate::{AssessmentScore, on_common_scale};

use super::gather::{Card, Material};
use super::{DebriefCell, RaterMark};
use crate::plans::PlanAssessment;
use crate::scorecards;

/// A cell of an application that is closed to the viewer: only which interviews are still to come.
pub(super) fn closed(material: &Material, application: ApplicationId, one: &PlanAssessment) -> DebriefCell {
    let (open, cancelled) = material.waiting.get(&(application, one.id)).copied().unwrap_or_default();
    DebriefCell {
        assessment_id: one.id,
        score: None,
        coverage: None,
        raters: Vec::new(),
        spread: None,
        gap: None,
        open,
        cancelled,
    }
}

/// A cell with what was measured in it, brought to the common scale.
pub(super) fn measured(
    material: &Material,
    application: ApplicationId,
    one: &PlanAssessment,
    levels: u8,
    part: &AssessmentScore,
) -> DebriefCell {
    let step = on_common_scale(2.0, levels) - on_common_scale(1.0, levels);
    DebriefCell {
        score: part.score.map(|score| on_common_scale(score, levels)),
        coverage: Some(part.coverage),
        raters: material.cell(application, one.id).map(|card| mark(material, card)).collect(),
        spread: part.spread.map(|spread| spread * step),
        gap: part.spread.map(|_| part.gap),
        ..closed(material, application, one)
    }
}

fn mark(material: &Material, card: &Card) -> RaterMark {
    let rubric = material.rubrics.get(&card.rubric);
    RaterMark {
        person_id: card.person,
        name: card.name.clone(),
        scorecard_id: card.id,
        score: rubric.and_then(|rubric| scorecards::score(rubric, &card.sheet).score),
        independent: card.independent,
        recommendation: card.recommendation,
    }
}
