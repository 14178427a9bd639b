//! Scores on the rubric's fixed scale: criterion, scorecard, assessment, application.
//!
//! A weighted arithmetic mean at each step (simple additive weighting; Keeney and Raiffa, *Decisions with Multiple
//! Objectives*, 1976, ch. 3), with the weights renormalised over what was assessed. Never normalised by what other
//! candidates reached: then adding a weak candidate could swap two others (rank reversal; Belton and Gear, *Omega* 11,
//! 1983). What nobody assessed is left out of the score and shown by the coverage (law 1).

use std::collections::BTreeMap;

use super::normal::sum;

/// A criterion of the rubric, with its weight inside the rubric (any unit; only the proportions count).
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// Its weight.
    pub weight: f64,
}

/// The levels of one scorecard, by criterion id. `None` and `Some(0)` are not assessed, like an id that is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Level by criterion.
    pub levels: BTreeMap<String, Option<u8>>,
    /// The criteria of the version of the rubric that it was rated by, where that is not the assessment's: it keeps its own
    /// criteria and weights. `None` is the assessment's.
    pub own: Option<Vec<Criterion>>,
}

impl Sheet {
    /// The criteria that it was rated by, where the assessment has `criteria`.
    pub fn criteria<'a>(&'a self, criteria: &'a [Criterion]) -> &'a [Criterion] {
        self.own.as_deref().unwrap_or(criteria)
    }
}

/// One assessment of one application: its weight in the plan, its rubric, and the scorecards that are in.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// Weight in the plan (any unit; only the proportions count).
    pub weight: f64,
    /// Levels of the rubric's scale.
    pub levels: u8,
    /// The rubric's criteria.
    pub criteria: Vec<Criterion>,
    /// Submitted scorecards, one per rater; none where nobody has submitted.
    pub sheets: Vec<Sheet>,
}

/// A score with the share of weight that it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// `None` where nothing was assessed: never 0.
    pub score: Option<f64>,
    /// Assessed weight over all weight, 0 to 1.
    pub coverage: f64,
}

/// One criterion over the raters.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionScore {
    /// Its id.
    pub criterion: String,
    /// Mean level of those who assessed it.
    pub mean: Option<f64>,
    /// Highest less lowest level; `None` with fewer than two raters.
    pub gap: Option<u8>,
}

/// One assessment over the raters, on the rubric's own scale.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentScore {
    /// Mean of the raters' scores, each rater counting once.
    pub score: Option<f64>,
    /// Share of the rubric's weight that at least one rater assessed; with several versions the mean over the scorecards
    /// that assessed something, each by its own version.
    pub coverage: f64,
    /// Highest less lowest score of a rater; `None` with fewer than two.
    pub spread: Option<f64>,
    /// Whether two raters are two levels or more apart on a criterion.
    pub gap: bool,
    /// Each scorecard, in the order given.
    pub raters: Vec<Score>,
    /// Each criterion, in the rubric's order; then those that only another version has and somebody assessed.
    pub criteria: Vec<CriterionScore>,
}

/// An application over its plan, on the common scale of 1 to 5.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationScore {
    /// Weighted mean of the assessments that have a score, on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Sum over the plan of weight times the assessment's coverage, 0 to 1.
    pub coverage: f64,
    /// Each assessment, in the order given.
    pub assessments: Vec<AssessmentScore>,
    /// For each assessment its weight renormalised over those with a score; 0 where it has none.
    pub weights_used: Vec<f64>,
}

/// Levels apart on one criterion from which raters are said to differ.
pub const GAP_LEVELS: u8 = 2;

/// Brings a score on a scale of 1 to `levels` to the common scale of 1 to 5: `1 + 4 (y - 1) / (L - 1)`. Rubrics with
/// five levels are unchanged. The map is fixed, so it cannot swap candidates.
pub fn on_common_scale(score: f64, levels: u8) -> f64 {
    1.0 + 4.0 * (score - 1.0) / f64::from(levels.max(2) - 1)
}

/// One scorecard: the weighted mean over the criteria that it assessed, and their share of the rubric's weight.
pub fn scorecard(criteria: &[Criterion], sheet: &Sheet) -> Score {
    let rated =
        criteria.iter().filter_map(|one| Some((usable(one.weight), f64::from(level(sheet, &one.id)?))));
    let (weights, terms): (Vec<f64>, Vec<f64>) =
        rated.map(|(weight, level)| (weight, weight * level)).unzip();
    let (assessed, all) = (sum(weights), sum(criteria.iter().map(|one| usable(one.weight))));
    Score { score: ratio(sum(terms), assessed), coverage: ratio(assessed, all).unwrap_or(0.0) }
}

