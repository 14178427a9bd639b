//! Account exports: whose they are, and what they tell; by a made export of invented people.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{
    AccountKind, Comment, CommentKind, Event, Outcome, PullState, Record, Relation, Repository, Seen,
};
use common::bodies::with;
use common::{Kept, gzip, read, read_bytes, tar, zip};
use serde_json::{Value, json};

const GITHUB: &str = "https://github.com";

fn page(path: &str) -> String {
    format!("{GITHUB}/{path}")
}

fn user(login: &str) -> Value {
    json!({"type": "user", "url": page(login), "login": login, "name": format!("{login} Fixture"), "bio": null,
        "website": "", "location": "Leeds", "created_at": "2016-02-03T04:05:06Z", "emails": [
            {"address": format!("{login}@users.noreply.github.com"), "primary": true},
            {"address": format!("{login}@fixture.example"), "primary": false}]})
}

fn repository(owner: &str, name: &str, private: bool) -> Value {
    json!({"type": "repository", "url": page(&format!("{owner}/{name}")), "owner": page(owner), "name": name,
        "private": private, "is_archived": false, "description": "", "repository_topics": ["rust"],
        "default_branch": "main", "created_at": "2020-01-01T00:00:00Z"})
}

fn pull(number: u64, author: &str, merged: &Value, closed: &Value) -> Value {
    json!({"type": "pull_request", "url": page(&format!("ada-fixture/kettle/pull/{number}")), "user": page(author),
        "repository": page("ada-fixture/kettle"), "title": "Mend", "body": null, "base": {"repo": page("ada-fixture/kettle")},
        "merged_at": merged, "closed_at": closed, "created_at": "2024-03-01T10:00:00Z"})
}

/// The shards of an export whose owner is not the first user.
fn shards() -> Vec<(&'static str, Value)> {
    let at = "2024-03-05T12:00:00Z";
    let on = |address: &str| page(&format!("ada-fixture/kettle/{address}"));
    let said = |kind: &str, url: &str| json!({"type": kind, "url": on(url), "user": page("ada-fixture"), "body": "Said.", "created_at": at});
    vec![
        ("schema.json", json!({"version": "1.2.0", "github_sha": "ab"})),
        ("users_000001.json", json!([user("bo-fixture"), user("ada-fixture"), user("ci-robot")])),
        ("bots_000001.json", json!([{"type": "bot", "url": page("apps/boiler"), "login": "boiler[bot]"}])),
        (
            "organizations_000001.json",
            json!([{"type": "organization", "url": page("example-labs"), "login": "example-labs",
            "members": [{"user": page("ada-fixture")}]}]),
        ),
        ("repositories_000001.json", json!([repository("ada-fixture", "kettle", false)])),
        ("repositories_000002.json", json!([repository("ada-fixture", "plan", true)])),
        (
            "pull_requests_000001.json",
            json!([
                pull(3, "ada-fixture", &json!(at), &json!(at)),
                pull(4, "bo-fixture", &Value::Null, &json!(at)),
                pull(5, "ada-fixture", &Value::Null, &Value::Null)
            ]),
        ),
        (
            "issues_000001.json",
            json!([{"type": "issue", "url": on("issues/1"), "repository": page("ada-fixture/kettle"),
            "user": page("bo-fixture"), "title": "Leaks", "body": null, "closed_at": null, "created_at": at}]),
        ),
        (
            "issue_comments_000001.json",
            json!([
                with(said("issue_comment", "issues/1#issuecomment-11"), "issue", json!(on("issues/1"))),
                with(said("issue_comment", "pull/3#issuecomment-12"), "pull_request", json!(on("pull/3")))
            ]),
        ),
        (
            "commit_comments_000001.json",
            json!([with(said("commit_comment", "commit/abab#commitcomment-13"), "commit_id", json!("abab"))]),
        ),
        (
            "pull_request_reviews_000001.json",
            json!([with(
                with(
                    said("pull_request_review", "pull/4/files#pullrequestreview-14"),
                    "pull_request",
                    json!(on("pull/4"))
                ),
                "state",
                json!(40)
            )]),
        ),
        (
            "pull_request_review_comments_000001.json",
            json!([with(
                with(
                    with(
                        said("pull_request_review_comment", "pull/4/files#r15"),
                        "pull_request",
                        json!(on("pull/4"))
                    ),
                    "path",
                    json!("src/lib.rs")
                ),
                "diff_hunk",
                json!("@@ -1 +1 @@")
            )]),
        ),
        (
            "releases_000001.json",
            json!([{"type": "release", "url": on("releases/tag/v1"), "repository": page("ada-fixture/kettle"),
            "user": page("ada-fixture"), "tag_name": "v1", "name": "One", "body": "First", "published_at": at}]),
        ),
        (
            "issue_events_000001.json",
            json!([{"type": "issue_event", "url": on("issues/1#event-16"), "issue": on("issues/1"),
            "actor": page("ada-fixture"), "event": "closed", "created_at": at}]),
        ),
        ("milestones_000001.json", json!([{"type": "milestone", "url": on("milestones/1"), "title": "1.0"}])),
        ("audit_log.csv", json!("who,what")),
    ]
}

