//! The debrief in its parts, open questions, amendments before and after it, and a decision that is written down.

use serde_json::Value;

use crate::bench::check;
use crate::job::{Job, ROLE};

const ADA: &str = "Ada Fixture";
const BO: &str = "Bo Fixture";

/// Bo has rated Cy 4 and raised a flag; Ada differs; a third interview was cancelled; Di has no interview.
fn rated() -> Job {
    let job = Job::new();
    let flag = job.bench.json(&["--as", BO, "scorecard", "form", &job.bo])["form"]["rubric"]["red_flags"][0]
        ["id"]
        .clone();
    job.card(BO, &job.bo, 4);
    change(&job, |card| {
        card["flags"] = serde_json::json!([{"flag": flag, "evidence": "\"It went down.\" Asked twice who."}]);
        card["ratings"][0]["citations"] = serde_json::json!([{"evidence_id": null, "address": "kettle@1:src/lid.rs:4", "quote": "lid.unlock()"}]);
    });
    job.bench.json(&["--as", BO, "scorecard", "submit", &job.bo, "--file", "card.json"]);
    job.card(ADA, &job.ada, 4);
    change(&job, |card| {
        card["ratings"][0]["level"] = 2.into();
        card["ratings"][0]["note"] = "Missed the race.".into();
        card["ratings"][1]["level"] = 3.into();
        card["recommendation"] = "no".into();
        card["summary"] = "Careful, and slow to find it.".into();
    });
    job.bench.json(&["--as", ADA, "scorecard", "submit", &job.ada, "--file", "card.json"]);
    let words = ["interview", "assign", "Cy Fixture", "--assessment", "system-design", "--to", BO];
    let third = job.bench.json(&[&["--as", ADA], words.as_slice()].concat());
    let third = third["interview"]["id"].as_str().unwrap();
    job.bench.json(&["--as", ADA, "interview", "cancel", third, "--reason", "Bo was ill."]);
    job.bench.json(&[
        "--as",
        ADA,
        "candidate",
        "new",
        "Di Fixture",
        "--source",
        "applied",
        "--basis",
        "application",
    ]);
    job.bench.json(&["--as", ADA, "application", "add", "Di Fixture", "--role", ROLE]);
    job
}

fn change(job: &Job, how: impl FnOnce(&mut Value)) {
    let mut card: Value =
        serde_json::from_str(&std::fs::read_to_string(job.bench.path("card.json")).unwrap()).unwrap();
    how(&mut card);
    job.bench.write("card.json", &card.to_string());
}

#[test]
fn the_debrief_is_read_in_its_parts() {
    let job = rated();
    let part = |words: &[&str]| job.run(ADA, &[&["debrief", ROLE], words].concat());
    check("debrief_disagreements", &part(&["--disagreements"]));
    check("debrief_competencies", &part(&["--competencies"]));
    check("debrief_compare", &part(&["--compare", "Cy Fixture", "Di Fixture"]));
    check("debrief_compare_one", &part(&["--compare", "Cy Fixture", "Cy Fixture"]));
    check("debrief_flags", &part(&["--flags"]));
    check("debrief_missing", &part(&["--missing"]));
    check("debrief_of", &part(&["--of", "Cy Fixture"]));
    let json = job.bench.json(&["--as", ADA, "debrief", ROLE, "--disagreements"]);
    assert_eq!(json["disagreements"][0]["gap"], 2, "the widest comes first");
    assert_eq!(json["recommendations"][0]["steps"], 2);
}

#[test]
fn a_part_is_closed_to_whoever_holds_an_open_interview() {
    let job = rated();
    let words = ["interview", "assign", "Cy Fixture", "--assessment", "questionnaire", "--to", BO];
    job.bench.json(&[&["--as", ADA], words.as_slice()].concat());
    check("law4_disagreements", &job.run(BO, &["debrief", ROLE, "--disagreements"]));
    check("law4_debrief_of", &job.run(BO, &["debrief", ROLE, "--of", "Cy Fixture"]));
    check("law4_question", &job.run(BO, &["question", "add", "Cy Fixture", "Why 2?"]));
}

