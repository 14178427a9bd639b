use super::{CalendarQuery, calendar, save_calendar};
use crate::bench::{Bench, at};
use crate::fixtures::new_interview;
use crate::interviews::{InterviewTime, assign, cancel, reassign, reschedule};
use crate::{EngineError, Viewer, journal};

fn time(local: &str, zone: &str) -> InterviewTime {
    InterviewTime { starts_local: local.into(), zone: zone.into() }
}

/// The unfolded lines that begin with one of these.
fn lines(bench: &Bench, viewer: Viewer, query: CalendarQuery, names: &[&str]) -> Vec<String> {
    let (text, _) = calendar(&bench.store, viewer, at(60), &query).unwrap();
    let text = text.replace("\r\n ", "");
    let wanted = |line: &&str| names.iter().any(|name| line.starts_with(name));
    text.split("\r\n").filter(wanted).map(str::to_owned).collect()
}

#[test]
fn a_time_is_given_changed_and_taken_back() {
    let bench = Bench::new();
    let made = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let give = |minute, to: &InterviewTime| reschedule(&bench.store, bench.owner, at(minute), made.id, to);
    let given = give(5, &time("2026-03-27T14:00", "Europe/Berlin")).unwrap();
    assert_eq!(given.value.starts_local.as_deref(), Some("2026-03-27T14:00"));
    assert!(
        give(6, &time("2026-03-27T14:00", "Europe/Berlin")).unwrap().changed.is_empty(),
        "the same again"
    );
    give(7, &time("2026-03-30T09:00", "America/New_York")).unwrap();
    journal::undo(&bench.store, bench.owner, at(8), None).unwrap();
    assert_eq!(bench.interview(bench.owner, made.id), given.value);
    assert!(matches!(give(9, &time("2026-03-29T02:30", "Europe/Berlin")), Err(EngineError::Invalid { .. })));
    cancel(&bench.store, bench.owner, at(10), made.id, "ill").unwrap();
    assert!(matches!(
        give(11, &time("2026-04-01T14:00", "Europe/Berlin")),
        Err(EngineError::Conflict { .. })
    ));
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn the_local_time_stands_on_both_sides_of_a_change_of_the_clocks() {
    let bench = Bench::new();
    let mut new = new_interview(bench.application("Eda Fixture"), bench.assessment(0), bench.bo);
    new.zone = Some("Europe/Berlin".into());
    new.starts_local = Some("2026-03-27T14:00".into());
    assign(&bench.store, bench.owner, at(4), &new).unwrap();
    new.assessment_id = bench.assessment(1);
    new.starts_local = Some("2026-03-30T14:00".into());
    assign(&bench.store, bench.owner, at(5), &new).unwrap();
    let mine = lines(
        &bench,
        bench.bo,
        CalendarQuery::default(),
        &["METHOD", "TZID", "DTSTART;", "DTEND", "SUMMARY"],
    );
    assert_eq!(
        mine,
        [
            "METHOD:PUBLISH",
            "TZID:Europe/Berlin",
            "DTSTART;TZID=Europe/Berlin:20260327T140000",
            "DTEND;TZID=Europe/Berlin:20260327T144500",
            "SUMMARY:Code review: Eda Fixture",
            "DTSTART;TZID=Europe/Berlin:20260330T140000",
            "DTEND;TZID=Europe/Berlin:20260330T144500",
            "SUMMARY:System design: Eda Fixture",
        ]
    );
}

#[test]
fn a_zone_that_no_rule_tells_is_written_in_utc_with_its_local_time_in_words() {
    let bench = Bench::new();
    let made = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    let to = time("2026-03-05T09:30", "Africa/Casablanca");
    reschedule(&bench.store, bench.owner, at(5), made.id, &to).unwrap();
    let query = CalendarQuery { interview_id: Some(made.id), ..CalendarQuery::default() };
    let told = lines(&bench, bench.owner, query, &["DTSTART", "DESCRIPTION", "BEGIN:VTIMEZONE"]);
    // In Ramadan (18 February to 19 March 2026) Morocco is at UTC; else an hour ahead.
    assert_eq!(told[0], "DTSTART:20260305T093000Z");
    assert!(told[1].ends_with("from 2026-03-05 09:30 by the clocks of Africa/Casablanca"), "{}", told[1]);
    assert_eq!(told.len(), 2);
}

#[test]
fn what_was_handed_on_or_cancelled_is_taken_out_of_the_calendar_with_a_later_sequence() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let one = bench.assign(application, 0, bench.bo);
    let two = bench.assign(application, 1, bench.bo);
    let to = time("2026-03-27T14:00", "Europe/Berlin");
    reschedule(&bench.store, bench.owner, at(5), one.id, &to).unwrap();
    let uid = format!("UID:{}", one.id);
    let event = ["UID", "SEQUENCE", "METHOD", "STATUS"];
    let own = |viewer, cancelled| {
        lines(&bench, viewer, CalendarQuery { cancelled, ..CalendarQuery::default() }, &event)
    };
    assert_eq!(
        own(bench.bo, false),
        ["METHOD:PUBLISH", &uid, "SEQUENCE:1", "STATUS:CONFIRMED"],
        "two has no time"
    );
    reassign(&bench.store, bench.owner, at(6), one.id, bench.cy.0).unwrap();
    assert_eq!(own(bench.bo, false), ["METHOD:PUBLISH"]);
    assert_eq!(own(bench.bo, true), ["METHOD:CANCEL", &uid, "SEQUENCE:2", "STATUS:CANCELLED"]);
    assert_eq!(own(bench.cy, false), ["METHOD:PUBLISH", &uid, "SEQUENCE:2", "STATUS:CONFIRMED"]);
    cancel(&bench.store, bench.owner, at(7), one.id, "ill").unwrap();
    assert_eq!(own(bench.cy, true), ["METHOD:CANCEL", &uid, "SEQUENCE:3", "STATUS:CANCELLED"]);
    let single = CalendarQuery { interview_id: Some(one.id), ..CalendarQuery::default() };
    assert_eq!(lines(&bench, bench.owner, single, &event)[0], "METHOD:CANCEL");
    let role = CalendarQuery { role_id: Some(bench.role_id()), cancelled: true, ..CalendarQuery::default() };
    assert_eq!(lines(&bench, bench.owner, role, &["UID"]), [uid]);

    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("cy.ics");
    let save =
        |viewer, query: &CalendarQuery| save_calendar(&bench.store, viewer, at(8), query, &path, false);
    let nothing =
        save(bench.owner, &CalendarQuery { interview_id: Some(two.id), ..CalendarQuery::default() });
    assert!(nothing.unwrap_err().to_string().contains("no time is agreed"));
    assert!(!path.exists());
    let saved = save(bench.owner, &single).unwrap();
    assert_eq!((saved.events, saved.cancelled), (1, true));
    assert!(
        matches!(save(bench.owner, &single), Err(EngineError::Conflict { .. })),
        "nothing is written over"
    );
}

