//! The scorecards of an assessment under the versions of its rubric. Each counts by the version that it was rated by, with that
//! version's criteria and weights; the scores are averaged over the scorecards. A criterion is the same in two versions where
//! its id is. A scorecard that assessed nothing chooses no version and changes no score (law 1).

use assay_domain::ids::{ApplicationId, AssessmentId};
use assay_domain::measure::{Assessed, Sheet};
use assay_domain::rubric::{Criterion, Rubric};

use super::gather::{Card, Material, RubricKey, key};
use crate::plans::{Plan, PlanAssessment};
use crate::{EngineError, Result, scorecards};

/// A criterion with the version of the rubric that it is of.
#[derive(Clone, Copy)]
pub(crate) struct Versioned<'a> {
    pub rubric: &'a Rubric,
    pub criterion: &'a Criterion,
}

/// Criteria keep their ids through a rubric's versions; levels of another rubric or scale cannot be set beside them.
pub(crate) fn alike(a: &Rubric, b: &Rubric) -> bool {
    a.id == b.id && a.levels == b.levels
}

impl Material {
    /// The scorecards of a cell.
    pub fn cell(&self, application: ApplicationId, assessment: AssessmentId) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(move |card| card.application == application && card.assessment == assessment)
    }

    /// The rubric of a cell: the plan's, unless all scorecards that assessed something used others; then that of the last.
    pub fn rubric(&self, application: ApplicationId, one: &PlanAssessment) -> Result<&Rubric> {
        let planned = key(one);
        let rated = || self.cell(application, one.id).filter(|card| card.rates()).map(|card| &card.rubric);
        let key = rated().last().filter(|_| rated().all(|used| *used != planned)).unwrap_or(&planned);
        self.rubrics.get(key).ok_or_else(|| EngineError::not_found("rubric", &key.0))
    }

    /// The scorecards of a cell that count beside its rubric: those by any version of it with as many levels.
    pub fn counted(&self, application: ApplicationId, one: &PlanAssessment, rubric: &Rubric) -> Vec<&Card> {
        let counts = |card: &&Card| self.rubrics.get(&card.rubric).is_some_and(|own| alike(own, rubric));
        self.cell(application, one.id).filter(counts).collect()
    }

    /// The criteria of a rubric, then those that only other versions of it have, by which one of the cards assessed something.
    pub fn criteria<'a>(&'a self, rubric: &'a Rubric, cards: &[&Card]) -> Vec<Versioned<'a>> {
        let mut found: Vec<Versioned<'a>> =
            rubric.criteria.iter().map(|criterion| Versioned { rubric, criterion }).collect();
        for (card, own) in cards.iter().filter_map(|card| Some((card, self.rubrics.get(&card.rubric)?))) {
            for criterion in own.criteria.iter().filter(|criterion| card.level(&criterion.id).is_some()) {
                if found.iter().all(|known| known.criterion.id != criterion.id) {
                    found.push(Versioned { rubric: own, criterion });
                }
            }
        }
        found
    }

    /// What a criterion weighs in a version of a rubric; 0 where that does not have it.
    pub fn weight(&self, version: &RubricKey, criterion: &str) -> u32 {
        let rubric = self.rubrics.get(version);
        rubric.and_then(|own| own.criterion(criterion)).map_or(0, |one| one.weight)
    }

    /// An application as the domain measures it, one for each assessment of the plan.
    pub fn assessed(&self, application: ApplicationId, plan: &Plan) -> Vec<Assessed> {
        plan.assessments.iter().map(|one| self.measured(application, one)).collect()
    }

    fn measured(&self, application: ApplicationId, one: &PlanAssessment) -> Assessed {
        let weight = f64::from(one.weight);
        let Ok(rubric) = self.rubric(application, one) else {
            return Assessed { weight, levels: 5, criteria: vec![], sheets: vec![] };
        };
        let counted = self.counted(application, one, rubric);
        Assessed {
            weight,
            levels: rubric.levels,
            criteria: scorecards::criteria(rubric),
            sheets: counted.iter().map(|card| self.sheet(card, rubric)).collect(),
        }
    }

    fn sheet(&self, card: &Card, rubric: &Rubric) -> Sheet {
        let own = self.rubrics.get(&card.rubric).filter(|own| own.version != rubric.version);
        Sheet { own: own.map(scorecards::criteria), ..card.sheet.clone() }
    }
}
