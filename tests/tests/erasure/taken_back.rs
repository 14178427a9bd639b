//! People who came in with a list or an import that is taken back leave nothing either.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use assay_domain::ids::{CandidateId, ImportId};
use assay_engine::imports::{self, ImportStart, Input, Run};
use assay_engine::{applications, candidates, erasure, impact, journal};
use assay_github::Options;
use assay_tests::journey::snapshots::{import, write_folder};
use assay_tests::journey::{World, at, new_candidate, provenance};
use uuid::Uuid;

use crate::{left, places, work_of_the_erased, work_of_the_other};

#[test]
fn no_byte_stays_of_people_who_came_in_with_a_list_that_was_taken_back() {
    let world = World::plain();
    let role = world.role().summary.id;
    let older = world.store.backup(|| at(2)).unwrap();
    let list = "Zqxname Fixture <zqxmail@fixture.example>\nAna Zqxname @zqxlogin-fixture\n";
    let given = provenance("zqpermission");
    candidates::add_list(&world.store, world.owner, at(3), list, &given, Some(role)).unwrap();
    world.store.backup(|| at(4)).unwrap();
    for mark in ["zqxname", "zqxmail", "zqxlogin", "zqpermission"] {
        assert!(left(&world.folder).iter().any(|(found, _)| found == mark), "{mark} was never written");
    }
    journal::undo(&world.store, world.owner, at(5), None).unwrap();
    assert_eq!(left(&world.folder), BTreeSet::new(), "{:?}", places(&world, "zqx"));
    let report = world.store.verify().unwrap();
    assert!(report.ok, "{report:?}");
    let receipts = erasure::receipts(&world.store, world.owner).unwrap();
    assert_eq!((receipts.len(), receipts[0].erased[0].count, receipts[0].backups_replaced), (1, 2, 1));
    let backups = world.store.backups().unwrap();
    assert_eq!(
        (backups.len(), backups.contains(&older)),
        (2, true),
        "a copy made before the list does not hold them"
    );
    let again = journal::undo(&world.store, world.owner, at(6), None).unwrap_err();
    assert!(!again.to_string().contains("Erased with"), "the undo is no action to take back: {again}");
}

