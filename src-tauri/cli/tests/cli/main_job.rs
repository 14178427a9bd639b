//! From a role to a decision and an erasure, with law 4 in between.

use crate::bench::{Bench, check};
use crate::job::{Job, ROLE};

#[test]
fn weights_are_shown_with_their_sum_and_must_make_a_hundred() {
    let bench = Bench::new();
    check("role_new", &bench.run(&["role", "new", "--template", "api-generalist", "--title", ROLE]));
    check("weights_wrong", &bench.run(&["role", "weights", ROLE, "--set", "code-review=40"]));
    let words =
        ["role", "weights", ROLE, "--set", "code-review=40", "system-design=20", "--reason", "The work."];
    check("weights", &bench.run(&words));
    check("role_close", &bench.run(&["role", "close", ROLE]));
}

#[test]
fn a_role_is_edited_and_what_scorecards_looked_at_is_not_dropped_unasked() {
    let job = Job::new();
    let edit = |words: &[&str]| job.run("Ada Fixture", &[&["role", "edit", ROLE], words].concat());
    let words =
        ["--seniority", "staff", "--specialisation", "data-intensive", "--goal", "Owns two services."];
    let asked =
        ["--ask", "databases=Explains a plan.", "--ask", "api-design=Versions it.", "--drop", "scalability"];
    check("role_edit", &edit(&[&words[..], &asked[..]].concat()));
    check("role_edit_unknown", &edit(&["--ask", "juggling=Five balls."]));
    check("role_edit_not_asked", &edit(&["--drop", "scalability"]));
    let card = job.card("Bo Fixture", &job.bo, 4);
    assert!(job.run("Bo Fixture", &["scorecard", "submit", &job.bo, "--file", card]).status.success());
    check("role_edit_looked_at", &edit(&["--drop", "databases"]));
    assert!(edit(&["--drop", "databases", "--yes"]).status.success());
    let role = job.bench.json(&["--as", "Ada Fixture", "role", "show", ROLE]);
    let asked = role["role"]["competencies"].as_array().unwrap();
    assert!(!asked.is_empty() && asked.iter().all(|one| one["slug"] != "databases"), "{asked:?}");
}

#[test]
fn what_would_have_raised_a_low_rating_is_asked_and_keeps_nothing_from_being_submitted() {
    let job = Job::new();
    let card = job.card("Bo Fixture", &job.bo, 2);
    let bo = |verb: &str| job.run("Bo Fixture", &["scorecard", verb, &job.bo, "--file", card]);
    check("scorecard_form", &job.run("Bo Fixture", &["scorecard", "form", &job.bo]));
    check("scorecard_check_below", &bo("check"));
    check("scorecard_submit_below", &bo("submit"));
    let card = job.card("Ada Fixture", &job.ada, 2);
    let text = std::fs::read_to_string(job.bench.path(card)).unwrap();
    job.bench.write(card, &text.replace("seen at 2", "What would have raised it: the cause"));
    let answered = job.bench.json(&["--as", "Ada Fixture", "scorecard", "submit", &job.ada, "--file", card]);
    assert_eq!(answered["hints"], serde_json::json!([]));
}

#[test]
fn ratings_are_closed_until_ones_own_are_in() {
    let job = Job::new();
    check("interview_list", &job.run("Ada Fixture", &["interview", "list"]));
    check("interview_list_of", &job.run("Ada Fixture", &["interview", "list", "--person", "Bo Fixture"]));
    job.bench.write("empty.json", "{}");
    check(
        "scorecard_check",
        &job.run("Bo Fixture", &["scorecard", "check", &job.bo, "--file", "empty.json"]),
    );
    let card = job.card("Bo Fixture", &job.bo, 4);
    check("scorecard_submit", &job.run("Bo Fixture", &["scorecard", "submit", &job.bo, "--file", card]));
    check("law4_scorecard", &job.run("Ada Fixture", &["scorecard", "show", &job.bo]));
    check("law4_debrief", &job.run("Ada Fixture", &["debrief", ROLE]));
    check("law4_explain", &job.run("Ada Fixture", &["debrief", ROLE, "--explain", "Cy Fixture", "--json"]));
    check("law4_decide", &job.run("Ada Fixture", &["decide", "Cy Fixture", "hire", "--reason", "Guessing."]));
    let card = job.card("Ada Fixture", &job.ada, 2);
    job.bench.json(&["--as", "Ada Fixture", "scorecard", "submit", &job.ada, "--file", card]);
    check("scorecard_show", &job.run("Ada Fixture", &["scorecard", "show", &job.bo]));
    check("debrief", &job.run("Ada Fixture", &["debrief", ROLE]));
    check("explain", &job.run("Ada Fixture", &["debrief", ROLE, "--explain", "Cy Fixture"]));
    check(
        "decide",
        &job.run("Ada Fixture", &["decide", "Cy Fixture", "hold", "--reason", "The raters differ."]),
    );
    check("history", &job.run("Ada Fixture", &["candidate", "history", "Cy Fixture"]));
}

