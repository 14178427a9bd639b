//! Small dense matrices: what the statistics need of linear algebra, and no more.
//!
//! The matrices are tiny (a candidate's ratings, the criteria and raters of a role), so plain loops in a fixed order are
//! fast and give the same bits on every machine.

use std::ops::{Index, IndexMut};

/// A matrix, row after row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    cols: usize,
    data: Vec<f64>,
}

impl Matrix {
    /// All zeros.
    pub fn zeros(rows: usize, cols: usize) -> Matrix {
        Matrix { cols, data: vec![0.0; rows * cols] }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.data.len().checked_div(self.cols).unwrap_or(0)
    }

    /// Number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// One row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.data[row * self.cols..(row + 1) * self.cols]
    }

    /// One row, to be changed.
    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        &mut self.data[row * self.cols..(row + 1) * self.cols]
    }

    /// As rows of numbers.
    pub fn to_rows(&self) -> Vec<Vec<f64>> {
        (0..self.rows()).map(|row| self.row(row).to_vec()).collect()
    }

    /// `self' self`, the products of its columns.
    pub fn gram(&self) -> Matrix {
        let mut out = Matrix::zeros(self.cols, self.cols);
        for row in 0..self.rows() {
            let values = self.row(row);
            for (i, left) in values.iter().enumerate() {
                if *left != 0.0 {
                    for (cell, right) in out.row_mut(i)[i..].iter_mut().zip(&values[i..]) {
                        *cell += left * right;
                    }
                }
            }
        }
        for i in 0..self.cols {
            for j in 0..i {
                out[(i, j)] = out[(j, i)];
            }
        }
        out
    }

    /// The lower triangular `L` with `L L' = self` (Cholesky; Golub and Van Loan, *Matrix Computations*, 4th ed., 2013, 4.2);
    /// `None` where `self` is not positive definite.
    pub fn cholesky(&self) -> Option<Lower> {
        let size = self.rows();
        let mut lower = Matrix::zeros(size, size);
        for i in 0..size {
            for j in 0..=i {
                let rest = self[(i, j)] - dot(&lower.row(i)[..j], &lower.row(j)[..j]);
                if i == j {
                    if !(rest > 0.0 && rest.is_finite()) {
                        return None;
                    }
                    lower[(i, i)] = libm::sqrt(rest);
                } else {
                    lower[(i, j)] = rest / lower[(j, j)];
                }
            }
        }
        Some(Lower(lower))
    }
}

impl Index<(usize, usize)> for Matrix {
    type Output = f64;
    fn index(&self, (row, col): (usize, usize)) -> &f64 {
        &self.data[row * self.cols + col]
    }
}

impl IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (row, col): (usize, usize)) -> &mut f64 {
        &mut self.data[row * self.cols + col]
    }
}

/// A lower triangular factor.
#[derive(Clone, Debug, PartialEq)]
pub struct Lower(Matrix);

impl Lower {
    /// `ln det(L L')`.
    pub fn log_det(&self) -> f64 {
        (0..self.0.rows()).map(|i| 2.0 * libm::log(self.0[(i, i)])).sum()
    }

    /// Replaces the columns of `right` by `L^-1 right`: forward substitution (Golub and Van Loan, 3.1).
    pub fn forward(&self, right: &mut Matrix) {
        let cols = right.cols;
        for i in 0..self.0.rows() {
            let (above, rest) = right.data.split_at_mut(i * cols);
            let row = &mut rest[..cols];
            for (factor, other) in self.0.row(i)[..i].iter().zip(above.chunks_exact(cols)) {
                for (cell, value) in row.iter_mut().zip(other) {
                    *cell -= factor * value;
                }
            }
            let pivot = self.0[(i, i)];
            row.iter_mut().for_each(|cell| *cell /= pivot);
        }
    }

    /// `L^-1 right` for one column.
    pub fn forward_one(&self, right: &[f64]) -> Vec<f64> {
        let mut out: Vec<f64> = Vec::with_capacity(right.len());
        for (i, value) in right.iter().enumerate() {
            let rest = value - dot(&self.0.row(i)[..i], &out);
            out.push(rest / self.0[(i, i)]);
        }
        out
    }

