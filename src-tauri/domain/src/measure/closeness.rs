//! How far apart candidates truly are, and what "told apart" is worth where they are close.
//!
//! The severity model takes candidates as practically fixed, so that nobody is shrunk towards the others: beforehand every
//! difference is as likely as any other. Among candidates who truly are close, a large difference is chance more often than
//! that model says (errors of sign: Gelman and Tuerlinckx, *Computational Statistics* 15, 2000). So their true spread is
//! estimated from the scores themselves, `T_c ~ N(m, tau^2 + u_c)` with u the variances of the scores and m each comparable
//! group's own: the restricted likelihood (Patterson and Thompson, *Biometrika* 58, 1971), a half-normal(1) prior of tau, on a
//! grid. Given tau, a difference d of variance v is right with `Phi(d / sqrt(v) sqrt(s))`, `s = 2 tau^2 / (2 tau^2 + v)` (Efron
//! and Morris, *JASA* 70, 1975). Nothing is re-ranked by it, and no group is changed: it says what the groups are worth.
//!
//! Simulated roles of twelve candidates, each seen by two of four raters: of the pairs told apart (90% or more) 3% stood the
//! wrong way round where candidates truly spread by 1.0 point, 6% at 0.6, 12% at 0.3 and 14% at 0.15; of those stated with 95%
//! or more 2%, 4%, 8% and 9%. What is expected here was within 2 points of each (`severity/calibration_tests.rs`), and at most 3
//! points too low where levels are uneven, tails heavy or severity drifts. Where what
//! one rater sees in one candidate throughout (halo) spreads by 0.9, far more than the model's prior takes for usual, 6% stood
//! the wrong way round at 1.0 point and 12% at 0.6, of which this says 6% and 12%; but 21% and 25% at 0.3 (two runs), of which it
//! says 17% and 16%, and 31% at 0.15, of which it says 18%. So it is said with the worst of these, shares over all roles
//! of a kind: up to [`AT_MOST`] times as many.

use serde::Serialize;

use super::normal::phi;
use super::sure::{Doubt, SURE, components};
use crate::words::decimal;

/// Two candidates who can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The one with the higher score, by place among the scores.
    pub ahead: usize,
    /// The other.
    pub behind: usize,
    /// Variance of their difference.
    pub variance: f64,
    /// Whether their order is shown as sure.
    pub told_apart: bool,
}

/// How far apart candidates truly are, in points of the scale of 1 to 5.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Closeness {
    /// Standard deviation of the true scores within those who can be compared.
    pub spread: f64,
    /// 95% interval of the spread.
    pub spread_interval: (f64, f64),
    /// Standard deviation of one score about the true one, over all.
    pub uncertainty: f64,
    /// Pairs that are told apart.
    pub told_apart: usize,
    /// How many of them are expected to stand the wrong way round, the spread taken into account.
    pub expected_wrong: f64,
    /// All of it in words.
    pub sentence: String,
}

/// Points of the grid, denser towards nought.
const POINTS: u32 = 24;
/// The widest spread looked at; scores from 1 to 5 cannot differ by more than 2.
const WIDEST: f64 = 2.5;
/// Of pairs that are told apart at most so many times as many as expected stood the wrong way round, in every kind of role that
/// was simulated: the shares are over all roles of a kind, and a single role was not looked at by itself.
pub const AT_MOST: f64 = 2.0;
/// When they did.
const WORST: &str =
    "in simulated roles, all taken together, where a rater's impression of a candidate coloured every level";
/// More of the pairs the wrong way round than "90% sure" allows, and it is said first.
const CLOSE: f64 = 0.1;

/// What would make the words of pairs that are told apart untrue: that the candidates are close, where that may be, and that
/// chance is larger than what [`super::severity::Verdict::assumed`] takes it for, where it is `assumed`.
pub fn conditions(found: Option<&Closeness>, assumed: bool) -> Vec<&'static str> {
    let close = found.is_some_and(Closeness::close).then_some("the candidates are really about equally good");
    let chance = assumed.then_some("luck counts for more in the scores than assumed");
    close.into_iter().chain(chance).collect()
}

