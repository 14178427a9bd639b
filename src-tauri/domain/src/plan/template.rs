//! The assessments of a role template, which may differ by level: what is weighed otherwise, what is only held at some.

use serde::{Deserialize, Serialize};

use super::{CriterionMapping, PlanAssessment, PlanTemplate};
use crate::assessment::AssessmentKind;
use crate::kit::KitName;
use crate::problem::{Findings, Problem};
use crate::role::{PerSeniority, Seniority};
use crate::rubric::tidy;

/// One assessment as a template offers it: the same at every level, but for what `by_level` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct TemplateAssessment {
    /// The kind.
    pub kind: AssessmentKind,
    /// Name for people.
    pub title: String,
    /// Weight in per cent of the plan.
    pub weight: u32,
    /// Why it weighs that much in this role.
    pub weight_reason: String,
    /// Time box in minutes.
    pub minutes: u32,
    /// Id of the rubric.
    pub rubric: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// The kit by which it is held; none where the team brings its own task.
    pub kit: Option<KitName>,
    /// What criteria observe in this plan, where that is not what their rubric says.
    #[serde(default)]
    pub mapping: Vec<CriterionMapping>,
    /// The levels at which it is held; none named: at every level of the template.
    #[serde(default)]
    pub seniorities: Vec<Seniority>,
    /// What is otherwise at a level.
    #[serde(default)]
    pub by_level: PerSeniority<Option<AtLevel>>,
}

/// What is otherwise about an assessment at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct AtLevel {
    /// Weight in per cent of the plan.
    pub weight: u32,
    /// Why it weighs that much at this level.
    pub weight_reason: String,
    /// Time box in minutes; none: as at the other levels.
    pub minutes: Option<u32>,
}

impl TemplateAssessment {
    /// As the plan of a role at this level has it; none where it is not held there.
    pub fn at(&self, seniority: Seniority) -> Option<PlanAssessment> {
        if !(self.seniorities.is_empty() || self.seniorities.contains(&seniority)) {
            return None;
        }
        let own = self.by_level.get(seniority).as_ref();
        Some(PlanAssessment {
            kind: self.kind,
            title: self.title.clone(),
            weight: own.map_or(self.weight, |own| own.weight),
            weight_reason: own.map_or(&self.weight_reason, |own| &own.weight_reason).clone(),
            minutes: own.and_then(|own| own.minutes).unwrap_or(self.minutes),
            rubric: self.rubric.clone(),
            rubric_version: self.rubric_version,
            kit: self.kit.clone(),
            mapping: self.mapping.clone(),
        })
    }

    pub(super) fn tidied(self) -> Self {
        let tidied = |own: AtLevel| AtLevel { weight_reason: tidy(&own.weight_reason), ..own };
        Self {
            title: tidy(&self.title),
            weight_reason: tidy(&self.weight_reason),
            by_level: self.by_level.map(|own| own.map(tidied)),
            ..self
        }
    }

    /// The key of this place in the file: under `by_level` where the level has its own.
    fn place(&self, index: usize, seniority: Seniority, key: &str) -> String {
        let own = self.by_level.get(seniority).as_ref();
        let of_level = match key {
            "weight" | "weight_reason" => own.is_some(),
            "minutes" => own.is_some_and(|own| own.minutes.is_some()),
            _ => false,
        };
        let level = if of_level { format!("by_level.{}.", seniority.slug()) } else { String::new() };
        format!("assessments.{index}.{level}{key}")
    }
}

/// Errors for levels that an assessment names and the template does not offer.
pub(super) fn levels(template: &PlanTemplate, findings: &mut Findings) {
    for (index, one) in template.assessments.iter().enumerate() {
        let at = format!("assessments.{index}");
        findings.unique(
            &format!("{at}.seniorities"),
            "level",
            one.seniorities.iter().map(|level| level.slug()),
        );
        for seniority in Seniority::ALL {
            let slug = seniority.slug();
            if one.seniorities.contains(&seniority) && !template.seniorities.contains(&seniority) {
                findings.error(
                    format_args!("{at}.seniorities"),
                    format!("\"{}\" is held at {slug} level, which the template does not offer.", one.title),
                    "Offer the level in `seniorities` at the top, or leave it out here.",
                );
            }
            let held = template.seniorities.contains(&seniority) && one.at(seniority).is_some();
            if one.by_level.get(seniority).is_some() && !held {
                findings.error(
                    format_args!("{at}.by_level.{slug}"),
                    format!("\"{}\" is not held at {slug} level, and has a weight for it.", one.title),
                    "Take the weight out, or hold it at that level.",
                );
            }
        }
    }
}

/// What `check` finds in the plan of each level, at its place in the file. What is found at every level is told once.
pub(super) fn at_each_level(
    template: &PlanTemplate,
    check: impl Fn(&[PlanAssessment]) -> Vec<Problem>,
) -> Vec<Problem> {
    let mut found: Vec<(Problem, Vec<Seniority>)> = Vec::new();
    for seniority in &template.seniorities {
        for problem in check(&template.plan(*seniority)) {
            let problem = Problem { at: placed(template, *seniority, &problem.at), ..problem };
            match found.iter_mut().find(|(known, _)| *known == problem) {
                Some((_, levels)) => levels.push(*seniority),
                None => found.push((problem, vec![*seniority])),
            }
        }
    }
    found.into_iter().map(|(problem, levels)| named(template, problem, &levels)).collect()
}

fn named(template: &PlanTemplate, problem: Problem, levels: &[Seniority]) -> Problem {
    if levels.len() == template.seniorities.len() {
        return problem;
    }
    let slugs: Vec<_> = levels.iter().map(|level| level.slug()).collect();
    Problem { what: format!("At the level {}: {}", slugs.join(" and "), problem.what), ..problem }
}

/// A place in the plan of a level, as a place in the template.
fn placed(template: &PlanTemplate, seniority: Seniority, at: &str) -> String {
    let mut parts = at.splitn(3, '.').skip(1);
    let index = parts.next().and_then(|index| index.parse::<usize>().ok());
    let mut held = template.assessments.iter().enumerate().filter(|(_, one)| one.at(seniority).is_some());
    match (index.and_then(|index| held.nth(index)), parts.next()) {
        (Some((index, one)), Some(key)) => one.place(index, seniority, key),
        (Some((index, _)), None) => format!("assessments.{index}"),
        (None, _) => at.to_owned(),
    }
}
