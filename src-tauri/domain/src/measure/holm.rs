//! Several p-values looked at together.

/// P-values adjusted for their number (Holm, *Scandinavian Journal of Statistics* 6, 1979): below 0.05 what may be called found
/// with one false finding in twenty looks at all of them together. `family` is how many were or could have been looked at; it
/// counts as at least as many as there are.
pub fn holm(p: &[f64], family: usize) -> Vec<f64> {
    let family = family.max(p.len());
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    let (mut out, mut least) = (vec![1.0; p.len()], 0.0_f64);
    for (place, at) in order.into_iter().enumerate() {
        least = least.max((family - place) as f64 * p[at]).min(1.0);
        out[at] = least;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::holm;

    #[test]
    fn the_least_pays_for_all_and_none_is_surer_than_one_below() {
        let near = |found: Vec<f64>, expected: [f64; 3]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
        };
        near(holm(&[0.04, 0.01, 0.03], 3), [0.06, 0.03, 0.06]);
        near(holm(&[0.04, 0.01, 0.5], 15), [0.56, 0.15, 1.0]);
        assert_eq!(holm(&[0.2], 1), [0.2]);
        assert!(holm(&[], 3).is_empty());
    }
}
