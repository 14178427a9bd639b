//! Where there is nothing to order, which is another thing than an order that is unsure.

/// Why scores have no order: there is one only, or all are equal; `None` where there is one.
pub fn nothing_to_order(scores: &[f64]) -> Option<&'static str> {
    match scores {
        [] | [_] => Some("Fewer than two candidates have a score: there is nothing to order."),
        [first, rest @ ..] if rest.iter().all(|one| (one - first).abs() < SAME) => {
            Some("Every candidate has the same score: there is nothing to order.")
        }
        _ => None,
    }
}

/// Sums nearer than this are equal but for rounding.
const SAME: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_score_and_equal_ones_have_no_order() {
        assert!(nothing_to_order(&[3.0]).unwrap().starts_with("Fewer than two"));
        assert!(nothing_to_order(&[3.0, 3.0 + 1e-12]).unwrap().starts_with("Every candidate has the same"));
        assert_eq!(nothing_to_order(&[3.0, 3.1]), None);
    }
}
