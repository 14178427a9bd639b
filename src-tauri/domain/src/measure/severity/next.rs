//! Which further interview would help most to settle the order.
//!
//! The uncertainty of an order is the expected number of pairs that stand the wrong way round, and an interview is worth what
//! it takes from that ([`super::super::preposterior`]). The standard deviations are held at their posterior means.

use std::collections::BTreeMap;

use serde::Serialize;

pub use super::super::preposterior::none_offered;
use super::super::preposterior::{Gain, Pair, by_gain, worth};
use super::super::ratings::Ratings;
use super::design::Design;
use super::estimable::estimability;
use super::gaussian::{Gaussian, Joint};
use super::prior::{Prior, Sds};

/// Two candidates, and how likely the interview is to tell them apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Separated {
    /// One.
    pub candidate: String,
    /// The other.
    pub other: String,
    /// Probability that their order is 90% sure after the interview.
    pub probability: f64,
}

/// One further interview: a rater over the whole rubric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Further {
    /// Whom to interview.
    pub candidate: String,
    /// Who would interview; `None` is somebody who has rated nobody yet.
    pub rater: Option<String>,
    /// By how much the expected number of pairs in the wrong order falls.
    pub expected_reduction: f64,
    /// Pairs that are not told apart now, the likeliest to be separated first; at most three.
    pub separates: Vec<Separated>,
}

impl Further {
    /// Whether it is worth offering; else [`none_offered`] says why none is.
    pub fn worth(&self) -> bool {
        worth(self.expected_reduction, self.separates.first().map(|pair| pair.probability))
    }
}

/// Candidates that are looked at: those whose places are the least sure.
const LOOKED_AT: usize = 24;

/// Further interviews, the most useful first, equal ones by the names of candidate and rater: of each candidate with each rater
/// who has not rated them, and with a new one. Of many candidates the 24 whose places are the least sure are looked at.
pub fn further(ratings: &Ratings, sds: &Sds, prior: &Prior) -> Vec<Further> {
    let Some(now) = totals(ratings, sds, prior) else { return Vec::new() };
    let groups = estimability(ratings).candidate_group;
    let split = groups.iter().any(|group| *group > 0);
    let pairs = now.unsure(&groups);
    let mut out = Vec::new();
    for candidate in looked_at(ratings.candidates.len(), &pairs) {
        for rater in 0..=ratings.raters.len() {
            let Some(more) = ratings.with(&ratings.candidates[candidate], rater) else { continue };
            if let Some(then) = totals(&more, sds, prior) {
                // Where everybody can be compared now, everybody can be afterwards.
                let joined = if split { estimability(&more).candidate_group } else { groups.clone() };
                out.push(compare(ratings, &pairs, &then, &joined, (candidate, rater)));
            }
        }
    }
    by_gain(out, |one| one.expected_reduction)
}

fn looked_at(count: usize, pairs: &[Pair]) -> Vec<usize> {
    let mut unsure = vec![0.0; count];
    for pair in pairs {
        unsure[pair.a] += pair.wrong;
        unsure[pair.b] += pair.wrong;
    }
    let mut out: Vec<usize> = (0..count).collect();
    out.sort_by(|a, b| unsure[*b].total_cmp(&unsure[*a]));
    out.truncate(LOOKED_AT);
    out.sort_unstable();
    out
}

/// The model of one assessment with its standard deviations held, by candidate: what another rater's ratings would change.
#[derive(Clone, Debug)]
pub struct Held {
    names: Vec<String>,
    totals: Totals,
    unrated: Vec<f64>,
}

impl Held {
    /// Holds the standard deviations; `None` where the numbers are beyond what doubles can hold.
    pub fn of(ratings: &Ratings, sds: &Sds) -> Option<Held> {
        let design = Design::of(ratings);
        let joint = Gaussian::at(&design, &Prior::default(), sds)?.totals(&design);
        let place = design.place.iter().map(|(pattern, _)| *pattern).collect();
        let unrated =
            design.patterns.iter().map(|one| sds.profile * sds.profile * one.unrated_weight_squares);
        let unrated = unrated.collect();
        Some(Held { names: ratings.candidates.clone(), totals: Totals { joint, place }, unrated })
    }

    /// Where each of the named stands; `None` without ratings.
    pub fn places(&self, names: &[String]) -> Vec<Option<usize>> {
        let known: BTreeMap<&str, usize> =
            self.names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
        names.iter().map(|name| known.get(name.as_str()).copied()).collect()
    }

    /// Variance of the difference of two candidates by place, of one alone where the other has no ratings, nought of neither;
    /// with that of what nobody rated.
    pub fn difference(&self, a: Option<usize>, b: Option<usize>) -> f64 {
        let pattern = |at: usize| self.totals.place[at];
        let alone = |at: usize| self.totals.joint.variance(pattern(at)) + self.unrated[pattern(at)];
        match (a, b) {
            (Some(a), Some(b)) => {
                let apart = self.totals.joint.difference_variance(pattern(a), pattern(b));
                apart + self.unrated[pattern(a)] + self.unrated[pattern(b)]
            }
            (Some(at), None) | (None, Some(at)) => alone(at),
            (None, None) => 0.0,
        }
    }
}

/// Means now or later, and variances of differences, by candidate.
#[derive(Clone, Debug)]
struct Totals {
    joint: Joint,
    place: Vec<usize>,
}

impl Totals {
    fn variance(&self, a: usize, b: usize) -> f64 {
        self.joint.difference_variance(self.place[a], self.place[b])
    }

    /// Pairs whose order is less than practically certain.
    fn unsure(&self, groups: &[usize]) -> Vec<Pair> {
        let pairs = (0..groups.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let one = |(a, b): (usize, usize)| {
            let mean = self.joint.means[a] - self.joint.means[b];
            Pair::unsure((a, b), mean, self.variance(a, b), groups[a] == groups[b])
        };
        pairs.filter_map(one).collect()
    }
}

fn totals(ratings: &Ratings, sds: &Sds, prior: &Prior) -> Option<Totals> {
    let design = Design::of(ratings);
    let joint = Gaussian::at(&design, prior, sds)?.totals(&design);
    Some(Totals { joint, place: design.place.iter().map(|(pattern, _)| *pattern).collect() })
}

/// What one more interview is worth. `joined` are the groups that can be compared afterwards: of a pair in different ones
/// nothing is told.
fn compare(
    ratings: &Ratings,
    pairs: &[Pair],
    then: &Totals,
    joined: &[usize],
    (candidate, rater): (usize, usize),
) -> Further {
    let names = &ratings.candidates;
    let gain =
        Gain::of(pairs, |pair| (joined[pair.a] == joined[pair.b]).then(|| then.variance(pair.a, pair.b)));
    let separates = gain.separates.iter().map(|(pair, probability)| Separated {
        candidate: names[pair.b].clone(),
        other: names[pair.a].clone(),
        probability: *probability,
    });
    Further {
        candidate: names[candidate].clone(),
        rater: ratings.raters.get(rater).cloned(),
        expected_reduction: gain.reduction,
        separates: separates.collect(),
    }
}
