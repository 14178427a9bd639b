//! Tests of the aggregation: worked examples, the reference for rank reversal, properties.

use proptest::prelude::*;

use super::*;

fn criteria(weights: &[f64]) -> Vec<Criterion> {
    weights
        .iter()
        .enumerate()
        .map(|(at, weight)| Criterion { id: format!("c{at}"), weight: *weight })
        .collect()
}

fn sheet(levels: &[u8]) -> Sheet {
    let levels = levels.iter().enumerate().map(|(at, level)| (format!("c{at}"), Some(*level)));
    Sheet { levels: levels.collect(), own: None }
}

fn assessed(weight: f64, sheets: &[&[u8]]) -> Assessed {
    let sheets = sheets.iter().map(|levels| sheet(levels)).collect();
    Assessed { weight, levels: 5, criteria: criteria(&[2.0, 1.0, 1.0]), sheets }
}

#[test]
fn a_scorecard_is_the_weighted_mean_of_what_it_assessed() {
    let of = |levels: &[u8]| scorecard(&criteria(&[2.0, 1.0, 1.0]), &sheet(levels));
    assert_eq!(of(&[4, 2, 5]), Score { score: Some(3.75), coverage: 1.0 });
    assert_eq!(of(&[4, 0, 1]), Score { score: Some(3.0), coverage: 0.75 });
}

#[test]
fn nothing_assessed_is_unknown_and_not_zero() {
    let nothing = Score { score: None, coverage: 0.0 };
    assert_eq!(scorecard(&criteria(&[2.0, 1.0]), &sheet(&[0, 0])), nothing);
    assert_eq!(scorecard(&criteria(&[2.0, 1.0]), &Sheet::default()), nothing);
    assert_eq!(scorecard(&[], &sheet(&[3])), nothing);
    let application = application(&[assessed(60.0, &[]), assessed(40.0, &[&[0, 0, 0]])]);
    assert_eq!((application.score, application.coverage), (None, 0.0));
    assert_eq!(application.weights_used, [0.0, 0.0]);
}

#[test]
fn raters_count_once_each_and_their_distance_shows() {
    let found =
        assessment(&criteria(&[2.0, 1.0, 1.0]), &[sheet(&[4, 2, 5]), sheet(&[3, 4, 0]), sheet(&[0, 0, 0])]);
    assert_eq!(found.raters[1].score, Some(10.0 / 3.0));
    assert_eq!(found.raters[2].score, None, "a rater who assessed nothing has no score");
    assert!((found.score.unwrap() - (3.75 + 10.0 / 3.0) / 2.0).abs() < 1e-12);
    assert!((found.spread.unwrap() - (3.75 - 10.0 / 3.0)).abs() < 1e-12);
    let gaps: Vec<_> = found.criteria.iter().map(|one| (one.mean, one.gap)).collect();
    assert_eq!(gaps, [(Some(3.5), Some(1)), (Some(3.0), Some(2)), (Some(5.0), None)]);
    assert!(found.gap, "two levels apart on the second criterion");
    assert_eq!(found.coverage, 1.0);
}

/// A scorecard of another version: criteria with their weights, and levels.
fn other(criteria: &[(&str, f64)], levels: &[(&str, u8)]) -> Sheet {
    let own = criteria.iter().map(|(id, weight)| Criterion { id: (*id).to_owned(), weight: *weight });
    let levels = levels.iter().map(|(id, level)| ((*id).to_owned(), Some(*level)));
    Sheet { levels: levels.collect(), own: Some(own.collect()) }
}