#[test]
fn a_zone_stands_once_with_the_rule_that_holds_in_all_the_files_years() {
    let bench = Bench::new();
    let query = CalendarQuery::default();
    let put = |index: usize, to: InterviewTime| {
        let mut new = new_interview(bench.application("Eda Fixture"), bench.assessment(index), bench.bo);
        (new.zone, new.starts_local) = (Some(to.zone), Some(to.starts_local));
        assign(&bench.store, bench.owner, at(4), &new).unwrap();
    };
    let told = || lines(&bench, bench.bo, query, &["TZID", "DTSTART"]);
    put(0, time("2026-03-27T14:00", "Europe/Berlin"));
    put(1, time("2029-07-02T14:00", "Europe/Berlin"));
    // Fiji put its clocks until January 2021 and leaves them since: no one rule holds over both years.
    put(0, time("2023-07-03T14:00", "Pacific/Fiji"));
    assert_eq!(
        told(),
        [
            "TZID:Europe/Berlin",
            "DTSTART:20250330T020000",
            "DTSTART:20251026T030000",
            "TZID:Pacific/Fiji",
            "DTSTART:20220101T000000",
            "DTSTART;TZID=Pacific/Fiji:20230703T140000",
            "DTSTART;TZID=Europe/Berlin:20260327T140000",
            "DTSTART;TZID=Europe/Berlin:20290702T140000",
        ]
    );
    put(1, time("2019-12-02T14:00", "Pacific/Fiji"));
    assert_eq!(told()[3..5], ["DTSTART:20191202T010000Z", "DTSTART:20230703T020000Z"]);
}
