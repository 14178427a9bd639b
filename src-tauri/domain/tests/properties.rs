//! What must hold of the statistics whatever the numbers: names and order do not matter, what is equal is treated equally, and
//! no design, however small, gives a number that is none.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use assay_domain::measure::agreement::alpha::{Level, alpha};
use assay_domain::measure::agreement::icc::six;
use assay_domain::measure::agreement::{Settings, Table, of_ratings};
use assay_domain::measure::impact::{Group, compare, impact};
use assay_domain::measure::outcome::validity;
use assay_domain::measure::retest::consistency;
use assay_domain::measure::robust::{Candidates, Near, Robustness, robustness};
use assay_domain::measure::severity::rasch::{Penalties, rasch};
use assay_domain::measure::severity::{Options, fit};
use assay_domain::measure::{Rating, Ratings};
use proptest::prelude::*;
use serde_json::Value;

const LEVELS: [Level; 4] = [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio];

/// Three raters over six units, 0 for not rated.
fn holed() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let score = (0_u8..=5).prop_map(|level| (level > 0).then_some(f64::from(level)));
    prop::collection::vec(prop::collection::vec(score, 6), 3)
}

/// Three raters over six units, nothing missing.
fn whole() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let score = (1_u8..=5).prop_map(|level| Some(f64::from(level)));
    prop::collection::vec(prop::collection::vec(score, 6), 3)
}

fn all_alphas(rows: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
    let table = Table::new(rows.to_vec()).unwrap();
    LEVELS.iter().map(|level| alpha(&table, *level).known()).collect()
}

fn mapped(rows: &[Vec<Option<f64>>], to: impl Fn(f64) -> f64) -> Vec<Vec<Option<f64>>> {
    rows.iter().map(|row| row.iter().map(|score| score.map(&to)).collect()).collect()
}

fn close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

