//! Kits and rubrics: listed, shown, checked, written into folders.

use std::path::Path;

use crate::bench::{Bench, check};
use crate::job::{Job, ROLE};

fn in_the_box(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rubrics").join(name).display().to_string()
}

#[test]
fn a_kit_is_shown_and_written_with_the_candidates_files_apart() {
    let bench = Bench::new();
    assert!(bench.json(&["kit", "list"])["kits"].as_array().unwrap().len() >= 14);
    check("kit_show", &bench.run(&["kit", "show", "behavioural-interview"]));
    let start = bench.json(&["kit", "show", "code-review", "--material", "candidate/START.md"]);
    assert!(!start["material"]["text"].as_str().unwrap().is_empty());
    let exported = ["kit", "export", "coding-endpoint", "out", "--variant", "python-senior"];
    check("kit_export", &bench.run(&exported));
    assert!(bench.path("out/candidate/python/TASK-senior.md").is_file());
    assert!(bench.path("out/interviewer/GUIDE.md").is_file());
    assert!(!bench.path("out/candidate/GUIDE.md").exists());
    check("kit_export_again", &bench.run(&exported));
    check(
        "kit_unknown_variant",
        &bench.run(&["kit", "export", "code-review", "other", "--variant", "cobol"]),
    );
}

#[test]
fn kits_are_checked_with_file_line_and_what_to_do() {
    let bench = Bench::empty();
    let all = bench.bare(&["rubric", "check", &in_the_box("kits"), &in_the_box("backend"), "--json"]);
    assert!(all.status.success());
    let told: serde_json::Value = serde_json::from_slice(&all.stdout).unwrap();
    assert!(told["files"].as_array().unwrap().len() >= 26);
    std::fs::create_dir_all(bench.path("mine/candidate")).unwrap();
    let text = std::fs::read_to_string(in_the_box("kits/behavioural-interview/kit.toml")).unwrap();
    bench.write("mine/kit.toml", &text.replacen("minutes = 45", "minutes = 46", 1));
    check("kit_check_minutes", &bench.bare(&["rubric", "check", "mine"]));
    bench.write("mine/kit.toml", &text);
    bench.write("mine/candidate/START.md", "Hello.");
    bench.write("mine/answers.md", "Not handed over.");
    check("kit_check_files", &bench.bare(&["rubric", "check", "mine"]));
}

