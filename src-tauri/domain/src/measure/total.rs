//! An application's total over its plan, with how sure it and every difference are.
//!
//! The total is the plan's weighted sum of its assessments' T ([`super::severity`]). The fits are separate, so the errors of
//! the assessments are taken as independent: the variance of the sum is the sum of squared weights times variances (Feller, *An
//! Introduction to Probability Theory and Its Applications*, vol. 1, 3rd ed., 1968, ch. IX). To each
//! criterion that nobody rated belongs the profile's variance `w_k^2 s_delta^2`; an assessment of which nobody has a score
//! may stand anywhere on the scale (law 1): with the weight m of all such, `m^2 u` is added, u the variance of a uniform
//! distribution over the scale. Where an assessment corrects nothing, or nothing in the application's set, the plain score is the
//! centre and the model says only how sure it is.

use super::aggregate::ApplicationScore;
use super::blend::Blend;
use super::severity::Fit;
use super::sure::Doubt;

/// The ends of the common scale.
pub const SCALE: (f64, f64) = (1.0, 5.0);
/// Variance of a score about which nothing is known but that it lies on the scale: uniform, `(5 - 1)^2 / 12`.
pub const UNKNOWN_VARIANCE: f64 = 16.0 / 12.0;

/// One assessment of a plan over the applications.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Weight in the plan, any unit.
    pub weight: f64,
    /// The model; `None` where nobody has rated anybody.
    pub fit: Option<Fit>,
    /// For each application its place among the fit's candidates.
    pub place: Vec<Option<usize>>,
    /// For each application its plain score on the common scale.
    pub plain: Vec<Option<f64>>,
}

impl Assessment {
    /// What the total takes from it: corrected where it is, plain elsewhere.
    pub fn centre(&self, application: usize) -> Option<f64> {
        self.place[application]?;
        self.corrected(application).or(self.plain[application])
    }

    /// The score corrected for severity; `None` where it is not: nothing is corrected, or not in the set of this application.
    pub fn corrected(&self, application: usize) -> Option<f64> {
        self.fit.as_ref()?.corrected(self.place[application]?)
    }

    /// Variance of the score, with that of what nobody rated.
    pub fn variance(&self, application: usize) -> Option<f64> {
        let place = self.place[application]?;
        let fit = self.fit.as_ref()?;
        Some(fit.own(place).variance() + fit.unrated(place))
    }

    /// The score as a distribution around [`Assessment::centre`], with what nobody rated; `None` without a score.
    pub fn own(&self, application: usize) -> Option<Blend> {
        let (place, fit) = (self.place[application]?, self.fit.as_ref()?);
        let own = fit.own(place).plus(Blend::normal(0.0, fit.unrated(place)));
        Some(own.centred(self.centre(application)?))
    }

    fn group(&self, application: usize) -> Option<usize> {
        let place = self.place[application]?;
        Some(self.fit.as_ref()?.report.estimability.candidate_group[place])
    }
}

/// The applications of a role under one plan.
#[derive(Clone, Debug)]
pub struct Totals {
    /// The plan's assessments, weights summing to one (or all nought).
    pub assessments: Vec<Assessment>,
    /// Plain scores, from [`super::aggregate::application`].
    pub plain: Vec<Option<f64>>,
}

impl Totals {
    /// Takes the plain scores of the applications, in the order of the assessments' lists, and the fits.
    pub fn new(plain: &[ApplicationScore], mut assessments: Vec<Assessment>) -> Totals {
        let usable = |weight: f64| if weight.is_finite() && weight > 0.0 { weight } else { 0.0 };
        let all: f64 = assessments.iter().map(|one| usable(one.weight)).sum();
        for one in &mut assessments {
            one.weight = if all > 0.0 { usable(one.weight) / all } else { 0.0 };
        }
        Totals { assessments, plain: plain.iter().map(|one| one.score).collect() }
    }

    /// The same fits under other weights.
    pub fn weighed(mut self, weights: &[f64], plain: &[ApplicationScore]) -> Totals {
        for (one, weight) in self.assessments.iter_mut().zip(weights) {
            one.weight = *weight;
        }
        Totals::new(plain, self.assessments)
    }

    /// Whether any assessment that counts is corrected for severity.
    pub fn corrects(&self) -> bool {
        let corrects = |one: &Assessment| one.fit.as_ref().is_some_and(|fit| fit.report.verdict.corrects());
        self.assessments.iter().any(|one| one.weight > 0.0 && corrects(one))
    }

    /// The total where a part of it is corrected for severity; else `None`.
    pub fn corrected(&self, application: usize) -> Option<f64> {
        let corrected = |one: &Assessment| one.weight > 0.0 && one.corrected(application).is_some();
        self.centre(application).filter(|_| self.assessments.iter().any(corrected))
    }

