//! Every body of the interface that can be captured has its shape, and gives what it holds.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{AccountKind, Outcome, Record, Seen};
use common::bodies::{one, pull_body, read_at, read_json, short, with};
use common::{read_bytes, repo};
use serde_json::{Value, json};

const AT: &str = "2024-01-01T00:00:00Z";

fn kettle() -> Value {
    serde_json::from_str(&repo("ada-fixture", 7, "kettle")).unwrap()
}

fn search(items: &Value) -> Value {
    json!({"total_count": 1, "incomplete_results": false, "items": items})
}

fn commit() -> Value {
    json!({"sha": "ab".repeat(20), "commit": {"message": "Mend", "author": {"name": "A", "date": AT}}, "parents": [],
        "author": short("ada-fixture", 7), "url": "https://api.github.com/repos/ada-fixture/kettle/commits/ab"})
}

fn issue() -> Value {
    json!({"number": 5, "title": "Leaks", "state": "open", "labels": [], "user": short("bo-fixture", 8),
        "repository_url": "https://api.github.com/repos/ada-fixture/kettle"})
}

fn comment(key: &str, url: &str) -> Value {
    json!({"id": 1, "user": short("bo-fixture", 8), "body": "Said.", "created_at": AT, key: url})
}

/// Names, bodies, the shape, and how many records each gives.
fn bodies() -> Vec<(&'static str, Value, &'static str, u64)> {
    let person = |key: &str, value: Value| {
        with(json!({"login": "ada-fixture", "id": 7, "type": "User", "public_repos": 1}), key, value)
    };
    let at = "https://api.github.com/repos/ada-fixture/kettle";
    let file =
        json!({"name": "lib.rs", "path": "src/lib.rs", "sha": "ab", "type": "file", "download_url": null});
    let found = json!({"name": "lib.rs", "path": "src/lib.rs", "sha": "ab", "url": "u", "git_url": "u", "score": 1.0,
        "repository": {"full_name": "ada-fixture/kettle", "url": at}});
    let line = with(
        with(comment("pull_request_url", &format!("{at}/pulls/4")), "path", json!("a")),
        "diff_hunk",
        json!("@@"),
    );
    let review = with(comment("pull_request_url", &format!("{at}/pulls/4")), "state", json!("APPROVED"));
    let event = json!({"id": "1", "type": "WatchEvent", "actor": short("ada-fixture", 7), "payload": {}, "repo": {"name": "a-b/c"}});
    let tree = json!({"sha": "ab", "url": format!("{at}/git/trees/ab"), "tree": [{"path": "a", "type": "blob"}], "truncated": false});
    let gist = json!({"id": "a1", "files": {"a.md": {}}, "public": true, "owner": short("ada-fixture", 7), "created_at": AT});
    let topic = json!({"name": "rust", "display_name": "Rust", "short_description": "", "created_by": "x", "featured": true, "curated": true, "score": 1.0});
    let label = json!({"id": 1, "name": "bug", "color": "d73a4a", "default": true, "description": null, "score": 1.0});
    vec![
        ("a profile", person("bio", Value::Null), "rest-user", 1),
        ("one's own, with private counts", person("total_private_repos", json!(4)), "rest-user", 1),
        ("an organisation", person("type", json!("Organization")), "rest-user", 1),
        ("a suspended user", person("suspended_at", json!(AT)), "rest-user", 1),
        ("repositories", json!([kettle(), kettle()]), "rest-repository", 2),
        ("events", json!([event]), "rest-event", 1),
        ("gists", json!([gist]), "rest-gist", 1),
        (
            "organisations",
            json!([{"login": "example-labs", "id": 3, "url": "https://api.github.com/orgs/example-labs"}]),
            "rest-account",
            1,
        ),
        ("stars with their time", json!([{"starred_at": AT, "repo": kettle()}]), "rest-starred", 1),
        ("who starred", json!([{"starred_at": AT, "user": short("bo-fixture", 8)}]), "rest-starred", 1),
        ("followers", json!([short("bo-fixture", 8)]), "rest-account", 1),
        ("pull requests", json!([pull_body()]), "rest-pull-request", 1),
        ("issues", json!([issue()]), "rest-issue", 1),
        ("reviews", json!([review]), "rest-review", 1),
        ("review comments", json!([line]), "rest-review-comment", 1),
        ("issue comments", json!([comment("issue_url", &format!("{at}/issues/5"))]), "rest-comment", 1),
        ("commit comments", json!([comment("commit_id", "ab")]), "rest-comment", 1),
        ("commits", json!([commit()]), "rest-commit", 1),
        (
            "a git commit",
            json!({"sha": "ab".repeat(20), "message": "Mend", "tree": {}, "author": {"date": AT}}),
            "rest-commit",
            1,
        ),
        ("a folder", json!([file]), "rest-contents", 1),
        (
            "a folder as an object",
            json!({"name": "src", "path": "src", "sha": "ab", "type": "dir", "entries": [file, file]}),
            "rest-contents",
            1,
        ),
        (
            "a README",
            json!({"name": "README.md", "path": "README.md", "sha": "ab", "encoding": "base64", "content": "IyBL"}),
            "rest-file",
            1,
        ),
        ("languages", json!({"Rust": 5, "Shell": 1}), "rest-languages", 1),
        ("a tree", tree, "rest-tree", 1),
        (
            "releases",
            json!([{"tag_name": "v1", "name": null, "body": "", "draft": false, "url": format!("{at}/releases/1")}]),
            "rest-release",
            1,
        ),
        (
            "contributors",
            json!([with(short("bo-fixture", 8), "contributions", json!(3))]),
            "rest-contributor",
            1,
        ),
        (
            "users found",
            search(&json!([with(short("bo-fixture", 8), "score", json!(1.0))])),
            "rest-search",
            1,
        ),
        ("repositories found", search(&json!([kettle()])), "rest-search", 1),
        ("code found", search(&json!([found])), "rest-search", 1),
        ("commits found", search(&json!([commit()])), "rest-search", 1),
        ("issues found", search(&json!([issue()])), "rest-search", 1),
        ("topics found", search(&json!([topic])), "rest-search", 0),
        ("labels found", search(&json!([label])), "rest-search", 0),
    ]
}

