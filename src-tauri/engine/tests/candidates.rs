//! Candidates, their accounts and applications.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

mod common;

use assay_domain::assessment::AssessmentKind;
use assay_domain::candidate::{CandidateInput, ProvenanceInput};
use assay_domain::ids::RoleId;
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::stage::Stage;
use assay_engine::candidates::{self, CandidateQuery, Joins, SameBy, SortKey};
use assay_engine::plans::PlanAssessmentInput;
use assay_engine::roles::{self, NewRole, RoleInput};
use assay_engine::{EngineError, applications, journal};
use common::*;

fn person(name: &str) -> CandidateInput {
    CandidateInput {
        name: name.into(),
        email: String::new(),
        location: "Kassel".into(),
        headline: "Backend".into(),
        notes: "Met at a fixture fair".into(),
        provenance: provenance(),
    }
}

fn role(bench: &Bench) -> RoleId {
    let assessment = PlanAssessmentInput {
        id: String::new(),
        kind: AssessmentKind::CodeReview,
        title: "Code review".into(),
        weight: 100,
        weight_reason: "As the work is.".into(),
        minutes: 45,
        rubric_id: "backend-code-review".into(),
        rubric_version: 1,
        kit: None,
        mapping: vec![],
    };
    let role = RoleInput {
        title: "Backend engineer".into(),
        seniority: Seniority::Senior,
        specialisation: Specialisation::ApiGeneralist,
        goals: vec!["Owns one service.".into()],
        competencies: vec![],
    };
    let new = NewRole { role, assessments: vec![assessment] };
    roles::create(&bench.store, bench.owner, at(1), &new).unwrap().value.summary.id
}

fn names(bench: &Bench, query: &CandidateQuery) -> Vec<String> {
    let query = CandidateQuery { limit: 50, ..query.clone() };
    candidates::list(&bench.store, bench.owner, &query)
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.name)
        .collect()
}

#[test]
fn a_change_is_found_and_can_be_taken_back() {
    let bench = Bench::new();
    let made = candidates::create(&bench.store, bench.owner, at(1), person(" Dot Fixture ")).unwrap().value;
    assert_eq!(made.name, "Dot Fixture");
    let before = bench.journal();
    candidates::update(&bench.store, bench.owner, at(2), made.id, person("Dot Fixture")).unwrap();
    assert_eq!(bench.journal(), before, "the same again changes nothing");
    let mut blank = person("Dot Fixture");
    blank.provenance.permission.push(' ');
    candidates::update(&bench.store, bench.owner, at(2), made.id, blank).unwrap();
    assert_eq!(bench.journal(), before, "nor does a blank at the end of a field");
    let mut changed = person("Dot Fixture");
    changed.notes = "Writes compilers".into();
    candidates::update(&bench.store, bench.owner, at(2), made.id, changed).unwrap();
    let by = |text: &str| names(&bench, &CandidateQuery { text: text.into(), ..CandidateQuery::default() });
    assert_eq!((by("compil").len(), by("fair").len()), (1, 0));
    journal::undo(&bench.store, bench.owner, at(3), None).unwrap();
    assert_eq!((by("compil").len(), by("fair").len()), (0, 1));
    bench.journal();
}

#[test]
fn the_table_sorts_filters_and_pages() {
    let bench = Bench::new();
    let role = role(&bench);
    for (minute, name) in ["cy Fixture", "Ada Fixture", "Bo Fixture"].iter().enumerate() {
        let id = candidates::create(&bench.store, bench.owner, at(2 + minute as i64), person(name))
            .unwrap()
            .value
            .id;
        if *name != "Ada Fixture" {
            let application = applications::add(&bench.store, bench.owner, at(9), id, role).unwrap().value.id;
            if name.starts_with("cy") {
                applications::move_to(&bench.store, bench.owner, at(9), application, Stage::Offer, "")
                    .unwrap();
            }
        }
    }
    let all = CandidateQuery::default();
    assert_eq!(names(&bench, &all), ["Ada Fixture", "Bo Fixture", "cy Fixture"]);
    let added = CandidateQuery { sort: SortKey::Added, descending: true, ..all.clone() };
    assert_eq!(names(&bench, &added), ["Bo Fixture", "Ada Fixture", "cy Fixture"]);
    let stage = CandidateQuery { sort: SortKey::Stage, descending: true, ..all.clone() };
    assert_eq!(names(&bench, &stage), ["cy Fixture", "Bo Fixture", "Ada Fixture"]);
    let offer = CandidateQuery { stage: Some(Stage::Offer), role_id: Some(role), ..all.clone() };
    assert_eq!(names(&bench, &offer), ["cy Fixture"]);
    let page = CandidateQuery { offset: 2, limit: 2, ..all.clone() };
    let page = candidates::list(&bench.store, bench.owner, &page).unwrap();
    assert_eq!((page.total, page.rows.len()), (3, 1));
    let beyond = CandidateQuery { offset: 20, limit: 2, ..all };
    assert_eq!(candidates::list(&bench.store, bench.owner, &beyond).unwrap().total, 3);
}

