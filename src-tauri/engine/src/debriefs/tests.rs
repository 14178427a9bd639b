use assay_domain::ids::ApplicationId;
use assay_domain::scorecard::ScorecardInput;

use super::{Debrief, DebriefRow, PreviewWeight, explain, explain_all, preview, role};
use crate::bench::{Bench, at, plan};
use crate::plans::{self, PlanAssessmentInput};
use crate::{EngineError, Viewer, independence, scorecards};

fn give(bench: &Bench, who: Viewer, application: ApplicationId, assessment: usize, card: ScorecardInput) {
    let interview = bench.assign(application, assessment, who);
    scorecards::submit(&bench.store, who, at(10), interview.id, card).unwrap();
}

fn rate(bench: &Bench, who: Viewer, application: ApplicationId, assessment: usize, level: u8) {
    give(bench, who, application, assessment, bench.card(assessment, level));
}

fn debrief(bench: &Bench, viewer: Viewer) -> Debrief {
    role(&bench.store, viewer, at(20), bench.role_id(), None).unwrap()
}

fn row(debrief: &Debrief, application: ApplicationId) -> &DebriefRow {
    debrief.rows.iter().find(|row| row.application_id == application).unwrap()
}

/// The present plan with other weights.
fn weights(bench: &Bench, first: u32) -> Vec<PlanAssessmentInput> {
    let mut inputs = plan();
    for (input, known) in inputs.iter_mut().zip(&bench.role.plan.assessments) {
        input.id = known.id.to_string();
    }
    (inputs[0].weight, inputs[1].weight) = (first, 100 - first);
    inputs
}

