//! Dossiers and exports of the sample, as files and on standard output.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::bench::{Bench, check, check_text};

const ROLE: &str = "Senior backend engineer, payments";

/// The sample, and a way to run the program on it.
struct Sample(Bench);

impl Sample {
    fn new() -> Self {
        let bench = Bench::empty();
        assert!(bench.bare(&["init", "sample.assay", "--sample"]).status.success());
        Self(bench)
    }

    fn run(&self, words: &[&str]) -> std::process::Output {
        self.0.bare(&[&["-w", "sample.assay"], words].concat())
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.0.path(file)).unwrap()
    }
}

#[test]
fn dossiers_are_read_here_and_written_as_markdown() {
    let sample = Sample::new();
    check("dossier_candidate", &sample.run(&["dossier", "candidate", "Tomas Sample", "--role", ROLE]));
    let words = ["dossier", "candidate", "Tomas Sample", "--feedback", "--out", "tomas.md"];
    check("dossier_feedback_md", &sample.run(&words));
    check_text("dossier_feedback", &sample.text("tomas.md"));
    check("dossier_again", &sample.run(&words));
    assert!(sample.run(&[&words[..], &["--replace"]].concat()).status.success());
    check("dossier_ending", &sample.run(&["dossier", "role", ROLE, "--out", "role.docx"]));
    check(
        "dossier_unknown_key",
        &sample.run(&["dossier", "candidate", "Tomas Sample", "--feedback", "--leave-out", "x/y"]),
    );
    let all = sample.run(&["dossier", "role", ROLE, "--json"]);
    let told: Value = serde_json::from_slice(&all.stdout).unwrap();
    assert_eq!(told["dossier"]["name"], "senior-backend-engineer-payments-dossier");
    assert!(
        told["dossier"]["markdown"].as_str().unwrap().starts_with("# Senior backend engineer, payments\n")
    );
}

#[test]
fn a_pdf_says_how_large_it_is_and_what_could_not_be_written() {
    let sample = Sample::new();
    let output = sample.run(&["dossier", "role", ROLE, "--out", "role.pdf", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let bytes = std::fs::read(sample.0.path("role.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(told["dossier"]["bytes"], bytes.len());
    assert!(told["dossier"]["pages"].as_u64().unwrap() > 5, "{told}");
    assert_eq!(told["dossier"]["without_font"], serde_json::json!([]));
    assert_eq!((&told["dossier"]["file"], &told["dossier"]["format"]), (&"role.pdf".into(), &"pdf".into()));
}

#[test]
fn exports_are_files_that_others_read() {
    let sample = Sample::new();
    let words = ["export", "ratings", ROLE, "--assessment", "code-review", "--out", "ratings.csv"];
    assert!(sample.run(&words).status.success());
    let measured = sample.0.bare(&["measure", "agreement", "ratings.csv"]);
    assert!(measured.status.success(), "{}", String::from_utf8_lossy(&measured.stderr));
    check("export_debrief", &sample.run(&["export", "debrief", ROLE, "--out", "debrief.csv"]));
    check_text("export_debrief_csv", &sample.text("debrief.csv"));
    assert!(sample.run(&["export", "candidate", "Ilse Fixture", "--out", "ilse.json"]).status.success());
    let whole: Value = serde_json::from_str(&sample.text("ilse.json")).unwrap();
    assert_eq!(whole["candidate"]["candidate"]["name"], "Ilse Fixture");
    assert!(!whole["candidate"]["scores"][0]["parts"].as_array().unwrap().is_empty());
    check("export_table", &sample.run(&["export", "candidate", "Ilse Fixture", "--out", "ilse.csv"]));
    check("export_ending", &sample.run(&["export", "debrief", ROLE, "--out", "debrief.xls"]));
}

/// A role with several assessments, whose rubrics share criteria's ids, and two candidates of one name.
#[test]
fn the_ratings_of_a_whole_role_can_be_measured() {
    let sample = Sample::new();
    assert!(sample.run(&["candidate", "edit", "Mei Placeholder", "--name", "Tomas Sample"]).status.success());
    for file in ["role.csv", "role.json"] {
        assert!(sample.run(&["export", "ratings", ROLE, "--out", file]).status.success());
    }
    let told: Value = serde_json::from_str(&sample.text("role.json")).unwrap();
    let rows = told["ratings"].as_array().unwrap();
    let values =
        |field: &str| -> BTreeSet<&str> { rows.iter().map(|row| row[field].as_str().unwrap()).collect() };
    let (names, criteria) = (values("candidate"), values("criterion"));
    assert!(names.contains("Tomas Sample") && names.contains("Tomas Sample (2)"), "{names:?}");
    assert_eq!(names.len(), values("application_id").len());
    let kinds: BTreeSet<_> = criteria.iter().filter_map(|one| one.split('/').next()).collect();
    assert!(kinds.len() > 1, "{kinds:?}");
    for file in ["role.csv", "role.json"] {
        for what in ["agreement", "severity"] {
            let measured = sample.0.bare(&["measure", what, file, "--json"]);
            assert!(measured.status.success(), "{}", String::from_utf8_lossy(&measured.stderr));
            let text = String::from_utf8(measured.stdout).unwrap();
            let named = if what == "agreement" { &criteria } else { &names };
            assert!(named.iter().all(|one| text.contains(one)), "{text}");
        }
    }
}
