//! Whether severity moves: over the order of interviews, by the candidate before, over the order of marking, after the debrief.
//!
//! Each interview is held against what the others saw in the same candidate ([`against`]); a regression line within raters
//! (ordinary least squares with an intercept for each rater, Student's interval: Snedecor and Cochran, *Statistical Methods*,
//! 8th ed., ch. 9 and 18) says whether that moves. Since up to four ways are looked at, each counts as seen from a p-value of 0.05
//! over their number on (Bonferroni; Dunn, *Journal of the American Statistical Association* 56, 1961).

use serde::Serialize;

use super::ratings::{Cell, Ratings};
use super::special::{t_quantile, t_two_sided};

/// One interview of a rater.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Held {
    /// The rater's score less the mean of the others for the same candidate.
    pub deviation: f64,
    /// The rater's own score.
    pub score: f64,
    /// When it was held, in any unit that grows; `None` where that is unknown.
    pub held: Option<i64>,
    /// When it was marked, likewise.
    pub marked: Option<i64>,
    /// Whether it was submitted after the debrief; `None` where that is unknown.
    pub after_debrief: Option<bool>,
}

/// A slope or a difference with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Estimate, in score points (per interview, per point of the candidate before, or of the difference).
    pub estimate: f64,
    /// 95% interval.
    pub ci95: (f64, f64),
    /// Two-sided p-value.
    pub p: f64,
    /// Interviews that it rests on.
    pub interviews: usize,
}

/// How severity moves. An effect is `None` where there are fewer than five interviews for it, or nothing varies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drift {
    /// Interviews.
    pub interviews: usize,
    /// Deviation over the order of interviews.
    pub over_order: Option<Effect>,
    /// Deviation over the score of the candidate before (contrast where it is negative).
    pub contrast: Option<Effect>,
    /// Deviation over the order of marking.
    pub over_marking: Option<Effect>,
    /// After the debrief less before.
    pub after_debrief: Option<Effect>,
    /// In words.
    pub sentence: String,
}

const LEAST: usize = 5;

/// One rater's interview of one candidate, held against the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    /// The candidate.
    pub candidate: String,
    /// The rater.
    pub rater: String,
    /// Weighted mean over the criteria that others rated too: own score less the mean of the others', on the common scale.
    pub deviation: f64,
    /// The rater's own weighted mean, on the common scale.
    pub score: f64,
}

/// Holds each rater against the others; interviews that nobody else shared are left out.
pub fn against(ratings: &Ratings) -> Vec<Against> {
    let mut out = Vec::new();
    for candidate in 0..ratings.candidates.len() {
        let mine: Vec<&Cell> = ratings.cells.iter().filter(|cell| cell.candidate == candidate).collect();
        for rater in 0..ratings.raters.len() {
            out.extend(held_against(ratings, &mine, rater).map(|(deviation, score)| Against {
                candidate: ratings.candidates[candidate].clone(),
                rater: ratings.raters[rater].clone(),
                deviation,
                score,
            }));
        }
    }
    out
}

fn held_against(ratings: &Ratings, cells: &[&Cell], rater: usize) -> Option<(f64, f64)> {
    let (mut sum, mut shared, mut all, mut weight) = (0.0, 0.0, 0.0, 0.0);
    for own in cells.iter().filter(|cell| cell.rater == rater) {
        let w = ratings.weights[own.criterion];
        let score = ratings.common(own.score);
        let others: Vec<f64> = cells
            .iter()
            .filter(|cell| cell.criterion == own.criterion && cell.rater != rater)
            .map(|cell| ratings.common(cell.score))
            .collect();
        all += w * score;
        weight += w;
        if !others.is_empty() {
            sum += w * (score - others.iter().sum::<f64>() / others.len() as f64);
            shared += w;
        }
    }
    (shared > 0.0).then(|| (sum / shared, all / weight))
}

/// Looks for drift in one rater's interviews.
pub fn drift(held: &[Held]) -> Drift {
    pooled(&[held.to_vec()])
}

/// Looks for drift over several raters at once: within each, so that a strict rater who comes late is no drift.
pub fn pooled(raters: &[Vec<Held>]) -> Drift {
    let over_order = slope(raters.iter().map(|all| ranked(all, |one| one.held)));
    let over_marking = slope(raters.iter().map(|all| ranked(all, |one| one.marked)));
    let contrast = slope(raters.iter().map(|all| before(all)));
    let debrief = |one: &Held| one.after_debrief.map(|after| (f64::from(u8::from(after)), one.deviation));
    let after_debrief = slope(raters.iter().map(|all| all.iter().filter_map(debrief).collect()));
    let computed = [over_order, contrast, over_marking, after_debrief].iter().flatten().count() as f64;
    let moved = |effect: &Option<Effect>| effect.is_some_and(|found| found.p * computed < 0.05);
    let found: Vec<&str> = [
        (moved(&over_order), "severity moved over the interviews"),
        (moved(&contrast), "scores went with those of the candidate before"),
        (moved(&over_marking), "severity moved over the order of marking"),
        (moved(&after_debrief), "scores moved after the debrief"),
    ]
    .into_iter()
    .filter_map(|(moved, words)| moved.then_some(words))
    .collect();
    let interviews = raters.iter().map(Vec::len).sum();
    let sentence = match (interviews < LEAST, found.is_empty()) {
        (true, _) => "Too few interviews to see any drift.".to_owned(),
        (false, true) => "No drift can be seen; with so few interviews a small one could not be.".to_owned(),
        (false, false) => format!("Look again: {}.", found.join("; ")),
    };
    Drift { interviews, over_order, contrast, over_marking, after_debrief, sentence }
}

