//! People who came in with a list or an import that is taken back leave nothing either.

use std::collections::BTreeSet;

use assay_engine::{candidates, erasure, journal};
use assay_tests::journey::snapshots::{import, write_folder};
use assay_tests::journey::{World, at, provenance};

use crate::{left, places, work_of_the_erased};

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
    assert!(!again.to_string().contains("candidate.erase"), "the undo is no action to take back: {again}");
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
