//! The highest point of a log density in four dimensions, with its curvature.

use super::super::linear::{Matrix, dot, eigen};

/// The highest point.
#[derive(Clone, Debug)]
pub struct Peak {
    /// Where.
    pub at: [f64; 4],
    /// Axes of the curvature there, each as long as one standard deviation of the normal approximation.
    pub axes: [[f64; 4]; 4],
}

/// Distance of the points that derivatives are taken from.
const STEP: f64 = 0.02;
/// Curvature counted as at least this, so that no step or axis becomes endless.
const FLATTEST: f64 = 0.1;

/// Climbs by Newton's method with the curvature made positive (Nocedal and Wright, *Numerical Optimization*, 2nd ed., 3.4),
/// derivatives from central differences, and halved steps where one does not climb.
pub fn climb(density: &impl Fn(&[f64; 4]) -> f64, start: [f64; 4]) -> Peak {
    let (mut at, mut value) = (start, density(&start));
    for _ in 0..60 {
        let (slope, curves, directions) = shape(density, &at, value);
        let (next, height) = step(density, &at, value, &slope, &curves, &directions);
        let moved = (0..4).map(|i| (next[i] - at[i]).abs()).fold(0.0, f64::max);
        (at, value) = (next, height);
        if moved < 5e-3 {
            return Peak { at, axes: axes(&curves, &directions) };
        }
    }
    let (_, curves, directions) = shape(density, &at, value);
    Peak { at, axes: axes(&curves, &directions) }
}

fn axes(curves: &[f64], directions: &Matrix) -> [[f64; 4]; 4] {
    std::array::from_fn(|d| {
        let length = 1.0 / libm::sqrt(curves[d]);
        std::array::from_fn(|i| directions[(d, i)] * length)
    })
}

/// Gradient, and the eigenvalues and eigenvectors of minus the Hessian, eigenvalues made positive.
fn shape(density: &impl Fn(&[f64; 4]) -> f64, at: &[f64; 4], value: f64) -> ([f64; 4], Vec<f64>, Matrix) {
    let moved = |moves: &[(usize, f64)]| {
        let mut point = *at;
        moves.iter().for_each(|(i, by)| point[*i] += by * STEP);
        density(&point)
    };
    let up: [f64; 4] = std::array::from_fn(|i| moved(&[(i, 1.0)]));
    let down: [f64; 4] = std::array::from_fn(|i| moved(&[(i, -1.0)]));
    let mut hessian = Matrix::zeros(4, 4);
    for i in 0..4 {
        hessian[(i, i)] = -(up[i] - 2.0 * value + down[i]) / (STEP * STEP);
        for j in 0..i {
            let both = moved(&[(i, 1.0), (j, 1.0)]) + moved(&[(i, -1.0), (j, -1.0)]);
            let single = up[i] + up[j] + down[i] + down[j];
            hessian[(i, j)] = -(both - single + 2.0 * value) / (2.0 * STEP * STEP);
            hessian[(j, i)] = hessian[(i, j)];
        }
    }
    let slope = std::array::from_fn(|i| (up[i] - down[i]) / (2.0 * STEP));
    let (values, directions) = eigen(&hessian);
    (slope, values.iter().map(|value| value.abs().max(FLATTEST)).collect(), directions)
}

fn step(
    density: &impl Fn(&[f64; 4]) -> f64,
    at: &[f64; 4],
    value: f64,
    slope: &[f64; 4],
    curves: &[f64],
    directions: &Matrix,
) -> ([f64; 4], f64) {
    let mut move_by = [0.0; 4];
    for (d, curve) in curves.iter().enumerate() {
        let length = (dot(directions.row(d), slope) / curve).clamp(-1.5, 1.5);
        (0..4).for_each(|i| move_by[i] += length * directions[(d, i)]);
    }
    for _ in 0..30 {
        let next: [f64; 4] = std::array::from_fn(|i| at[i] + move_by[i]);
        let height = density(&next);
        if height > value {
            return (next, height);
        }
        move_by = move_by.map(|one| 0.5 * one);
    }
    (*at, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_normal_density_is_found_with_its_deviations() {
        let sd = [0.5, 1.0, 2.0, 0.25];
        let top = [1.0, -2.0, 0.5, 0.0];
        let density = |x: &[f64; 4]| {
            (0..4).map(|i| -0.5 * ((x[i] - top[i]) / sd[i]) * ((x[i] - top[i]) / sd[i])).sum::<f64>()
        };
        let peak = climb(&density, [0.0; 4]);
        for (found, expected) in peak.at.iter().zip(top) {
            assert!((found - expected).abs() < 1e-3, "{:?}", peak.at);
        }
        let mut lengths: Vec<f64> =
            peak.axes.iter().map(|axis| axis.iter().map(|x| x * x).sum::<f64>().sqrt()).collect();
        lengths.sort_by(f64::total_cmp);
        for (length, expected) in lengths.iter().zip([0.25, 0.5, 1.0, 2.0]) {
            assert!((length - expected).abs() < 1e-3, "{lengths:?}");
        }
    }
}