impl Closeness {
    /// Of scores, by what is known of each two: the probability that the first is truly above the second, with the variance of
    /// their difference, or why nothing is. Two are told apart where that is sure and the scores as they are `shown` say the same.
    pub fn among(
        scores: &[f64],
        shown: &[f64],
        compared: impl Fn(usize, usize) -> Result<(f64, f64), Doubt>,
    ) -> Option<Closeness> {
        let pairs = (0..scores.len()).flat_map(|high| (0..high).map(move |low| (low, high)));
        let pair = |(low, high): (usize, usize)| {
            let (above, variance) = compared(low, high).ok()?;
            let (ahead, behind) = if above >= 0.5 { (low, high) } else { (high, low) };
            let told_apart = above.max(1.0 - above) >= SURE && shown[ahead] >= shown[behind];
            Some(Compared { ahead, behind, variance, told_apart })
        };
        Closeness::of(scores, &pairs.filter_map(pair).collect::<Vec<_>>())
    }

    /// Of scores, by the pairs that can be compared; `None` where nobody can be. Two hardly show how far apart such candidates
    /// are: where nowhere three can be compared there is an answer only where it is a warning.
    pub fn of(scores: &[f64], pairs: &[Compared]) -> Option<Closeness> {
        let groups = groups(scores, pairs);
        if groups.is_empty() {
            return None;
        }
        let few = groups.iter().all(|group| group.len() < 3);
        let grid = posterior(&groups);
        let spread = grid.iter().map(|(tau, weight)| tau * weight).sum();
        let told: Vec<&Compared> = pairs.iter().filter(|pair| pair.told_apart).collect();
        let wrong = |pair: &&Compared| {
            let difference = scores[pair.ahead] - scores[pair.behind];
            grid.iter().map(|(tau, weight)| weight * sign_error(difference, pair.variance, *tau)).sum::<f64>()
        };
        let expected_wrong = told.iter().map(wrong).sum();
        let known: Vec<f64> = groups.iter().flatten().map(|one| one.variance).collect();
        let uncertainty = libm::sqrt(known.iter().sum::<f64>() / known.len() as f64);
        let interval = (quantile(&grid, 0.025), quantile(&grid, 0.975));
        let mut found = Closeness {
            spread,
            spread_interval: interval,
            uncertainty,
            told_apart: told.len(),
            expected_wrong,
            sentence: String::new(),
        };
        found.sentence = found.words(few);
        (!few || found.close()).then_some(found)
    }

    /// Whether so many of the pairs told apart are expected the wrong way round that it must be said first.
    pub fn close(&self) -> bool {
        self.expected_wrong > CLOSE * self.told_apart as f64
    }

    /// How many of the pairs told apart may stand the wrong way round, as a share of them: the same unit everywhere. With the worst
    /// that was seen, [`AT_MOST`].
    pub fn wrong(&self) -> String {
        let share = 100.0 * self.expected_wrong / self.told_apart as f64;
        let share = if share < 0.5 { "fewer than 1%".to_owned() } else { format!("about {share:.0}%") };
        let most = times(AT_MOST);
        match self.told_apart {
            1 => format!(
                "the one pair told apart may stand the wrong way round ({share} likely; up to {most} that {WORST})"
            ),
            pairs => format!(
                "of the {pairs} pairs told apart {share} may stand the wrong way round (up to {most} as many {WORST})"
            ),
        }
    }

    fn words(&self, few: bool) -> String {
        const WARNING: &str =
            "The candidates may truly be close, and told apart is then worth less than it says:";
        if few {
            return format!("{WARNING} {}. So few candidates do not show how close they are.", self.wrong());
        }
        let spread = self.spread_words();
        if self.told_apart == 0 {
            return format!("{spread}.");
        }
        if self.close() {
            return format!("{WARNING} {}. {spread}.", self.wrong());
        }
        format!("{spread}; {}.", self.wrong())
    }

    /// The sentence on a scale of which one point of the scale of 1 to 5 makes so many points.
    pub fn sentence_in(&self, point: f64) -> String {
        let (low, high) = self.spread_interval;
        let own = Closeness {
            spread: self.spread * point,
            spread_interval: (low * point, high * point),
            uncertainty: self.uncertainty * point,
            ..self.clone()
        };
        self.sentence.replace(&self.spread_words(), &own.spread_words())
    }

    /// The spread beside how unsure a score is, with what follows from both.
    fn spread_words(&self) -> String {
        let (low, high) = self.spread_interval;
        let ends = format!("{} to {}", decimal(low, 1), decimal(high, 1));
        let spread = format!(
            "The candidates' true scores spread by about {} points ({ends})",
            decimal(self.spread, 1)
        );
        let unsure = format!("the {} that a score is unsure by", decimal(self.uncertainty, 1));
        if low > self.uncertainty {
            format!("{spread}, more than {unsure}: most of what sets them apart is not chance")
        } else if high < self.uncertainty {
            format!("{spread}, less than {unsure}: most of what sets them apart may be chance")
        } else {
            format!(
                "{spread} beside {unsure}: how much of what sets them apart is chance, these ratings do not show"
            )
        }
    }
}

