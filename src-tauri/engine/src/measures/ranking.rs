//! An order of applications with how sure it is (law 6).

use assay_domain::ids::ApplicationId;
use assay_domain::measure::closeness::{Closeness, conditions};
use assay_domain::measure::nothing::nothing_to_order;
use assay_domain::measure::sure::{self, Doubt, EXACT, Sureness, where_comparable};
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
    /// compared and there is nothing to warn of.
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
    /// Bands that it belongs to, from 0 (best); they may overlap. Two that share one are not told apart.
    pub bands: Vec<u32>,
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

/// Orders the open applications that have a score by `scores` as far as they can be compared, by `plain` where not
/// ([`where_comparable`]). `totals` says how sure each difference is.
pub(super) fn ranking(
    model: &Model,
    totals: &Totals,
    plain: &[Option<f64>],
    scores: &[Option<f64>],
) -> Ranking {
    let places: Vec<usize> = (0..scores.len()).filter(|at| scores[*at].is_some()).collect();
    let known: Vec<f64> = places.iter().filter_map(|at| scores[*at]).collect();
    let pairs = Pairs::of(totals, &places);
    let all: Vec<usize> = (0..places.len()).collect();
    let closeness = pairs.closeness(totals, &places, &known);
    let assumed = assumed(totals, places.len());
    let before: Vec<f64> = places.iter().map(|at| plain[*at].unwrap_or(f64::NEG_INFINITY)).collect();
    let order = where_comparable(&before, &known, |a, b| pairs.above(a, b) != Err(Doubt::Incomparable));
    let by_index = Sureness::along(&order, &all, &known, |a, b| pairs.above(a, b))
        .unless(&conditions(closeness.as_ref(), assumed.is_some()));
    let order: Vec<usize> = by_index.order.iter().map(|one| one.candidate).collect();
    let probability = |a: usize, b: usize| if a == b { None } else { pairs.above(a, b).ok() };
    let probabilities = order.iter().map(|a| order.iter().map(|b| probability(*a, *b)).collect()).collect();
    let sure = by_index.map(|at| places[at]);
    let rows = sure.order.iter().map(|one| {
        let who = model.applicant(one.candidate);
        Ranked {
            application_id: who.id,
            candidate_name: who.name.clone(),
            score: one.total,
            bands: one.bands.clone(),
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
        sentence: sentence(
            &told(&places, totals, &sure, pairs.unlinked()),
            &sure,
            closeness.as_ref(),
            assumed,
        ),
        closeness: closeness.map_or_else(String::new, |found| found.sentence),
    }
}

/// What is known of each two applications, each pair computed once.
struct Pairs {
    /// Of the first and the second, the first with the lower place: probability that it is above, variance of the difference.
    found: Vec<Result<(f64, f64), Doubt>>,
}

impl Pairs {
    fn of(totals: &Totals, places: &[usize]) -> Self {
        let one = |(a, b): (&usize, &usize)| {
            totals.compared(*a, *b).map(|found| (found.above_nought(), found.variance()))
        };
        let pairs = places.iter().enumerate().flat_map(|(at, b)| places[..at].iter().map(move |a| (a, b)));
        Self { found: pairs.map(one).collect() }
    }

    fn above(&self, a: usize, b: usize) -> Result<f64, Doubt> {
        let (low, high) = (a.min(b), a.max(b));
        let (above, _) = self.found[high * (high - 1) / 2 + low]?;
        Ok(if a < b { above } else { 1.0 - above })
    }

    /// How many pairs cannot be compared.
    fn unlinked(&self) -> usize {
        self.found.iter().filter(|one| matches!(one, Err(Doubt::Incomparable))).count()
    }

    /// What being told apart is worth, by the totals that the probabilities come from.
    fn closeness(&self, totals: &Totals, places: &[usize], shown: &[f64]) -> Option<Closeness> {
        let centres: Vec<f64> = places.iter().map(|at| totals.centre(*at)).collect::<Option<_>>()?;
        Closeness::among(&centres, shown, |low, high| self.found[high * (high - 1) / 2 + low])
    }
}

/// Who of these open applications cannot be compared with whom by these totals, in a sentence; empty where everybody can.
pub(super) fn untold(model: &Model, totals: &Totals, places: &[usize]) -> String {
    let names: Vec<String> = places.iter().map(|place| model.applicant(*place).name.clone()).collect();
    sure::untold(&names, |a, b| totals.comparable(places[a], places[b])).unwrap_or_default()
}

/// Why how sure the order is rests on what is assumed of chance, where that is so of every assessment that counts.
fn assumed(totals: &Totals, scored: usize) -> Option<&'static str> {
    let counted = totals.assessments.iter().filter(|one| one.weight > 0.0);
    let mut each = counted.filter_map(|one| Some(one.fit.as_ref()?.report.verdict.assumed(scored)));
    let first = each.next()??;
    each.all(|one| one.is_some()).then_some(first)
}

/// With what it depends on where somebody is told apart.
fn sentence(
    told: &str,
    sure: &Sureness<usize>,
    closeness: Option<&Closeness>,
    assumed: Option<&'static str>,
) -> String {
    if sure.pairs_told_apart == 0 {
        return told.to_owned();
    }
    let close = closeness.filter(|one| one.close()).map(|one| {
        format!(
            "That takes each difference by itself; these candidates may truly be close, and then {}.",
            one.wrong()
        )
    });
    let parts = [Some(told.to_owned()), close, assumed.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `unlinked`: how many pairs no rater links.
fn told(order: &[usize], totals: &Totals, sure: &Sureness<usize>, unlinked: usize) -> String {
    let pairs = sure.pairs;
    let links = if unlinked == 1 {
        "one pair, whose order cannot be said".to_owned()
    } else {
        format!("{unlinked} pairs, whose order cannot be said")
    };
    match (order.len(), sure.pairs_told_apart) {
        (0, _) => "Nothing has been scored yet.".into(),
        (1, _) => "Only one candidate has a score, so there is no order yet.".into(),
        (_, 0) if unlinked == pairs => {
            "Nobody can be compared with anybody: no rater links two candidates, so how sure the order is cannot be said.".into()
        }
        (_, 0) if order.iter().all(|at| totals.undecided(*at)) => {
            let scores: Vec<f64> = order.iter().filter_map(|at| totals.centre(*at)).collect();
            nothing_to_order(&scores).unwrap_or(EXACT).into()
        }
        (_, 0) if unlinked > 0 => {
            format!("Nobody is told apart from anybody: no rater links {links}, and every other order is less than 90% sure.")
        }
        (_, 0) => "Nobody is told apart from anybody: every order is less than 90% sure.".into(),
        (_, all) if all == pairs => "Everybody is told apart: every order is at least 90% sure.".into(),
        (_, apart) => {
            let but = if unlinked == 0 { String::new() } else { format!(", and no rater links {links}") };
            format!(
                "{apart} of {pairs} pairs are told apart. Candidates in the same band are not: their order is less than 90% sure{but}. Bands may overlap."
            )
        }
    }
}
