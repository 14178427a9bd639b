//! Exact shares of all weightings: volumes of parts of a simplex.
//!
//! Weights that are not negative and sum to one form a simplex with one vertex for each criterion, and a difference of two
//! weighted sums is linear over it, with the differences on the single criteria at the vertices. The part where a linear
//! function is not negative is found by cutting an edge between a positive and a negative vertex at its zero, which divides
//! the simplex into two whose volumes are in the proportion of the pieces of the edge. No subtraction occurs, so that the
//! result keeps its digits (the recursion of Varsi, *The multidimensional content of the frustum of the simplex*, Pacific
//! Journal of Mathematics 46, 1973, taken to several cuts).

/// Differences of scores of 1 to 5 that are nought but for lost digits.
const FLAT: f64 = 1e-13;

/// Share of all weightings under which `sum w_i d_i > 0`; `None` where all differences are zero (always equal).
pub fn share_ahead(differences: &[f64]) -> Option<f64> {
    let above: Vec<f64> = differences.iter().copied().filter(|d| *d > 0.0).collect();
    let below: Vec<f64> = differences.iter().copied().filter(|d| *d < 0.0).collect();
    if above.is_empty() && below.is_empty() {
        return None;
    }
    // shares[j] after i rounds: the share for the first i positive and the first j negative vertices.
    let mut shares = vec![0.0; below.len() + 1];
    for x in &above {
        shares[0] = 1.0;
        for (j, y) in below.iter().enumerate() {
            let upper = -y / (x - y);
            shares[j + 1] = upper * shares[j + 1] + (1.0 - upper) * shares[j];
        }
    }
    shares.last().copied()
}

/// Share of all weightings under which every one of some linear functions is not negative. `vertices` holds for each
/// criterion the functions' values there. `None` where the exact volume would take more than `budget` cuts.
pub fn share_all(vertices: &[Vec<f64>], budget: usize) -> Option<f64> {
    let mut left = budget;
    cut(vertices.to_vec(), &mut left)
}

fn cut(vertices: Vec<Vec<f64>>, left: &mut usize) -> Option<f64> {
    let functions = vertices.first().map_or(0, Vec::len);
    let mut next = None;
    for function in 0..functions {
        let values = || vertices.iter().map(|vertex| vertex[function]);
        let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
        if low < 0.0 && high <= 0.0 {
            return Some(0.0);
        }
        if low < 0.0 && next.is_none() {
            next = Some(function);
        }
    }
    let Some(function) = next else { return Some(1.0) };
    *left = left.checked_sub(1)?;
    let [(upper, without_high), (lower, without_low)] = split(vertices, function)?;
    Some(upper * cut(without_high, left)? + lower * cut(without_low, left)?)
}

/// For one candidate the share of all weightings in which it is first, second, …: exact, or `None` where that would take more
/// than `budget` cuts. `vertices` holds for each criterion the candidate's difference to each other there; those who are
/// equal share the better place.
pub fn share_places(vertices: &[Vec<f64>], budget: usize) -> Option<Vec<f64>> {
    let others = vertices.first().map_or(0, Vec::len);
    let (mut out, mut left) = (vec![0.0; others + 1], budget);
    let mut parts = vec![(1.0, vertices.to_vec())];
    while let Some((volume, part)) = parts.pop() {
        let (mut ahead, mut mixed) = (0, None);
        for function in 0..others {
            let values = || part.iter().map(|vertex| vertex[function]);
            let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
            ahead += usize::from(low < 0.0 && high <= 0.0);
            if low < 0.0 && high > 0.0 {
                mixed = Some(function);
                break;
            }
        }
        let Some(function) = mixed else {
            out[ahead] += volume;
            continue;
        };
        left = left.checked_sub(1)?;
        parts.extend(split(part, function)?.map(|(share, half)| (volume * share, half)));
    }
    Some(out)
}