/// Version 1 has c0 (2), c1 (1) and tone (1); version 2, the plan's, has c0 (2), c1 (1) and c2 (1) in the place of tone.
#[test]
fn each_scorecard_counts_by_its_own_version_of_the_rubric() {
    let first = [("c0", 2.0), ("c1", 1.0), ("tone", 1.0)];
    let bo = other(&first, &[("c0", 4), ("c1", 2), ("tone", 1)]); // (8 + 2 + 1) / 4 = 2.75
    let cy = other(&first, &[("c0", 3), ("c1", 3), ("tone", 2)]); // (6 + 3 + 2) / 4 = 2.75
    let now = criteria(&[2.0, 1.0, 1.0]);
    let alone = assessment(&now, &[bo.clone(), cy.clone()]);
    assert_eq!((alone.score, alone.coverage, alone.spread), (Some(2.75), 1.0, Some(0.0)));
    let nothing = assessment(&now, &[bo.clone(), cy.clone(), sheet(&[0, 0, 0])]);
    assert_eq!((nothing.score, nothing.coverage), (Some(2.75), 1.0), "who rates nothing changes nothing");
    let tone = nothing.criteria.iter().find(|one| one.criterion == "tone").unwrap();
    assert_eq!((tone.mean, tone.gap), (Some(1.5), Some(1)));
    // By version 2: (2 * 5 + 1 * 2) / 3 = 4, three quarters of its weight.
    let both = assessment(&now, &[bo, cy, sheet(&[5, 2, 0])]);
    assert!((both.score.unwrap() - (2.75 + 2.75 + 4.0) / 3.0).abs() < 1e-12);
    assert!((both.coverage - (1.0 + 1.0 + 0.75) / 3.0).abs() < 1e-12);
    assert_eq!(
        both.criteria.iter().map(|one| one.criterion.as_str()).collect::<Vec<_>>(),
        ["c0", "c1", "c2", "tone"]
    );
    assert_eq!((both.criteria[0].mean, both.criteria[0].gap), (Some(4.0), Some(2)));
    assert_eq!(both.criteria[2].mean, None);
}

#[test]
fn a_version_weighs_its_own_criteria() {
    let heavy = other(&[("c0", 1.0), ("c1", 3.0)], &[("c0", 5), ("c1", 1)]); // (5 + 3) / 4 = 2
    let light = sheet(&[5, 1]); // (15 + 1) / 4 = 4
    assert_eq!(assessment(&criteria(&[3.0, 1.0]), &[heavy, light]).score, Some(3.0));
}

#[test]
fn one_rater_has_no_spread_and_no_gap() {
    let found = assessment(&criteria(&[1.0, 1.0]), &[sheet(&[1, 5])]);
    assert_eq!((found.spread, found.gap, found.score), (None, false, Some(3.0)));
}

#[test]
fn an_application_renormalises_weights_and_keeps_coverage() {
    let found = application(&[
        assessed(20.0, &[&[2, 2, 2]]),
        assessed(30.0, &[&[4, 0, 4], &[4, 0, 4]]),
        assessed(50.0, &[]),
    ]);
    assert_eq!(found.weights_used, [0.4, 0.6, 0.0]);
    assert!((found.score.unwrap() - 3.2).abs() < 1e-12);
    assert!((found.coverage - (0.2 + 0.3 * 0.75)).abs() < 1e-12);
}

#[test]
fn rubrics_with_other_scales_are_brought_to_the_common_one() {
    assert_eq!([1.0, 2.5, 4.0].map(|y| on_common_scale(y, 4)), [1.0, 3.0, 5.0]);
    assert_eq!([1.0, 2.2, 5.0].map(|y| on_common_scale(y, 5)), [1.0, 2.2, 5.0]);
    let four = Assessed { levels: 4, ..assessed(1.0, &[&[4, 4, 4]]) };
    let found = application(&[four, assessed(1.0, &[&[3, 3, 3]])]);
    assert_eq!((found.score, found.assessments[0].score), (Some(4.0), Some(4.0)));
}

#[test]
fn useless_weights_count_as_none() {
    let found = scorecard(&criteria(&[f64::NAN, -1.0, 1.0]), &sheet(&[1, 1, 4]));
    assert_eq!(found, Score { score: Some(4.0), coverage: 1.0 });
    assert_eq!(scorecard(&criteria(&[0.0]), &sheet(&[3])).score, None);
}

