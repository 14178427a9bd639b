use assay_domain::scorecard::CitationInput;

use super::{check_text, compare, export_file, import_file, import_text, list, text, text_to_edit};
use crate::bench::{Bench, at};
use crate::{EngineError, plans, scorecards};

const ID: &str = "backend-code-review";

fn next_version(bench: &Bench) -> String {
    let text = text_to_edit(&bench.store, bench.owner, ID, 1).unwrap();
    text.replacen("title = \"", "title = \"Edited: ", 1)
}

#[test]
fn editing_makes_the_next_version_and_leaves_the_first_as_it_was() {
    let bench = Bench::new();
    let before = text(&bench.store, bench.owner, ID, 1).unwrap();
    let edited = next_version(&bench);
    let checked = check_text(&bench.store, bench.bo, &edited, "").unwrap();
    assert_eq!((checked.problems, checked.rubric.map(|one| one.version)), (vec![], Some(2)));
    let done = import_text(&bench.store, bench.owner, at(5), &edited, "r.toml").unwrap();
    assert_eq!((done.value.version, done.changed.len()), (2, 1));
    assert!(import_text(&bench.store, bench.owner, at(6), &edited, "r.toml").unwrap().changed.is_empty());
    assert_eq!(text(&bench.store, bench.owner, ID, 1).unwrap(), before);
    let compared = compare(&bench.store, bench.bo, ID, 1, 2).unwrap();
    assert_eq!((compared.head.len(), compared.head[0].field.as_str()), (1, "Title"));
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn a_text_under_a_taken_number_is_told_while_it_is_typed_and_refused_when_stored() {
    let bench = Bench::new();
    let text = next_version(&bench).replacen("version = 2", "version = 1", 1);
    let checked = check_text(&bench.store, bench.owner, &text, "r.toml").unwrap();
    assert!(checked.rubric.is_none());
    let told = checked.problems[0].to_string();
    let line = text.lines().position(|line| line == "version = 1").unwrap() + 1;
    assert!(told.starts_with(&format!("r.toml:{line}: ")) && told.ends_with("Write version = 2."), "{told}");
    let refused = import_text(&bench.store, bench.owner, at(5), &text, "r.toml").unwrap_err();
    assert!(matches!(refused, EngineError::Conflict { .. }), "{refused}");
    let bad = check_text(&bench.store, bench.owner, "id = \"x\"\nlevels = 9", "r.toml").unwrap();
    assert!(bad.rubric.is_none() && bad.problems[0].line > 0 && !bad.problems[0].todo.is_empty());
}

#[test]
fn files_come_in_and_go_out_and_nothing_is_written_over_unasked() {
    let (bench, home) = (Bench::new(), tempfile::tempdir().unwrap());
    let path = home.path().join("r.toml");
    export_file(&bench.store, bench.owner, ID, 1, &path, false).unwrap();
    let again = export_file(&bench.store, bench.owner, ID, 1, &path, false);
    assert!(matches!(again, Err(EngineError::Conflict { .. })));
    export_file(&bench.store, bench.owner, ID, 1, &path, true).unwrap();
    std::fs::write(&path, next_version(&bench)).unwrap();
    assert_eq!(import_file(&bench.store, bench.owner, at(5), &path).unwrap().value.version, 2);
    std::fs::write(&path, [0xff, 0xfe]).unwrap();
    let binary = import_file(&bench.store, bench.owner, at(6), &path).unwrap_err();
    assert!(binary.to_string().contains("not text"), "{binary}");
    assert!(matches!(
        import_file(&bench.store, bench.owner, at(6), &home.path().join("none.toml")),
        Err(EngineError::File { .. })
    ));
}

#[test]
fn a_draft_stays_usable_when_its_rubric_loses_a_criterion() {
    let bench = Bench::new();
    let gone = bench.rubric(0).criteria[0].id.clone();
    let text = next_version(&bench).replace(&format!("\"{gone}\""), "\"another-one\"");
    import_text(&bench.store, bench.owner, at(3), &text, "r.toml").unwrap();
    let open = bench.assign(bench.application("Eda Fixture"), 0, bench.bo).id;
    let (store, role, assessment) = (&bench.store, bench.role_id(), bench.assessment(0));
    scorecards::save_draft(store, bench.bo, at(5), open, bench.card(0, 3)).unwrap();
    plans::move_rubric(store, bench.owner, at(6), role, assessment, 2, "").unwrap();
    scorecards::rate(store, bench.bo, at(7), open, "another-one", Some(2), None).unwrap();
    let citation = CitationInput { evidence_id: None, address: "kettle@1:2".into(), quote: "x".into() };
    scorecards::cite(store, bench.bo, at(8), open, "another-one", citation).unwrap();
    let draft = scorecards::form(store, bench.bo, open).unwrap().draft;
    assert_eq!((draft.ratings[0].level, draft.ratings[0].citations.len()), (Some(2), 1));
    assert_eq!(draft.ratings[1].level, Some(3), "what the rubric still has is kept");
}

#[test]
fn moving_a_role_says_what_stays_makes_a_plan_version_with_a_reason_and_leaves_scorecards_alone() {
    let bench = Bench::new();
    import_text(&bench.store, bench.owner, at(3), &next_version(&bench), "r.toml").unwrap();
    let (eda, finn) = (bench.application("Eda Fixture"), bench.application("Finn Fixture"));
    let (done, open) = (bench.assign(eda, 0, bench.bo), bench.assign(finn, 0, bench.cy));
    scorecards::submit(&bench.store, bench.bo, at(10), done.id, bench.card(0, 3)).unwrap();
    let row = |version| {
        let all = list(&bench.store, bench.owner).unwrap();
        all.into_iter().find(|one| one.id == ID && one.version == version).map(|one| (one.frozen, one.roles))
    };
    assert_eq!((row(1), row(2)), (Some((true, 1)), Some((false, 0))));

    let (role, assessment) = (bench.role_id(), bench.assessment(0));
    let meant = plans::rubric_move(&bench.store, bench.owner, role, assessment, 2).unwrap();
    assert_eq!((meant.from, meant.to, meant.open_interviews, meant.needs_reason), (1, 2, 1, true));
    let staying: Vec<_> =
        meant.staying.iter().map(|one| (one.candidate_name.as_str(), one.rubric_version)).collect();
    assert_eq!(staying, [("Eda Fixture", 1)]);

    let moving = |reason| plans::move_rubric(&bench.store, bench.owner, at(11), role, assessment, 2, reason);
    assert!(matches!(moving(" "), Err(EngineError::Invalid { .. })), "a reason is needed");
    let plan = moving("The anchors of level 3 are plainer.").unwrap().value.plan;
    assert_eq!((plan.version, plan.assessments[0].rubric_version), (2, 2));
    let first = plans::show(&bench.store, bench.owner, role, 1).unwrap();
    assert_eq!(first.assessments[0].rubric_version, 1);
    let card = scorecards::show(&bench.store, bench.bo, at(12), done.id).unwrap();
    assert_eq!(card[0].rubric_version, 1);
    assert_eq!(scorecards::form(&bench.store, bench.cy, open.id).unwrap().rubric.version, 2);
    let none = plans::rubric_move(&bench.store, bench.owner, role, assessment, 9);
    assert!(matches!(none, Err(EngineError::NotFound { .. })));
    assert_eq!((row(1), row(2)), (Some((true, 0)), Some((false, 1))));
}

#[test]
fn a_change_of_the_plan_takes_no_rubric_to_another_version_behind_submitted_scorecards() {
    let bench = Bench::new();
    import_text(&bench.store, bench.owner, at(3), &next_version(&bench), "r.toml").unwrap();
    let (role, assessment) = (bench.role_id(), bench.assessment(0));
    let store_by = |version, reason| {
        let mut inputs: Vec<_> = plans::show(&bench.store, bench.owner, role, 1).unwrap().assessments;
        inputs[0].rubric_version = version;
        let inputs: Vec<_> = inputs.iter().map(plans::PlanAssessmentInput::from).collect();
        plans::update(&bench.store, bench.owner, at(11), role, &inputs, reason)
    };
    assert_eq!(store_by(2, "").unwrap().value.plan.assessments[0].rubric_version, 2, "nothing was submitted");
    store_by(1, "").unwrap();
    let done = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), done.id, bench.card(0, 3)).unwrap();
    let EngineError::Asks { what, hint, asks } = store_by(2, "sharper").unwrap_err() else {
        panic!("it is refused as what it is");
    };
    assert!(
        what.contains("from version 1 to version 2 of its rubric") && what.contains("1 scorecard was"),
        "{what}"
    );
    assert!(hint.contains("choose version 2") && !hint.contains('`'), "words, no command: {hint}");
    assert_eq!(asks, [crate::Ask::RubricMove { role, assessment, to: 2 }]);
    plans::move_rubric(&bench.store, bench.owner, at(12), role, assessment, 2, "sharper").unwrap();
    assert!(matches!(store_by(1, "back"), Err(EngineError::Asks { .. })), "nor back again");
}