/// Deviations over the place in a sequence; what has no place is left out.
fn ranked(all: &[Held], key: impl Fn(&Held) -> Option<i64>) -> Vec<(f64, f64)> {
    in_order(all, key).into_iter().enumerate().map(|(place, one)| (place as f64, one.deviation)).collect()
}

/// Deviations over the score of the candidate before, in the order of interviews.
fn before(all: &[Held]) -> Vec<(f64, f64)> {
    in_order(all, |one| one.held).windows(2).map(|pair| (pair[0].score, pair[1].deviation)).collect()
}

fn in_order(all: &[Held], key: impl Fn(&Held) -> Option<i64>) -> Vec<Held> {
    let mut known: Vec<(i64, Held)> = all.iter().filter_map(|one| Some((key(one)?, *one))).collect();
    known.sort_by_key(|(at, _)| *at);
    known.into_iter().map(|(_, one)| one).collect()
}

/// The common slope of y over x within groups, each with an intercept of its own.
fn slope(groups: impl Iterator<Item = Vec<(f64, f64)>>) -> Option<Effect> {
    let (mut xx, mut xy, mut yy, mut n, mut used) = (0.0, 0.0, 0.0, 0_usize, 0_usize);
    for points in groups.filter(|points| points.len() > 1) {
        let count = points.len() as f64;
        let mx = points.iter().map(|(x, _)| x).sum::<f64>() / count;
        let my = points.iter().map(|(_, y)| y).sum::<f64>() / count;
        for (x, y) in &points {
            xx += (x - mx) * (x - mx);
            xy += (x - mx) * (y - my);
            yy += (y - my) * (y - my);
        }
        n += points.len();
        used += 1;
    }
    let degrees = n as f64 - used as f64 - 1.0;
    if n < LEAST || degrees < 1.0 {
        return None;
    }
    let estimate = xy / xx;
    let rest = (yy - xy * xy / xx).max(0.0);
    let error = libm::sqrt(rest / degrees / xx);
    // Below what the subtraction can carry there is no variation left to speak of.
    if !(error.is_finite() && rest > 1e-12 * yy && yy > 0.0) {
        return None;
    }
    let reach = t_quantile(0.975, degrees) * error;
    let p = t_two_sided(estimate / error, degrees);
    Some(Effect { estimate, ci95: (estimate - reach, estimate + reach), p, interviews: n })
}

#[cfg(test)]
mod tests {
    use super::super::ratings::Rating;
    use super::*;

    fn held(deviations: &[f64]) -> Vec<Held> {
        let one = |(place, deviation): (i64, &f64)| Held {
            deviation: *deviation,
            score: 3.0 + deviation,
            held: Some(place),
            marked: Some(-place),
            after_debrief: Some(false),
        };
        (0..).zip(deviations).map(one).collect()
    }

    #[test]
    fn a_slope_by_hand() {
        // x = 0..4, y = 0, 1, 1, 2, 3: slope 0.7, residual sum of squares 0.3, error sqrt(0.1 / 10), t(3) = 3.182.
        let found = drift(&held(&[0.0, 1.0, 1.0, 2.0, 3.0]));
        let order = found.over_order.unwrap();
        assert!((order.estimate - 0.7).abs() < 1e-12);
        assert!((order.ci95.1 - order.estimate - 3.182_446 * 0.1).abs() < 1e-5, "{found:?}");
        assert!(order.p < 0.01 && found.sentence.contains("over the interviews"));
        assert!((found.over_marking.unwrap().estimate + 0.7).abs() < 1e-12, "marked the other way round");
        assert_eq!(
            (found.contrast, found.after_debrief),
            (None, None),
            "four pairs, and nothing after the debrief"
        );
    }

    #[test]
    fn a_strict_rater_who_comes_late_is_no_drift() {
        let (early, mut late) = (held(&[1.0, 0.9, 1.1]), held(&[-1.0, -0.9, -1.1]));
        late.iter_mut().for_each(|one| one.held = one.held.map(|at| at + 10));
        let found = pooled(&[early.clone(), late.clone()]).over_order.unwrap();
        // Slopes of 0.05 and -0.05, with the same weight.
        assert!(found.estimate.abs() < 1e-12 && found.p > 0.2, "{found:?}");
        let together = drift(&[early, late].concat()).over_order.unwrap();
        assert!(together.estimate < -0.4, "as of one rater it would be: {together:?}");
    }

    #[test]
    fn too_few_or_constant_say_nothing() {
        assert_eq!(drift(&[]).over_order, None);
        assert!(drift(&held(&[0.1, 0.2])).sentence.starts_with("Too few"));
        let flat = drift(&held(&[0.5; 8]));
        assert_eq!((flat.over_order, flat.after_debrief), (None, None));
        let unknown = vec![Held { deviation: 0.3, ..Held::default() }; 8];
        assert_eq!((drift(&unknown).over_order, drift(&unknown).over_marking), (None, None));
    }

    #[test]
    fn each_is_held_against_the_others_on_what_they_share() {
        let row = |candidate: &str, rater: &str, criterion: &str, score: f64| Rating {
            candidate: candidate.into(),
            rater: rater.into(),
            criterion: criterion.into(),
            score,
        };
        let rows = [
            row("A", "R", "K", 5.0),
            row("A", "R", "L", 1.0),
            row("A", "S", "K", 3.0),
            row("A", "T", "K", 4.0),
            row("B", "R", "K", 2.0),
        ];
        let ratings = Ratings::new(&rows, &[("K".into(), 3.0), ("L".into(), 1.0)], (1.0, 5.0)).unwrap();
        let found = against(&ratings);
        assert_eq!(found.len(), 3, "nobody else saw B: {found:?}");
        assert_eq!((found[0].deviation, found[0].score), (1.5, 4.0));
        assert_eq!((found[1].deviation, found[2].deviation), (-1.5, 0.0));
    }
}