proptest! {
    #[test]
    fn alpha_knows_neither_raters_nor_units_by_place(rows in holed()) {
        let (mut raters, mut units) = (rows.clone(), rows.clone());
        raters.rotate_left(1);
        units.iter_mut().for_each(|row| row.rotate_right(2));
        for other in [raters, units] {
            prop_assert!(all_alphas(&rows).iter().zip(all_alphas(&other)).all(|(a, b)| close(*a, b)));
        }
    }

    #[test]
    fn alpha_keeps_to_its_level_of_measurement(rows in holed()) {
        let plain = all_alphas(&rows);
        let renamed = all_alphas(&mapped(&rows, |score| [0.0, 4.0, 2.0, 5.0, 1.0, 3.0][score as usize]));
        prop_assert!(close(plain[0], renamed[0]), "nominal under other names");
        let stretched = all_alphas(&mapped(&rows, |score| score * score * score));
        prop_assert!(close(plain[1], stretched[1]), "ordinal under a rising map");
        let shifted = all_alphas(&mapped(&rows, |score| 3.0 * score - 7.0));
        prop_assert!(close(plain[2], shifted[2]), "interval under another unit and zero");
        let scaled = all_alphas(&mapped(&rows, |score| 3.0 * score));
        prop_assert!(close(plain[3], scaled[3]), "ratio under another unit");
    }

    #[test]
    fn nothing_is_surer_than_one(rows in holed()) {
        prop_assert!(all_alphas(&rows).iter().flatten().all(|value| *value <= 1.0 + 1e-12));
    }

    /// A rater shifted by a constant: consistency stays, absolute agreement moves.
    #[test]
    fn a_shifted_rater_changes_no_consistency(rows in whole(), by in -2.0_f64..2.0) {
        let mut shifted = rows.clone();
        shifted[1] = mapped(&rows[1..2], |score| score + by).remove(0);
        let (before, after) = (six(&Table::new(rows).unwrap()), six(&Table::new(shifted).unwrap()));
        for (a, b) in before.iter().zip(&after).filter(|(a, _)| a.name.starts_with("ICC(C")) {
            prop_assert!(close(a.icc.known(), b.icc.known()), "{}: {:?} {:?}", a.name, a.icc, b.icc);
        }
    }

    /// A rater more who gives what the others' mean is: consistency of one rater does not fall.
    #[test]
    fn a_rater_who_agrees_does_not_lower_consistency(rows in whole()) {
        let before = six(&Table::new(rows.clone()).unwrap());
        let mut more = rows.clone();
        let mean = |unit: usize| rows.iter().filter_map(|row| row[unit]).sum::<f64>() / 3.0;
        more.push((0..6).map(|unit| Some(mean(unit))).collect());
        let after = six(&Table::new(more).unwrap());
        let of = |found: &[assay_domain::measure::agreement::icc::Icc]| found[2].icc.known();
        if let (Some(a), Some(b)) = (of(&before), of(&after)) {
            prop_assert!(a < 0.0 || b >= a - 1e-9, "{a} {b}");
        }
    }

    #[test]
    fn impact_knows_groups_by_numbers_alone(n1 in 5_u64..60, n2 in 5_u64..60, a in 0.0_f64..1.0, b in 0.0_f64..1.0) {
        let group = |name: &str, n: u64, share: f64| {
            Group { name: name.to_owned(), applicants: n, selected: (share * n as f64).round() as u64 }
        };
        let (one, other) = (group("A", n1, a), group("B", n2, b));
        let (forth, back) = (compare(&one, &other).unwrap(), compare(&other, &one).unwrap());
        prop_assert!((forth.fisher_p_two_sided - back.fisher_p_two_sided).abs() < 1e-9);
        prop_assert!((forth.fisher_p_less - back.fisher_p_greater).abs() < 1e-9);
        prop_assert_eq!((forth.impact_ratio, forth.below_four_fifths, forth.finding), (back.impact_ratio, back.below_four_fifths, back.finding));
        prop_assert!(close(forth.boschloo_p_two_sided, back.boschloo_p_two_sided));
        // Boschloo's test is never weaker than Fisher's one-sided tests are, doubled.
        let fisher = 2.0 * forth.fisher_p_less.min(forth.fisher_p_greater);
        prop_assert!(forth.boschloo_p_two_sided_groups_fixed.unwrap() <= fisher.min(1.0) + 1e-9);
        for (low, high) in [forth.wilson95_a, forth.wilson95_b] {
            prop_assert!((0.0..=1.0).contains(&low) && low <= high && high <= 1.0);
        }
    }

    #[test]
    fn weightings_know_candidates_by_scores_alone(rows in prop::collection::vec(prop::collection::vec(1_u8..=5, 3), 4)) {
        let run = |rows: &[Vec<u8>], by: f64| -> Robustness {
            let scores: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|level| by * f64::from(*level)).collect()).collect();
            let names = (0..scores.len()).map(|name| name.to_string()).collect();
            robustness(&Candidates { names, scores, weights: vec![3.0, 2.0, 1.0] }, &Near { draws: 50, ..Near::default() }).unwrap()
        };
        let plain = run(&rows, 1.0);
        let firsts: Vec<f64> = plain.uniform.exact_first_rank_acceptability.iter().map(|one| one.unwrap()).collect();
        prop_assert!(firsts.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share)));
        let distinct = rows.iter().enumerate().all(|(i, row)| rows[..i].iter().all(|other| other != row));
        prop_assert!(!distinct || (firsts.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{firsts:?}");
        let mut turned = rows.clone();
        turned.reverse();
        let turned = run(&turned, 1.0);
        let wide = run(&rows, 10.0);
        for (a, first) in firsts.iter().enumerate() {
            prop_assert!(close(turned.uniform.exact_first_rank_acceptability[3 - a], Some(*first)));
            prop_assert!(close(wide.uniform.exact_first_rank_acceptability[a], Some(*first)));
            for b in 0..4 {
                let (forth, back) = (plain.uniform.exact_pairwise_winning[a][b], plain.uniform.exact_pairwise_winning[b][a]);
                prop_assert!(forth.zip(back).is_none_or(|(x, y)| (x + y - 1.0).abs() < 1e-9));
                prop_assert!(!(plain.dominates[a][b] && plain.dominates[b][a]));
            }
        }
    }
}

/// Everybody rated by everybody on everything, scores by a rule.
fn ratings(
    candidates: usize,
    raters: usize,
    criteria: usize,
    top: f64,
    score: impl Fn(usize) -> f64,
) -> Ratings {
    let mut rows = Vec::new();
    for at in 0..candidates * raters * criteria {
        rows.push(Rating {
            candidate: format!("C{}", at / (raters * criteria)),
            rater: format!("R{}", at / criteria % raters),
            criterion: format!("K{}", at % criteria),
            score: score(at),
        });
    }
    Ratings::new(&rows, &[], (1.0, top)).unwrap()
}

