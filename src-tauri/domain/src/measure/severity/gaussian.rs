//! The severity model with its standard deviations given: everything is Gaussian and exact.
//!
//! With the global block `g = (mu - 3, l / s_r)`, a candidate's scores are `y_c = X_c g + 3 + u_c` with covariance
//! `V_c = 25 J + s_delta^2 D_k + s_gamma^2 D_r + s_e^2 I` of `u_c` (J all ones, D the indicators of the same criterion and
//! the same rater). In the coordinates of [`super::space`] each V_c is factored (Cholesky), and `P = P_0 + sum X' V^-1 X` is the precision of g given the data
//! (Lindley and Smith, *JRSS B* 34, 1972). Leniency stands in units of its standard deviation, so that 0 is no special
//! case. Candidates of one pattern share V_c.

use super::super::linear::{Lower, Matrix, dot};
use super::design::{Design, Pattern};
use super::prior::{Prior, Sds};
use super::space::Space;

/// The model at given standard deviations.
#[derive(Clone, Debug)]
pub struct Gaussian {
    /// Logarithm of the marginal likelihood of the scores.
    pub log_marginal: f64,
    prior: Prior,
    sds: Sds,
    criteria: usize,
    global: Vec<f64>,
    factor: Lower,
    /// For each pattern the products of `h_T` and `h_theta`, its candidates' covariances with their scores, with all columns.
    parts: Vec<Matrix>,
}

/// Means and covariances of one quantity for each candidate: the total T or the candidate effect theta.
#[derive(Clone, Debug)]
pub struct Joint {
    /// Means, by candidate.
    pub means: Vec<f64>,
    /// Variance given the global block, by pattern.
    own: Vec<f64>,
    /// `L^-1` of the slopes, by pattern: inner products are covariances through the global block.
    shared: Vec<Vec<f64>>,
}

impl Joint {
    /// Variance of a candidate of this pattern.
    pub fn variance(&self, pattern: usize) -> f64 {
        self.own[pattern] + dot(&self.shared[pattern], &self.shared[pattern])
    }

    /// Covariance of two candidates, each by pattern.
    pub fn covariance(&self, a: usize, b: usize) -> f64 {
        dot(&self.shared[a], &self.shared[b])
    }

    /// Variance of the difference of two candidates, each by pattern: without cancellation of what they share.
    pub fn difference_variance(&self, a: usize, b: usize) -> f64 {
        let apart: f64 = self.shared[a].iter().zip(&self.shared[b]).map(|(x, y)| (x - y) * (x - y)).sum();
        self.own[a] + self.own[b] + apart
    }
}

impl Gaussian {
    /// Conditions on the scores; `None` where the numbers are beyond what doubles can hold.
    pub fn at(design: &Design, prior: &Prior, sds: &Sds) -> Option<Gaussian> {
        let criteria = design.weights.len();
        let size = criteria + design.raters;
        let mut precision = Matrix::zeros(size, size);
        let flat = !prior.criterion_sd.is_finite();
        let each = if flat { 0.0 } else { 1.0 / (prior.criterion_sd * prior.criterion_sd) };
        (0..size).for_each(|i| precision[(i, i)] = if i < criteria { each } else { 1.0 });
        let mut right = vec![0.0; size];
        let mut deviance = design.ratings() as f64 * libm::log(std::f64::consts::TAU);
        let mut parts = Vec::with_capacity(design.patterns.len());
        for pattern in &design.patterns {
            let products = Products::of(pattern, design, prior, sds)?;
            products.add(pattern, &mut precision, &mut right);
            deviance += products.deviance();
            parts.push(products.part());
        }
        let factor = precision.cholesky()?;
        let half = factor.forward_one(&right);
        let before = if flat { 0.0 } else { criteria as f64 * libm::log(each) };
        deviance += factor.log_det() - before - dot(&half, &half);
        let global = factor.backward_one(&half);
        let log_marginal = -0.5 * deviance;
        log_marginal.is_finite().then_some(Gaussian {
            log_marginal,
            prior: *prior,
            sds: *sds,
            criteria,
            global,
            factor,
            parts,
        })
    }

    /// Means and standard deviations of the criteria's means and of the raters' leniencies.
    pub fn globals(&self) -> [Vec<(f64, f64)>; 2] {
        let covariance = self.factor.inverse();
        let sd = |i: usize| libm::sqrt(covariance[(i, i)]);
        let criteria =
            (0..self.criteria).map(|i| (self.prior.criterion_mean + self.global[i], sd(i))).collect();
        let raters = (self.criteria..self.global.len())
            .map(|i| (self.sds.rater * self.global[i], self.sds.rater * sd(i)))
            .collect();
        [criteria, raters]
    }

    /// The weighted totals `T_c = sum_k w_k (mu_k + theta_c + delta_ck)`; a criterion that nobody rated carries no delta.
    pub fn totals(&self, design: &Design) -> Joint {
        self.joint(design, 0, self.prior.criterion_mean)
    }

    /// The candidate effects theta.
    pub fn candidates(&self, design: &Design) -> Joint {
        self.joint(design, 1, 0.0)
    }

