//! A competency of a candidate, over every criterion that observes it, whichever assessment the criterion stands in.
//!
//! As everywhere (see [`super::aggregate`]): a weighted mean, with the weights renormalised over what was assessed, and what
//! nobody assessed left out and shown by the coverage (law 1).

use super::aggregate::on_common_scale;
use super::normal::sum;

/// One criterion that observes the competency.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    /// Its share of the whole plan: the assessment's weight times the criterion's share of its rubric (any unit; only the
    /// proportions count).
    pub weight: f64,
    /// Levels of its rubric's scale.
    pub levels: u8,
    /// The level that each rater gave who assessed it, from 1.
    pub ratings: Vec<u8>,
}

impl Observed {
    /// Mean of its raters on the scale of 1 to 5; `None` where nobody assessed it.
    pub fn mean(&self) -> Option<f64> {
        let count = self.ratings.iter().fold(0.0, |count, _| count + 1.0);
        let all: f64 = sum(self.ratings.iter().map(|level| f64::from(*level)));
        (count > 0.0).then(|| on_common_scale(all / count, self.levels))
    }
}

/// A competency, measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompetencyScore {
    /// Weighted mean of the criteria that somebody assessed, on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Their share of the weight of all criteria that observe it, 0 to 1; 0 where none does.
    pub coverage: f64,
}

/// Measures a competency.
pub fn competency(observed: &[Observed]) -> CompetencyScore {
    let weight = |one: &Observed| if one.weight.is_finite() { one.weight.max(0.0) } else { 0.0 };
    let (weights, terms): (Vec<f64>, Vec<f64>) =
        observed.iter().filter_map(|one| Some((weight(one), weight(one) * one.mean()?))).unzip();
    let (assessed, all) = (sum(weights), sum(observed.iter().map(weight)));
    CompetencyScore {
        score: (assessed > 0.0).then(|| sum(terms) / assessed),
        coverage: if all > 0.0 { assessed / all } else { 0.0 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(weight: f64, levels: u8, ratings: &[u8]) -> Observed {
        Observed { weight, levels, ratings: ratings.to_vec() }
    }

    #[test]
    fn criteria_weigh_by_their_share_of_the_plan_and_scales_are_brought_together() {
        let found = competency(&[observed(0.3, 5, &[4, 5]), observed(0.1, 3, &[1])]);
        assert!((found.score.unwrap() - (0.3 * 4.5 + 0.1 * 1.0) / 0.4).abs() < 1e-12, "{found:?}");
        assert!((found.coverage - 1.0).abs() < 1e-12);
        assert_eq!(observed(1.0, 3, &[2]).mean(), Some(3.0), "the middle of three is the middle of five");
    }

    #[test]
    fn unknown_is_not_nought() {
        let found = competency(&[observed(0.3, 5, &[]), observed(0.1, 5, &[4])]);
        assert_eq!(found.score, Some(4.0));
        assert!((found.coverage - 0.25).abs() < 1e-12);
        let nobody = CompetencyScore { score: None, coverage: 0.0 };
        assert_eq!(competency(&[observed(0.3, 5, &[])]), nobody);
        assert_eq!(competency(&[]), nobody);
        assert_eq!(competency(&[observed(f64::NAN, 5, &[3])]), nobody);
    }
}
