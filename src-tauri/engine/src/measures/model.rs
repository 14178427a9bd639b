//! The severity model of each assessment of a plan, fitted over the applications that are open to the viewer.

use std::collections::BTreeMap;

use assay_domain::ids::{ApplicationId, PersonId, RoleId};
use assay_domain::measure::aggregate::{self, ApplicationScore, on_common_scale};
use assay_domain::measure::severity::{Options, fit_whole};
use assay_domain::measure::total::{Assessment, Totals};
use assay_domain::measure::{Assessed, MeasureError, Rating, Ratings};
use assay_domain::rubric::Rubric;
use rusqlite::Connection;

use crate::debriefs::gather::{Applicant, Card, Material, gather};
use crate::debriefs::versions::{Versioned, alike};
use crate::plans::{Plan, PlanAssessment};
use crate::{EngineError, Result, Viewer};

/// A plan's assessments measured. Applications stand everywhere in the order of `open`, assessments in that of the plan; in
/// the statistics applications and raters go by their ids.
pub(crate) struct Model {
    pub plan: Plan,
    pub material: Material,
    /// Positions of the open applications in the material.
    pub open: Vec<usize>,
    /// Open applications as the domain measures them.
    pub assessed: Vec<Vec<Assessed>>,
    /// Their plain scores.
    pub plain: Vec<ApplicationScore>,
    /// What each assessment's model was fitted to; `None` where nobody has rated anybody.
    pub ratings: Vec<Option<Ratings>>,
    /// By assessment, how many scorecards are left out: by another rubric or scale, or a second one of the same rater.
    pub left_out: Vec<u32>,
    pub totals: Totals,
}

impl Model {
    /// Reads and fits.
    pub fn of(conn: &Connection, viewer: Viewer, role: RoleId, plan: Plan) -> Result<Model> {
        let material = gather(conn, viewer, role, None, &plan)?;
        let open: Vec<usize> =
            (0..material.applicants.len()).filter(|at| !material.applicants[*at].closed).collect();
        let id = |at: &usize| material.applicants[*at].id;
        let assessed: Vec<Vec<Assessed>> = open.iter().map(|at| material.assessed(id(at), &plan)).collect();
        let plain: Vec<ApplicationScore> = assessed.iter().map(|one| aggregate::application(one)).collect();
        let ids: Vec<ApplicationId> = open.iter().map(id).collect();
        let (mut ratings, mut left_out, mut fits) = (Vec::new(), Vec::new(), Vec::new());
        for (index, one) in plan.assessments.iter().enumerate() {
            let (given, left) = rated(&material, one)?;
            fits.push(measured(one, &given, &ids, index, &assessed, &plain)?);
            ratings.push(given);
            left_out.push(left);
        }
        let totals = Totals::new(&plain, fits);
        Ok(Model { plan, material, open, assessed, plain, ratings, left_out, totals })
    }

    /// The open application at a place.
    pub fn applicant(&self, place: usize) -> &Applicant {
        &self.material.applicants[self.open[place]]
    }

    /// How many applications are closed to the viewer.
    pub fn closed(&self) -> u32 {
        super::count(self.material.applicants.len() - self.open.len())
    }

    /// The place of an open application.
    pub fn place(&self, application: ApplicationId) -> Option<usize> {
        (0..self.open.len()).find(|place| self.applicant(*place).id == application)
    }

    /// Open applications in which somebody else's ratings were used: the viewer is noted as having read them.
    pub fn seen(&self, viewer: Viewer) -> Vec<ApplicationId> {
        let others = self.material.cards.iter().filter(|card| card.person != viewer.0);
        others.map(|card| card.application).collect()
    }

    /// Name of a rater, who goes by the id.
    pub fn rater(&self, key: &str) -> Option<(PersonId, String)> {
        let card = self.material.cards.iter().find(|card| card.person.to_string() == key)?;
        Some((card.person, card.name.clone()))
    }

    /// The rubric that an assessment is measured by.
    pub fn rubric(&self, one: &PlanAssessment) -> Result<&Rubric> {
        reference(&self.material, one)
    }

    /// The criteria that an assessment is measured by: the rubric's, then those of its other versions that somebody assessed.
    pub fn criteria(&self, one: &PlanAssessment) -> Result<Vec<Versioned<'_>>> {
        let rubric = self.rubric(one)?;
        let counts = |card: &&Card| {
            let own = self.material.rubrics.get(&card.rubric);
            card.assessment == one.id && own.is_some_and(|own| alike(own, rubric))
        };
        let cards: Vec<&Card> = self.material.cards.iter().filter(counts).collect();
        Ok(self.material.criteria(rubric, &cards))
    }
}

/// What the domain cannot work with is a defect of the data, said as such.
pub(crate) fn unfit(error: &MeasureError) -> EngineError {
    EngineError::invalid(error.to_string(), "`assay verify` checks the workspace.")
}

