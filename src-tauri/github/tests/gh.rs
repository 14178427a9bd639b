//! What `gh` writes, and GraphQL responses, by made bodies.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{
    Comment, CommentKind, Commit, Issue, Outcome, PullRequest, PullState, Record, Relation, Repository, Seen,
};
use common::bodies::{read_at, read_json};
use serde_json::{Value, json};

const AT: &str = "2024-01-01T00:00:00Z";

macro_rules! of {
    ($kept:expr, $kind:ident, $of:ty) => {
        $kept
            .bare()
            .filter_map(|r| if let Record::$kind(one) = r { Some(&**one) } else { None })
            .collect::<Vec<&$of>>()
    };
}

fn author(login: &str) -> Value {
    json!({"login": login, "id": "MDQ6", "is_bot": false, "name": ""})
}

#[test]
fn repositories_with_every_documented_key() {
    let body = json!([{"name": "kettle", "owner": {"id": "MDQ6", "login": "ada-fixture"}, "isPrivate": true, "visibility": "PRIVATE",
        "isFork": false, "isArchived": true, "archivedAt": AT, "stargazerCount": 3, "forkCount": 1, "diskUsage": 9, "description": "",
        "primaryLanguage": {"name": "Rust"}, "languages": [{"size": 5, "node": {"name": "Rust"}}], "createdAt": AT, "pushedAt": AT,
        "updatedAt": AT, "licenseInfo": {"key": "mit", "name": "MIT License", "nickname": ""}, "repositoryTopics": [{"name": "steam"}],
        "defaultBranchRef": {"name": "main"}, "latestRelease": {"name": "One", "tagName": "v1", "publishedAt": AT, "url": "u"},
        "issues": {"totalCount": 2}, "pullRequests": {"totalCount": 1}, "watchers": {"totalCount": 1}, "parent": null,
        "homepageUrl": "", "sshUrl": "git@github.com:ada-fixture/kettle.git", "viewerPermission": "ADMIN"}]);
    let kept = read_json(&body);
    let [repo] = of!(kept, Repository, Repository).try_into().unwrap();
    assert_eq!((repo.owner.login.as_str(), repo.owner.id), ("ada-fixture", None));
    assert_eq!(
        (&repo.private, &repo.archived, &repo.size_kb),
        (&Seen::Value(true), &Seen::Value(true), &Seen::Value(9))
    );
    assert_eq!(repo.topics, Seen::Value(vec!["steam".to_owned()]));
    assert!(kept.bare().any(|r| matches!(r, Record::Languages { bytes, .. } if bytes["Rust"] == 5)));
    assert!(kept.bare().any(|r| matches!(r, Record::Release(release) if release.tag == "v1")));
    let found = json!([{"fullName": "ada-fixture/kettle", "name": "kettle", "stargazersCount": 4, "forksCount": 2, "isFork": true,
        "language": "Rust", "license": {"key": "mit", "name": "MIT License"}, "defaultBranch": "main", "visibility": "public", "createdAt": AT}]);
    let kept = read_json(&found);
    let [repo] = of!(kept, Repository, Repository).try_into().unwrap();
    assert_eq!(
        (&repo.stars, &repo.language, &repo.private),
        (&Seen::Value(4), &Seen::Value("Rust".into()), &Seen::Value(false))
    );
}

