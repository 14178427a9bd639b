//! What candidates handed in: added, imported from a form, listed, shown, cited, removed.

use crate::bench::{Bench, check};
use crate::job::with_role;

fn two_candidates() -> Bench {
    let bench = with_role();
    for name in ["Cy Fixture", "Eda Fixture"] {
        bench.json(&["candidate", "new", name, "--source", "applied", "--basis", "application"]);
        bench.json(&["application", "add", name, "--role", "Backend Fixture"]);
    }
    bench
}

#[test]
fn a_row_of_two_people_is_told_and_given_to_nobody() {
    let bench = two_candidates();
    bench.json(&["candidate", "edit", "Eda Fixture", "--email", "eda@fixture.example"]);
    bench
        .write("form.csv", "name,email,1. Something you shipped\nCy Fixture,eda@fixture.example,A ledger.\n");
    let take =
        ["submission", "import", "form.csv", "--role", "Backend Fixture", "--assessment", "questionnaire"];
    check("form_two_people_dry", &bench.run(&[&take[..], &["--dry-run"]].concat()));
    check("form_two_people", &bench.run(&take));
    assert_eq!(bench.json(&["submission", "list"])["submissions"], serde_json::json!([]));
}

#[test]
fn files_and_answers_are_added_shown_cited_and_removed() {
    let bench = two_candidates();
    check("submission_none", &bench.run(&["submission", "list"]));
    std::fs::create_dir_all(bench.path("work/shop")).unwrap();
    bench.write("work/shop/history.py", "def page():\n    return []\n");
    std::fs::write(bench.path("work/logo.png"), b"\x89PNG\0").unwrap();
    bench.write("review.md", "The webhook is not idempotent.\nIt charges twice.\n");
    let add =
        ["submission", "add", "Cy Fixture", "work", "--assessment", "code-review", "--text", "review.md"];
    let add = [add.as_slice(), &["--minutes", "40"]].concat();
    check("submission_add", &bench.run(&add));
    check("submission_add_again", &bench.run(&add));
    let absent = ["submission", "add", "Cy Fixture", "work/absent", "--assessment", "code-review"];
    check("submission_add_absent", &bench.run(&absent));
    check("submission_list", &bench.run(&["submission", "list", "--candidate", "Cy Fixture"]));
    let listed = bench.json(&["submission", "list"]);
    let id = listed["submissions"][0]["id"].as_str().unwrap();
    check("submission_show", &bench.run(&["submission", "show", id]));
    let shown = bench.json(&["submission", "show", id]);
    let part = shown["submission"]["parts"][0]["head"]["id"].as_str().unwrap();
    let held = bench.json(&[
        "interview",
        "assign",
        "Cy Fixture",
        "--assessment",
        "code-review",
        "--to",
        "Ada Fixture",
    ]);
    let held = held["interview"]["id"].as_str().unwrap();
    let form = bench.json(&["scorecard", "form", held]);
    let criterion = form["form"]["rubric"]["criteria"][0]["id"].as_str().unwrap();
    let cite = ["submission", "cite", held, "--criterion", criterion, "--part", part, "--lines"];
    check("submission_cite_beyond", &bench.run(&[cite.as_slice(), &["2-3"]].concat()));
    assert!(bench.run(&[cite.as_slice(), &["2"]].concat()).status.success());
    let form = bench.json(&["scorecard", "form", held]);
    let cited = &form["scorecard"]["ratings"][0]["citations"][0];
    assert_eq!(
        (cited["address"].as_str(), cited["quote"].as_str()),
        (Some("submission text:2"), Some("It charges twice."))
    );
    check("submission_remove_cited", &bench.run(&["submission", "remove", id]));
    let answer = ["submission", "add", "Eda Fixture", "--assessment", "questionnaire"];
    let answers = ["--answer", "shipped=A ledger that balances.", "--answer", "Why us?=@review.md"];
    check("submission_add_answers", &bench.run(&[answer.as_slice(), &answers].concat()));
    check("submission_add_nothing", &bench.run(&answer));
    let listed = bench.json(&["submission", "list", "--candidate", "Eda Fixture"]);
    let id = listed["submissions"][0]["id"].as_str().unwrap();
    check("submission_remove", &bench.run(&["submission", "remove", id]));
    assert!(bench.run(&["undo"]).status.success());
    assert_eq!(bench.json(&["submission", "list"])["submissions"].as_array().unwrap().len(), 2);
    assert!(bench.run(&["verify"]).status.success());
}

const EXPORT: &str = "\
Name,E-mail,Question one,\"5. The answer that never came, in your words\",Time
Cy Fixture,,A ledger.,Store the intent first.,45 min
Eda Fixture,,A queue.,,a while
Somebody Else,,Mine.,,
";

#[test]
fn a_form_is_looked_at_mapped_and_taken_once() {
    let bench = two_candidates();
    bench.write("form.csv", EXPORT);
    let import =
        ["submission", "import", "form.csv", "--role", "Backend Fixture", "--assessment", "questionnaire"];
    check("submission_form_dry", &bench.run(&[import.as_slice(), &["--dry-run"]].concat()));
    let mapped = |column: &str| bench.run(&[import.as_slice(), &["--column", column]].concat());
    check("submission_form_no_column", &mapped("Question two=answer:shipped"));
    check("submission_form_no_question", &mapped("Question one=answer:nine"));
    check("submission_form_no_meaning", &mapped("Question one=essay"));
    check("submission_form", &mapped("Question one=answer:shipped"));
    check("submission_form_again", &bench.run(&import));
    let listed = bench.json(&["submission", "list", "--role", "Backend Fixture"]);
    assert_eq!(listed["submissions"].as_array().unwrap().len(), 2);
    bench.write("other.csv", "Name,How long (min),Anything else?\nCy Fixture,45,Thanks.\n");
    let other =
        ["submission", "import", "other.csv", "--role", "Backend Fixture", "--assessment", "questionnaire"];
    check("submission_form_other", &bench.run(&[other.as_slice(), &["--dry-run"]].concat()));
}

#[test]
fn a_form_s_ignored_columns_are_named_when_it_is_taken() {
    let bench = two_candidates();
    bench.write(
        "form.csv",
        "Name,Time taken (min),1. Shipped,Why us,Empty\nCy Fixture,45,A ledger.,For tea.,\n",
    );
    let import =
        ["submission", "import", "form.csv", "--role", "Backend Fixture", "--assessment", "questionnaire"];
    check("submission_form_ignored", &bench.run(&import));
}
