//! Whether the order of a role survives other weights of its assessments.

use assay_domain::ids::{ApplicationId, AssessmentId, RoleId};
use assay_domain::measure::robust::{Candidates, Near, Robustness, Shares, robustness as measured};
use assay_domain::words::percent;
use rusqlite::Connection;
use serde::Serialize;

use super::model::unfit;
use super::{LeftOut, Model};
use crate::plans;
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// Robustness of a role's order to the weights of its plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleRobustness {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// Applications left out.
    pub left_out: LeftOut,
    /// What of the plan is held: everything below is told of that alone.
    pub held: Held,
    /// Candidates without a score on every assessment held: their weights cannot be varied (law 1).
    pub incomplete: Vec<String>,
    /// What is to be said, in a sentence or two.
    pub sentence: String,
    /// Assessments that somebody has a score on, in the plan's order: the order of every list of weights.
    pub assessments: Vec<WeightRange>,
    /// Best first: the order of every list of candidates.
    pub rows: Vec<RobustRow>,
    /// Share of all weightings in which the row's candidate is above the column's; `None` where both are always equal.
    pub above_all: Vec<Vec<Option<f64>>>,
    /// The same of weightings near the chosen one.
    pub above_near: Vec<Vec<Option<f64>>>,
    /// Whether the row's candidate is at least as high everywhere and higher somewhere: no weights turn that.
    pub dominates: Vec<Vec<bool>>,
    /// How much of the weight near weightings may give otherwise.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub near_share: f64,
    /// Whether the shares of places are exact, as volumes; else they are from the draws.
    pub places_exact: bool,
    /// Weightings that were drawn, from a fixed seed.
    pub draws: u32,
}

/// How much of a plan somebody has a score on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "HeldShare")]
pub struct Held {
    /// Titles of the assessments that somebody has a score on, in the plan's order.
    pub assessments: Vec<String>,
    /// Titles of the others: what they will change cannot be told.
    pub missing: Vec<String>,
    /// Share of the plan's weight that is held, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub share: f64,
}

impl Held {
    fn of(model: &Model, held: &[usize]) -> Held {
        let all = model.plan.assessments.iter().enumerate();
        let titles = |wanted: bool| {
            let which = all.clone().filter(move |(index, _)| held.contains(index) == wanted);
            which.map(|(_, one)| one.title.clone()).collect()
        };
        let share = held.iter().map(|index| model.totals.assessments[*index].weight).sum();
        Held { assessments: titles(true), missing: titles(false), share }
    }

    /// "2 of 4 assessments held (65% of the plan)"; `None` where the whole plan is held.
    fn part(&self) -> Option<String> {
        let (held, missing) = (self.assessments.len(), self.missing.len());
        (missing > 0).then(|| {
            format!("{held} of {} assessments held ({} of the plan)", held + missing, percent(self.share))
        })
    }

    /// How "every assessment" is to be said.
    fn every(&self) -> String {
        self.part().map_or_else(|| "every assessment".into(), |part| format!("each of the {part}"))
    }
}

/// One assessment's weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct WeightRange {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its weight among those held, which sum to one.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight: f64,
    /// From where to where it can move, the others keeping their proportions, before somebody else is first.
    #[cfg_attr(feature = "specta", specta(type = (specta_typescript::Number, specta_typescript::Number)))]
    pub first_stays: (f64, f64),
    /// Before the order changes, its ties too: before two change places, or a tie is broken. Where two are level at the chosen
    /// weights only, there is no room.
    #[cfg_attr(feature = "specta", specta(type = (specta_typescript::Number, specta_typescript::Number)))]
    pub order_stays: (f64, f64),
}

