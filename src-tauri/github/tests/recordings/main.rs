//! Every file of the shared recordings against what an independent script counted in it, where the folder is there.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod bodies;
#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeMap;
use std::path::Path;

use assay_domain::import::{AccountKind, CommentKind, Outcome, PullState, Record, Repository, Seen};
use bodies::{
    accounts, api_error, archive, comment_authors, comments, contents, contributors, folder, git, graphql,
    languages, page, pulls, readme, releases, search, tree,
};
use common::{Kept, choosing, read, read_as, shared};
use serde_json::{Map, Value, json};

#[test]
fn recordings_are_read_to_the_number() {
    let Some(folder) = shared() else {
        println!("recordings: the folder is absent, 0 files compared");
        return;
    };
    let text = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let expected: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let (mut compared, mut numbers, mut uncovered) = (0, 0, Vec::new());
    for (file, want) in &expected {
        let path = folder.join(file.trim_end_matches('/'));
        let kept = if file.starts_with("gharchive/") { everybody(&path, want) } else { read(&path) };
        let kind = want["kind"].as_str().unwrap();
        let Some(have) = measure(kind, want, &kept) else {
            for report in &kept.reports {
                assert_ne!(report.outcome, Outcome::Imported, "{file} is not covered, and yet imported");
                assert!(report.reason.is_some(), "{file}");
            }
            uncovered.push(format!("{file} ({})", kept.reason("")));
            continue;
        };
        for (key, have) in have.as_object().unwrap() {
            assert_eq!(have, &want[key], "{file}: {key}\n{:#?}", kept.reports);
            numbers += 1;
        }
        compared += 1;
    }
    println!("recordings: {compared} of {} files compared, {numbers} values", expected.len());
    println!("recordings: not covered by this version:\n  {}", uncovered.join("\n  "));
    assert!(compared >= 36, "{compared}");
}

/// What was read, under the keys of the expectation; `None` where this version does not read the kind.
fn measure(kind: &str, want: &Value, kept: &Kept) -> Option<Value> {
    Some(match kind {
        "user" => user(want, kept),
        "repos" => repos(want, kept),
        "gh-repo-list" => gh_repos(kept),
        "repo" => repo(kept),
        "account-export" => export(kept),
        "events" | "event" => events(want, kept),
        "commits" => commits(kept),
        "pulls" => pulls(kept),
        "search" => search(kept),
        "reviews" => {
            json!({"reviews": comments(kept, CommentKind::Review), "authors": comment_authors(kept)})
        }
        "review-comments" => json!({"comments": comments(kept, CommentKind::ReviewLine)}),
        "accounts" => json!({"accounts": accounts(kept).count()}),
        "contributors" => contributors(kept),
        "gists" => json!({"gists": count(kept, |r| matches!(r, Record::Gist { .. }))}),
        "languages" => languages(kept),
        "readme" => readme(kept),
        "contents" => contents(kept),
        "tree" => tree(kept),
        "releases" => releases(kept),
        "api_error" => api_error(kept),
        "not-json" => page(kept),
        "graphql" if want.get("login").is_some() => graphql(kept),
        // Of other responses only the absence of errors was written down.
        "graphql" if !kept.records.is_empty() => json!({ "errors": kept.outcomes(Outcome::Refused) }),
        "rest-folder" => archive(kept),
        "snapshot-folder" => folder(kept),
        "git-clone" | "git-bundle" => git(kind, kept),
        _ => return None,
    })
}

fn count(kept: &Kept, is: impl Fn(&Record) -> bool) -> usize {
    kept.bare().filter(|record| is(record)).count()
}

fn all_repos(kept: &Kept) -> Vec<&Repository> {
    kept.bare()
        .filter_map(|record| match record {
            Record::Repository(repo) | Record::Starred(repo) => Some(&**repo),
            _ => None,
        })
        .collect()
}

fn user(want: &Value, kept: &Kept) -> Value {
    let [(_, Record::Subject(profile))] = kept.records.as_slice() else { panic!("{:#?}", kept.records) };
    assert_eq!(kept.only().accounts, std::slice::from_ref(&profile.account));
    for key in want["nulls"].as_array().unwrap() {
        let empty = match key.as_str().unwrap() {
            "bio" => profile.bio == Seen::Empty,
            "company" => profile.company == Seen::Empty,
            "email" => profile.email == Seen::Empty,
            "hireable" => profile.hireable == Seen::Empty,
            "twitter_username" => true,
            other => panic!("{other}"),
        };
        assert!(empty, "{key} is null");
    }
    json!({
        "login": profile.account.login, "id": profile.account.id, "name": profile.name.value(),
        "type": format!("{:?}", profile.kind), "public_repos": profile.public_repos.value(),
        "created_at": profile.created_at.value().map(|at| at.format("%FT%TZ").to_string()),
        "updated_at": profile.updated_at.value().map(|at| at.format("%FT%TZ").to_string()),
        "suspended_at": Value::Null,
    })
}

