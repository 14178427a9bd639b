//! What people get wrong, and what they are told: raw words of readers and of the system never are.

use crate::bench::{Bench, check, shown};
use crate::job::{Job, ROLE, with_role};

const ADA: &str = "Ada Fixture";

#[test]
fn a_list_says_how_each_line_is_read_and_what_is_odd_about_it() {
    let bench = with_role();
    bench.json(&["candidate", "new", "Ilse Fixture", "--email", "ilse@old.example"]);
    bench.json(&["candidate", "new", "Gil Fixture", "--email", "gil@fixture.example"]);
    bench.write(
        "list.csv",
        "Name,E-mail,GitHub,City,Headline,Notes,Shoe size,Salary\n\
         ilse fixture,ilse@new.example,https://github.com/ilse-fx,Lisbon,Backend,Met in May,38,1\n\
         Ravi Sample\",ravi@sample.example,,,,,,\n\
         Gil Fixture,gil@fixture.example,,,,,,\n",
    );
    let add = ["candidate", "add-list", "list.csv"];
    check("list_odd_dry", &bench.run(&[add.as_slice(), &["--dry-run"]].concat()));
    let past = ["--until", "2020-01-31"];
    check("list_past", &bench.run(&[add.as_slice(), &past].concat()));
    check("list_past_dry", &bench.run(&[add.as_slice(), &past, &["--dry-run"]].concat()));
    check("list_odd", &bench.run(&add));
    bench.write("open.csv", "name,notes\nEda Fixture,x\n\"Finn Fixture,x\nHal Fixture,y\n");
    check("list_unclosed", &bench.run(&["candidate", "add-list", "open.csv", "--dry-run"]));
    bench.write("heading.csv", "name,\"notes\nEda Fixture,x\nHal Fixture,y\n");
    check("list_unclosed_heading", &bench.run(&["candidate", "add-list", "heading.csv", "--dry-run"]));
    check("new_past", &bench.run(&["candidate", "new", "Mei Fixture", "--until", "2020-01-31"]));
}

#[test]
fn a_list_for_a_role_puts_up_who_is_here_already() {
    let bench = with_role();
    bench.json(&["candidate", "new", "Gil Fixture", "--email", "gil@fixture.example"]);
    bench.write("list.csv", "name,email\nGil Fixture,gil@fixture.example\nMei Fixture,mei@fixture.example\n");
    let add = ["candidate", "add-list", "list.csv", "--role", ROLE];
    check("list_joins_dry", &bench.run(&[add.as_slice(), &["--dry-run"]].concat()));
    check("list_joins", &bench.run(&add));
    check("list_joins_again", &bench.run(&add));
    let answer = ["submission", "add", "Gil Fixture", "--assessment", "questionnaire", "--answer"];
    check("answer_unknown_key", &bench.run(&[answer.as_slice(), &["q9=A ledger."]].concat()));
    check("answer_in_words", &bench.run(&[answer.as_slice(), &["What did you ship?=A ledger."]].concat()));
    let weights = ["role", "weights", ROLE, "--set", "questionnaire=15", "code-review=35"];
    check("weights_keep_reasons", &bench.run(&weights));
    check("export_no_folder", &bench.run(&["export", "ratings", ROLE, "--out", "nodir/x.csv"]));
}

fn form(bench: &Bench, text: &str, more: &[&str]) -> std::process::Output {
    bench.write("form.csv", text);
    let import = ["submission", "import", "form.csv", "--role", ROLE, "--assessment", "questionnaire"];
    bench.run(&[import.as_slice(), more].concat())
}

#[test]
fn a_form_says_what_it_ignores_and_what_it_cannot_read() {
    let bench = with_role();
    for name in ["Cy Fixture", "Eda Fixture"] {
        bench.json(&["candidate", "new", name, "--source", "applied", "--basis", "application"]);
        bench.json(&["application", "add", name, "--role", ROLE]);
    }
    let twice = "Your name,1. Something,Your name,Minutes\nCy Fixture,A ledger.,Cy Fixture,45\n";
    check("form_twice_dry", &form(&bench, twice, &["--dry-run"]));
    check("form_twice", &form(&bench, twice, &[]));
    let unclosed = "Name,1. Something\nCy Fixture,\"A ledger.\nEda Fixture,A queue.\n";
    check("form_unclosed", &form(&bench, unclosed, &["--dry-run"]));
    check(
        "form_unclosed_heading",
        &form(&bench, "\"Name,1. Something\nCy Fixture,A ledger.\n", &["--dry-run"]),
    );
    let ignored = "Name,1. Something,Minutes,Why us,When\nCy Fixture,A ledger.,abc,For tea.,May\n";
    check("form_ignored_dry", &form(&bench, ignored, &["--column", "Why us=answer", "--dry-run"]));
    check("form_ignored", &form(&bench, ignored, &["--column", "Why us=answer"]));
    let told = shown(&form(&bench, ignored, &[]));
    assert!(told.contains("\"abc\" is not understood as minutes"), "of what is here already too: {told}");
    let told = shown(&form(&bench, twice, &["--column", "#3=ignored", "--dry-run"]));
    assert!(!told.contains("two columns are called"), "one of them is ignored: {told}");
}

