use proptest::prelude::*;

use super::*;
use crate::problem::{Severity, usable};

/// A rubric with no fault, to be broken by each test in its own way.
fn sound() -> Rubric {
    let expectation = |level| Expectation { level, text: format!("An answer at {level}") };
    let criterion = |n: u32| Criterion {
        id: format!("criterion-{n}"),
        title: format!("Criterion {n}"),
        competency: CompetencySlug("databases".to_owned()),
        weight: n,
        weight_reason: "It matters".to_owned(),
        observe: "What is said".to_owned(),
        anchors: (1..=5).map(|level| format!("Seen at {level}")).collect(),
        look_for: vec!["A sign".to_owned()],
        probes: vec!["A question?".to_owned()],
        expected: PerSeniority { mid: expectation(3), senior: expectation(4), staff: expectation(4) },
        feedback: Some(CriterionFeedback {
            title: "What you said".to_owned(),
            looked_at: "We listened to what you said.".to_owned(),
            seen: (1..=5).map(|n| format!("You said {n} things.")).collect(),
            more: (1..=4).map(|n| format!("Say {} things.", n + 1)).collect(),
        }),
    };
    Rubric {
        id: "sound".to_owned(),
        version: 1,
        title: "Sound".to_owned(),
        kind: AssessmentKind::CodeReview,
        summary: "A rubric".to_owned(),
        levels: 5,
        criteria: (1..=5).map(criterion).collect(),
        red_flags: vec![RedFlag {
            id: "flag".to_owned(),
            title: "Flag".to_owned(),
            evidence_to_note: "The words".to_owned(),
            not_a_red_flag: "Other words".to_owned(),
        }],
    }
}

/// What the first criterion tells the candidate.
fn told(rubric: &mut Rubric) -> &mut CriterionFeedback {
    rubric.criteria[0].feedback.as_mut().unwrap()
}

/// A change, and the place at which it has to be found.
type Fault = (&'static str, fn(&mut Rubric));

const FAULTS: &[Fault] = &[
    ("id", |r| r.id = "No Slug".into()),
    ("version", |r| r.version = 0),
    ("title", |r| r.title = " ".into()),
    ("summary", |r| r.summary.clear()),
    ("levels", |r| r.levels = 2),
    ("levels", |r| r.levels = 8),
    ("criteria", |r| r.criteria.truncate(4)),
    ("criteria", |r| r.criteria = vec![r.criteria[0].clone(); 9]),
    ("criteria.1.id", |r| r.criteria[1].id = r.criteria[0].id.clone()),
    ("criteria.2.id", |r| r.criteria[2].id = "x_y".into()),
    ("criteria.0.competency", |r| r.criteria[0].competency.0.clear()),
    ("criteria.0.weight", |r| r.criteria[0].weight = 0),
    ("criteria.0.weight_reason", |r| r.criteria[0].weight_reason.clear()),
    ("criteria.3.observe", |r| r.criteria[3].observe.clear()),
    ("criteria.0.anchors", |r| r.criteria[0].anchors.truncate(4)),
    ("criteria.0.anchors.2", |r| r.criteria[0].anchors[2] = "\n".into()),
    ("criteria.4.anchors.3", |r| r.criteria[4].anchors[3] = "seen  AT 2".into()),
    ("criteria.0.look_for", |r| r.criteria[0].look_for.clear()),
    ("criteria.0.probes.0", |r| r.criteria[0].probes[0].clear()),
    ("criteria.0.expected.mid.level", |r| r.criteria[0].expected.mid.level = 0),
    ("criteria.0.expected.staff.level", |r| r.criteria[0].expected.staff.level = 6),
    ("criteria.0.expected.senior.level", |r| r.criteria[0].expected.senior.level = 2),
    ("criteria.0.expected.senior.text", |r| r.criteria[0].expected.senior.text.clear()),
    ("criteria.0.feedback.seen", |r| told(r).seen.truncate(4)),
    ("criteria.0.feedback.more", |r| told(r).more.push("More.".into())),
    ("criteria.0.feedback.seen.3", |r| told(r).seen[3] = told(r).seen[2].clone()),
    ("criteria.0.feedback.seen.2", |r| told(r).seen[2] = " ".into()),
    ("criteria.0.feedback.title", |r| told(r).title.clear()),
    ("red_flags.0.id", |r| r.red_flags[0].id = "-".into()),
    ("red_flags.0.evidence_to_note", |r| r.red_flags[0].evidence_to_note.clear()),
    ("red_flags.0.not_a_red_flag", |r| r.red_flags[0].not_a_red_flag.clear()),
    ("red_flags.1.id", |r| r.red_flags.push(r.red_flags[0].clone())),
];

#[test]
fn a_sound_rubric_has_no_problem() {
    assert_eq!(sound().check(), vec![]);
}

#[test]
fn every_fault_is_found_at_its_place_and_names_file_and_line() {
    for (at, spoil) in FAULTS {
        let mut rubric = sound();
        spoil(&mut rubric);
        let problems = rubric.check();
        assert!(!usable(&problems), "{at}");
        assert!(problems.iter().any(|problem| problem.at == *at), "{at}: {problems:?}");

        let text = rubric.to_toml();
        let problems = Rubric::parse(&text, "bad.toml").unwrap_err();
        let problem = problems.iter().find(|problem| problem.at == *at).unwrap();
        assert_eq!(problem.file, "bad.toml");
        assert!(problem.line >= 1 && !problem.what.is_empty() && !problem.todo.is_empty(), "{at}");
        assert_eq!(problem.severity, Severity::Error);
    }
}

#[test]
fn words_for_the_candidate_are_asked_for_and_are_no_raters_words() {
    for text in [
        "The candidate said it.",
        "You reached level 4.",
        "As the rubric says.",
        "Another INTERVIEWER saw it.",
    ] {
        let mut rubric = sound();
        told(&mut rubric).seen[3] = text.into();
        let problems = rubric.check();
        assert!(usable(&problems), "{problems:?}");
        assert_eq!(
            problems.iter().map(|one| one.at.as_str()).collect::<Vec<_>>(),
            ["criteria.0.feedback.seen.3"]
        );
    }
    let mut rubric = sound();
    rubric.criteria[1].feedback = None;
    let problems = rubric.check();
    assert!(
        usable(&problems) && problems[0].what.contains("No words for the candidate: criterion-2."),
        "{problems:?}"
    );
    let read = Rubric::from_canonical(&rubric.canonical()).unwrap();
    assert_eq!(read, rubric, "a version from before there were such words stays readable");
    assert_eq!(rubric.canonical().matches("looked_at").count(), 4);
}

#[test]
fn the_line_is_that_of_the_fault() {
    let text = sound().to_toml().replace("\"Seen at 4\"", "\"Seen at 3\"");
    let problems = Rubric::parse(&text, "twice.toml").unwrap_err();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(problems.len(), 5);
    for problem in problems {
        let line = usize::try_from(problem.line).unwrap();
        assert_eq!(lines[line - 1].trim(), "\"Seen at 3\",");
        assert_eq!(lines[line - 2].trim(), "\"Seen at 3\",", "the later of the two is meant");
    }
}

#[test]
fn text_of_another_shape_is_refused_with_its_line() {
    let text = sound().to_toml();
    let cases = [
        (text.replacen("version = 1\n", "", 1), 1, "version"),
        (text.replacen("levels = 5", "levels = 5\nstars = 2", 1), 7, "stars"),
        (text.replacen("\"code-review\"", "\"tea-tasting\"", 1), 4, "tea-tasting"),
        (text.replacen("levels = 5", "levels = \"five\"", 1), 6, "five"),
        (text.replacen("levels = 5", "levels = ", 1), 6, ""),
    ];
    for (text, line, word) in cases {
        let problems = Rubric::parse(&text, "shape.toml").unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].what.contains(word), "{}", problems[0]);
        assert_eq!((problems[0].file.as_str(), problems[0].line), ("shape.toml", line), "{}", problems[0]);
    }
}