#[test]
fn another_rubric_and_back_is_no_way_round_the_move() {
    let bench = Bench::new();
    import_text(&bench.store, bench.owner, at(3), &next_version(&bench), "r.toml").unwrap();
    let other = text(&bench.store, bench.owner, ID, 1).unwrap().replacen(ID, "team-code-review", 1);
    import_text(&bench.store, bench.owner, at(3), &other, "other.toml").unwrap();
    let (role, assessment) = (bench.role_id(), bench.assessment(0));
    let store_by = |id: &str, version| {
        let mut inputs = plans::show(&bench.store, bench.owner, role, 1).unwrap().assessments;
        (inputs[0].rubric_id, inputs[0].rubric_version) = (id.to_owned(), version);
        let inputs: Vec<_> = inputs.iter().map(plans::PlanAssessmentInput::from).collect();
        plans::update(&bench.store, bench.owner, at(11), role, &inputs, "another way of looking")
    };
    let done = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(10), done.id, bench.card(0, 3)).unwrap();
    store_by("team-code-review", 1).unwrap();
    let EngineError::Conflict { what, hint } = store_by(ID, 2).unwrap_err() else {
        panic!("it came back newer")
    };
    assert!(what.contains("in version 2: it had version 1, and 1 scorecard was submitted"), "{what}");
    assert!(hint.starts_with("Come back to version 1 first."), "{hint}");
    store_by(ID, 1).unwrap();
    let moved =
        plans::move_rubric(&bench.store, bench.owner, at(12), role, assessment, 2, "sharper").unwrap();
    assert_eq!(moved.value.plan.assessments[0].rubric_version, 2);
    store_by("team-code-review", 1).unwrap();
    assert!(store_by(ID, 1).is_err(), "nor to the one before the move");
    assert_eq!(store_by(ID, 2).unwrap().value.plan.assessments[0].rubric_version, 2, "as it was left");
}