#[test]
fn a_name_that_means_several_is_refused_with_their_ids() {
    let bench = Bench::new();
    bench.json(&["candidate", "new", "Twin Fixture"]);
    bench.json(&["candidate", "new", "twin fixture"]);
    check("ambiguous", &bench.run(&["candidate", "show", "Twin Fixture"]));
}

#[test]
fn a_list_comes_in_but_for_its_bad_lines() {
    let bench = Bench::new();
    let list = bench.fixture("list.csv");
    bench.json(&["candidate", "new", "Perdita Elsewhere", "--email", "PERDITA@fixture.example"]);
    let before = bench.json(&["journal"])["total"].clone();
    check("add_list_dry", &bench.run(&["candidate", "add-list", &list, "--dry-run"]));
    assert_eq!(bench.json(&["journal"])["total"], before, "a dry run adds nobody");
    bench.json(&["candidate", "erase", "Perdita Elsewhere", "--reason", "made twice", "--yes"]);
    check("add_list", &bench.run(&["candidate", "add-list", &list, "--source", "sourced"]));
    check("add_list_undone", &bench.run(&["undo"]));
    check("receipt_taken_back", &bench.run(&["receipt", "list"]));
}

#[test]
fn a_second_of_one_name_is_told() {
    let bench = Bench::new();
    bench.json(&["candidate", "new", "Perdita Fixture"]);
    check("namesake", &bench.run(&["candidate", "new", "perdita fixture"]));
    check("namesakes_named", &bench.run(&["candidate", "show", "Perdita Fixture"]));
}

#[test]
fn a_scorecard_that_cannot_be_read_is_told_in_plain_words() {
    let job = Job::new();
    check("no_interview_id", &job.run("Bo Fixture", &["scorecard", "form", "Greta Fixture"]));
    let words = ["scorecard", "check", &job.bo, "--file", "card.json"];
    for (name, card) in [
        ("scorecard_bad_level", r#"{"ratings": [{"criterion": "tone", "level": "three"}]}"#),
        ("scorecard_bad_flag", r#"{"ratings": [], "flags": ["blames"]}"#),
        ("scorecard_bad_word", r#"{"recommendation": "maybe"}"#),
        ("scorecard_bad_field", r#"{"ratings": [], "comment": "x"}"#),
        ("scorecard_broken_off", r#"{"ratings": ["#),
    ] {
        job.bench.write("card.json", card);
        check(name, &job.run("Bo Fixture", &words));
    }
}

#[test]
fn the_erased_are_gone_and_a_receipt_stays() {
    let job = Job::new();
    let erase = ["candidate", "erase", "Cy Fixture", "--reason", "Cy asked."];
    let twin = ["candidate", "new", "Di Fixture", "--notes", "Knows Cy Fixture, and Bo Fixture."];
    job.bench.json(&[&["--as", "Ada Fixture"], &twin[..]].concat());
    check("erase_dry", &job.run("Ada Fixture", &["candidate", "erase", "Cy Fixture", "--dry-run"]));
    check("erase_leave", &job.run("Ada Fixture", &[&erase[..], &["--leave", "Knows", "--yes"]].concat()));
    check("erase_unasked", &job.run("Ada Fixture", &erase));
    check("erase", &job.run("Ada Fixture", &[&erase[..], &["--yes"]].concat()));
    check("erased", &job.run("Ada Fixture", &["candidate", "show", "Cy Fixture"]));
    job.bench.json(&["--as", "Ada Fixture", "candidate", "new", "Cy"]);
    check("erase_short", &job.run("Ada Fixture", &["candidate", "erase", "Cy", "--yes"]));
    check("receipts", &job.run("Ada Fixture", &["receipt", "list"]));
    assert!(job.bench.run(&["verify"]).status.success());
}

#[test]
fn an_end_cancels_what_is_open_and_comes_back_with_it() {
    let job = Job::new();
    let words = ["application", "move", "Cy Fixture", "withdrawn", "--reason", "Cy moved abroad."];
    check("withdrawn", &job.run("Ada Fixture", &words));
    check("interviews_withdrawn", &job.run("Ada Fixture", &["interview", "list"]));
    check("undo_withdrawn", &job.run("Ada Fixture", &["undo"]));
    check("interview_list", &job.run("Ada Fixture", &["interview", "list"]));
}

#[test]
fn an_assignment_is_taken_back() {
    let job = Job::new();
    let words = ["interview", "cancel", &job.bo, "--reason", "Bo is ill."];
    check("cancel", &job.run("Ada Fixture", &words));
    check("undo_cancel", &job.run("Ada Fixture", &["undo"]));
    check("undo_unknown", &job.run("Ada Fixture", &["undo", "9999"]));
}
