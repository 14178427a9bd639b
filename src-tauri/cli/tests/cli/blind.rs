//! A role reviewed blind: what is told before and after a reviewer has submitted.

use serde_json::Value;

use crate::bench::{Bench, check, shown};
use crate::job::{ROLE, with_role};

/// Ada coordinates a blind role; Bo is to review the code of its one candidate.
fn job() -> (Bench, String) {
    let bench = with_role();
    bench.json(&["person", "add", "Bo Fixture"]);
    let ada = |words: &[&str]| bench.json(&[&["--as", "Ada Fixture"], words].concat());
    ada(&["role", "blind", ROLE, "on"]);
    let words = ["candidate", "new", "Zqilse Fixturé", "--source", "applied", "--basis", "application"];
    ada(&[words.as_slice(), &["--email", "zqilse@example.invalid", "--location", "Zqport"]].concat());
    ada(&["application", "add", "Zqilse Fixturé", "--role", ROLE]);
    ada(&["application", "move", "Zqilse Fixturé", "interviewing", "--reason", "Zqilse wrote back"]);
    let assigned =
        ada(&["interview", "assign", "Zqilse Fixturé", "--assessment", "code-review", "--to", "Bo Fixture"]);
    let id = assigned["interview"]["id"].as_str().unwrap().to_owned();
    (bench, id)
}

#[test]
fn a_reviewer_sees_a_label_until_they_have_submitted() {
    let (bench, interview) = job();
    let bo = |words: &[&str]| bench.run(&[&["--as", "Bo Fixture"], words].concat());
    check("blind_role", &bo(&["role", "blind", ROLE]));
    check("blind_role_show", &bo(&["role", "show", ROLE]));
    check("blind_off", &bo(&["role", "blind", ROLE, "off"]));
    check("blind_list", &bo(&["candidate", "list"]));
    check("blind_search", &bo(&["candidate", "search", "Zqilse"]));
    check("blind_by_name", &bo(&["candidate", "show", "Zqilse Fixturé"]));
    check("blind_interviews", &bo(&["interview", "list"]));
    let list: Value = bench.json(&["--as", "Bo Fixture", "candidate", "list"]);
    let label = list["candidates"][0]["name"].as_str().unwrap().to_owned();
    check("blind_show", &bo(&["candidate", "show", &label]));
    check("blind_history", &bo(&["candidate", "history", &label]));
    check("blind_edit", &bo(&["candidate", "edit", &label, "--location", "Elsewhere"]));
    for words in [
        ["candidate", "list"].as_slice(),
        &["candidate", "show", &label],
        &["journal"],
        &["interview", "list"],
    ] {
        for json in [[].as_slice(), &["--json"]] {
            let told = shown(&bo(&[words, json].concat())).to_lowercase();
            assert!(!told.contains("zqilse") && !told.contains("zqport"), "{words:?}: {told}");
        }
    }
    submit(&bench, &interview);
    check("blind_scorecard", &bo(&["scorecard", "show", &interview]));
    let told = shown(&bo(&["candidate", "list"]));
    assert!(told.contains("Zqilse Fixturé"), "{told}");
}

#[test]
fn a_namesake_that_a_reviewer_adds_is_found_by_its_name() {
    let (bench, _) = job();
    let bo = |words: &[&str]| bench.run(&[&["--as", "Bo Fixture"], words].concat());
    let new = ["candidate", "new", "Zqilse Fixturé", "--source", "applied", "--basis", "application"];
    assert!(bo(&new).status.success());
    let found = bo(&["candidate", "show", "Zqilse Fixturé"]);
    assert!(found.status.success(), "{}", shown(&found));
    let nobody = bo(&["candidate", "show", "zqilse@example.invalid"]);
    assert!(!nobody.status.success(), "who is hidden is not found by an address");
}

#[test]
fn a_portfolio_is_opened_at_a_price() {
    let (bench, _) = job();
    let list: Value = bench.json(&["--as", "Bo Fixture", "candidate", "list"]);
    let label = list["candidates"][0]["name"].as_str().unwrap();
    let bo = |words: &[&str]| bench.run(&[&["--as", "Bo Fixture"], words].concat());
    check("blind_unblind", &bo(&["candidate", "unblind", label, "--yes"]));
    check("blind_not_blind", &bo(&["interview", "list"]));
}

fn submit(bench: &Bench, interview: &str) {
    let form = bench.json(&["--as", "Bo Fixture", "scorecard", "form", interview]);
    let mut card: Value = form["scorecard"].clone();
    for rating in card["ratings"].as_array_mut().unwrap() {
        rating["level"] = 4.into();
        rating["note"] = "seen at 4".into();
    }
    card["recommendation"] = "yes".into();
    bench.write("card.json", &card.to_string());
    bench.json(&["--as", "Bo Fixture", "scorecard", "submit", interview, "--file", "card.json"]);
}
