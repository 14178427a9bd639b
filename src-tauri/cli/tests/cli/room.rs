//! Interview mode without a window: the log of the room goes in with the scorecard and is shown again.

use serde_json::{Value, json};

use crate::bench::check;
use crate::job::{Job, ROLE};

fn with_log(job: &Job, log: &Value) -> &'static str {
    let file = job.card("Bo Fixture", &job.bo, 4);
    let mut card: Value =
        serde_json::from_str(&std::fs::read_to_string(job.bench.path(file)).unwrap()).unwrap();
    assert_eq!(card["log"], json!([]), "the form offers a log to fill in");
    card["log"] = log.clone();
    job.bench.write(file, &card.to_string());
    file
}

#[test]
fn a_log_goes_in_with_the_scorecard_and_is_shown_again() {
    let job = Job::new();
    let ada = job.card("Ada Fixture", &job.ada, 3);
    job.bench.json(&["--as", "Ada Fixture", "scorecard", "submit", &job.ada, "--file", ada]);
    let card = with_log(&job, &json!([{"at": "2026-11-24T14:00:00Z", "event": "clap", "text": "x"}]));
    check("room_bad", &job.run("Bo Fixture", &["scorecard", "check", &job.bo, "--file", card]));
    let log = json!([
        {"at": "2026-11-24T14:00:00Z", "event": "section", "of": "reading", "text": "Reading"},
        {"at": "2026-11-24T14:21:40Z", "event": "clue", "of": "hint", "text": "A hint"},
        {"at": "2026-11-24T14:12:07Z", "event": "note", "text": "Asked who calls it twice."},
        {"at": "2026-11-24T15:01:00Z", "event": "stop"},
    ]);
    let card = with_log(&job, &log);
    job.bench.json(&["--as", "Bo Fixture", "scorecard", "submit", &job.bo, "--file", card]);
    check("room_show", &job.run("Ada Fixture", &["scorecard", "show", &job.bo]));
    check("room_explain", &job.run("Ada Fixture", &["debrief", ROLE, "--explain", "Cy Fixture"]));
    let again = job.bench.json(&["--as", "Ada Fixture", "scorecard", "show", &job.bo]);
    assert_eq!(again["scorecards"][0]["log"].as_array().unwrap().len(), 4);
}
