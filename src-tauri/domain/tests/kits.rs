//! Every kit in the box is valid, its folder holds what it names and nothing else, and the promised ones are there.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assay_domain::assessment::AssessmentKind;
use assay_domain::kit::Kit;
use assay_domain::problem::Problem;
use assay_domain::rubric::Rubric;

fn box_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rubrics")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn rubrics() -> Vec<Rubric> {
    let read = |path: &PathBuf| {
        Rubric::parse(&fs::read_to_string(path).unwrap(), &path.display().to_string()).unwrap()
    };
    entries(&box_folder().join("backend")).iter().map(read).collect()
}

fn told(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// All files below the folder, as paths inside it; what a run of Python leaves behind does not count.
fn files(root: &Path, folder: &Path, found: &mut BTreeSet<String>) {
    for path in entries(folder) {
        if path.is_dir() {
            if !path.ends_with("__pycache__") {
                files(root, &path, found);
            }
        } else {
            let inside: Vec<_> =
                path.strip_prefix(root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
            found.insert(inside.join("/"));
        }
    }
}

fn kits() -> Vec<(PathBuf, Kit)> {
    let rubrics = rubrics();
    let folders =
        entries(&box_folder().join("kits")).into_iter().filter(|path| path.join("kit.toml").exists());
    let read = |folder: PathBuf| {
        let file = folder.join("kit.toml");
        let text = fs::read_to_string(&file).unwrap();
        let kit = Kit::parse(&text, &file.display().to_string(), &rubrics)
            .unwrap_or_else(|problems| panic!("{}", told(&problems)));
        (folder, kit)
    };
    folders.map(read).collect()
}

#[test]
fn every_kit_is_valid_and_named_as_its_folder() {
    for (folder, kit) in kits() {
        assert_eq!(folder.file_name().and_then(|name| name.to_str()), Some(kit.id.as_str()));
    }
}

#[test]
fn every_criterion_of_a_kits_rubrics_has_a_line_on_the_marking_sheet() {
    let rubrics = rubrics();
    for (_, kit) in kits() {
        let marked: BTreeSet<_> = kit.marking.iter().flat_map(|line| &line.criteria).collect();
        for (id, version) in kit.reference().rubrics {
            let found = rubrics.iter().find(|one| one.id == id && one.version == version).unwrap();
            for criterion in &found.criteria {
                assert!(marked.contains(&criterion.id), "{}: nothing marks {}", kit.id, criterion.id);
            }
        }
    }
}

#[test]
fn every_guide_answers_what_somebody_new_would_ask() {
    for (folder, kit) in kits() {
        let guide = fs::read_to_string(folder.join("interviewer/GUIDE.md")).unwrap();
        for asked in [
            "## If this is your first time",
            "## From the sheet to a level",
            "## What may happen",
            "## Words",
        ] {
            assert!(guide.lines().any(|line| line == asked), "{}: its guide lacks \"{asked}\"", kit.id);
        }
        assert!(
            guide.contains(&format!("assay kit export {} FOLDER", kit.id)),
            "{}: how to hand it over",
            kit.id
        );
    }
}

#[test]
fn every_kit_holds_what_it_names_and_nothing_else() {
    for (folder, kit) in kits() {
        let file = folder.join("kit.toml");
        let mut found = BTreeSet::new();
        files(&folder, &folder, &mut found);
        found.remove("kit.toml");
        let problems =
            kit.check_files(&found, &fs::read_to_string(&file).unwrap(), &file.display().to_string());
        assert!(problems.is_empty(), "{}", told(&problems));
    }
}

/// A design is asked about at length, changed by constraints, broken, and written down; a failing mail service is among the
/// failures of each, so that answers can be compared.
#[test]
fn every_system_design_has_constraints_failures_and_a_decision_record() {
    let designs: Vec<Kit> = kits()
        .into_iter()
        .map(|(_, kit)| kit)
        .filter(|kit| kit.kind == AssessmentKind::SystemDesign)
        .collect();
    assert_eq!(designs.len(), 3);
    for kit in designs {
        let titled = |start: &str| kit.clues.iter().filter(|clue| clue.title.starts_with(start)).count();
        assert!(titled("Constraint") >= 2 && titled("Failure") >= 2, "{}", kit.id);
        let mail = kit.clues.iter().find(|clue| clue.id == "mail-down");
        let said = mail.map(|clue| clue.title.as_str());
        assert_eq!(said, Some("Failure: the write succeeds and the mail service is down"), "{}", kit.id);
        let record = kit.sections.iter().find(|section| section.id == "record");
        let asked = record.map(|section| section.prompt.clone()).unwrap_or_default();
        assert!(asked.contains("context, options, decision, consequences"), "{}: {asked}", kit.id);
        let about = |word: &str| kit.sections.iter().any(|one| one.interviewer.to_lowercase().contains(word));
        for word in ["scale", "consistency", "failure"] {
            assert!(about(word), "{}: no clarifying question about {word} is looked for", kit.id);
        }
    }
}

/// How many kits of each kind are promised; a kind that is added later may come without one.
const PROMISED: [(AssessmentKind, usize); 10] = [
    (AssessmentKind::Questionnaire, 1),
    (AssessmentKind::CodingChallenge, 3),
    (AssessmentKind::TakeHome, 1),
    (AssessmentKind::CodeReview, 1),
    (AssessmentKind::SystemDesign, 3),
    (AssessmentKind::LiveDebugging, 1),
    (AssessmentKind::DatabaseOptimisation, 1),
    (AssessmentKind::SecurityReview, 1),
    (AssessmentKind::PortfolioReview, 1),
    (AssessmentKind::BehaviouralInterview, 1),
];

#[test]
fn the_promised_kits_are_there() {
    let kits = kits();
    for (kind, promised) in PROMISED {
        let count = kits.iter().filter(|(_, kit)| kit.kind == kind).count();
        assert!(count >= promised, "{}: {count}", kind.slug());
    }
}

/// Each kit is handed over by itself, so each has its harness; one that was mended in one of them is mended in both.
#[test]
fn the_coding_kits_have_one_harness() {
    for file in ["candidate/python/check.py", "candidate/go/check.sh"] {
        let of = |kit: &str| fs::read_to_string(box_folder().join("kits").join(kit).join(file)).unwrap();
        assert!(of("coding-endpoint") == of("coding-migration"), "{file} differs");
    }
}

#[test]
fn every_criterion_of_the_rubric_is_looked_at_by_the_marking_sheet() {
    let rubrics = rubrics();
    for (_, kit) in kits() {
        for (id, _) in kit.rubrics() {
            let rubric = rubrics.iter().find(|one| one.id == id).unwrap();
            for criterion in &rubric.criteria {
                let looked_at = kit.marking.iter().any(|line| line.criteria.contains(&criterion.id));
                assert!(looked_at, "{}: nothing is marked for {} of {id}", kit.id, criterion.id);
            }
        }
    }
}

#[test]
fn the_published_schema_has_the_fields_of_the_type() {
    let text = fs::read_to_string(box_folder().join("schema/kit.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys = |value: &serde_json::Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    for (_, kit) in kits() {
        let value = serde_json::to_value(&kit).unwrap();
        assert_eq!(keys(&schema["properties"]), keys(&value));
        for list in ["other_rubrics", "variants", "sections", "clues", "marking", "materials", "proofs"] {
            for one in value[list].as_array().unwrap() {
                assert_eq!(
                    keys(&schema["properties"][list]["items"]["properties"]),
                    keys(one),
                    "{} {list}",
                    kit.id
                );
            }
        }
    }
    let slugs: Vec<_> = AssessmentKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(schema["properties"]["kind"]["enum"], serde_json::json!(slugs));
}
