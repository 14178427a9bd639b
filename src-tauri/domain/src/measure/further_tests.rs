//! Further interviews of a plan: against direct integration, and against the one-assessment form.

use super::super::aggregate::{ApplicationScore, application};
use super::super::normal::phi;
use super::super::preposterior::expected_wrong;
use super::super::ratings::Rating;
use super::super::severity::{self, Options, Prior, fit_whole};
use super::super::total::Assessment;
use super::*;

fn rows(of: &[(&str, &str, f64, f64)]) -> Ratings {
    let one = |candidate: &str, rater: &str, criterion: &str, score: f64| Rating {
        candidate: candidate.to_owned(),
        rater: rater.to_owned(),
        criterion: criterion.to_owned(),
        score,
    };
    let all: Vec<Rating> =
        of.iter().flat_map(|(c, r, x, y)| [one(c, r, "K", *x), one(c, r, "L", *y)]).collect();
    Ratings::new(&all, &[], (1.0, 5.0)).unwrap()
}

/// A plan over A, B and C in which each assessment has the given ratings.
fn plan(parts: &[(f64, Ratings)]) -> (Totals, Vec<Option<Ratings>>, Vec<String>) {
    let names = ["A", "B", "C"].map(str::to_owned).to_vec();
    let empty: ApplicationScore = application(&[]);
    let plain: Vec<ApplicationScore> =
        names.iter().map(|_| ApplicationScore { score: Some(3.0), ..empty.clone() }).collect();
    let assessments = parts.iter().map(|(weight, ratings)| {
        let fit = fit_whole(ratings, &Options::default()).unwrap();
        let place: Vec<Option<usize>> =
            names.iter().map(|name| ratings.candidates.iter().position(|one| one == name)).collect();
        let plain = place.iter().map(|at| at.map(|at| ratings.raw()[at].0)).collect();
        Assessment { weight: *weight, fit: Some(fit), place, plain }
    });
    let totals = Totals::new(&plain, assessments.collect());
    (totals, parts.iter().map(|(_, ratings)| Some(ratings.clone())).collect(), names)
}

fn three() -> Ratings {
    rows(&[("A", "R", 4.0, 4.0), ("A", "S", 5.0, 3.0), ("B", "R", 3.0, 4.0), ("C", "S", 3.0, 2.0)])
}

#[test]
fn the_expectation_is_that_of_direct_integration() {
    for (mean, before, after) in
        [(0.0_f64, 1.0_f64, 0.5_f64), (0.4, 0.9, 0.2), (1.5, 1.0, 0.99), (0.2, 2.0, 1e-4), (0.7, 0.5, 0.5)]
    {
        let moved = (before - after).sqrt();
        let (mut sum, mut all) = (0.0, 0.0);
        for step in -40_000..=40_000 {
            let z = f64::from(step) / 5_000.0;
            let weight = (-0.5 * z * z).exp();
            sum += weight * phi(-(mean + moved * z).abs() / after.sqrt());
            all += weight;
        }
        let found = expected_wrong(mean, before, after);
        assert!(
            (found - sum / all).abs() < 1e-6,
            "{mean} {before} {after}: {found} instead of {}",
            sum / all
        );
    }
}

#[test]
fn what_is_not_integrated_is_nothing() {
    for (mean, taken) in [(0.1_f64, 2.4e-4_f64), (1.0, 0.024), (2.5, 0.15)] {
        assert!(mean * mean > 40.0 * taken, "beyond what is integrated");
        assert!((phi(-mean) - expected_wrong(mean, 1.0, 1.0 - taken)).abs() < 1e-6);
    }
}

#[test]
fn one_assessment_gives_what_the_assessment_alone_gives() {
    let ratings = three();
    let (totals, all, names) = plan(&[(1.0, ratings.clone())]);
    let found = further(&totals, &all, &names, 100);
    let sds = totals.assessments[0].fit.as_ref().unwrap().report.deviations.mean;
    let alone = severity::next::further(&ratings, &sds, &Prior::default());
    assert_eq!(found.len(), alone.len());
    // The means are the posterior's there and those at fixed standard deviations here, so that they differ a little.
    let best = |one: &Further| (names[one.application].clone(), one.rater.clone());
    assert_eq!(best(&found[0]), (alone[0].candidate.clone(), alone[0].rater.clone()));
    assert!((found[0].expected_reduction - alone[0].expected_reduction).abs() < 0.02);
}

