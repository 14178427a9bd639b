//! Imports: the same input twice changes nothing, a cancel leaves whole snapshots only, people stay apart.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

mod common;

use std::sync::atomic::{AtomicBool, Ordering};

use assay_domain::evidence::FactState;
use assay_domain::import::{AccountKind, Outcome, Record};
use assay_engine::candidates::{self, CandidateQuery};
use assay_engine::imports::ImportState;
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery};
use assay_engine::{EngineError, accounts, imports, journal};
use common::*;

const MAY: &str = "2025-05-01T00:00:00Z";

fn ada() -> Fake {
    let owner = account(1, "ada");
    fake(
        "ada",
        1,
        vec![
            ("user.json", vec![subject(1, "ada", AccountKind::User, MAY)]),
            ("repos.json", vec![repository(&owner, "quokka", "Rust"), repository(&owner, "wombat", "Go")]),
            ("readme.json", vec![readme("ada", "quokka", "# Quokka\n\nA marsupial scheduler.")]),
        ],
    )
}

fn search(bench: &Bench, text: &str) -> candidates::CandidatePage {
    let query = CandidateQuery { text: text.into(), limit: 50, ..CandidateQuery::default() };
    candidates::list(&bench.store, bench.owner, &query).unwrap()
}

#[test]
fn the_same_input_twice_changes_nothing() {
    let bench = Bench::new();
    let first = bench.import(vec![ada()]);
    assert_eq!((first.totals.imported, first.totals.candidates, first.totals.snapshots), (3, 1, 1));
    let before = bench.journal();
    let again = bench.import(vec![ada()]);
    assert_eq!(bench.journal(), before);
    assert_eq!((again.files.len(), again.files[0].outcome), (1, Outcome::Skipped));
    assert!(again.files[0].reason.as_ref().unwrap().contains("2026-03-02"));
    assert_eq!(imports::list(&bench.store, bench.owner).unwrap().len(), 1);
    assert!(matches!(
        imports::report(&bench.store, bench.owner, again.id),
        Err(EngineError::NotFound { .. })
    ));
}

#[test]
fn a_candidate_is_found_by_the_text_of_a_readme() {
    let bench = Bench::new();
    bench.import(vec![ada()]);
    let page = search(&bench, "marsupial sched");
    assert_eq!(page.total, 1);
    let row = &page.rows[0];
    assert_eq!((row.name.as_str(), row.logins.as_slice()), ("ada Fixture", &["ada".to_string()][..]));
    assert!(row.match_snippet.as_ref().unwrap().contains("\u{2}marsupial\u{3}"));
    assert_eq!(row.languages, ["Go", "Rust"]);
    assert_eq!(page.languages, ["Go", "Rust"]);
    assert_eq!(search(&bench, "platypus").total, 0);
}

#[test]
fn a_value_is_known_zero_or_not_in_the_snapshot() {
    let bench = Bench::new();
    bench.import(vec![ada()]);
    let id = search(&bench, "").rows[0].id;
    let detail = candidates::show(&bench.store, bench.owner, at(6), id).unwrap();
    let snapshot = snapshots::show(&bench.store, bench.owner, detail.snapshots[0].id).unwrap();
    let state = |name: &str| snapshot.profile.iter().find(|field| field.field == name).unwrap().state;
    assert_eq!(state("followers"), FactState::Known);
    assert_eq!((state("public_repos"), state("bio")), (FactState::Zero, FactState::Zero));
    assert_eq!((state("company"), state("following")), (FactState::Absent, FactState::Absent));
    assert_eq!(snapshot.summary.counts.repositories, 2);
    assert_eq!(snapshot.summary.taken_at, Some(MAY.parse().unwrap()));
    assert_eq!(snapshot.facts.len(), assay_domain::evidence::FACTS.len());
    let fact = |id: &str| snapshot.facts.iter().find(|fact| fact.fact == id).unwrap();
    assert!(snapshot.facts.iter().any(|fact| fact.state == FactState::Absent && fact.value.is_empty()));
    assert_eq!(
        fact("languages").definition,
        assay_domain::evidence::definition("languages").unwrap().definition
    );
}