#[test]
fn an_amendment_says_whether_it_came_before_or_after_the_debrief() {
    let job = rated();
    let amend = |why: &str| {
        let words = ["scorecard", "amend", &job.bo, "--file", "card.json", "--reason", why];
        job.bench.json(&[&["--as", BO], words.as_slice()].concat());
    };
    amend("Levels were off by one.");
    check("debrief_open", &job.run(ADA, &["debrief", ROLE, "--open", "Cy Fixture"]));
    check("debrief_open_again", &job.run(ADA, &["debrief", ROLE, "--open", "Cy Fixture"]));
    job.run(BO, &["debrief", ROLE]);
    amend("Ada's notes reminded me.");
    let told = job.bench.json(&["--as", BO, "scorecard", "show", &job.bo]);
    let timings: Vec<&str> =
        told["scorecards"].as_array().unwrap().iter().map(|one| one["timing"].as_str().unwrap()).collect();
    assert_eq!(
        timings,
        [
            "Amended after the debrief was opened; its author had read ratings of others.",
            "Amended before the debrief; its author had read no rating of others.",
            ""
        ]
    );
    check("explain_amended", &job.run(ADA, &["debrief", ROLE, "--explain", "Cy Fixture"]));
}

#[test]
fn an_amendment_begins_from_what_was_submitted() {
    let job = rated();
    check("form_submitted", &job.run(BO, &["scorecard", "form", &job.bo]));
    let begin = ["scorecard", "form", &job.bo, "--amend", "--out", "mine.json"];
    check("form_amend", &job.run(BO, &begin));
    let text = std::fs::read_to_string(job.bench.path("mine.json")).unwrap();
    let mut card: Value = serde_json::from_str(&text).unwrap();
    let shown = job.bench.json(&["--as", BO, "scorecard", "show", &job.bo]);
    assert_eq!(card["ratings"], shown["scorecards"][0]["ratings"], "filled in as it was submitted");
    card["ratings"][0]["level"] = 1.into();
    job.bench.write("mine.json", &card.to_string());
    let amend = ["scorecard", "amend", &job.bo, "--file", "mine.json", "--reason", "One level was off."];
    assert!(job.run(BO, &amend).status.success());
    let now = job.bench.json(&["--as", BO, "scorecard", "show", &job.bo]);
    assert_eq!(
        (&now["scorecards"][0]["version"], &now["scorecards"][0]["ratings"][0]["level"]),
        (&2.into(), &1.into())
    );
    assert_eq!(
        now["scorecards"][0]["ratings"][1], shown["scorecards"][0]["ratings"][1],
        "the rest as it was"
    );
    check("form_amend_foreign", &job.run(ADA, &["scorecard", "form", &job.bo, "--amend"]));
}

#[test]
fn questions_stay_until_they_are_answered_and_a_decision_is_written_down() {
    let job = rated();
    let ask = ["question", "add", "Cy Fixture", "Has Cy been on call?"];
    check("question_add", &job.run(ADA, &ask));
    check("question_list", &job.run(BO, &["question", "list", ROLE]));
    let decide = [
        "decide",
        "Cy Fixture",
        "advance",
        "--reason",
        "The review was careful; the disagreement was talked through.",
        "--option",
        "Wait for the system design: the calendar does not allow it",
        "--expect-three-months",
        "On call with somebody beside.",
        "--unknown",
        "How Cy designs.",
    ];
    check("decide_record", &job.run(ADA, &decide));
    check("candidate_decided", &job.run(ADA, &["candidate", "show", "Cy Fixture"]));
    let id = job.bench.json(&["--as", ADA, "question", "list", ROLE])["questions"][0]["id"].clone();
    let id = id.as_str().unwrap();
    check("question_close", &job.run(ADA, &["question", "close", id, "--answer", "Two years, says Cy."]));
    check("question_close_again", &job.run(ADA, &["question", "close", id, "--answer", "Again."]));
    check("question_closed", &job.run(BO, &["question", "list", ROLE, "--application", "Cy Fixture"]));
    assert!(job.bench.run(&["--as", ADA, "verify"]).status.success());
}
