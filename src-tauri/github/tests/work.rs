//! What bodies tell of work: commits, pull requests, conversations, files, events; by made bodies.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{Comment, CommentKind, Commit, Outcome, PullState, Record, redact};
use common::Kept;
use common::bodies::{one, pull, pull_body, read_at, read_json, short, with, without};
use serde_json::{Value, json};

fn comment(kept: &Kept) -> Comment {
    let found = kept.bare().find_map(|r| if let Record::Comment(c) = r { Some((**c).clone()) } else { None });
    found.unwrap_or_else(|| panic!("{:#?}", kept.reports))
}

#[test]
fn the_author_of_a_pull_request_is_not_who_merged_it() {
    let merged = pull(&pull_body());
    assert_eq!((merged.state, merged.author.unwrap().login.as_str()), (PullState::Merged, "ada-fixture"));
    assert_eq!(merged.repo.full_name(), "example-labs/kettle");
    assert_eq!(pull(&with(pull_body(), "merged_at", Value::Null)).state, PullState::Closed);
    assert_eq!(pull(&without(pull_body(), "merged_at")).state, PullState::ClosedUnknown);
    assert_eq!(
        pull(&with(without(pull_body(), "merged_at"), "merged", json!(false))).state,
        PullState::Closed
    );
    let open = with(with(pull_body(), "merged_at", Value::Null), "state", json!("open"));
    assert_eq!(pull(&open).state, PullState::Open);
    assert_eq!(pull(&with(pull_body(), "user", Value::Null)).author, None);
}

#[test]
fn issues_with_a_pull_request_are_pull_requests() {
    let body = json!({
        "url": "https://api.github.com/repos/example-labs/kettle/issues/5", "number": 5, "state": "closed", "labels": [],
        "title": "Leaks", "body": "It leaks.", "user": short("bo-fixture", 8), "comments": 2, "closed_at": null,
    });
    let Record::Issue(issue) = one(&read_json(&json!([body]))).clone() else { panic!() };
    assert_eq!((issue.number, issue.open, issue.comments), (5, false, Some(2)));
    // Until 2013 every issue had one, with nulls in it.
    let old = with(body.clone(), "pull_request", json!({"html_url": null, "diff_url": null}));
    assert!(matches!(one(&read_json(&json!([old]))), Record::Issue(_)));
    let part = json!({"url": "https://api.github.com/repos/example-labs/kettle/pulls/5"});
    assert_eq!(pull(&with(body.clone(), "pull_request", part.clone())).state, PullState::ClosedUnknown);
    let never = with(part.clone(), "merged_at", Value::Null);
    assert_eq!(pull(&with(body.clone(), "pull_request", never)).state, PullState::Closed);
    let merged = with(part, "merged_at", json!("2024-01-01T00:00:00Z"));
    assert_eq!(pull(&with(body, "pull_request", merged)).state, PullState::Merged);
}

#[test]
fn names_and_addresses_of_commits_stay_in_memory() {
    let body = json!([{
        "sha": "AB".repeat(20), "url": "https://api.github.com/repos/ada-fixture/kettle/commits/abab",
        "author": {}, "committer": short("ada-fixture", 7), "parents": [{}, {}],
        "commit": {"author": {"name": "Bo Fixture", "email": "bo@fixture.example", "date": "2024-05-25T10:14:34-07:00"},
            "message": "Mend\n\nWhy: leak.\n\nCo-authored-by: Bo Fixture <bo@fixture.example>\nSigned-off-by: Bo Fixture <bo@fixture.example>"},
        "files": [{"filename": "src/lib.rs"}],
    }]);
    let kept = read_json(&body);
    let Record::Commit(commit) = one(&kept) else { panic!() };
    assert_eq!(commit.sha, "ab".repeat(20));
    assert_eq!((commit.author.as_ref(), commit.parents), (None, Some(2)));
    let author = commit.author_identity.as_ref().unwrap();
    assert_eq!((author.name.as_str(), author.email.as_str()), ("Bo Fixture", "bo@fixture.example"));
    let message = redact::message(&commit.message, &[]);
    assert_eq!(message, "Mend\n\nWhy: leak.\n\nCo-authored-by: [redacted]\nSigned-off-by: [redacted]");
    assert_eq!(commit.authored_at.unwrap().to_rfc3339(), "2024-05-25T17:14:34+00:00");
    assert_eq!(commit.files.as_deref(), Some(&["src/lib.rs".to_owned()][..]));
    let whole = serde_json::to_string(&Commit { message, ..*commit.clone() }).unwrap();
    assert!(!whole.contains("Bo Fixture") && !whole.contains("fixture.example"), "{whole}");
    let bo = commit.author_identity.as_ref().unwrap();
    assert_eq!((bo.name.as_str(), bo.email.as_str()), ("Bo Fixture", "bo@fixture.example"), "in memory only");
    assert_eq!(commit.committer_identity, None);
}

