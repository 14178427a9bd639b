//! Other names of candidates, raters and criteria change no number: names decide only the order in which things stand.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use assay_domain::measure::agreement::{Settings, Whole, of_ratings};
use assay_domain::measure::severity::{Options, Report, fit};
use assay_domain::measure::{Rating, Ratings};

/// Names that stand the other way round in the alphabet.
fn other(name: &str) -> String {
    let (kind, number) = name.split_at(1);
    let kind = match kind {
        "C" => "Person",
        "R" => "Judge",
        _ => "Question",
    };
    format!("{kind} {}", 9 - number.parse::<u32>().unwrap())
}

const WEIGHTS: [(&str, f64); 3] = [("K1", 3.0), ("K2", 2.0), ("K3", 1.0)];

/// Six candidates, four raters, three criteria: everybody, or pairs of raters that overlap, with holes.
fn rows(whole: bool) -> Vec<Rating> {
    let mut out = Vec::new();
    for c in 1..=6_usize {
        for r in 1..=4_usize {
            for k in 1..=3_usize {
                let seen = whole || (((c + r) % 4 < 2) && (c * r * k) % 7 != 3);
                let level = 1 + (c * 2 + r * 3 + k * 5 + c * r * k) % 5;
                if seen {
                    let score = ((level + c).div_ceil(2)).min(5) as f64;
                    let named = |kind: &str, number: usize| format!("{kind}{number}");
                    out.push(Rating {
                        candidate: named("C", c),
                        rater: named("R", r),
                        criterion: named("K", k),
                        score,
                    });
                }
            }
        }
    }
    out
}

fn both(whole: bool) -> [Ratings; 2] {
    let plain = rows(whole);
    let renamed: Vec<Rating> = plain
        .iter()
        .map(|row| Rating {
            candidate: other(&row.candidate),
            rater: other(&row.rater),
            criterion: other(&row.criterion),
            score: row.score,
        })
        .collect();
    let weights = |name: fn(&str) -> String| {
        WEIGHTS.iter().map(|(one, weight)| (name(one), *weight)).collect::<Vec<_>>()
    };
    let mut turned = weights(other);
    turned.reverse();
    [
        Ratings::new(&plain, &weights(str::to_owned), (1.0, 5.0)).unwrap(),
        Ratings::new(&renamed, &turned, (1.0, 5.0)).unwrap(),
    ]
}

fn near(a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() < tolerance, "{a} under one name, {b} under the other");
}

fn same_estimates(plain: &Report, renamed: &Report) {
    let sets = [
        (&plain.weighted_total, &renamed.weighted_total),
        (&plain.candidate, &renamed.candidate),
        (&plain.rater_leniency, &renamed.rater_leniency),
        (&plain.criterion_mean, &renamed.criterion_mean),
    ];
    for (one, two) in sets {
        for (name, value) in &one.est.0 {
            near(*value, two.est.get(&other(name)).unwrap(), 1e-6);
            near(one.sd.get(name).unwrap(), two.sd.get(&other(name)).unwrap(), 1e-6);
        }
    }
}

#[test]
fn the_severity_model_does_not_know_names() {
    for whole in [true, false] {
        let [plain, renamed] = both(whole).map(|ratings| fit(&ratings, &Options::default()).unwrap());
        assert_eq!(plain.verdict, renamed.verdict);
        same_estimates(&plain, &renamed);
        let place = |name: &str| renamed.candidates.iter().position(|one| *one == other(name)).unwrap();
        for (a, one) in plain.candidates.iter().enumerate() {
            for (b, two) in plain.candidates.iter().enumerate() {
                let (row, column) = (place(one), place(two));
                near(plain.prob_row_beats_col[a][b], renamed.prob_row_beats_col[row][column], 1e-6);
                near(plain.weighted_total_cov[a][b], renamed.weighted_total_cov[row][column], 1e-6);
            }
        }
        let sorted = |groups: &[Vec<String>]| {
            let mut sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
            sizes.sort_unstable();
            sizes
        };
        assert_eq!(sorted(&plain.comparable_candidates), sorted(&renamed.comparable_candidates));
    }
}

#[test]
fn kappas_and_intraclass_correlations_do_not_know_names() {
    let settings = Settings { draws: 0, ..Settings::default() };
    for whole in [true, false] {
        let [plain, renamed] = both(whole).map(|ratings| of_ratings(&ratings, &settings));
        assert_eq!(plain.all.icc.len(), if whole { 6 } else { 0 });
        same_agreement(&plain, &renamed);
    }
}

fn same_agreement(plain: &Whole, renamed: &Whole) {
    for (one, two) in plain.all.icc.iter().zip(&renamed.all.icc) {
        near(one.icc.known().unwrap(), two.icc.known().unwrap(), 1e-9);
        assert_eq!(one.ci95.is_some(), two.ci95.is_some());
        let ends = one.ci95.zip(two.ci95);
        ends.into_iter().for_each(|(a, b)| {
            near(a.0, b.0, 1e-6);
            near(a.1, b.1, 1e-6);
        });
    }
    assert_eq!(plain.all.icc.len(), renamed.all.icc.len());
    assert_eq!(plain.all.fleiss_kappa.is_some(), renamed.all.fleiss_kappa.is_some());
    let fleiss = plain.all.fleiss_kappa.zip(renamed.all.fleiss_kappa);
    fleiss.into_iter().for_each(|(one, two)| near(one.kappa, two.kappa, 1e-9));
    for pair in &plain.pairs {
        let names = [other(&pair.rater), other(&pair.other)];
        let found = renamed.pairs.iter().find(|one| names.contains(&one.rater) && names.contains(&one.other));
        let (mine, theirs) = (&pair.cohen_kappa, &found.unwrap().cohen_kappa);
        for (one, two) in [
            (&mine.unweighted, &theirs.unweighted),
            (&mine.linear, &theirs.linear),
            (&mine.quadratic, &theirs.quadratic),
        ] {
            assert_eq!(one.known().is_some(), two.known().is_some());
            one.known().zip(two.known()).into_iter().for_each(|(one, two)| near(one, two, 1e-9));
        }
    }
    for one in &plain.criteria {
        let two = renamed.criteria.iter().find(|two| two.criterion == other(&one.criterion)).unwrap();
        assert_eq!(one.agreement.icc.len(), two.agreement.icc.len());
        for (one, two) in one.agreement.icc.iter().zip(&two.agreement.icc) {
            assert_eq!(one.icc.known().is_some(), two.icc.known().is_some());
            one.icc.known().zip(two.icc.known()).into_iter().for_each(|(one, two)| near(one, two, 1e-9));
        }
    }
}
