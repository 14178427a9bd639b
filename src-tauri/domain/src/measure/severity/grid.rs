//! Integration over four dimensions on a lattice around the mode.
//!
//! The lattice stands on the axes of the curvature at the mode, each axis bent so that each side has the density's own
//! width (Rue, Martino and Chopin, *JRSS B* 71, 2009, sec. 3.1; the two-sided stretch as in Martins and others,
//! *Computational Statistics & Data Analysis* 67, 2013, sec. 3.2). Points are found by flooding outwards from the mode, and
//! dropped where the density is negligible, those without looking whose neighbours already say so; the weights are those of
//! the trapezoid rule.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::mode::Peak;

/// Distance of neighbouring points, in standard deviations.
const SPACING: f64 = 1.5;
/// Points whose log density is further than this below the highest are dropped.
const NEGLIGIBLE: f64 = 8.0;
/// Points at most, so that no input makes the program endless.
const MOST: usize = 6000;

/// A point of the lattice with what was computed there.
#[derive(Clone, Debug)]
pub struct Point<T> {
    /// Share of the whole, all shares summing to one.
    pub weight: f64,
    /// Where.
    pub at: [f64; 4],
    /// What was computed.
    pub value: T,
}

/// Integrates: `evaluate` gives the log density at a point, and something to keep.
pub fn integrate<T>(peak: &Peak, evaluate: impl Fn(&[f64; 4]) -> Option<(f64, T)>) -> Vec<Point<T>> {
    let lattice = Lattice::around(peak, &|at| evaluate(at).map_or(f64::NEG_INFINITY, |found| found.0));
    let mut seen = BTreeSet::from([[0_i16; 4]]);
    let mut known = BTreeMap::new();
    let mut queue = VecDeque::from([[0_i16; 4]]);
    let mut found = Vec::new();
    let mut highest = f64::NEG_INFINITY;
    while let Some(index) = queue.pop_front() {
        if at_most(&known, index) < highest - NEGLIGIBLE {
            continue;
        }
        let at = lattice.point(&index);
        let Some((density, value)) = evaluate(&at) else { continue };
        let weight = density + lattice.log_cell(&index);
        known.insert(index, weight);
        highest = highest.max(weight);
        if weight < highest - NEGLIGIBLE {
            continue;
        }
        found.push(Point { weight, at, value });
        if found.len() >= MOST {
            break;
        }
        queue.extend(neighbours(index).filter(|next| seen.insert(*next)));
    }
    found.retain(|point| point.weight >= highest - NEGLIGIBLE);
    found.iter_mut().for_each(|point| point.weight = libm::exp(point.weight - highest));
    let all: f64 = found.iter().map(|point| point.weight).sum();
    found.iter_mut().for_each(|point| point.weight /= all);
    found
}

/// How high a point can be if the log density is concave along the axes: not above the line through the two points before it
/// on its way from the middle.
fn at_most(known: &BTreeMap<[i16; 4], f64>, index: [i16; 4]) -> f64 {
    let along = |axis: usize| {
        let back = |steps: i16| {
            let mut before = index;
            before[axis] -= steps * index[axis].signum();
            known.get(&before)
        };
        let line = (index[axis] != 0).then(|| Some(2.0 * back(1)? - back(2)?)).flatten();
        line.unwrap_or(f64::INFINITY)
    };
    (0..4).map(along).fold(f64::INFINITY, f64::min)
}

fn neighbours(index: [i16; 4]) -> impl Iterator<Item = [i16; 4]> {
    (0..8).map(move |side: usize| {
        let mut next = index;
        next[side / 2] += if side.is_multiple_of(2) { 1 } else { -1 };
        next
    })
}

struct Lattice<'a> {
    peak: &'a Peak,
    bends: [Bend; 4],
}

/// The way along one axis: `scale (e^(skew z) - 1) / skew` standard deviations for z, smooth, so that the trapezoid rule keeps
/// its accuracy.
#[derive(Clone, Copy)]
struct Bend {
    skew: f64,
    scale: f64,
}

impl Bend {
    /// The way that passes the given distances at `z = -sqrt 2` and `z = sqrt 2`, as far as the skew is moderate.
    fn through(below: f64, above: f64) -> Bend {
        let skew = (libm::log(above / below) * std::f64::consts::FRAC_1_SQRT_2).clamp(-0.4, 0.4);
        // The geometric mean of both distances is that of a way with this scale.
        let scale = libm::sqrt(below * above) * std::f64::consts::FRAC_1_SQRT_2;
        Bend { skew, scale }
    }

    fn at(self, z: f64) -> f64 {
        if self.skew.abs() < 1e-6 {
            self.scale * z
        } else {
            self.scale * libm::expm1(self.skew * z) / self.skew
        }
    }

    /// Logarithm of the derivative of the way.
    fn log_pace(self, z: f64) -> f64 {
        libm::log(self.scale) + self.skew * z
    }
}

impl Lattice<'_> {
    fn around<'a>(peak: &'a Peak, density: &impl Fn(&[f64; 4]) -> f64) -> Lattice<'a> {
        let top = density(&peak.at);
        let reach = std::f64::consts::SQRT_2;
        let side = |axis: &[f64; 4], sign: f64| {
            let drop = top - density(&std::array::from_fn(|i| peak.at[i] + sign * reach * axis[i]));
            // A drop of 1 is that of a normal density; what falls more slowly is stretched.
            reach * if drop > 0.0 { (1.0 / libm::sqrt(drop)).clamp(0.4, 2.0) } else { 2.0 }
        };
        let bends = peak.axes.map(|axis| Bend::through(side(&axis, -1.0), side(&axis, 1.0)));
        Lattice { peak, bends }
    }

    fn point(&self, index: &[i16; 4]) -> [f64; 4] {
        let mut at = self.peak.at;
        for ((axis, bend), step) in self.peak.axes.iter().zip(self.bends).zip(index) {
            let length = bend.at(f64::from(*step) * SPACING);
            at.iter_mut().zip(axis).for_each(|(cell, part)| *cell += length * part);
        }
        at
    }

    fn log_cell(&self, index: &[i16; 4]) -> f64 {
        self.bends.iter().zip(index).map(|(bend, step)| bend.log_pace(f64::from(*step) * SPACING)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::super::mode::climb;
    use super::*;

    #[test]
    fn moments_of_a_skewed_density_are_right() {
        // Logarithms of gamma variables: means digamma(a), variances trigamma(a).
        let shapes = [3.0, 5.0, 8.0, 20.0];
        let density = |x: &[f64; 4]| (0..4).map(|i| shapes[i] * x[i] - x[i].exp()).sum::<f64>();
        let peak = climb(&density, [0.5; 4]);
        let points = integrate(&peak, |at| Some((density(at), ())));
        for (i, (mean, variance)) in
            [(0.922_784, 0.394_934), (1.506_118, 0.221_323), (2.015_641, 0.133_137), (2.970_524, 0.051_271)]
                .into_iter()
                .enumerate()
        {
            let first: f64 = points.iter().map(|point| point.weight * point.at[i]).sum();
            let second: f64 = points.iter().map(|point| point.weight * (point.at[i] - first).powi(2)).sum();
            assert!((first - mean).abs() < 0.01, "mean {first} of {mean}, {} points", points.len());
            assert!((second / variance - 1.0).abs() < 0.04, "variance {second} of {variance}");
        }
    }
}
