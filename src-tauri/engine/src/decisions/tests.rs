use assay_domain::decision::DecisionKind;
use assay_domain::ids::{ApplicationId, ScorecardId};

use super::{Decision, DecisionInput, make, of_candidate};
use crate::bench::{Bench, at};
use crate::store::Done;
use crate::{EngineError, Result, Viewer, scorecards};

fn input(application: ApplicationId, kind: DecisionKind, cards: &[ScorecardId]) -> DecisionInput {
    let reason = " Found the races; ratings agree. ".into();
    DecisionInput { application_id: application, kind, reason, scorecard_ids: cards.to_vec() }
}

fn scored(bench: &Bench, name: &str) -> (ApplicationId, ScorecardId) {
    let application = bench.application(name);
    let interview = bench.assign(application, 0, bench.bo);
    let card =
        scorecards::submit(&bench.store, bench.bo, at(5), interview.id, bench.card(0, 4)).unwrap().value;
    (application, card.id)
}

fn stage(bench: &Bench, application: ApplicationId) -> (String, Vec<(String, String)>) {
    bench
        .store
        .read(|conn| {
            let stage =
                conn.query_row("SELECT stage FROM application WHERE id = ?1", [application.0], |row| {
                    row.get(0)
                })?;
            let mut moves = conn.prepare(
                "SELECT to_stage, reason FROM stage_move WHERE application_id = ?1 ORDER BY position",
            )?;
            let rows = moves.query_map([application.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok((stage, rows.collect::<rusqlite::Result<_>>()?))
        })
        .unwrap()
}

fn decide(bench: &Bench, viewer: Viewer, input: &DecisionInput) -> Result<Done<Decision>> {
    make(&bench.store, viewer, at(10), input)
}

#[test]
fn a_decision_says_what_it_rested_on_and_moves_the_stage() {
    let bench = Bench::new();
    let (eda, card) = scored(&bench, "Eda Fixture");
    let made = decide(&bench, bench.owner, &input(eda, DecisionKind::Advance, &[card, card])).unwrap().value;
    assert_eq!((made.reason.as_str(), made.by.as_str()), ("Found the races; ratings agree.", "Ada Fixture"));
    assert_eq!((made.plan_version, made.score, made.rests_on.as_slice()), (1, Some(4.0), &[card][..]));
    assert!((made.coverage.unwrap() - 0.6).abs() < 1e-9);
    let (now, moves) = stage(&bench, eda);
    assert_eq!((now.as_str(), moves.len()), ("debrief", 2));
    decide(&bench, bench.owner, &input(eda, DecisionKind::Hold, &[])).unwrap();
    assert_eq!(stage(&bench, eda).1.len(), 2, "hold moves nothing");
    decide(&bench, bench.owner, &input(eda, DecisionKind::Hire, &[card])).unwrap();
    assert_eq!(stage(&bench, eda).0, "hired");
    let ended = decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[]));
    assert!(matches!(ended, Err(EngineError::Conflict { .. })));
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn a_decision_needs_a_reason_and_its_own_scorecards() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Fixture");
    let (_, other) = scored(&bench, "Finn Fixture");
    let mut blank = input(eda, DecisionKind::Reject, &[]);
    blank.reason = "  ".into();
    assert!(matches!(decide(&bench, bench.owner, &blank), Err(EngineError::Invalid { .. })));
    let foreign = decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[other]));
    assert!(matches!(foreign, Err(EngineError::NotFound { .. })));
    assert_eq!(stage(&bench, eda).0, "interviewing", "nothing was written");
}

#[test]
fn whoever_holds_an_open_interview_neither_decides_nor_reads_why() {
    let bench = Bench::new();
    let (eda, card) = scored(&bench, "Eda Fixture");
    let interview = bench.assign(eda, 1, bench.owner);
    let refused = decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[card]));
    assert!(matches!(refused, Err(EngineError::ClosedToViewer)));
    decide(&bench, bench.cy, &input(eda, DecisionKind::Reject, &[card])).unwrap();
    let of = |viewer| of_candidate(&bench.store, viewer, at(11), interview.candidate_id).unwrap().remove(0);
    let (closed, open) = (of(bench.owner), of(bench.bo));
    assert_eq!((closed.kind, closed.closed), (DecisionKind::Reject, true));
    assert!(closed.reason.is_empty() && closed.score.is_none() && closed.coverage.is_none());
    assert!(closed.rests_on.is_empty());
    assert!(open.reason.contains("races") && open.score == Some(4.0));
    assert!(
        stage(&bench, eda).1.iter().all(|(_, reason)| !reason.contains("races")),
        "nor by the stage history"
    );
    let told = |viewer| crate::journal::of_candidate(&bench.store, viewer, interview.candidate_id).unwrap();
    assert!(told(bench.owner).iter().all(|entry| !entry.what.contains("races")), "nor by the journal");
    // The journal names the decision; its reason is read with it, where the reading is noted.
    assert!(told(bench.bo).iter().all(|entry| !entry.what.contains("races")));
    assert!(told(bench.bo).iter().any(|entry| entry.op == "decision.make" && !entry.closed));
}
