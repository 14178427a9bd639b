//! The main job through the engine: from an empty folder to a decision, an erasure and a restart.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::import::Outcome;
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::stage::Stage;
use assay_engine::candidates::CandidateDetail;
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::interviews::{self, InterviewQuery};
use assay_engine::roles::{self, NewRole, RoleDetail, RoleInput};
use assay_engine::snapshots::EvidenceQuery;
use assay_engine::store::Unlock;
use assay_engine::{
    EngineError, Store, Viewer, applications, candidates, debriefs, erasure, journal, people, scorecards,
    search, snapshots,
};
use assay_tests::journey::commands::every_candidate;
use assay_tests::journey::snapshots::{Login, Work, import, write_folder, write_zip};
use assay_tests::journey::{World, at, new_candidate, provenance};

const EDA: Work<'_> = Work {
    owner: Login { login: "eda-fixture", id: 900_000_101 },
    name: "Eda Fixture",
    bio: "Queues and query plans.",
    readme: "# Kettle\n\nBoils water with backpressure.",
    author: Login { login: "eda-fixture", id: 900_000_101 },
    message: "Mend the lid",
    body: "The lid leaked under load.",
};

const FINN: Work<'_> = Work {
    owner: Login { login: "finn-fixture", id: 900_000_201 },
    name: "Finn Fixture",
    bio: "Ledgers.",
    readme: "# Kettle\n\nA ledger of kettles.",
    author: Login { login: "finn-fixture", id: 900_000_201 },
    message: "Balance",
    body: "Debits equal credits.",
};

/// A role from the program's own template.
fn from_template(world: &World) -> RoleDetail {
    let templates = roles::templates().unwrap();
    let template = templates.iter().find(|one| one.specialisation == Specialisation::ApiGeneralist).unwrap();
    assert_eq!(template.assessments.iter().map(|one| one.weight).sum::<u32>(), 100);
    let new = NewRole {
        role: RoleInput {
            title: template.title.clone(),
            seniority: Seniority::Senior,
            specialisation: template.specialisation,
            goals: template.seniorities[0].goals.clone(),
            competencies: template.competencies.clone(),
        },
        assessments: template.assessments.clone(),
    };
    roles::create(&world.store, world.owner, at(2), &new).unwrap().value
}

fn candidate_of(world: &World, name: &str) -> CandidateDetail {
    let page = candidates::list(&world.store, world.owner, &every_candidate("")).unwrap();
    let row = page.rows.iter().find(|row| row.name == name);
    let row = row.unwrap_or_else(|| panic!("{name} is not among {:?}", page.rows));
    candidates::show(&world.store, world.owner, at(9), row.id).unwrap()
}

fn head(world: &World) -> String {
    let report = world.store.verify().unwrap();
    assert!(report.ok, "{report:?}");
    report.head
}

#[test]
fn the_main_job_from_an_empty_folder_to_an_erasure() {
    let world = World::encrypted();
    let role = from_template(&world);
    let (bo, cy) = (world.person("Bo Fixture"), world.person("Cy Fixture"));
    come_in(&world);
    let eda = candidate_of(&world, "Eda Fixture");
    read_what_came(&world, &eda);
    let application = world.application(eda.id, role.summary.id);
    let moved = applications::move_to(&world.store, world.owner, at(5), application, Stage::Interviewing, "")
        .unwrap();
    assert_eq!(moved.value.stage, Stage::Interviewing);
    interview_and_decide(&world, &role, application, (bo, cy));
    let before = head(&world);
    let world = world.restarted();
    assert_eq!(head(&world), before, "all of it is there");
    let eda = candidate_of(&world, "Eda Fixture");
    assert_eq!((eda.decisions.len(), eda.snapshots.len()), (1, 1));
    erase(&world, &eda);
    let world = world.restarted();
    assert!(search::all(&world.store, world.owner, chrono::Utc::now(), "backpressure").unwrap().is_empty());
    assert_eq!(candidate_of(&world, "Finn Fixture").snapshots.len(), 1);
    assert_eq!(candidate_of(&world, "Gil Fixture").email, "gil@fixture.example");
    head(&world);
}

/// By hand, from a list, from a folder and from a zip.
fn come_in(world: &World) {
    world.candidate(new_candidate("Hana Fixture"));
    let list = "name,email\nGil Fixture,gil@fixture.example\n";
    let added =
        candidates::add_list(&world.store, world.owner, at(3), list, &provenance("the fair"), None).unwrap();
    assert_eq!(added.value.added, 1, "{:?}", added.value);
    let (folder, zip) = (world.beside().join("eda"), world.beside().join("finn.zip"));
    write_folder(&folder, &EDA);
    write_zip(&zip, &FINN);
    for path in [&folder, &zip] {
        let report = import(world, world.owner, at(4), path, "they sent it", None);
        assert_eq!(report.totals.refused, 0, "{report:?}");
        assert_eq!((report.totals.snapshots, report.totals.candidates), (1, 1), "{report:?}");
    }
    let before = head(world);
    for path in [&folder, &zip] {
        let again = import(world, world.owner, at(5), path, "they sent it", None);
        assert!(again.files.iter().all(|file| file.outcome == Outcome::Skipped), "{again:?}");
    }
    assert_eq!(head(world), before, "the same twice changes nothing");
}

