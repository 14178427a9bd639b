//! The pipeline of a role: several moved as one, reasons, today's list, figures, stages and calendar, interviews for a
//! calendar program.

use crate::bench::{Bench, check, check_text};
use crate::job::{ROLE, with_role};

/// A workspace with Ada, and two candidates in a role.
fn two_candidates() -> Bench {
    let bench = with_role();
    for name in ["Cy Fixture", "Di Fixture"] {
        bench.json(&["candidate", "new", name, "--source", "referral", "--basis", "consent"]);
        bench.json(&["application", "add", name, "--role", ROLE]);
    }
    bench
}

#[test]
fn several_are_moved_as_one_and_taken_back_as_one() {
    let bench = two_candidates();
    bench.json(&["candidate", "do-not-contact", "Di Fixture", "--reason", "Asked us not to."]);
    let to_both = |stage: &str, more: &[&str]| {
        bench.run(&[&["application", "move", "Cy Fixture", "Di Fixture", stage], more].concat())
    };
    check("move_one_stays", &to_both("screening", &[]));
    check("move_needs_a_reason", &to_both("rejected", &[]));
    check("move_wrong_reason", &to_both("rejected", &["--reason-kind", "other-offer"]));
    check("move_rejected", &to_both("rejected", &["--reason-kind", "role-closed"]));
    check("undo_rejected", &bench.run(&["undo"]));
    check("application_list", &bench.run(&["application", "list"]));
    check("today", &bench.run(&["today"]));
}

#[test]
fn figures_say_what_is_known_and_what_is_not() {
    let bench = two_candidates();
    bench.json(&["application", "move", "Cy Fixture", "interviewing"]);
    bench.json(&["application", "move", "Di Fixture", "withdrawn", "--why", "other-offer"]);
    check("figures", &bench.run(&["role", "figures", ROLE]));
    let told = bench.json(&["role", "figures", ROLE]);
    assert_eq!(told["figures"]["funnel"][0]["withdrawn"], 1, "{told}");
    assert!(told["figures"]["pace"]["to_hire"]["median"].is_null(), "nobody was hired: {told}");
}

#[test]
fn a_role_has_stages_and_a_calendar_of_its_own() {
    let bench = two_candidates();
    let words = ["role", "stages", ROLE, "--without", "debrief", "--call", "interviewing=On site"];
    check("role_stages", &bench.run(&words));
    check("role_stages_inhabited", &bench.run(&["role", "stages", ROLE, "--without", "applied"]));
    check("move_no_such_stage", &bench.run(&["application", "move", "Cy Fixture", "debrief"]));
    check("move_own_name", &bench.run(&["application", "move", "Cy Fixture", "on site"]));
    check("move_unknown_name", &bench.run(&["application", "move", "Di Fixture", "Off site"]));
    let taken = |call| bench.run(&["role", "stages", ROLE, "--call", call]);
    check("role_stages_key", &taken("screening=Interviewing"));
    check("role_stages_twice", &taken("screening=on site"));
    let words =
        ["role", "calendar", ROLE, "--days", "14", "--step", "7=Decision to go on", "--step", "0=Read"];
    check("role_calendar", &bench.run(&words));
}

#[test]
fn the_role_s_own_names_stand_wherever_stages_are_told() {
    let bench = two_candidates();
    let call =
        ["--call", "interviewing=On site", "--call", "offer=Handshake", "--call", "rejected=Turned down"];
    bench.json(&[&["role", "stages", ROLE], &call[..]].concat());
    bench.json(&["application", "move", "Cy Fixture", "on site"]);
    check("own_list", &bench.run(&["application", "list"]));
    let turned = ["application", "move", "Di Fixture", "turned down", "--reason-kind", "role-closed"];
    check("own_end", &bench.run(&turned));
    check("own_figures", &bench.run(&["role", "figures", ROLE]));
    check("own_none", &bench.run(&["application", "move", "Di Fixture", "turned down"]));
    bench.json(&["candidate", "do-not-contact", "Di Fixture", "--reason", "Asked us not to."]);
    check("move_asks_all", &bench.run(&["application", "move", "Di Fixture", "on site"]));
    bench.run(&["dossier", "role", ROLE, "--out", "role.md"]);
    bench.run(&["export", "debrief", ROLE, "--out", "debrief.csv"]);
    let read = |name: &str| std::fs::read_to_string(bench.path(name)).unwrap();
    let told = |words: &[&str]| crate::bench::shown(&bench.run(words));
    let dossier = ["dossier", "candidate", "Cy Fixture"];
    for (what, text) in [
        ("candidate list", told(&["candidate", "list"])),
        ("candidate show", told(&["candidate", "show", "Cy Fixture"])),
        ("candidate history", told(&["candidate", "history", "Cy Fixture"])),
        ("role show", told(&["role", "show", ROLE])),
        ("debrief", told(&["debrief", ROLE])),
        ("today", told(&["today"])),
        ("dossier of the role", read("role.md")),
        ("dossier of a candidacy", told(&dossier)),
        ("export", read("debrief.csv")),
    ] {
        assert!(text.contains("On site"), "{what}: {text}");
    }
    let json = bench.json(&["application", "list"]);
    let stage = |field: &str| json["applications"][0][field].clone();
    assert_eq!((stage("stage"), stage("stage_title")), ("interviewing".into(), "On site".into()));
    check(
        "decide_advance",
        &bench.run(&["decide", "Cy Fixture", "advance", "--reason", "Goes on.", "--yes"]),
    );
    check("decide_hold", &bench.run(&["decide", "Cy Fixture", "hold", "--reason", "Waits."]));
}