    /// The weight that was assessed of an application, before what is missing inside an assessment.
    pub fn assessed(&self, application: usize) -> f64 {
        let has = |one: &&Assessment| one.centre(application).is_some();
        self.assessments.iter().filter(has).map(|one| one.weight).sum()
    }

    /// The total, corrected where that can be; `None` without any score.
    pub fn centre(&self, application: usize) -> Option<f64> {
        let sum: f64 =
            self.assessments.iter().filter_map(|one| Some(one.weight * one.centre(application)?)).sum();
        let assessed = self.assessed(application);
        (assessed > 0.0).then(|| sum / assessed)
    }

    /// The total as a distribution; `None` without any score.
    pub fn total(&self, application: usize) -> Option<Blend> {
        let centre = self.centre(application)?;
        let missing = 1.0 - self.assessed(application);
        let mut sum = Blend::normal(0.0, missing * missing * UNKNOWN_VARIANCE);
        for one in self.assessments.iter().filter(|one| one.weight > 0.0) {
            let (Some(fit), Some(place)) = (&one.fit, one.place[application]) else { continue };
            let square = one.weight * one.weight;
            sum = sum
                .plus(fit.own(place).times(one.weight))
                .plus(Blend::normal(0.0, square * fit.unrated(place)));
        }
        Some(sum.centred(centre))
    }

    /// The first's total less the second's as a distribution, centred on the difference of `centre`; `None` where either
    /// has no score.
    fn difference(&self, a: usize, b: usize) -> Option<Blend> {
        let centre = self.centre(a)? - self.centre(b)?;
        let mut known = 0.0;
        for missing in [1.0 - self.assessed(a), 1.0 - self.assessed(b)] {
            known += missing * missing * UNKNOWN_VARIANCE;
        }
        let mut sum = Blend::normal(0.0, 0.0);
        for one in self.assessments.iter().filter(|one| one.weight > 0.0) {
            let Some(fit) = &one.fit else { continue };
            let part = match (one.place[a], one.place[b]) {
                (Some(x), Some(y)) => fit.difference(x, y),
                (Some(x), None) => fit.own(x),
                (None, Some(y)) => fit.own(y).times(-1.0),
                (None, None) => continue,
            };
            let unrated: f64 =
                [one.place[a], one.place[b]].into_iter().flatten().map(|at| fit.unrated(at)).sum();
            known += one.weight * one.weight * unrated;
            sum = sum.plus(part.times(one.weight));
        }
        // The normal parts at once: a sum with a mixture of one keeps the other as it is.
        Some(Blend::normal(0.0, known).plus(sum).centred(centre))
    }

    /// Probability that the first application is truly above the second, or why it cannot be said: the ratings do not allow
    /// the comparison, or an assessment of either leaves how sure it is undecided.
    pub fn above(&self, a: usize, b: usize) -> Result<f64, Doubt> {
        self.compared(a, b).map(|found| found.above_nought())
    }

    /// The first's total less the second's as a distribution, where [`Totals::above`] can be said.
    pub fn compared(&self, a: usize, b: usize) -> Result<Blend, Doubt> {
        let found = self.difference(a, b).filter(|_| self.comparable(a, b)).ok_or(Doubt::Incomparable)?;
        if self.undecided(a) || self.undecided(b) { Err(Doubt::Exact) } else { Ok(found) }
    }

    /// Whether some assessment that counts leaves how sure an application's score is undecided.
    pub fn undecided(&self, application: usize) -> bool {
        let exact = |one: &Assessment| one.fit.as_ref().is_some_and(|fit| fit.report.degenerate);
        self.assessments.iter().any(|one| one.weight > 0.0 && one.place[application].is_some() && exact(one))
    }

    /// Whether the ratings allow to compare two applications: some assessment was rated for both, and in each such one the
    /// difference can be estimated.
    pub fn comparable(&self, a: usize, b: usize) -> bool {
        let mut shared = self
            .assessments
            .iter()
            .filter(|one| one.weight > 0.0)
            .filter_map(|one| one.group(a).zip(one.group(b)))
            .peekable();
        shared.peek().is_some() && shared.all(|(x, y)| x == y)
    }
}

/// 95% interval inside the scale.
pub fn interval(total: &Blend) -> (f64, f64) {
    let inside = |x: f64| x.clamp(SCALE.0, SCALE.1);
    (inside(total.quantile(0.025)), inside(total.quantile(0.975)))
}

#[cfg(test)]
#[path = "total_tests.rs"]
mod tests;