#[test]
fn every_body_of_the_interface_has_its_shape() {
    for (name, body, shape, records) in bodies() {
        let kept = read_json(&body);
        assert_eq!(
            (kept.only().shape.as_deref(), kept.only().records),
            (Some(shape), records),
            "{name}: {:#?}",
            kept.reports
        );
        let outcome = if records > 0 { Outcome::Imported } else { Outcome::Skipped };
        assert_eq!(kept.only().outcome, outcome, "{name}: {:#?}", kept.reports);
    }
    for (name, says) in [("topics found", "a topic"), ("labels found", "a label")] {
        let body = bodies().into_iter().find(|one| one.0 == name).unwrap().1;
        assert!(read_json(&body).reason("").contains(says));
    }
}

#[test]
fn all_bodies_in_one_folder_under_odd_names_are_read() {
    let folder = tempfile::tempdir().unwrap();
    for (at, (_, body, _, _)) in bodies().into_iter().enumerate() {
        let path = folder.path().join(format!("deep/{at}/er/b\u{f6}dy {at}.txt"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, body.to_string()).unwrap();
    }
    let kept = common::read(folder.path());
    assert_eq!(kept.outcomes(Outcome::Refused), 0, "{:#?}", kept.reports);
    assert_eq!(kept.outcomes(Outcome::Imported), bodies().iter().filter(|one| one.3 > 0).count());
}

#[test]
fn the_nineteen_keys_of_2012_are_a_profile() {
    let body = json!({"login": "ada-fixture", "id": 7, "avatar_url": "", "gravatar_id": "", "url": "https://api.github.com/users/ada-fixture",
        "name": "Ada Fixture", "company": "", "blog": "", "location": "Leeds", "email": "", "hireable": false, "bio": "",
        "public_repos": 3, "public_gists": 0, "followers": 2, "following": 1, "html_url": "https://github.com/ada-fixture",
        "created_at": "2010-07-09T06:10:06Z", "type": "User"});
    assert_eq!(body.as_object().unwrap().len(), 19);
    let kept = read_json(&body);
    let Record::Subject(profile) = one(&kept) else { panic!() };
    assert_eq!(
        (&profile.updated_at, &profile.hireable, profile.kind),
        (&Seen::Absent, &Seen::Value(false), AccountKind::User)
    );
}

#[test]
fn saved_errors_are_told_apart() {
    let error = |message: &str, status: &str| json!({"message": message, "documentation_url": "https://docs.github.com", "status": status});
    for (body, says) in [
        (error("Not Found", "404"), "not found"),
        (error("Bad credentials", "401"), "not signed in"),
        (error("Requires authentication", "401"), "not signed in"),
        (error("API rate limit exceeded for 203.0.113.7.", "403"), "rate limit"),
        (error("You have exceeded a secondary rate limit.", "403"), "secondary rate limit"),
        (error("You have triggered an abuse detection mechanism.", "403"), "secondary rate limit"),
        (error("Resource not accessible by personal access token", "403"), "not allowed"),
        (error("Server Error", "502"), "the server failed"),
        (error("Something new", "503"), "the server failed"),
        (error("Git Repository is empty.", "409"), "an empty repository"),
        (
            json!({"message": "Repository access blocked", "block": {"reason": "dmca", "created_at": AT}}),
            "legal reasons",
        ),
        (error("Sorry.", "451"), "legal reasons"),
    ] {
        let kept = read_at("users/ada-fixture/repos.json", &body);
        assert_eq!(
            (kept.only().outcome, kept.only().shape.as_deref()),
            (Outcome::Refused, Some("api-error"))
        );
        assert!(kept.records.is_empty() && kept.reason("").contains(says), "{says}: {}", kept.reason(""));
    }
    for (text, says) in [
        ("404: Not Found", "error message"),
        ("gh: Not Found (HTTP 404)\n", "error message"),
        ("HTTP/2.0 200 OK\r\nContent-Type: application/json\r\n\r\n[]", "headers"),
    ] {
        let kept = read_bytes(text.as_bytes());
        assert_eq!(kept.only().outcome, Outcome::Refused, "{text}");
        assert!(kept.reason("").contains(says), "{}", kept.reason(""));
    }
}