#[test]
fn a_rename_keeps_the_person_and_a_login_taken_over_is_somebody_else() {
    let bench = Bench::new();
    bench.import(vec![ada()]);
    let renamed = subject(1, "ada-new", AccountKind::User, "2025-09-01T00:00:00Z");
    bench.import(vec![fake("later", 2, vec![("user.json", vec![renamed])])]);
    let other = subject(9, "ada", AccountKind::User, "2025-10-01T00:00:00Z");
    bench.import(vec![fake("other", 3, vec![("user.json", vec![other])])]);
    let page = search(&bench, "");
    assert_eq!(page.total, 2);
    let id = page.rows.iter().find(|row| row.logins == ["ada-new"]).unwrap().id;
    let detail = candidates::show(&bench.store, bench.owner, at(6), id).unwrap();
    assert_eq!(detail.accounts[0].former_logins, ["ada"]);
    assert_eq!(detail.snapshots.len(), 2, "the new snapshot stands beside the older one");
}

#[test]
fn an_organisation_is_never_a_candidate() {
    let bench = Bench::new();
    let report = bench.import(vec![fake(
        "org",
        4,
        vec![("org.json", vec![subject(5, "acme", AccountKind::Organization, MAY)])],
    )]);
    assert_eq!((report.totals.snapshots, report.totals.candidates), (1, 0));
    assert_eq!(report.snapshots_unlinked.len(), 1);
    let account = report.snapshots_unlinked[0].account.as_ref().unwrap().id;
    assert!(accounts::unlinked(&bench.store, bench.owner, "").unwrap().is_empty());
    let made = accounts::make_candidate(&bench.store, bench.owner, at(6), account);
    assert!(matches!(made, Err(EngineError::Conflict { .. })));
}

#[test]
fn a_cancel_leaves_whole_snapshots_and_nothing_else() {
    let bench = Bench::new();
    let owner = account(2, "bo");
    let mut many = vec![subject(2, "bo", AccountKind::User, MAY)];
    many.extend((0..2_500).map(|number| repository(&owner, &format!("marmot{number}"), "C")));
    let cancel = AtomicBool::new(false);
    let report = bench.import_with(
        vec![ada(), fake("bo", 7, vec![("a.json", many.clone()), ("b.json", many.clone())])],
        &cancel,
        &mut |progress| {
            if progress.records > 2_500 {
                cancel.store(true, Ordering::Relaxed);
            }
        },
    );
    assert_eq!(report.state, ImportState::Cancelled);
    assert_eq!(
        (report.totals.snapshots, search(&bench, "").total, search(&bench, "marmot1").total),
        (1, 1, 0)
    );
    bench.journal();
    let whole = bench.import(vec![fake("bo", 7, vec![("a.json", many)])]);
    assert_eq!((whole.state, whole.totals.candidates), (ImportState::Done, 1));
    assert_eq!(search(&bench, "marmot2499").total, 1);
}

#[test]
fn repositories_of_one_owner_wait_for_their_candidate_and_join_a_known_account() {
    let bench = Bench::new();
    let owner = account(1, "ada");
    let repos = |digest, name| fake("repos.json", digest, vec![("", vec![repository(&owner, name, "Rust")])]);
    let alone = bench.import(vec![repos(8, "quokka")]);
    assert_eq!((alone.totals.imported, alone.totals.snapshots, alone.totals.candidates), (1, 1, 0));
    assert_eq!(alone.snapshots_unlinked[0].account.as_ref().unwrap().login, "ada");
    let user = fake("user.json", 9, vec![("", vec![subject(1, "ada", AccountKind::User, MAY)])]);
    assert_eq!(bench.import(vec![user]).totals.candidates, 1);
    let id = search(&bench, "").rows[0].id;
    let later = bench.import(vec![repos(10, "wombat")]);
    assert!(later.snapshots_unlinked.is_empty(), "the account is known: {later:?}");
    let detail = candidates::show(&bench.store, bench.owner, at(7), id).unwrap();
    assert_eq!(detail.snapshots.len(), 3);
    bench.journal();
}

