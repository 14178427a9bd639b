use std::collections::BTreeSet;

use super::{candidate, debrief, debrief_csv, inert, ratings, ratings_csv};
use crate::applications;
use crate::bench::{Bench, at};
use crate::plans::{self, PlanAssessmentInput};
use crate::{debriefs, scorecards};

/// One candidate rated with one criterion left out, one closed to Cy.
fn rated() -> Bench {
    let bench = Bench::new();
    let [eda, finn] = ["=Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    for application in [eda, finn] {
        let mut card = bench.card(0, 4);
        card.ratings[1].level = Some(0);
        let held = bench.assign(application, 0, bench.bo);
        scorecards::submit(&bench.store, bench.bo, at(10), held.id, card).unwrap();
    }
    bench.assign(finn, 1, bench.cy);
    bench
}

#[test]
fn ratings_are_rows_with_unknown_left_empty_and_no_formula() {
    let bench = rated();
    let rows = ratings(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    let criteria = bench.rubric(0).criteria.len();
    assert_eq!(rows.len(), 2 * criteria);
    assert_eq!(rows.iter().filter(|row| row.score.is_none()).count(), 2);
    let csv = ratings_csv(&rows).unwrap();
    assert!(csv.starts_with("candidate,rater,criterion,score,levels"), "{csv}");
    let unassessed = &bench.rubric(0).criteria[1].id;
    assert!(csv.contains(&format!("'=Eda Fixture,Bo Fixture,code-review/{unassessed},,5,")), "{csv}");
    let other =
        ratings(&bench.store, bench.owner, at(20), bench.role_id(), Some(bench.assessment(1))).unwrap();
    assert!(other.is_empty(), "nobody was rated in the other assessment");
}

#[test]
fn a_value_means_one_and_the_same_over_the_whole_role() {
    let bench = Bench::new();
    for application in ["Eda Fixture", "Eda Fixture"].map(|name| bench.application(name)) {
        for index in [0, 1] {
            let held = bench.assign(application, index, bench.bo);
            scorecards::submit(&bench.store, bench.bo, at(10), held.id, bench.card(index, 4)).unwrap();
        }
    }
    let rows = ratings(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    let keys: BTreeSet<_> = rows.iter().map(|one| (&one.candidate, &one.rater, &one.criterion)).collect();
    assert_eq!(keys.len(), rows.len(), "no row can be taken for another");
    let names: BTreeSet<_> = rows.iter().map(|one| (one.candidate.as_str(), one.application_id)).collect();
    assert_eq!(names.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["Eda Fixture", "Eda Fixture (2)"]);
    assert!(rows.iter().any(|one| one.criterion.starts_with("system-design/")), "{:?}", rows[0]);
}

#[test]
fn assessments_of_one_title_are_told_apart() {
    let bench = Bench::new();
    let mut inputs: Vec<_> = bench.role.plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    inputs.iter_mut().for_each(|one| one.title = "Review".into());
    plans::update(&bench.store, bench.owner, at(5), bench.role_id(), &inputs, "").unwrap();
    let eda = bench.application("Eda Fixture");
    for index in [0, 1] {
        let held = bench.assign(eda, index, bench.bo);
        scorecards::submit(&bench.store, bench.bo, at(10), held.id, bench.card(index, 4)).unwrap();
    }
    let of = |only| {
        let rows = ratings(&bench.store, bench.owner, at(20), bench.role_id(), only).unwrap();
        rows.into_iter().map(|row| (row.assessment, row.assessment_weight)).collect::<BTreeSet<_>>()
    };
    let each = ["Review", "Review (2)"].map(str::to_owned).into_iter();
    assert_eq!(of(None), each.zip(inputs.iter().map(|one| one.weight)).collect());
    let second = of(Some(bench.assessment(1)));
    assert_eq!(second.iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>(), ["Review (2)"]);
}

#[test]
fn a_scorecard_that_makes_no_score_is_in_no_ratings() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    for who in [bench.bo, bench.cy] {
        let held = bench.assign(eda, 0, who);
        scorecards::submit(&bench.store, who, at(10), held.id, bench.card(0, 4)).unwrap();
    }
    let rated = || ratings(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap();
    assert_eq!(rated().len(), 2 * bench.rubric(0).criteria.len());
    let by_another = |tx: &rusqlite::Transaction<'_>| {
        tx.execute(
            "UPDATE scorecard SET rubric_id = ?1 WHERE interview_id IN
                (SELECT id FROM interview WHERE person_id = ?2)",
            (&bench.rubric(1).id, bench.cy.0.0),
        )?;
        Ok(())
    };
    bench.store.scratch(by_another).unwrap();
    assert!(rated().iter().all(|one| one.rater == "Bo Fixture"), "{:?}", rated());
    let part = debriefs::explain(&bench.store, bench.owner, at(20), eda, None).unwrap().parts.remove(0);
    assert_eq!((part.scorecards.len(), part.counted().count(), part.levels), (2, 1, 5));
    assert_eq!(part.counted().next().unwrap().interview.person_name, "Bo Fixture");
}

#[test]
fn what_is_closed_is_in_no_export() {
    let bench = rated();
    let rows = ratings(&bench.store, bench.cy, at(20), bench.role_id(), None).unwrap();
    assert!(rows.iter().all(|row| row.candidate == "=Eda Fixture"));
    let lines = debrief(&bench.store, bench.cy, at(20), bench.role_id()).unwrap();
    let closed = lines.iter().find(|line| line.candidate == "Finn Fixture").unwrap();
    assert!(closed.closed && closed.score.is_none() && closed.flags.is_none() && closed.coverage.is_none());
    assert!(closed.assessments.iter().all(|one| one.score.is_none()));
    let all = applications::list(&bench.store, bench.cy, bench.role_id()).unwrap();
    let finn = all.iter().find(|one| one.candidate_name == "Finn Fixture").unwrap();
    let whole = candidate(&bench.store, bench.cy, at(20), finn.candidate_id).unwrap();
    assert!(whole.scores.is_empty() && whole.closed == 1);
    let json = serde_json::to_string(&whole).unwrap();
    assert!(!json.contains("noted 4") && !json.contains("zanzibar"), "{json}");
    let open = candidate(&bench.store, bench.owner, at(20), finn.candidate_id).unwrap();
    assert!(serde_json::to_string(&open).unwrap().contains("noted 4"));
}

#[test]
fn a_debrief_has_a_column_for_each_assessment() {
    let bench = rated();
    let csv = debrief_csv(&debrief(&bench.store, bench.owner, at(20), bench.role_id()).unwrap()).unwrap();
    let head = csv.lines().next().unwrap();
    for one in &bench.role.plan.assessments {
        assert!(head.contains(&format!("{} ({}%)", one.title, one.weight)), "{head}");
    }
    assert!(csv.contains("4.0000"), "{csv}");
}

#[test]
fn plain_numbers_are_no_formulas() {
    assert_eq!(["-1.5", "+cmd", "@x", "a=b"].map(inert), ["-1.5", "'+cmd", "'@x", "a=b"]);
}

#[test]
fn no_cell_moves_a_cursor_or_turns_the_direction_of_writing() {
    assert_eq!(inert("red\u{1b}[31m\u{202e}txt.exe\r\nnext"), "red [31mtxt.exe\nnext");
    assert_eq!(["\t=1+1", "\u{202e}=1+1", "\r@x"].map(inert), ["' =1+1", "'=1+1", "' @x"]);
}
