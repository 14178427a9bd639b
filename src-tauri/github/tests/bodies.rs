//! What bodies tell of people, what is refused, and what is passed by; by made bodies of invented people.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::ops::ControlFlow;

use assay_domain::import::{AccountKind, EntryReport, Outcome, Profile, Record, RecordSink, Relation, Seen};
use assay_github::{Options, open, shapes};
use chrono::{DateTime, Utc};
use common::bodies::{one, pull, pull_body, read_at, read_json, short, with};
use common::{read_bytes, repo, user};
use serde_json::{Value, json};

fn subject(value: &Value) -> Profile {
    let kept = read_json(value);
    let Record::Subject(profile) = one(&kept) else { panic!("{kept:#?}", kept = kept.records) };
    assert_eq!(kept.only().accounts, std::slice::from_ref(&profile.account));
    (**profile).clone()
}

#[test]
fn profiles_of_every_age_and_kind() {
    let old = subject(
        &json!({"login": "ada-fixture", "id": 7, "type": "User", "public_repos": 0, "bio": "", "blog": null}),
    );
    assert_eq!((old.public_repos, old.bio, old.blog), (Seen::Value(0), Seen::Empty, Seen::Empty));
    assert_eq!((old.updated_at, old.suspended, old.name), (Seen::Absent, Seen::Absent, Seen::Absent));
    let now = subject(
        &json!({"login": "ada-fixture", "id": 7, "public_repos": 1, "suspended_at": null, "type": "User"}),
    );
    assert_eq!(now.suspended, Seen::Value(false));
    let gone =
        subject(&json!({"login": "x", "id": 7, "public_repos": 1, "suspended_at": "2024-01-01T00:00:00Z"}));
    assert_eq!((gone.suspended, gone.kind), (Seen::Value(true), AccountKind::Unknown));
    for (kind, want) in [
        ("Organization", AccountKind::Organization),
        ("Bot", AccountKind::Bot),
        ("Mannequin", AccountKind::Mannequin),
        ("User", AccountKind::User),
    ] {
        let body = json!({"login": "ada-fixture", "id": 7, "type": kind, "public_repos": 1});
        assert_eq!(subject(&body).kind, want);
    }
    assert_eq!(
        subject(&json!({"login": "helper[bot]", "id": 9, "type": "User", "public_repos": 0})).kind,
        AccountKind::Bot
    );
}

#[test]
fn an_enterprise_account_is_on_another_host() {
    let body = json!({"login": "ada-fixture", "id": 7, "public_repos": 1,
        "url": "https://git.example.test/api/v3/users/ada-fixture"});
    assert_eq!(subject(&body).account.host, "git.example.test");
    let body =
        with(pull_body(), "url", json!("https://git.example.test/api/v3/repos/example-labs/kettle/pulls/4"));
    let pull = pull(&with(body, "base", json!({"ref": "main"})));
    assert_eq!(
        (pull.repo.host.as_str(), pull.repo.full_name().as_str()),
        ("git.example.test", "example-labs/kettle")
    );
}

#[test]
fn users_in_lists_are_accounts_and_not_subjects() {
    let list = json!([short("ada-fixture", 7), short("bo-fixture", 8)]);
    for (path, relation) in [
        ("x.json", Relation::Listed),
        ("followers_2.json", Relation::Follower),
        ("following.json", Relation::Following),
    ] {
        let kept = read_at(path, &list);
        assert!(
            kept.bare().all(|r| matches!(r, Record::Account { relation: is, .. } if *is == relation)),
            "{path}"
        );
        assert_eq!((kept.records.len(), kept.only().accounts.len()), (2, 0));
    }
    let orgs = read_json(
        &json!([{"login": "example-labs", "id": 3, "url": "https://api.github.com/orgs/example-labs"}]),
    );
    let Record::Account { account, relation, .. } = one(&orgs) else { panic!() };
    assert_eq!((account.kind, *relation), (AccountKind::Organization, Relation::Organization));
}

#[test]
fn an_empty_list_is_a_known_zero_only_where_something_tells_of_what() {
    let kept = read_at("repos/ada-fixture/kettle/releases.json", &json!([]));
    let Record::Nothing { of, repo } = one(&kept) else { panic!() };
    assert_eq!(
        (of.as_str(), repo.as_ref().unwrap().full_name().as_str()),
        ("releases", "ada-fixture/kettle")
    );
    let kept = read_at("gists.json", &json!([]));
    assert!(matches!(one(&kept), Record::Nothing { of, repo: None } if of == "gists"));
    let kept = read_at("releases.json", &json!([]));
    assert_eq!((kept.records.len(), kept.only().outcome), (0, Outcome::Skipped), "of which repository?");
    let kept = read_at("body", &json!([]));
    assert_eq!((kept.records.len(), kept.only().outcome), (0, Outcome::Skipped));
}

#[test]
fn a_search_without_hits_is_a_known_zero_only_of_pull_requests_to_others() {
    let none = json!({"total_count": 0, "incomplete_results": false, "items": []});
    let kept = read_at("ada/pulls-elsewhere/page-1.json", &none);
    let zero =
        |r: &Record| matches!(r, Record::Nothing { of, repo: None } if of == "pull-requests-to-others");
    assert!(zero(one(&kept)), "{:?}", kept.records);
    let cut = json!({"total_count": 0, "incomplete_results": true, "items": []});
    let later = json!({"total_count": 120, "incomplete_results": false, "items": []});
    for (path, body) in [
        ("ada/pulls-elsewhere/page-1.json", &cut),
        ("ada/pulls-elsewhere/page-3.json", &later),
        ("ada/pulls-reviewed/page-1.json", &none),
        ("search.json", &none),
    ] {
        let kept = read_at(path, body);
        assert_eq!((kept.records.len(), kept.only().outcome), (0, Outcome::Skipped), "{path}");
    }
}