    fn joint(&self, design: &Design, which: usize, origin: f64) -> Joint {
        let slopes: Vec<Vec<f64>> = design
            .patterns
            .iter()
            .zip(&self.parts)
            .map(|(one, part)| self.slope(one, part, which, design))
            .collect();
        let through: Vec<f64> = slopes.iter().map(|slope| dot(slope, &self.global)).collect();
        let first = |pattern: usize| self.criteria + design.patterns[pattern].raters.len();
        let mean = |(pattern, member): &(usize, usize)| {
            origin + self.parts[*pattern][(which, first(*pattern) + 2 + member)] + through[*pattern]
        };
        let own = |(pattern, part): (usize, &Matrix)| {
            self.before(&design.patterns[pattern], which) - part[(which, first(pattern) + which)]
        };
        Joint {
            means: design.place.iter().map(mean).collect(),
            own: self.parts.iter().enumerate().map(own).collect(),
            shared: slopes.iter().map(|slope| self.factor.forward_one(slope)).collect(),
        }
    }

    /// Coefficients of the global block: those of the quantity itself less `X' V^-1 h`.
    fn slope(&self, pattern: &Pattern, part: &Matrix, which: usize, design: &Design) -> Vec<f64> {
        let mut slope = vec![0.0; self.global.len()];
        if which == 0 {
            slope[..self.criteria].copy_from_slice(&design.weights);
        }
        let columns = (0..self.criteria).chain(pattern.raters.iter().map(|rater| self.criteria + rater));
        columns.zip(part.row(which)).for_each(|(column, product)| slope[column] -= product);
        slope
    }

    /// Variance given the global block, before any score.
    fn before(&self, pattern: &Pattern, which: usize) -> f64 {
        let profile = self.sds.profile * self.sds.profile * pattern.rated_weight_squares;
        self.prior.candidate_sd * self.prior.candidate_sd + if which == 0 { profile } else { 0.0 }
    }
}

/// `L^-1 [X | h_T h_theta | y - 3 ...]` of one pattern, and the products of its columns that are needed.
struct Products {
    columns: Vec<usize>,
    inner: Matrix,
    /// `ln det V` of all members.
    log_det: f64,
    /// Squares outside the space, over the residual variance.
    rest: f64,
}

impl Products {
    fn of(pattern: &Pattern, design: &Design, prior: &Prior, sds: &Sds) -> Option<Products> {
        let space = &pattern.space;
        let factor = covariance(space, prior, sds).cholesky()?;
        let criteria = design.weights.len();
        let columns: Vec<usize> =
            (0..criteria).chain(pattern.raters.iter().map(|rater| criteria + rater)).collect();
        let first = columns.len();
        let mut right = Matrix::zeros(space.size(), first + 2 + pattern.members.len());
        let (common, profile) = (prior.candidate_sd * prior.candidate_sd, sds.profile * sds.profile);
        for i in 0..space.size() {
            let row = right.row_mut(i);
            (0..criteria).for_each(|criterion| row[criterion] = space.criteria[(criterion, i)]);
            (criteria..first).for_each(|j| row[j] = sds.rater * space.raters[(j - criteria, i)]);
            row[first] = common * space.ones[i] + profile * space.weighted[i];
            row[first + 1] = common * space.ones[i];
            for (cell, scores) in row[first + 2..].iter_mut().zip(&space.scores) {
                *cell = scores[i] - prior.criterion_mean * space.ones[i];
            }
        }
        factor.forward(&mut right);
        let residual = sds.residual * sds.residual;
        let outside = space.free as f64 * libm::log(residual);
        let log_det = pattern.members.len() as f64 * (factor.log_det() + outside);
        Some(Products { columns, inner: products(&right, first + 2), log_det, rest: space.rest / residual })
    }

    fn add(&self, pattern: &Pattern, precision: &mut Matrix, right: &mut [f64]) {
        let count = pattern.members.len() as f64;
        let first = self.columns.len();
        for (i, gi) in self.columns.iter().enumerate() {
            for (j, gj) in self.columns.iter().enumerate() {
                precision[(*gi, *gj)] += count * self.inner[(i, j)];
            }
            right[*gi] += self.inner.row(i)[first + 2..].iter().sum::<f64>();
        }
    }

    fn deviance(&self) -> f64 {
        let squares = self.inner.row(self.columns.len() + 2)[self.columns.len() + 2..].iter().sum::<f64>();
        self.log_det + squares + self.rest
    }

    /// The rows of `h_T` and `h_theta`.
    fn part(&self) -> Matrix {
        let mut out = Matrix::zeros(2, self.inner.cols());
        for which in 0..2 {
            out.row_mut(which).copy_from_slice(self.inner.row(self.columns.len() + which));
        }
        out
    }
}

/// Products of the first `fixed` columns with all columns; below them one row with each further column's square.
fn products(columns: &Matrix, fixed: usize) -> Matrix {
    let mut out = Matrix::zeros(fixed + 1, columns.cols());
    for i in 0..columns.rows() {
        let row = columns.row(i);
        for (a, left) in row[..fixed].iter().enumerate() {
            if *left != 0.0 {
                for (cell, value) in out.row_mut(a).iter_mut().zip(row) {
                    *cell += left * value;
                }
            }
        }
        for (cell, value) in out.row_mut(fixed)[fixed..].iter_mut().zip(&row[fixed..]) {
            *cell += value * value;
        }
    }
    out
}

fn covariance(space: &Space, prior: &Prior, sds: &Sds) -> Matrix {
    let [_, halo, profile, residual] = sds.array().map(|sd| sd * sd);
    let common = prior.candidate_sd * prior.candidate_sd;
    let mut out = Matrix::zeros(space.size(), space.size());
    for i in 0..space.size() {
        let (criterion, rater, one) = (space.same_criterion.row(i), space.same_rater.row(i), space.ones[i]);
        for (j, cell) in out.row_mut(i)[..=i].iter_mut().enumerate() {
            *cell = common * one * space.ones[j] + profile * criterion[j] + halo * rater[j];
        }
        out[(i, i)] += residual;
    }
    out
}
