//! What is asked about before it is done: an end without a scorecard, weights under which scorecards are in.

use serde_json::Value;

use crate::bench::check;
use crate::job::{Job, ROLE, with_role};

const ADA: &str = "Ada Fixture";

#[test]
fn an_end_that_nothing_rests_on_is_asked_about_and_its_record_says_so() {
    let job = Job::new();
    let done = |words: &[&str]| assert!(job.run(ADA, words).status.success(), "{words:?}");
    done(&["candidate", "new", "Eda Fixture", "--source", "applied", "--basis", "application"]);
    done(&["application", "add", "Eda Fixture", "--role", ROLE]);
    done(&["application", "move", "Eda Fixture", "interviewing"]);
    for kind in ["code-review", "system-design"] {
        done(&["interview", "assign", "Eda Fixture", "--assessment", kind, "--to", "Bo Fixture"]);
    }
    let reject = ["decide", "Eda Fixture", "reject", "--reason", "The role is filled."];
    check("decide_asked", &job.run(ADA, &reject));
    let open = job.bench.json(&["--as", ADA, "interview", "list", "--person", "Bo Fixture"]);
    let states = |all: &Value| {
        all["interviews"].as_array().unwrap().iter().filter(|one| one["state"] == "open").count()
    };
    assert_eq!(states(&open), 3, "nothing was changed");
    done(&["decide", "Eda Fixture", "hold", "--reason", "Nothing ends: nothing is asked."]);
    check("decide_meant", &job.run(ADA, &[reject.as_slice(), &["--yes"]].concat()));
}

#[test]
fn a_hire_of_somebody_not_to_be_contacted_names_the_flag_that_it_needs() {
    let bench = with_role();
    bench.json(&["candidate", "new", "Di Fixture", "--source", "applied", "--basis", "application"]);
    bench.json(&["application", "add", "Di Fixture", "--role", ROLE]);
    bench.json(&["candidate", "do-not-contact", "Di Fixture", "--reason", "Asked us not to."]);
    let hire = ["decide", "Di Fixture", "hire", "--reason", "Knows the work.", "--yes"];
    check("decide_not_to_contact", &bench.run(&hire));
    let despite = ["--despite-do-not-contact", "Di wrote to us."];
    assert!(bench.run(&[hire.as_slice(), &despite].concat()).status.success());
}

#[test]
fn weights_under_which_scorecards_are_in_are_asked_about_and_the_debrief_says_that_they_changed() {
    let job = Job::new();
    for (who, id, level) in [("Bo Fixture", &job.bo, 4), (ADA, &job.ada, 2)] {
        let card = job.card(who, id, level);
        assert!(job.run(who, &["scorecard", "submit", id, "--file", card]).status.success());
    }
    let whys = || {
        let plan = job.bench.json(&["--as", ADA, "role", "plan", ROLE]);
        let all = plan["assessments"].as_array().unwrap().iter();
        all.map(|one| one["weight_reason"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = whys();
    let set = [
        "role",
        "weights",
        ROLE,
        "--set",
        "code-review=40",
        "system-design=20",
        "--reason",
        "Reviews tell more.",
    ];
    check("weights_asked", &job.run(ADA, &set));
    let meant = ["--why", "code-review=It is the work itself.", "--yes"];
    check("weights_meant", &job.run(ADA, &[set.as_slice(), &meant].concat()));
    let changed = before.iter().zip(whys()).filter(|(old, new)| *old != new);
    assert_eq!(
        changed.map(|(_, new)| new).collect::<Vec<_>>(),
        ["It is the work itself."],
        "the others stay"
    );
    let told = String::from_utf8(job.run(ADA, &["debrief", ROLE]).stdout).unwrap();
    let place = |text: &str| told.find(text).unwrap_or_else(|| panic!("{text} is not in {told}"));
    let order = [
        "Weights were changed after 2 scorecards had been submitted",
        "Why: Reviews tell more.",
        "WHERE RATERS DIFFER",
        "seen at 2",
        "RATINGS",
    ];
    assert!(order.map(place).is_sorted(), "{told}");
    let earlier = ["debrief", ROLE, "--plan-version", "1"];
    let under = String::from_utf8(job.run(ADA, &earlier).stdout).unwrap();
    assert!(under.contains("WHERE RATERS DIFFER, UNDER THE NEWEST PLAN\n"), "{under}");
    assert!(!told.contains("UNDER THE NEWEST PLAN"), "{told}");
    let json = job.bench.json(&[&["--as", ADA], earlier.as_slice()].concat());
    assert_eq!(
        (&json["debrief"]["plan"]["version"], &json["disagreements_plan_version"]),
        (&1.into(), &2.into())
    );
    let one = String::from_utf8(job.run(ADA, &["debrief", ROLE, "--of", "Cy Fixture"]).stdout).unwrap();
    assert!(one.contains("By Ada Fixture, "), "{one}");
}