/// Two inputs in one import; gives the backup that was made when the first had been taken in and the second was read.
fn import_with_a_backup_between(world: &World, folders: [&Path; 2]) {
    let start = ImportStart {
        paths: folders.iter().map(|path| path.display().to_string()).collect(),
        provenance: provenance("said yes"),
        candidate_id: None,
        every_subject: true,
    };
    let run = Run {
        store: &world.store,
        viewer: world.owner,
        id: ImportId(Uuid::now_v7()),
        now: &|| at(4),
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    let source = |path: &Path| Input::Source(assay_github::open(path, &Options::default()).unwrap());
    let mut made = false;
    imports::run(&run, folders.map(source).into(), &mut |_| {
        if !made
            && places(world, "zqxlogin")
                .iter()
                .any(|place| place.starts_with("candidate_account") || place.starts_with("account"))
        {
            world.store.backup(|| at(4)).unwrap();
            made = true;
        }
    })
    .unwrap();
    assert!(made, "the first was not taken in before the second was read");
}

/// A cancelled interview is a record too: the list is not taken back under it, and it is said why.
#[test]
fn a_list_stays_once_somebody_of_it_was_assigned_though_that_was_taken_back() {
    let world = World::plain();
    let role = world.role();
    let bo = world.person("Bo Fixture");
    candidates::add_list(
        &world.store,
        world.owner,
        at(3),
        "Ana Fixture",
        &provenance("yes"),
        Some(role.summary.id),
    )
    .unwrap();
    let application = applications::list(&world.store, world.owner, role.summary.id).unwrap()[0].id;
    world.interview(application, role.plan.assessments[0].id, bo);
    journal::undo(&world.store, world.owner, at(6), None).unwrap();
    let list = journal::list(&world.store, world.owner, 0, 50).unwrap();
    let list = list.rows.iter().find(|entry| entry.op == "candidate.list").unwrap();
    assert!(!list.undoable, "the journal offers what is refused");
    let refused = journal::undo(&world.store, world.owner, at(7), Some(list.sequence)).unwrap_err();
    assert!(refused.to_string().contains("that record stays"), "{refused}");
}

#[test]
fn what_a_killed_program_left_beside_a_backup_is_swept() {
    let world = World::plain();
    let gone = world.candidate(new_candidate("Ana Fixture"));
    let backup = world.store.backup(|| at(2)).unwrap();
    let left = backup.with_file_name("20200101T000000000Z.db-wal");
    std::fs::write(&left, "zqxname").unwrap();
    erasure::erase(&world.store, world.owner, at(3), gone, &erasure::ErasureInput::because("asked for it"))
        .unwrap();
    assert!(!left.exists() && world.store.backups().unwrap().len() == 1);
}

#[test]
fn a_backup_made_while_the_import_ran_is_replaced_too() {
    let world = World::plain();
    let [first, second] = ["first", "second"].map(|name| world.beside().join(name));
    write_folder(&first, &work_of_the_erased());
    write_folder(&second, &work_of_the_other());
    let before = world.store.backup(|| at(3)).unwrap();
    import_with_a_backup_between(&world, [&first, &second]);
    assert_eq!(world.store.backups().unwrap().len(), 2);
    journal::undo(&world.store, world.owner, at(5), None).unwrap();
    assert_eq!(left(&world.folder), BTreeSet::new());
    let backups = world.store.backups().unwrap();
    assert_eq!((backups.len(), backups.contains(&before)), (2, true));
    assert!(world.store.verify().unwrap().ok);
}

/// The person stays, but what came of them with the import goes: their later erasure could not find it. Only their own entry in
/// the journal names it still, which it does find.
#[test]
fn no_login_stays_of_an_import_into_somebody_who_was_here() {
    let world = World::plain();
    let folder = world.beside().join("given");
    write_folder(&folder, &work_of_the_erased());
    let here = world.candidate(new_candidate("Ana Fixture"));
    import(&world, world.owner, at(4), &folder, "said yes", Some(here));
    journal::undo(&world.store, world.owner, at(5), None).unwrap();
    assert_eq!(places(&world, "zqxlogin"), ["journal_payload.payload"]);
    erasure::erase(&world.store, world.owner, at(6), here, &erasure::ErasureInput::because("asked for it"))
        .unwrap();
    assert_eq!(left(&world.folder), BTreeSet::new());
    assert!(world.store.verify().unwrap().ok);
}

#[test]
fn no_voluntary_group_stays_of_somebody_who_was_taken_back() {
    let world = World::plain();
    let report =
        candidates::add_list(&world.store, world.owner, at(3), "Ana Fixture", &provenance("yes"), None)
            .unwrap();
    let ana: CandidateId = report.value.candidate_ids[0];
    impact::give(&world.store, world.owner, at(4), ana, "origin", "zqgroup").unwrap();
    assert!(!places(&world, "zqgroup").is_empty());
    let list = journal::list(&world.store, world.owner, 0, 50).unwrap();
    let list = list.rows.iter().find(|entry| entry.op == "candidate.list").unwrap().sequence;
    journal::undo(&world.store, world.owner, at(5), Some(list)).unwrap();
    assert_eq!(places(&world, "zqgroup"), Vec::<String>::new());
}

#[test]
fn no_name_stays_of_people_who_came_in_with_an_import_that_was_taken_back() {
    let world = World::plain();
    let folder = world.beside().join("given");
    write_folder(&folder, &work_of_the_erased());
    import(&world, world.owner, at(4), &folder, "said yes", None);
    let named = || [places(&world, "zqxlogin"), places(&world, "zqxname")].concat();
    assert!(named().contains(&"journal_payload.payload".to_owned()), "{:?}", named());
    journal::undo(&world.store, world.owner, at(5), None).unwrap();
    assert_eq!(named(), Vec::<String>::new());
    assert!(world.store.verify().unwrap().ok);
}