/// A factor in words: "twice", "2.5 times".
fn times(factor: f64) -> String {
    if decimal(factor, 1) == "2.0" { "twice".into() } else { format!("{} times", decimal(factor, 1)) }
}

/// One score with the variance about its true value.
struct Known {
    score: f64,
    variance: f64,
}

/// Probability that a difference has the wrong sign where true scores spread by tau.
fn sign_error(difference: f64, variance: f64, tau: f64) -> f64 {
    let prior = 2.0 * tau * tau;
    phi(-difference.abs() / libm::sqrt(variance) * libm::sqrt(prior / (prior + variance)))
}

/// Candidates who can be compared, each with the variance that best makes up those of the differences: `v_ab = u_a + u_b`.
fn groups(scores: &[f64], pairs: &[Compared]) -> Vec<Vec<Known>> {
    let first = components(scores.len(), pairs.iter().map(|pair| (pair.ahead, pair.behind)));
    let (mut sums, mut counts) = (vec![0.0; scores.len()], vec![0_usize; scores.len()]);
    for pair in pairs {
        for at in [pair.ahead, pair.behind] {
            sums[at] += pair.variance;
            counts[at] += 1;
        }
    }
    let mean = |at: usize| sums[at] / counts[at] as f64;
    let members = |head: usize| (0..scores.len()).filter(|at| first[*at] == head).collect::<Vec<_>>();
    let heads = (0..scores.len()).filter(|head| first[*head] == *head);
    let known = |members: Vec<usize>| {
        let n = members.len() as f64;
        // Each mean is the own variance and the mean of the others'.
        let half = 0.5 * members.iter().map(|at| mean(*at)).sum::<f64>() / n;
        let own =
            |at: usize| if n > 2.0 { half + (mean(at) - 2.0 * half) * (n - 1.0) / (n - 2.0) } else { half };
        let one = |at: usize| Known { score: scores[at], variance: own(at).max(0.05 * half) };
        members.into_iter().map(one).collect()
    };
    heads.map(members).filter(|members| members.len() > 1).map(known).collect()
}

/// The spread's grid with the posterior's weights.
fn posterior(groups: &[Vec<Known>]) -> Vec<(f64, f64)> {
    let taus = (0..POINTS).map(|point| {
        let place = (f64::from(point) + 0.5) / f64::from(POINTS);
        (WIDEST * place * place, place)
    });
    // The width of a cell goes with its place.
    let logs: Vec<(f64, f64)> = taus
        .map(|(tau, place)| {
            let likelihood: f64 = groups.iter().map(|group| restricted(group, tau * tau)).sum();
            (tau, likelihood - 0.5 * tau * tau + libm::log(place))
        })
        .collect();
    let top = logs.iter().map(|one| one.1).fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = logs.iter().map(|one| libm::exp(one.1 - top)).sum();
    logs.into_iter().map(|(tau, log)| (tau, libm::exp(log - top) / all)).collect()
}

/// Restricted log likelihood of one group's scores.
fn restricted(group: &[Known], square: f64) -> f64 {
    let weights: Vec<f64> = group.iter().map(|one| 1.0 / (square + one.variance)).collect();
    let all: f64 = weights.iter().sum();
    let mean = group.iter().zip(&weights).map(|(one, weight)| weight * one.score).sum::<f64>() / all;
    let terms = group
        .iter()
        .zip(&weights)
        .map(|(one, weight)| libm::log(*weight) - weight * (one.score - mean) * (one.score - mean));
    0.5 * (terms.sum::<f64>() - libm::log(all))
}

