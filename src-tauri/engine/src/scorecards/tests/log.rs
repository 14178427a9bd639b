//! The log of the room: in drafts as it is typed, with the scorecard for good, by law 4.

use assay_domain::scorecard::{LogEntry, LogEvent, ScorecardInput};

use super::{found, is_closed};
use crate::bench::{Bench, at};
use crate::scorecards::{amend, amend_form, check, form, save_draft, show, submit};
use crate::{EngineError, debriefs};

fn entry(minute: i64, event: LogEvent, of: &str, text: &str) -> LogEntry {
    LogEntry { at: at(minute), event, of: of.into(), text: text.into() }
}

/// As it may come in: a note begun before the one above it, and one that was never written.
fn as_typed() -> Vec<LogEntry> {
    vec![
        entry(10, LogEvent::Section, "finding", "Finding the cause"),
        entry(14, LogEvent::Clue, "pool", "The pool"),
        entry(12, LogEvent::Note, "", "asked for a quagga first"),
        entry(15, LogEvent::Note, "", "  "),
    ]
}

fn in_order() -> Vec<LogEntry> {
    let mut log = as_typed();
    log.swap(1, 2);
    log.truncate(3);
    log
}

fn card(bench: &Bench, level: u8) -> ScorecardInput {
    ScorecardInput { log: as_typed(), ..bench.card(0, level) }
}

#[test]
fn a_draft_keeps_the_log_as_it_is_typed() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    save_draft(&bench.store, bench.bo, at(16), interview.id, card(&bench, 3)).unwrap();
    assert_eq!(form(&bench.store, bench.bo, interview.id).unwrap().draft.log, as_typed());
    assert_eq!(form(&bench.store, bench.owner, interview.id).unwrap().draft.log, []);
    let nameless = ScorecardInput { log: vec![entry(1, LogEvent::Clue, "", "x")], ..bench.card(0, 3) };
    let refused = save_draft(&bench.store, bench.bo, at(17), interview.id, nameless);
    assert!(matches!(refused, Err(EngineError::Invalid { .. })));
}

#[test]
fn a_draft_from_before_there_were_logs_is_read() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let old = r#"{"ratings":[],"flags":[],"summary":"kept","recommendation":null}"#;
    bench
        .store
        .scratch(|tx| {
            let sql = "INSERT INTO draft (interview_id, content, saved_at) VALUES (?1, ?2, ?3)";
            Ok(tx.execute(sql, rusqlite::params![interview.id.0, old, at(5)])?)
        })
        .unwrap();
    let draft = form(&bench.store, bench.bo, interview.id).unwrap().draft;
    assert_eq!((draft.summary.as_str(), draft.log.len()), ("kept", 0));
}

#[test]
fn a_scorecard_keeps_the_log_in_order_and_an_amendment_does_not_change_it() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let (own, other) = (bench.assign(application, 0, bench.bo), bench.assign(application, 1, bench.cy));
    submit(&bench.store, bench.bo, at(20), own.id, card(&bench, 3)).unwrap();
    amend(&bench.store, bench.bo, at(21), own.id, bench.card(0, 4), "misread").unwrap();
    amend(&bench.store, bench.bo, at(22), own.id, card(&bench, 5), "misread again").unwrap();
    let mut changed = card(&bench, 5);
    changed.log[2].text = "never asked".into();
    let refused = amend(&bench.store, bench.bo, at(23), own.id, changed, "no");
    assert!(matches!(refused, Err(EngineError::Invalid { .. })));
    let versions = show(&bench.store, bench.owner, at(24), own.id).unwrap();
    assert_eq!(versions.len(), 3);
    assert!(versions.iter().all(|one| one.log == in_order()), "{versions:#?}");
    let explained = debriefs::explain(&bench.store, bench.owner, at(25), application, None).unwrap();
    assert_eq!(explained.parts[0].scorecards[0].log, in_order());
    assert_eq!(found(&bench, "quagga"), [(own.id.0, Some(application.0))]);
    assert!(found(&bench, "finding").is_empty(), "titles of sections are nobody's words");
    assert!(is_closed(show(&bench.store, bench.cy, at(25), own.id)), "law 4: {} is open", other.id);
}

#[test]
fn nothing_was_noted_on_a_day_that_is_still_to_come() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let noted =
        |minute| ScorecardInput { log: vec![entry(minute, LogEvent::Note, "", "x")], ..bench.card(0, 3) };
    let told = |minute| check(&bench.store, bench.bo, at(20), interview.id, noted(minute)).unwrap();
    assert!(told(21).is_empty(), "clocks differ");
    assert!(told(3 * 24 * 60)[0].what.contains("still to come"), "{:?}", told(3 * 24 * 60));
    let refused = submit(&bench.store, bench.bo, at(20), interview.id, noted(3 * 24 * 60)).unwrap_err();
    assert!(refused.to_string().contains("still to come"), "{refused}");
}

#[test]
fn an_amendment_begins_with_what_was_submitted_last() {
    let bench = Bench::new();
    let interview = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let nothing = amend_form(&bench.store, bench.bo, interview.id);
    assert!(nothing.is_err(), "nothing is submitted");
    submit(&bench.store, bench.bo, at(20), interview.id, card(&bench, 3)).unwrap();
    amend(
        &bench.store,
        bench.bo,
        at(21),
        interview.id,
        ScorecardInput { log: in_order(), ..bench.card(0, 4) },
        "off",
    )
    .unwrap();
    let begun = amend_form(&bench.store, bench.bo, interview.id).unwrap().draft;
    assert_eq!((begun.ratings[0].level, begun.log), (Some(4), in_order()));
    assert!(amend_form(&bench.store, bench.cy, interview.id).is_err(), "somebody else's");
    bench.assign(interview.application_id, 1, bench.bo);
    let closed = amend_form(&bench.store, bench.bo, interview.id).map(|_| ());
    assert!(matches!(closed, Err(EngineError::ClosedToViewer)), "{closed:?}");
}
