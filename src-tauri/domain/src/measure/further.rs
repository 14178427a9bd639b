//! Which further interview of a plan would help most to settle the order of the applications.
//!
//! As [`super::severity::next`], over the plan's totals: an interview adds one rater's ratings of one assessment, which
//! lessens the variance of the differences by what the Gaussian model says, whatever the ratings will be
//! ([`super::preposterior`]). Standard deviations are held at their posterior means.

pub use super::preposterior::none_offered;
use super::preposterior::{Gain, Pair, by_gain, worth};
use super::ratings::Ratings;
use super::severity::Sds;
use super::severity::estimable::estimability;
use super::severity::next::Held;
use super::total::{Assessment, Totals, UNKNOWN_VARIANCE};

/// Two applications, and how likely the interview is to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Separated {
    /// One.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Probability that their order is 90% sure after the interview.
    pub probability: f64,
}

/// One further interview: a rater over one assessment's whole rubric.
#[derive(Clone, Debug, PartialEq)]
pub struct Further {
    /// Whose application.
    pub application: usize,
    /// Which assessment of the plan.
    pub assessment: usize,
    /// Who would rate, as named in the ratings; `None` is somebody who has rated nobody there yet.
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

/// The most useful further interviews of a plan, at most `most`, equal ones in the order of plan, applications and raters: of
/// each application with each rater of the assessment who has not rated it, and with a new one. `ratings` are the assessments' in the plan's order, `names` the applications as they
/// stand in them. Applications without any score are left out, and so is what would be told where every score is explained
/// exactly: it goes by how sure the order is now.
pub fn further(totals: &Totals, ratings: &[Option<Ratings>], names: &[String], most: usize) -> Vec<Further> {
    let seen = |(one, ratings): (&Assessment, &Option<Ratings>)| {
        Seen::of(ratings.as_ref()?, &one.fit.as_ref()?.report.deviations.mean, names)
    };
    let now: Vec<Option<Seen>> = totals.assessments.iter().zip(ratings).map(seen).collect();
    let state = State { totals, now: &now };
    let known = |at: &usize| totals.centre(*at).is_some() && !totals.undecided(*at);
    let scored: Vec<usize> = (0..names.len()).filter(known).collect();
    let pairs: Vec<Pair> = scored
        .iter()
        .flat_map(|a| scored.iter().take_while(move |b| *b < a).map(move |b| (*b, *a)))
        .filter_map(|(a, b)| state.pair(a, b))
        .collect();
    let mut out = Vec::new();
    for (assessment, (one, given)) in totals.assessments.iter().zip(ratings).enumerate() {
        let (Some(fit), Some(given)) = (&one.fit, given) else { continue };
        if one.weight <= 0.0 || fit.report.degenerate {
            continue;
        }
        for application in &scored {
            for rater in 0..=given.raters.len() {
                let Some(more) = given.with(&names[*application], rater) else { continue };
                let Some(seen) = Seen::of(&more, &fit.report.deviations.mean, names) else { continue };
                let then = Then { assessment, seen };
                let found = state.gain(&pairs, &then, *application);
                out.push(Further { rater: given.raters.get(rater).cloned(), ..found });
            }
        }
    }
    let mut out = by_gain(out, |one| one.expected_reduction);
    out.truncate(most);
    out
}

/// The model of one assessment, by the applications' places in it.
struct Seen {
    held: Held,
    /// For each application its place in `held`; `None` without ratings.
    place: Vec<Option<usize>>,
    /// For each application the number of its set: those that can be compared share one.
    set: Vec<Option<usize>>,
}

impl Seen {
    fn of(ratings: &Ratings, sds: &Sds, names: &[String]) -> Option<Seen> {
        let held = Held::of(ratings, sds)?;
        let (place, sets) = (held.places(names), estimability(ratings).candidate_group);
        let set = place.iter().map(|at| at.map(|at| sets[at])).collect();
        Some(Seen { held, place, set })
    }
}

/// The model of one assessment after one more interview.
struct Then {
    assessment: usize,
    seen: Seen,
}

struct State<'a> {
    totals: &'a Totals,
    now: &'a [Option<Seen>],
}

impl State<'_> {
    /// A pair whose order is less than practically certain. Of two who cannot be compared it is a coin toss, whatever the priors
    /// would have it.
    fn pair(&self, a: usize, b: usize) -> Option<Pair> {
        let mean = self.totals.centre(a)? - self.totals.centre(b)?;
        Pair::unsure((a, b), mean, self.variance(a, b, None), self.comparable(a, b, None))
    }

    /// The model of an assessment: exchanged where that is asked.
    fn model<'b>(&'b self, index: usize, exchanged: Option<&'b Then>) -> Option<&'b Seen> {
        match exchanged {
            Some(then) if then.assessment == index => Some(&then.seen),
            _ => self.now[index].as_ref(),
        }
    }

    /// As [`Totals::comparable`], with one assessment's model exchanged where that is asked.
    fn comparable(&self, a: usize, b: usize, exchanged: Option<&Then>) -> bool {
        let counted = (0..self.now.len()).filter(|index| self.totals.assessments[*index].weight > 0.0);
        let mut shared = counted
            .filter_map(|index| {
                let seen = self.model(index, exchanged)?;
                seen.set[a].zip(seen.set[b])
            })
            .peekable();
        shared.peek().is_some() && shared.all(|(x, y)| x == y)
    }

    /// Variance of the difference of two totals, with one assessment's model exchanged where that is asked.
    fn variance(&self, a: usize, b: usize, exchanged: Option<&Then>) -> f64 {
        let (mut sum, mut missing) = (0.0, [0.0; 2]);
        for (index, one) in self.totals.assessments.iter().enumerate() {
            let seen = self.model(index, exchanged);
            let place = |application: usize| seen.and_then(|seen| seen.place[application]);
            let (x, y) = (place(a), place(b));
            for (cell, at) in missing.iter_mut().zip([x, y]) {
                *cell += if at.is_none() { one.weight } else { 0.0 };
            }
            if let Some(seen) = seen {
                sum += one.weight * one.weight * seen.held.difference(x, y);
            }
        }
        sum + missing.iter().map(|weight| weight * weight * UNKNOWN_VARIANCE).sum::<f64>()
    }

    fn gain(&self, pairs: &[Pair], then: &Then, application: usize) -> Further {
        let gain = Gain::of(pairs, |pair| {
            self.comparable(pair.a, pair.b, Some(then)).then(|| self.variance(pair.a, pair.b, Some(then)))
        });
        let separates = gain.separates.iter();
        let separates = separates.map(|(pair, probability)| Separated {
            a: pair.a,
            b: pair.b,
            probability: *probability,
        });
        Further {
            application,
            assessment: then.assessment,
            rater: None,
            expected_reduction: gain.reduction,
            separates: separates.collect(),
        }
    }
}

#[cfg(test)]
#[path = "further_tests.rs"]
mod tests;