/// The plan's rubric; where no scorecard that assessed something was given by it or by another version of it with as many
/// levels, the one that most were given by.
fn reference<'a>(material: &'a Material, one: &PlanAssessment) -> Result<&'a Rubric> {
    let missing = || EngineError::not_found("rubric", &one.rubric_id);
    let planned = material.rubrics.get(&(one.rubric_id.clone(), one.rubric_version)).ok_or_else(missing)?;
    let mut used: BTreeMap<&(String, u32), usize> = BTreeMap::new();
    for card in material.cards.iter().filter(|card| card.assessment == one.id && card.rates()) {
        if material.rubrics.get(&card.rubric).is_some_and(|own| alike(own, planned)) {
            return Ok(planned);
        }
        *used.entry(&card.rubric).or_default() += 1;
    }
    let most = used.into_iter().max_by_key(|(_, count)| *count);
    Ok(most.and_then(|(key, _)| material.rubrics.get(key)).unwrap_or(planned))
}

/// The ratings of an assessment, and how many scorecards are left out.
fn rated(material: &Material, one: &PlanAssessment) -> Result<(Option<Ratings>, u32)> {
    let rubric = reference(material, one)?;
    let cards = material.cards.iter().filter(|card| card.assessment == one.id);
    let mut newest: BTreeMap<(ApplicationId, PersonId), &Card> = BTreeMap::new();
    let mut all = 0;
    for card in cards.filter(|card| card.rates()) {
        all += 1;
        if material.rubrics.get(&card.rubric).is_some_and(|own| alike(own, rubric)) {
            newest.insert((card.application, card.person), card);
        }
    }
    let cards: Vec<&Card> = newest.into_values().collect();
    let left = all - super::count(cards.len());
    let criteria = material.criteria(rubric, &cards);
    let rows: Vec<Rating> = cards.iter().flat_map(|card| rows(card, &criteria)).collect();
    if rows.is_empty() {
        return Ok((None, left));
    }
    let weights = weights(material, &criteria, &cards);
    let scale = (1.0, f64::from(rubric.levels));
    Ok((Some(Ratings::new(&rows, &weights, scale).map_err(|error| unfit(&error))?), left))
}

/// The weight of each criterion: the rubric's, or with several versions the mean over the scorecards of what it weighs in the
/// version of each. A criterion that no scorecard's version has weighs nothing and is left out.
fn weights(material: &Material, criteria: &[Versioned<'_>], cards: &[&Card]) -> Vec<(String, f64)> {
    let used: Vec<&Rubric> = cards.iter().filter_map(|card| material.rubrics.get(&card.rubric)).collect();
    let single = used.iter().all(|own| own.version == used[0].version);
    let share = |own: &Rubric, id: &str| {
        let all = if single { 1.0 } else { own.criteria.iter().map(|one| f64::from(one.weight)).sum() };
        own.criteria.iter().find(|one| one.id == id).map_or(0.0, |one| f64::from(one.weight) / all)
    };
    let used = if single { &used[..used.len().min(1)] } else { &used[..] };
    let of = |one: &Versioned<'_>| {
        let id = &one.criterion.id;
        (id.clone(), used.iter().map(|own| share(own, id)).sum::<f64>())
    };
    criteria.iter().map(of).filter(|(_, weight)| *weight > 0.0).collect()
}

fn rows(card: &Card, criteria: &[Versioned<'_>]) -> Vec<Rating> {
    let rating = |id: &String| {
        let score = f64::from(card.level(id)?);
        let (candidate, rater) = (card.application.to_string(), card.person.to_string());
        Some(Rating { candidate, rater, criterion: id.clone(), score })
    };
    criteria.iter().filter_map(|one| rating(&one.criterion.id)).collect()
}

fn measured(
    one: &PlanAssessment,
    given: &Option<Ratings>,
    ids: &[ApplicationId],
    index: usize,
    assessed: &[Vec<Assessed>],
    plain: &[ApplicationScore],
) -> Result<Assessment> {
    let fit = given.as_ref().map(|ratings| fit_whole(ratings, &Options::default())).transpose();
    let fit = fit.map_err(|error| unfit(&error))?;
    let place = |id: &ApplicationId| {
        let name = id.to_string();
        given.as_ref()?.candidates.iter().position(|candidate| *candidate == name)
    };
    let score = |(result, parts): (&ApplicationScore, &Vec<Assessed>)| {
        let levels = parts.get(index)?.levels;
        Some(on_common_scale(result.assessments.get(index)?.score?, levels))
    };
    Ok(Assessment {
        weight: f64::from(one.weight),
        fit,
        place: ids.iter().map(place).collect(),
        plain: plain.iter().zip(assessed).map(score).collect(),
    })
}
