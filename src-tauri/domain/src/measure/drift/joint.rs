//! Candidates, raters and each rater's slope fitted together by least squares.
//!
//! `y = unit + part + b_r x + e`: units and parts (a rater in an assessment) are taken out of scores and slopes first (Frisch and
//! Waugh, *Econometrica* 1, 1933; Lovell, *Journal of the American Statistical Association* 58, 1963); a slope can be told exactly
//! where it is orthogonal to the null space of what is left (Searle, *Linear Models*, 1971, ch. 5). Student's and Snedecor's tests
//! with the degrees of freedom that the fit leaves (Snedecor and Cochran, *Statistical Methods*, 8th ed., ch. 17).

use super::super::linear::{Matrix, dot, eigen};
use super::super::special::{beta_cdf, t_quantile, t_two_sided};
use super::{Effect, LEAST};

/// One interview.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub unit: usize,
    pub part: usize,
    pub rater: usize,
    pub x: f64,
    pub y: f64,
}

/// How far a slope can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// It is the rater's alone, and its interval says something.
    Alone,
    /// It is the rater's alone, but its interval is wider than the scale.
    TooWide,
    /// Only together with others' slopes.
    Mixed,
}

/// One rater's slope.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slope {
    /// Of the rater alone; else of what the data can tell that holds the rater's slope (half the difference of two, say).
    pub effect: Effect,
    /// How far it can be told.
    pub told: Told,
}

/// What a fit tells.
#[derive(Clone, Debug)]
pub(super) struct Fitted {
    /// One slope for all, where its interval says something.
    pub pooled: Option<Effect>,
    /// Whether there is one slope for all whose interval is wider than the scale.
    pub too_wide: bool,
    /// P-value of "no rater moved beside the others", where one slope for all cannot be told.
    pub apart: Option<f64>,
    /// Each rater's; `None` where nothing can be told.
    pub slopes: Vec<Option<Slope>>,
}

/// Shares of a sum of squares below this are nought.
const ZERO: f64 = 1e-9;
/// Degrees of freedom for a variance at least.
const FREE: usize = 3;
/// An interval wider than the whole scale of 1 to 5 over what was looked at says nothing: where raters saw the candidates in
/// nearly one order, a common slope is nearly the candidates' own.
const WHOLE_SCALE: f64 = 4.0;

/// Fits; `None` with fewer than five interviews.
pub(super) fn fit(points: &[Point], raters: usize) -> Option<Fitted> {
    let shared = |one: &&Point| points.iter().filter(|other| other.unit == one.unit).count() > 1;
    let points: Vec<Point> = points.iter().filter(shared).copied().collect();
    if points.len() < LEAST {
        return None;
    }
    let space = Space::of(&points);
    let (y, _) = space.rest(&points, points.iter().map(|point| point.y).collect());
    let column = |of: &dyn Fn(&Point) -> bool| {
        let column = points.iter().map(|point| if of(point) { point.x } else { 0.0 }).collect();
        space.rest(&points, column)
    };
    let columns: Vec<(Vec<f64>, f64)> =
        (0..raters).map(|rater| column(&|point| point.rater == rater)).collect();
    let count = |rater: usize| points.iter().filter(|point| point.rater == rater).count();
    let solved = Solved::of(&columns, &y, points.len() - space.rank.min(points.len()));
    let pooled = Solved::of(&[column(&|_| true)], &y, points.len() - space.rank.min(points.len()));
    let span = span(&points);
    let common = pooled.and_then(|found| found.slope(0, points.len(), span));
    let pooled = common.filter(|slope| slope.told == Told::Alone).map(|slope| slope.effect);
    let apart = solved.as_ref().filter(|_| pooled.is_none()).and_then(Solved::apart);
    let slope =
        |rater: usize| solved.as_ref()?.slope(rater, count(rater), span).filter(|_| count(rater) >= LEAST);
    Some(Fitted {
        pooled,
        too_wide: common.is_some() && pooled.is_none(),
        apart,
        slopes: (0..raters).map(slope).collect(),
    })
}

/// How far what is looked at goes from one end to the other.
fn span(points: &[Point]) -> f64 {
    let ends = points
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| (low.min(point.x), high.max(point.x)));
    ends.1 - ends.0
}

/// What units and parts span, as an orthonormal basis beside the units' means.
struct Space {
    basis: Vec<Vec<f64>>,
    rank: usize,
}

