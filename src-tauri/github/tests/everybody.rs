//! Archives of everybody's events (GH Archive) of all three ages: read for chosen accounts, and nothing of others.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::ops::ControlFlow;

use assay_domain::import::{AccountKind, Event, Outcome, Profile, PullRequest, PullState, Record, Seen};
use assay_github::{Options, open};
use common::bodies::{pull_body, short, with};
use common::{Kept, choosing, gzip, read_as};
use serde_json::{Value, json};

/// An event of 2015 to today.
fn event(kind: &str, actor: (&str, u64), repo: &str, payload: &Value) -> Value {
    let id = format!("{kind}{}{repo}{}", actor.1, payload.to_string().len());
    json!({"id": id, "type": kind, "actor": {"id": actor.1, "login": actor.0, "gravatar_id": "",
        "url": format!("https://api.github.com/users/{}", actor.0)}, "payload": payload, "public": true,
        "repo": {"id": 1, "name": repo, "url": format!("https://api.github.com/repos/{repo}")},
        "created_at": "2024-01-01T00:00:00Z"})
}

/// An event of before 2015.
fn old(kind: &str, actor: &str, payload: &Value) -> Value {
    json!({"type": kind, "actor": actor, "payload": payload, "public": true, "created_at": "2012/03/10 22:46:25 -0800",
        "actor_attributes": {"login": actor, "type": "User", "name": "Ada Fixture", "location": "Leeds", "email": ""},
        "repository": {"id": 1, "owner": "example-labs", "name": "kettle", "url": "https://github.com/example-labs/kettle"},
        "url": "https://github.com/example-labs/kettle/pull/4"})
}

const ADA: (&str, u64) = ("ada-fixture", 7);
const BO: (&str, u64) = ("bo-fixture", 8);

/// An hour in which Ada and Bo worked.
fn hour() -> Vec<Value> {
    let commit = json!({"sha": "ab".repeat(20), "message": "Mend", "author": {"name": "A", "email": "a@fixture.example"}});
    let theirs = with(with(pull_body(), "user", short("bo-fixture", 8)), "number", json!(5));
    vec![
        event("WatchEvent", BO, "cy-fixture/tank", &json!({"action": "started"})),
        event("PushEvent", ADA, "ada-fixture/kettle", &json!({"commits": [commit]})),
        // Ada's pull request, merged by Bo; and Bo's, merged by Ada.
        event(
            "PullRequestEvent",
            BO,
            "example-labs/kettle",
            &json!({"action": "closed", "pull_request": pull_body()}),
        ),
        event(
            "PullRequestEvent",
            ADA,
            "example-labs/kettle",
            &json!({"action": "closed", "pull_request": theirs}),
        ),
        event(
            "IssueCommentEvent",
            BO,
            "example-labs/kettle",
            &json!({"action": "created", "issue": {"number": 5},
            "comment": {"id": 2, "body": "Bo said.", "user": short("bo-fixture", 8)}}),
        ),
        event(
            "IssueCommentEvent",
            ADA,
            "example-labs/kettle",
            &json!({"action": "created", "issue": {"number": 5},
            "comment": {"id": 3, "body": "Ada said.", "user": short("ada-fixture", 7)}}),
        ),
    ]
}

fn lines(events: &[Value]) -> Vec<u8> {
    events.iter().map(|event| format!("{event}\n")).collect::<String>().into_bytes()
}

fn read_bytes(bytes: &[u8], options: &Options) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2024-01-01-0");
    std::fs::write(&path, bytes).unwrap();
    read_as(&path, options)
}

fn read(events: &[Value], accounts: &[&str]) -> Kept {
    read_bytes(&lines(events), &choosing(accounts))
}

fn events(kept: &Kept) -> Vec<&Event> {
    kept.bare().filter_map(|r| if let Record::Event(event) = r { Some(&**event) } else { None }).collect()
}

fn subjects(kept: &Kept) -> Vec<&Profile> {
    kept.bare().filter_map(|r| if let Record::Subject(one) = r { Some(&**one) } else { None }).collect()
}

fn pulls(kept: &Kept) -> Vec<&PullRequest> {
    kept.bare().filter_map(|r| if let Record::PullRequest(one) = r { Some(&**one) } else { None }).collect()
}