#[test]
fn pushed_commits_have_their_authors_in_memory_only() {
    let commit = json!({"sha": "ab".repeat(20), "message": "Mend", "author": {"name": "Bo Fixture", "email": "bo@fixture.example"}});
    let kept = read_json(&json!({
        "id": "1", "type": "PushEvent", "actor": short("ada-fixture", 7), "payload": {"commits": [commit]},
        "repo": {"id": 1, "name": "ada-fixture/kettle", "url": "https://api.github.com/repos/ada-fixture/kettle"},
        "created_at": "2024-01-01T00:00:00Z",
    }));
    let pushed =
        kept.bare().find_map(|r| if let Record::Commit(commit) = r { Some(commit) } else { None }).unwrap();
    assert_eq!(pushed.author_identity.as_ref().unwrap().email, "bo@fixture.example");
    let written = serde_json::to_string(&kept.records).unwrap();
    assert!(!written.contains("Bo Fixture") && !written.contains("fixture.example"), "{written}");
}

#[test]
fn conversations_are_told_apart() {
    let base = json!({"id": 1, "user": short("ada-fixture", 7), "body": "Could this overflow?", "created_at": "2024-01-01T00:00:00Z"});
    let at_line = with(
        with(with(base.clone(), "path", json!("src/lib.rs")), "diff_hunk", json!("@@ -1 +1 @@")),
        "pull_request_url",
        json!("https://api.github.com/repos/example-labs/kettle/pulls/4"),
    );
    let found = comment(&read_json(&json!([with(at_line, "original_line", json!(9))])));
    assert_eq!((found.kind, found.number, found.line), (CommentKind::ReviewLine, Some(4), Some(9)));
    assert_eq!(found.repo.unwrap().full_name(), "example-labs/kettle");
    let review = with(
        with(base.clone(), "state", json!("APPROVED")),
        "html_url",
        json!("https://github.com/example-labs/kettle/pull/4#r"),
    );
    let found = comment(&read_json(&with(review, "submitted_at", json!("2024-01-01T00:00:00Z"))));
    assert_eq!(
        (found.kind, found.verdict.as_deref(), found.number),
        (CommentKind::Review, Some("APPROVED"), Some(4))
    );
    let issue =
        with(base.clone(), "issue_url", json!("https://api.github.com/repos/example-labs/kettle/issues/5"));
    let found = comment(&read_json(&issue));
    assert_eq!((found.kind, found.number, found.verdict), (CommentKind::Issue, Some(5), None));
    let commit = with(
        with(base, "commit_id", json!("ab")),
        "html_url",
        json!("https://github.com/example-labs/kettle/commit/ab"),
    );
    assert_eq!(comment(&read_json(&commit)).kind, CommentKind::Commit);
}

#[test]
fn a_readme_is_decoded_and_other_files_are_names() {
    let body = |path: &str, content: &str| json!({"type": "file", "path": path, "name": path, "sha": "ab", "encoding": "base64", "content": content});
    let found = |kept: &Kept| {
        if let Record::Readme { repo, text, .. } = one(kept) {
            (repo.clone(), text.clone())
        } else {
            panic!()
        }
    };
    let (repo, text) =
        found(&read_at("repos/ada-fixture/kettle/x.json", &body("docs/ReadMe.rst", "IyBL\nZXR0\nbGU")));
    assert_eq!((repo.unwrap().full_name().as_str(), text.as_str()), ("ada-fixture/kettle", "# Kettle"));
    assert_eq!(found(&read_json(&body("README", "//4jAA=="))), (None, "#".to_owned()));
    assert_eq!(read_json(&body("README.md", "!!")).only().outcome, Outcome::Refused);
    let Record::Tree { paths, partial, .. } = one(&read_json(&body("src/lib.rs", "IyBL"))).clone() else {
        panic!()
    };
    assert_eq!((paths, partial), (vec!["src/lib.rs".to_owned()], true));
}

#[test]
fn trees_name_files_and_unlisted_folders() {
    let item = |path: &str, kind: &str| json!({"path": path, "type": kind, "sha": "ab"});
    let tree = |items: Value| {
        let kept = read_json(
            &json!({"sha": "ab", "url": "https://api.github.com/repos/a-b/c/git/trees/ab", "tree": items, "truncated": false}),
        );
        let Record::Tree { paths, partial, .. } = one(&kept).clone() else { panic!() };
        (paths.join(" "), partial)
    };
    assert_eq!(
        tree(json!([item("tests", "tree"), item("tests/a.rs", "blob"), item("x", "blob")])),
        ("tests/a.rs x".into(), false)
    );
    assert_eq!(tree(json!([item("tests", "tree"), item("x", "blob")])), ("x tests/".into(), true));
}