fn read_what_came(world: &World, eda: &CandidateDetail) {
    let (store, viewer) = (&world.store, world.owner);
    let snapshot = snapshots::show(store, viewer, eda.snapshots[0].id).unwrap();
    assert!(snapshot.facts.iter().any(|fact| fact.state == assay_domain::evidence::FactState::Known));
    assert!(snapshot.facts.iter().any(|fact| fact.state == assay_domain::evidence::FactState::Absent));
    let hits = search::all(store, viewer, chrono::Utc::now(), "backpressure").unwrap();
    assert!(hits.iter().any(|hit| hit.candidate_id == Some(eda.id.0)), "{hits:?}");
    let query = EvidenceQuery {
        snapshot_id: snapshot.summary.id,
        kind: snapshots::EvidenceKind::PullRequest,
        repo: None,
        offset: 0,
        limit: 10,
    };
    let page = snapshots::evidence_list(store, viewer, &query).unwrap();
    assert_eq!((page.total, page.rows[0].author.as_deref()), (1, Some("eda-fixture")));
    let shown = snapshots::evidence_show(store, viewer, page.rows[0].id).unwrap();
    assert_eq!(shown.body, EDA.body);
}

fn interview_and_decide(
    world: &World,
    role: &RoleDetail,
    application: assay_domain::ids::ApplicationId,
    (bo, cy): (Viewer, Viewer),
) {
    let (store, owner, plan) = (&world.store, world.owner, &role.plan.assessments);
    let first = world.interview(application, plan[0].id, bo);
    let second = world.interview(application, plan[0].id, cy);
    let paper = world.interview(application, plan[1].id, bo);
    let handed = interviews::reassign(store, owner, at(5), paper.id, cy.0).unwrap().value;
    let off = world.interview(application, plan[2].id, bo);
    interviews::cancel(store, owner, at(5), off.id, "the room was taken").unwrap();
    world.scored(&first, 4, "steady");
    let closed = scorecards::show(store, cy, at(6), first.id);
    assert!(matches!(closed, Err(EngineError::ClosedToViewer)));
    world.scored(&second, 2, "shaky");
    let typed = scorecards::submit_paper(store, owner, at(7), handed.id, world.card(&handed, 3, "on paper"));
    assert_eq!(typed.unwrap().value.typed_in_by.as_deref(), Some("Ada Fixture"));
    let debrief = debriefs::role(store, cy, at(8), role.summary.id, None).unwrap();
    let row = debrief.rows.iter().find(|row| row.application_id == application).unwrap();
    assert_eq!((row.cells[0].raters.len(), row.cells[0].gap), (2, Some(true)), "two levels apart");
    assert!(row.score.is_some() && row.coverage.unwrap() < 1.0);
    let explained = debriefs::explain(store, cy, at(8), application, None).unwrap();
    assert_eq!(explained.score, row.score);
    assert!(explained.parts[0].scorecards.iter().any(|card| card.ratings[0].note.contains("steady")));
    let cards = explained.parts.iter().flat_map(|part| &part.scorecards).map(|card| card.id).collect();
    let input = DecisionInput {
        application_id: application,
        kind: DecisionKind::Hold,
        reason: "The system design is still to come.".into(),
        scorecard_ids: cards,
        record: DecisionRecord::default(),
    };
    let made = decisions::make(store, owner, at(9), &input).unwrap().value;
    assert_eq!((made.rests_on.len(), made.score), (3, row.score));
    let open = InterviewQuery { application_id: Some(application), ..InterviewQuery::default() };
    assert_eq!(interviews::list(store, owner, &open).unwrap().len(), 4);
    let history = journal::of_candidate(store, owner, row.candidate_id).unwrap();
    assert!(history.iter().any(|entry| entry.op == "decision.make"));
}

fn erase(world: &World, eda: &CandidateDetail) {
    let done = erasure::erase(
        &world.store,
        world.owner,
        at(20),
        eda.id,
        &erasure::ErasureInput::because("Eda Fixture asked for it"),
    )
    .unwrap();
    let receipt = serde_json::to_string(&done.value).unwrap();
    assert!(!receipt.contains("Eda") && !receipt.contains("eda-fixture"), "{receipt}");
    assert!(done.value.erased.iter().any(|line| line.what == "scorecards" && line.count == 3), "{receipt}");
    let gone = candidates::show(&world.store, world.owner, at(20), eda.id);
    assert!(matches!(gone, Err(EngineError::NotFound { .. })));
    assert_eq!(erasure::receipts(&world.store, world.owner).unwrap().len(), 1);
}

#[test]
fn a_copy_opens_elsewhere_and_with_the_recovery_code() {
    let world = World::encrypted();
    world.candidate(new_candidate("Eda Fixture"));
    world.person("Bo Fixture");
    let copy = world.beside();
    std::fs::create_dir_all(&copy).unwrap();
    let (folder, code) = (world.folder.clone(), world.recovery_code.clone());
    let world = world.restarted();
    drop(world.store);
    for name in ["workspace.db", "keys.json"] {
        std::fs::copy(folder.join(name), copy.join(name)).unwrap();
    }
    let store = Store::open(&copy, &Unlock::RecoveryCode(code)).unwrap();
    assert_eq!(people::list(&store).unwrap().len(), 2);
    assert_eq!(candidates::list(&store, world.owner, &every_candidate("Eda")).unwrap().total, 1);
    assert!(store.verify().unwrap().ok);
}