#[test]
fn the_list_of_a_capture_says_when_it_was_taken() {
    let folder = tempfile::tempdir().unwrap();
    let list = json!({"assay_capture": 1, "taken_at": "2025-06-01T08:00:00Z", "answers": []});
    std::fs::write(folder.path().join("capture.json"), list.to_string()).unwrap();
    let mut taken = Taken(None);
    assert!(open(folder.path(), &Options::default()).unwrap().read(&mut taken).is_continue());
    assert_eq!(taken.0, Some("2025-06-01T08:00:00Z".parse().unwrap()));
}

/// Keeps when the input says that it was taken.
struct Taken(Option<DateTime<Utc>>);

impl RecordSink for Taken {
    fn record(&mut self, path: &str, record: Record) -> ControlFlow<()> {
        panic!("{path}: {record:?}")
    }

    fn entry(&mut self, _: EntryReport) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn taken(&mut self, at: DateTime<Utc>) {
        self.0 = Some(at);
    }

    fn progress(&mut self, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

#[test]
fn error_answers_and_pages_are_refused_by_name() {
    let message = |text: &str| {
        read_json(&json!({"message": text, "documentation_url": "https://docs.github.com", "status": "403"}))
    };
    for (text, name) in [
        ("Not Found", "not found"),
        ("API rate limit exceeded for user ID 7.", "rate limit"),
        ("You have exceeded a secondary rate limit.", "secondary rate limit"),
        ("Bad credentials", "not signed in"),
        ("Something broke", "error"),
    ] {
        let kept = message(text);
        assert_eq!(
            (kept.only().outcome, kept.only().shape.as_deref()),
            (Outcome::Refused, Some("api-error"))
        );
        assert!(kept.reason("").contains(name) && kept.reason("").contains(text), "{}", kept.reason(""));
    }
    let page = read_bytes(b"\n<!DOCTYPE html><html>Sign in</html>");
    assert_eq!((page.only().outcome, page.only().shape.as_deref()), (Outcome::Refused, Some("web-page")));
}

#[test]
fn people_of_other_hosts_are_refused_by_name() {
    let gitlab = json!({"id": 7, "username": "ada-fixture", "name": "Ada Fixture", "state": "active", "web_url": "https://gitlab.com/ada-fixture"});
    let gitea = json!({"id": 7, "login": "ada-fixture", "login_name": "", "full_name": "Ada Fixture", "is_admin": false, "followers_count": 1});
    let bitbucket = json!({"nickname": "ada-fixture", "account_id": "7", "links": {}, "type": "user"});
    let forgejo =
        json!({"id": 7, "login": "ada-fixture", "url": "https://code.example.test/api/v1/users/ada-fixture"});
    let all = [(gitlab, "GitLab"), (gitea, "Gitea"), (forgejo, "Forgejo"), (bitbucket, "Bitbucket")];
    for (body, name) in all {
        for body in [body.clone(), json!([body])] {
            let kept = read_json(&body);
            assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
            assert!(kept.reason("").contains(name), "{}", kept.reason(""));
        }
    }
}

#[test]
fn what_is_not_understood_is_named_and_does_not_lose_the_rest() {
    let kettle: Value = serde_json::from_str(&repo("ada-fixture", 7, "kettle")).unwrap();
    let kept = read_json(
        &json!([kettle, {"odd": 1}, 5, {"name": "v1", "zipball_url": "", "tarball_url": "", "commit": {}}]),
    );
    assert_eq!((kept.only().outcome, kept.only().records), (Outcome::Imported, 1));
    for part in ["odd", "not an object", "a tag"] {
        assert!(kept.reason("").contains(part), "{}", kept.reason(""));
    }
    let duplicate = user("ada-fixture", 7).replace(r#""bio":null"#, r#""bio":null,"bio":"twice""#);
    assert_eq!(read_bytes(duplicate.as_bytes()).records.len(), 1);
    for text in ["{\"login\": \"a\", }", "[1,]", "[,1]", "{\"a\" 1}", "{}}", "[] x", "[1 2]"] {
        assert_eq!(read_bytes(text.as_bytes()).only().outcome, Outcome::Refused, "{text}");
    }
}

#[test]
fn the_published_list_is_whole() {
    let shapes = shapes();
    let ids: std::collections::BTreeSet<&str> = shapes.iter().map(|shape| shape.id).collect();
    assert_eq!(ids.len(), shapes.len(), "no id twice");
    for shape in shapes {
        assert!(!shape.recognised_by.is_empty() && !shape.tells.is_empty() && !shape.cannot_tell.is_empty());
        assert!(shape.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", shape.id);
    }
}

/// The committed page says what the program says. With `ASSAY_WRITE_SHAPES` set it is written.
#[test]
fn the_published_page_is_up_to_date() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("SHAPES.md");
    let page = assay_github::shapes_page();
    if std::env::var_os("ASSAY_WRITE_SHAPES").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "stale: run `ASSAY_WRITE_SHAPES=1 cargo test -p assay-github published_page`");
}