#[test]
fn templates_and_competencies_are_checked_and_all_of_the_box_is_good() {
    let bench = Bench::empty();
    let all = bench.bare(&["rubric", "check", &in_the_box(""), "--json"]);
    assert!(all.status.success(), "{}", String::from_utf8_lossy(&all.stdout));
    let told: serde_json::Value = serde_json::from_slice(&all.stdout).unwrap();
    let files: Vec<&str> =
        told["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    for name in
        ["competencies.toml", "plans/data-intensive.toml", "backend/take-home.toml", "take-home/kit.toml"]
    {
        assert!(files.iter().any(|file| file.ends_with(name)), "{name} was not checked");
    }
    std::fs::create_dir_all(bench.path("other")).unwrap();
    bench.write("other/Cargo.toml", "[package]\nname = \"other\"\n");
    check("other_check", &bench.bare(&["rubric", "check", "other"]));
    let template = std::fs::read_to_string(in_the_box("plans/api-generalist.toml")).unwrap();
    let spoilt = template
        .replacen("rubric = \"backend-code-review\"", "rubric = \"backend-code-revue\"", 1)
        .replacen("competency = \"databases\"", "competency = \"cooking\"", 1);
    bench.write("mine.toml", &spoilt);
    check("template_check", &bench.bare(&["rubric", "check", "mine.toml"]));
    let list = std::fs::read_to_string(in_the_box("competencies.toml")).unwrap();
    bench.write("words.toml", &list.replacen("title = ", "titel = ", 1));
    check("competencies_check", &bench.bare(&["rubric", "check", "words.toml"]));
}

#[test]
fn of_several_files_each_is_told_what_became_of_it() {
    let bench = Bench::new();
    check("rubric_show", &bench.run(&["rubric", "show", "backend-code-review"]));
    assert!(bench.run(&["rubric", "export", "backend-code-review", "r.toml"]).status.success());
    let text = std::fs::read_to_string(bench.path("r.toml")).unwrap();
    bench.write("good.toml", &text.replacen("version = 1", "version = 7", 1));
    bench.write("broken.toml", &text.replacen("version = 1", "version = 0", 1));
    bench.write("after.toml", &text.replacen("version = 1", "version = 8", 1));
    let files = ["rubric", "import", "good.toml", "broken.toml", "after.toml"];
    let told = bench.run(&files);
    assert_eq!(told.status.code(), Some(1));
    check("rubric_import_several", &told);
    let json: serde_json::Value =
        serde_json::from_slice(&bench.run(&[&files[..], &["--json"]].concat()).stdout).unwrap();
    assert_eq!(
        (json["rubrics"].as_array().unwrap().len(), json["refused"][0]["path"].as_str()),
        (2, Some("broken.toml"))
    );
}

#[test]
fn a_rubric_goes_out_is_edited_comes_in_as_the_next_version_and_a_role_is_moved_to_it() {
    let bench = Bench::new();
    bench.json(&["role", "new", "--template", "api-generalist", "--title", "Backend Fixture"]);
    assert!(bench.run(&["rubric", "export", "backend-code-review", "r.toml"]).status.success());
    check("rubric_export_again", &bench.run(&["rubric", "export", "backend-code-review", "r.toml"]));
    let text = std::fs::read_to_string(bench.path("r.toml")).unwrap();
    bench.write("r.toml", &text.replacen("title = \"", "title = \"New: ", 1));
    check("rubric_import_taken", &bench.run(&["rubric", "import", "r.toml"]));
    bench.write(
        "r.toml",
        &text.replacen("version = 1", "version = 2", 1).replacen("title = \"", "title = \"New: ", 1),
    );
    check("rubric_import", &bench.run(&["rubric", "import", "r.toml"]));
    check("rubric_import_same", &bench.run(&["rubric", "import", "r.toml"]));
    check("rubric_compare", &bench.run(&["rubric", "compare", "backend-code-review", "1", "2"]));
    let moving = ["role", "rubric", "Backend Fixture", "--assessment", "code-review", "--to", "2"];
    check("role_rubric_dry", &bench.run(&[moving.as_slice(), &["--dry-run"]].concat()));
    check("role_rubric", &bench.run(&moving));
    let role = bench.json(&["role", "show", "Backend Fixture"]);
    assert_eq!(role["role"]["plan"]["assessments"][1]["rubric_version"], 2);
    bench.write("r.toml", "id = 3");
    check("rubric_import_bad", &bench.run(&["rubric", "import", "r.toml"]));
}

#[test]
fn a_plan_file_does_not_move_a_rubric_behind_submitted_scorecards() {
    let job = Job::new();
    let run = |words: &[&str]| job.run("Ada Fixture", words);
    assert!(run(&["rubric", "export", "backend-code-review", "r.toml"]).status.success());
    let text = std::fs::read_to_string(job.bench.path("r.toml")).unwrap();
    job.bench.write("r.toml", &text.replacen("version = 1", "version = 2", 1));
    assert!(run(&["rubric", "import", "r.toml"]).status.success());
    let card = job.card("Bo Fixture", &job.bo, 4);
    assert!(job.run("Bo Fixture", &["scorecard", "submit", &job.bo, "--file", card]).status.success());
    let plan = job.bench.json(&["--as", "Ada Fixture", "role", "plan", ROLE]);
    let mut assessments = plan["assessments"].clone();
    let kinds = assessments.as_array_mut().unwrap();
    let review = kinds.iter_mut().find(|one| one["kind"] == "code-review").unwrap();
    review["rubric_version"] = 2.into();
    job.bench.write("plan.json", &assessments.to_string());
    let stored = run(&["role", "plan", ROLE, "--file", "plan.json", "--reason", "sharper"]);
    check("role_plan_no_move", &stored);
    let moving = ["role", "rubric", ROLE, "--assessment", "code-review", "--to", "2", "--reason", "sharper"];
    check("role_rubric_staying", &run(&moving));
}
