//! Mixtures of normal distributions in one dimension: what a posterior over a grid is for one number.
//!
//! The sum of two independent mixtures is the mixture of all sums of their components. Where that would be too many,
//! neighbours in width are taken together with their mean and variance kept (moment-preserving merging: Salmond, *Mixture
//! reduction algorithms for target tracking*, 1990).

use super::normal::phi;

/// A weighted normal distribution.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Its share.
    pub weight: f64,
    /// Its mean.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
}

/// A mixture; the weights sum to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Blend(pub Vec<Component>);

/// So many components of a summand are kept where two mixtures are added.
const KEPT: usize = 12;

impl Blend {
    /// A number that is known, give or take a normal error.
    pub fn normal(mean: f64, variance: f64) -> Blend {
        Blend(vec![Component { weight: 1.0, mean, variance }])
    }

    /// Its mean.
    pub fn mean(&self) -> f64 {
        self.0.iter().map(|one| one.weight * one.mean).sum()
    }

    /// Its variance: that within the components and that between them.
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        let away = |one: &Component| (one.mean - mean) * (one.mean - mean);
        self.0.iter().map(|one| one.weight * (one.variance + away(one))).sum()
    }

    /// The same number times a factor.
    pub fn times(mut self, factor: f64) -> Blend {
        for one in &mut self.0 {
            one.mean *= factor;
            one.variance *= factor * factor;
        }
        self
    }

    /// The same number with its mean elsewhere.
    pub fn centred(mut self, mean: f64) -> Blend {
        let by = mean - self.mean();
        // A mixture that is not moved keeps every digit.
        if by.abs() > 1e-12 {
            self.0.iter_mut().for_each(|one| one.mean += by);
        }
        self
    }

    /// The sum with an independent number.
    pub fn plus(self, other: Blend) -> Blend {
        let (many, few) = match (self.0.len(), other.0.len()) {
            (1, _) => (other, self),
            (_, 1) => (self, other),
            _ => (self.reduced(), other.reduced()),
        };
        let sums = many.0.iter().flat_map(|a| {
            few.0.iter().map(move |b| Component {
                weight: a.weight * b.weight,
                mean: a.mean + b.mean,
                variance: a.variance + b.variance,
            })
        });
        Blend(sums.collect())
    }

    /// Probability that it is above nought; a difference that is exactly nought is even.
    pub fn above_nought(&self) -> f64 {
        let one = |one: &Component| {
            one.weight * if one.mean == 0.0 { 0.5 } else { phi(one.mean / libm::sqrt(one.variance)) }
        };
        self.0.iter().map(one).sum()
    }

    /// Quantile, by halving a bracket of ten standard deviations each way.
    pub fn quantile(&self, p: f64) -> f64 {
        let (mean, sd) = (self.mean(), libm::sqrt(self.variance()));
        let (mut low, mut high) = (mean - 10.0 * sd, mean + 10.0 * sd);
        for _ in 0..50 {
            let middle = 0.5 * (low + high);
            let below: f64 = self
                .0
                .iter()
                .map(|one| one.weight * phi((middle - one.mean) / libm::sqrt(one.variance)))
                .sum();
            *if below < p { &mut low } else { &mut high } = middle;
        }
        0.5 * (low + high)
    }

    fn reduced(mut self) -> Blend {
        if self.0.len() <= KEPT {
            return self;
        }
        self.0.sort_by(|a, b| a.variance.total_cmp(&b.variance).then(a.mean.total_cmp(&b.mean)));
        let share = self.0.iter().map(|one| one.weight).sum::<f64>() / KEPT as f64;
        let (mut out, mut held, mut weight) = (Vec::with_capacity(KEPT), Vec::new(), 0.0);
        for one in self.0 {
            weight += one.weight;
            held.push(one);
            if weight >= share {
                out.push(merged(&held));
                (held, weight) = (Vec::new(), 0.0);
            }
        }
        if !held.is_empty() {
            out.push(merged(&held));
        }
        Blend(out)
    }
}

fn merged(parts: &[Component]) -> Component {
    let weight: f64 = parts.iter().map(|one| one.weight).sum();
    let scaled = parts.iter().map(|one| Component { weight: one.weight / weight, ..*one }).collect();
    let blend = Blend(scaled);
    Component { weight, mean: blend.mean(), variance: blend.variance() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide() -> Blend {
        let one = |i: i32| Component {
            weight: 1.0 / 40.0,
            mean: f64::from(i) / 40.0,
            variance: 0.1 + f64::from(i * i) / 900.0,
        };
        Blend((0..40).map(one).collect())
    }

    #[test]
    fn sums_keep_their_moments_through_reduction() {
        let sum = wide().plus(wide().times(2.0)).plus(Blend::normal(1.0, 0.5));
        assert!((sum.mean() - (3.0 * wide().mean() + 1.0)).abs() < 1e-12);
        assert!((sum.variance() - (5.0 * wide().variance() + 0.5)).abs() < 1e-12);
        assert!(sum.0.len() <= KEPT * KEPT + 2 * KEPT + 1);
    }

    #[test]
    fn adding_a_normal_number_to_a_mixture_is_exact() {
        let sum = Blend::normal(0.0, 0.0).plus(wide());
        assert_eq!(sum, wide());
        assert_eq!(wide().centred(wide().mean()), wide());
    }

    #[test]
    fn one_component_is_the_normal_distribution() {
        let one = Blend::normal(1.0, 4.0);
        assert!((one.above_nought() - phi(0.5)).abs() < 1e-15);
        assert!((one.quantile(0.975) - (1.0 + 2.0 * 1.959_963_984_540_054)).abs() < 1e-9);
        assert_eq!(Blend::normal(0.0, 0.0).above_nought(), 0.5);
    }

    #[test]
    fn a_reduced_mixture_has_nearly_the_same_probabilities() {
        let (whole, less) = (wide().centred(0.4), wide().reduced().centred(0.4));
        assert!((whole.above_nought() - less.above_nought()).abs() < 0.002);
    }
}