#[test]
fn scores_weigh_the_assessments_and_unknown_is_not_nought() {
    let bench = Bench::new();
    let [eda, finn, gil] = ["Eda Fixture", "Finn Fixture", "Gil Fixture"].map(|name| bench.application(name));
    rate(&bench, bench.bo, eda, 0, 3);
    rate(&bench, bench.bo, eda, 1, 5);
    rate(&bench, bench.bo, finn, 0, 4);
    let debrief = debrief(&bench, bench.owner);
    let (first, second, third) = (row(&debrief, finn), row(&debrief, eda), row(&debrief, gil));
    assert!((second.score.unwrap() - 3.8).abs() < 1e-9 && (second.coverage.unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(first.score, Some(4.0), "the assessment that nobody gave is left out");
    assert!((first.coverage.unwrap() - 0.6).abs() < 1e-9);
    assert_eq!((third.score, third.coverage, third.flags), (None, Some(0.0), Some(0)), "known to be nought");
    assert!(third.bands.is_empty());
    let order: Vec<_> = debrief.rows.iter().map(|row| row.application_id).collect();
    assert_eq!(order, [finn, eda, gil]);
    assert!(debrief.order_note.starts_with("Nobody is told apart"), "{}", debrief.order_note);
    assert!(debrief.order_note.contains("severity cannot be estimated"), "{}", debrief.order_note);
    assert_eq!(first.bands, second.bands, "nobody is told apart");
}

#[test]
fn raters_that_differ_by_two_levels_stand_out() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    rate(&bench, bench.bo, eda, 0, 3);
    rate(&bench, bench.cy, eda, 0, 4);
    let cell = row(&debrief(&bench, bench.owner), eda).cells[0].clone();
    assert_eq!(
        (cell.score, cell.spread, cell.gap, cell.raters.len()),
        (Some(3.5), Some(1.0), Some(false), 2)
    );
    let mut apart = bench.card(0, 4);
    apart.ratings[0].level = Some(5);
    give(&bench, bench.owner, eda, 0, apart);
    let row = row(&debrief(&bench, bench.owner), eda).clone();
    assert_eq!((row.cells[0].gap, row.cells[1].gap), (Some(true), None), "nobody to differ is not agreement");
}

#[test]
fn closed_rows_tell_nothing_and_move_nobody_else() {
    let bench = Bench::new();
    let [eda, finn, gil] = ["Eda Fixture", "Finn Fixture", "Gil Fixture"].map(|name| bench.application(name));
    for (application, level) in [(eda, 5), (finn, 2)] {
        rate(&bench, bench.bo, application, 0, level);
        let mut card = bench.card(0, level - 1);
        card.ratings[0].level = Some(if application == eda { level } else { level - 1 });
        give(&bench, bench.cy, application, 0, card);
    }
    let before = debrief(&bench, bench.owner);
    bench.assign(gil, 1, bench.owner);
    rate(&bench, bench.bo, gil, 0, 5);
    rate(&bench, bench.cy, gil, 0, 1);
    let after = debrief(&bench, bench.owner);
    let closed = after.rows.last().unwrap();
    assert!(closed.closed && closed.application_id == gil, "closed rows come last");
    assert_eq!((closed.score, closed.interval), (None, None));
    assert_eq!((closed.coverage, closed.flags), (None, None), "unknown is not nought");
    assert!(closed.bands.is_empty() && closed.decision.is_none());
    assert!(closed.cells.iter().all(|cell| {
        cell.raters.is_empty() && (cell.coverage, cell.gap, cell.spread) == (None, None, None)
    }));
    assert_eq!((closed.interviews_open, closed.cells[1].open), (1, 1));
    for application in [eda, finn] {
        assert_eq!(row(&before, application), row(&after, application), "the pooled variance is without it");
    }
    assert!(after.order_note.ends_with("and left out."), "{}", after.order_note);
    let exposed = bench.store.look(|conn| independence::is_exposed(conn, bench.owner.0, gil)).unwrap();
    assert!(!exposed, "nothing of it was shown");
    let open = debrief(&bench, bench.bo);
    assert!(row(&open, gil).score.is_some());
    assert_ne!(row(&open, eda).interval, row(&after, eda).interval, "for others it counts");
    assert!(matches!(
        explain(&bench.store, bench.owner, at(21), gil, None),
        Err(EngineError::ClosedToViewer)
    ));
    let tried = preview(&bench.store, bench.owner, at(22), bench.role_id(), &[]).unwrap();
    assert_eq!(row(&tried, gil), closed);
}

#[test]
fn reading_the_debrief_takes_independence_only_where_something_was_seen() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    rate(&bench, bench.bo, eda, 0, 4);
    debrief(&bench, bench.cy);
    debrief(&bench, bench.bo);
    let exposed = |who: Viewer, application| {
        bench.store.look(|conn| independence::is_exposed(conn, who.0, application)).unwrap()
    };
    assert!(exposed(bench.cy, eda) && !exposed(bench.cy, finn) && !exposed(bench.bo, eda));
    assert!(!bench.assign(eda, 1, bench.cy).independent);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn the_order_can_be_seen_under_an_earlier_plan() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    for (application, levels) in [(eda, [5, 2]), (finn, [2, 5])] {
        rate(&bench, bench.bo, application, 0, levels[0]);
        rate(&bench, bench.bo, application, 1, levels[1]);
    }
    assert!(plans::show(&bench.store, bench.bo, bench.role_id(), 1).unwrap().frozen);
    let change = |reason: &str| {
        plans::update(&bench.store, bench.owner, at(15), bench.role_id(), &weights(&bench, 30), reason)
    };
    assert!(matches!(change(" "), Err(EngineError::Invalid { .. })), "a new version needs a reason");
    let changed = change("Design matters more here.").unwrap().value;
    assert_eq!((changed.plan.version, changed.plan_versions.len()), (2, 2));
    assert_eq!(changed.plan.assessments[0].id, bench.assessment(0));
    let first = |version| {
        let found = role(&bench.store, bench.owner, at(20), bench.role_id(), version).unwrap();
        (found.plan.version, found.rows[0].application_id)
    };
    assert_eq!(first(None), (2, finn));
    assert_eq!(first(Some(1)), (1, eda));
    assert!(role(&bench.store, bench.owner, at(20), bench.role_id(), Some(3)).is_err());
}

#[test]
fn a_change_of_weights_after_scores_is_told_with_who_when_and_after_how_many() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    let change = |minute, first, reason: &str| {
        plans::update(&bench.store, bench.cy, at(minute), bench.role_id(), &weights(&bench, first), reason)
            .unwrap();
    };
    change(5, 50, "");
    let told = || -> Vec<String> {
        let versions = debrief(&bench, bench.owner).plan_versions;
        versions.into_iter().map(|one| one.weights).collect()
    };
    assert_eq!(told(), [""], "nothing was rated yet");
    assert_eq!(debrief(&bench, bench.owner).plan.weights_warning, "");
    rate(&bench, bench.bo, eda, 0, 3);
    rate(&bench, bench.bo, finn, 0, 4);
    change(15, 30, "Design matters more here.");
    let late = bench.assign(eda, 1, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(20), late.id, bench.card(1, 3)).unwrap();
    let mut titled = weights(&bench, 30);
    titled[0].title = "Review".into();
    plans::update(&bench.store, bench.cy, at(30), bench.role_id(), &titled, "A clearer name.").unwrap();
    let expected = "Weights were changed after 2 scorecards had been submitted: Code review from 50% to 30%, System design \
                    from 50% to 70%. By Cy Fixture, 2 Mar 2026 09:15 UTC, in plan version 2. Why: Design matters more here.";
    assert_eq!(told(), ["", expected, ""], "a name moves no weight");
    let plan = debrief(&bench, bench.owner).plan;
    assert_eq!(plan.submitted, 3);
    assert!(plan.weights_warning.starts_with("3 scorecards are in already"), "{}", plan.weights_warning);
    assert!(!plan.moves_weights(&titled) && plan.moves_weights(&titled[..1]));
    let held = super::application(&bench.store, bench.owner, at(40), eda).unwrap();
    assert_eq!(held.plan_versions[1].weights, debrief(&bench, bench.owner).plan_versions[1].weights);
}

