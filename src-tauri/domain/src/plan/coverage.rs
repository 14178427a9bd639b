//! Which competency is observed by which assessment.

use serde::{Deserialize, Serialize};

use super::{CriterionMapping, PlanAssessment, observed};
use crate::competency::CompetencySlug;
use crate::rubric::Rubric;

/// What of an assessment says what it observes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Observing {
    /// Id of the rubric.
    pub rubric_id: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// What criteria observe in this plan, where that is not what their rubric says.
    pub mapping: Vec<CriterionMapping>,
}

impl From<&PlanAssessment> for Observing {
    fn from(one: &PlanAssessment) -> Self {
        let (rubric_id, mapping) = (one.rubric.clone(), one.mapping.clone());
        Self { rubric_id, rubric_version: one.rubric_version, mapping }
    }
}

/// How often each assessment of a plan observes one competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Coverage {
    /// Which.
    pub competency: CompetencySlug,
    /// Number of criteria that observe it, for each assessment in the plan's order. 0 also where the rubric is not known.
    pub criteria: Vec<u32>,
    /// Number of assessments that observe it; fewer than two rest on one person's eyes.
    pub assessments: u32,
}

/// The coverage matrix: a row for each competency asked for, in that order, then those that are only observed.
///
/// What a criterion observes is said by its rubric, unless the plan's mapping says otherwise. Rubrics are found by id and version; where two kinds of assessment share one, it counts for both.
pub fn coverage(asked: &[CompetencySlug], plan: &[Observing], rubrics: &[Rubric]) -> Vec<Coverage> {
    let columns: Vec<Vec<&CompetencySlug>> = plan.iter().map(|one| column(one, rubrics)).collect();
    let mut slugs: Vec<&CompetencySlug> = asked.iter().collect();
    for slug in columns.iter().flatten() {
        if !slugs.contains(slug) {
            slugs.push(slug);
        }
    }
    slugs.into_iter().map(|slug| row(slug, &columns)).collect()
}

fn column<'a>(one: &'a Observing, rubrics: &'a [Rubric]) -> Vec<&'a CompetencySlug> {
    let named = |rubric: &&Rubric| rubric.id == one.rubric_id && rubric.version == one.rubric_version;
    let criteria = rubrics.iter().find(named).map_or(&[][..], |rubric| &rubric.criteria);
    criteria.iter().map(|criterion| observed(&one.mapping, criterion)).collect()
}

fn row(slug: &CompetencySlug, columns: &[Vec<&CompetencySlug>]) -> Coverage {
    let count =
        |column: &Vec<&CompetencySlug>| column.iter().filter(|one| **one == slug).fold(0, |n, _| n + 1);
    let criteria: Vec<u32> = columns.iter().map(count).collect();
    let assessments = criteria.iter().filter(|count| **count > 0).fold(0, |n, _| n + 1);
    Coverage { competency: slug.clone(), criteria, assessments }
}
