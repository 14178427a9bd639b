//! The severity model with its standard deviations given: everything is Gaussian and exact.
//!
//! With the global block `g = (mu - 3, l / s_r)`, a candidate's scores are `y_c = X_c g + 3 + u_c` with covariance
//! `V_c = 25 J + s_delta^2 D_k + s_gamma^2 D_r + s_e^2 I` of `u_c` (J all ones, D the indicators of the same criterion and
//! the same rater). Each V_c is factored (Cholesky), and `P = P_0 + sum X' V^-1 X` is the precision of g given the data
//! (Lindley and Smith, *JRSS B* 34, 1972). Leniency stands in units of its standard deviation, so that 0 is no special
//! case. Candidates of one pattern share V_c.

use super::super::linear::{Lower, Matrix, dot};
use super::design::{Design, Pattern};
use super::prior::{Prior, Sds};

/// What one pattern contributes.
#[derive(Clone, Debug)]
struct Part {
    /// For the total T, and for theta: `coefficients on mu - X' V^-1 h` over the whole global block.
    slopes: [Vec<f64>; 2],
    /// For T and theta: variance given g.
    variances: [f64; 2],
    /// For T and theta: `h' V^-1 (y - 3)` of each member.
    levels: [Vec<f64>; 2],
}

/// The model at given standard deviations.
#[derive(Clone, Debug)]
pub struct Gaussian {
    /// Logarithm of the marginal likelihood of the scores.
    pub log_marginal: f64,
    prior: Prior,
    rater_sd: f64,
    criteria: usize,
    global: Vec<f64>,
    factor: Lower,
    parts: Vec<Part>,
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
            deviance += products.deviance(pattern);
            parts.push(products.part(pattern, design, prior, sds));
        }
        let factor = precision.cholesky()?;
        let half = factor.forward_one(&right);
        let before = if flat { 0.0 } else { criteria as f64 * libm::log(each) };
        deviance += factor.log_det() - before - dot(&half, &half);
        let global = factor.backward_one(&half);
        let log_marginal = -0.5 * deviance;
        let rater_sd = sds.rater;
        log_marginal.is_finite().then_some(Gaussian {
            log_marginal,
            prior: *prior,
            rater_sd,
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
            .map(|i| (self.rater_sd * self.global[i], self.rater_sd * sd(i)))
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
        let through: Vec<f64> =
            self.parts.iter().map(|part| dot(&part.slopes[which], &self.global)).collect();
        let mean = |(pattern, member): &(usize, usize)| {
            origin + self.parts[*pattern].levels[which][*member] + through[*pattern]
        };
        Joint {
            means: design.place.iter().map(mean).collect(),
            own: self.parts.iter().map(|part| part.variances[which]).collect(),
            shared: self.parts.iter().map(|part| self.factor.forward_one(&part.slopes[which])).collect(),
        }
    }
}

/// `L^-1 [X | h_T h_theta | y - 3 ...]` of one pattern, and the products of its columns that are needed.
struct Products {
    columns: Vec<usize>,
    inner: Matrix,
    log_det: f64,
}

impl Products {
    fn of(pattern: &Pattern, design: &Design, prior: &Prior, sds: &Sds) -> Option<Products> {
        let factor = covariance(pattern, prior, sds).cholesky()?;
        let criteria = design.weights.len();
        let columns: Vec<usize> =
            (0..criteria).chain(pattern.raters.iter().map(|rater| criteria + rater)).collect();
        let first = columns.len();
        let mut right = Matrix::zeros(pattern.cells.len(), first + 2 + pattern.members.len());
        let common = prior.candidate_sd * prior.candidate_sd;
        for (i, (rater, criterion)) in pattern.cells.iter().enumerate() {
            let row = right.row_mut(i);
            row[*criterion] = 1.0;
            let local = pattern.raters.iter().position(|one| one == rater)?;
            row[criteria + local] = sds.rater;
            row[first] = common + sds.profile * sds.profile * design.weights[*criterion];
            row[first + 1] = common;
            for (cell, scores) in row[first + 2..].iter_mut().zip(&pattern.scores) {
                *cell = scores[i] - prior.criterion_mean;
            }
        }
        factor.forward(&mut right);
        Some(Products { columns, inner: products(&right, first + 2), log_det: factor.log_det() })
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

    fn deviance(&self, pattern: &Pattern) -> f64 {
        let squares = self.inner.row(self.columns.len() + 2)[self.columns.len() + 2..].iter().sum::<f64>();
        pattern.members.len() as f64 * self.log_det + squares
    }

    fn part(&self, pattern: &Pattern, design: &Design, prior: &Prior, sds: &Sds) -> Part {
        let first = self.columns.len();
        let size = design.weights.len() + design.raters;
        let before = [
            prior.candidate_sd * prior.candidate_sd
                + sds.profile * sds.profile * pattern.rated_weight_squares,
            prior.candidate_sd * prior.candidate_sd,
        ];
        let slope = |which: usize| {
            let mut slope = vec![0.0; size];
            if which == 0 {
                slope[..design.weights.len()].copy_from_slice(&design.weights);
            }
            for (i, column) in self.columns.iter().enumerate() {
                slope[*column] -= self.inner[(i, first + which)];
            }
            slope
        };
        let variance = |which: usize| before[which] - self.inner[(first + which, first + which)];
        let level = |which: usize| self.inner.row(first + which)[first + 2..].to_vec();
        Part {
            slopes: [slope(0), slope(1)],
            variances: [variance(0), variance(1)],
            levels: [level(0), level(1)],
        }
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

fn covariance(pattern: &Pattern, prior: &Prior, sds: &Sds) -> Matrix {
    let size = pattern.cells.len();
    let square = |sd: f64| sd * sd;
    let mut out = Matrix::zeros(size, size);
    for (i, (rater, criterion)) in pattern.cells.iter().enumerate() {
        for (j, (other_rater, other_criterion)) in pattern.cells[..=i].iter().enumerate() {
            let mut value = square(prior.candidate_sd);
            value += if criterion == other_criterion { square(sds.profile) } else { 0.0 };
            value += if rater == other_rater { square(sds.halo) } else { 0.0 };
            value += if i == j { square(sds.residual) } else { 0.0 };
            out[(i, j)] = value;
        }
    }
    out
}