/// One candidate over weightings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RobustRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Score under the chosen weights, on the scale of 1 to 5.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub score: f64,
    /// Plain scores on the assessments.
    #[cfg_attr(feature = "specta", specta(type = Vec<specta_typescript::Number>))]
    pub scores: Vec<f64>,
    /// Share of all weightings in which it is first.
    pub first_all: FirstShare,
    /// Share of near weightings in which it is first.
    pub first_near: FirstShare,
    /// Share of all weightings in which it is first, second, …
    #[cfg_attr(feature = "specta", specta(type = Vec<specta_typescript::Number>))]
    pub places_all: Vec<f64>,
    /// Share of near weightings in which it is first, second, …
    #[cfg_attr(feature = "specta", specta(type = Vec<specta_typescript::Number>))]
    pub places_near: Vec<f64>,
    /// Mean of the weightings under which it is first, in the order of the assessments; `None` where none is.
    #[cfg_attr(feature = "specta", specta(type = Option<Vec<specta_typescript::Number>>))]
    pub central_weights: Option<Vec<f64>>,
}

/// A share of weightings, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FirstShare {
    /// The share.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub share: f64,
    /// Whether it is exact, as a volume; else from the draws.
    pub exact: bool,
}

/// Draws for the shares of places: three standard errors are less than 0.03.
const NEAR: Near = Near { seed: 1, draws: 4000, share: 0.2 };