#[test]
fn one_application_at_a_time_and_another_after_its_end() {
    let bench = Bench::new();
    let role = role(&bench);
    let id = candidates::create(&bench.store, bench.owner, at(2), person("Ada Fixture")).unwrap().value.id;
    let first = applications::add(&bench.store, bench.owner, at(3), id, role).unwrap().value;
    let second = applications::add(&bench.store, bench.owner, at(4), id, role);
    assert!(matches!(second, Err(EngineError::Conflict { .. })));
    let without_reason =
        applications::move_to(&bench.store, bench.owner, at(5), first.id, Stage::Rejected, " ");
    assert!(matches!(without_reason, Err(EngineError::Asks { .. })));
    let moved = applications::move_to(&bench.store, bench.owner, at(5), first.id, Stage::Rejected, "no Rust")
        .unwrap()
        .value;
    assert_eq!((moved.history.len(), moved.history[1].from), (2, Some(Stage::Applied)));
    let again = applications::add(&bench.store, bench.owner, at(6), id, role).unwrap().value;
    assert_ne!(again.id, first.id);
    let reopened =
        applications::move_to(&bench.store, bench.owner, at(7), first.id, Stage::Screening, "back");
    assert!(matches!(reopened, Err(EngineError::Conflict { .. })), "the other one is under way");
    applications::move_to(&bench.store, bench.owner, at(7), again.id, Stage::Screening, "").unwrap();
    journal::undo(&bench.store, bench.owner, at(8), None).unwrap();
    let list = applications::list(&bench.store, bench.owner, role).unwrap();
    let shown = list.iter().find(|one| one.id == again.id).unwrap();
    assert_eq!((shown.stage, shown.since, shown.history.len()), (Stage::Applied, at(6), 1));
}

#[test]
fn a_list_adds_who_is_new() {
    let bench = Bench::new();
    let role = role(&bench);
    let text = "Ada Fixture <ada@fixture.example>\nBo Fixture @bo-fixture\n";
    let report = candidates::add_list(&bench.store, bench.owner, at(2), text, &provenance(), Some(role))
        .unwrap()
        .value;
    assert_eq!((report.added, report.skipped), (2, 0));
    let more = format!("{text}Cy Fixture\n");
    let preview = candidates::preview_list(&bench.store, bench.owner, &more, None).unwrap();
    let same_by = preview.rows.iter().map(|row| row.same_as.as_ref().map(|same| same.by)).collect::<Vec<_>>();
    assert_eq!(same_by, [Some(SameBy::Address), Some(SameBy::Login), None]);
    assert_eq!(preview.rows[0].same_as.as_ref().unwrap().candidate.name, "Ada Fixture");
    let again =
        candidates::add_list(&bench.store, bench.owner, at(3), &more, &provenance(), None).unwrap().value;
    assert_eq!((again.added, again.skipped), (1, 2));
    assert_eq!(applications::list(&bench.store, bench.owner, role).unwrap().len(), 2);
    let before = bench.journal();
    candidates::add_list(&bench.store, bench.owner, at(4), &more, &provenance(), None).unwrap();
    assert_eq!(bench.journal(), before);
}