fn quantile(grid: &[(f64, f64)], share: f64) -> f64 {
    let mut sum = 0.0;
    let reached = grid.iter().find(|(_, weight)| {
        sum += weight;
        sum >= share
    });
    reached.or(grid.last()).map_or(0.0, |(tau, _)| *tau)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(scores: &[f64], variance: f64) -> Vec<Compared> {
        let one = |(ahead, behind): (usize, usize)| Compared {
            ahead,
            behind,
            variance,
            told_apart: scores[ahead] - scores[behind] > 1.2816 * variance.sqrt(),
        };
        let all = (0..scores.len()).flat_map(|a| (0..scores.len()).map(move |b| (a, b)));
        all.filter(|(a, b)| scores[*a] > scores[*b]).map(one).collect()
    }

    #[test]
    fn a_wide_field_keeps_its_claims_and_a_close_one_loses_some() {
        let wide: Vec<f64> = (0..12).map(|at| 2.0 + 0.25 * f64::from(at)).collect();
        let found = Closeness::of(&wide, &pairs(&wide, 0.08)).unwrap();
        assert!((found.spread - 0.88).abs() < 0.12, "{found:?}");
        assert!((found.uncertainty - 0.2).abs() < 1e-9 && !found.close(), "{found:?}");
        let close: Vec<f64> = (0..12).map(|at| 3.0 + 0.07 * f64::from(at)).collect();
        let found = Closeness::of(&close, &pairs(&close, 0.18)).unwrap();
        assert!(found.spread < 0.25 && found.close() && found.told_apart > 0, "{found:?}");
        assert!(found.sentence.starts_with("The candidates may truly be close"), "{}", found.sentence);
    }

    #[test]
    fn the_sentence_concludes_and_counts_in_one_unit() {
        let wide: Vec<f64> = (0..12).map(|at| 1.5 + 0.3 * f64::from(at)).collect();
        let found = Closeness::of(&wide, &pairs(&wide, 0.08)).unwrap().sentence;
        assert!(
            found.contains("is not chance; of the ")
                && found.contains("% may stand the wrong way round (up to twice as many in"),
            "{found}"
        );
        let close: Vec<f64> = (0..12).map(|at| 3.0 + 0.07 * f64::from(at)).collect();
        let found = Closeness::of(&close, &pairs(&close, 0.18)).unwrap().sentence;
        assert!(found.contains("pairs told apart about ") && found.contains("% may stand"), "{found}");
        assert!(
            found.contains(&format!(
                "up to {} as many in simulated roles, all taken together",
                times(AT_MOST)
            ))
        );
        assert_eq!([times(2.0), times(2.5)], ["twice", "2.5 times"]);
        let alike = [3.0, 3.05, 3.1];
        let found = Closeness::of(&alike, &pairs(&alike, 0.5)).unwrap().sentence;
        assert!(found.ends_with("is chance, these ratings do not show."), "{found}");
    }

    #[test]
    fn two_candidates_are_warned_of_as_well_where_it_applies() {
        let found = Closeness::of(&[2.0, 3.6], &pairs(&[2.0, 3.6], 1.2)).unwrap();
        assert!(found.close() && found.sentence.contains("the one pair told apart may stand"), "{found:?}");
        assert_eq!(Closeness::of(&[2.0, 3.0], &pairs(&[2.0, 3.0], 0.02)), None, "nothing to warn of");
        assert_eq!(Closeness::of(&[2.0], &[]), None);
    }

    #[test]
    fn who_is_told_apart_stands_as_it_is_shown() {
        let known = |above| move |_: usize, _: usize| Ok((above, 0.3));
        let of = |shown: &[f64], above| {
            Closeness::among(&[3.0, 2.0, 1.0], shown, known(above)).unwrap().told_apart
        };
        assert_eq!(
            (of(&[3.0, 2.0, 1.0], 0.95), of(&[1.0, 2.0, 3.0], 0.95), of(&[3.0, 2.0, 1.0], 0.8)),
            (3, 0, 0)
        );
        let nothing = |_: usize, _: usize| Err(Doubt::Exact);
        assert_eq!(Closeness::among(&[3.0, 2.0, 1.0], &[3.0, 2.0, 1.0], nothing), None);
    }

    #[test]
    fn variances_of_differences_are_those_of_the_two() {
        let (scores, own) = ([1.0, 2.0, 3.0, 4.0], [0.1, 0.2, 0.3, 0.4]);
        let mut all = pairs(&scores, 1.0);
        all.iter_mut().for_each(|pair| pair.variance = own[pair.ahead] + own[pair.behind]);
        for (found, expected) in groups(&scores, &all)[0].iter().zip(own) {
            assert!((found.variance - expected).abs() < 1e-12);
        }
    }

    #[test]
    fn groups_have_means_of_their_own() {
        let scores = [1.0, 1.1, 1.2, 4.0, 4.1, 4.2];
        let within: Vec<Compared> =
            pairs(&scores, 0.02).into_iter().filter(|pair| pair.ahead / 3 == pair.behind / 3).collect();
        assert!(Closeness::of(&scores, &within).unwrap().spread < 0.4, "the panels' distance is no spread");
    }
}
