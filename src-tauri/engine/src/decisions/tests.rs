mod others;

use assay_domain::contact::DoNotContactInput;
use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::ending::EndReason;
use assay_domain::ids::{ApplicationId, ScorecardId};
use assay_domain::stage::Stage;

use super::{Decision, DecisionInput, ground, make, make_despite, of_candidate};
use crate::applications::MoveInput;
use crate::bench::{Bench, at};
use crate::interviews::{Interview, InterviewState};
use crate::journal::undo;
use crate::store::Done;
use crate::{EngineError, Result, Viewer, applications, candidates, debriefs, questions, roles, scorecards};

fn input(application: ApplicationId, kind: DecisionKind, cards: &[ScorecardId]) -> DecisionInput {
    let reason = " Found the races; ratings agree. ".into();
    DecisionInput {
        application_id: application,
        kind,
        reason,
        scorecard_ids: cards.to_vec(),
        record: DecisionRecord::default(),
    }
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
        .look(|conn| {
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
fn what_is_missing_for_an_end_is_said_before_and_stands_in_the_record() {
    let bench = Bench::new();
    let finn = bench.application("Finn Fixture");
    let rests = |id| ground(&bench.store, bench.owner, at(9), id).unwrap();
    assert_eq!(rests(finn).missing_for(DecisionKind::Reject), ["No scorecard counts."]);
    bench.assign(finn, 0, bench.bo);
    bench.assign(finn, 1, bench.cy);
    let found = rests(finn);
    let open = "2 open interviews would be cancelled: Code review (Bo Fixture), System design (Cy Fixture).";
    assert_eq!(found.missing_for(DecisionKind::Hire), ["No scorecard counts.", open]);
    assert!(found.missing_for(DecisionKind::Hold).is_empty(), "nothing ends");
    assert!(found.missing_for(DecisionKind::Advance).is_empty(), "nothing ends");
    let advanced = decide(&bench, bench.owner, &input(finn, DecisionKind::Advance, &[])).unwrap().value;
    assert_eq!(advanced.record.missing, "");
    let mut written = input(finn, DecisionKind::Reject, &[]);
    written.record.missing = "nothing at all ".repeat(5_000);
    let made = decide(&bench, bench.owner, &written).unwrap().value;
    assert_eq!(
        made.record.missing,
        "Decided without a scorecard that counts. It cancelled 2 open interviews: Code review (Bo Fixture), System \
         design (Cy Fixture)."
    );
    let (eda, card) = scored(&bench, "Eda Fixture");
    assert!(rests(eda).missing_for(DecisionKind::Reject).is_empty());
    let made = decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[card])).unwrap().value;
    assert_eq!(made.record.missing, "");
    // A scorecard that assesses nothing carries no decision either.
    let gil = bench.application("Gil Fixture");
    let held = bench.assign(gil, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(5), held.id, bench.card(0, 0)).unwrap();
    assert_eq!(rests(gil).missing_for(DecisionKind::Hire), ["No scorecard counts."]);
    let made = decide(&bench, bench.owner, &input(gil, DecisionKind::Reject, &[])).unwrap().value;
    assert_eq!(made.record.missing, "Decided without a scorecard that counts.", "one is in, though");
}

#[test]
fn to_advance_from_the_last_stage_but_hiring_ends_the_application() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let rests = || ground(&bench.store, bench.owner, at(9), eda).unwrap();
    assert!(rests().missing_for(DecisionKind::Advance).is_empty());
    applications::move_to(&bench.store, bench.owner, at(8), eda, Stage::Offer, "").unwrap();
    assert_eq!(rests().missing_for(DecisionKind::Advance), ["No scorecard counts."]);
}