fn tally<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    words.fold(BTreeMap::new(), |mut tally, word| {
        *tally.entry(word).or_default() += 1;
        tally
    })
}

fn repos(want: &Value, kept: &Kept) -> Value {
    let repos = all_repos(kept);
    let is = |seen: &Seen<bool>| seen.value() == Some(&true);
    let stars = |repo: &Repository| *repo.stars.value().unwrap();
    let owners = tally(repos.iter().map(|repo| repo.owner.login.as_str()));
    let mut have = json!({
        "repos": repos.len(),
        "forks": repos.iter().filter(|repo| is(&repo.fork)).count(),
        "archived": repos.iter().filter(|repo| is(&repo.archived)).count(),
        "private": repos.iter().filter(|repo| is(&repo.private)).count(),
        "stars_total": repos.iter().map(|repo| stars(repo)).sum::<u64>(),
        "repos_20_stars": repos.iter().filter(|repo| stars(repo) >= 20).count(),
        "repos_20_stars_not_fork": repos.iter().filter(|repo| stars(repo) >= 20 && !is(&repo.fork)).count(),
        "languages": tally(repos.iter().filter_map(|repo| repo.language.value()).map(String::as_str)),
    });
    // The script names five owners at most, in no stated order among equals.
    for (owner, times) in want["owners"].as_object().unwrap() {
        assert_eq!(owners.get(owner.as_str()).copied(), times.as_u64().map(|n| n as usize), "{owner}");
    }
    if want["null_description"] != 0 || kept.only().path.contains("ndjson") {
        have["null_description"] = json!(repos.iter().filter(|repo| repo.description == Seen::Empty).count());
    }
    have
}

fn gh_repos(kept: &Kept) -> Value {
    let repos = all_repos(kept);
    let stars = |repo: &Repository| *repo.stars.value().unwrap();
    assert!(repos.iter().all(|repo| repo.owner.id.is_none()), "the login only");
    json!({
        "repos": repos.len(),
        "forks": repos.iter().filter(|repo| repo.fork == Seen::Value(true)).count(),
        "stars_total": repos.iter().map(|repo| stars(repo)).sum::<u64>(),
        "repos_20_stars": repos.iter().filter(|repo| stars(repo) >= 20).count(),
        "no_language": repos.iter().filter(|repo| repo.language.value().is_none()).count(),
    })
}

fn repo(kept: &Kept) -> Value {
    let repos = all_repos(kept);
    let [repo] = repos.as_slice() else { panic!("{repos:#?}") };
    json!({
        "full_name": format!("{}/{}", repo.owner.login, repo.name), "owner": repo.owner.login,
        "owner_type": format!("{:?}", repo.owner.kind), "stars": repo.stars.value(), "fork": repo.fork.value(),
    })
}

fn events(want: &Value, kept: &Kept) -> Value {
    let events: Vec<_> =
        kept.bare().filter_map(|r| if let Record::Event(e) = r { Some(e) } else { None }).collect();
    let mut ids: Vec<_> = events.iter().map(|event| &event.id).collect();
    ids.sort();
    ids.dedup();
    let actors =
        tally(events.iter().filter_map(|event| event.actor.as_ref()).map(|actor| actor.login.as_str()));
    let at = |event: Option<&assay_domain::import::Event>| {
        event.map(|e| e.at.unwrap().format("%FT%TZ").to_string())
    };
    let mut have = json!({
        "events": events.len(), "distinct_event_ids": ids.len(), "actors": actors.len(),
        "by_type": tally(events.iter().map(|event| event.kind.as_str())),
        "first": at(events.iter().min_by_key(|event| event.at).map(|event| &***event)),
        "last": at(events.iter().max_by_key(|event| event.at).map(|event| &***event)),
        "merged_prs": distinct(&merged(kept)), "merged_prs_to_others": to_others_distinct(kept),
        "push_commits": distinct_commits(kept),
        "review_comments": comments(kept, CommentKind::ReviewLine),
    });
    have.as_object_mut().unwrap().retain(|key, _| want.get(key).is_some());
    have
}

