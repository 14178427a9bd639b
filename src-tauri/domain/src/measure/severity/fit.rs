//! The severity model over one assessment, from ratings to a report.

use serde::Serialize;

use super::super::blend::Blend;
use super::super::linear::Matrix;
use super::super::ratings::{Keyed, MeasureError, Ratings, unfit};
use super::design::Design;
use super::estimable::{Estimability, estimability};
use super::exact::explained_exactly;
use super::gaussian::Gaussian;
use super::grid::{Point, integrate};
use super::mode::climb;
use super::posterior::{Mixture, moments};
use super::prior::{Prior, Sds, log_prior};
use super::sets::{Told, apart};
use super::verdict::{EVERYBODY, Verdict};

/// Whether the standard deviations are known or integrated over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Deviations {
    /// Held at these.
    Fixed(Sds),
    /// Integrated over their posterior.
    Integrated,
}

/// How to fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The standard deviations.
    pub deviations: Deviations,
    /// The priors of the fixed part.
    pub prior: Prior,
}

impl Default for Options {
    fn default() -> Options {
        Options { deviations: Deviations::Integrated, prior: Prior::default() }
    }
}

/// Estimates by name with their standard deviations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimates {
    /// Posterior means.
    pub est: Keyed,
    /// Posterior standard deviations.
    pub sd: Keyed,
}

/// The four standard deviations: mean and standard deviation of their posterior (0 where they are held fixed).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// Means.
    pub mean: Sds,
    /// Standard deviations.
    pub sd: Sds,
}

/// What the model says about one assessment, on the common scale of 1 to 5.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whether severity can be corrected for.
    pub verdict: Verdict,
    /// The same in a sentence.
    pub sentence: String,
    /// Whether the data leave how sure anything is undecided, as every score is explained exactly ([`explained_exactly`]): no
    /// interval and no probability here may then be shown.
    pub degenerate: bool,
    /// Names of the candidates: the order of every matrix.
    pub candidates: Vec<String>,
    /// For each whether the score is corrected for severity; the others' plain scores stand, and the model says how sure they are.
    pub corrected: Vec<bool>,
    /// For each whether everybody it can be compared with was rated by the same raters on the same criteria: inside such a set
    /// severity changes nothing.
    pub whole: Vec<bool>,
    /// Weights of the criteria, summing to one.
    pub normalised_weights: Keyed,
    /// Plain weighted means, uncorrected, beside which the totals stand.
    pub raw_total: Keyed,
    /// Share of the rubric's weight that somebody rated.
    pub coverage: Keyed,
    /// The corrected total T.
    pub weighted_total: Estimates,
    /// 95% interval of T.
    pub weighted_total_interval: Vec<(f64, f64)>,
    /// Covariance of T.
    pub weighted_total_cov: Vec<Vec<f64>>,
    /// Variance to be added on screens for what nobody rated: `w_k^2 s_delta^2` over those criteria (law 1).
    pub unrated_variance: Keyed,
    /// Probability that the row's candidate is above the column's.
    pub prob_row_beats_col: Vec<Vec<f64>>,
    /// Expected place of each candidate: one more than the expected number above (Laird and Louis, *Journal of Educational
    /// Statistics* 14, 1989).
    pub expected_rank: Keyed,
    /// Candidate effects.
    pub candidate: Estimates,
    /// Their covariance.
    pub candidate_cov: Vec<Vec<f64>>,
    /// Means of the criteria.
    pub criterion_mean: Estimates,
    /// Leniency of the raters (minus severity).
    pub rater_leniency: Estimates,
    /// The standard deviations of the model.
    pub deviations: Spread,
    /// Pairs of candidate and criterion that nobody rated.
    pub unrated_cells: usize,
    /// Points of the grid.
    pub grid_points: usize,
    /// Groups of candidates that can be compared.
    pub comparable_candidates: Vec<Vec<String>>,
    /// What the ratings alone can tell apart.
    pub estimability: Estimability,
}

impl Report {
    /// The sets that can be compared, in the order of `comparable_candidates`.
    pub fn sets(&self) -> Vec<Told> {
        let any = |set: usize, of: &[bool]| {
            self.estimability.candidate_group.iter().zip(of).any(|(group, holds)| *group == set && *holds)
        };
        let one = |(set, names): (usize, &Vec<String>)| Told {
            names: names.clone(),
            corrected: any(set, &self.corrected),
            whole: any(set, &self.whole),
        };
        self.comparable_candidates.iter().enumerate().map(one).collect()
    }

    /// Whether a candidate's score, by place, is corrected for what raters' severity can do to it: not in a set that is whole.
    pub fn severe(&self, candidate: usize) -> bool {
        self.corrected[candidate] && !self.whole[candidate]
    }

