//! Whether groups fare alike, what became of hires, and marking again.

use serde_json::Value;

use crate::bench::{Bench, check};

const TOTALS: &str = "\
group,stage,source,applied,passed
one,screening,referral,80,48
other,screening,referral,40,12
one,screening,job board,30,9
other,screening,job board,4,4
other,interviewing,referral,12,13
";

#[test]
fn totals_are_imported_shown_and_removed() {
    let bench = Bench::new();
    bench.write("totals.csv", TOTALS);
    bench.write("bad.csv", "group,came\nA,3\n");
    check("impact_none", &bench.run(&["impact", "show"]));
    check("impact_import", &bench.run(&["impact", "import", "totals.csv"]));
    check("impact_import_again", &bench.run(&["impact", "import", "totals.csv"]));
    check("impact_import_bad", &bench.run(&["impact", "import", "bad.csv"]));
    check("impact_show", &bench.run(&["impact", "show"]));
    let shown = bench.json(&["impact", "show"]);
    assert_eq!(shown["impact"]["imported"][2]["comparisons"][0]["finding"], "below");
    check("impact_totals", &bench.run(&["impact", "totals"]));
    bench.write("corrected.csv", "group,stage,source,applied,passed\none,screening,referral,90,50\n");
    let corrected = ["impact", "import", "corrected.csv"];
    assert_eq!(bench.run(&corrected).status.code(), Some(1), "people would count twice");
    check("impact_import_twice", &bench.run(&corrected));
    check("impact_import_replace", &bench.run(&["impact", "import", "corrected.csv", "--replace"]));
    assert_eq!(bench.json(&["impact", "totals"])["imports"][1]["totals"], 3);
    let id = bench.json(&["impact", "totals"])["imports"][0]["id"].as_str().unwrap().to_owned();
    assert!(bench.run(&["impact", "remove", &id]).status.success());
    assert_eq!(bench.run(&["impact", "remove", &id]).status.code(), Some(1));
}

#[test]
fn what_a_candidate_gave_is_never_shown_alone() {
    let bench = Bench::new();
    bench.json(&["candidate", "new", "Cy Fixture", "--source", "applied", "--basis", "application"]);
    let words = ["impact", "give", "Cy Fixture", "--category", "handedness", "--group", "zqleft"];
    check("impact_give", &bench.run(&words));
    for words in [["impact", "show"].as_slice(), &["candidate", "show", "Cy Fixture"], &["journal"]] {
        let told = bench.json(words).to_string();
        assert!(!told.contains("zqleft") && !told.contains("handedness"), "{words:?}: {told}");
    }
    check("impact_withdraw", &bench.run(&["impact", "withdraw", "Cy Fixture"]));
    assert!(bench.run(&["verify"]).status.success());
}

#[test]
fn the_outcome_of_a_hire_is_kept_and_set_against_scores() {
    let bench = Bench::new();
    let role = ["role", "new", "--template", "api-generalist", "--title", "Backend Fixture"];
    bench.json(&[role.as_slice(), &["--goal", "Owns one service.", "--goal", "Halves the pages."]].concat());
    bench.json(&["candidate", "new", "Cy Fixture", "--source", "applied", "--basis", "application"]);
    bench.json(&["application", "add", "Cy Fixture", "--role", "Backend Fixture"]);
    let keep = [
        "outcome",
        "keep",
        "Cy Fixture",
        "--month",
        "3",
        "--met",
        "1",
        "--missed",
        "2",
        "--rating",
        "4",
        "--note",
        "Late start.",
    ];
    check("outcome_no_hire", &bench.run(&keep));
    let hired = ["application", "move", "Cy Fixture", "hired"];
    check("hire_by_a_move", &bench.run(&hired));
    check("hire_by_a_move_asks", &bench.run(&[hired.as_slice(), &["--reason", "signed"]].concat()));
    bench.json(&[hired.as_slice(), &["--reason", "signed", "--yes"]].concat());
    check("outcome_due", &bench.run(&["outcome", "due"]));
    check("outcome_early", &bench.run(&keep));
    check("outcome_keep", &bench.run(&[&keep[..], &["--yes"]].concat()));
    let both = ["outcome", "keep", "Cy Fixture", "--month", "3", "--met", "1,2", "--missed", "2", "--yes"];
    check("outcome_both", &bench.run(&both));
    check("outcome_wrong_goal", &bench.run(&["outcome", "keep", "Cy Fixture", "--month", "3", "--met", "3"]));
    // What is not named again stays, and that something was there is said.
    check(
        "outcome_keep_again",
        &bench.run(&["outcome", "keep", "Cy Fixture", "--month", "3", "--rating", "5", "--yes"]),
    );
    check("outcome_list", &bench.run(&["outcome", "list"]));
    let anew = ["outcome", "keep", "Cy Fixture", "--month", "3", "--rating", "5", "--anew", "--yes"];
    let afresh = bench.json(&anew);
    assert_eq!(afresh["replaced"]["goals"][0]["met"], true, "{afresh}");
    assert_eq!(afresh["outcome"]["goals"][0]["met"], Value::Null, "{afresh}");
    check("outcome_predict", &bench.run(&["outcome", "predict", "--role", "Backend Fixture"]));
}

#[test]
fn own_scorecards_are_marked_again_blind() {
    let bench = Bench::empty();
    bench.bare(&["init", "sample.assay", "--sample"]);
    let run = |words: &[&str]| bench.bare(&[&["-w", "sample.assay"], words].concat());
    let json = |words: &[&str]| -> Value {
        let output = run(&[words, &["--json"]].concat());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    check("retest_none_open", &run(&["retest", "open"]));
    let begun = json(&["retest", "begin", "--most", "1"]);
    let id = begun["retests"][0]["interview"]["id"].as_str().unwrap().to_owned();
    assert_eq!(run(&["scorecard", "show", &id]).status.code(), Some(1), "closed while it is to be done");
    let mut card = json(&["retest", "form", &id])["scorecard"].clone();
    for rating in card["ratings"].as_array_mut().unwrap() {
        assert!(rating["level"].is_null());
        rating["level"] = 3.into();
        rating["note"] = "seen again".into();
    }
    card["recommendation"] = "yes".into();
    bench.write("card.json", &card.to_string());
    check("retest_submit", &run(&["retest", "submit", &id, "--file", "card.json"]));
    let shown = json(&["retest", "show"]);
    assert_eq!(shown["consistency"]["scorecards"], 1);
    assert!(shown["consistency"]["all"]["same"].is_number());
    assert!(run(&["retest", "show"]).status.success());
    assert!(run(&["scorecard", "show", &id]).status.success(), "and open again");
    check("retest_stop", &run(&["retest", "stop"]));
    assert!(run(&["verify"]).status.success());
}
