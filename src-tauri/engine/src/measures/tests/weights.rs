use assay_domain::document::markdown;
use assay_domain::measure::robust::{Candidates, Near, robustness as by_hand};

use super::panel::{NAMES, OVERLAPPING, Panel, near};
use crate::bench::{Bench, at};
use crate::debriefs::{PreviewWeight, preview};
use crate::dossiers::role;
use crate::measures::{WeightsTried, further, robustness, weights};

fn tried(panel: &Panel, first: u32) -> WeightsTried {
    let (store, owner) = (&panel.bench.store, panel.bench.owner);
    weights(store, owner, at(20), panel.bench.role_id(), &given(panel, first)).unwrap()
}

fn given(panel: &Panel, first: u32) -> [PreviewWeight; 2] {
    let weight = |index, weight| PreviewWeight { assessment_id: panel.bench.assessment(index), weight };
    [weight(0, first), weight(1, 100 - first)]
}

/// Shares and places are said of plain scores; who is not to be compared is named beside them, in the dossier too.
#[test]
fn who_cannot_be_compared_is_said_beside_shares_of_weightings() {
    let panel = Panel::new(super::order::UNLINKED);
    let (store, owner, id) = (&panel.bench.store, panel.bench.owner, panel.bench.role_id());
    let untold = format!("No rater links these to each other: {}; {}.", NAMES[0], NAMES[1]);
    let found = robustness(store, owner, at(20), id).unwrap();
    assert!(found.sentence.contains("100% of") && found.sentence.contains(&untold), "{}", found.sentence);
    assert!(tried(&panel, 90).sentence.contains(&untold), "{}", tried(&panel, 90).sentence);
    let told = markdown(&role(store, owner, at(20), id).unwrap().document);
    let under = told.split("## Under other weights").nth(1).unwrap();
    assert!(under.contains(&untold), "{under}");
    let linked = Panel::new(OVERLAPPING);
    let found = robustness(&linked.bench.store, linked.bench.owner, at(20), linked.bench.role_id()).unwrap();
    assert!(!found.sentence.contains("No rater links"), "{}", found.sentence);
}

