//! Plans and the role templates that they come from: which assessments, in which order, with which weights and why.

mod check;
mod coverage;
mod template;

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentKind;
use crate::competency::{CompetencyList, CompetencySlug};
use crate::data_file;
use crate::kit::{KitName, KitRef};
use crate::problem::{Findings, Problem};
use crate::role::{PerSeniority, Seniority, Specialisation};
use crate::rubric::{Criterion, RubricRef, tidy, tidy_all};

pub use check::{
    MOST_CANDIDATE_MINUTES, TOTAL_WEIGHT, USUAL_DAYS, candidate_minutes, check_kits, check_plan,
    check_rubrics, weight_sum,
};
pub use coverage::{Coverage, Observing, coverage};
pub use template::{AtLevel, TemplateAssessment};

/// One assessment as a plan orders it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PlanAssessment {
    /// The kind.
    pub kind: AssessmentKind,
    /// Name for people in this plan.
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
}

/// What one criterion observes in a plan, instead of what its rubric says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CriterionMapping {
    /// Id of the rubric's criterion.
    pub criterion: String,
    /// The competency that it observes here.
    pub competency: CompetencySlug,
}

/// What a criterion observes: what the plan's mapping says, else what its rubric says.
pub fn observed<'a>(mapping: &'a [CriterionMapping], criterion: &'a Criterion) -> &'a CompetencySlug {
    let mapped = mapping.iter().find(|one| one.criterion == criterion.id);
    mapped.map_or(&criterion.competency, |one| &one.competency)
}

/// A competency that a role asks for, and what it expects of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CompetencyExpectation {
    /// Which.
    pub competency: CompetencySlug,
    /// What is expected at each seniority.
    pub expectation: PerSeniority<String>,
}

/// One step of the calendar of a hiring loop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CalendarStep {
    /// Day after the application came in, from 0.
    pub day: u32,
    /// What is done by then.
    pub what: String,
}

/// A role template: everything that opening a role of one specialisation starts with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PlanTemplate {
    /// Stable name.
    pub id: String,
    /// Version, from 1.
    pub version: u32,
    /// Which specialisation.
    pub specialisation: Specialisation,
    /// Name for people.
    pub title: String,
    /// When to choose this one.
    pub summary: String,
    /// The levels that it can be opened at.
    pub seniorities: Vec<Seniority>,
    /// Days from application to decision.
    pub calendar_days: u32,
    /// What the person will have done after six months.
    pub goals: PerSeniority<Vec<String>>,
    /// What is asked for.
    pub competencies: Vec<CompetencyExpectation>,
    /// The assessments, in order.
    pub assessments: Vec<TemplateAssessment>,
    /// What happens when.
    pub calendar: Vec<CalendarStep>,
}

impl PlanTemplate {
    /// Reads a template from TOML text and checks it, also against the rubrics and kits that there are. `file` is named in
    /// every problem, with the line. Questions do not stop it: [`PlanTemplate::check`] tells them.
    pub fn parse(
        text: &str,
        file: &str,
        rubrics: &[RubricRef],
        kits: &[KitRef],
    ) -> Result<Self, Vec<Problem>> {
        data_file::read(text, file, |template: &Self| template.check_against(rubrics, kits)).map(Self::tidied)
    }

    /// Everything wrong or questionable in a template's file, each with its line; also rubrics, kits and competencies that
    /// there are not. Empty means that the file is good.
    pub fn check_file(
        text: &str,
        file: &str,
        rubrics: &[RubricRef],
        kits: &[KitRef],
        known: &CompetencyList,
    ) -> Vec<Problem> {
        data_file::check_file(text, file, |template: &Self| {
            [template.check_against(rubrics, kits), check::unknown_competencies(template, known)].concat()
        })
    }

    fn check_against(&self, rubrics: &[RubricRef], kits: &[KitRef]) -> Vec<Problem> {
        let named = |plan: &[PlanAssessment]| [check_rubrics(plan, rubrics), check_kits(plan, kits)].concat();
        [self.check(), template::at_each_level(self, named)].concat()
    }

    /// Everything wrong or questionable, by place in the data.
    pub fn check(&self) -> Vec<Problem> {
        let mut findings = Findings::default();
        check::head(self, &mut findings);
        template::levels(self, &mut findings);
        let mut problems = findings.into_problems();
        problems.extend(template::at_each_level(self, check_plan));
        problems
    }

    /// The assessments of a role at this level, in order.
    pub fn plan(&self, seniority: Seniority) -> Vec<PlanAssessment> {
        self.assessments.iter().filter_map(|one| one.at(seniority)).collect()
    }

    fn tidied(self) -> Self {
        Self {
            title: tidy(&self.title),
            summary: tidy(&self.summary),
            goals: self.goals.map(|goals| tidy_all(&goals)),
            competencies: self.competencies.into_iter().map(CompetencyExpectation::tidied).collect(),
            assessments: self.assessments.into_iter().map(TemplateAssessment::tidied).collect(),
            calendar: self
                .calendar
                .into_iter()
                .map(|it| CalendarStep { what: tidy(&it.what), ..it })
                .collect(),
            ..self
        }
    }
}

impl CompetencyExpectation {
    fn tidied(self) -> Self {
        Self { expectation: self.expectation.map(|text| tidy(&text)), ..self }
    }
}

#[cfg(test)]
mod tests;