#[test]
fn an_end_cancels_the_open_interviews_and_taking_it_back_opens_them_again() {
    let bench = Bench::new();
    let (eda, card) = scored(&bench, "Eda Fixture");
    let (waiting, other) =
        (bench.assign(eda, 1, bench.cy), bench.assign(bench.application("Finn Fixture"), 1, bench.cy));
    scorecards::save_draft(&bench.store, bench.cy, at(6), waiting.id, bench.card(1, 2)).unwrap();
    decide(&bench, bench.owner, &input(eda, DecisionKind::Advance, &[card])).unwrap();
    assert_eq!(bench.interview(bench.cy, waiting.id).state, InterviewState::Open, "it goes on");
    let done = decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[card])).unwrap();
    assert!(done.changed.iter().any(|one| one.id == waiting.id.0), "screens refresh by it");
    let cancelled = bench.interview(bench.cy, waiting.id);
    assert_eq!(cancelled.state, InterviewState::Cancelled);
    assert_eq!(cancelled.cancelled_reason.as_deref(), Some("the application ended: rejected"));
    assert_eq!(bench.interview(bench.cy, other.id).state, InterviewState::Open, "another application");
    assert_eq!(crate::today::today(&bench.store, bench.cy, at(11)).unwrap().to_score.len(), 1);

    let told = undo(&bench.store, bench.owner, at(12), None).unwrap();
    assert_eq!(told.value.sentence, "Taken back: Decision made: reject");
    assert_eq!(
        bench.interview(bench.cy, waiting.id),
        Interview { has_draft: true, mine: true, ..waiting.clone() }
    );
    assert_eq!(stage(&bench, eda).0, "debrief");
    let decisions = of_candidate(&bench.store, bench.owner, at(13), waiting.candidate_id).unwrap();
    assert_eq!(
        decisions.iter().map(|one| one.taken_back).collect::<Vec<_>>(),
        [true, false],
        "it stays in the history"
    );
    let row = debriefs::role(&bench.store, bench.owner, at(13), bench.role_id(), None).unwrap();
    let row = row.rows.into_iter().find(|row| row.application_id == eda).unwrap();
    assert_eq!(row.decision, Some(DecisionKind::Advance), "and counts no more");
    let refused = decide(&bench, bench.cy, &input(eda, DecisionKind::Hire, &[card]));
    assert!(matches!(refused, Err(EngineError::ClosedToViewer)), "law 4 holds again");
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn whoever_read_while_the_interview_was_cancelled_is_not_independent_when_it_comes_back() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Fixture");
    let waiting = bench.assign(eda, 1, bench.cy);
    applications::move_to(&bench.store, bench.owner, at(6), eda, Stage::Withdrawn, "moved abroad").unwrap();
    debriefs::role(&bench.store, bench.cy, at(7), bench.role_id(), None).unwrap();
    undo(&bench.store, bench.owner, at(8), None).unwrap();
    let back = bench.interview(bench.cy, waiting.id);
    assert_eq!((back.state, back.independent), (InterviewState::Open, false));
    let entries = crate::journal::list(&bench.store, bench.owner, 0, 50).unwrap().rows;
    let told = "Stage changed: interview cancelled: System design, the application ended: withdrawn";
    assert!(entries.iter().any(|entry| entry.what.starts_with(told)), "{entries:?}");
}

#[test]
fn a_decision_is_written_like_a_record_and_kept_when_it_is_taken_back() {
    let bench = Bench::new();
    let (eda, card) = scored(&bench, "Eda Fixture");
    scored(&bench, "Finn Fixture");
    let (gil, _) = scored(&bench, "Gil Fixture");
    decide(&bench, bench.owner, &input(gil, DecisionKind::Reject, &[])).unwrap();
    bench.assign(eda, 1, bench.cy);
    questions::add(&bench.store, bench.owner, at(8), eda, "Has she been on call?").unwrap();
    let found = ground(&bench.store, bench.owner, at(9), eda).unwrap();
    assert_eq!(found.not_told_apart, ["Finn Fixture"], "who has ended is nobody to choose instead");
    assert_eq!((found.interviews_open, found.scorecard_ids.as_slice()), (1, &[card][..]));
    let lines: Vec<&str> = found.context.lines().collect();
    let figures = "Plan version 1. Score 4.0; 60% of the plan's weight assessed, by 1 scorecard of 1 person.";
    assert_eq!(lines[0], figures, "alike on every criterion: how sure it is cannot be said");
    assert_eq!(
        lines[1..],
        [
            "Recommended: 1 yes.",
            "Not told apart from Finn Fixture.",
            "Not told apart from Gil Fixture (rejected): no longer under way.",
            "Still open: System design (Cy Fixture).",
            "Open questions: Has she been on call?"
        ]
    );
    let beside = found.options.iter().filter(|one| one.kind != Some(DecisionKind::Hold));
    let beside: Vec<&str> = beside.map(|one| one.option.as_str()).collect();
    let others = ["Wait for System design (Cy Fixture)", "Take Finn Fixture instead, who is not told apart"];
    assert_eq!(beside, [&["Advance to debrief", "Hire now", "Reject"], &others[..]].concat());

    let mut written = input(eda, DecisionKind::Hold, &[card]);
    written.record = DecisionRecord {
        context: format!("{}\n", found.context),
        options: vec![ConsideredOption { option: "Hire now".into(), because: "half is unseen".into() }],
        three_months: "On call by herself.".into(),
        six_months: "Owns payments.".into(),
        unknown: "How she reviews.".into(),
        missing: String::new(),
    };
    let made = decide(&bench, bench.owner, &written).unwrap().value;
    assert_eq!(made.record, DecisionRecord { context: found.context, ..written.record.clone() });
    undo(&bench.store, bench.owner, at(12), None).unwrap();
    let who = bench.store.look(|conn| applications::get(conn, eda)).unwrap().candidate_id;
    let kept = of_candidate(&bench.store, bench.owner, at(13), who).unwrap().remove(0);
    assert!(kept.taken_back && kept.record == made.record, "{kept:?}");
    let closed = of_candidate(&bench.store, bench.cy, at(13), who).unwrap().remove(0);
    assert!(closed.closed && closed.record.is_empty(), "{closed:?}");
    let refused = ground(&bench.store, bench.cy, at(13), eda);
    assert!(matches!(refused, Err(EngineError::ClosedToViewer)));
    written.record.unknown = "x".repeat(20_001);
    assert!(matches!(decide(&bench, bench.owner, &written), Err(EngineError::Invalid { .. })));
}

