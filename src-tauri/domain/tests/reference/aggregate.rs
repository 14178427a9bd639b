//! `rank_reversal.json`: orders that flip under normalisation and must not on a fixed scale.

use std::collections::BTreeMap;

use assay_domain::measure::aggregate::{Assessed, Criterion, Sheet, application};

use crate::{Count, list, numbers, reference, rows};

#[test]
fn the_order_does_not_flip_when_a_candidate_is_added() {
    let Some(file) = reference("rank_reversal.json") else { return };
    let weights = numbers(&file["weights"]);
    let mut count = Count::new("rank reversal");
    for case in list(&file["cases"]) {
        let scores: Vec<f64> = rows(&case["scores"]).iter().map(|row| score(&weights, row)).collect();
        for (found, expected) in scores.iter().zip(numbers(&case["fixed_scale_weighted_sum"])) {
            count.near("weighted sum", *found, expected, 1e-9);
        }
        let mut order = [0_usize, 1, 2];
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        let names: Vec<&str> = order.iter().map(|index| ["A", "B", "C"][*index]).collect();
        let expected = &case["fixed_scale_weighted_sum__order_of_ABC"];
        let expected: Vec<&str> = list(expected).iter().map(|one| one.as_str().unwrap()).collect();
        count.same("order", &names, &expected);
    }
    count.say();
}

/// Each score is an assessment of its own with one criterion.
fn score(weights: &[f64], scores: &[f64]) -> f64 {
    let one = |(weight, score): (&f64, &f64)| {
        let criteria = vec![Criterion { id: "c".to_owned(), weight: 1.0 }];
        let level = *score as u8;
        assert!((f64::from(level) - score).abs() < f64::EPSILON, "the file's scores are levels");
        let sheets = vec![Sheet { levels: BTreeMap::from([("c".to_owned(), Some(level))]), own: None }];
        Assessed { weight: *weight, levels: 5, criteria, sheets }
    };
    let plan: Vec<Assessed> = weights.iter().zip(scores).map(one).collect();
    application(&plan).score.unwrap()
}