/// One assessment: the mean of its raters, how far they are apart, and each criterion. Each scorecard counts by the criteria
/// and weights of its own version of the rubric; a criterion is the same in two versions where its id is. A scorecard that
/// assessed nothing changes nothing.
pub fn assessment(criteria: &[Criterion], sheets: &[Sheet]) -> AssessmentScore {
    let raters: Vec<Score> = sheets.iter().map(|sheet| scorecard(sheet.criteria(criteria), sheet)).collect();
    let scores: Vec<f64> = raters.iter().filter_map(|rater| rater.score).collect();
    let parts: Vec<CriterionScore> = ids(criteria, sheets).iter().map(|id| criterion(id, sheets)).collect();
    AssessmentScore {
        score: mean(&scores),
        coverage: coverage(criteria, sheets),
        spread: spread(&scores),
        gap: parts.iter().any(|part| part.gap.is_some_and(|gap| gap >= GAP_LEVELS)),
        raters,
        criteria: parts,
    }
}

/// One application: the weighted mean of its assessments that have a score.
pub fn application(plan: &[Assessed]) -> ApplicationScore {
    let assessments: Vec<_> = plan.iter().map(|one| assessment(&one.criteria, &one.sheets)).collect();
    let weights_used = weights_used(plan, &assessments);
    let terms = plan
        .iter()
        .zip(&assessments)
        .zip(&weights_used)
        .filter_map(|((one, part), weight)| Some(weight * on_common_scale(part.score?, one.levels)));
    let scored = weights_used.iter().any(|weight| *weight > 0.0);
    let all = sum(plan.iter().map(|one| usable(one.weight)));
    let covered = sum(plan.iter().zip(&assessments).map(|(one, part)| usable(one.weight) * part.coverage));
    ApplicationScore {
        score: scored.then(|| sum(terms)),
        coverage: ratio(covered, all).unwrap_or(0.0),
        weights_used,
        assessments,
    }
}

/// The criteria's ids, and those of other versions by which somebody assessed something.
fn ids<'a>(criteria: &'a [Criterion], sheets: &'a [Sheet]) -> Vec<&'a str> {
    let mut ids: Vec<&str> = criteria.iter().map(|one| one.id.as_str()).collect();
    for sheet in sheets {
        for one in sheet.criteria(criteria) {
            if level(sheet, &one.id).is_some() && !ids.contains(&one.id.as_str()) {
                ids.push(&one.id);
            }
        }
    }
    ids
}

/// For each scorecard that assessed something the share of its version's weight that somebody assessed by that version;
/// their mean. With one version that is the share of the rubric's weight.
fn coverage(criteria: &[Criterion], sheets: &[Sheet]) -> f64 {
    let rated = |sheet: &&Sheet| sheet.criteria(criteria).iter().any(|one| level(sheet, &one.id).is_some());
    let rated: Vec<&Sheet> = sheets.iter().filter(rated).collect();
    let share = |of: &&Sheet| {
        let own = of.criteria(criteria);
        let alike = || rated.iter().filter(|sheet| sheet.criteria(criteria) == own);
        let seen = own.iter().filter(|one| alike().any(|sheet| level(sheet, &one.id).is_some()));
        ratio(sum(seen.map(|one| usable(one.weight))), sum(own.iter().map(|one| usable(one.weight))))
            .unwrap_or(0.0)
    };
    mean(&rated.iter().map(share).collect::<Vec<_>>()).unwrap_or(0.0)
}

fn criterion(id: &str, sheets: &[Sheet]) -> CriterionScore {
    let levels: Vec<u8> = sheets.iter().filter_map(|sheet| level(sheet, id)).collect();
    let gap = levels.iter().max().zip(levels.iter().min()).map(|(high, low)| high - low);
    CriterionScore {
        criterion: id.to_owned(),
        mean: mean(&levels.iter().map(|level| f64::from(*level)).collect::<Vec<_>>()),
        gap: gap.filter(|_| levels.len() > 1),
    }
}

fn weights_used(plan: &[Assessed], scores: &[AssessmentScore]) -> Vec<f64> {
    let kept: Vec<f64> = plan
        .iter()
        .zip(scores)
        .map(|(one, part)| if part.score.is_some() { usable(one.weight) } else { 0.0 })
        .collect();
    let all = sum(kept.iter().copied());
    kept.iter().map(|weight| ratio(*weight, all).unwrap_or(0.0)).collect()
}

fn level(sheet: &Sheet, id: &str) -> Option<u8> {
    sheet.levels.get(id).copied().flatten().filter(|level| *level > 0)
}

fn usable(weight: f64) -> f64 {
    if weight.is_finite() && weight > 0.0 { weight } else { 0.0 }
}

fn ratio(part: f64, all: f64) -> Option<f64> {
    (all > 0.0).then(|| part / all)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of raters are small")]
fn mean(values: &[f64]) -> Option<f64> {
    ratio(sum(values.iter().copied()), values.len() as f64)
}

fn spread(values: &[f64]) -> Option<f64> {
    let high = values.iter().copied().max_by(f64::total_cmp)?;
    let low = values.iter().copied().min_by(f64::total_cmp)?;
    (values.len() > 1).then_some(high - low)
}

#[cfg(test)]
#[path = "aggregate_tests.rs"]
mod tests;
