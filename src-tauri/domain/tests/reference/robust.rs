//! `smaa_cases.json`.

use assay_domain::measure::robust::draws::over;
use assay_domain::measure::robust::{Candidates, Near, robustness};
use serde_json::Value;

use crate::{Count, list, numbers, reference, rows};

#[test]
fn shares_intervals_and_dominance_are_those_of_the_file() {
    let Some(file) = reference("smaa_cases.json") else { return };
    let mut count = Count::new("robustness");
    for case in list(&file) {
        count.what = format!("robustness {}", case["id"]);
        let scores = rows(&case["scores"]);
        let names = (0..scores.len()).map(|index| index.to_string()).collect();
        let input = Candidates { names, scores: scores.clone(), weights: numbers(&case["weights"]) };
        let found = robustness(&input, &Near { draws: 2000, ..Near::default() }).unwrap();
        for (value, expected) in found.weighted_sum.iter().zip(list(&case["weighted_sum"])) {
            count.value("sum", Some(*value), expected, 1e-9);
        }
        count.same("winner", &found.winner_index.map(|index| index as u64), &case["winner_index"].as_u64());
        count.same("dominance", &serde_json::to_value(&found.dominates).unwrap(), &case["dominates"]);
        let pairs = &found.uniform.exact_pairwise_winning;
        for (row, expected) in pairs.iter().zip(list(&case["exact_pairwise_winning_uniform"])) {
            for (value, expected) in row.iter().zip(list(expected)) {
                count.value("pair", *value, expected, 1e-6);
            }
        }
        let first = &found.uniform.exact_first_rank_acceptability;
        for (value, expected) in first.iter().zip(list(&case["exact_first_rank_acceptability_uniform"])) {
            count.value("first", *value, expected, 1e-6);
        }
        let moves = &found.one_weight_stability_interval;
        for ((low, high), expected) in moves.iter().zip(list(&case["one_weight_stability_interval"])) {
            count.value("low", Some(*low), &expected[0], 1e-6);
            count.value("high", Some(*high), &expected[1], 1e-6);
        }
        drawn(&mut count, &scores, case);
    }
    count.say();
}

fn drawn(count: &mut Count, scores: &[Vec<f64>], case: &Value) {
    let found = over(scores, &rows(&case["weight_draws"]));
    let expected = &case["smaa_R_0_3_3"]["fixed_draws"];
    let matrix = |count: &mut Count, name: &str, found: &[Vec<f64>], tolerance: f64| {
        for (row, expected) in found.iter().zip(list(&expected[name])) {
            for (value, expected) in row.iter().zip(list(expected)) {
                count.value(name, Some(*value), expected, tolerance);
            }
        }
    };
    // Counts over 2,000: exactly, but for the division.
    matrix(count, "rank_acceptability", &found.rank_acceptability, 1e-12);
    matrix(count, "pairwise_winning", &found.pairwise_winning, 1e-12);
    for (row, expected) in found.central_weights.iter().zip(list(&expected["central_weights"])) {
        for (index, expected) in list(expected).iter().enumerate() {
            count.value("central", row.as_ref().map(|row| row[index]), expected, 1e-9);
        }
    }
}