impl Space {
    fn of(points: &[Point]) -> Space {
        let distinct = |key: &dyn Fn(&Point) -> usize| {
            let mut all: Vec<usize> = points.iter().map(key).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let units = distinct(&|point| point.unit).len();
        let mut space = Space { basis: Vec::new(), rank: units };
        for part in distinct(&|point| point.part) {
            let dummy = points.iter().map(|point| f64::from(u8::from(point.part == part))).collect();
            let (left, before) = space.rest(points, dummy);
            let squares = dot(&left, &left);
            if squares > ZERO * before {
                let norm = libm::sqrt(squares);
                space.basis.push(left.iter().map(|one| one / norm).collect());
            }
        }
        space.rank += space.basis.len();
        space
    }

    /// What is left of a column, with its sum of squares before.
    fn rest(&self, points: &[Point], mut column: Vec<f64>) -> (Vec<f64>, f64) {
        let before = dot(&column, &column);
        let units = points.iter().map(|point| point.unit + 1).max().unwrap_or(0);
        let mut sums = vec![(0.0, 0.0); units];
        for (point, value) in points.iter().zip(&column) {
            sums[point.unit].0 += value;
            sums[point.unit].1 += 1.0;
        }
        for (point, value) in points.iter().zip(&mut column) {
            *value -= sums[point.unit].0 / sums[point.unit].1;
        }
        // Twice, so that rounding of the first time is taken out too.
        for one in self.basis.iter().chain(&self.basis) {
            let along = dot(one, &column);
            column.iter_mut().zip(one).for_each(|(value, one)| *value -= along * one);
        }
        (column, before)
    }
}

/// Slopes of what is left, by the eigenvectors of their products.
struct Solved {
    /// Eigenvalues above nought with their vectors.
    axes: Vec<(f64, Vec<f64>)>,
    /// The solution without a part in the null space.
    solution: Vec<f64>,
    /// Sum of squares that it explains.
    explained: f64,
    /// Variance of the rest.
    variance: f64,
    degrees: usize,
}

impl Solved {
    fn of(columns: &[(Vec<f64>, f64)], y: &[f64], free: usize) -> Option<Solved> {
        let size = columns.len();
        let mut products = Matrix::zeros(size, size);
        for (i, (left, _)) in columns.iter().enumerate() {
            for (j, (right, _)) in columns.iter().enumerate() {
                products[(i, j)] = dot(left, right);
            }
        }
        let largest = columns.iter().map(|(_, before)| *before).fold(0.0, f64::max);
        let (values, vectors) = eigen(&products);
        let axes: Vec<(f64, Vec<f64>)> = (0..size)
            .filter(|at| values[*at] > ZERO * largest)
            .map(|at| (values[at], vectors.row(at).to_vec()))
            .collect();
        let degrees = free.checked_sub(axes.len()).filter(|left| *left >= FREE)?;
        let along: Vec<f64> = columns.iter().map(|(column, _)| dot(column, y)).collect();
        let (mut solution, mut explained) = (vec![0.0; size], 0.0);
        for (value, vector) in &axes {
            let part = dot(vector, &along);
            explained += part * part / value;
            solution.iter_mut().zip(vector).for_each(|(one, v)| *one += v * part / value);
        }
        let all = dot(y, y);
        let rest = all - explained;
        // Below what the subtraction can carry there is no variation left to speak of.
        (rest > 1e-12 * all && all > 1e-12).then(|| Solved {
            axes,
            solution,
            explained,
            variance: rest / degrees as f64,
            degrees,
        })
    }

    /// A slope over what spans so much.
    fn slope(&self, at: usize, interviews: usize, span: f64) -> Option<Slope> {
        let told: f64 = self.axes.iter().map(|(_, vector)| vector[at] * vector[at]).sum();
        if told < 1e-6 {
            return None;
        }
        let spread: f64 = self.axes.iter().map(|(value, vector)| vector[at] * vector[at] / value).sum();
        let (error, degrees) = (libm::sqrt(self.variance * spread), self.degrees as f64);
        let (estimate, reach) = (self.solution[at], t_quantile(0.975, degrees) * error);
        let p = t_two_sided(estimate / error, degrees);
        let effect = Effect { estimate, ci95: (estimate - reach, estimate + reach), p, interviews };
        let told = match told > 1.0 - 1e-6 {
            false => Told::Mixed,
            true if 2.0 * reach * span > WHOLE_SCALE => Told::TooWide,
            true => Told::Alone,
        };
        Some(Slope { effect, told })
    }

    /// Snedecor's F of all that can be told (its tail: Abramowitz and Stegun 26.6.2).
    fn apart(&self) -> Option<f64> {
        let (above, below) = (self.axes.len() as f64, self.degrees as f64);
        let f = self.explained / above / self.variance;
        (above > 0.0).then(|| beta_cdf(below / (below + above * f), 0.5 * below, 0.5 * above))
    }
}
