//! The write path: what is acknowledged is journalled, verified, and there again after a restart.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

use assay_engine::store::{NewWorkspace, OpenOptions, Unlock, create};
use assay_engine::{EngineError, Store, people};
use chrono::{TimeZone, Utc};

fn at(minute: u32) -> assay_engine::Instant {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, minute, 0).unwrap()
}

fn workspace(folder: &std::path::Path) -> assay_engine::store::Created {
    let new = NewWorkspace::new(folder, "Fixture", "a long passphrase", "Ada Fixture");
    create(&new, at(0)).unwrap()
}

#[test]
fn a_copied_folder_opens_with_passphrase_and_with_code() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    let made = workspace(&folder);
    people::add(&made.store, made.owner, at(1), "Bo Fixture", "4711").unwrap();
    drop(made.store);
    let copy = home.path().join("b.assay");
    std::fs::create_dir(&copy).unwrap();
    for file in ["workspace.db", "keys.json"] {
        std::fs::copy(folder.join(file), copy.join(file)).unwrap();
    }
    let store = Store::open(&copy, &Unlock::Passphrase("a long passphrase".into())).unwrap();
    assert_eq!(people::list(&store).unwrap().len(), 2);
    drop(store);
    let store = Store::open(&copy, &Unlock::RecoveryCode(made.recovery_code)).unwrap();
    assert!(store.verify().unwrap().ok);
    let wrong = Store::open(&copy, &Unlock::Passphrase("another passphrase".into()));
    assert!(matches!(wrong, Err(EngineError::WrongPassphrase)));
}

#[test]
fn nothing_readable_stands_in_the_file() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    let made = workspace(&folder);
    made.store.backup(|| at(2)).unwrap();
    drop(made);
    let mut files = 0;
    for path in [folder.clone(), folder.join("backups")] {
        for entry in std::fs::read_dir(path).unwrap().flatten() {
            if entry.path().is_file() {
                files += 1;
                let bytes = std::fs::read(entry.path()).unwrap();
                // Long enough not to turn up among random bytes by chance.
                for readable in [b"Ada Fixture".as_slice(), b"CREATE TABLE"] {
                    let found = bytes.windows(readable.len()).any(|window| window == readable);
                    assert!(!found, "{:?}", entry.path());
                }
            }
        }
    }
    assert!(files >= 3, "database, keys and a backup");
}

#[test]
fn people_are_told_apart_by_pin() {
    let home = tempfile::tempdir().unwrap();
    let made = workspace(&home.path().join("a.assay"));
    assert_eq!(people::only(&made.store).unwrap(), Some(made.owner));
    let bo = people::add(&made.store, made.owner, at(1), "Bo Fixture", "4711").unwrap().value;
    assert_eq!(people::only(&made.store).unwrap(), None);
    assert!(matches!(people::choose(&made.store, bo.id, "4712"), Err(EngineError::WrongPin { .. })));
    assert!(people::choose(&made.store, bo.id, "4711").is_ok());
    let twice = people::add(&made.store, made.owner, at(2), "bo fixture", "");
    assert!(matches!(twice, Err(EngineError::Conflict { .. })));
    let report = made.store.verify().unwrap();
    assert!(report.ok && report.entries == 3, "{report:?}");
}

#[test]
fn an_emptied_database_is_refused_and_not_filled() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    drop(workspace(&folder));
    for file in ["workspace.db", "workspace.db-wal", "workspace.db-shm"] {
        let _ = std::fs::remove_file(folder.join(file));
    }
    std::fs::write(folder.join("workspace.db"), b"").unwrap();
    let opened = Store::open(&folder, &Unlock::Passphrase("a long passphrase".into()));
    assert!(matches!(opened, Err(EngineError::NotAWorkspace { .. })));
    assert!(std::fs::metadata(folder.join("workspace.db")).unwrap().len() < 10_000);
}

#[test]
fn a_workspace_is_not_made_inside_another() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    drop(workspace(&folder));
    let inner = NewWorkspace {
        folder: &folder.join("inner.assay"),
        name: "Inner",
        passphrase: "a long passphrase",
        owner: "Ada Fixture",
        sample: false,
        options: OpenOptions::default(),
    };
    assert!(matches!(create(&inner, at(0)), Err(EngineError::Conflict { .. })));
}

#[test]
fn an_erasure_that_cannot_reach_a_backup_is_finished_at_the_next_opening() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    let made = workspace(&folder);
    let input = assay_domain::candidate::CandidateInput {
        name: "Cleo Fixture".into(),
        email: String::new(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        provenance: assay_domain::candidate::ProvenanceInput {
            source: assay_domain::candidate::SourceKind::Applied,
            basis: assay_domain::candidate::Basis::Application,
            permission: "By applying".into(),
            given_on: None,
            until: None,
        },
    };
    let cleo = assay_engine::candidates::create(&made.store, made.owner, at(1), input).unwrap().value.id;
    let old = made.store.backup(|| at(2)).unwrap();
    // The new copy cannot be written: a folder stands where it would go.
    let blocked = folder.join("backups").join("20260302T090300000Z.db");
    std::fs::create_dir(&blocked).unwrap();
    let erased = assay_engine::erasure::erase(
        &made.store,
        made.owner,
        at(3),
        cleo,
        &assay_engine::erasure::ErasureInput::because("asked"),
    );
    assert!(matches!(erased, Err(EngineError::Conflict { .. })), "{erased:?}");
    assert!(old.exists() && !made.store.verify().unwrap().ok);
    assert_eq!(assay_engine::erasure::receipts(&made.store, made.owner).unwrap()[0].backups_replaced, 0);
    drop(made.store);
    let store = Store::open(&folder, &Unlock::Passphrase("a long passphrase".into())).unwrap();
    assert!(!old.exists() && store.verify().unwrap().ok);
    assert_eq!(assay_engine::erasure::receipts(&store, made.owner).unwrap()[0].backups_replaced, 1);
}

#[test]
fn what_another_program_writes_is_noticed_once_and_at_once_and_our_own_is_not() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("a.assay");
    let made = workspace(&folder);
    let other = Store::open(&folder, &Unlock::Passphrase("a long passphrase".into())).unwrap();
    let ours = made.store;
    let asked = || ours.data_version().unwrap();
    // Several readers at once: the pool holds more than one connection afterwards.
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| people::list(&ours).unwrap());
        }
    });
    let before = asked();
    people::add(&ours, made.owner, at(1), "Bo Fixture", "").unwrap();
    assert_eq!((asked(), asked()), (before, before), "our own writing is told by what it answers");
    people::add(&other, made.owner, at(2), "Cy Fixture", "").unwrap();
    let noticed = asked();
    assert_ne!(noticed, before, "at once");
    for _ in 0..8 {
        people::list(&ours).unwrap();
        assert_eq!(asked(), noticed, "once, whichever reader has seen it since");
    }
    people::add(&ours, made.owner, at(3), "Di Fixture", "").unwrap();
    assert_eq!(asked(), noticed, "nor by our own writing after it");
    people::add(&other, made.owner, at(4), "Eda Fixture", "").unwrap();
    assert_ne!(asked(), noticed);
    assert_eq!(people::list(&ours).unwrap().len(), 5);
}
