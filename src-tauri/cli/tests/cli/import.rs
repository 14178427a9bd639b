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
