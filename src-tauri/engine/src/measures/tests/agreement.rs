use assay_domain::measure::agreement::{Settings, of_ratings};

use super::panel::{OVERLAPPING, Panel, near};
use crate::bench::{Bench, at};
use crate::measures::agreement;

#[test]
fn the_figures_are_those_of_the_domain_fed_by_hand() {
    let panel = Panel::new(OVERLAPPING);
    let found = agreement(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let expected = of_ratings(&panel.ratings(OVERLAPPING, 0), &Settings { draws: 0, ..Settings::default() });
    let review = &found.assessments[0];
    let all = review.all.as_ref().unwrap();
    assert_eq!(all.sentence, expected.all.sentence);
    assert_eq!((all.raters, all.common), (3, u32::try_from(expected.all.units).unwrap()));
    near(all.alpha_ordinal.value.unwrap(), expected.all.krippendorff_alpha.ordinal.known().unwrap());
    // Cells are many, candidates few: neither an interval nor a reliability stands on so few.
    assert_eq!((all.alpha_ordinal.interval, all.reliability.len()), (None, 0));
    assert!(all.alpha_ordinal.note.contains("too few candidates"), "{:?}", all.alpha_ordinal);
    assert_eq!((&all.one_more, &all.basis), (&expected.all.reliability, &expected.all.basis));
    assert!(all.one_more.contains("cannot be told: too few"), "{}", all.one_more);
    for (mine, theirs) in review.criteria.iter().zip(&expected.criteria) {
        assert_eq!(
            (&mine.criterion, &mine.figures.sentence),
            (&theirs.criterion, &theirs.agreement.sentence)
        );
        assert!(!mine.title.is_empty());
    }
    let pair = review
        .pairs
        .iter()
        .find(|one| (one.name.as_str(), one.other_name.as_str()) == ("Bo Fixture", "Cy Fixture"));
    let by_hand = expected
        .pairs
        .iter()
        .find(|one| (one.rater.as_str(), one.other.as_str()) == ("rater 0", "rater 1"))
        .unwrap();
    let pair = pair.unwrap();
    near(pair.difference.unwrap(), by_hand.difference.unwrap());
    near(pair.kappa_quadratic.value.unwrap(), by_hand.cohen_kappa.quadratic.known().unwrap());
    near(pair.kappa_linear.value.unwrap(), by_hand.cohen_kappa.linear.known().unwrap());
    near(pair.kappa_unweighted.value.unwrap(), by_hand.cohen_kappa.unweighted.known().unwrap());
    near(pair.alpha_interval.value.unwrap(), by_hand.krippendorff_alpha.interval.known().unwrap());
    assert_eq!((&pair.sentence, pair.icc.len()), (&by_hand.sentence, by_hand.icc.len()));
    assert!(pair.sentence.contains("in common: too few"), "{}", pair.sentence);
    assert!(pair.kappa_linear.note.contains("too few candidates"), "{:?}", pair.kappa_linear);
    for (mine, theirs) in review.criteria.iter().zip(&expected.criteria) {
        assert_eq!(mine.figures.icc.len(), theirs.agreement.icc.len());
        assert_eq!(mine.figures.alpha_ratio.value, theirs.agreement.krippendorff_alpha.ratio.known());
    }
}

#[test]
fn one_rater_and_equal_scores_cannot_be_computed() {
    let panel =
        Panel::new(&[(0, 0, 0, &[3]), (1, 0, 0, &[3]), (0, 1, 0, &[3]), (1, 1, 0, &[3]), (0, 0, 1, &[4])]);
    let found = agreement(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let [review, design] = found.assessments.as_slice() else { panic!("two assessments") };
    let all = review.all.as_ref().unwrap();
    assert_eq!(all.sentence, "Every score is equal: agreement cannot be computed.");
    assert!(
        all.alpha_ordinal.value.is_none() && all.alpha_ordinal.undefined.starts_with("cannot be computed")
    );
    assert!(design.all.as_ref().unwrap().sentence.starts_with("No two interviewers"), "{design:?}");
    let bench = Bench::new();
    let none = agreement(&bench.store, bench.owner, at(20), bench.role_id()).unwrap();
    assert!(none.assessments.iter().all(|one| one.all.is_none()));
}

#[test]
fn closed_applications_are_left_out_and_counted() {
    let panel = Panel::new(OVERLAPPING);
    panel.bench.assign(panel.applications[2], 1, panel.bench.owner);
    let found = agreement(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let without: Vec<_> = OVERLAPPING.iter().copied().filter(|one| one.1 != 2).collect();
    let expected = of_ratings(&panel.ratings(&without, 0), &Settings { draws: 0, ..Settings::default() });
    assert_eq!(found.left_out.closed, 1);
    let all = found.assessments[0].all.as_ref().unwrap();
    assert_eq!(all.alpha_ordinal.value, expected.all.krippendorff_alpha.ordinal.known());
}
