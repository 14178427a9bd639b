use super::{list, undo};
use crate::bench::{Bench, at};
use crate::interviews::{self, InterviewState};
use crate::{EngineError, people, scorecards};

#[test]
fn undo_without_a_number_takes_the_last_action_or_refuses() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let assigned = list(&bench.store, bench.owner, 0, 1).unwrap().rows.remove(0);
    people::rename(&bench.store, bench.owner, at(5), bench.cy.0, "Cyra Fixture").unwrap();
    let entries = || list(&bench.store, bench.owner, 0, 500).unwrap().total;
    let before = entries();
    match undo(&bench.store, bench.owner, at(6), None) {
        Err(EngineError::Conflict { what, hint }) => {
            assert_eq!(
                what,
                format!("your last action, entry {before} (Person renamed), cannot be taken back")
            );
            let named = format!(
                "entry {} ({}): take that back by its number",
                assigned.sequence,
                super::sentence::verb(&assigned.op)
            );
            assert!(hint.contains(&named), "{hint}");
        }
        other => panic!("guessed: {other:?}"),
    }
    assert_eq!(entries(), before, "nothing was written");
    assert_eq!(bench.interview(bench.bo, interview.id).state, InterviewState::Open);
    undo(&bench.store, bench.owner, at(7), Some(assigned.sequence)).unwrap();
    assert_eq!(bench.interview(bench.bo, interview.id).state, InterviewState::Cancelled, "by its number");
    let again = undo(&bench.store, bench.owner, at(8), None);
    assert!(matches!(again, Err(EngineError::Conflict { .. })), "the rename is still the last");
}

#[test]
fn undo_takes_only_what_the_viewer_did() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    assert!(matches!(undo(&bench.store, bench.cy, at(5), None), Err(EngineError::Conflict { .. })));
    scorecards::submit(&bench.store, bench.bo, at(6), interview.id, bench.card(0, 4)).unwrap();
    let refused = undo(&bench.store, bench.owner, at(7), None);
    assert!(matches!(refused, Err(EngineError::Conflict { .. })), "a scorecard depends on the assignment");
    interviews::cancel(
        &bench.store,
        bench.owner,
        at(8),
        bench.assign(interview.application_id, 1, bench.cy).id,
        "ill",
    )
    .unwrap();
    assert!(
        undo(&bench.store, bench.owner, at(9), None).unwrap().value.sentence.contains("Interview cancelled")
    );
}

#[test]
fn the_history_of_a_candidate_says_who_did_it_and_to_whom_an_interview_went() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    interviews::reassign(&bench.store, bench.bo, at(5), interview.id, bench.cy.0).unwrap();
    people::rename(&bench.store, bench.owner, at(6), bench.cy.0, "Cyra Fixture").unwrap();
    let told = super::of_candidate(&bench.store, bench.owner, interview.candidate_id).unwrap();
    let told: Vec<_> = told.iter().map(|one| (one.person.as_deref(), one.what.as_str())).collect();
    let title = &interview.assessment_title;
    let reassigned = format!("Interview reassigned: {title}, to Cyra Fixture");
    let assigned = format!("Interview assigned: {title}, to Bo Fixture");
    assert_eq!(told, [(Some("Bo Fixture"), &reassigned[..]), (Some("Ada Fixture"), &assigned[..])]);
}