    /// The verdict in a sentence; of sets, by whether severity is corrected in any of them.
    pub fn judged(&self) -> &'static str {
        let severe = (0..self.candidates.len()).any(|one| self.severe(one));
        if self.verdict == Verdict::WithinSets && !severe {
            Verdict::WHOLE_SETS
        } else {
            self.verdict.sentence()
        }
    }

    /// Why the leniency of a rater is no number; `None` where it is one.
    pub fn leniency_untold(&self, rater: &str) -> Option<&'static str> {
        let mut sets = self.estimability.comparable_raters.iter();
        self.verdict.untold(sets.any(|set| set.len() > 1 && set.iter().any(|one| one == rater)))
    }
}

/// Below this a standard deviation is as good as nothing; the data cannot tell how much below.
const LEAST: f64 = 1e-3;
/// Scores closer than this are equal.
const EQUAL: f64 = 1e-9;
/// Normal deviate of a two-sided 95% interval.
const DEVIATE_95: f64 = 1.959_963_984_540_054;

/// A fitted model: its report, and the posterior of the totals, from which sums over several assessments are made.
#[derive(Clone, Debug)]
pub struct Fit {
    /// What the model says.
    pub report: Report,
    totals: Mixture,
}

impl Fit {
    /// One candidate's score by place, corrected where it is: else `None`.
    pub fn corrected(&self, candidate: usize) -> Option<f64> {
        self.report.corrected[candidate].then(|| self.mean(candidate))
    }

    /// Posterior mean of one candidate's T, by place.
    pub fn mean(&self, candidate: usize) -> f64 {
        self.totals.means[candidate]
    }

    /// One candidate's T as a distribution.
    pub fn own(&self, candidate: usize) -> Blend {
        self.totals.own(candidate)
    }

    /// The first's T less the second's as a distribution, with its own covariance.
    pub fn difference(&self, a: usize, b: usize) -> Blend {
        self.totals.difference(a, b)
    }

    /// Variance of what nobody rated of one candidate: `w_k^2 s_delta^2` over those criteria.
    pub fn unrated(&self, candidate: usize) -> f64 {
        self.report.unrated_variance.0.get(candidate).map_or(0.0, |(_, variance)| *variance)
    }
}

/// Fits the model and reports. Deterministic.
///
/// # Errors
/// Where standard deviations are held fixed at values that make no model (none of them may be negative, and the residual's
/// must be positive).
pub fn fit(ratings: &Ratings, options: &Options) -> Result<Report, MeasureError> {
    fit_whole(ratings, options).map(|fit| fit.report)
}

/// Fits the model and keeps the posterior of the totals.
///
/// # Errors
/// As [`fit`].
pub fn fit_whole(ratings: &Ratings, options: &Options) -> Result<Fit, MeasureError> {
    let design = Design::of(ratings);
    let points = match options.deviations {
        Deviations::Fixed(sds) => fixed(&design, &options.prior, &sds),
        Deviations::Integrated => integrated(&design, &options.prior),
    };
    if points.is_empty() {
        return Err(unfit("no model has these standard deviations".to_owned()));
    }
    let totals = Mixture::of(&design, &points, |point| point.totals(&design));
    let integrated = options.deviations == Deviations::Integrated;
    Ok(Fit { report: report(ratings, &design, &points, &totals, integrated), totals })
}

fn fixed(design: &Design, prior: &Prior, sds: &Sds) -> Vec<Point<Gaussian>> {
    let usable = sds.residual > 0.0 && sds.array().iter().all(|sd| sd.is_finite() && *sd >= 0.0);
    let found = usable.then(|| Gaussian::at(design, prior, sds)).flatten();
    let at = sds.array().map(libm::log);
    found.map(|value| Point { weight: 1.0, at, value }).into_iter().collect()
}

fn integrated(design: &Design, prior: &Prior) -> Vec<Point<Gaussian>> {
    let evaluate = |logs: &[f64; 4]| {
        let found = Gaussian::at(design, prior, &Sds::of_logs(logs))?;
        Some((found.log_marginal + log_prior(logs) - below(logs), found))
    };
    let density = |logs: &[f64; 4]| evaluate(logs).map_or(f64::NEG_INFINITY, |found| found.0);
    let start = [0.3, 0.3, 0.3, 0.6].map(libm::log);
    integrate(&climb(&density, start), evaluate)
}

/// A soft floor under the standard deviations: where every score is explained exactly the likelihood has no maximum.
fn below(logs: &[f64; 4]) -> f64 {
    let one = |log: &f64| {
        let depth = (libm::log(LEAST) - log).max(0.0) / 0.05;
        0.5 * depth * depth
    };
    logs.iter().map(one).sum()
}