#[test]
fn a_rejection_names_whoever_was_hired_before_it_and_is_not_told_apart() {
    let bench = Bench::new();
    let [(al, _), (bea, card), (cid, _)] =
        ["Al Fixture", "Bea Fixture", "Cid Fixture"].map(|name| scored(&bench, name));
    decide(&bench, bench.owner, &input(cid, DecisionKind::Reject, &[])).unwrap();
    decide(&bench, bench.owner, &input(al, DecisionKind::Hire, &[])).unwrap();
    let found = ground(&bench.store, bench.owner, at(9), bea).unwrap();
    assert!(found.not_told_apart.is_empty(), "nobody is under way beside her");
    assert_eq!(found.not_told_apart_ended, ["Al Fixture (hired)", "Cid Fixture (rejected)"], "hired first");
    let told = "Not told apart from Al Fixture (hired), Cid Fixture (rejected): no longer under way.";
    assert!(found.context.lines().any(|line| line == told), "{}", found.context);
    assert!(found.options.iter().all(|one| !one.option.starts_with("Take")), "nobody to take instead");
    let mut rejected = input(bea, DecisionKind::Reject, &[card]);
    rejected.record.context.clone_from(&found.context);
    let made = decide(&bench, bench.owner, &rejected).unwrap().value;
    assert!(made.record.context.contains(told), "{:?}", made.record);
}

#[test]
fn a_hire_by_a_move_alone_needs_a_reason_and_a_decided_one_does_not() {
    let bench = Bench::new();
    let (store, owner) = (&bench.store, bench.owner);
    let bare = bench.application("Finn Fixture");
    let refused = applications::move_to(store, owner, at(7), bare, Stage::Hired, "").unwrap_err();
    let told = "no decision to hire or to go on stands, no scorecard is in: a move to hired needs a reason";
    assert_eq!(refused.to_string(), told);
    let (eda, card) = scored(&bench, "Eda Fixture");
    let refused = applications::move_to(store, owner, at(8), eda, Stage::Hired, " ").unwrap_err();
    assert_eq!(refused.to_string(), "no decision to hire or to go on stands: a move to hired needs a reason");
    decide(&bench, owner, &input(eda, DecisionKind::Advance, &[card])).unwrap();
    undo(store, owner, at(11), None).unwrap();
    assert!(applications::move_to(store, owner, at(12), eda, Stage::Hired, "").is_err(), "it was taken back");
    decide(&bench, owner, &input(eda, DecisionKind::Advance, &[card])).unwrap();
    let hired = applications::move_to(store, owner, at(13), eda, Stage::Hired, "").unwrap().value;
    assert!(hired.stage == Stage::Hired && hired.before_hire.is_empty());
    let hired =
        applications::move_to(store, owner, at(14), bare, Stage::Hired, "a referral, met in person").unwrap();
    assert_eq!(hired.value.history.last().unwrap().reason, "a referral, met in person");
}

