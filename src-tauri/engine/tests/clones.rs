//! Git clones and bundles: whose they are, addresses as digests, reading and citing what no owner is known of.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use assay_domain::evidence::FactState;
use assay_domain::ids::SnapshotId;
use assay_domain::import::*;
use assay_domain::scorecard::CitationInput;
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery, Fact, RepositoryGroup, RepositoryQuery};
use assay_engine::{applications, candidates, journal, scorecards};
use common::people::{EMAIL, assign, candidate, commit, import_for, input, show};
use common::*;

fn fact(bench: &Bench, snapshot: SnapshotId, id: &str) -> Fact {
    let detail = snapshots::show(&bench.store, bench.owner, snapshot).unwrap();
    detail.facts.into_iter().find(|fact| fact.fact == id).unwrap()
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

#[test]
fn what_a_clone_of_no_known_owner_holds_is_listed_read_and_cited() {
    let bench = Bench::new();
    let repo = || Some(RepoRef { host: "git".into(), owner: String::new(), name: "kettle".into() });
    let Record::Commit(mut commit) = commit("ab", "ada@fixture.example", "Boil\n\nCold water is slow.")
    else {
        unreachable!()
    };
    commit.repo = repo();
    let paths = vec!["README.md".to_owned(), "src/lid.rs".to_owned()];
    let records = vec![
        Record::Commit(commit),
        Record::Tree { repo: repo(), sha: Some("ab".repeat(20)), paths, partial: false },
        Record::Readme { repo: repo(), path: "README.md".into(), text: "# Kettle".into() },
    ];
    let mut clone = fake("kettle", 21, vec![("", records)]);
    clone.shape = "git-clone".into();
    let ada = candidate(&bench, "Ada Fixture", EMAIL);
    import_for(&bench, clone, Some(ada));
    let snapshot = show(&bench, ada).snapshots[0].id;
    let query = RepositoryQuery { snapshot_id: snapshot, text: String::new(), offset: 0, limit: 9 };
    let listed = snapshots::repository_list(&bench.store, bench.owner, &query).unwrap().rows.remove(0);
    let counts = listed.counts;
    assert_eq!(listed.group, RepositoryGroup::Unowned);
    assert_eq!((listed.repo.as_str(), counts.commits, counts.trees, counts.readmes), ("kettle", 1, 1, 1));
    let of = |kind| {
        let repo = Some("kettle".to_owned());
        let query = EvidenceQuery { snapshot_id: snapshot, kind, repo, offset: 0, limit: 9 };
        snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap().rows.remove(0)
    };
    assert_eq!(of(EvidenceKind::Readme).address, "kettle:README.md");
    let tree = snapshots::tree_list(&bench.store, bench.owner, of(EvidenceKind::Tree).id, "src").unwrap();
    assert_eq!(tree.entries[0].path, "src/lid.rs");
    assert!(
        !snapshots::choose(&bench.store, bench.owner, at(6), snapshot, "kettle", true)
            .unwrap()
            .changed
            .is_empty()
    );

    let role = new_role(&bench);
    let application = applications::add(&bench.store, bench.owner, at(7), ada, role).unwrap().value.id;
    let interview = assign(&bench, role, application).unwrap();
    let found = of(EvidenceKind::Commit);
    let citation =
        CitationInput { evidence_id: Some(found.id), address: String::new(), quote: String::new() };
    let form = scorecards::form(&bench.store, bench.owner, interview).unwrap();
    let criterion = &form.rubric.criteria[0].id;
    let cited = scorecards::cite(&bench.store, bench.owner, at(8), interview, criterion, citation).unwrap();
    assert_eq!(cited.address, format!("kettle@{}", "ab".repeat(20)));
    assert_eq!(cited.quote, "Boil\n\nCold water is slow.");
}
