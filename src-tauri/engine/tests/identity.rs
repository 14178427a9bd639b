//! Whose data is whose: joins by hand, addresses as digests, snapshots of nobody, captures compared, do-not-contact.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

mod common;

use std::sync::atomic::AtomicBool;

use assay_domain::candidate::CandidateInput;
use assay_domain::contact::DoNotContactInput;
use assay_domain::evidence::FactState;
use assay_domain::ids::{CandidateId, ImportId, SnapshotId};
use assay_domain::import::*;
use assay_domain::stage::Stage;
use assay_engine::accounts::{AccountQuery, join, list, separate};
use assay_engine::candidates::{self, CandidateDetail, CandidateQuery};
use assay_engine::imports::{self, ImportReport, ImportStart, Input, Run};
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery, Fact, RepositoryState};
use assay_engine::{EngineError, accounts, applications, erasure, journal};
use common::*;

const EMAIL: &str = "Ada@fixture.example";

fn import_for(bench: &Bench, source: Fake, candidate: Option<CandidateId>) -> ImportReport {
    let start = ImportStart {
        paths: vec![source.label.clone()],
        provenance: provenance(),
        candidate_id: candidate,
        every_subject: false,
    };
    let run = Run {
        store: &bench.store,
        viewer: bench.owner,
        id: ImportId(uuid::Uuid::now_v7()),
        now: &|| at(5),
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    imports::run(&run, vec![Input::Source(Box::new(source))], &mut |_| {}).unwrap()
}

fn input(name: &str, email: &str) -> CandidateInput {
    CandidateInput {
        name: name.into(),
        email: email.into(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        provenance: provenance(),
    }
}

fn candidate(bench: &Bench, name: &str, email: &str) -> CandidateId {
    candidates::create(&bench.store, bench.owner, at(3), input(name, email)).unwrap().value.id
}

fn show(bench: &Bench, id: CandidateId) -> CandidateDetail {
    candidates::show(&bench.store, bench.owner, at(6), id).unwrap()
}

fn fact(bench: &Bench, snapshot: SnapshotId, id: &str) -> Fact {
    let detail = snapshots::show(&bench.store, bench.owner, snapshot).unwrap();
    detail.facts.into_iter().find(|fact| fact.fact == id).unwrap()
}

fn commit(sha: &str, email: &str, message: &str) -> Record {
    Record::Commit(Box::new(Commit {
        repo: Some(RepoRef {
            host: "github.com".into(),
            owner: "acme-fixture".into(),
            name: "kettle".into(),
        }),
        sha: sha.repeat(20),
        message: message.into(),
        author: None,
        committer: None,
        author_identity: GitIdentity::new("Ada Fixture", email),
        committer_identity: None,
        authored_at: Some("2025-05-01T00:00:00Z".parse().unwrap()),
        parents: Some(1),
        files: None,
    }))
}

/// A git clone, as its reader hands it over: no subject, names and addresses in memory.
fn clone_of_kettle() -> Fake {
    let message = "Boil\n\nCold water is slow.\n\nSigned-off-by: Ada Fixture <ada@fixture.example>\nCc: bo@fixture.example";
    let records = vec![
        commit("ab", "ada@fixture.example", message),
        commit("cd", "bo@fixture.example", "Pour\n\nHot. Ask bo@fixture.example"),
    ];
    let mut fake = fake("kettle.bundle", 21, vec![("", records)]);
    fake.shape = "git-bundle".into();
    fake
}

fn commits(bench: &Bench, snapshot: SnapshotId) -> Vec<(String, Option<bool>)> {
    let query =
        EvidenceQuery { snapshot_id: snapshot, kind: EvidenceKind::Commit, repo: None, offset: 0, limit: 9 };
    let page = snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap();
    let mut found: Vec<_> = page
        .rows
        .iter()
        .map(|row| {
            let body = snapshots::evidence_show(&bench.store, bench.owner, row.id).unwrap().body;
            (body, row.by_subject)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_clone_belongs_to_the_candidate_of_the_import_and_their_address_makes_commits_theirs() {
    let bench = Bench::new();
    let ada = candidate(&bench, "Ada Fixture", EMAIL);
    let report = import_for(&bench, clone_of_kettle(), Some(ada));
    assert_eq!((report.totals.snapshots, report.snapshots_unlinked.len()), (1, 0));
    let detail = show(&bench, ada);
    let snapshot = &detail.snapshots[0];
    assert_eq!((snapshot.name.as_str(), snapshot.candidate_id), ("kettle.bundle", Some(ada)));
    let found = commits(&bench, snapshot.id);
    assert_eq!((found[0].1, found[1].1), (Some(true), None));
    assert!(found[0].0.contains("Signed-off-by: Ada Fixture <ada@fixture.example>"), "given: {found:?}");
    assert!(
        found[0].0.ends_with("Cc: [redacted]") && found[1].0 == "Pour\n\nHot. Ask [redacted]",
        "{found:?}"
    );
    let told = fact(&bench, snapshot.id, "commit-messages");
    assert_eq!((told.state, &told.data["commits"]), (FactState::Known, &serde_json::json!(1)));
    bench.journal();
}

#[test]
fn a_clone_of_nobody_is_linked_by_hand_and_an_address_that_comes_later_counts() {
    let bench = Bench::new();
    let report = import_for(&bench, clone_of_kettle(), None);
    assert!(report.notes[0].contains("linking the snapshot"), "{:?}", report.notes);
    let id = snapshots::unlinked(&bench.store, bench.owner).unwrap()[0].id;
    assert!(commits(&bench, id).iter().all(|(body, _)| !body.contains('@')));
    assert_eq!(fact(&bench, id, "commit-messages").state, FactState::Absent);
    let ada = candidate(&bench, "Ada Fixture", "");
    snapshots::link(&bench.store, bench.owner, at(6), id, ada).unwrap();
    assert_eq!(fact(&bench, id, "commit-messages").state, FactState::Absent);
    candidates::update(&bench.store, bench.owner, at(7), ada, input("Ada Fixture", EMAIL)).unwrap();
    assert_eq!(fact(&bench, id, "commit-messages").state, FactState::Known);
    journal::undo(&bench.store, bench.owner, at(8), None).unwrap();
    assert_eq!(fact(&bench, id, "commit-messages").state, FactState::Absent);
    journal::undo(&bench.store, bench.owner, at(9), None).unwrap();
    assert_eq!(snapshots::unlinked(&bench.store, bench.owner).unwrap().len(), 1);
    bench.journal();
}

fn repo_list(login: &str) -> Fake {
    let owner = AccountRef { id: None, kind: AccountKind::Unknown, ..account(0, login) };
    fake("gh-repo-list.json", 31, vec![("", vec![repository(&owner, "kettle", "Rust")])])
}

#[test]
fn a_login_is_joined_to_a_number_by_a_person_only_and_separated_again() {
    let bench = Bench::new();
    let user = vec![("user.json", vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")])];
    bench.import(vec![fake("ada", 30, user)]);
    import_for(&bench, repo_list("ada"), None);
    let all = |login_only| {
        list(&bench.store, bench.owner, &AccountQuery { text: "ada".into(), login_only }).unwrap()
    };
    let (from, into) =
        (all(true).remove(0), all(false).into_iter().find(|one| one.github_id.is_some()).unwrap());
    assert_eq!((from.candidate_id, all(false).len()), (None, 2), "one login, and still two accounts");
    join(&bench.store, bench.owner, at(6), from.id, into.id).unwrap();
    let ada = into.candidate_id.unwrap();
    assert_eq!(show(&bench, ada).snapshots.len(), 2);
    assert!(matches!(
        join(&bench.store, bench.owner, at(6), into.id, from.id),
        Err(EngineError::Conflict { .. })
    ));
    journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert_eq!(show(&bench, ada).snapshots.len(), 1);
    join(&bench.store, bench.owner, at(8), from.id, into.id).unwrap();
    accounts::unlink(&bench.store, bench.owner, at(8), ada, into.id).unwrap();
    assert_eq!(show(&bench, ada).snapshots.len(), 0, "what is joined goes along");
    separate(&bench.store, bench.owner, at(9), from.id).unwrap();
    assert_eq!(all(true)[0].joined_to, None);
    bench.journal();
}

#[test]
fn two_captures_are_compared_field_by_field() {
    let bench = Bench::new();
    let owner = account(1, "ada");
    let capture = |label: &str, digest, when: &str, repos: &[&str], language: &str| {
        let mut records = vec![subject(1, label, AccountKind::User, when)];
        records.extend(repos.iter().map(|name| repository(&owner, name, language)));
        fake(label, digest, vec![("all.json", records)])
    };
    bench.import(vec![capture("ada-new", 2, "2025-09-01T00:00:00Z", &["quokka", "wombat"], "Go")]);
    bench.import(vec![capture("ada", 1, "2025-05-01T00:00:00Z", &["quokka", "marmot"], "Rust")]);
    let page =
        candidates::list(&bench.store, bench.owner, &CandidateQuery { limit: 9, ..Default::default() })
            .unwrap();
    let ids: Vec<SnapshotId> = show(&bench, page.rows[0].id).snapshots.iter().map(|one| one.id).collect();
    let found = snapshots::compare(&bench.store, bench.owner, ids[0], ids[1]).unwrap();
    assert!(found.same_account && found.then.taken_at < found.now.taken_at);
    let name = found.profile.iter().find(|one| one.field == "name").unwrap();
    assert_eq!(
        (name.then.as_str(), name.now.as_str(), name.changed),
        ("ada Fixture", "ada-new Fixture", true)
    );
    let company = found.profile.iter().find(|one| one.field == "company").unwrap();
    assert_eq!(
        (company.state_then, company.changed),
        (FactState::Absent, false),
        "what is not told has not changed"
    );
    let states: Vec<_> = found.repositories.iter().map(|one| (one.repo.as_str(), one.state)).collect();
    assert_eq!(
        states,
        [
            ("ada/marmot", RepositoryState::NotInLater),
            ("ada/quokka", RepositoryState::Changed),
            ("ada/wombat", RepositoryState::Come)
        ]
    );
    assert!(found.facts.iter().any(|one| one.fact == "languages" && one.changed));
}

#[test]
fn the_newest_reading_wins_field_by_field_and_absence_never_does() {
    let bench = Bench::new();
    let mut older = subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z");
    let mut newer = subject(1, "ada", AccountKind::User, "2025-09-01T00:00:00Z");
    if let (Record::Subject(older), Record::Subject(newer)) = (&mut older, &mut newer) {
        older.company = Seen::Value("Old Fixture".into());
        older.location = Seen::Value("Nowhere".into());
        newer.company = Seen::Value("New Fixture".into());
        newer.location = Seen::Absent;
    }
    bench.import(vec![fake("ada", 1, vec![("a.json", vec![older]), ("b.json", vec![newer])])]);
    let page =
        candidates::list(&bench.store, bench.owner, &CandidateQuery { limit: 9, ..Default::default() })
            .unwrap();
    let snapshot = show(&bench, page.rows[0].id).snapshots[0].id;
    let detail = snapshots::show(&bench.store, bench.owner, snapshot).unwrap();
    let value = |name: &str| detail.profile.iter().find(|one| one.field == name).unwrap().value.clone();
    assert_eq!((value("company"), value("location")), ("New Fixture".into(), "Nowhere".into()));
}

#[test]
fn the_do_not_contact_mark_is_obeyed_undone_and_survives_an_erasure_nameless() {
    let bench = Bench::new();
    let user = || vec![("user.json", vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")])];
    let report = bench.import(vec![fake("ada", 40, user())]);
    let ada = report.candidates[0].id;
    let role = new_role(&bench);
    let mark = || DoNotContactInput { reason: "asked by mail".into(), request: "their own mail".into() };
    let marked = || show(&bench, ada).do_not_contact;
    candidates::do_not_contact(&bench.store, bench.owner, at(6), ada, mark()).unwrap();
    assert_eq!(marked().unwrap().reason, "asked by mail");
    journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert_eq!(marked(), None);
    candidates::do_not_contact(&bench.store, bench.owner, at(8), ada, mark()).unwrap();
    let only = |yes| CandidateQuery { do_not_contact: Some(yes), limit: 9, ..Default::default() };
    let total = |yes| candidates::list(&bench.store, bench.owner, &only(yes)).unwrap().total;
    assert_eq!((total(true), total(false)), (1, 0));
    let refused = applications::add(&bench.store, bench.owner, at(9), ada, role);
    assert!(matches!(refused, Err(EngineError::Conflict { .. })), "{refused:?}");
    let added = applications::add_despite(&bench.store, bench.owner, at(9), ada, role, "they wrote to us")
        .unwrap()
        .value;
    assert!(added.do_not_contact && added.history[0].reason.contains("they wrote to us"));
    let moved = applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Screening, "");
    assert!(matches!(moved, Err(EngineError::Conflict { .. })));
    applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Rejected, "as they asked")
        .unwrap();
    let again = bench.import(vec![fake("again", 41, user())]);
    assert!(again.notes.iter().any(|note| note.contains("not to be contacted")), "{:?}", again.notes);
    erasure::erase(&bench.store, bench.owner, at(10), ada, "asked").unwrap();
    let back = bench.import(vec![fake("back", 42, user())]);
    assert_eq!(back.totals.candidates, 0, "nobody is made a candidate who asked not to be contacted");
    assert!(back.notes.iter().any(|note| note.contains("was erased here since")), "{:?}", back.notes);
    let account = back.snapshots_unlinked[0].account.as_ref().unwrap().id;
    let made = accounts::make_candidate(&bench.store, bench.owner, at(11), account).unwrap().value;
    assert_eq!(made.do_not_contact.map(|mark| mark.by), Some(None));
    bench.journal();
}

#[test]
fn records_of_a_file_that_was_refused_in_part_are_counted() {
    let bench = Bench::new();
    let mut source = fake(
        "ada",
        50,
        vec![(
            "all.json",
            vec![
                subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z"),
                repository(&account(1, "ada"), "quokka", "Rust"),
            ],
        )],
    );
    source.outcome = Outcome::Refused;
    let report = bench.import(vec![source]);
    assert_eq!((report.totals.refused, report.totals.records), (1, 2));
}

/// Repositories without an end, but for the sink's.
struct Endless;

impl RecordSource for Endless {
    fn label(&self) -> &str {
        "endless"
    }

    fn digest(&mut self, _: &mut dyn FnMut(u64) -> std::ops::ControlFlow<()>) -> Option<[u8; 32]> {
        Some([99; 32])
    }

    fn read(&mut self, sink: &mut dyn RecordSink) -> std::ops::ControlFlow<()> {
        let owner = account(1, "ada");
        sink.record("endless/user.json", subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z"))?;
        for number in 0.. {
            sink.record("endless/repos.json", repository(&owner, &format!("r{number}"), "Rust"))?;
        }
        std::ops::ControlFlow::Continue(())
    }
}

#[test]
fn a_cancel_answers_soon_and_leaves_nothing_that_is_not_whole() {
    use std::sync::atomic::Ordering;
    use std::time::{Duration, Instant};

    let bench = Bench::new();
    let start = ImportStart {
        paths: vec!["endless".into()],
        provenance: provenance(),
        candidate_id: None,
        every_subject: false,
    };
    let cancel = AtomicBool::new(false);
    let (store, viewer) = (&bench.store, bench.owner);
    let (report, waited) = std::thread::scope(|scope| {
        let running = scope.spawn(|| {
            let id = ImportId(uuid::Uuid::now_v7());
            let run = Run { store, viewer, id, now: &chrono::Utc::now, start: &start, cancel: &cancel };
            imports::run(&run, vec![Input::Source(Box::new(Endless))], &mut |_| {}).unwrap()
        });
        std::thread::sleep(Duration::from_secs(3));
        cancel.store(true, Ordering::Relaxed);
        let asked = Instant::now();
        (running.join().unwrap(), asked.elapsed())
    });
    assert_eq!((report.state, report.totals.snapshots), (imports::ImportState::Cancelled, 0));
    // Unoptimised code on a busy machine is given more time than a user is.
    let most = if cfg!(debug_assertions) { Duration::from_secs(5) } else { Duration::from_secs(1) };
    assert!(waited < most, "it took {waited:?}");
    println!("answered after {waited:?}");
    let left =
        candidates::list(&bench.store, bench.owner, &CandidateQuery { limit: 9, ..Default::default() })
            .unwrap();
    assert_eq!(left.total, 0);
    bench.import(vec![fake(
        "ada",
        1,
        vec![("user.json", vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")])],
    )]);
    let page =
        candidates::list(&bench.store, bench.owner, &CandidateQuery { limit: 9, ..Default::default() })
            .unwrap();
    assert_eq!(show(&bench, page.rows[0].id).snapshots.len(), 1, "the next import takes away what was left");
    bench.journal();
}
