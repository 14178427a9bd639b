//! The journal: it verifies after every step of any sequence of commands, and whatever is done to it behind the engine's
//! back is found, with the first bad entry named.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

use assay_engine::store::{VerifyReport, testing};
use assay_tests::journey::commands::{Command, Verb, run};
use assay_tests::journey::{World, at, new_candidate};
use proptest::prelude::*;
use proptest::sample::Index;

/// The tables of the journal.
const TABLES: [&str; 5] = ["journal", "journal_id", "journal_payload", "subject_key", "journal_head"];

fn commands(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Command>> {
    let one = (0..=Verb::ALL.len(), any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(verb, who, a, b)| {
        Command { verb: Verb::ALL.get(verb).copied().unwrap_or(Verb::Erase), who, a, b }
    });
    proptest::collection::vec(one, length)
}

/// A workspace in which a good deal has happened.
fn lived_in() -> World {
    let world = World::plain();
    let role = world.role();
    let bo = world.person("Bo Fixture");
    for name in ["Eda Fixture", "Finn Fixture"] {
        let candidate = world.candidate(new_candidate(name));
        let application = world.application(candidate, role.summary.id);
        let interview = world.interview(application, role.plan.assessments[0].id, bo);
        world.scored(&interview, 3, "plain words");
    }
    world
}

fn verify(world: &World) -> VerifyReport {
    world.store.verify().unwrap()
}

/// Keeps the journal's tables aside, so that each damage starts from a whole one.
fn keep(world: &World) {
    for table in TABLES {
        testing::execute(&world.store, &format!("CREATE TABLE kept_{table} AS SELECT * FROM {table}"))
            .unwrap();
    }
}

fn mend(world: &World) {
    for table in TABLES {
        let sql = format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}");
        testing::execute(&world.store, &sql).unwrap();
    }
    assert!(verify(world).ok, "mended");
}

