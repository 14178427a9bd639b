//! The write path: what is acknowledged is journalled, verified, and there again after a restart.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

use assay_engine::store::{NewWorkspace, OpenOptions, Unlock, create};
use assay_engine::{EngineError, Store, people};
use chrono::{TimeZone, Utc};

fn at(minute: u32) -> assay_engine::Instant {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, minute, 0).unwrap()
}

fn workspace(folder: &std::path::Path) -> assay_engine::store::Created {
    let new = NewWorkspace {
        folder,
        name: "Fixture",
        passphrase: "a long passphrase",
        owner: "Ada Fixture",
        sample: false,
        options: OpenOptions::default(),
    };
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
                assert!(!bytes.windows(3).any(|window| window == b"Ada"), "{:?}", entry.path());
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