#[test]
fn interviews_go_into_a_calendar_and_out_of_it() {
    let bench = two_candidates();
    let words = ["interview", "assign", "Cy Fixture", "--assessment", "system-design", "--to", "Ada Fixture"];
    let id = bench.json(&words)["interview"]["id"].as_str().unwrap().to_owned();
    check("calendar_no_time", &bench.run(&["interview", "calendar", &id, "--out", "one.ics"]));
    let words = ["interview", "reschedule", &id, "--zone", "Europe/Berlin", "--starts"];
    check("reschedule_skipped", &bench.run(&[&words[..], &["2027-03-28T02:30"]].concat()));
    check("reschedule", &bench.run(&[&words[..], &["2027-03-29T14:00"]].concat()));
    check("calendar", &bench.run(&["interview", "calendar", "--out", "mine.ics"]));
    check("calendar_again", &bench.run(&["interview", "calendar", "--out", "mine.ics"]));
    bench.json(&["interview", "cancel", &id, "--reason", "Ada is ill."]);
    bench.json(&["interview", "calendar", "--role", ROLE, "--cancelled", "--out", "gone.ics"]);
    let read = |name: &str| std::fs::read_to_string(bench.path(name)).unwrap();
    check_text("calendar_file", &plain(&read("mine.ics")));
    check_text("calendar_file_cancelled", &plain(&read("gone.ics")));
}

/// The file with the instant of its making taken out, and its line ends as the snapshots have them.
fn plain(text: &str) -> String {
    let line =
        |line: &str| if line.starts_with("DTSTAMP:") { "DTSTAMP:[instant]".into() } else { line.to_owned() };
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
    text.split("\r\n").map(line).collect::<Vec<String>>().join("\n")
}

#[test]
fn odd_times_are_asked_about_or_told_and_kept_from_nobody() {
    let bench = two_candidates();
    let assign = |name: &str, time: &[&str]| {
        let words = ["interview", "assign", name, "--assessment", "system-design", "--to", "Ada Fixture"];
        bench.run(&[&words[..], time, &["--json"]].concat())
    };
    let id = |output: &std::process::Output| {
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        (told["interview"]["id"].as_str().unwrap().to_owned(), told["remarks"].clone())
    };
    let (cy, none) = id(&assign("Cy Fixture", &[]));
    assert_eq!(none, serde_json::json!([]));
    let words = ["interview", "reschedule", &cy, "--zone", "Europe/Berlin", "--starts"];
    let starts = |time: &str| bench.run(&[&words[..], &[time]].concat());
    check("reschedule_twice", &starts("2027-10-31T02:30"));
    check("reschedule_later", &starts("2027-10-31T02:30+01:00"));
    assert!(starts("2027-03-29T14:00").status.success());
    let (di, remarks) =
        id(&assign("Di Fixture", &["--zone", "Europe/London", "--starts", "2027-03-29T13:30"]));
    check_text("assign_overlapping", &format!("{remarks:#}"));
    let words = ["interview", "reschedule", &di, "--zone", "Europe/London", "--starts"];
    let beside = bench.json(&[&words[..], &["2027-03-29T14:00"]].concat());
    assert_eq!(beside["remarks"], serde_json::json!([]), "one begins when the other ends");
    check("reschedule_past", &bench.run(&[&words[..], &["2020-01-01T10:00"]].concat()));
    check("reschedule_far", &bench.run(&[&words[..], &["2092-03-29T10:00"]].concat()));
}
