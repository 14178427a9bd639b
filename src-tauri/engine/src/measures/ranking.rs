//! An order of applications with how sure it is (law 6).

use assay_domain::ids::ApplicationId;
use assay_domain::measure::closeness::{Closeness, Compared};
use assay_domain::measure::sure::{Doubt, SURE, Sureness};
use assay_domain::measure::total::Totals;
use serde::Serialize;

use super::{Model, count};

/// An order, best first. Applications without a score are not in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Ranking {
    /// Best first.
    pub rows: Vec<Ranked>,
    /// Each with the next.
    pub neighbours: Vec<Neighbours>,
    /// Probability that the row's application is truly above the column's, in the order of `rows`; `None` on the diagonal,
    /// and where it cannot be said.
    pub probabilities: Vec<Vec<Option<f64>>>,
    /// Pairs that are told apart.
    pub pairs_told_apart: u32,
    /// All pairs.
    pub pairs: u32,
    /// In a sentence.
    pub sentence: String,
    /// How far apart the candidates truly are, and what "told apart" is worth by that; empty where fewer than three can be
    /// compared.
    pub closeness: String,
}

/// One application in an order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Ranked {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// What this order goes by, on the scale of 1 to 5.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub score: f64,
    /// Groups that it belongs to, from 0 (best); they may overlap. Two that share one are not told apart.
    pub groups: Vec<u32>,
}

/// Two neighbours of an order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Neighbours {
    /// The one ahead.
    pub ahead: ApplicationId,
    /// Its candidate.
    pub ahead_name: String,
    /// The one behind.
    pub behind: ApplicationId,
    /// Its candidate.
    pub behind_name: String,
    /// Probability that the one ahead is truly above; `None` where it cannot be said.
    pub probability: Option<f64>,
    /// The same in words, or why it cannot be said.
    pub words: String,
    /// Whether that is 90% or more.
    pub told_apart: bool,
}

/// Orders the open applications that have a score. `totals` says how sure each difference is.
pub(super) fn ranking(model: &Model, totals: &Totals, scores: &[Option<f64>]) -> Ranking {
    let places: Vec<usize> = (0..scores.len()).filter(|at| scores[*at].is_some()).collect();
    let known: Vec<f64> = places.iter().filter_map(|at| scores[*at]).collect();
    let pairs = Pairs::of(totals, &places);
    let all: Vec<usize> = (0..places.len()).collect();
    let by_index = Sureness::of(&all, &known, |a, b| pairs.above(a, b));
    let order: Vec<usize> = by_index.order.iter().map(|one| one.candidate).collect();
    let probability = |a: usize, b: usize| if a == b { None } else { pairs.above(a, b).ok() };
    let probabilities = order.iter().map(|a| order.iter().map(|b| probability(*a, *b)).collect()).collect();
    let closeness = pairs.closeness(totals, &places, &known);
    let sure = by_index.map(|at| places[at]);
    let rows = sure.order.iter().map(|one| {
        let who = model.applicant(one.candidate);
        Ranked {
            application_id: who.id,
            candidate_name: who.name.clone(),
            score: one.total,
            groups: one.groups.clone(),
        }
    });
    let neighbours = sure.neighbours.iter().map(|pair| {
        let (ahead, behind) = (model.applicant(pair.ahead), model.applicant(pair.behind));
        Neighbours {
            ahead: ahead.id,
            ahead_name: ahead.name.clone(),
            behind: behind.id,
            behind_name: behind.name.clone(),
            probability: pair.probability,
            words: pair.words.clone(),
            told_apart: pair.told_apart,
        }
    });
    Ranking {
        rows: rows.collect(),
        neighbours: neighbours.collect(),
        probabilities,
        pairs_told_apart: count(sure.pairs_told_apart),
        pairs: count(sure.pairs),
        sentence: sentence(&places, totals, &sure, closeness.as_ref()),
        closeness: closeness.map_or_else(String::new, |found| found.sentence),
    }
}

/// What is known of each two applications, each pair computed once.
struct Pairs {
    count: usize,
    /// Of the first and the second, the first with the lower place: probability that it is above, variance of the difference.
    found: Vec<Result<(f64, f64), Doubt>>,
}

impl Pairs {
    fn of(totals: &Totals, places: &[usize]) -> Self {
        let one = |(a, b): (&usize, &usize)| {
            totals.compared(*a, *b).map(|found| (found.above_nought(), found.variance()))
        };
        let pairs = places.iter().enumerate().flat_map(|(at, b)| places[..at].iter().map(move |a| (a, b)));
        Self { count: places.len(), found: pairs.map(one).collect() }
    }

    fn above(&self, a: usize, b: usize) -> Result<f64, Doubt> {
        let (low, high) = (a.min(b), a.max(b));
        let (above, _) = self.found[high * (high - 1) / 2 + low]?;
        Ok(if a < b { above } else { 1.0 - above })
    }

    /// What being told apart is worth, by the totals that the probabilities come from.
    fn closeness(&self, totals: &Totals, places: &[usize], shown: &[f64]) -> Option<Closeness> {
        let centres: Vec<f64> = places.iter().map(|at| totals.centre(*at)).collect::<Option<_>>()?;
        let pairs = (0..self.count).flat_map(|high| (0..high).map(move |low| (low, high)));
        let compared = pairs.zip(&self.found).filter_map(|((low, high), found)| {
            let (above, variance) = (*found).ok()?;
            let (ahead, behind) = if above >= 0.5 { (low, high) } else { (high, low) };
            let told_apart = above.max(1.0 - above) >= SURE && shown[ahead] >= shown[behind];
            Some(Compared { ahead, behind, variance, told_apart })
        });
        Closeness::of(&centres, &compared.collect::<Vec<_>>())
    }
}

/// Stands before [`Ranking::closeness`], which says how much.
const CLOSE: &str = "The candidates may truly be close: told apart is then worth less than it says.";
const EXACT: &str = "Nobody is told apart from anybody: the ratings fit together exactly, so nothing shows how much chance is in them, and how sure the order is cannot be said.";

fn sentence(
    order: &[usize],
    totals: &Totals,
    sure: &Sureness<usize>,
    closeness: Option<&Closeness>,
) -> String {
    let told = told(order, totals, sure);
    if closeness.is_some_and(Closeness::close) { format!("{told} {CLOSE}") } else { told }
}

fn told(order: &[usize], totals: &Totals, sure: &Sureness<usize>) -> String {
    let pairs = sure.pairs;
    match (order.len(), sure.pairs_told_apart) {
        (2.., 0) if order.iter().all(|at| totals.undecided(*at)) => EXACT.into(),
        (0, _) => "Nothing has been scored yet.".into(),
        (1, _) => "Only one candidate has a score, so there is no order yet.".into(),
        (_, 0) => "Nobody is told apart from anybody: every order is less than 90% sure.".into(),
        (_, all) if all == pairs => "Everybody is told apart: every order is at least 90% sure.".into(),
        (_, apart) => format!(
            "{apart} of {pairs} pairs are told apart. Candidates in the same group are not: their order is less than 90% sure. Groups may overlap."
        ),
    }
}