/// JSON writes what is no number as null: none may be where a number is promised.
fn no_null(name: &str, value: &Value) {
    match value {
        Value::Null => panic!("{name} holds what is no number"),
        Value::Array(list) => list.iter().for_each(|one| no_null(name, one)),
        Value::Object(map) => map.iter().for_each(|(key, one)| no_null(&format!("{name}.{key}"), one)),
        _ => {}
    }
}

#[test]
fn the_smallest_and_the_emptiest_designs_give_numbers_or_say_why() {
    for (candidates, raters, criteria) in [(1, 1, 1), (1, 2, 1), (2, 1, 1), (1, 1, 3), (2, 2, 1), (3, 2, 2)] {
        for top in [2.0, 5.0] {
            for equal in [true, false] {
                let score = |at: usize| if equal { 2.0 } else { 1.0 + (at % 2) as f64 };
                let ratings = ratings(candidates, raters, criteria, top, score);
                let fitted = fit(&ratings, &Options::default()).unwrap();
                no_null("severity", &serde_json::to_value(&fitted).unwrap());
                let agreed = of_ratings(&ratings, &Settings { draws: 20, ..Settings::default() });
                no_null("alpha", &serde_json::to_value(&agreed.all.krippendorff_alpha).unwrap());
                no_null(
                    "icc",
                    &serde_json::to_value(agreed.all.icc.iter().map(|one| &one.icc).collect::<Vec<_>>())
                        .unwrap(),
                );
                let unequal = agreed.all.krippendorff_alpha.ordinal.known().is_some();
                assert!(!(equal && unequal), "equal scores everywhere are not agreement");
                if let Ok(found) = rasch(&ratings, Some(&Penalties::default())) {
                    no_null("rasch", &serde_json::to_value(&found).unwrap());
                    assert!(!equal || candidates * raters * criteria == 1);
                }
                let _ = rasch(&ratings, None);
            }
        }
    }
}

#[test]
fn nothing_at_all_is_refused_or_unknown() {
    assert!(Ratings::new(&[], &[], (1.0, 5.0)).is_err());
    let empty = Table::new(Vec::new()).unwrap();
    assert!(LEVELS.iter().all(|level| alpha(&empty, *level).known().is_none()));
    assert!(six(&empty).is_empty());
    assert!(impact(&[]).is_err());
    assert_eq!((consistency(&[]).same, validity(&[], &[]).unwrap().correlation), (None, None));
    let nobody = Candidates { names: Vec::new(), scores: Vec::new(), weights: vec![1.0] };
    assert_eq!(robustness(&nobody, &Near::default()).unwrap().winner_index, None);
    assert!(robustness(&Candidates { weights: Vec::new(), ..nobody }, &Near::default()).is_err());
    let alone =
        Candidates { names: vec!["A Fixture".to_owned()], scores: vec![vec![3.0]], weights: vec![1.0] };
    let alone = robustness(&alone, &Near { draws: 10, ..Near::default() }).unwrap();
    assert_eq!(alone.uniform.exact_first_rank_acceptability, [Some(1.0)]);
    assert_eq!(alone.one_weight_order_interval, [(0.0, 1.0)]);
}

#[test]
fn twins_share_everything() {
    let scores = vec![vec![4.0, 2.0], vec![4.0, 2.0], vec![2.0, 5.0]];
    let names = ["A Fixture", "B Fixture", "C Fixture"].map(str::to_owned).to_vec();
    let found = robustness(
        &Candidates { names, scores, weights: vec![1.0, 1.0] },
        &Near { draws: 10, ..Near::default() },
    )
    .unwrap();
    let first = &found.uniform.exact_first_rank_acceptability;
    assert_eq!(first[0], first[1]);
    assert_eq!(found.uniform.exact_pairwise_winning[0][1], None);
    assert!(!found.dominates[0][1] && !found.dominates[1][0]);
    assert_eq!(found.uniform.exact_pairwise_winning[0][2], found.uniform.exact_pairwise_winning[1][2]);
}
