//! An import beside its floor, in one run: `cargo bench -p assay-tests --bench import`. It fails where the import takes more
//! than one and a half times as long.
//!
//! The floor (`assay_engine::imports::floor`) decompresses the same archive, parses it to typed structs and inserts the same
//! rows into the same tables and indexes of an encrypted workspace, with prepared statements in one transaction.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints, and fails by panicking")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use assay_domain::candidate::{Basis, ProvenanceInput, SourceKind};
use assay_domain::ids::ImportId;
use assay_engine::imports::floor::{self, FloorRow};
use assay_engine::imports::{self, ImportStart, Input, Run};
use assay_engine::store::{Created, NewWorkspace, create};
use assay_github::Options;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::json;

const MOST: f64 = 1.5;
const RUNS: usize = 5;
const COMMITS: usize = 15_000;
const ISSUES: usize = 5_000;
const PAGE: usize = 100;

fn main() {
    let home = tempfile::tempdir().unwrap();
    let archive = home.path().join("ada.zip");
    write(&archive);
    println!(
        "{COMMITS} commits and {ISSUES} issues, {} kB compressed",
        archive.metadata().unwrap().len() / 1024
    );
    let (mut whole, mut least) = (Vec::new(), Vec::new());
    for number in 0..RUNS {
        least.push(floor(home.path(), &archive, number));
        whole.push(import(home.path(), &archive, number));
    }
    let (whole, least) = (median(&mut whole), median(&mut least));
    let ratio = whole.as_secs_f64() / least.as_secs_f64();
    println!("import {whole:.2?}, floor {least:.2?} (medians of {RUNS}): {ratio:.2} times");
    assert!(ratio <= MOST || cfg!(debug_assertions), "an import may take {MOST} times its floor");
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn workspace(home: &Path, name: &str) -> Created {
    let folder: PathBuf = home.join(format!("{name}.assay"));
    let new = NewWorkspace::new(&folder, "Fixture", "a long passphrase", "Ada Fixture");
    create(&new, Utc::now()).unwrap()
}

fn import(home: &Path, archive: &Path, number: usize) -> Duration {
    let made = workspace(home, &format!("import{number}"));
    let start = ImportStart {
        paths: vec![archive.display().to_string()],
        provenance: ProvenanceInput {
            source: SourceKind::Github,
            basis: Basis::Consent,
            permission: "Said so".into(),
            given_on: None,
            until: None,
        },
        candidate_id: None,
        every_subject: false,
    };
    let begun = Instant::now();
    let run = Run {
        store: &made.store,
        viewer: made.owner,
        id: ImportId(uuid::Uuid::now_v7()),
        now: &Utc::now,
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    let source = assay_github::open(archive, &Options::default()).unwrap();
    let report = imports::run(&run, vec![Input::Source(source)], &mut |_| {}).unwrap();
    let took = begun.elapsed();
    assert_eq!(report.totals.records as usize, COMMITS + ISSUES + 1, "{:?}", report.totals);
    took
}

fn floor(home: &Path, archive: &Path, number: usize) -> Duration {
    let made = workspace(home, &format!("floor{number}"));
    let begun = Instant::now();
    let rows = floor::insert(&made.store, made.owner, Utc::now(), |add| read(archive, add)).unwrap();
    let took = begun.elapsed();
    assert_eq!(rows as usize, COMMITS + ISSUES);
    took
}

#[derive(Deserialize)]
struct User {
    login: String,
    id: i64,
}

#[derive(Deserialize)]
struct Person {
    date: DateTime<Utc>,
}

#[derive(Deserialize)]
struct GitCommit {
    message: String,
    author: Person,
}

#[derive(Deserialize)]
struct Commit {
    sha: String,
    author: User,
    commit: GitCommit,
    parents: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Issue {
    number: u64,
    title: String,
    body: String,
    user: User,
    state: String,
    comments: u64,
    created_at: DateTime<Utc>,
}

/// The floor's reader: entry by entry, typed, nothing kept.
fn read(
    archive: &Path,
    add: &mut dyn FnMut(FloorRow) -> assay_engine::Result<()>,
) -> assay_engine::Result<()> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(archive).unwrap()).unwrap();
    for index in 0..zip.len() {
        let file = zip.by_index(index).unwrap();
        let entry = file.name().unwrap().into_owned();
        let content = std::io::BufReader::new(file);
        if entry.contains("/commits") {
            let commits: Vec<Commit> = serde_json::from_reader(content).unwrap();
            commits.into_iter().try_for_each(|commit| add(commit_row(&entry, commit)))?;
        } else if entry.contains("/issues") {
            let issues: Vec<Issue> = serde_json::from_reader(content).unwrap();
            issues.into_iter().try_for_each(|issue| add(issue_row(&entry, issue)))?;
        }
    }
    Ok(())
}

fn commit_row(entry: &str, one: Commit) -> FloorRow {
    let record = json!({
        "record": "commit", "repo": {"host": "github.com", "owner": "ada-fixture", "name": "kettle"}, "sha": one.sha,
        "message": one.commit.message, "author": {"account": "{author}"}, "committer": {"account": "{author}"},
        "authored_at": one.commit.author.date, "parents": one.parents.len(), "files": null,
    });
    FloorRow {
        kind: "commit",
        address: format!("ada-fixture/kettle@{}", one.sha),
        repo: Some("ada-fixture/kettle".into()),
        title: one.commit.message.lines().next().unwrap_or_default().to_owned(),
        body: one.commit.message,
        at: Some(one.commit.author.date),
        author: (one.author.id, one.author.login),
        entry: entry.to_owned(),
        record: record.to_string(),
        searched: true,
    }
}

fn issue_row(entry: &str, one: Issue) -> FloorRow {
    let record = json!({
        "record": "issue", "repo": {"host": "github.com", "owner": "ada-fixture", "name": "kettle"},
        "number": one.number, "title": one.title, "body": {"is": "value", "value": one.body},
        "author": {"account": "{author}"}, "open": one.state == "open", "comments": one.comments,
        "created_at": one.created_at, "closed_at": null,
    });
    FloorRow {
        kind: "issue",
        address: format!("ada-fixture/kettle#{}", one.number),
        repo: Some("ada-fixture/kettle".into()),
        title: one.title,
        body: one.body,
        at: Some(one.created_at),
        author: (one.user.id, one.user.login),
        entry: entry.to_owned(),
        record: record.to_string(),
        searched: true,
    }
}

/// An archive as a capture has it: the user object, and pages of commits and issues.
fn write(path: &Path) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    let mut add = |name: String, body: serde_json::Value| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(body.to_string().as_bytes()).unwrap();
    };
    let user = |number: usize| json!({"login": format!("p{number}-fixture"), "id": 900_100_000 + number, "type": "User"});
    add(
        "ada/user.json".into(),
        json!({
            "login": "ada-fixture", "id": 900_000_001, "type": "User", "url": "https://api.github.com/users/ada-fixture",
            "name": "Ada Fixture", "bio": null, "email": null, "public_repos": 1, "public_gists": 0, "followers": 1,
            "following": 0, "created_at": "2015-05-05T05:05:05Z", "updated_at": "2026-01-01T08:30:00Z",
        }),
    );
    let api = "https://api.github.com/repos/ada-fixture/kettle";
    let words =
        "the tank boils over when its lid is shut before the water is cold enough to be poured again ";
    for page in 0..COMMITS / PAGE {
        let commits: Vec<_> = (page * PAGE..(page + 1) * PAGE)
            .map(|n| {
                let sha = format!("{n:040x}");
                json!({
                    "sha": sha, "url": format!("{api}/commits/{sha}"), "author": user(n % 40), "committer": user(n % 40),
                    "commit": {"author": {"name": "P", "email": "p@fixture.example", "date": "2024-05-25T10:14:34Z"},
                        "message": format!("Mend part {n} of the kettle\n\nBecause {}", words.repeat(1 + n % 4))},
                    "parents": [{"sha": sha}],
                })
            })
            .collect();
        add(format!("ada/repos/ada-fixture/kettle/commits-{page}.json"), json!(commits));
    }
    for page in 0..ISSUES / PAGE {
        let issues: Vec<_> = (page * PAGE..(page + 1) * PAGE)
            .map(|n| {
                json!({
                    "url": format!("{api}/issues/{}", n + 1), "repository_url": api, "number": n + 1, "state": "open",
                    "title": format!("Kettle {n} leaks"), "body": words.repeat(2 + n % 6), "user": user(n % 40),
                    "comments": 0, "created_at": "2024-06-01T00:00:00Z", "closed_at": null,
                })
            })
            .collect();
        add(format!("ada/repos/ada-fixture/kettle/issues-{page}.json"), json!(issues));
    }
    zip.finish().unwrap();
}