/// Robustness over the open applications that have a score on every assessment that anybody has one on. Whoever reads it is
/// noted as having read ratings.
pub fn robustness(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleRobustness> {
    let (found, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        Ok((of_model(conn, role, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

/// The robustness of a model's order.
pub(crate) fn of_model(conn: &Connection, role: RoleId, model: &Model) -> Result<RoleRobustness> {
    let parts = &model.totals.assessments;
    let scored = |index: &usize| parts[*index].plain.iter().any(Option::is_some);
    let assessments: Vec<usize> = (0..parts.len()).filter(scored).collect();
    let scores = |place: usize| -> Option<Vec<f64>> {
        assessments.iter().map(|index| parts[*index].plain[place]).collect()
    };
    let rated = |place: &usize| model.plain[*place].score.is_some();
    let mut whole: Vec<(usize, Vec<f64>)> =
        (0..model.open.len()).filter(rated).filter_map(|place| Some((place, scores(place)?))).collect();
    whole.sort_by(|a, b| {
        model.plain[b.0].score.unwrap_or(0.0).total_cmp(&model.plain[a.0].score.unwrap_or(0.0))
    });
    let held = Held::of(model, &assessments);
    let missing = (0..model.open.len()).filter(rated).filter(|place| scores(*place).is_none());
    let incomplete: Vec<String> = missing.map(|place| model.applicant(place).name.clone()).collect();
    let mut out = RoleRobustness {
        role_id: role,
        role_title: roles::summary(conn, role)?.title,
        left_out: LeftOut::of(model.closed()),
        incomplete,
        sentence: match held.assessments.len() {
            0 => "No candidate has a score on any assessment yet, so weights cannot be varied.".into(),
            _ => format!("No candidate has a score on {} yet, so weights cannot be varied.", held.every()),
        },
        held,
        assessments: Vec::new(),
        rows: Vec::new(),
        above_all: Vec::new(),
        above_near: Vec::new(),
        dominates: Vec::new(),
        near_share: NEAR.share,
        places_exact: false,
        draws: super::count(NEAR.draws),
    };
    let weights: Vec<f64> = assessments.iter().map(|index| parts[*index].weight).collect();
    if whole.is_empty() || weights.iter().all(|weight| *weight <= 0.0) {
        return Ok(out);
    }
    let names = whole.iter().map(|(place, _)| model.applicant(*place).name.clone()).collect();
    let input = Candidates { names, scores: whole.iter().map(|(_, row)| row.clone()).collect(), weights };
    let found = measured(&input, &NEAR).map_err(|error| unfit(&error))?;
    out.rows = whole
        .iter()
        .enumerate()
        .map(|(at, (place, row))| self::row(model, &found, at, *place, row))
        .collect();
    out.assessments = assessments
        .iter()
        .enumerate()
        .map(|(at, index)| {
            let one = &model.plan.assessments[*index];
            WeightRange {
                assessment_id: one.id,
                title: one.title.clone(),
                weight: found.normalised_weights[at],
                first_stays: found.one_weight_stability_interval[at],
                order_stays: found.one_weight_order_interval[at],
            }
        })
        .collect();
    let parts = [sentence(&out.rows, &out.held), found.ties(), untold(model, &whole)];
    out.sentence = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    out.places_exact = places_exact(&found);
    out.above_all = found.uniform.exact_pairwise_winning;
    out.above_near = found.near.exact_pairwise_winning;
    out.dominates = found.dominates;
    Ok(out)
}

/// Who of those that have a score on every assessment cannot be compared with whom; empty where everybody can.
fn untold(model: &Model, whole: &[(usize, Vec<f64>)]) -> String {
    let places: Vec<usize> = whole.iter().map(|(place, _)| *place).collect();
    super::untold(model, &model.totals, &places)
}

fn row(model: &Model, found: &Robustness, at: usize, place: usize, scores: &[f64]) -> RobustRow {
    let (who, exact) = (model.applicant(place), places_exact(found));
    let first = |shares: &Shares| match shares.exact_first_rank_acceptability[at] {
        Some(share) => FirstShare { share, exact: true },
        None => FirstShare { share: shares.drawn.rank_acceptability[at][0], exact: false },
    };
    RobustRow {
        application_id: who.id,
        candidate_name: who.name.clone(),
        score: found.weighted_sum[at],
        scores: scores.to_vec(),
        first_all: first(&found.uniform),
        first_near: first(&found.near),
        places_all: places(&found.uniform, exact)[at].clone(),
        places_near: places(&found.near, exact)[at].clone(),
        central_weights: found.uniform.drawn.central_weights[at].clone(),
    }
}

/// Whether the geometry gives the shares of places, under all weights and near the chosen ones.
fn places_exact(found: &Robustness) -> bool {
    [&found.uniform, &found.near].iter().all(|one| one.exact_rank_acceptability.is_some())
}

/// Shares of places, exact or drawn.
fn places(shares: &Shares, exact: bool) -> &[Vec<f64>] {
    let volumes = shares.exact_rank_acceptability.as_ref().filter(|_| exact);
    volumes.unwrap_or(&shares.drawn.rank_acceptability)
}

fn sentence(rows: &[RobustRow], held: &Held) -> String {
    let [first, rest @ ..] = rows else { return String::new() };
    if rest.is_empty() {
        return format!(
            "Only {} has a score on {}, so there is no order yet.",
            first.candidate_name,
            held.every()
        );
    }
    if held.assessments.len() == 1 {
        return one_assessment(held);
    }
    // What is not all of them is not rounded to all of them.
    let all = |one: FirstShare| match one.share {
        share if (0.995..1.0).contains(&share) => "more than 99%".to_owned(),
        share => format!("{:.0}%", 100.0 * share),
    };
    let most = rows.iter().max_by(|a, b| a.first_all.share.total_cmp(&b.first_all.share)).unwrap_or(first);
    let other = if most.application_id == first.application_id {
        String::new()
    } else {
        format!(" Over all weightings {} is first most often ({}).", most.candidate_name, all(most.first_all))
    };
    let (over, there_are, untold) = match held.part() {
        None => (String::new(), "that there are", ""),
        Some(part) => (
            format!("Over the {part}: "),
            "of these assessments' weights alone",
            " What the assessments not held would change cannot be told.",
        ),
    };
    format!(
        "{over}{} is first in {} of the weightings near the chosen one, and in {} of all {there_are}.{other}{untold}",
        first.candidate_name,
        all(first.first_near),
        all(first.first_all)
    )
}

/// With one assessment every weighting is the same, and a share of them says nothing.
fn one_assessment(held: &Held) -> String {
    match held.part() {
        None => "The plan has one assessment only, so there are no weights to vary: the weight of one cannot change an order.".into(),
        Some(part) => format!(
            "Only {part}: with one there are no weights to vary, as the weight of one cannot change an order; what the others would change cannot be told."
        ),
    }
}
