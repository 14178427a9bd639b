use assay_domain::ids::RoleId;

use super::{RoleCompetency, create, list, set_open, show, templates, update};
use crate::bench::{Bench, at, new_role};
use crate::{EngineError, plans, rubrics};

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
            assert!(!row.assessment_ids.is_empty(), "{}: nothing observes {}", template.id, asked.slug);
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