/// The two parts into which a function that changes its sign divides a simplex, each with its share of the volume: that with
/// the lower end of the cut edge, that with the higher.
fn split(vertices: Vec<Vec<f64>>, function: usize) -> Option<[(f64, Vec<Vec<f64>>); 2]> {
    let by_value = |a: &usize, b: &usize| vertices[*a][function].total_cmp(&vertices[*b][function]);
    let high = (0..vertices.len()).max_by(by_value)?;
    let low = (0..vertices.len()).min_by(by_value)?;
    let (x, y) = (vertices[high][function], vertices[low][function]);
    let (upper, lower) = (-y / (x - y), x / (x - y));
    let both = vertices[high].iter().zip(&vertices[low]);
    // Functions that are equal are nought together, whatever is lost in the last digits.
    let zero = both.map(|(a, b)| Some(upper * a + lower * b).filter(|one| one.abs() > FLAT).unwrap_or(0.0));
    let mut zero: Vec<f64> = zero.collect();
    zero[function] = 0.0;
    let mut without_high = vertices.clone();
    let mut without_low = vertices;
    without_high[high].clone_from(&zero);
    without_low[low] = zero;
    Some([(upper, without_high), (lower, without_low)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_cases_by_hand() {
        // Ahead where the first weight is over two thirds.
        assert!((share_ahead(&[1.0, -2.0]).unwrap() - 1.0 / 3.0).abs() < 1e-15);
        assert!((share_ahead(&[1.0, -1.0, -1.0]).unwrap() - 0.25).abs() < 1e-15);
        assert_eq!(share_ahead(&[1.0, 0.0]), Some(1.0));
        assert_eq!(share_ahead(&[-1.0, 0.0]), Some(0.0));
        assert_eq!(share_ahead(&[0.0, 0.0]), None);
    }

    #[test]
    fn one_cut_is_the_closed_form() {
        for d in [[0.3, -0.7, 0.2, 1.1], [-0.3, -0.3, 0.4, 0.4], [2.0, -0.1, -0.1, 0.0]] {
            let vertices: Vec<Vec<f64>> = d.iter().map(|one| vec![*one]).collect();
            assert!((share_all(&vertices, 1000).unwrap() - share_ahead(&d).unwrap()).abs() < 1e-14);
        }
    }

    #[test]
    fn thirds_by_symmetry_and_a_budget() {
        // Each of three candidates leads on one criterion alone.
        let first = [vec![1.0, 1.0], vec![-1.0, 0.0], vec![0.0, -1.0]];
        assert!((share_all(&first, 1000).unwrap() - 1.0 / 3.0).abs() < 1e-15);
        assert_eq!(share_all(&first, 1), None);
    }

    #[test]
    fn places_of_two_criteria_are_pieces_of_a_line() {
        // The first weight is w. Ahead of one above 1/3, of another above 2/3; always equal to the third.
        let places = share_places(&[vec![2.0, 1.0, 0.0], vec![-1.0, -2.0, 0.0]], 100).unwrap();
        for (found, expected) in places.iter().zip([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 0.0]) {
            assert!((found - expected).abs() < 1e-15, "{places:?}");
        }
    }

    #[test]
    fn places_sum_to_one_begin_with_the_share_of_firsts_and_count_who_is_ahead() {
        let vertices = [
            vec![0.4, -1.2, 0.7, 0.4],
            vec![-0.9, 0.3, 0.2, -0.9],
            vec![0.5, 0.8, -1.5, 0.5],
            vec![0.1, -0.2, 0.3, 0.1],
        ];
        let places = share_places(&vertices, 10_000).unwrap();
        assert!((places.iter().sum::<f64>() - 1.0).abs() < 1e-14);
        assert!((places[0] - share_all(&vertices, 10_000).unwrap()).abs() < 1e-14);
        // The mean number of those ahead is the sum of the shares of each being ahead.
        let mean: f64 = places.iter().enumerate().map(|(ahead, share)| ahead as f64 * share).sum();
        let each = |other: usize| share_ahead(&vertices.iter().map(|one| -one[other]).collect::<Vec<_>>());
        let ahead: f64 = (0..4).map(|other| each(other).unwrap()).sum();
        assert!((mean - ahead).abs() < 1e-14, "{mean} {ahead}");
        assert_eq!(share_places(&vertices, 2), None);
    }
}
