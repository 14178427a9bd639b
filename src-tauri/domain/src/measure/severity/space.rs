//! What the model can see of a candidate's scores.
//!
//! Everything but the residual moves scores along the indicators of criteria and raters. So scores are taken as coordinates
//! in the span of those indicators and a rest that only the residual explains: with Q an orthonormal basis of the span, `Q'y`
//! and `|y - QQ'y|^2` are sufficient (Searle, Casella and McCulloch, *Variance Components*, 1992, ch. 6). A panel of r raters
//! on k criteria has `r + k - 1` coordinates in the place of `r k` scores.

use super::super::linear::{Matrix, dot};

/// The scores of the candidates of one pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Coordinates of each criterion's indicator, noughts where it was not rated; one row for each.
    pub criteria: Matrix,
    /// Coordinates of the indicator of each of the pattern's raters; one row for each.
    pub raters: Matrix,
    /// Coordinates of a score of 1 throughout.
    pub ones: Vec<f64>,
    /// Coordinates of the criteria's weights.
    pub weighted: Vec<f64>,
    /// Which scores share a criterion: 1 where they do, in coordinates.
    pub same_criterion: Matrix,
    /// Which scores share a rater, likewise.
    pub same_rater: Matrix,
    /// Coordinates of each member's scores.
    pub scores: Vec<Vec<f64>>,
    /// Squares outside the span, summed over the members.
    pub rest: f64,
    /// Dimensions outside the span.
    pub free: usize,
}

impl Space {
    /// Takes the cells (criterion, and rater by place among the pattern's), the weights of all criteria, and each member's
    /// scores in the order of the cells.
    pub fn of(cells: &[(usize, usize)], weights: &[f64], raters: usize, scores: &[Vec<f64>]) -> Space {
        let indicator = |is: &dyn Fn(&(usize, usize)) -> bool| -> Vec<f64> {
            cells.iter().map(|cell| f64::from(u8::from(is(cell)))).collect()
        };
        let by_criterion: Vec<Vec<f64>> =
            (0..weights.len()).map(|criterion| indicator(&|cell| cell.0 == criterion)).collect();
        let by_rater: Vec<Vec<f64>> = (0..raters).map(|rater| indicator(&|cell| cell.1 == rater)).collect();
        let mut basis = Basis::default();
        by_criterion.iter().chain(&by_rater).for_each(|column| basis.add(column));
        let weighted: Vec<f64> = cells.iter().map(|cell| weights[cell.0]).collect();
        let (criteria, raters) = (basis.rows(&by_criterion), basis.rows(&by_rater));
        Space {
            ones: basis.coordinates(&vec![1.0; cells.len()]),
            weighted: basis.coordinates(&weighted),
            same_criterion: criteria.gram(),
            same_rater: raters.gram(),
            criteria,
            raters,
            scores: scores.iter().map(|one| basis.coordinates(one)).collect(),
            rest: scores.iter().map(|one| basis.outside(one)).map(|rest| dot(&rest, &rest)).sum(),
            free: cells.len() - basis.0.len(),
        }
    }

    /// Number of coordinates.
    pub fn size(&self) -> usize {
        self.ones.len()
    }
}

/// A column this short has nothing of its own; an indicator is at least 1 long.
const NOTHING: f64 = 1e-9;

/// Orthonormal columns, by Gram and Schmidt twice (Golub and Van Loan, *Matrix Computations*, 4th ed., 5.2.9).
#[derive(Default)]
struct Basis(Vec<Vec<f64>>);

impl Basis {
    fn add(&mut self, column: &[f64]) {
        let rest = self.outside(column);
        let length = libm::sqrt(dot(&rest, &rest));
        if length > NOTHING {
            self.0.push(rest.iter().map(|cell| cell / length).collect());
        }
    }

    fn coordinates(&self, column: &[f64]) -> Vec<f64> {
        self.0.iter().map(|axis| dot(axis, column)).collect()
    }

    /// What of a column is outside the span.
    fn outside(&self, column: &[f64]) -> Vec<f64> {
        let mut rest = column.to_vec();
        for axis in self.0.iter().chain(&self.0) {
            let length = dot(axis, &rest);
            rest.iter_mut().zip(axis).for_each(|(cell, part)| *cell -= length * part);
        }
        rest
    }

    fn rows(&self, columns: &[Vec<f64>]) -> Matrix {
        let mut out = Matrix::zeros(columns.len(), self.0.len());
        for (row, column) in columns.iter().enumerate() {
            out.row_mut(row).copy_from_slice(&self.coordinates(column));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panel_has_as_many_coordinates_as_it_has_ways_to_differ() {
        let cells: Vec<(usize, usize)> = (0..4).flat_map(|k| (0..3).map(move |r| (k, r))).collect();
        let scores: Vec<f64> = (0..12_u8).map(|i| f64::from(i * i % 5)).collect();
        let space = Space::of(&cells, &[0.25; 4], 3, std::slice::from_ref(&scores));
        assert_eq!((space.size(), space.free), (6, 6));
        let (all, seen) = (dot(&scores, &scores), dot(&space.scores[0], &space.scores[0]));
        assert!((all - seen - space.rest).abs() < 1e-12, "{all} {seen} {}", space.rest);
        assert!((dot(&space.ones, &space.scores[0]) - scores.iter().sum::<f64>()).abs() < 1e-12);
        // Products are those of the indicators: three scores share each criterion, none two.
        assert!((dot(space.criteria.row(1), space.criteria.row(1)) - 3.0).abs() < 1e-12);
        assert!(dot(space.criteria.row(0), space.criteria.row(1)).abs() < 1e-12);
        assert!((dot(space.criteria.row(2), space.raters.row(2)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn one_score_has_one_coordinate_and_no_rest() {
        let space = Space::of(&[(1, 0)], &[0.5, 0.5], 1, &[vec![4.0]]);
        assert_eq!((space.size(), space.free, space.rest), (1, 0, 0.0));
        assert_eq!((space.criteria.row(0), space.criteria.row(1)), (&[0.0][..], &[1.0][..]));
    }
}