    /// `L'^-1 right` for one column.
    pub fn backward_one(&self, right: &[f64]) -> Vec<f64> {
        let mut out = right.to_vec();
        for i in (0..out.len()).rev() {
            out[i] /= self.0[(i, i)];
            let value = out[i];
            for (cell, factor) in out[..i].iter_mut().zip(&self.0.row(i)[..i]) {
                *cell -= factor * value;
            }
        }
        out
    }

    /// `(L L')^-1`.
    pub fn inverse(&self) -> Matrix {
        let size = self.0.rows();
        let mut half = Matrix::zeros(size, size);
        (0..size).for_each(|i| half[(i, i)] = 1.0);
        self.forward(&mut half);
        half.gram()
    }
}

/// Sum of products.
pub fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

/// Eigenvalues and, as rows, unit eigenvectors of a symmetric matrix: cyclic Jacobi rotations (Golub and Van Loan, *Matrix
/// Computations*, 4th ed., 8.5.2).
pub fn eigen(symmetric: &Matrix) -> (Vec<f64>, Matrix) {
    let size = symmetric.rows();
    let mut a = symmetric.clone();
    let mut vectors = Matrix::zeros(size, size);
    (0..size).for_each(|i| vectors[(i, i)] = 1.0);
    for _ in 0..60 {
        let off: f64 = (0..size).flat_map(|i| (0..i).map(move |j| (i, j))).map(|at| a[at] * a[at]).sum();
        if off < 1e-24 {
            break;
        }
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    ((0..size).map(|i| a[(i, i)]).collect(), vectors)
}

fn rotate(a: &mut Matrix, vectors: &mut Matrix, p: usize, q: usize) {
    if a[(p, q)] == 0.0 {
        return;
    }
    let tau = (a[(q, q)] - a[(p, p)]) / (2.0 * a[(p, q)]);
    let t = libm::copysign(1.0, tau) / (tau.abs() + libm::sqrt(1.0 + tau * tau));
    let c = 1.0 / libm::sqrt(1.0 + t * t);
    let s = t * c;
    for k in 0..a.rows() {
        let (kp, kq) = (a[(k, p)], a[(k, q)]);
        a[(k, p)] = c * kp - s * kq;
        a[(k, q)] = s * kp + c * kq;
    }
    for k in 0..a.rows() {
        let (pk, qk) = (a[(p, k)], a[(q, k)]);
        a[(p, k)] = c * pk - s * qk;
        a[(q, k)] = s * pk + c * qk;
        let (vp, vq) = (vectors[(p, k)], vectors[(q, k)]);
        vectors[(p, k)] = c * vp - s * vq;
        vectors[(q, k)] = s * vp + c * vq;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Matrix {
        let mut a = Matrix::zeros(3, 3);
        for (i, row) in [[4.0, 2.0, 0.4], [2.0, 3.0, 0.5], [0.4, 0.5, 2.0]].iter().enumerate() {
            a.row_mut(i).copy_from_slice(row);
        }
        a
    }

    #[test]
    fn solving_undoes_multiplying() {
        let a = example();
        let lower = a.cholesky().unwrap();
        let x = lower.backward_one(&lower.forward_one(&[1.0, 2.0, 3.0]));
        for (row, value) in (0..3).zip([1.0, 2.0, 3.0]) {
            assert!((dot(a.row(row), &x) - value).abs() < 1e-14);
        }
        let inverse = lower.inverse();
        assert!((dot(a.row(1), inverse.row(1)) - 1.0).abs() < 1e-14);
        let det: f64 = 4.0 * (6.0 - 0.25) - 2.0 * (4.0 - 0.2) + 0.4 * (1.0 - 1.2);
        assert!((lower.log_det() - det.ln()).abs() < 1e-14);
    }

    #[test]
    fn what_is_not_positive_definite_has_no_factor() {
        let mut a = example();
        a[(2, 2)] = 0.01;
        assert!(a.cholesky().is_none());
    }

    #[test]
    fn eigenvectors_reproduce_the_matrix() {
        let a = example();
        let (values, vectors) = eigen(&a);
        for i in 0..3 {
            for j in 0..3 {
                let found: f64 = (0..3).map(|k| values[k] * vectors[(k, i)] * vectors[(k, j)]).sum();
                assert!((found - a[(i, j)]).abs() < 1e-12);
            }
        }
    }
}
