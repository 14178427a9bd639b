//! Whose data is whose: joins by hand, captures compared, readings put together, trailers of others.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::atomic::AtomicBool;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::evidence::FactState;
use assay_domain::ids::{ImportId, SnapshotId};
use assay_domain::import::*;
use assay_engine::accounts::{self, AccountQuery, join, list, separate};
use assay_engine::candidates::{self, CandidateQuery};
use assay_engine::imports::{self, ImportStart, Input, Run};
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery, RepositoryState};
use assay_engine::{EngineError, journal};
use common::people::{commit, import_for, show};
use common::*;

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
fn of_several_readings_each_field_is_the_newest_one_that_speaks_of_it() {
    let bench = Bench::new();
    let reading = |updated: &str, company: Seen<String>, bio: Seen<String>| {
        let Record::Subject(mut one) = subject(1, "ada", AccountKind::User, updated) else { unreachable!() };
        (one.company, one.bio) = (company, bio);
        Record::Subject(one)
    };
    let said = |text: &str| Seen::Value(text.to_owned());
    let readings = vec![
        reading("2025-01-01T00:00:00Z", said("January"), said("January")),
        reading("2025-09-01T00:00:00Z", Seen::Absent, Seen::Empty),
        reading("2025-05-01T00:00:00Z", said("May"), said("May")),
    ];
    bench.import(vec![fake("ada", 1, vec![("a.json", readings)])]);
    let query = CandidateQuery { limit: 9, ..Default::default() };
    let ada = candidates::list(&bench.store, bench.owner, &query).unwrap().rows[0].id;
    let detail = snapshots::show(&bench.store, bench.owner, show(&bench, ada).snapshots[0].id).unwrap();
    let value = |name: &str| detail.profile.iter().find(|one| one.field == name).unwrap().value.clone();
    assert_eq!(
        (value("company"), value("bio")),
        ("May".into(), String::new()),
        "September says: no biography"
    );
}

#[test]
fn a_capture_says_itself_when_it_was_taken_and_a_wrong_clock_does_not() {
    let bench = Bench::new();
    let taken = |digest, label: &str, when: Option<&str>| {
        let user = vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")];
        let mut fake = fake(label, digest, vec![("user.json", user)]);
        fake.taken = when.map(|when| when.parse().unwrap());
        fake
    };
    bench.import(vec![taken(1, "a", Some("2025-06-01T08:00:00Z"))]);
    bench.import(vec![taken(2, "b", Some("2025-07-01T08:00:00Z"))]);
    bench.import(vec![taken(3, "c", Some("2099-01-01T00:00:00Z"))]);
    let query = CandidateQuery { limit: 9, ..Default::default() };
    let ada = candidates::list(&bench.store, bench.owner, &query).unwrap().rows[0].id;
    let when: Vec<String> = show(&bench, ada)
        .snapshots
        .iter()
        .map(|one| one.taken_at.unwrap().format("%F").to_string())
        .collect();
    assert_eq!(
        when,
        ["2025-07-01", "2025-06-01", "2025-05-01"],
        "nothing changed between, and yet two times"
    );
}

#[test]
fn every_snapshot_and_whoever_comes_with_it_carry_who_allowed_it_on_what_basis_when_and_until_when() {
    let bench = Bench::new();
    let allowed = ProvenanceInput {
        permission: "their mail".into(),
        given_on: Some("2026-02-20".parse().unwrap()),
        until: Some("2027-02-20".parse().unwrap()),
        ..provenance()
    };
    let start = ImportStart {
        paths: vec!["ada".into()],
        provenance: allowed.clone(),
        candidate_id: None,
        every_subject: false,
    };
    let id = ImportId(uuid::Uuid::now_v7());
    let cancel = AtomicBool::new(false);
    let (store, viewer) = (&bench.store, bench.owner);
    let run = Run { store, viewer, id, now: &|| at(5), start: &start, cancel: &cancel };
    let user = vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")];
    let source = fake("ada", 1, vec![("user.json", user)]);
    let report = imports::run(&run, vec![Input::Source(Box::new(source))], &mut |_| {}).unwrap();
    let ada = show(&bench, report.candidates[0].id);
    for carried in [&report.provenance, &ada.provenance, &ada.snapshots[0].provenance] {
        let told =
            (carried.source, carried.basis, carried.permission.as_str(), carried.given_on, carried.until);
        assert_eq!(told, (allowed.source, allowed.basis, "their mail", allowed.given_on, allowed.until));
    }
}

#[test]
fn trailers_of_others_go_wherever_they_stand_and_the_subjects_own_stay() {
    let bench = Bench::new();
    let Record::Subject(mut profile) = subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z") else {
        unreachable!()
    };
    profile.email = Seen::Value("ada-public@fixture.example".into());
    let text = "Squashed\n\nSigned-off-by: Ada Fixture <ada-public@fixture.example>\nCo-authored-by: Bo Fixture <bo@fixture.example>";
    let pull = Record::PullRequest(Box::new(PullRequest {
        repo: RepoRef { host: "github.com".into(), owner: "acme-fixture".into(), name: "kettle".into() },
        number: 4,
        title: "Mend".into(),
        body: Seen::Value(text.into()),
        author: Some(account(1, "ada")),
        state: PullState::Merged,
        created_at: None,
        merged_at: None,
        closed_at: None,
    }));
    let records = vec![commit("ab", "x@fixture.example", text), pull, Record::Subject(profile)];
    bench.import(vec![fake("ada", 1, vec![("all.json", records)])]);
    let query = CandidateQuery { limit: 9, ..Default::default() };
    let ada = candidates::list(&bench.store, bench.owner, &query).unwrap().rows[0].id;
    let snapshot = show(&bench, ada).snapshots[0].id;
    for kind in [EvidenceKind::Commit, EvidenceKind::PullRequest] {
        let query = EvidenceQuery { snapshot_id: snapshot, kind, repo: None, offset: 0, limit: 9 };
        let page = snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap();
        let body = snapshots::evidence_show(&bench.store, bench.owner, page.rows[0].id).unwrap().body;
        let left =
            "Squashed\n\nSigned-off-by: Ada Fixture <ada-public@fixture.example>\nCo-authored-by: [redacted]";
        assert_eq!(body, left, "{kind:?}");
    }
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

#[test]
fn a_list_stays_once_a_snapshot_came_in_for_somebody_of_it() {
    let bench = Bench::new();
    let list = "Bo Fixture @bo-fixture\n";
    candidates::add_list(&bench.store, bench.owner, at(2), list, &provenance(), None).unwrap();
    let listed = bench.journal().0;
    import_for(&bench, repo_list("bo-fixture"), None);
    let refused = journal::undo(&bench.store, bench.owner, at(7), Some(listed)).unwrap_err();
    assert_eq!(refused.to_string(), "Bo Fixture has a snapshot here since");
}