#[test]
fn without_a_choice_an_hour_is_refused_by_name_with_the_remedy() {
    let list = Value::from(vec![hour(); 60].concat()).to_string().into_bytes();
    for bytes in [lines(&hour()), gzip(&lines(&hour())), list] {
        let kept = read_bytes(&bytes, &Options::default());
        assert_eq!(
            (kept.only().outcome, kept.only().shape.as_deref()),
            (Outcome::Refused, Some("gh-archive"))
        );
        assert!(kept.records.is_empty(), "{:#?}", kept.records);
        assert!(
            kept.reason("").contains("GH Archive") && kept.reason("").contains("--account"),
            "{}",
            kept.reason("")
        );
    }
}

#[test]
fn only_what_the_chosen_account_did_and_wrote_comes_in() {
    let kept = read(&hour(), &["Ada-Fixture"]);
    assert_eq!((kept.only().outcome, kept.only().shape.as_deref()), (Outcome::Imported, Some("gh-archive")));
    let kinds: Vec<&str> = events(&kept).iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["PushEvent", "PullRequestEvent", "IssueCommentEvent"]);
    let [ada] = subjects(&kept).try_into().unwrap();
    assert_eq!((ada.account.id, ada.kind, &ada.name), (Some(7), AccountKind::User, &Seen::Absent));
    assert!(matches!(kept.records[0].1, Record::Subject(_)), "introduced before the first record");
    assert_eq!(kept.only().accounts[0].login, "ada-fixture");
    // Merged by Bo, and still Ada's; merged by Ada, and still Bo's.
    let [pull] = pulls(&kept).try_into().unwrap();
    assert_eq!((pull.number, pull.state, pull.author.as_ref().unwrap().id), (4, PullState::Merged, Some(7)));
    assert!(kept.bare().any(|r| matches!(r, Record::Commit(commit) if commit.author.is_none())));
    let whole = format!("{:?}", kept.records);
    assert!(
        whole.contains("Ada said.") && !whole.contains("Bo said.") && !whole.contains("bo-fixture"),
        "{whole}"
    );
    assert!(
        kept.reason("").contains("6 events in all, 3 of them by the accounts chosen"),
        "{}",
        kept.reason("")
    );
}

#[test]
fn members_frames_and_plain_lines_are_read_to_their_end() {
    let (first, second) = (lines(&hour()[..2]), lines(&hour()[2..]));
    let frame = |bytes: &[u8]| zstd::encode_all(bytes, 3).unwrap();
    let whole = read(&hour(), &["ada-fixture"]).records.len();
    for bytes in [[gzip(&first), gzip(&second)].concat(), [frame(&first), frame(&second)].concat()] {
        assert_eq!(read_bytes(&bytes, &choosing(&["ada-fixture"])).records.len(), whole);
    }
}

#[test]
fn an_account_is_chosen_by_its_number_too_and_several_at_once() {
    let (by_id, by_login) = (read(&hour(), &["id:7"]), read(&hour(), &["ada-fixture"]));
    assert!(by_id.bare().eq(by_login.bare()), "{:#?}", by_id.records);
    let both = read(&hour(), &["ada-fixture", "id:8"]);
    assert_eq!((subjects(&both).len(), events(&both).len(), pulls(&both).len()), (2, 6, 2));
    let nobody = read(&hour(), &["cy-fixture"]);
    assert_eq!((nobody.only().outcome, nobody.records.len()), (Outcome::Skipped, 0));
    assert!(nobody.reason("").contains("nothing in it of cy-fixture"), "{}", nobody.reason(""));
}

#[test]
fn a_login_that_passed_on_is_two_people_and_a_rename_is_one() {
    let push = |actor| event("PushEvent", actor, "ada-fixture/kettle", &json!({}));
    let passed = read(&[push(ADA), push(("ada-fixture", 99)), push(BO)], &["ada-fixture"]);
    let ids: Vec<_> = subjects(&passed).iter().map(|one| one.account.id).collect();
    assert_eq!(ids, [Some(7), Some(99)]);
    let reason = passed.reason("");
    assert!(reason.contains("2 people") && reason.contains("id:7 or id:99"), "{reason}");
    let renamed = read(&[push(ADA), push(("ada-renamed", 7)), push(BO)], &["id:7"]);
    assert_eq!((subjects(&renamed).len(), events(&renamed).len()), (1, 2));
    assert!(!renamed.reason("").contains("people"), "{}", renamed.reason(""));
}