#[test]
fn the_reference_for_rank_reversal_holds() {
    let Some(path) = reference("rank_reversal.json") else {
        println!("0 cases compared: the folder with references is absent");
        return;
    };
    let file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let numbers = |value: &serde_json::Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect()
    };
    let criteria = criteria(&numbers(&file["weights"]));
    let mut compared = 0;
    for case in file["cases"].as_array().unwrap() {
        let expected = numbers(&case["fixed_scale_weighted_sum"]);
        for (row, expected) in case["scores"].as_array().unwrap().iter().zip(expected) {
            let levels =
                numbers(row).iter().enumerate().map(|(at, y)| (format!("c{at}"), Some(*y as u8))).collect();
            let plan = Assessed {
                weight: 1.0,
                levels: 5,
                criteria: criteria.clone(),
                sheets: vec![Sheet { levels, own: None }],
            };
            let score = application(&[plan]).score.unwrap();
            assert!((score - expected).abs() < 1e-12, "{}: {score} is not {expected}", case["added"]);
            compared += 1;
        }
    }
    println!("{compared} scores compared with the reference");
    assert!(compared > 0);
}

/// A file of the references, by `ASSAY_SHARED` or beside the repository.
fn reference(name: &str) -> Option<std::path::PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let folder = std::env::var("ASSAY_SHARED").unwrap_or_else(|_| beside.to_owned());
    Some(std::path::Path::new(&folder).join("reference").join(name)).filter(|path| path.is_file())
}

fn any_plan() -> impl Strategy<Value = Vec<Assessed>> {
    let sheets = prop::collection::vec(prop::collection::vec(0_u8..=5, 3), 0..4);
    prop::collection::vec((1_u8..100, sheets), 0..5).prop_map(|parts| {
        let part = |(weight, sheets): (u8, Vec<Vec<u8>>)| {
            assessed(f64::from(weight), &sheets.iter().map(Vec::as_slice).collect::<Vec<_>>())
        };
        parts.into_iter().map(part).collect()
    })
}

proptest! {
    #[test]
    fn scores_lie_on_the_scale_and_shares_between_nought_and_one(plan in any_plan()) {
        let found = application(&plan);
        prop_assert!(found.score.is_none_or(|score| (1.0 - 1e-9..=5.0 + 1e-9).contains(&score)));
        prop_assert!((0.0..=1.0 + 1e-12).contains(&found.coverage));
        prop_assert_eq!(found.score.is_some(), found.coverage > 0.0);
        let used: f64 = found.weights_used.iter().sum();
        prop_assert!(found.score.is_none() || (used - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_order_of_assessments_raters_and_criteria_does_not_matter(plan in any_plan()) {
        let mut turned = plan.clone();
        turned.reverse();
        for part in &mut turned {
            part.sheets.reverse();
            part.criteria.reverse();
        }
        let (one, other) = (application(&plan), application(&turned));
        prop_assert_eq!(one.score.map(f64::to_bits), other.score.map(f64::to_bits));
        prop_assert_eq!(one.coverage.to_bits(), other.coverage.to_bits());
    }

    #[test]
    fn other_names_for_criteria_change_nothing(plan in any_plan()) {
        let mut renamed = plan.clone();
        for part in &mut renamed {
            for criterion in &mut part.criteria {
                criterion.id = format!("z-{}", criterion.id);
            }
            for sheet in &mut part.sheets {
                sheet.levels = sheet.levels.iter().map(|(id, level)| (format!("z-{id}"), *level)).collect();
            }
        }
        prop_assert_eq!(application(&plan).score, application(&renamed).score);
    }

    #[test]
    fn an_empty_scorecard_or_an_assessment_not_held_never_changes_a_score(plan in any_plan()) {
        let mut more = plan.clone();
        for part in &mut more {
            part.sheets.push(sheet(&[0, 0, 0]));
        }
        prop_assert_eq!(application(&plan).score, application(&more).score);
        prop_assert_eq!(application(&plan).coverage, application(&more).coverage);
        more.push(assessed(40.0, &[]));
        let (before, after) = (application(&plan), application(&more));
        prop_assert_eq!(before.score, after.score);
        prop_assert!(after.coverage <= before.coverage);
    }
}