#[test]
fn wrapping_lines_changes_neither_the_rubric_nor_its_canonical_text() {
    let plain = sound().to_toml();
    let wrapped = plain.replacen("summary = \"A rubric\"", "summary = \"\"\"\nA\n   rubric\n\"\"\"", 1);
    assert_ne!(plain, wrapped);
    let (plain, wrapped) = (Rubric::parse(&plain, "a").unwrap(), Rubric::parse(&wrapped, "b").unwrap());
    assert_eq!(plain.canonical(), wrapped.canonical());
}

#[test]
fn anchors_and_criteria_are_found_by_level_and_id() {
    let rubric = sound();
    let criterion = rubric.criterion("criterion-2").unwrap();
    assert_eq!(criterion.anchor(1), Some("Seen at 1"));
    assert_eq!(criterion.anchor(5), Some("Seen at 5"));
    assert_eq!((criterion.anchor(0), criterion.anchor(6)), (None, None));
    assert_eq!(rubric.total_weight(), 15);
    assert!(rubric.red_flag("flag").is_some() && rubric.red_flag("criterion-2").is_none());
}

proptest! {
    #[test]
    fn any_text_survives_both_formats(words in "\\PC{1,40}", title in "[^\\p{Z}\\p{C}]{1,20}") {
        let mut rubric = sound();
        rubric.title = title;
        rubric.criteria[0].anchors[0] = format!("x {words}");
        let rubric = rubric.tidied();
        prop_assert_eq!(&Rubric::from_canonical(&rubric.canonical()).unwrap(), &rubric);
        prop_assert_eq!(&Rubric::parse(&rubric.to_toml(), "r.toml").unwrap(), &rubric);
    }

    #[test]
    fn no_text_makes_the_reader_panic_and_every_refusal_names_its_line(text in "\\PC{0,200}", cut in 0_usize..2000) {
        let mut spoilt = sound().to_toml();
        let cut = (0..=cut.min(spoilt.len())).rev().find(|cut| spoilt.is_char_boundary(*cut)).unwrap();
        spoilt.insert_str(cut, &text);
        if let Err(problems) = Rubric::parse(&spoilt, "any.toml") {
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| problem.file == "any.toml" && problem.line >= 1));
        }
    }
}
