//! The grid's points taken together: means, covariances, probabilities and quantiles of the mixture. Variances are those within
//! points and between them (Gelman and others, *Bayesian Data Analysis*, 3rd ed., 2013, eq. 1.9).

use super::super::blend::{Blend, Component};
use super::super::linear::Matrix;
use super::super::normal::phi;
use super::design::Design;
use super::gaussian::{Gaussian, Joint};
use super::grid::Point;

/// One quantity for each candidate, over the grid.
#[derive(Clone, Debug)]
pub struct Mixture {
    /// Posterior means.
    pub means: Vec<f64>,
    /// Posterior covariance.
    pub covariance: Matrix,
    weights: Vec<f64>,
    joints: Vec<Joint>,
    place: Vec<usize>,
}

impl Mixture {
    /// Mixes the quantity that `pick` takes from each point.
    pub fn of(design: &Design, points: &[Point<Gaussian>], pick: impl Fn(&Gaussian) -> Joint) -> Mixture {
        let joints: Vec<Joint> = points.iter().map(|point| pick(&point.value)).collect();
        let weights: Vec<f64> = points.iter().map(|point| point.weight).collect();
        let place: Vec<usize> = design.place.iter().map(|(pattern, _)| *pattern).collect();
        let size = design.candidates;
        let mut means = vec![0.0; size];
        for (weight, joint) in weights.iter().zip(&joints) {
            means.iter_mut().zip(&joint.means).for_each(|(cell, mean)| *cell += weight * mean);
        }
        let mut covariance = Matrix::zeros(size, size);
        let mut away = vec![0.0; size];
        for (weight, joint) in weights.iter().zip(&joints) {
            let between = pairs(design.patterns.len(), |a, b| weight * joint.covariance(a, b));
            away.iter_mut().zip(&joint.means).zip(&means).for_each(|((cell, x), mean)| *cell = x - mean);
            for a in 0..size {
                let own = joint.variance(place[a]) - joint.covariance(place[a], place[a]);
                covariance[(a, a)] += weight * own;
                let (scaled, left) = (weight * away[a], between.row(place[a]));
                for (b, cell) in covariance.row_mut(a)[..=a].iter_mut().enumerate() {
                    *cell += left[place[b]] + scaled * away[b];
                }
            }
        }
        for a in 0..size {
            (0..a).for_each(|b| covariance[(b, a)] = covariance[(a, b)]);
        }
        Mixture { means, covariance, weights, joints, place }
    }

    /// Posterior standard deviation of one candidate.
    pub fn sd(&self, candidate: usize) -> f64 {
        libm::sqrt(self.covariance[(candidate, candidate)].max(0.0))
    }

    /// One candidate's quantity.
    pub fn own(&self, candidate: usize) -> Blend {
        let place = self.place[candidate];
        self.blend(|joint| (joint.means[candidate], joint.variance(place)))
    }

    /// The first candidate's quantity less the second's, with the covariance at each point.
    pub fn difference(&self, a: usize, b: usize) -> Blend {
        let (at, other) = (self.place[a], self.place[b]);
        self.blend(|joint| (joint.means[a] - joint.means[b], joint.difference_variance(at, other)))
    }

    fn blend(&self, at: impl Fn(&Joint) -> (f64, f64)) -> Blend {
        let one = |(weight, joint): (&f64, &Joint)| {
            let (mean, variance) = at(joint);
            Component { weight: *weight, mean, variance }
        };
        Blend(self.weights.iter().zip(&self.joints).map(one).collect())
    }

    /// Probability that the row's candidate is above the column's: `sum pi_g Phi(d_g / sd(d_g))` over the grid.
    pub fn probabilities(&self) -> Matrix {
        let size = self.means.len();
        let mut out = Matrix::zeros(size, size);
        (0..size).for_each(|a| out[(a, a)] = 0.5);
        let patterns = self.place.iter().max().map_or(0, |last| last + 1);
        for (weight, joint) in self.weights.iter().zip(&self.joints) {
            let scale = pairs(patterns, |a, b| 1.0 / libm::sqrt(joint.difference_variance(a, b)));
            for a in 0..size {
                for b in 0..a {
                    let z = (joint.means[a] - joint.means[b]) * scale[(self.place[a], self.place[b])];
                    out[(a, b)] += weight * if z == 0.0 { 0.5 } else { phi(z) };
                }
            }
        }
        for a in 0..size {
            for b in 0..a {
                out[(b, a)] = 1.0 - out[(a, b)];
            }
        }
        out
    }

    /// Quantile of one candidate: Newton's method on the mixture's distribution function, from the normal of equal mean and
    /// variance, inside a bracket.
    pub fn quantile(&self, candidate: usize, p: f64, deviate: f64) -> f64 {
        let pattern = self.place[candidate];
        let parts: Vec<(f64, f64, f64)> = self
            .weights
            .iter()
            .zip(&self.joints)
            .map(|(weight, joint)| (*weight, joint.means[candidate], libm::sqrt(joint.variance(pattern))))
            .collect();
        let (mean, sd) = (self.means[candidate], self.sd(candidate));
        let (mut low, mut high) = (mean - 12.0 * sd, mean + 12.0 * sd);
        let mut x = mean + deviate * sd;
        for _ in 0..40 {
            let (mut below, mut density) = (0.0, 0.0);
            for (weight, middle, width) in &parts {
                let z = (x - middle) / width;
                below += weight * phi(z);
                density += weight * libm::exp(-0.5 * z * z) / (width * libm::sqrt(std::f64::consts::TAU));
            }
            if below < p {
                low = x
            } else {
                high = x
            }
            let next = x - (below - p) / density;
            let next = if next > low && next < high { next } else { 0.5 * (low + high) };
            let moved = (next - x).abs();
            x = next;
            if moved < 1e-9 * sd.max(1e-12) {
                break;
            }
        }
        x
    }
}

fn pairs(count: usize, value: impl Fn(usize, usize) -> f64) -> Matrix {
    let mut out = Matrix::zeros(count, count);
    for a in 0..count {
        for b in 0..=a {
            out[(a, b)] = value(a, b);
            out[(b, a)] = out[(a, b)];
        }
    }
    out
}

/// Means and standard deviations, over the grid, of numbers that have a mean and a standard deviation at each point.
pub fn moments(points: &[Point<Gaussian>], pick: impl Fn(&Gaussian) -> Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let found: Vec<Vec<(f64, f64)>> = points.iter().map(|point| pick(&point.value)).collect();
    let size = found.first().map_or(0, Vec::len);
    let over = |value: &dyn Fn(&(f64, f64)) -> f64, i: usize| -> f64 {
        points.iter().zip(&found).map(|(point, row)| point.weight * value(&row[i])).sum()
    };
    let one = |i: usize| {
        let mean = over(&|(mean, _)| *mean, i);
        let variance = over(&|(at, sd)| sd * sd + (at - mean) * (at - mean), i);
        (mean, libm::sqrt(variance))
    };
    (0..size).map(one).collect()
}