#[test]
fn languages_are_told_from_other_tables_of_numbers() {
    assert!(matches!(
        one(&read_json(&json!({"Rust": 5, "Brainfixture": 2}))),
        Record::Languages { repo: None, .. }
    ));
    let kept = read_json(&json!({"total": 5, "open": 2}));
    assert_eq!(kept.only().outcome, Outcome::Skipped);
    assert!(kept.reason("").contains("no shape that Assay knows"), "{}", kept.reason(""));
}

/// An event of a made feed.
fn event(kind: &str, actor: &str, payload: &Value) -> Value {
    json!({"id": "1", "type": kind, "actor": {"login": actor, "id": actor.len()}, "payload": payload, "public": true,
        "repo": {"id": 1, "name": "example-labs/kettle", "url": "https://api.github.com/repos/example-labs/kettle"},
        "created_at": "2024-01-01T00:00:00Z"})
}

#[test]
fn events_give_what_they_carry_and_the_actor_is_not_the_author() {
    let closed =
        event("PullRequestEvent", "bo-fixture", &json!({"action": "closed", "pull_request": pull_body()}));
    let push = event(
        "PushEvent",
        "bo-fixture",
        &json!({"commits": [{"sha": "ab".repeat(20), "message": "Mend",
        "author": {"name": "Ada Fixture", "email": "ada@fixture.example"}}]}),
    );
    let stub = json!({"id": 1, "number": 4, "url": "u", "head": {}, "base": {}});
    let newest = event("PullRequestEvent", "bo-fixture", &json!({"action": "merged", "pull_request": stub}));
    let said = event(
        "IssueCommentEvent",
        "ada-fixture",
        &json!({"action": "created", "issue": {"number": 5},
        "comment": {"id": 2, "body": "Fixed.", "user": short("ada-fixture", 7)}}),
    );
    let kept = read_json(&json!([closed, push, newest, said]));
    let actions: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::Event(e) = r { Some(e.action.as_deref()) } else { None })
        .collect();
    assert_eq!(actions, [Some("closed"), None, Some("merged"), Some("created")]);
    let pulls: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::PullRequest(pull) = r { Some(pull) } else { None })
        .collect();
    let [pull] = pulls.as_slice() else { panic!("a stub tells nothing: {pulls:#?}") };
    assert_eq!(pull.author.as_ref().unwrap().login, "ada-fixture");
    assert!(kept.bare().any(|r| matches!(r, Record::Commit(commit) if commit.author.is_none())));
    let comment = comment(&kept);
    assert_eq!((comment.kind, comment.number), (CommentKind::Issue, Some(5)));
    assert_eq!(comment.repo.unwrap().full_name(), "example-labs/kettle");
}

#[test]
fn a_partial_graphql_answer_gives_what_is_there() {
    let data = json!({"user": {"login": "ada-fixture", "databaseId": 7, "bio": null, "isHireable": false,
        "pinnedItems": {"nodes": [{"nameWithOwner": "ada-fixture/kettle"}]},
        "repositories": {"nodes": [{"nameWithOwner": "ada-fixture/kettle", "isFork": false, "readme": null}, null,
            {"nameWithOwner": "ada-fixture/tank"}]}}});
    let kept = read_json(&json!({"data": data, "errors": [{"message": "Something timed out"}]}));
    assert_eq!(kept.only().outcome, Outcome::Imported);
    assert!(kept.reason("").contains("Something timed out"), "{}", kept.reason(""));
    let pinned: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::Repository(repo) = r { repo.pinned.value() } else { None })
        .collect();
    assert_eq!(pinned, [&true, &false]);
    assert!(kept.bare().any(
        |r| matches!(r, Record::Nothing { of, repo: Some(repo) } if of == "readme" && repo.name == "kettle")
    ));
    let nothing = read_json(&json!({"data": null, "errors": [{"message": "Bad query"}]}));
    assert_eq!(nothing.only().outcome, Outcome::Refused);
}

#[test]
fn key_names_of_gh_are_read() {
    let pulls = json!([{"number": 4, "title": "Mend", "state": "MERGED", "isDraft": false, "mergedAt": "2024-01-02T00:00:00Z",
        "author": {"id": "MDQ", "is_bot": false, "login": "ada-fixture"}, "url": "https://github.com/example-labs/kettle/pull/4"}]);
    let kept = read_json(&pulls);
    let Record::PullRequest(pull) = one(&kept) else { panic!() };
    assert_eq!((pull.state, pull.author.as_ref().unwrap().id), (PullState::Merged, None));
    assert_eq!(pull.repo.full_name(), "example-labs/kettle");
    let unnamed = without(pulls[0].clone(), "url");
    assert_eq!(read_json(&json!([unnamed])).only().outcome, Outcome::Skipped);
}
