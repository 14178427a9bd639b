//! Fields that hold something else than they should are named in the report, for every shape, and the rest is read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{Outcome, Record, Seen};
use common::bodies::{pull_body, read_at, read_json, short, with};
use serde_json::{Value, json};

const NEVER: &str = "99999-13-45";

/// Bodies with wrong fields, and what the report must name, in the order of the alphabet.
fn bodies() -> Vec<(&'static str, Value, &'static str)> {
    let issue = json!({"number": 5, "title": "Leaks", "state": "open", "labels": [], "comments": -1, "created_at": NEVER,
        "closed_at": 7, "user": short("bo-fixture", 8), "url": "https://api.github.com/repos/example-labs/kettle/issues/5"});
    let comment = json!({"id": "x", "user": short("bo-fixture", 8), "body": ["no text"], "created_at": NEVER,
        "issue_url": "https://api.github.com/repos/example-labs/kettle/issues/5"});
    let line = json!({"id": 1, "user": short("bo-fixture", 8), "body": "b", "path": "p", "line": 1.5, "diff_hunk": 4,
        "pull_request_url": "https://api.github.com/repos/example-labs/kettle/pulls/5"});
    let review = json!({"id": 1, "user": short("bo-fixture", 8), "body": "b", "state": "APPROVED", "submitted_at": NEVER,
        "pull_request_url": "https://api.github.com/repos/example-labs/kettle/pulls/5"});
    let commit =
        json!({"sha": "ab".repeat(20), "commit": {"message": 5, "author": {"date": NEVER}}, "parents": []});
    let release = json!({"tag_name": "v1", "name": 1, "body": null, "draft": false, "published_at": NEVER});
    let event = json!({"id": "1", "type": "PullRequestEvent", "actor": short("bo-fixture", 8), "created_at": NEVER,
        "repo": {"name": "example-labs/kettle"}, "payload": {"pull_request": with(pull_body(), "merged_at", json!(NEVER))}});
    let gist = json!({"id": "a", "files": {}, "public": true, "created_at": NEVER, "description": 5});
    let starred = json!({"starred_at": "x", "repo": {"name": "tank", "owner": short("bo-fixture", 8), "full_name": "bo-fixture/tank",
        "stargazers_count": "many"}});
    let profile = json!({"data": {"user": {"login": "ada-fixture", "databaseId": "7", "createdAt": NEVER, "bio": 1,
        "repositories": {"nodes": [{"nameWithOwner": "ada-fixture/kettle", "stargazerCount": -1, "pushedAt": NEVER,
            "defaultBranchRef": {"target": {"history": {"nodes": [{"oid": "ab", "message": "m", "authoredDate": NEVER}]}}}}]},
        "pullRequests": {"nodes": [{"number": 4, "title": "t", "url": "https://github.com/a/b/pull/4", "mergedAt": NEVER,
            "comments": {"nodes": [{"body": 5, "createdAt": NEVER}]}}]}}}});
    vec![
        (
            "user",
            json!({"login": "ada-fixture", "id": "7", "public_repos": -1, "created_at": NEVER}),
            "created_at, id, public_repos",
        ),
        (
            "repository",
            json!({"name": "kettle", "owner": short("ada-fixture", 7), "full_name": "ada-fixture/kettle",
            "stargazers_count": 1e30, "pushed_at": "yesterday"}),
            "pushed_at, stargazers_count",
        ),
        ("starred", starred, "stargazers_count"),
        (
            "account",
            json!([{"login": "bo-fixture", "id": "8", "url": "https://api.github.com/users/bo-fixture"}]),
            "id",
        ),
        (
            "pull request",
            with(with(pull_body(), "merged_at", json!(NEVER)), "title", json!({})),
            "merged_at, title",
        ),
        ("issue", issue, "closed_at, comments, created_at"),
        ("comment", comment, "body, created_at, id"),
        ("review comment", line, "diff_hunk, line"),
        ("review", review, "submitted_at"),
        ("commit", commit, "date, message"),
        ("release", release, "name, published_at"),
        ("event", event, "created_at, merged_at"),
        ("gist", gist, "created_at, description"),
        ("contributor", json!([{"login": "bo-fixture", "id": 8, "contributions": "12"}]), "contributions"),
        (
            "gh repo list",
            json!([{"nameWithOwner": "a-b/c", "isFork": false, "forkCount": "x", "createdAt": NEVER}]),
            "createdAt, forkCount",
        ),
        (
            "gh pr list",
            json!([{"number": 1, "title": "t", "isDraft": false, "closedAt": NEVER, "url": "https://github.com/a/b/pull/1"}]),
            "closedAt",
        ),
        (
            "gh issue list",
            json!([{"number": 1, "title": 5, "createdAt": NEVER, "url": "https://github.com/a/b/issues/1"}]),
            "createdAt, title",
        ),
        (
            "graphql",
            profile,
            "authoredDate, bio, body, createdAt, databaseId, mergedAt, pushedAt, stargazerCount",
        ),
    ]
}

#[test]
fn malformed_numbers_dates_and_texts_are_named_in_every_shape() {
    for (name, body, named) in bodies() {
        let kept = read_json(&body);
        assert_eq!(kept.only().outcome, Outcome::Imported, "{name}: {:#?}", kept.reports);
        let reason = kept.reason("");
        assert!(reason.ends_with(&format!("left out, for they cannot be read: {named}")), "{name}: {reason}");
    }
}

#[test]
fn nothing_is_named_in_sound_bodies() {
    let kept = read_json(&json!([pull_body(), with(pull_body(), "merged_at", Value::Null)]));
    assert_eq!(kept.only().reason, None);
}

#[test]
fn what_cannot_be_read_is_unknown_and_not_zero() {
    let body = json!({"login": "ada-fixture", "id": 7, "public_repos": "many", "followers": null});
    let kept = read_json(&body);
    let Some(Record::Subject(profile)) = kept.bare().next() else { panic!("{:#?}", kept.reports) };
    assert_eq!((&profile.public_repos, &profile.followers), (&Seen::Absent, &Seen::Empty));
    let kept = read_at("repos/ada-fixture/kettle/languages.json", &json!({"Rust": 5, "Shell": "many"}));
    assert!(
        kept.bare().any(|r| matches!(r, Record::Languages { bytes, .. } if bytes.len() == 1)),
        "{:#?}",
        kept.reports
    );
    assert!(kept.reason("").contains("the bytes of 1 languages were left out"), "{}", kept.reason(""));
}
