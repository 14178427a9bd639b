use super::*;

const RUBRIC: &str = include_str!("../../../../rubrics/backend/code-review.toml");
const KIT: &str = include_str!("../../../../rubrics/kits/code-review/kit.toml");

fn parse(text: &str) -> Result<Kit, Vec<String>> {
    let rubrics = [Rubric::parse(RUBRIC, "rubric.toml").unwrap()];
    Kit::parse(text, "kit.toml", &rubrics)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// The problems of the kit with one text replaced by another; the text is there.
fn changed(from: &str, to: &str) -> Vec<String> {
    assert!(KIT.contains(from), "{from}");
    parse(&KIT.replacen(from, to, 1)).unwrap_err()
}

fn line_of(text: &str) -> usize {
    KIT.lines().position(|line| line.contains(text)).unwrap() + 1
}

#[test]
fn a_kit_is_read_with_its_parts() {
    let kit = parse(KIT).unwrap();
    assert_eq!((kit.id.as_str(), kit.minutes, kit.variants.len()), ("code-review", 60, 2));
    assert_eq!(kit.materials[0].audience, Audience::Candidate);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let minutes = changed("minutes = 40", "minutes = 41");
    assert_eq!(minutes.len(), 1);
    assert!(
        minutes[0].starts_with(&format!("kit.toml:{}: The sections take 61", line_of("minutes = 60"))),
        "{minutes:?}"
    );
    let criterion = changed("[\"failure-paths\", \"remedies\"]", "[\"failure-path\"]");
    assert!(criterion[0].contains("has no criterion \"failure-path\""), "{criterion:?}");
    let unknown = changed("place = ", "where = ");
    assert!(unknown[0].contains("There is no field \"where\" here"), "{unknown:?}");
    assert!(
        changed("rubric_version = 1", "rubric_version = 9")[0].contains("no rubric backend-code-review 9")
    );
    assert!(changed("variants = [\"python\"]", "variants = [\"cobol\"]")[0].contains("no variant \"cobol\""));
}

#[test]
fn a_material_of_the_candidate_stands_in_the_candidates_folder() {
    let moved = changed(
        "path = \"interviewer/hidden/python\"\nfor = \"interviewer\"",
        "path = \"interviewer/hidden/python\"\nfor = \"candidate\"",
    );
    assert!(moved[0].contains("not in the folder candidate/"), "{moved:?}");
    let away = changed("path = \"candidate/python\"", "path = \"candidate/../interviewer\"");
    assert!(away[0].contains("not in the folder candidate/"), "{away:?}");
}

#[test]
fn files_that_are_missing_or_not_named_are_told() {
    let kit = parse(KIT).unwrap();
    let all = ["candidate/START.md", "candidate/python/a", "candidate/go/a", "interviewer/GUIDE.md"];
    let layers = [
        "interviewer/hidden/python/a",
        "interviewer/hidden/go/a",
        "interviewer/fixed/python/a",
        "interviewer/fixed/go/a",
    ];
    let mut files: BTreeSet<String> = all.iter().chain(&layers).map(|&path| path.to_owned()).collect();
    assert_eq!(kit.check_files(&files, KIT, "kit.toml"), vec![]);
    files.remove("candidate/START.md");
    files.insert("candidate/answers.md".to_owned());
    let told: Vec<_> = kit.check_files(&files, KIT, "kit.toml").iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2);
    assert!(
        told[0].starts_with(&format!(
            "kit.toml:{}: \"candidate/START.md\" is not there",
            line_of("path = \"candidate/START.md\"")
        )),
        "{told:?}"
    );
    assert!(told[1].contains("candidate/answers.md"), "{told:?}");
}

fn endpoint() -> (Kit, Vec<String>) {
    let rubric = include_str!("../../../../rubrics/backend/coding-challenge.toml");
    let kit = include_str!("../../../../rubrics/kits/coding-endpoint/kit.toml");
    let rubrics = [Rubric::parse(rubric, "rubric.toml").unwrap()];
    let files = [
        "candidate/python/TASK.md",
        "candidate/python/cards/ledger.py",
        "candidate/python-senior/TASK-senior.md",
        "candidate/python-senior/cards/ledger.py",
        "candidate/go/TASK.md",
        "interviewer/GUIDE.md",
        "interviewer/hidden/python/tests/test_hidden.py",
    ];
    (Kit::parse(kit, "kit.toml", &rubrics).unwrap(), files.map(str::to_owned).to_vec())
}

#[test]
fn what_is_handed_over_holds_the_variant_ready_to_run_and_nothing_of_the_interviewers() {
    let (kit, files) = endpoint();
    let out: Vec<(String, String)> =
        kit.for_candidate(&files, Some("python-senior")).into_iter().map(|one| (one.to, one.from)).collect();
    let expected = [
        ("python/TASK-senior.md", "candidate/python-senior/TASK-senior.md"),
        ("python/TASK.md", "candidate/python/TASK.md"),
        ("python/cards/ledger.py", "candidate/python-senior/cards/ledger.py"),
    ];
    assert_eq!(out, expected.map(|(to, from)| (to.to_owned(), from.to_owned())));
    let all = kit.for_candidate(&files, None);
    assert_eq!(all.len(), 5);
    assert!(all.iter().all(|one| one.from.starts_with("candidate/")));
    let kept = |variant| kit.of(Audience::Interviewer, &files, variant).len();
    assert_eq!(
        (kept(None), kept(Some("python-senior")), kept(Some("go"))),
        (2, 2, 1),
        "hidden tests of one language"
    );
}

#[test]
fn a_kit_survives_its_canonical_text() {
    let kit = parse(KIT).unwrap();
    let again = Kit::from_canonical(&kit.canonical()).unwrap();
    assert_eq!((again.canonical(), again.sections), (kit.canonical(), kit.sections.clone()));
    assert_eq!(parse(&kit.to_toml()).unwrap(), kit);
}