#[test]
fn other_weights_can_be_tried() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    rate(&bench, bench.bo, eda, 0, 5);
    rate(&bench, bench.bo, eda, 1, 3);
    let try_out =
        |weights: &[PreviewWeight]| preview(&bench.store, bench.owner, at(20), bench.role_id(), weights);
    let weight = |index, weight| PreviewWeight { assessment_id: bench.assessment(index), weight };
    let tried = try_out(&[weight(0, 25), weight(1, 75)]).unwrap();
    assert_eq!((tried.rows[0].score, tried.plan.assessments[1].weight), (Some(3.5), 75));
    assert!(try_out(&[weight(0, 0), weight(1, 0)]).is_err());
    let stranger =
        PreviewWeight { assessment_id: assay_domain::ids::AssessmentId(uuid::Uuid::nil()), weight: 1 };
    assert!(try_out(&[stranger]).is_err());
    assert_eq!(debrief(&bench, bench.owner).plan.assessments[1].weight, 40, "nothing is stored");
}

#[test]
fn every_number_opens_down_to_ratings_notes_and_weights() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    rate(&bench, bench.bo, eda, 0, 3);
    let mut other = bench.card(0, 5);
    other.ratings[0].level = Some(0);
    give(&bench, bench.cy, eda, 0, other);
    let found = explain(&bench.store, bench.owner, at(20), eda, None).unwrap();
    assert_eq!((found.plan_version, found.score), (1, Some(4.0)));
    assert_eq!(found.sentence, "4.00 = 100% × 4.00 (Code review). 60% of the plan's weight was assessed.");
    let [review, design] = found.parts.as_slice() else { panic!("two assessments") };
    assert_eq!((review.weight, review.weight_used, review.scorecards.len()), (60, 1.0, 2));
    assert_eq!((design.score, design.weight_used), (None, 0.0));
    let from = "The mean of the scorecards: Bo Fixture 3.00, Cy Fixture 5.00. Each is the mean of its levels, from 1 to 5, by the \
                weights of what it assessed.";
    assert_eq!((review.comes_from.as_str(), design.comes_from.as_str()), (from, ""));
    assert_eq!(review.criteria.len(), bench.rubric(0).criteria.len());
    let (first, second) = (&review.criteria[0], &review.criteria[1]);
    assert_eq!((first.mean, first.gap), (Some(3.0), None), "one rater did not assess it");
    assert_eq!(first.ratings.iter().map(|one| one.level).collect::<Vec<_>>(), [Some(3), None]);
    assert_eq!((second.mean, second.gap, second.ratings[1].note.as_str()), (Some(4.0), Some(2), "noted 5"));
    assert_eq!(row(&debrief(&bench, bench.owner), eda).score, found.score);
}

#[test]
fn all_scores_open_as_each_does_and_closed_ones_do_not() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    rate(&bench, bench.bo, eda, 0, 3);
    rate(&bench, bench.cy, eda, 0, 5);
    rate(&bench, bench.bo, finn, 0, 4);
    let all = explain_all(&bench.store, bench.owner, at(20), bench.role_id()).unwrap();
    let each = [eda, finn].map(|one| explain(&bench.store, bench.owner, at(20), one, None).unwrap());
    assert_eq!(all.len(), 2);
    assert!(each.iter().all(|one| all.contains(one)));
    bench.assign(finn, 1, bench.cy);
    let open = explain_all(&bench.store, bench.cy, at(21), bench.role_id()).unwrap();
    assert_eq!(open.iter().map(|one| one.application_id).collect::<Vec<_>>(), [eda]);
}

#[test]
fn only_the_newest_version_of_a_scorecard_counts() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let interview = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 5)).unwrap();
    scorecards::amend(&bench.store, bench.bo, at(6), interview.id, bench.card(0, 2), "slip").unwrap();
    let debrief = debrief(&bench, bench.owner);
    assert_eq!((debrief.rows[0].score, debrief.rows[0].cells[0].raters.len()), (Some(2.0), 1));
    bench
        .store
        .scratch(|tx| Ok(tx.execute("UPDATE scorecard SET occasion = 2 WHERE version = 2", [])?))
        .unwrap();
    assert_eq!(
        role(&bench.store, bench.owner, at(7), bench.role_id(), None).unwrap().rows[0].score,
        Some(5.0)
    );
}