/// Everybody of an hour, chosen by number: then all of it is read.
fn everybody(path: &Path, want: &Value) -> Kept {
    let mut text = String::new();
    let file = std::fs::File::open(path).unwrap();
    std::io::Read::read_to_string(&mut flate2::read::MultiGzDecoder::new(file), &mut text).unwrap();
    let id = |value: &Value| value["id"].as_u64().map(|id| format!("id:{id}"));
    let mut people = std::collections::BTreeSet::new();
    for line in text.lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        let payload = &event["payload"];
        people.extend([&event["actor"], &payload["pull_request"]["user"]].into_iter().filter_map(id));
    }
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    for (login, acts) in want["top_actors"].as_object().unwrap() {
        let kept = read_as(path, &choosing(&[login]));
        let theirs =
            kept.bare().filter_map(|r| if let Record::Event(event) = r { Some(event) } else { None });
        let theirs: Vec<_> = theirs.collect();
        assert_eq!(theirs.len() as u64, acts.as_u64().unwrap(), "{login}");
        assert!(theirs.iter().all(|event| event.actor.as_ref().unwrap().login == *login));
    }
    for (login, times) in want["merged_by_author_top"].as_object().unwrap() {
        let kept = read_as(path, &choosing(&[login]));
        assert_eq!(distinct(&merged(&kept)) as u64, times.as_u64().unwrap(), "{login}");
    }
    read_as(path, &choosing(&people))
}

/// One pull request stands in every event about it.
fn distinct(pulls: &[&assay_domain::import::PullRequest]) -> usize {
    pulls
        .iter()
        .map(|pull| (pull.repo.full_name(), pull.number))
        .collect::<std::collections::BTreeSet<_>>()
        .len()
}

fn export(kept: &Kept) -> Value {
    let subject = kept.bare().filter_map(|r| if let Record::Subject(p) = r { Some(p) } else { None });
    let [subject] = subject.collect::<Vec<_>>().try_into().unwrap();
    let mine = |author: &Option<assay_domain::import::AccountRef>| {
        author.as_ref().is_some_and(|author| author.login == subject.account.login)
    };
    let mine_of =
        |kind| count(kept, |r| matches!(r, Record::Comment(one) if one.kind == kind && mine(&one.author)));
    let others = kept
        .bare()
        .filter(|r| matches!(r, Record::Account { account, .. } if account.kind == AccountKind::User));
    json!({
        "login": subject.account.login, "id": subject.account.id, "owner_record_present": subject.name != Seen::Absent,
        "users": others.count() + 1,
        "repos": all_repos(kept).len(),
        "private": all_repos(kept).iter().filter(|repo| repo.private == Seen::Value(true)).count(),
        "prs": count(kept, |r| matches!(r, Record::PullRequest(_))),
        "prs_authored": count(kept, |r| matches!(r, Record::PullRequest(pull) if mine(&pull.author))),
        "merged_authored": merged(kept).iter().filter(|pull| mine(&pull.author)).count(),
        "issues": count(kept, |r| matches!(r, Record::Issue(_))),
        "issue_comments": comments(kept, CommentKind::Issue),
        "reviews_authored": mine_of(CommentKind::Review),
        "review_comments_authored": mine_of(CommentKind::ReviewLine),
        "releases": count(kept, |r| matches!(r, Record::Release(_))),
    })
}

/// One commit can be pushed to several branches.
fn distinct_commits(kept: &Kept) -> usize {
    let ids =
        kept.bare().filter_map(|r| if let Record::Commit(commit) = r { Some(&commit.sha) } else { None });
    ids.collect::<std::collections::BTreeSet<_>>().len()
}

fn commits(kept: &Kept) -> Value {
    let commits: Vec<_> =
        kept.bare().filter_map(|r| if let Record::Commit(c) = r { Some(c) } else { None }).collect();
    assert!(
        commits.iter().all(|commit| !commit.message.contains("@example.invalid")),
        "no address is carried"
    );
    let logins: Vec<&str> = commits
        .iter()
        .map(|commit| commit.author.as_ref().map_or("None", |author| author.login.as_str()))
        .collect();
    json!({
        "commits": commits.len(),
        "no_account": commits.iter().filter(|commit| commit.author.is_none()).count(),
        "merges": commits.iter().filter(|commit| commit.parents.unwrap() > 1).count(),
        "authors": tally(logins.into_iter()),
    })
}

fn merged(kept: &Kept) -> Vec<&assay_domain::import::PullRequest> {
    let pulls = kept.bare().filter_map(|r| if let Record::PullRequest(p) = r { Some(&**p) } else { None });
    pulls.filter(|pull| pull.state == PullState::Merged).collect()
}

fn to_others(pulls: &[&assay_domain::import::PullRequest]) -> usize {
    pulls
        .iter()
        .filter(|pull| pull.author.as_ref().is_some_and(|author| author.login != pull.repo.owner))
        .count()
}

fn to_others_distinct(kept: &Kept) -> usize {
    let theirs: Vec<_> = merged(kept).into_iter().filter(|pull| to_others(&[*pull]) == 1).collect();
    distinct(&theirs)
}