/// Does the damage, asserts that it is found at this entry, mends it.
fn found_at(world: &World, sql: &str, entry: i64) {
    testing::execute(&world.store, sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let report = verify(world);
    assert!(!report.ok, "not found: {sql}");
    assert_eq!(report.first_bad_entry.map(i64::from), Some(entry), "{sql}: {report:?}");
    let named = report.checks.iter().find(|check| check.check == "journal").unwrap();
    assert!(!named.ok && named.detail.contains(&format!("entry {entry}")), "{sql}: {named:?}");
    mend(world);
}

fn column_names(world: &World, table: &str) -> Vec<(String, String)> {
    let sql = format!("SELECT name, type FROM pragma_table_info('{table}')");
    testing::rows(&world.store, &sql)
        .unwrap()
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect()
}

/// Other values of a column: one of the same form, and one that the engine cannot even read.
fn others(column: &str, kind: &str) -> Vec<String> {
    match kind {
        "TEXT" => vec![format!("{column} || 'x'"), "''".into()],
        "BLOB" => vec![format!("randomblob(length({column}))"), "x'00'".into()],
        _ => vec![format!("{column} + 100000")],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_verifies_after_every_step(commands in commands(60..90)) {
        let world = lived_in();
        let (mut done, mut entries) = (0, verify(&world).entries);
        for (serial, command) in commands.into_iter().enumerate() {
            let ran = run(&world, at(10 + serial as i64), serial, command);
            prop_assert!(ran.is_ok(), "{command:?}: {ran:?}");
            let report = verify(&world);
            prop_assert!(report.ok, "{command:?}: {report:?}");
            prop_assert!(report.entries >= entries, "the journal only grows");
            entries = report.entries;
            done += usize::from(ran.unwrap());
        }
        prop_assert!(done > 10, "only {done} commands had an effect");
    }

    #[test]
    fn damage_is_found_wherever_it_is(commands in commands(20..30), places in proptest::collection::vec(any::<Index>(), 6)) {
        let world = lived_in();
        for (serial, command) in commands.into_iter().enumerate() {
            prop_assert!(run(&world, at(10 + serial as i64), serial, command).is_ok());
        }
        keep(&world);
        let last = i64::from(verify(&world).entries);
        for place in places {
            let entry = place.index(last as usize) as i64 + 1;
            found_at(&world, &format!("UPDATE journal SET op = op || '.x' WHERE sequence = {entry}"), entry);
            let removed = format!("DELETE FROM journal WHERE sequence = {entry}");
            found_at(&world, &removed, if entry == last { last } else { entry + 1 });
        }
    }
}

#[test]
fn every_changed_column_is_found() {
    let world = lived_in();
    keep(&world);
    let last = i64::from(verify(&world).entries);
    let middle = last / 2;
    for (column, kind) in column_names(&world, "journal") {
        for other in others(&column, &kind) {
            let sql = format!("UPDATE journal SET {column} = {other} WHERE sequence = {middle}");
            // An entry that calls itself another leaves a gap, at which the next one is the first bad one.
            found_at(&world, &sql, if column == "sequence" { middle + 1 } else { middle });
        }
    }
    let named = "(SELECT max(sequence) FROM journal_id)";
    let entry: i64 = testing::rows(&world.store, &format!("SELECT {named}")).unwrap()[0][0].parse().unwrap();
    for sql in [
        format!("UPDATE journal_id SET id = randomblob(16) WHERE sequence = {entry} AND position = 0"),
        format!("UPDATE journal_id SET id = x'00' WHERE sequence = {entry} AND position = 0"),
        format!("DELETE FROM journal_id WHERE sequence = {entry} AND position = 0"),
        format!("INSERT INTO journal_id VALUES ({entry}, 99, randomblob(16))"),
    ] {
        found_at(&world, &sql, entry);
    }
}

#[test]
fn removed_swapped_and_inserted_entries_are_found() {
    let world = lived_in();
    keep(&world);
    let last = i64::from(verify(&world).entries);
    found_at(&world, "DELETE FROM journal WHERE sequence = 1", 2);
    found_at(&world, "DELETE FROM journal WHERE sequence = 5", 6);
    found_at(&world, &format!("DELETE FROM journal WHERE sequence = {last}"), last);
    let swap = "UPDATE journal SET sequence = -1 WHERE sequence = 5;
        UPDATE journal SET sequence = 5 WHERE sequence = 6;
        UPDATE journal SET sequence = 6 WHERE sequence = -1";
    found_at(&world, swap, 5);
    let columns: Vec<String> = column_names(&world, "journal").into_iter().map(|(name, _)| name).collect();
    let copied = columns[1..].join(", ");
    let twice = format!("INSERT INTO journal SELECT {} , {copied} FROM journal WHERE sequence = 5", last + 1);
    found_at(&world, &twice, last + 1);
    // Room is made before it, and the numbers fit again; the chain does not.
    let between = format!(
        "UPDATE journal SET sequence = -sequence WHERE sequence > 5;
         UPDATE journal SET sequence = 1 - sequence WHERE sequence < 0;
         INSERT INTO journal SELECT 6, {copied} FROM journal WHERE sequence = 5;
         UPDATE journal_head SET sequence = sequence + 1"
    );
    found_at(&world, &between, 6);
}

#[test]
fn payloads_and_keys_go_only_with_an_erasure() {
    let world = lived_in();
    keep(&world);
    let last = i64::from(verify(&world).entries);
    for sql in [
        "UPDATE journal_payload SET payload = replace(payload, 'v', 'w') WHERE sequence = 4",
        "DELETE FROM journal_payload WHERE sequence = 4",
        "UPDATE subject_key SET key = randomblob(32) WHERE subject_id = (SELECT subject_id FROM journal WHERE sequence = 4)",
        "DELETE FROM subject_key WHERE subject_id = (SELECT subject_id FROM journal WHERE sequence = 4)",
    ] {
        found_at(&world, sql, 4);
    }
    let orphan = format!("INSERT INTO journal_payload VALUES ({}, '{{}}')", last + 1);
    testing::execute(&world.store, &orphan).unwrap();
    assert!(!verify(&world).ok, "a payload without an entry");
    mend(&world);
}

#[test]
fn what_was_erased_is_not_said_to_be_undoable_and_the_last_that_is_gets_named() {
    let world = lived_in();
    let undoable = || {
        let page = assay_engine::journal::list(&world.store, world.owner, 0, 500).unwrap();
        page.rows.into_iter().filter(|row| row.undoable).map(|row| row.sequence).collect::<Vec<_>>()
    };
    let undo = |sequence| assay_engine::journal::undo(&world.store, world.owner, at(40), sequence);
    let eda = world.candidate(new_candidate("Gil Fixture"));
    let role = assay_engine::roles::list(&world.store, world.owner).unwrap().remove(0).id;
    world.application(eda, role);
    assert!(!undoable().is_empty());
    assay_engine::erasure::erase(
        &world.store,
        world.owner,
        at(39),
        eda,
        &assay_engine::erasure::ErasureInput::because("asked"),
    )
    .unwrap();
    for sequence in undoable() {
        undo(Some(sequence)).unwrap();
    }
    let refused = undo(None).unwrap_err();
    assert!(refused.to_string().contains("Candidate erased"), "{refused}");
    assert!(refused.hint().contains("None of your last actions"), "{}", refused.hint());
}

#[test]
fn a_tail_that_was_cut_off_is_found() {
    let world = lived_in();
    keep(&world);
    let report = verify(&world);
    let last = i64::from(report.entries);
    let cut = format!(
        "DELETE FROM journal WHERE sequence > {0}; DELETE FROM journal_id WHERE sequence > {0};
         DELETE FROM journal_payload WHERE sequence > {0}",
        last - 2
    );
    found_at(&world, &cut, last - 1);
    // Who moves the head as well has made an older journal: whole in itself, but not the one whose head was noted.
    let head = format!(
        "{cut}; UPDATE journal_head SET sequence = {0}, hash = (SELECT hash FROM journal WHERE sequence = {0})",
        last - 2
    );
    testing::execute(&world.store, &head).unwrap();
    assert_ne!(verify(&world).head, report.head);
    mend(&world);
}