#[test]
fn accounts_alone_are_passed_by_and_nothing_of_them_is_kept() {
    let bench = Bench::new();
    let follower = Record::Account {
        account: account(77, "zed-fixture"),
        relation: assay_domain::import::Relation::Follower,
        repo: None,
        count: None,
    };
    let before = bench.journal();
    let alone = bench.import(vec![fake("followers.json", 8, vec![("", vec![follower])])]);
    assert_eq!((alone.totals.skipped, alone.totals.imported), (1, 0));
    assert!(alone.files[0].reason.as_ref().unwrap().contains("user object"));
    assert_eq!(bench.journal(), before, "nothing came in, nothing is kept");
}

#[test]
fn records_without_an_owner_go_to_the_subject_of_the_same_import() {
    let bench = Bench::new();
    let repos = fake("repos.json", 8, vec![("", vec![repository(&account(1, "ada"), "quokka", "Rust")])]);
    let user = fake("user.json", 9, vec![("", vec![subject(1, "ada", AccountKind::User, MAY)])]);
    let together = bench.import(vec![repos, user]);
    assert_eq!((together.totals.imported, together.totals.snapshots), (2, 1));
    let id = search(&bench, "").rows[0].id;
    let detail = candidates::show(&bench.store, bench.owner, at(6), id).unwrap();
    assert_eq!(detail.snapshots[0].counts.repositories, 1);
}

#[test]
fn several_subjects_of_one_input_get_their_own_records_and_whoever_imports_chooses() {
    let bench = Bench::new();
    let (ada, bo) = (account(1, "ada"), account(2, "bo"));
    let report = bench.import(vec![fake(
        "both",
        1,
        vec![
            ("ada/user.json", vec![subject(1, "ada", AccountKind::User, MAY)]),
            ("ada/repos.json", vec![repository(&ada, "quokka", "Rust"), repository(&ada, "quokka", "Rust")]),
            ("bo/user.json", vec![subject(2, "bo", AccountKind::User, MAY)]),
            ("bo/repos.json", vec![repository(&bo, "marmot", "C")]),
            ("stray.json", vec![repository(&account(3, "cy"), "stray", "C")]),
        ],
    )]);
    assert_eq!((report.totals.snapshots, report.totals.candidates), (2, 0));
    assert!(report.notes.iter().any(|note| note.contains("choose which of them")), "{:?}", report.notes);
    for account in accounts::unlinked(&bench.store, bench.owner, "").unwrap() {
        accounts::make_candidate(&bench.store, bench.owner, at(6), account.id).unwrap();
    }
    let rows = search(&bench, "").rows;
    assert_eq!(rows.iter().map(|row| row.languages.join(",")).collect::<Vec<_>>(), ["Rust", "C"]);
    assert_eq!(search(&bench, "stray").total, 0);
    let report = imports::list(&bench.store, bench.owner).unwrap().remove(0);
    assert_eq!((report.totals.imported, report.totals.skipped), (4, 1));
    let detail = candidates::show(&bench.store, bench.owner, at(6), rows[0].id).unwrap();
    assert_eq!(detail.snapshots[0].counts.repositories, 1, "the same repository twice is one");
}

