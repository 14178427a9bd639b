//! Law 7: when a command has answered, its effect survives a kill.
//!
//! The test starts itself again as a process that writes and says what was acknowledged, and kills it in the middle. (A
//! kill cannot show what a power cut does; `synchronous=FULL` is for that.)
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use assay_engine::store::{OpenOptions, Unlock};
use assay_engine::{Store, candidates, people};
use assay_tests::journey::commands::every_candidate;
use assay_tests::journey::{PASSPHRASE, World, at, new_candidate};

const FOLDER: &str = "ASSAY_TEST_CRASH_FOLDER";
const ROUNDS: u64 = 10;

fn open(folder: &Path) -> Store {
    let unlock = Unlock::Passphrase(PASSPHRASE.into());
    Store::open_with(folder, &unlock, OpenOptions::default()).unwrap()
}

/// Not a test by itself: what the killed process does.
#[test]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = open(Path::new(&folder));
    let viewer = people::only(&store).unwrap().unwrap();
    let mut out = std::io::stdout();
    for serial in 0.. {
        let input = new_candidate(&format!("Candidate {serial} Fixture"));
        let id = candidates::create(&store, viewer, at(serial), input).unwrap().value.id;
        writeln!(out, "acknowledged {id}").unwrap();
        out.flush().unwrap();
    }
}

/// Lets the writer write for a while, kills it, and gives what it acknowledged.
fn killed_after(folder: &Path, acknowledged: usize, then: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ids = Vec::new();
    let mut take = |line: String| {
        // The first one may stand behind the harness's own words.
        if let Some((_, id)) = line.split_once("acknowledged ").filter(|(_, id)| id.len() == 36) {
            ids.push(id.to_owned());
        }
        ids.len()
    };
    for line in lines.by_ref().map_while(Result::ok) {
        if take(line) >= acknowledged {
            break;
        }
    }
    std::thread::sleep(then);
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines.map_while(Result::ok) {
        take(line);
    }
    ids
}

#[test]
fn whatever_was_acknowledged_is_there_after_a_kill() {
    let world = World::encrypted();
    let folder = world.folder.clone();
    drop(world.store);
    let mut acknowledged: Vec<String> = Vec::new();
    for round in 0..ROUNDS {
        // A moment that differs from round to round, so that kills fall in different places of a write.
        let ids = killed_after(&folder, 3 + round as usize, Duration::from_micros(round * 1_700));
        assert!(ids.len() >= 3 + round as usize, "the writer ended by itself: {ids:?}");
        acknowledged.extend(ids);
        let store = open(&folder);
        let report = store.verify().unwrap();
        assert!(report.ok, "round {round}: {report:?}");
        let viewer = people::only(&store).unwrap().unwrap();
        let query = candidates::CandidateQuery { limit: 500, ..every_candidate("") };
        let page = candidates::list(&store, viewer, &query).unwrap();
        let there: Vec<String> = page.rows.iter().map(|row| row.id.to_string()).collect();
        assert!(page.total <= 500, "the page holds all");
        let lost: Vec<_> = acknowledged.iter().filter(|id| !there.contains(id)).collect();
        assert!(lost.is_empty(), "round {round}: {} of {} lost", lost.len(), acknowledged.len());
    }
    println!("{ROUNDS} kills, {} acknowledged writes, none lost", acknowledged.len());
}
