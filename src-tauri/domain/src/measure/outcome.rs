//! Whether scores predicted what became of the hires.

use serde::Serialize;

use super::agreement::bootstrap::quantile;
use super::ratings::{MeasureError, unfit};

/// How scores went with outcomes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Validity {
    /// Hires with a score and an outcome.
    pub n: usize,
    /// Pearson's correlation; `None` where it cannot be computed.
    pub correlation: Option<f64>,
    /// Its 95% interval.
    pub ci95: Option<(f64, f64)>,
    /// Spearman's rank correlation.
    pub rank_correlation: Option<f64>,
    /// The correlation as it might be over all applicants, had the hires not been chosen by the score; `None` without an interval.
    pub corrected_for_range: Option<f64>,
    /// In words.
    pub sentence: String,
}

/// Fewer hires have no correlation.
const LEAST: usize = 3;

/// What is said where no score has a correlation with an outcome.
pub fn no_correlation() -> String {
    format!(
        "No correlation can be computed: that takes at least {LEAST} hires whose scores and outcomes differ."
    )
}

const DEVIATE_95: f64 = 1.959_963_984_540_054;

/// Correlates scores with outcomes. `applicants` are the scores of everybody assessed, for the restriction of range.
///
/// Interval: Fisher's z (*Metron* 1, 1921). Restriction of range: Thorndike's case 2 (*Personnel Selection*, 1949).
///
/// # Errors
/// Where a number is not finite.
pub fn validity(pairs: &[(f64, f64)], applicants: &[f64]) -> Result<Validity, MeasureError> {
    let finite = |values: &[f64]| values.iter().all(|value| value.is_finite());
    let (scores, outcomes): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    if !finite(&scores) || !finite(&outcomes) || !finite(applicants) {
        return Err(unfit("a score or an outcome is not a finite number".to_owned()));
    }
    let n = pairs.len();
    let found = correlation(&scores, &outcomes);
    let ci95 = found.filter(|r| n > 3 && r.abs() < 1.0).map(|r| {
        let reach = DEVIATE_95 / libm::sqrt(n as f64 - 3.0);
        (libm::tanh(libm::atanh(r) - reach), libm::tanh(libm::atanh(r) + reach))
    });
    let wider = deviation(applicants).zip(deviation(&scores)).map(|(all, hired)| all / hired);
    let corrected = found
        .zip(wider)
        .filter(|(_, u)| u.is_finite() && ci95.is_some())
        .map(|(r, u)| r * u / libm::sqrt(1.0 - r * r + r * r * u * u));
    Ok(Validity {
        n,
        correlation: found,
        ci95,
        rank_correlation: correlation(&ranks(&scores), &ranks(&outcomes)),
        corrected_for_range: corrected,
        sentence: sentence(n, found, ci95),
    })
}

fn sentence(n: usize, found: Option<f64>, ci95: Option<(f64, f64)>) -> String {
    let Some(r) = found else {
        return format!("n = {n}: cannot be computed (fewer than {LEAST} hires, or no variation).");
    };
    let Some((low, high)) = ci95 else {
        return format!("n = {n}: r = {r:.2}; too few to tell anything: no interval can be given.");
    };
    let verdict = match (low > 0.0, high < 0.0) {
        (true, _) => "higher scores went with better outcomes",
        (_, true) => "higher scores went with worse outcomes",
        _ => "too few to tell whether the score predicts anything",
    };
    format!(
        "n = {n}: r = {r:.2}, 95% interval {low:.2} to {high:.2}: {verdict}. Only hires are seen, and they were chosen by their scores (restriction of range), which makes the correlation look smaller."
    )
}

/// Pearson's correlation (*Philosophical Transactions A* 187, 1896); `None` with fewer than three pairs or no variation.
pub(super) fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let n = x.len() as f64;
    if x.len() < LEAST {
        return None;
    }
    let (mx, my) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let sum =
        |term: &dyn Fn(f64, f64) -> f64| -> f64 { x.iter().zip(y).map(|(a, b)| term(a - mx, b - my)).sum() };
    let (xx, yy, xy) = (sum(&|a, _| a * a), sum(&|_, b| b * b), sum(&|a, b| a * b));
    (xx > 0.0 && yy > 0.0).then(|| (xy / libm::sqrt(xx * yy)).clamp(-1.0, 1.0))
}

/// Standard deviation (n - 1; Snedecor and Cochran, *Statistical Methods*, 8th ed., 1989, ch. 3); `None` with fewer than two or
/// no variation.
pub(super) fn deviation(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (values.len() > 1 && squares > 0.0).then(|| libm::sqrt(squares / (n - 1.0)))
}

/// Median; `None` of nothing.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (!sorted.is_empty()).then(|| quantile(&sorted, 0.5))
}

/// Ranks from 1, equal values sharing the mean of their places (Spearman, *American Journal of Psychology* 15, 1904; ties as
/// in Kendall, *Rank Correlation Methods*, 4th ed., 1970, ch. 3).
fn ranks(values: &[f64]) -> Vec<f64> {
    let below = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
    let equal = |value: f64| values.iter().filter(|other| **other == value).count() as f64;
    values.iter().map(|value| below(*value) + 0.5 * (equal(*value) + 1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_perfect_line_and_nothing() {
        let line: Vec<(f64, f64)> = (0..6).map(|i| (f64::from(i), 2.0 * f64::from(i))).collect();
        let found = validity(&line, &[]).unwrap();
        assert_eq!((found.correlation, found.ci95), (Some(1.0), None));
        assert!(found.sentence.contains("too few to tell anything"), "{}", found.sentence);
        // A line through a few points says nothing of the rest.
        let scores: Vec<f64> = (0..30).map(f64::from).collect();
        assert_eq!(validity(&line, &scores).unwrap().corrected_for_range, None);
        assert_eq!(validity(&[(1.0, 1.0)], &[]).unwrap().correlation, None);
        assert_eq!(validity(&[(3.0, 1.0), (3.0, 2.0), (3.0, 5.0)], &[]).unwrap().correlation, None);
    }

    #[test]
    fn the_fewest_hires_that_are_said_are_those_that_it_takes() {
        let line = |hires: usize| (0..hires).map(|at| (at as f64, at as f64)).collect::<Vec<_>>();
        let few = validity(&line(LEAST - 1), &[]).unwrap();
        assert!(few.correlation.is_none() && few.sentence.contains("fewer than 3 hires"), "{}", few.sentence);
        assert!(validity(&line(LEAST), &[]).unwrap().correlation.is_some());
        assert!(no_correlation().contains("takes at least 3 hires"), "{}", no_correlation());
    }

    #[test]
    fn seven_hires_tell_little() {
        let pairs = [(3.1, 2.0), (3.4, 3.0), (3.9, 2.0), (4.0, 4.0), (4.2, 3.0), (4.4, 3.0), (4.6, 4.0)];
        let found = validity(&pairs, &[1.0, 2.0, 3.0, 4.0, 5.0]).unwrap();
        // By hand: r = 3.714.../sqrt(1.714... * 4), to three places.
        let (low, high) = found.ci95.unwrap();
        assert!(low < 0.0 && high > 0.8, "{low} {high}");
        assert!(found.corrected_for_range > found.correlation);
        assert!(
            found.sentence.contains("too few to tell") && found.sentence.contains("restriction of range")
        );
    }
}