#[test]
fn hours_of_before_2015_have_logins_and_tell_of_the_actor() {
    let shas = json!({"shas": [["cd".repeat(20), "a@fixture.example", "Mend\n\nCo-authored-by: Bo <b@x.example>", "Ada"]]});
    let hour = [
        old("PushEvent", "ada-fixture", &shas),
        old("PushEvent", "ada-fixture", &json!({"shas": [["ef".repeat(20), "", "More", "Ada", true]]})),
        old(
            "PullRequestEvent",
            "bo-fixture",
            &json!({"action": "closed", "number": 4, "pull_request": pull_body()}),
        ),
        old("IssueCommentEvent", "bo-fixture", &json!({"comment_id": 5, "issue_id": 6})),
    ];
    let kept = read(&hour, &["ada-fixture"]);
    let [by_login, by_number] = subjects(&kept).try_into().unwrap();
    assert_eq!((by_login.account.id, by_login.kind), (None, AccountKind::User));
    assert_eq!((&by_login.name, &by_login.email), (&Seen::Value("Ada Fixture".into()), &Seen::Empty));
    assert_eq!(by_number.account.id, Some(7), "bodies inside have numbers");
    let ids: std::collections::BTreeSet<_> = events(&kept).iter().map(|event| event.id.clone()).collect();
    assert_eq!((events(&kept).len(), ids.len()), (2, 2), "there were no ids: two events are two");
    assert_eq!(events(&kept)[0].at.unwrap().to_rfc3339(), "2012-03-11T06:46:25+00:00");
    let commits: Vec<_> = kept
        .bare()
        .filter_map(
            |r| if let Record::Commit(one) = r { Some(common::as_written(one).message) } else { None },
        )
        .collect();
    assert_eq!(commits, ["Mend\n\nCo-authored-by: [redacted]", "More"]);
    assert_eq!(pulls(&kept).len(), 1);
    assert!(!format!("{:?}", kept.records).contains("fixture.example"));
    assert!(read(&hour, &["id:99"]).reason("").contains("before 2015"));
}

#[test]
fn hours_since_october_2025_tell_no_authors_and_no_commits() {
    let stub = json!({"id": 1, "number": 4, "url": "https://api.github.com/repos/example-labs/kettle/pulls/4",
        "head": {"ref": "mend", "sha": "ab", "repo": {"id": 1}}, "base": {"ref": "main", "sha": "ab", "repo": {"id": 1}}});
    let hour = [
        event(
            "PushEvent",
            ADA,
            "ada-fixture/kettle",
            &json!({"repository_id": 1, "push_id": 2, "ref": "r", "head": "h", "before": "b"}),
        ),
        event(
            "PullRequestEvent",
            ADA,
            "example-labs/kettle",
            &json!({"action": "merged", "number": 4, "pull_request": stub}),
        ),
        event("PushEvent", BO, "bo-fixture/tank", &json!({})),
    ];
    let kept = read(&hour, &["ada-fixture"]);
    let actions: Vec<_> = events(&kept).iter().map(|event| event.action.as_deref()).collect();
    assert_eq!(actions, [None, Some("merged")]);
    assert!(pulls(&kept).is_empty(), "whose it is, is not told");
    assert_eq!(kept.records.len(), 3);
}

#[test]
fn feeds_are_no_archives() {
    let of_ada: Vec<Value> =
        (0..400).map(|at| event("WatchEvent", ADA, &format!("example-labs/r{at}"), &json!({}))).collect();
    let kept = read(&of_ada, &[]);
    assert_eq!((kept.records.len(), kept.only().shape.as_deref()), (400, Some("rest-event")));
    let of_repo: Vec<Value> = (0..300)
        .map(|at| event("WatchEvent", [ADA, BO][at % 2], "example-labs/kettle", &json!({})))
        .collect();
    assert_eq!(read(&of_repo, &[]).records.len(), 300);
    let list = Value::from(hour()).to_string();
    assert_eq!(
        events(&read_bytes(list.as_bytes(), &Options::default())).len(),
        6,
        "events received, as a list"
    );
}

#[test]
fn another_choice_is_another_import() {
    let folder = tempfile::tempdir().unwrap();
    let digest = |name: &str, bytes: &[u8], accounts: &[&str]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        open(&path, &choosing(accounts)).unwrap().digest(&mut |_| ControlFlow::Continue(())).unwrap()
    };
    let (hour, user) = (gzip(&lines(&hour())), common::user("ada-fixture", 7).into_bytes());
    let ada = digest("hour", &hour, &["ada-fixture"]);
    assert_ne!(ada, digest("hour", &hour, &["bo-fixture"]));
    assert_eq!(ada, digest("hour", &hour, &["ada-fixture", "ada-fixture"]));
    assert_eq!(digest("user", &user, &["ada-fixture"]), digest("user", &user, &[]), "nothing to choose from");
}