#[test]
fn evidence_is_paged_and_foreign_text_is_cleaned() {
    let bench = Bench::new();
    let owner = account(1, "ada");
    let mut records = vec![subject(1, "ada", AccountKind::User, MAY)];
    records.extend((0..30).map(|number| repository(&owner, &format!("r{number}"), "Rust")));
    records.push(readme("ada", "r1", "# Hi\n<script>alert(1)</script>![t](https://t.example/x.png)"));
    bench.import(vec![fake("ada", 1, vec![("all.json", records)])]);
    let id = search(&bench, "").rows[0].id;
    let snapshot = candidates::show(&bench.store, bench.owner, at(6), id).unwrap().snapshots[0].id;
    let page = |kind, offset| {
        let query = EvidenceQuery { snapshot_id: snapshot, kind, repo: None, offset, limit: 20 };
        snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap()
    };
    let (first, second) = (page(EvidenceKind::Repository, 0), page(EvidenceKind::Repository, 20));
    assert_eq!((first.total, first.rows.len(), second.rows.len()), (30, 20, 10));
    assert!(second.rows.iter().all(|row| first.rows.iter().all(|other| other.id != row.id)));
    assert_eq!((first.rows[0].author.as_deref(), first.rows[0].by_subject), (Some("ada"), Some(true)));
    let found = page(EvidenceKind::Readme, 0).rows.remove(0);
    assert_eq!(found.address, "ada/r1:README.md");
    let detail = snapshots::evidence_show(&bench.store, bench.owner, found.id).unwrap();
    assert!(
        detail.html.contains("<h1>Hi</h1>")
            && !detail.html.contains("script")
            && !detail.html.contains("img")
    );
    assert!(detail.body.contains("<script>"));
}

#[test]
fn an_import_is_undone_whole_and_can_be_made_again() {
    let bench = Bench::new();
    bench.import(vec![ada()]);
    journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert_eq!(search(&bench, "").total, 0);
    assert!(imports::list(&bench.store, bench.owner).unwrap().is_empty());
    bench.journal();
    assert_eq!(bench.import(vec![ada()]).totals.candidates, 1);
    let id = search(&bench, "").rows[0].id;
    let account = candidates::show(&bench.store, bench.owner, at(8), id).unwrap().accounts[0].id;
    accounts::unlink(&bench.store, bench.owner, at(8), id, account).unwrap();
    journal::undo(&bench.store, bench.owner, at(9), None).unwrap();
    assert_eq!(search(&bench, "").rows[0].logins, ["ada"]);
}

#[test]
fn third_parties_stand_by_reference() {
    let bench = Bench::new();
    let mut source = ada();
    source.entries.push((
        "ada/followers.json".into(),
        vec![Record::Account {
            account: account(77, "zed-fixture"),
            relation: assay_domain::import::Relation::Follower,
            repo: None,
            count: None,
        }],
    ));
    bench.import(vec![source]);
    assert_eq!(search(&bench, "").total, 1, "a follower is no candidate");
    let id = search(&bench, "").rows[0].id;
    let snapshot = candidates::show(&bench.store, bench.owner, at(6), id).unwrap().snapshots[0].id;
    let query =
        EvidenceQuery { snapshot_id: snapshot, kind: EvidenceKind::Account, repo: None, offset: 0, limit: 5 };
    let row = snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap().rows.remove(0);
    assert_eq!((row.author.as_deref(), row.by_subject), (Some("zed-fixture"), Some(false)));
}

#[test]
fn an_owner_named_by_login_alone_is_the_subject_of_that_snapshot() {
    let bench = Bench::new();
    let nameless = assay_domain::import::AccountRef { id: None, ..account(1, "Ada") };
    let records = vec![repository(&nameless, "quokka", "Rust"), subject(1, "ada", AccountKind::User, MAY)];
    bench.import(vec![fake("ada", 1, vec![("all.json", records)])]);
    let row = search(&bench, "").rows.remove(0);
    assert_eq!(row.languages, ["Rust"]);
    let snapshot = candidates::show(&bench.store, bench.owner, at(6), row.id).unwrap().snapshots[0].id;
    let query = EvidenceQuery {
        snapshot_id: snapshot,
        kind: EvidenceKind::Repository,
        repo: None,
        offset: 0,
        limit: 5,
    };
    let found = snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap().rows.remove(0);
    assert_eq!((found.author.as_deref(), found.by_subject), (Some("ada"), Some(true)));
}
