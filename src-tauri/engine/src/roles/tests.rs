use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;

use super::{
    RoleCalendarInput, RoleCompetency, RoleStageInput, create, list, set_calendar, set_open, set_stages,
    show, templates, update,
};
use crate::bench::{Bench, at, new_role};
use crate::{EngineError, applications, debriefs, journal, plans, rubrics, scorecards};

#[test]
fn every_template_opens_a_role_at_every_level() {
    let bench = Bench::new();
    let templates = templates().unwrap();
    assert!(!templates.is_empty());
    let levels = || templates.iter().flat_map(|one| one.seniorities.iter().map(move |level| (one, level)));
    for (template, level) in levels() {
        let mut new = new_role();
        new.role.title.clone_from(&template.title);
        new.role.seniority = level.seniority;
        new.role.competencies.clone_from(&level.competencies);
        new.role.goals.clone_from(&level.goals);
        new.assessments.clone_from(&level.assessments);
        let role = create(&bench.store, bench.owner, at(5), &new).unwrap().value;
        assert_eq!(role.plan.assessments.iter().map(|one| one.weight).sum::<u32>(), 100);
        for asked in &role.competencies {
            let row = role.coverage.iter().find(|row| row.slug == asked.slug).unwrap();
            assert!(row.assessments > 0, "{}: nothing observes {}", template.id, asked.slug);
        }
    }
    assert_eq!(list(&bench.store, bench.owner).unwrap().len(), levels().count() + 1);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn a_role_shows_its_stages_and_time() {
    let bench = Bench::new();
    bench.application("Eda Fixture");
    bench.application("Finn Fixture");
    let role = show(&bench.store, bench.bo, bench.role_id()).unwrap();
    assert_eq!(
        role.stages.iter().map(|one| (one.stage.as_str(), one.count)).collect::<Vec<_>>(),
        [("interviewing", 2)]
    );
    assert_eq!((role.summary.applications, role.summary.active, role.candidate_minutes), (2, 2, 90));
    let gone = show(&bench.store, bench.bo, RoleId(uuid::Uuid::nil()));
    assert!(matches!(gone, Err(EngineError::NotFound { .. })));
}

#[test]
fn a_role_is_changed_and_closed() {
    let bench = Bench::new();
    let mut input = new_role().role;
    input.title = "  Backend engineer, payments ".into();
    input.competencies = vec![RoleCompetency {
        slug: "databases".into(),
        title: "Databases".into(),
        expectation: "Deep.".into(),
    }];
    let role = update(&bench.store, bench.owner, at(5), bench.role_id(), &input).unwrap().value;
    assert_eq!(role.summary.title, "Backend engineer, payments");
    assert_eq!(role.coverage[0].slug, "databases");
    input.competencies.push(input.competencies[0].clone());
    assert!(update(&bench.store, bench.owner, at(6), bench.role_id(), &input).is_err());
    let closed = set_open(&bench.store, bench.owner, at(7), bench.role_id(), false).unwrap();
    assert!(!closed.value.summary.open && closed.changed.len() == 1);
    let again = set_open(&bench.store, bench.owner, at(8), bench.role_id(), false).unwrap();
    assert!(again.changed.is_empty());
}

#[test]
fn a_competency_that_scorecards_looked_at_is_counted_and_its_end_is_told() {
    let bench = Bench::new();
    let rubric = bench.rubric(0);
    let slug = rubric.criteria[0].competency.0.clone();
    let mut input = new_role().role;
    let asked = |slug: &str| RoleCompetency {
        slug: slug.into(),
        title: format!("Title {slug}"),
        expectation: String::new(),
    };
    input.competencies = vec![asked(&slug), asked("juggling")];
    let before = update(&bench.store, bench.owner, at(5), bench.role_id(), &input).unwrap().value;
    let looked = |role: &super::RoleDetail, slug: &str| {
        role.coverage.iter().find(|one| one.slug == slug).map(|one| one.scorecards)
    };
    assert_eq!((looked(&before, &slug), looked(&before, "juggling")), (Some(0), Some(0)));
    let eda = bench.application("Eda Fixture");
    let held = bench.assign(eda, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(6), held.id, bench.card(0, 3)).unwrap();
    scorecards::amend(&bench.store, bench.bo, at(7), held.id, bench.card(0, 4), "slip").unwrap();
    let rated = show(&bench.store, bench.owner, bench.role_id()).unwrap();
    assert_eq!(
        (looked(&rated, &slug), looked(&rated, "juggling")),
        (Some(1), Some(0)),
        "each interview once"
    );
    input.competencies.remove(0);
    let after = update(&bench.store, bench.owner, at(8), bench.role_id(), &input).unwrap().value;
    assert_eq!(looked(&after, &slug), Some(1), "it is still observed");
    let told = &journal::list(&bench.store, bench.owner, 0, 1).unwrap().rows[0].what;
    assert!(told.contains(&format!("no longer asks for Title {slug}")), "{told}");
    let matrix = debriefs::competencies(&bench.store, bench.owner, at(9), bench.role_id(), None).unwrap();
    let column = matrix.competencies.iter().find(|one| one.slug == slug).unwrap();
    assert!(!column.asked && column.assessments > 0, "the debrief keeps it");
}

#[test]
fn stages_and_calendar_are_taken_back_whoever_was_assigned_meanwhile() {
    let bench = Bench::new();
    let (store, owner, role) = (&bench.store, bench.owner, bench.role_id());
    let now = || show(store, owner, role).unwrap();
    let (stages, calendar) = (now().pipeline, now().calendar);
    let used = |without: Option<Stage>| -> Vec<RoleStageInput> {
        let used = Stage::ALL.iter().filter(|stage| Some(**stage) != without);
        used.map(|stage| RoleStageInput { stage: *stage, title: String::new() }).collect()
    };
    let newest = || journal::list(store, owner, 0, 1).unwrap().rows[0].sequence;
    set_stages(store, owner, at(5), role, &used(Some(Stage::Debrief))).unwrap();
    let left_out = newest();
    set_calendar(store, owner, at(5), role, &RoleCalendarInput { days: 9, steps: vec![] }).unwrap();
    let shorter = newest();
    let eda = bench.application("Eda Fixture");
    bench.assign(eda, 0, bench.bo);
    applications::move_to(store, owner, at(6), eda, Stage::Offer, "").unwrap();
    journal::undo(store, owner, at(7), Some(left_out)).unwrap();
    journal::undo(store, owner, at(7), Some(shorter)).unwrap();
    assert_eq!((now().pipeline, now().calendar), (stages, calendar));

    set_stages(store, owner, at(8), role, &used(Some(Stage::Debrief))).unwrap();
    set_stages(store, owner, at(9), role, &used(None)).unwrap();
    let back = newest();
    applications::move_to(store, owner, at(10), eda, Stage::Debrief, "").unwrap();
    let refused = journal::undo(store, owner, at(11), Some(back));
    assert!(matches!(refused, Err(EngineError::Conflict { .. })), "an application stands there");
}

#[test]
fn weights_must_sum_to_a_hundred() {
    let bench = Bench::new();
    let mut new = new_role();
    new.assessments[0].weight = 50;
    let error = create(&bench.store, bench.owner, at(5), &new).unwrap_err();
    assert!(error.to_string().contains("sum to 90"), "{error}");
    assert_eq!(error.hint(), "Add 10.");
    assert_eq!(list(&bench.store, bench.owner).unwrap().len(), 1, "nothing was written");
}

#[test]
fn a_plan_without_scorecards_is_edited_in_place_and_keeps_ids() {
    let bench = Bench::new();
    let mut inputs = new_role().assessments;
    for (input, known) in inputs.iter_mut().zip(&bench.role.plan.assessments) {
        input.id = known.id.to_string();
    }
    inputs[0].weight = 50;
    inputs[1].weight = 50;
    let change = |inputs: &[_], reason: &str| {
        plans::update(&bench.store, bench.owner, at(5), bench.role_id(), inputs, reason)
    };
    let role = change(&inputs, "").unwrap().value;
    assert_eq!((role.plan.version, role.plan.frozen, role.plan_versions.len()), (1, false, 1));
    assert_eq!(role.plan.assessments[1].id, bench.assessment(1));
    assert!(change(&inputs, "").unwrap().changed.is_empty(), "the same plan again is no change");

    let application = bench.application("Eda Fixture");
    bench.assign(application, 1, bench.bo);
    let mut one = vec![inputs[0].clone()];
    one[0].weight = 100;
    assert!(matches!(change(&one, "shorter"), Err(EngineError::Conflict { .. })), "somebody is assigned it");
    inputs[0].id = uuid::Uuid::now_v7().to_string();
    assert!(matches!(change(&inputs, ""), Err(EngineError::NotFound { .. })), "an id from elsewhere");
}

#[test]
fn a_rubric_version_never_changes() {
    let bench = Bench::new();
    let mut rubric = bench.rubric(0);
    assert!(rubrics::keep(&bench.store, bench.owner, at(5), &rubric).unwrap().changed.is_empty());
    rubric.criteria[0].anchors[0] = "Something else entirely.".into();
    let other = rubrics::keep(&bench.store, bench.owner, at(6), &rubric);
    assert!(matches!(other, Err(EngineError::Conflict { .. })));
    let mut unused =
        rubrics::builtin().unwrap().iter().find(|one| one.kind.slug() == "live-debugging").unwrap().clone();
    unused.title = "Mine".into();
    let other = rubrics::keep(&bench.store, bench.owner, at(7), &unused);
    assert!(matches!(other, Err(EngineError::Conflict { .. })), "also where only Assay has it so far");
    rubric.version = 2;
    let kept = rubrics::keep(&bench.store, bench.owner, at(8), &rubric).unwrap();
    assert_eq!((kept.value.version, kept.changed.len()), (2, 1));
    assert_eq!(rubrics::show(&bench.store, bench.bo, &rubric.id, 2).unwrap(), rubric);
    let listed = rubrics::list(&bench.store, bench.bo).unwrap();
    assert_eq!(listed.len(), rubrics::builtin().unwrap().len() + 1);
}