#[test]
fn a_list_for_a_role_puts_up_who_is_here_where_that_is_allowed() {
    let bench = Bench::new();
    let (store, owner, role) = (&bench.store, bench.owner, role(&bench));
    let [_, has, marked] = ["Ada Fixture", "Bo Fixture", "Cy Fixture"]
        .map(|name| candidates::create(store, owner, at(2), person(name)).unwrap().value.id);
    let first = applications::add(store, owner, at(3), has, role).unwrap().value;
    applications::move_to(store, owner, at(3), first.id, Stage::Rejected, "no Rust").unwrap();
    let asked =
        assay_domain::contact::DoNotContactInput { reason: "asked us".into(), request: String::new() };
    candidates::do_not_contact(store, owner, at(3), marked, asked).unwrap();
    let text = "Ada Fixture\nBo Fixture\nCy Fixture\nDot Fixture\n";
    let joins = |role| {
        let preview = candidates::preview_list(store, owner, text, role).unwrap();
        preview.rows.iter().map(|row| row.joins).collect::<Vec<_>>()
    };
    assert_eq!(joins(None), [None; 4]);
    assert_eq!(joins(Some(role)), [Some(Joins::Added), Some(Joins::Has), Some(Joins::NotToContact), None]);
    let report = candidates::add_list(store, owner, at(4), text, &provenance(), Some(role)).unwrap().value;
    assert_eq!((report.added, report.skipped), (1, 3));
    assert_eq!((report.applied, report.had_one, report.not_to_contact), (1, 1, 1));
    let names = || {
        let list = applications::list(store, owner, role).unwrap();
        list.into_iter().map(|one| one.candidate_name).collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Ada Fixture", "Bo Fixture", "Dot Fixture"]);
    journal::undo(store, owner, at(5), None).unwrap();
    assert_eq!(names(), ["Bo Fixture"], "both are taken back as one");
    let all = CandidateQuery { limit: 9, ..CandidateQuery::default() };
    assert_eq!(candidates::list(store, owner, &all).unwrap().total, 3, "Ada stays");
}

#[test]
fn a_namesake_in_a_list_is_told_before_and_after() {
    let bench = Bench::new();
    candidates::create(&bench.store, bench.owner, at(2), person("Cy Fixture")).unwrap();
    let text = "name,email,shoes\ncy fixture,cy@fixture.example,38\nBo Fixture,bo@fixture.example,\n";
    let preview = candidates::preview_list(&bench.store, bench.owner, text, None).unwrap();
    assert!(
        preview.rows[0].remark.contains("Cy Fixture is here already") && preview.rows[1].remark.is_empty()
    );
    let report =
        candidates::add_list(&bench.store, bench.owner, at(3), text, &provenance(), None).unwrap().value;
    assert_eq!((report.added, report.remarks.len(), report.remarks[0].line), (2, 1, 2));
    assert_eq!((preview.ignored, report.ignored), (vec!["shoes".to_owned()], vec!["shoes".to_owned()]));
}

#[test]
fn all_namesakes_are_counted_whatever_the_case_of_their_letters() {
    let bench = Bench::new();
    let added: Vec<_> = (0..7)
        .map(|_| {
            candidates::create(&bench.store, bench.owner, at(2), person("Édith Fixture")).unwrap().value.id
        })
        .collect();
    let preview = candidates::preview_list(&bench.store, bench.owner, "name\nédith fixture\n", None).unwrap();
    let told = "7 called Édith Fixture are here already: if it is one of them, this one is too many";
    assert_eq!(preview.rows[0].remark, told);
    let others = candidates::namesakes_of(&bench.store, bench.owner, added[3]).unwrap();
    assert_eq!(others.iter().map(|one| one.id).collect::<Vec<_>>(), [&added[..3], &added[4..]].concat());
}

#[test]
fn nothing_comes_in_under_an_end_that_is_over_and_an_old_end_keeps_nobody_from_correcting() {
    let bench = Bench::new();
    let day = |minute| Some(at(minute).date_naive());
    let until = |minute| ProvenanceInput { until: day(minute), ..provenance() };
    let over = until(-2 * 24 * 60);
    let made = |provenance| CandidateInput { provenance, ..person("Cy Fixture") };
    let refused = candidates::create(&bench.store, bench.owner, at(2), made(over.clone())).unwrap_err();
    assert!(matches!(refused, EngineError::Invalid { .. }), "{refused}");
    assert!(candidates::add_list(&bench.store, bench.owner, at(2), "Bo Fixture", &over, None).is_err());
    let id = candidates::create(&bench.store, bench.owner, at(2), made(until(0))).unwrap().value.id;
    let later = at(9 * 24 * 60);
    let named = CandidateInput { name: "Cyra Fixture".into(), ..made(until(0)) };
    candidates::update(&bench.store, bench.owner, later, id, named).unwrap();
    let again = candidates::update(&bench.store, bench.owner, later, id, made(until(24 * 60)));
    assert!(again.is_err(), "another end that is over");
}

#[test]
fn a_list_is_taken_back_with_its_applications_and_accounts() {
    let bench = Bench::new();
    let role = role(&bench);
    let kept = candidates::create(&bench.store, bench.owner, at(2), person("Cy Fixture")).unwrap().value.id;
    let text = "Ada Fixture <ada@fixture.example>\nBo Fixture @bo-fixture\nCy Fixture\n";
    let add = |when| candidates::add_list(&bench.store, bench.owner, when, text, &provenance(), Some(role));
    assert_eq!(add(at(3)).unwrap().value.added, 2);
    let undone = journal::undo(&bench.store, bench.owner, at(4), None).unwrap().value;
    assert!(
        undone
            .sentence
            .starts_with("Taken back: Candidates added from a list: Ada Fixture, and 1 more. What came in")
    );
    assert_eq!(names(&bench, &CandidateQuery { limit: 9, ..CandidateQuery::default() }), ["Cy Fixture"]);
    assert!(candidates::show(&bench.store, bench.owner, at(5), kept).is_ok());
    assert!(applications::list(&bench.store, bench.owner, role).unwrap().is_empty());
    let login = candidates::preview_list(&bench.store, bench.owner, "Bo Fixture @bo-fixture", None).unwrap();
    assert_eq!(login.rows[0].same_as, None);
    assert_eq!(add(at(6)).unwrap().value.added, 2, "the same list again is new");
}

#[test]
fn a_list_stays_once_something_stands_on_one_of_its_candidates() {
    let bench = Bench::new();
    let role = role(&bench);
    let text = "Ada Fixture\nBo Fixture\n";
    let report = candidates::add_list(&bench.store, bench.owner, at(2), text, &provenance(), None).unwrap();
    let listed = bench.journal().0;
    let bo = report.value.candidate_ids[1];
    applications::add(&bench.store, bench.owner, at(3), bo, role).unwrap();
    let refused = journal::undo(&bench.store, bench.owner, at(4), Some(listed)).unwrap_err();
    assert!(refused.to_string().contains("Application added) depends on it"), "{refused}");
    journal::undo(&bench.store, bench.owner, at(5), None).unwrap();
    journal::undo(&bench.store, bench.owner, at(6), Some(listed)).unwrap();
    assert!(names(&bench, &CandidateQuery { limit: 9, ..CandidateQuery::default() }).is_empty());
}

#[test]
fn a_list_in_a_file_is_read_in_its_encoding_and_a_guess_is_said() {
    let bench = Bench::new();
    let home = tempfile::tempdir().unwrap();
    let text = "name\temail\nZoë Fixture\tzoe@fixture.example\n";
    let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let latin = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>();
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(home.path().join(name), bytes).unwrap();
        home.path().join(name)
    };
    let preview =
        |path: &std::path::Path| candidates::preview_file(&bench.store, bench.owner, path, None).unwrap();
    let (wide, latin) = (file("wide.txt", &wide), file("latin.csv", &latin));
    for (path, guessed) in [(&wide, false), (&latin, true)] {
        let found = preview(path);
        assert_eq!(found.rows[0].name, "Zoë Fixture");
        assert_eq!(found.encoding.contains("Windows-1252"), guessed, "{}", found.encoding);
    }
    let added = candidates::add_file(&bench.store, bench.owner, at(2), &latin, &provenance(), None).unwrap();
    assert!(added.value.added == 1 && added.value.encoding.contains("Windows-1252"), "{:?}", added.value);
    let large = file("large.csv", &vec![b'\n'; 8 * 1024 * 1024 + 1]);
    let refused = candidates::preview_file(&bench.store, bench.owner, &large, None).unwrap_err();
    assert!(refused.to_string().contains("larger than 8 MiB"), "{refused}");
}