#[test]
fn the_ways_are_those_of_the_role_by_its_own_names_and_none_where_it_has_ended() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Fixture");
    let used = Stage::ALL.iter().filter(|stage| **stage != Stage::Debrief);
    let title = |stage: &Stage| if *stage == Stage::Offer { "Handshake".into() } else { String::new() };
    let stages: Vec<_> =
        used.map(|stage| roles::RoleStageInput { stage: *stage, title: title(stage) }).collect();
    roles::set_stages(&bench.store, bench.owner, at(6), bench.role_id(), &stages).unwrap();
    let found = ground(&bench.store, bench.owner, at(9), eda).unwrap();
    assert_eq!(found.options[0].option, "Advance to Handshake");
    let why = Some(EndReason::RoleClosed);
    let end = MoveInput { to: Stage::Rejected, why, reason: "budget".into(), despite: None };
    applications::move_many(&bench.store, bench.owner, at(10), &[eda], &end).unwrap();
    let ended = ground(&bench.store, bench.owner, at(11), eda).unwrap();
    assert!(ended.options.iter().all(|one| one.kind.is_none()), "{:?}", ended.options);
    let told = format!("The application has ended (rejected): {}; budget.", EndReason::RoleClosed.title());
    assert_eq!(ended.context.lines().next(), Some(told.as_str()));
}

#[test]
fn decisions_from_before_there_was_a_record_stay_as_they_are() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Fixture");
    let made = decide(&bench, bench.owner, &input(eda, DecisionKind::Hold, &[])).unwrap().value;
    bench.store.scratch(|tx| Ok(tx.execute("UPDATE decision SET record = NULL", [])?)).unwrap();
    let who = bench.store.look(|conn| applications::get(conn, eda)).unwrap().candidate_id;
    let kept = of_candidate(&bench.store, bench.owner, at(13), who).unwrap().remove(0);
    assert!(kept.id == made.id && kept.record.is_empty() && kept.reason == made.reason);
}

#[test]
fn a_decision_on_which_something_was_built_is_not_taken_back() {
    let bench = Bench::new();
    let (eda, _) = scored(&bench, "Eda Fixture");
    decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[])).unwrap();
    let sequence = crate::journal::list(&bench.store, bench.owner, 0, 1).unwrap().rows[0].sequence;
    applications::move_to(&bench.store, bench.owner, at(11), eda, Stage::Debrief, "asked to come back")
        .unwrap();
    let refused = undo(&bench.store, bench.owner, at(12), Some(sequence));
    assert!(matches!(refused, Err(EngineError::Conflict { .. })));
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
    decide(&bench, bench.cy, &input(eda, DecisionKind::Hold, &[card])).unwrap();
    let of = |viewer| of_candidate(&bench.store, viewer, at(11), interview.candidate_id).unwrap().remove(0);
    let (closed, open) = (of(bench.owner), of(bench.bo));
    assert_eq!((closed.kind, closed.closed), (DecisionKind::Hold, true));
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

#[test]
fn somebody_not_to_be_contacted_is_hired_only_with_a_word_on_why_and_rejected_without() {
    let bench = Bench::new();
    let (eda, card) = scored(&bench, "Eda Fixture");
    let who = bench.store.look(|conn| applications::get(conn, eda)).unwrap().candidate_id;
    let mark = DoNotContactInput { reason: "asked by mail".into(), request: String::new() };
    candidates::do_not_contact(&bench.store, bench.owner, at(8), who, mark).unwrap();
    let hire = input(eda, DecisionKind::Hire, &[card]);
    let refused = decide(&bench, bench.owner, &hire);
    assert!(matches!(refused, Err(EngineError::Asks { .. })), "{refused:?}");
    let blank = make_despite(&bench.store, bench.owner, at(10), &hire, " ");
    assert!(matches!(blank, Err(EngineError::Asks { .. })), "no word is no reason");
    assert_eq!(stage(&bench, eda).0, "interviewing", "nothing was written");
    make_despite(&bench.store, bench.owner, at(10), &hire, "they accepted by mail").unwrap();
    let (now, moves) = stage(&bench, eda);
    assert_eq!((now.as_str(), moves.last().unwrap().1.contains("they accepted by mail")), ("hired", true));
    undo(&bench.store, bench.owner, at(11), None).unwrap();
    decide(&bench, bench.owner, &input(eda, DecisionKind::Reject, &[card])).unwrap();
    assert_eq!(stage(&bench, eda).0, "rejected", "to end it asks nothing of them");
}