/// The verdict's sentence; of those whom the same raters rated, where severity changes nothing, with what the model changes all
/// the same.
fn sentence(found: &Report, raw: &[(f64, f64)], totals: &Mixture) -> String {
    let names = &found.candidates;
    let pairs = || (0..names.len()).flat_map(|a| (0..names.len()).map(move |b| (a, b)));
    let group = &found.estimability.candidate_group;
    let turned = |(a, b): &(usize, usize)| {
        group[*a] == group[*b]
            && found.whole[*a]
            && found.corrected[*a]
            && raw[*a].0 > raw[*b].0 + EQUAL
            && totals.means[*b] > totals.means[*a] + EQUAL
    };
    let turned = pairs().find(turned).map(|(ahead, behind)| Verdict::turned(&names[behind], &names[ahead]));
    let parts = match (found.verdict, turned) {
        (Verdict::Complete, Some(turned)) => [EVERYBODY.to_owned(), turned, String::new()],
        (Verdict::WithinSets, turned) => {
            [found.judged().to_owned(), apart(&found.sets()), turned.unwrap_or_default()]
        }
        _ => [found.judged().to_owned(), String::new(), String::new()],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn report(
    ratings: &Ratings,
    design: &Design,
    points: &[Point<Gaussian>],
    totals: &Mixture,
    integrated: bool,
) -> Report {
    let effects = Mixture::of(design, points, |point| point.candidates(design));
    let found = estimability(ratings);
    let (verdict, corrected, whole) = Verdict::of(ratings, &found, design);
    let deviations = spread(points);
    let raw = ratings.raw();
    let names = &ratings.candidates;
    let probabilities = totals.probabilities();
    let report = Report {
        verdict,
        sentence: String::new(),
        corrected,
        whole,
        degenerate: integrated && explained_exactly(ratings),
        candidates: names.clone(),
        normalised_weights: Keyed::new(&ratings.criteria, ratings.weights.iter().copied()),
        raw_total: Keyed::new(names, raw.iter().map(|(score, _)| *score)),
        coverage: Keyed::new(names, raw.iter().map(|(_, coverage)| *coverage)),
        weighted_total_interval: (0..names.len()).map(|candidate| interval(totals, candidate)).collect(),
        weighted_total_cov: totals.covariance.to_rows(),
        weighted_total: by_candidate(names, totals),
        unrated_variance: unrated_variance(names, design, points),
        expected_rank: expected_rank(names, &probabilities),
        prob_row_beats_col: probabilities.to_rows(),
        candidate_cov: effects.covariance.to_rows(),
        candidate: by_candidate(names, &effects),
        criterion_mean: estimates(&ratings.criteria, &moments(points, |point| criteria(point.globals()))),
        rater_leniency: estimates(&ratings.raters, &moments(points, |point| raters(point.globals()))),
        deviations,
        unrated_cells: design.unrated(),
        grid_points: points.len(),
        comparable_candidates: found.comparable_candidates.clone(),
        estimability: found,
    };
    Report { sentence: sentence(&report, &raw, totals), ..report }
}

fn criteria([criteria, _]: [Vec<(f64, f64)>; 2]) -> Vec<(f64, f64)> {
    criteria
}

fn raters([_, raters]: [Vec<(f64, f64)>; 2]) -> Vec<(f64, f64)> {
    raters
}

fn interval(totals: &Mixture, candidate: usize) -> (f64, f64) {
    let end = |p, deviate| totals.quantile(candidate, p, deviate);
    (end(0.025, -DEVIATE_95), end(0.975, DEVIATE_95))
}

fn by_candidate(names: &[String], found: &Mixture) -> Estimates {
    let sds = (0..names.len()).map(|candidate| found.sd(candidate));
    Estimates { est: Keyed::new(names, found.means.iter().copied()), sd: Keyed::new(names, sds) }
}

fn estimates(names: &[String], found: &[(f64, f64)]) -> Estimates {
    Estimates {
        est: Keyed::new(names, found.iter().map(|one| one.0)),
        sd: Keyed::new(names, found.iter().map(|one| one.1)),
    }
}

fn expected_rank(names: &[String], probabilities: &Matrix) -> Keyed {
    let above = |row: usize| probabilities.row(row).iter().map(|p| 1.0 - p).sum::<f64>() - 0.5;
    Keyed::new(names, (0..names.len()).map(|row| 1.0 + above(row)))
}

fn unrated_variance(names: &[String], design: &Design, points: &[Point<Gaussian>]) -> Keyed {
    let profile: f64 = points.iter().map(|point| point.weight * libm::exp(2.0 * point.at[2])).sum();
    let one = |(pattern, _): &(usize, usize)| profile * design.patterns[*pattern].unrated_weight_squares;
    Keyed::new(names, design.place.iter().map(one))
}

fn spread(points: &[Point<Gaussian>]) -> Spread {
    let over = |value: &dyn Fn(f64, usize) -> f64| -> [f64; 4] {
        let mut out = [0.0; 4];
        for point in points {
            let sds = Sds::of_logs(&point.at).array();
            out.iter_mut().enumerate().for_each(|(i, cell)| *cell += point.weight * value(sds[i], i));
        }
        out
    };
    let mean = over(&|sd, _| sd);
    let variance = over(&|sd, i| (sd - mean[i]) * (sd - mean[i]));
    Spread { mean: named(mean), sd: named(variance.map(libm::sqrt)) }
}

fn named([rater, halo, profile, residual]: [f64; 4]) -> Sds {
    Sds { rater, halo, profile, residual }
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "calibration_tests.rs"]
mod calibration;