#[test]
fn a_form_with_somebody_reviewed_blind_names_nobody() {
    let bench = with_role();
    bench.json(&["person", "add", "Bo Fixture"]);
    let ada = |words: &[&str]| bench.json(&[&["--as", ADA], words].concat());
    ada(&["role", "blind", ROLE, "on"]);
    ada(&["candidate", "new", "Zqilse Zqport", "--source", "applied", "--basis", "application"]);
    ada(&["application", "add", "Zqilse Zqport", "--role", ROLE]);
    bench.write("form.csv", "Name,1. Something\nSomebody Else,A ledger.\n");
    let import = ["--as", "Bo Fixture", "submission", "import", "form.csv", "--role", ROLE];
    check("form_blind", &bench.run(&[&import[..], &["--assessment", "questionnaire"]].concat()));
    check("who_nobody", &bench.run(&["--as", "", "candidate", "list"]));
}

#[test]
fn a_list_in_another_encoding_is_read_or_told_and_its_days_are_looked_at() {
    let bench = Bench::new();
    let text = "name\temail\nZoë Fixture\tzoe@fixture.example\n";
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
    std::fs::write(bench.path("wide.txt"), [0xFF, 0xFE].into_iter().chain(wide).collect::<Vec<_>>()).unwrap();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    std::fs::write(bench.path("latin.csv"), latin).unwrap();
    std::fs::write(bench.path("table.xlsx"), b"PK\x03\x04\0\0").unwrap();
    for (name, file) in
        [("list_wide", "wide.txt"), ("list_latin", "latin.csv"), ("list_binary", "table.xlsx")]
    {
        check(name, &bench.run(&["candidate", "add-list", file, "--dry-run"]));
    }
    let add = |days: &[&str]| bench.run(&[&["candidate", "add-list", "wide.txt"], days].concat());
    check("day_to_come", &add(&["--given-on", "2098-01-01"]));
    check("day_year", &add(&["--until", "9999-01-01"]));
    check("day_year_given", &add(&["--given-on", "0026-03-01"]));
}

#[test]
fn what_cannot_be_read_is_told_in_plain_words() {
    let job = Job::new();
    let words = |file: &'static str| ["scorecard", "check", &job.bo, "--file", file].map(str::to_owned);
    let run = |file| {
        let words = words(file);
        job.run("Bo Fixture", &words.each_ref().map(String::as_str))
    };
    std::fs::create_dir(job.bench.path("folder")).unwrap();
    check("file_is_folder", &run("folder"));
    check("file_is_nothing", &run("nothing.json"));
    job.bench.write("list.json", "[]");
    check("file_is_list", &run("list.json"));
    job.bench.write("level.json", r#"{"ratings": [{"criterion": "tone", "level": 300}]}"#);
    check("file_level", &run("level.json"));
    check("day_none", &job.run(ADA, &["candidate", "new", "Mei Fixture", "--until", "2027-02-30"]));
    check(
        "rating_none",
        &job.run(ADA, &["outcome", "keep", "Cy Fixture", "--month", "3", "--rating", "300"]),
    );
    for (name, text) in [
        ("rubric_no_quotes", "id = backend\n"),
        ("rubric_no_name", "schema = 1\n= 3\n"),
        ("rubric_no_end", "title = \"Code review\n"),
    ] {
        job.bench.write("bad.toml", text);
        check(name, &job.run(ADA, &["rubric", "check", "bad.toml"]));
    }
}

#[test]
fn ratings_without_notes_are_told_and_so_is_a_change_that_changes_nothing() {
    let job = Job::new();
    let path = job.bench.path(job.card("Bo Fixture", &job.bo, 4));
    let mut card: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    card["ratings"][0]["note"] = " ".into();
    card["ratings"][1]["note"] = "".into();
    card["ratings"][2]["note"] = "".into();
    card["ratings"][2]["level"] = 0.into();
    job.bench.write("card.json", &card.to_string());
    let card = |verb| job.run("Bo Fixture", &["scorecard", verb, &job.bo, "--file", "card.json"]);
    check("card_without_notes_check", &card("check"));
    check("card_without_notes", &card("submit"));
    let weights = |more: &[&str]| job.run(ADA, &[&["role", "weights", ROLE], more].concat());
    check("weights_reason_alone", &weights(&["--reason", "Because."]));
    let plan = job.bench.json(&["--as", ADA, "role", "plan", ROLE]);
    let now = plan["assessments"][0]["weight"].to_string();
    let same = format!("{}={now}", plan["assessments"][0]["kind"].as_str().unwrap());
    check("weights_same", &weights(&["--set", &same, "--reason", "Because."]));
}