#[test]
fn robustness_is_that_of_the_domain_fed_by_hand() {
    let panel = Panel::new(OVERLAPPING);
    let found = robustness(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    assert_eq!(found.incomplete, [NAMES[3]], "nobody saw the design of the last");
    let raw = panel.ratings(OVERLAPPING, 0).raw();
    let design = panel.ratings(OVERLAPPING, 1).raw();
    let scores: Vec<Vec<f64>> = (0..3).map(|at| vec![raw[at].0, design[at].0]).collect();
    let names = NAMES[..3].iter().map(|name| (*name).to_owned()).collect();
    let expected = by_hand(
        &Candidates { names, scores, weights: vec![60.0, 40.0] },
        &Near { draws: 10, ..Near::default() },
    )
    .unwrap();
    for row in &found.rows {
        let index = NAMES.iter().position(|name| *name == row.candidate_name).unwrap();
        near(row.score, expected.weighted_sum[index]);
        assert!(row.first_all.exact);
        near(row.first_all.share, expected.uniform.exact_first_rank_acceptability[index].unwrap());
        let places = &expected.uniform.exact_rank_acceptability.as_ref().unwrap()[index];
        places.iter().zip(&row.places_all).for_each(|(theirs, mine)| near(*mine, *theirs));
    }
    assert!(found.places_exact);
    let intervals = expected.one_weight_stability_interval.iter().zip(&expected.one_weight_order_interval);
    for (mine, (first, order)) in found.assessments.iter().zip(intervals) {
        near(mine.first_stays.0, first.0);
        near(mine.first_stays.1, first.1);
        near(mine.order_stays.0, order.0);
        near(mine.order_stays.1, order.1);
        assert!(mine.order_stays.0 <= mine.weight && mine.weight <= mine.order_stays.1);
    }
    let index = |at: usize| NAMES.iter().position(|name| *name == found.rows[at].candidate_name).unwrap();
    for (mine, theirs) in [(&found.above_all, &expected.uniform), (&found.above_near, &expected.near)] {
        for (row, cells) in mine.iter().enumerate() {
            for (column, share) in cells.iter().enumerate() {
                let by_hand = theirs.exact_pairwise_winning[index(row)][index(column)];
                assert_eq!(share.is_some(), by_hand.is_some());
                share.iter().zip(by_hand).for_each(|(mine, theirs)| near(*mine, theirs));
            }
        }
    }
    let last = found.rows.len() - 1;
    assert!(found.dominates[0][last] && !found.dominates[last][0]);
    assert_eq!(found.above_all[0][last], Some(1.0));
    assert!(found.sentence.starts_with("Eda Fixture is first in "), "{}", found.sentence);
}

/// Two criteria on which two candidates cross: 5 and 2 against 3 and 4. They are equal at a first weight of one half.
#[test]
fn the_intervals_of_one_weight_and_who_is_before_whom_by_hand() {
    let panel = Panel::new(&[(0, 0, 0, &[5]), (0, 1, 0, &[3]), (0, 0, 1, &[2]), (0, 1, 1, &[4])]);
    let found = robustness(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let [first, second] = found.assessments.as_slice() else { panic!("two assessments") };
    near(first.order_stays.0, 0.5);
    near(first.order_stays.1, 1.0);
    near(second.order_stays.0, 0.0);
    near(second.order_stays.1, 0.5);
    near(found.above_all[0][1].unwrap(), 0.5);
    // Near: 0.8 x 60% to 0.8 x 60% + 20%, of which all but the first 2 of 20 points are above one half.
    near(found.above_near[0][1].unwrap(), 0.9);
    near(found.above_near[1][0].unwrap(), 0.1);
    let told = markdown(
        &role(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap().document,
    );
    for (of, row) in [
        ("all weightings", "| 1 Eda Fixture | *equal* | 50% |"),
        ("weightings near the chosen one", "| 1 Eda Fixture | *equal* | 90% |"),
        ("weightings near the chosen one", "| 2 Finn Fixture | 10% | *equal* |"),
    ] {
        let (_, below) = told.split_once(&format!("Before each other, of {of}")).unwrap();
        let table = below.split("Before each other").next().unwrap();
        assert!(table.contains(row), "{row} is not in {table}");
    }
}

#[test]
fn a_slider_gives_what_the_preview_gives() {
    let panel = Panel::new(&[(0, 0, 0, &[5]), (0, 1, 0, &[3]), (0, 0, 1, &[2]), (0, 1, 1, &[4])]);
    let (store, owner) = (&panel.bench.store, panel.bench.owner);
    for first in [60, 55, 10] {
        let found = tried(&panel, first);
        let whole = preview(store, owner, at(20), panel.bench.role_id(), &given(&panel, first)).unwrap();
        for (row, shown) in found.rows.iter().zip(&whole.rows) {
            assert_eq!((row.application_id, &row.bands), (shown.application_id, &shown.bands));
            near(row.score, shown.score.unwrap());
        }
    }
    let turned = tried(&panel, 10);
    assert_eq!((turned.first_changed, turned.pairs_turned), (true, 1));
    assert_eq!((turned.rows[0].candidate_name.as_str(), turned.rows[0].chosen_place), (NAMES[1], 2));
    assert_eq!(turned.sentence, "Finn Fixture would be first, and one pair would stand the other way round.");
    assert_eq!(tried(&panel, 60).sentence, "The order stays as it is.");
}

#[test]
fn a_further_interview_is_said_with_what_it_would_tell_apart() {
    let panel = Panel::new(OVERLAPPING);
    let found = further(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let first = &found.interviews[0];
    assert!(found.interviews.len() <= 10 && first.expected_reduction > 0.0);
    assert!(found.interviews.windows(2).all(|pair| pair[0].expected_reduction >= pair[1].expected_reduction));
    assert!(
        found.sentence.ends_with(&first.sentence) && first.sentence.contains(" apart."),
        "{}",
        found.sentence
    );
    for one in &found.interviews {
        let index = NAMES.iter().position(|name| *name == one.candidate_name).unwrap();
        let assessment = usize::from(one.assessment_id == panel.bench.assessment(1));
        let rater = ["Bo Fixture", "Cy Fixture", "Di Fixture", "Ada Fixture"]
            .iter()
            .position(|name| *name == one.person_name);
        let had =
            OVERLAPPING.iter().any(|given| (Some(given.0), given.1, given.2) == (rater, index, assessment));
        assert!(!had, "has been held: {one:?}");
    }
}

#[test]
fn a_role_without_ratings_has_nothing_to_vary() {
    let bench = Bench::new();
    bench.application("Eda Fixture");
    let found = robustness(&bench.store, bench.owner, at(20), bench.role_id()).unwrap();
    assert!(found.rows.is_empty() && found.sentence.starts_with("No candidate has a score"));
    let next = further(&bench.store, bench.owner, at(20), bench.role_id()).unwrap();
    assert!(next.interviews.is_empty());
    let tried = weights(&bench.store, bench.owner, at(20), bench.role_id(), &[]).unwrap();
    assert_eq!(tried.sentence, "Nothing has been scored yet.");
}

/// What nobody has held is no part of the weightings, and is not passed over.
#[test]
fn shares_of_weightings_are_told_of_what_is_held() {
    let (one, two) = ((0, 0, 0, [5].as_slice()), (0, 1, 0, [3].as_slice()));
    let panel = Panel::new(&[one, two]);
    let found = robustness(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap();
    let all = found.held.assessments.len() + found.held.missing.len();
    assert_eq!((found.held.assessments.len(), all > 1), (1, true));
    assert!(found.held.share > 0.0 && found.held.share < 1.0);
    assert!(
        found.sentence.starts_with(&format!("Only 1 of {all} assessments held (60% of the plan): with one")),
        "{}",
        found.sentence
    );
    let told = markdown(
        &role(&panel.bench.store, panel.bench.owner, at(20), panel.bench.role_id()).unwrap().document,
    );
    assert!(
        told.contains("there are no weights to vary") && !told.contains("all possible weightings"),
        "{told}"
    );
    let alone = Panel::new(&[one]);
    let found = robustness(&alone.bench.store, alone.bench.owner, at(20), alone.bench.role_id()).unwrap();
    assert!(
        found.sentence.ends_with(&format!(
            "has a score on each of the 1 of {all} assessments held (60% of the plan), so there is no order yet."
        )),
        "{}",
        found.sentence
    );
}
