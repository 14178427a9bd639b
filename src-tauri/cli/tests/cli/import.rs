//! GitHub data comes in once, bad parts are told, and facts keep their three states.

use crate::bench::{Bench, check, check_text};

#[test]
fn the_same_file_twice_changes_nothing() {
    let bench = Bench::new();
    let user = bench.fixture("rest/user.json");
    check("import", &bench.run(&["import", &user, "--permission", "asked by mail", "--until", "2027-01-31"]));
    let before = bench.json(&["journal"])["total"].clone();
    check("import_again", &bench.run(&["import", &user]));
    assert_eq!(bench.json(&["journal"])["total"], before);
    check("candidate_list", &bench.run(&["candidate", "list"]));
    check("candidate_show", &bench.run(&["candidate", "show", "quill-fixture"]));
    check("candidate_search", &bench.run(&["candidate", "search", "invented", "prog"]));
}

#[test]
fn a_row_for_each_file_and_the_good_part_stays() {
    let bench = Bench::new();
    let (user, broken) = (bench.fixture("rest/user.json"), bench.fixture("rest/broken.json"));
    check("import_json", &bench.run(&["import", &user, &broken, "absent.json", "--json"]));
    let found = bench.json(&["candidate", "show", "Quill Fixture"]);
    let states: Vec<String> = found["facts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fact| format!("{} {} {}\n", fact["fact"], fact["state"], fact["value"]))
        .collect();
    check_text("facts", &states.concat());
    assert_eq!(found["snapshots"].as_array().unwrap().len(), 1);
    assert_eq!(found["accounts"][0]["github_id"], "900000042");
}

#[test]
fn an_unlinked_account_is_linked_by_hand() {
    let bench = Bench::new();
    let user = bench.fixture("rest/user.json");
    bench.json(&["candidate", "new", "Quentin Fixture"]);
    bench.json(&["import", &user]);
    bench.json(&["candidate", "unlink", "Quill Fixture", "quill-fixture"]);
    check("unlinked", &bench.run(&["candidate", "unlinked"]));
    check("link", &bench.run(&["candidate", "link", "Quentin Fixture", "quill-fixture"]));
    check("undo", &bench.run(&["undo"]));
}

/// A line of an hour of GH Archive.
fn happened(login: &str, id: u64, repo: &str) -> String {
    let actor =
        serde_json::json!({"login": login, "id": id, "url": format!("https://api.github.com/users/{login}")});
    let event = serde_json::json!({"id": id.to_string(), "type": "WatchEvent", "actor": actor, "payload": {},
        "repo": {"name": repo, "url": format!("https://api.github.com/repos/{repo}")}, "created_at": "2024-01-01T00:00:00Z"});
    format!("{event}\n")
}

#[test]
fn of_everybodys_events_those_of_chosen_accounts_come_in() {
    let bench = Bench::new();
    let hour = happened("quill-fixture", 42, "inkwell-fixture/nib")
        + &happened("bo-fixture", 8, "example-labs/tank");
    bench.write("2024-01-01-0.json", &hour);
    let without = bench.run(&["import", "2024-01-01-0.json"]);
    assert!(!without.status.success());
    assert!(String::from_utf8_lossy(&without.stdout).contains("--account LOGIN"));
    let chosen = bench.json(&["import", "2024-01-01-0.json", "--account", "quill-fixture"]);
    assert_eq!(
        (&chosen["files"][0]["shape"], &chosen["totals"]["records"]),
        (&"gh-archive".into(), &2.into())
    );
    let people = bench.json(&["candidate", "list"]);
    assert_eq!(people["candidates"].as_array().unwrap().len(), 1, "{people}");
    let again = bench.json(&["import", "2024-01-01-0.json", "--account", "quill-fixture"]);
    assert_eq!(again["totals"]["skipped"], 1, "the same choice changes nothing");
    let other = bench.json(&["import", "2024-01-01-0.json", "--account", "id:8"]);
    assert_eq!(other["files"][0]["accounts"][0]["login"], "bo-fixture", "another choice is another import");
    for wrong in ["--account=a b", "--limit=speed=9", "--limit=json-depth=1000"] {
        assert_eq!(bench.run(&["import", "2024-01-01-0.json", wrong]).status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn a_limit_is_adjusted() {
    let bench = Bench::new();
    let user = bench.fixture("rest/user.json");
    let refused = bench.run(&["import", &user, "--limit", "total-bytes=10"]);
    assert!(String::from_utf8_lossy(&refused.stdout).contains("(total-bytes)"), "{refused:?}");
    bench.json(&["import", &user, "--limit", "total-bytes=1MiB"]);
    let listed = bench.bare(&["shapes"]);
    assert!(String::from_utf8_lossy(&listed.stdout).contains("total-bytes"));
}