#[test]
fn what_nobody_assessed_is_worth_most() {
    let second = rows(&[("A", "R", 4.0, 4.0), ("B", "R", 3.0, 3.0)]);
    let (totals, all, names) = plan(&[(0.5, three()), (0.5, second)]);
    let found = further(&totals, &all, &names, 4);
    assert_eq!(found.len(), 4);
    assert_eq!((found[0].application, found[0].assessment), (2, 1), "C has no second assessment");
    assert!(found.iter().all(|one| one.expected_reduction >= 0.0));
    let pair = found[0].separates[0];
    assert!(pair.a == 2 || pair.b == 2, "{pair:?}");
    assert!(found[0].separates.iter().all(|pair| (0.0..=1.0).contains(&pair.probability)));
}

#[test]
fn where_every_score_is_explained_exactly_nothing_is_told() {
    let alike =
        rows(&[("A", "R", 4.0, 4.0), ("A", "S", 4.0, 4.0), ("B", "R", 3.0, 3.0), ("B", "S", 3.0, 3.0)]);
    let (totals, all, names) = plan(&[(1.0, alike)]);
    assert!(totals.undecided(0) && further(&totals, &all, &names, 5).is_empty());
}

#[test]
fn nobody_has_nothing_further() {
    assert!(further(&Totals::new(&[], vec![]), &[], &[], 5).is_empty());
}

/// Two panels with nobody in common: R rates A and B, S rates C.
fn nested() -> Ratings {
    rows(&[("A", "R", 4.0, 4.0), ("B", "R", 3.0, 2.0), ("C", "S", 5.0, 2.0)])
}

#[test]
fn who_cannot_be_compared_is_separated_only_by_an_interview_that_joins_the_panels() {
    let ratings = nested();
    let (totals, all, names) = plan(&[(1.0, ratings.clone())]);
    let sds = totals.assessments[0].fit.as_ref().unwrap().report.deviations.mean;
    let alone = severity::next::further(&ratings, &sds, &Prior::default());
    let whole = further(&totals, &all, &names, 100);
    assert_eq!(whole.len(), alone.len());
    for one in &whole {
        let across = one.separates.iter().any(|pair| pair.a == 2 || pair.b == 2);
        assert_eq!(across, one.rater.is_some(), "somebody new joins nothing: {one:?}");
    }
    for one in &alone {
        let across = one.separates.iter().any(|pair| pair.candidate == "C" || pair.other == "C");
        assert_eq!(across, one.rater.is_some(), "somebody new joins nothing: {one:?}");
    }
    assert!(whole[0].rater.is_some() && alone[0].rater.is_some(), "what joins the panels helps most");
}

#[test]
fn who_cannot_be_compared_is_a_coin_toss_however_far_apart() {
    let apart = Pair::unsure((0, 1), 9.0, 1.0, false).unwrap();
    assert_eq!(apart.wrong, 0.5);
    assert!(Pair::unsure((0, 1), 9.0, 1.0, true).is_none(), "practically certain");
    let pairs = [apart];
    let joined = Gain::of(&pairs, |_| Some(0.5));
    assert!((joined.reduction - 0.5).abs() < 1e-6 && joined.separates[0].1 > 0.99, "{}", joined.reduction);
    assert_eq!(Gain::of(&pairs, |_| None).reduction, 0.0, "nothing is told where nothing joins them");
}

#[test]
fn what_is_hardly_likely_to_settle_anything_is_not_offered_and_equal_gains_keep_their_order() {
    // Far apart, and each rated by two: another rater changes next to nothing.
    let apart =
        rows(&[("A", "R", 5.0, 4.0), ("A", "S", 4.0, 5.0), ("B", "R", 2.0, 1.0), ("B", "S", 1.0, 2.0)]);
    let (totals, all, names) = plan(&[(1.0, apart)]);
    let found = further(&totals, &all, &names, 100);
    assert!(!found.is_empty() && found.iter().all(|one| !one.worth()), "{found:?}");
    // Nobody is told apart, and somebody new is as good for one as for the other.
    let (totals, all, names) = plan(&[(1.0, three())]);
    assert!(further(&totals, &all, &names, 1)[0].worth());
    assert_eq!(by_gain(vec![0.2, 0.2 + 1e-12, 0.3], |gain| *gain), [0.3, 0.2, 0.2 + 1e-12], "by rounding");
    let likely = |reduction, probability| worth(reduction, probability);
    assert!(
        likely(0.05, Some(0.1))
            && !likely(0.05, Some(0.01))
            && !likely(0.001, Some(0.3))
            && !likely(0.05, None)
    );
}
