//! Workspaces, people, the journal; wrong use and workspaces that cannot be used.

use crate::bench::{Bench, check};

#[test]
fn a_new_workspace_shows_its_recovery_code_once() {
    let bench = Bench::empty();
    check("init", &bench.run(&["init", "--name", "Team Fixture", "--owner", "Ada Fixture"]));
    check("init_again", &bench.run(&["init", "--name", "Team Fixture", "--owner", "Ada Fixture"]));
    let info = Bench::new().json(&["person", "list"]);
    assert_eq!(info["people"][0]["name"], "Ada Fixture");
}

#[test]
fn wrong_use_is_two_and_an_unusable_workspace_three() {
    let bench = Bench::new();
    check("no_workspace_named", &bench.bare(&["candidate", "list"]));
    check("unknown_command", &bench.bare(&["frob", "--json"]));
    check("no_arguments", &bench.bare(&["candidate", "new", "--json"]));
    check("no_such_folder", &bench.bare(&["-w", "elsewhere", "verify", "--json"]));
    check("locked", &bench.bare(&["-w", "team.assay", "verify"]));
    bench.write("wrong", "another passphrase\n");
    let wrong = ["-w", "team.assay", "--passphrase-file", "wrong", "verify"];
    check("wrong_passphrase", &bench.bare(&wrong));
    std::fs::rename(bench.path("team.assay/keys.json"), bench.path("keys")).unwrap();
    std::fs::create_dir(bench.path("team.assay/keys.json")).unwrap();
    assert_eq!(bench.run(&["verify"]).status.code(), Some(3));
    std::fs::remove_dir(bench.path("team.assay/keys.json")).unwrap();
    std::fs::rename(bench.path("keys"), bench.path("team.assay/keys.json")).unwrap();
    check("unknown_stage", &bench.run(&["application", "move", "Nobody", "frozen"]));
    check("refused", &bench.run(&["candidate", "show", "Nobody Fixture", "--json"]));
}

#[test]
fn the_passphrase_changes_and_the_recovery_code_stays() {
    let bench = Bench::empty();
    let made = bench.json(&["init", "--owner", "Ada Fixture"]);
    bench.write("code", made["recovery_code"].as_str().unwrap());
    bench.write("new", "an even longer one\n");
    check("passphrase", &bench.run(&["passphrase", "--new-passphrase-file", "new"]));
    assert_eq!(bench.run(&["verify"]).status.code(), Some(3));
    let words = ["passphrase", "--recovery-code-file", "code", "--new-passphrase-file", "pass"];
    let output = bench.bare(&[&["-w", "team.assay"], words.as_slice()].concat());
    assert!(output.status.success());
    assert!(bench.run(&["verify"]).status.success());
}

#[test]
fn the_environment_names_a_file_with_the_passphrase_and_arguments_go_before_it() {
    let bench = Bench::empty();
    let made = bench.with("ASSAY_PASSPHRASE_FILE", "pass", &["init", "mine.assay", "--owner", "Ada Fixture"]);
    assert!(made.status.success(), "a new workspace gets it too");
    let listed = ["-w", "mine.assay", "person", "list"];
    assert!(bench.with("ASSAY_PASSPHRASE_FILE", "pass", &listed).status.success());
    assert_eq!(bench.bare(&listed).status.code(), Some(3));
    check("passphrase_file_gone", &bench.with("ASSAY_PASSPHRASE_FILE", "gone", &listed));
    let argued = [&["--passphrase-file", "pass"], listed.as_slice()].concat();
    assert!(bench.with("ASSAY_PASSPHRASE_FILE", "gone", &argued).status.success());
    assert!(bench.bare(&["init", "s.assay", "--sample"]).status.success());
    let sample = ["-w", "s.assay", "person", "list"];
    assert!(bench.with("ASSAY_PASSPHRASE_FILE", "pass", &sample).status.success(), "its own is known");
}

#[test]
fn people_have_pins_and_must_say_who_they_are() {
    let bench = Bench::new();
    check("person_add", &bench.run(&["person", "add", "Bo Fixture"]));
    check("who_are_you", &bench.run(&["candidate", "list"]));
    check("who_nearly", &bench.run(&["--as", "bo", "candidate", "list"]));
    check("who_fixture", &bench.run(&["--as", "Fixture", "candidate", "list"]));
    check("who_environment", &bench.run_as("Boo", &["candidate", "list"]));
    assert!(bench.run_as("Bo Fixture", &["candidate", "list"]).status.success());
    let ada = bench.run_as("nobody", &["--as", "Ada Fixture", "candidate", "list"]);
    assert!(ada.status.success(), "the argument goes before the environment");
    for library in [
        ["kit", "list", ""],
        ["kit", "show", "code-review"],
        ["rubric", "list", ""],
        ["rubric", "show", "backend-code-review"],
    ] {
        let words: Vec<&str> = library.into_iter().filter(|word| !word.is_empty()).collect();
        assert!(bench.run(&words).status.success(), "{words:?} is nobody's own");
    }
    bench.write("pin", "2468\n");
    bench.write("other", "1357\n");
    let as_bo = |words: &[&str]| bench.run(&[&["--as", "bo fixture"], words].concat());
    assert!(as_bo(&["person", "pin", "--new-pin-file", "pin"]).status.success());
    check("wrong_pin", &as_bo(&["--pin-file", "other", "journal"]));
    check("pin_asked", &as_bo(&["journal"]));
    assert!(as_bo(&["--pin-file", "pin", "journal"]).status.success());
    check("person_list", &bench.run(&["person", "list"]));
    check("person_archive", &bench.run(&["--as", "Ada Fixture", "person", "archive", "Bo Fixture"]));
    check("journal", &bench.run(&["journal"]));
    check("verify", &bench.run(&["verify"]));
    check("verify_json", &bench.run(&["verify", "--json"]));
}
