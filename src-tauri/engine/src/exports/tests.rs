use super::{candidate, debrief, debrief_csv, inert, ratings, ratings_csv};
use crate::applications;
use crate::bench::{Bench, at};
use crate::scorecards;

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
    assert!(csv.contains(&format!("'=Eda Fixture,Bo Fixture,{unassessed},,5,")), "{csv}");
    let other =
        ratings(&bench.store, bench.owner, at(20), bench.role_id(), Some(bench.assessment(1))).unwrap();
    assert!(other.is_empty(), "nobody was rated in the other assessment");
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