#[test]
fn a_pull_request_with_its_conversation() {
    let body = json!({"number": 4, "title": "Mend", "body": "Why: leak.", "state": "MERGED", "url": "https://github.com/example-labs/kettle/pull/4",
        "author": author("ada-fixture"), "mergedBy": author("bo-fixture"), "mergedAt": AT, "isDraft": false, "createdAt": AT,
        "comments": [{"id": "x", "author": {"login": "bo-fixture"}, "body": "Nice.", "createdAt": AT}],
        "reviews": [{"author": {"login": "bo-fixture"}, "body": "Sound.", "state": "APPROVED", "submittedAt": AT, "commit": {"oid": "ab"}}],
        "commits": [{"oid": "AB".repeat(20), "messageHeadline": "Mend", "messageBody": "Co-authored-by: Bo <b@x.example>",
            "authoredDate": AT, "authors": [{"login": "ada-fixture", "name": "Ada Fixture", "email": "ada@fixture.example"}]}]});
    let kept = read_json(&body);
    let [pull] = of!(kept, PullRequest, PullRequest).try_into().unwrap();
    assert_eq!(
        (pull.state, pull.author.as_ref().unwrap().login.as_str()),
        (PullState::Merged, "ada-fixture")
    );
    let said: Vec<_> = of!(kept, Comment, Comment)
        .iter()
        .map(|one| (one.kind, one.number, one.verdict.as_deref()))
        .collect();
    assert_eq!(said, [(CommentKind::Issue, Some(4), None), (CommentKind::Review, Some(4), Some("APPROVED"))]);
    let commit =
        kept.bare().find_map(|r| if let Record::Commit(one) = r { Some(one) } else { None }).unwrap();
    assert_eq!(
        (commit.sha.as_str(), common::as_written(commit).message.as_str()),
        ("ab".repeat(20).as_str(), "Mend\n\nCo-authored-by: [redacted]")
    );
    assert_eq!(commit.author.as_ref().unwrap().login, "ada-fixture");
}

#[test]
fn issues_as_gh_lists_and_finds_them() {
    let body = json!([
        {"number": 5, "title": "Leaks", "state": "CLOSED", "stateReason": "COMPLETED", "author": author("bo-fixture"), "createdAt": AT,
            "closedAt": AT, "comments": [{"author": {"login": "ada-fixture"}, "body": "Fixed.", "createdAt": AT}],
            "url": "https://github.com/example-labs/kettle/issues/5"},
        {"number": 6, "title": "Whistles", "state": "open", "isPullRequest": false, "commentsCount": 3,
            "repository": {"name": "kettle", "nameWithOwner": "example-labs/kettle"}}]);
    let kept = read_json(&body);
    assert_eq!(kept.only().shape.as_deref(), Some("gh-issue-list"));
    let issues = of!(kept, Issue, Issue);
    let told: Vec<_> = issues.iter().map(|one| (one.number, one.open, one.comments)).collect();
    assert_eq!(told, [(5, false, Some(1)), (6, true, Some(3))]);
    assert_eq!(of!(kept, Comment, Comment)[0].author.as_ref().unwrap().login, "ada-fixture");
    let unnamed =
        json!([{"number": 7, "title": "Drips", "state": "OPEN", "stateReason": "", "createdAt": AT}]);
    assert_eq!(read_json(&unnamed).only().outcome, Outcome::Skipped);
    assert_eq!(of!(read_at("repos/a-b/c/issues.json", &unnamed), Issue, Issue).len(), 1);
}

#[test]
fn any_root_of_a_response_is_read() {
    let repo = |name: &str| json!({"nameWithOwner": format!("ada-fixture/{name}"), "isFork": false});
    let pull = json!({"__typename": "PullRequest", "number": 4, "title": "Mend", "url": "https://github.com/a-b/c/pull/4", "state": "OPEN"});
    let issue =
        json!({"number": 5, "title": "Leaks", "url": "https://github.com/a-b/c/issues/5", "state": "OPEN"});
    for (data, records) in [
        (json!({"viewer": {"login": "ada-fixture", "databaseId": 7}}), 1),
        (
            json!({"me": {"login": "ada-fixture", "name": "Ada", "followers": {"nodes": [{"login": "bo-fixture"}]}}}),
            2,
        ),
        (json!({"repository": repo("kettle"), "second": repo("tank")}), 2),
        (
            json!({"repositoryOwner": {"login": "ada-fixture", "repositories": {"edges": [{"node": repo("kettle")}]}}}),
            1,
        ),
        (json!({"search": {"nodes": [pull, issue, repo("kettle"), null]}}), 3),
        (
            json!({"search": {"edges": [{"node": {"__typename": "User", "login": "bo-fixture", "databaseId": 8}}]}}),
            1,
        ),
        (
            json!({"nodes": [pull, repo("kettle"), {"__typename": "Organization", "login": "example-labs", "name": "Labs"}]}),
            3,
        ),
        (json!({"node": issue}), 1),
        (json!({"repository": {"pullRequest": pull, "issues": {"nodes": [issue]}}}), 2),
        (
            json!({"user": {"login": "ada-fixture", "starredRepositories": {"nodes": [repo("tank")]}, "gists": {"nodes": [{"name": "a1"}]}}}),
            2,
        ),
    ] {
        let kept = read_json(&json!({"data": data}));
        assert_eq!(
            (kept.only().outcome, kept.records.len()),
            (Outcome::Imported, records),
            "{data}\n{:#?}",
            kept.reports
        );
    }
}

