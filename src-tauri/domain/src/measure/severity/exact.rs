//! Whether the ratings leave how sure anything is undecided: the posterior of the standard deviations is then no distribution.
//!
//! Let `S` be the effects of rater, halo and profile that keep a standard deviation above nought, all others and the residual's
//! shrink to nought together, as t. Where candidates, criteria and `S` explain `n` scores exactly with a design of rank `q`, the
//! likelihood grows as `t^-(n - q)`, while `m` half-normal deviations that shrink leave a volume of `t^m`: with `n - q >= m` the
//! mass near nought is endless (the usual condition for a proper posterior of variance components; Hobert and Casella, *JASA*
//! 91, 1996). Whatever is computed there only tells how far down one looked.

use super::super::ratings::{Cell, Ratings};

/// Smaller than this is zero: scores are of the order of one.
const ZERO: f64 = 1e-6;
/// Rater, halo and profile.
const EFFECTS: usize = 3;

/// Whether the scores are explained so exactly that nothing says how sure they are.
pub fn explained_exactly(ratings: &Ratings) -> bool {
    (0..1_u8 << EFFECTS).any(|kept| {
        let shrinking = 1 + EFFECTS - kept.count_ones() as usize;
        left_over(ratings, kept).is_some_and(|left| left >= shrinking)
    })
}

/// The scores less the rank of what explains them, where it explains them exactly.
fn left_over(ratings: &Ratings, kept: u8) -> Option<usize> {
    let raters = if kept & 1 == 0 { 0 } else { ratings.raters.len() };
    let columns = raters + ratings.criteria.len();
    let (mut rank, mut global) = (0, Vec::new());
    for cells in ratings.cells.chunk_by(|a, b| a.candidate == b.candidate) {
        let own = own_columns(cells, kept);
        rank += own.len();
        let shared = (0..columns).map(|column| {
            let is_it = |cell: &Cell| {
                if column < raters { cell.rater == column } else { cell.criterion == column - raters }
            };
            cells.iter().map(|cell| f64::from(u8::from(is_it(cell)))).collect()
        });
        let scores = cells.iter().map(|cell| ratings.common(cell.score)).collect();
        let projected: Vec<Vec<f64>> =
            shared.chain([scores]).map(|column: Vec<f64>| less(column, &own)).collect();
        global.push(projected);
    }
    let whole = |column: usize| -> Vec<f64> {
        global.iter().flat_map(|block: &Vec<Vec<f64>>| block[column].iter().copied()).collect()
    };
    let basis = basis((0..columns).map(whole));
    rank += basis.len();
    let rest = less(whole(columns), &basis);
    rest.iter().all(|one| one.abs() < ZERO).then(|| ratings.cells.len() - rank)
}

/// An orthonormal basis of what belongs to one candidate alone: the mean, and halo and profile where they are kept.
fn own_columns(cells: &[Cell], kept: u8) -> Vec<Vec<f64>> {
    let mut columns = vec![vec![1.0; cells.len()]];
    for (bit, of) in [(2, rater as fn(_) -> _), (4, criterion)] {
        if kept & bit == 0 {
            continue;
        }
        let mut seen: Vec<usize> = cells.iter().map(of).collect();
        seen.sort_unstable();
        seen.dedup();
        let column = |id: &usize| cells.iter().map(|cell| f64::from(u8::from(of(cell) == *id))).collect();
        columns.extend(seen.iter().map(column));
    }
    basis(columns.into_iter())
}

fn rater(cell: &Cell) -> usize {
    cell.rater
}

fn criterion(cell: &Cell) -> usize {
    cell.criterion
}

/// Gram and Schmidt's orthonormal basis of the columns' span.
fn basis(columns: impl Iterator<Item = Vec<f64>>) -> Vec<Vec<f64>> {
    let mut out: Vec<Vec<f64>> = Vec::new();
    for column in columns {
        let rest = less(column, &out);
        let length = libm::sqrt(rest.iter().map(|one| one * one).sum());
        if length > ZERO {
            out.push(rest.iter().map(|one| one / length).collect());
        }
    }
    out
}

/// A column without its part in the span of an orthonormal basis; twice, for what rounding leaves.
fn less(mut column: Vec<f64>, basis: &[Vec<f64>]) -> Vec<f64> {
    for _ in 0..2 {
        for unit in basis {
            let part: f64 = column.iter().zip(unit).map(|(x, y)| x * y).sum();
            column.iter_mut().zip(unit).for_each(|(x, y)| *x -= part * y);
        }
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whole designs: the score of candidate, rater and criterion.
    fn whole(
        [candidates, raters, criteria]: [usize; 3],
        score: impl Fn(usize, usize, usize) -> f64,
    ) -> Ratings {
        let names = |letter: &str, count: usize| (0..count).map(|one| format!("{letter}{one}")).collect();
        let mut cells = Vec::new();
        for candidate in 0..candidates {
            for criterion in 0..criteria {
                for rater in 0..raters {
                    cells.push(Cell {
                        candidate,
                        rater,
                        criterion,
                        score: score(candidate, rater, criterion),
                    });
                }
            }
        }
        Ratings {
            candidates: names("C", candidates),
            raters: names("R", raters),
            criteria: names("K", criteria),
            weights: vec![1.0 / criteria as f64; criteria],
            scale: (1.0, 5.0),
            cells,
        }
    }

    #[test]
    fn what_additive_effects_explain_leaves_nothing_to_be_sure_by() {
        assert!(explained_exactly(&whole([3, 2, 1], |_, _, _| 3.0)), "equal ratings");
        assert!(
            explained_exactly(&whole([4, 2, 2], |c, _, k| (1 + c + k) as f64)),
            "raters who agree exactly"
        );
        assert!(explained_exactly(&whole([10, 2, 1], |c, r, _| (1 + c % 4 + r) as f64)), "one a level above");
        assert!(explained_exactly(&whole([3, 1, 2], |c, _, k| (1 + c + k) as f64)), "one rater");
    }

    #[test]
    fn ratings_that_differ_say_how_sure_they_are() {
        let uneven = |c: usize, r: usize, k: usize| {
            [3.0, 4.0, 2.0, 5.0, 1.0, 3.0, 4.0][(5 * c + 3 * r + 2 * k + c * r * k) % 7]
        };
        assert!(!explained_exactly(&whole([4, 2, 3], uneven)));
        assert!(!explained_exactly(&whole([6, 3, 2], uneven)));
    }

    #[test]
    fn too_few_scores_are_unsure_but_not_undecided() {
        assert!(!explained_exactly(&whole([2, 1, 1], |c, _, _| (3 + c) as f64)), "the priors say how sure");
        assert!(!explained_exactly(&whole([1, 1, 3], |_, _, k| (2 + k) as f64)));
    }
}