fn entries(shards: &[(&'static str, Value)]) -> Vec<(&'static str, Vec<u8>)> {
    shards.iter().map(|(name, body)| (*name, body.to_string().into_bytes())).collect()
}

fn packed(shards: &[(&'static str, Value)]) -> Vec<u8> {
    let entries = entries(shards);
    let slices: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    tar(&slices)
}

fn repositories(kept: &Kept) -> Vec<&Repository> {
    kept.bare().filter_map(|r| if let Record::Repository(repo) = r { Some(&**repo) } else { None }).collect()
}

fn comments(kept: &Kept) -> Vec<&Comment> {
    kept.bare().filter_map(|r| if let Record::Comment(one) = r { Some(&**one) } else { None }).collect()
}

fn subjects(kept: &Kept) -> Vec<&assay_domain::import::Profile> {
    kept.bare().filter_map(|r| if let Record::Subject(one) = r { Some(&**one) } else { None }).collect()
}

#[test]
fn tar_compressed_tar_zip_and_folder_give_the_same() {
    let tarred = packed(&shards());
    let folder = tempfile::tempdir().unwrap();
    let made = entries(&shards());
    for (name, bytes) in &made {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let slices: Vec<(&str, &[u8])> = made.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    for kept in
        [read_bytes(&tarred), read_bytes(&gzip(&tarred)), read_bytes(&zip(&slices)), read(folder.path())]
    {
        let [ada] = subjects(&kept).try_into().unwrap();
        assert_eq!(
            (ada.account.login.as_str(), ada.account.id, ada.kind),
            ("ada-fixture", None, AccountKind::User)
        );
        assert_eq!(
            (&ada.location, &ada.bio, &ada.followers),
            (&Seen::Value("Leeds".into()), &Seen::Empty, &Seen::Absent)
        );
        assert_eq!(
            ada.email,
            Seen::Value("ada-fixture@fixture.example".into()),
            "no address that GitHub made up"
        );
        assert_eq!(kept.outcomes(Outcome::Refused), 0, "{:#?}", kept.reports);
        assert_eq!(kept.report("users_000001.json").accounts[0].login, "ada-fixture");
        assert_eq!(repositories(&kept).len(), 2);
    }
}

#[test]
fn what_the_owner_did_is_told_from_what_others_did() {
    let kept = read_bytes(&packed(&shards()));
    let private: Vec<_> =
        repositories(&kept).iter().map(|repo| (repo.name.as_str(), repo.private.clone())).collect();
    assert_eq!(private, [("kettle", Seen::Value(false)), ("plan", Seen::Value(true))]);
    assert!(repositories(&kept).iter().all(|repo| repo.fork == Seen::Absent && repo.stars == Seen::Absent));
    let pulls: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::PullRequest(pull) = r { Some(pull) } else { None })
        .map(|pull| (pull.number, pull.author.as_ref().unwrap().login.as_str(), pull.state))
        .collect();
    assert_eq!(
        pulls,
        [
            (3, "ada-fixture", PullState::Merged),
            (4, "bo-fixture", PullState::Closed),
            (5, "ada-fixture", PullState::Open)
        ]
    );
    let others: Vec<_> = kept
        .bare()
        .filter_map(|r| {
            if let Record::Account { account, relation, .. } = r { Some((account, *relation)) } else { None }
        })
        .map(|(account, relation)| (account.login.as_str(), account.kind, relation))
        .collect();
    assert_eq!(
        others,
        [
            ("bo-fixture", AccountKind::User, Relation::Listed),
            ("ci-robot", AccountKind::User, Relation::Listed),
            ("boiler[bot]", AccountKind::Bot, Relation::Listed),
            ("example-labs", AccountKind::Organization, Relation::Organization),
        ]
    );
    let issue =
        kept.bare().find_map(|r| if let Record::Issue(issue) = r { Some(issue) } else { None }).unwrap();
    assert_eq!(
        (issue.number, issue.open, issue.author.as_ref().unwrap().login.as_str()),
        (1, true, "bo-fixture")
    );
    assert!(kept.bare().any(|r| matches!(r, Record::Release(one) if one.tag == "v1" && one.repo.is_some())));
}

#[test]
fn conversations_keep_their_place_and_events_their_actor() {
    let kept = read_bytes(&packed(&shards()));
    let told: Vec<_> =
        comments(&kept).iter().map(|one| (one.kind, one.number, one.id, one.verdict.clone())).collect();
    let approved = Some("APPROVED".to_owned());
    assert_eq!(
        told,
        [
            (CommentKind::Issue, Some(1), Some(11), None),
            (CommentKind::Issue, Some(3), Some(12), None),
            (CommentKind::Commit, None, Some(13), None),
            (CommentKind::Review, Some(4), Some(14), approved),
            (CommentKind::ReviewLine, Some(4), Some(15), None),
        ]
    );
    let at_line = comments(&kept)[4];
    assert_eq!(
        (at_line.path.as_deref(), at_line.diff_hunk.as_deref()),
        (Some("src/lib.rs"), Some("@@ -1 +1 @@"))
    );
    assert!(comments(&kept).iter().all(|one| one.repo.as_ref().unwrap().full_name() == "ada-fixture/kettle"));
    let events: Vec<&Event> = kept
        .bare()
        .filter_map(|r| if let Record::Event(event) = r { Some(&**event) } else { None })
        .collect();
    let [event] = events.as_slice() else { panic!("{events:#?}") };
    assert_eq!(
        (event.kind.as_str(), event.action.as_deref(), event.actor.as_ref().unwrap().login.as_str()),
        ("IssueEvent", Some("closed"), "ada-fixture")
    );
    assert!(kept.reason("schema.json").contains("version 1.2.0, that of https://github.com/ada-fixture"));
    assert!(kept.reason("milestones_000001.json").contains("a milestone"));
}

#[test]
fn an_owner_without_a_record_is_still_the_subject() {
    let mut shards = shards();
    shards.retain(|(name, _)| *name != "users_000001.json");
    let kept = read_bytes(&packed(&shards));
    let [ada] = subjects(&kept).try_into().unwrap();
    assert_eq!((ada.account.login.as_str(), &ada.name), ("ada-fixture", &Seen::Absent));
    assert!(
        kept.reason("repositories_000001.json").contains("no record of its owner"),
        "{:#?}",
        kept.reports
    );
}

#[test]
fn where_nothing_tells_the_owner_nobody_becomes_one() {
    let mut shards = shards();
    shards.retain(|(name, _)| !name.starts_with("repositories"));
    let kept = read_bytes(&packed(&shards));
    assert!(subjects(&kept).is_empty());
    assert!(
        kept.reason("users_000001.json").contains("nothing tells whose export this is"),
        "{:#?}",
        kept.reports
    );
    shards.push((
        "repositories_000001.json",
        json!([repository("ada-fixture", "a", false), repository("bo-fixture", "b", false)]),
    ));
    assert!(subjects(&read_bytes(&packed(&shards))).is_empty(), "one each");
}

#[test]
fn two_exports_in_one_folder_are_two_peoples() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.tar"), packed(&shards())).unwrap();
    let bo = vec![
        ("users_000001.json", json!([user("ada-fixture"), user("bo-fixture")])),
        ("repositories_000001.json", json!([repository("bo-fixture", "tank", false)])),
    ];
    std::fs::write(folder.path().join("b.tar"), packed(&bo)).unwrap();
    let logins: Vec<String> =
        subjects(&read(folder.path())).iter().map(|one| one.account.login.clone()).collect();
    assert_eq!(logins, ["ada-fixture", "bo-fixture"]);
}

#[test]
fn what_cannot_be_read_in_an_export_is_named() {
    let mut shards = shards();
    shards.push(("issues_000002.json", json!([
        {"type": "issue", "url": "https://github.com/ada-fixture/kettle/issues/x", "title": "No number"},
        {"type": "issue", "url": "https://github.com/ada-fixture/kettle/issues/9", "title": 5, "closed_at": "soon",
            "user": "https://github.com/ada-fixture", "repository": "https://github.com/ada-fixture/kettle"}])));
    let kept = read_bytes(&packed(&shards));
    let reason = kept.reason("issues_000002.json");
    assert!(reason.contains("the number is missing") && reason.contains("closed_at, title"), "{reason}");
}