#[test]
fn conversations_in_a_response_keep_their_place() {
    let body = json!({"data": {"user": {"login": "ada-fixture", "pullRequests": {"nodes": [{"number": 4, "title": "Mend",
        "repository": {"nameWithOwner": "example-labs/kettle"}, "author": {"login": "ada-fixture"},
        "reviewThreads": {"nodes": [{"comments": {"nodes": [{"databaseId": 9, "body": "Overflow?", "path": "src/lib.rs", "line": 3,
            "diffHunk": "@@", "author": {"login": "bo-fixture"}, "createdAt": AT}]}}]}}]},
        "issueComments": {"nodes": [{"body": "Same here.", "url": "https://github.com/example-labs/kettle/issues/5#issuecomment-1",
            "author": {"login": "ada-fixture"}}]},
        "organizations": {"nodes": [{"login": "example-labs"}]}}}});
    let kept = read_json(&body);
    let said = of!(kept, Comment, Comment);
    assert_eq!(
        (said[0].kind, said[0].line, said[0].number, said[0].id),
        (CommentKind::ReviewLine, Some(3), Some(4), Some(9))
    );
    assert_eq!((said[1].kind, said[1].number), (CommentKind::Issue, Some(5)));
    assert!(said.iter().all(|one| one.repo.as_ref().unwrap().full_name() == "example-labs/kettle"));
    assert!(kept.bare().any(|r| matches!(r, Record::Account { relation: Relation::Organization, .. })));
}

#[test]
fn commits_in_a_response_have_their_people_in_memory_only() {
    let person = |name: &str| json!({"name": name, "email": format!("{name}@fixture.example"), "user": null});
    let commit = |sha: &str| json!({"oid": sha.repeat(20), "message": "Mend", "author": person("bo"), "committer": person("cy")});
    let body = json!({"data": {"repository": {"nameWithOwner": "ada-fixture/kettle",
        "defaultBranchRef": {"target": {"history": {"nodes": [commit("ab")]}}},
        "pullRequests": {"nodes": [{"number": 4, "title": "Mend", "commits": {"nodes": [{"commit": commit("cd")}]}}]}}}});
    let kept = read_json(&body);
    let commits = of!(kept, Commit, Commit);
    let people: Vec<_> = commits
        .iter()
        .map(|one| (one.author.is_some(), one.author_identity.as_ref().unwrap().email.as_str()))
        .collect();
    assert_eq!(people, [(false, "bo@fixture.example"); 2]);
    let written = serde_json::to_string(&kept.records).unwrap();
    assert!(!written.contains("fixture.example"), "{written}");
}

#[test]
fn what_of_a_response_is_passed_by_is_said() {
    let discussion = json!({"number": 1, "title": "Steam?", "author": {"login": "bo-fixture"}});
    let kept =
        read_json(&json!({"data": {"repository": {"discussions": {"nodes": [discussion, discussion]}}}}));
    assert_eq!(kept.only().outcome, Outcome::Skipped);
    assert!(kept.reason("").contains("2 × a discussion"), "{}", kept.reason(""));
    let kept = read_json(&json!({"data": {"rateLimit": {"cost": 1}}}));
    assert!(kept.reason("").contains("nothing is that Assay keeps"), "{}", kept.reason(""));
    let kept =
        read_json(&json!({"data": {"user": null}, "errors": [{"message": "Could not resolve to a User"}]}));
    assert_eq!(kept.only().outcome, Outcome::Refused);
    assert!(kept.reason("").contains("Could not resolve"), "{}", kept.reason(""));
}
