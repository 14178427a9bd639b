//! Totals over a plan: against the model itself, by hand, and as properties.

use proptest::prelude::*;

use super::super::aggregate::{Assessed, Criterion, Sheet, application};
use super::super::ratings::{Rating, Ratings};
use super::super::severity::{Deviations, Options, Sds, fit_whole};
use super::*;

const FIXED: Sds = Sds { rater: 0.4, halo: 0.4, profile: 0.4, residual: 0.6 };

/// Scores of one assessment: for each application, pairs of rater and level on one criterion each.
type Scores<'a> = &'a [&'a [(&'a str, &'a [u8])]];

/// Totals of a plan, every assessment over the criteria K0, K1, ….
fn totals(plan: &[(f64, usize, Scores<'_>)], options: &Options) -> Totals {
    let applications = plan.first().map_or(0, |(_, _, scores)| scores.len());
    let mut assessed: Vec<Vec<Assessed>> = vec![Vec::new(); applications];
    let mut parts = Vec::new();
    for (weight, criteria, scores) in plan {
        let names: Vec<String> = (0..*criteria).map(|k| format!("K{k}")).collect();
        let mut rows = Vec::new();
        for (a, cards) in scores.iter().enumerate() {
            let mut sheets = Vec::new();
            for (rater, levels) in *cards {
                let given = names.iter().zip(*levels).filter(|(_, level)| **level > 0);
                rows.extend(given.clone().map(|(criterion, level)| Rating {
                    candidate: format!("A{a}"),
                    rater: (*rater).to_owned(),
                    criterion: criterion.clone(),
                    score: f64::from(*level),
                }));
                sheets.push(Sheet {
                    levels: given.map(|(k, level)| (k.clone(), Some(*level))).collect(),
                    own: None,
                });
            }
            let criteria = names.iter().map(|id| Criterion { id: id.clone(), weight: 1.0 }).collect();
            assessed[a].push(Assessed { weight: *weight, levels: 5, criteria, sheets });
        }
        let listed: Vec<(String, f64)> = names.iter().map(|name| (name.clone(), 1.0)).collect();
        let fit = (!rows.is_empty())
            .then(|| fit_whole(&Ratings::new(&rows, &listed, (1.0, 5.0)).unwrap(), options).unwrap());
        let at = |a: usize| fit.as_ref()?.report.candidates.iter().position(|name| *name == format!("A{a}"));
        let place = (0..applications).map(at).collect();
        parts.push(Assessment { weight: *weight, place, plain: Vec::new(), fit });
    }
    let plain: Vec<ApplicationScore> = assessed.iter().map(|one| application(one)).collect();
    for (index, part) in parts.iter_mut().enumerate() {
        part.plain = plain.iter().map(|one| one.assessments[index].score).collect();
    }
    Totals::new(&plain, parts)
}

fn fixed() -> Options {
    Options { deviations: Deviations::Fixed(FIXED), ..Options::default() }
}

const PANEL: Scores<'static> = &[
    &[("R", &[4, 5]), ("S", &[3, 4])],
    &[("R", &[3, 3]), ("T", &[4, 4])],
    &[("S", &[2, 2]), ("T", &[3, 2])],
];

#[test]
fn one_assessment_is_the_model_itself() {
    let found = totals(&[(100.0, 2, PANEL)], &Options::default());
    let report = &found.assessments[0].fit.as_ref().unwrap().report;
    assert!(found.corrects());
    for a in 0..3 {
        let name = &report.candidates[a];
        let total = found.total(a).unwrap();
        assert!((found.centre(a).unwrap() - report.weighted_total.est.get(name).unwrap()).abs() < 1e-12);
        assert!((libm::sqrt(total.variance()) - report.weighted_total.sd.get(name).unwrap()).abs() < 1e-9);
        let (low, high) = report.weighted_total_interval[a];
        let (mine_low, mine_high) = interval(&total);
        assert!((low.max(1.0) - mine_low).abs() < 1e-6 && (high.min(5.0) - mine_high).abs() < 1e-6);
        for b in (0..3).filter(|b| *b != a) {
            assert!((found.above(a, b).unwrap() - report.prob_row_beats_col[a][b]).abs() < 1e-12);
        }
    }
}

#[test]
fn variances_are_squared_weights_times_variances() {
    let plan = [(60.0, 2, PANEL), (40.0, 2, PANEL)];
    let found = totals(&plan, &fixed());
    for a in 0..3 {
        let parts: Vec<f64> = found.assessments.iter().map(|one| one.variance(a).unwrap()).collect();
        let total = found.total(a).unwrap();
        assert!((total.variance() - (0.36 * parts[0] + 0.16 * parts[1])).abs() < 1e-12);
        let centres: Vec<f64> = found.assessments.iter().map(|one| one.centre(a).unwrap()).collect();
        assert!((total.mean() - (0.6 * centres[0] + 0.4 * centres[1])).abs() < 1e-12);
    }
    let one = totals(&plan[..1], &fixed());
    let z = |p: f64| super::super::special::normal_quantile(p);
    let single = z(one.above(0, 2).unwrap());
    let expected = super::super::normal::phi(single / libm::sqrt(0.36 + 0.16));
    assert!((found.above(0, 2).unwrap() - expected).abs() < 1e-9, "twice the same, in equal directions");
}

#[test]
fn what_nobody_rated_widens_and_moves_nothing() {
    let holed: Scores<'_> = &[&[("R", &[4, 0])], &[("R", &[3, 3])]];
    let found = totals(&[(1.0, 2, holed)], &fixed());
    let part = &found.assessments[0];
    let plain = part.fit.as_ref().unwrap().own(0).variance();
    assert!(
        (part.variance(0).unwrap() - plain - 0.25 * 0.16).abs() < 1e-12,
        "w^2 s_delta^2 of one of two criteria"
    );
    let missing: Scores<'_> = &[&[("R", &[4, 4])], &[]];
    let both = totals(&[(60.0, 2, &[&[("R", &[4, 4])], &[("R", &[3, 3])]]), (40.0, 2, missing)], &fixed());
    assert_eq!((both.assessed(0), both.centre(1)), (1.0, Some(3.0)));
    let first = both.assessments[0].variance(1).unwrap();
    let expected = 0.36 * first + 0.16 * UNKNOWN_VARIANCE;
    assert!((both.total(1).unwrap().variance() - expected).abs() < 1e-12);
}

#[test]
fn where_nothing_is_corrected_the_plain_score_is_the_centre() {
    let one: Scores<'_> = &[&[("R", &[5, 4])], &[("R", &[3, 3])]];
    let found = totals(&[(1.0, 2, one)], &Options::default());
    assert!(!found.corrects());
    assert_eq!((found.centre(0), found.centre(1)), (Some(4.5), Some(3.0)));
    assert!(found.comparable(0, 1), "the same rater saw both");
    let nested: Scores<'_> = &[&[("R", &[5, 5])], &[("S", &[1, 1])]];
    let apart = totals(&[(1.0, 2, nested)], &Options::default());
    assert!(!apart.comparable(0, 1));
    let nothing: Scores<'_> = &[&[("R", &[5, 5])], &[]];
    let none = totals(&[(1.0, 2, nothing)], &Options::default());
    assert_eq!(
        (none.centre(1), none.above(0, 1), none.comparable(0, 1)),
        (None, Err(Doubt::Incomparable), false)
    );
}

#[test]
fn who_stands_apart_is_told_by_the_plain_score_and_nobody_else_is() {
    let apart: Scores<'_> = &[PANEL[0], PANEL[1], PANEL[2], &[("X", &[5, 2])]];
    let (found, without) = (totals(&[(1.0, 2, apart)], &fixed()), totals(&[(1.0, 2, PANEL)], &fixed()));
    assert!(found.corrects());
    assert_eq!((found.corrected(3), found.centre(3)), (None, Some(3.5)));
    for a in 0..3 {
        assert_eq!(found.corrected(a), found.centre(a));
        assert!((found.centre(a).unwrap() - without.centre(a).unwrap()).abs() < 0.01);
        assert_eq!(found.above(a, 3), Err(Doubt::Incomparable));
        for b in (0..3).filter(|b| *b != a) {
            assert!((found.above(a, b).unwrap() - without.above(a, b).unwrap()).abs() < 1e-9);
        }
    }
    // Over a plan a total is corrected where any part of it is.
    let second: Scores<'_> = &[&[("R", &[4, 4])], &[("R", &[3, 3])], &[("R", &[2, 2])], &[("R", &[5, 5])]];
    let plan = totals(&[(1.0, 2, apart), (1.0, 2, second)], &fixed());
    assert_eq!((plan.corrected(3), plan.centre(3)), (None, Some(4.25)));
    assert!(plan.corrected(0).is_some());
}

fn levels() -> impl Strategy<Value = Vec<[u8; 4]>> {
    prop::collection::vec([1_u8..=5, 1_u8..=5, 1_u8..=5, 1_u8..=5], 2..5)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn both_directions_are_one_and_equals_are_even(levels in levels()) {
        let mut cards: Vec<Vec<(&str, &[u8])>> =
            levels.iter().map(|row| vec![("R", &row[..2]), ("S", &row[2..])]).collect();
        cards.push(cards[0].clone());
        let scores: Vec<&[(&str, &[u8])]> = cards.iter().map(Vec::as_slice).collect();
        let found = totals(&[(70.0, 2, &scores), (30.0, 2, &scores)], &fixed());
        let last = scores.len() - 1;
        prop_assert!((found.above(0, last).unwrap() - 0.5).abs() < 1e-9, "a duplicate is a coin toss");
        for a in 0..scores.len() {
            for b in 0..a {
                prop_assert!((found.above(a, b).unwrap() + found.above(b, a).unwrap() - 1.0).abs() < 1e-9);
            }
        }
    }
}
