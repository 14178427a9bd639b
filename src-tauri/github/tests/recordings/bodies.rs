//! What is counted in the bodies of one kind, and in archives, folders and git repositories of them.

use std::collections::BTreeMap;

use assay_domain::import::{AccountKind, CommentKind, Outcome, PullState, Record, Repository, Seen};
use serde_json::{Value, json};

use super::common::{Kept, as_written};
use super::{all_repos, count, merged, tally, to_others};

pub(super) fn pulls(kept: &Kept) -> Value {
    let all: Vec<_> =
        kept.bare().filter_map(|r| if let Record::PullRequest(p) = r { Some(p) } else { None }).collect();
    let merged = merged(kept);
    json!({
        "prs": all.len(), "merged": merged.len(),
        "authors": tally(all.iter().map(|pull| pull.author.as_ref().unwrap().login.as_str())),
    })
}

pub(super) fn search(kept: &Kept) -> Value {
    let merged = merged(kept);
    let of_bots =
        |pull: &&&assay_domain::import::PullRequest| pull.author.as_ref().unwrap().kind == AccountKind::Bot;
    let mut bots: Vec<_> =
        merged.iter().filter(of_bots).map(|p| p.author.as_ref().unwrap().login.as_str()).collect();
    bots.dedup();
    json!({
        "items": kept.only().records,
        "prs": count(kept, |r| matches!(r, Record::PullRequest(_))),
        "merged": merged.len(),
        "merged_unknown": count(kept, |r| matches!(r, Record::PullRequest(p) if p.state == PullState::ClosedUnknown)),
        "merged_to_others": to_others(&merged),
        "merged_by_author": tally(merged.iter().map(|pull| pull.author.as_ref().unwrap().login.as_str())),
        "bots": bots,
    })
}

pub(super) fn comments(kept: &Kept, kind: CommentKind) -> usize {
    count(kept, |record| matches!(record, Record::Comment(comment) if comment.kind == kind))
}

pub(super) fn comment_authors(kept: &Kept) -> BTreeMap<&str, usize> {
    tally(kept.bare().filter_map(|r| match r {
        Record::Comment(comment) => {
            assert!(comment.repo.is_some() && comment.number.is_some(), "{comment:?}");
            comment.author.as_ref().map(|author| author.login.as_str())
        }
        _ => None,
    }))
}

pub(super) fn accounts(
    kept: &Kept,
) -> impl Iterator<Item = (&assay_domain::import::AccountRef, Option<u64>)> {
    kept.bare().filter_map(|r| {
        if let Record::Account { account, count, .. } = r { Some((account, *count)) } else { None }
    })
}

pub(super) fn contributors(kept: &Kept) -> Value {
    json!({
        "contributors": accounts(kept).count(),
        "bots": accounts(kept).filter(|(account, _)| account.kind == AccountKind::Bot).count(),
        "contributions": accounts(kept).map(|(_, count)| count.unwrap()).sum::<u64>(),
    })
}

pub(super) fn languages(kept: &Kept) -> Value {
    let [(_, Record::Languages { bytes, .. })] = kept.records.as_slice() else {
        panic!("{:#?}", kept.records)
    };
    json!({ "languages": bytes })
}

pub(super) fn readme(kept: &Kept) -> Value {
    let [(_, Record::Readme { repo, path, text })] = kept.records.as_slice() else {
        panic!("{:#?}", kept.records)
    };
    assert_eq!(repo.as_ref().unwrap().full_name(), "PyGithub/PyGithub");
    json!({ "bytes": text.len(), "path": path })
}

pub(super) fn contents(kept: &Kept) -> Value {
    let [(_, Record::Tree { paths, partial: true, .. })] = kept.records.as_slice() else {
        panic!("{:#?}", kept.records)
    };
    let names: Vec<&str> = paths.iter().map(|path| path.trim_end_matches('/')).collect();
    json!({ "entries": names.len(), "names": names })
}

pub(super) fn tree(kept: &Kept) -> Value {
    let [(_, Record::Tree { repo, paths, partial, .. })] = kept.records.as_slice() else {
        panic!("{:#?}", kept.records)
    };
    assert!(repo.is_some() && !partial && paths.iter().all(|path| !path.ends_with('/')));
    let folders: std::collections::BTreeSet<&str> =
        paths.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    json!({
        "entries": paths.len() + folders.len(),
        "has_tests": paths.iter().any(|path| path.to_lowercase().contains("test")),
        "has_ci": paths.iter().any(|path| path.starts_with(".github/workflows/")),
    })
}

pub(super) fn releases(kept: &Kept) -> Value {
    let tags: Vec<_> =
        kept.bare().filter_map(|r| if let Record::Release(r) = r { Some(&r.tag) } else { None }).collect();
    json!({ "releases": tags.len(), "tags": tags })
}

pub(super) fn api_error(kept: &Kept) -> Value {
    let report = kept.only();
    assert_eq!((report.outcome, report.shape.as_deref()), (Outcome::Refused, Some("api-error")));
    assert!(kept.records.is_empty());
    let reason = report.reason.as_deref().unwrap();
    json!({ "message": reason.split('"').nth(1).unwrap() })
}

pub(super) fn page(kept: &Kept) -> Value {
    let report = kept.only();
    assert_eq!((report.outcome, report.shape.as_deref()), (Outcome::Refused, Some("web-page")));
    json!({ "bytes": report.bytes })
}

pub(super) fn graphql(kept: &Kept) -> Value {
    let subject = kept.bare().find_map(|r| if let Record::Subject(p) = r { Some(p) } else { None }).unwrap();
    let repos = all_repos(kept);
    let stars = |repo: &Repository| *repo.stars.value().unwrap();
    let trees = |has: &dyn Fn(&str) -> bool| {
        count(kept, |r| matches!(r, Record::Tree { paths, .. } if paths.iter().any(|path| has(path))))
    };
    let merged = merged(kept);
    let state = |state| count(kept, |r| matches!(r, Record::PullRequest(p) if p.state == state));
    json!({
        "login": subject.account.login, "id": subject.account.id, "name": subject.name.value(),
        "repos_listed": repos.len(),
        "forks": repos.iter().filter(|repo| repo.fork == Seen::Value(true)).count(),
        "archived": repos.iter().filter(|repo| repo.archived == Seen::Value(true)).count(),
        "stars_total": repos.iter().map(|repo| stars(repo)).sum::<u64>(),
        "repos_20_stars": repos.iter().filter(|repo| stars(repo) >= 20).count(),
        "empty": count(kept, |r| matches!(r, Record::Tree { paths, .. } if paths.is_empty())),
        "readmes": count(kept, |r| matches!(r, Record::Readme { .. })),
        "with_tests": trees(&|path| path == "tests/"),
        "with_ci": trees(&|path| path.starts_with(".github/workflows/")),
        "prs": count(kept, |r| matches!(r, Record::PullRequest(_))),
        "merged": merged.len(), "merged_to_others": to_others(&merged),
        "closed_unmerged": state(PullState::Closed), "open": state(PullState::Open),
    })
}

pub(super) fn archive(kept: &Kept) -> Value {
    let whole = kept.reports.last().unwrap();
    assert_eq!(kept.outcomes(Outcome::Imported), kept.reports.len(), "{:#?}", kept.reports);
    let subject = kept.bare().find_map(|r| if let Record::Subject(p) = r { Some(p) } else { None }).unwrap();
    assert_eq!(whole.accounts, std::slice::from_ref(&subject.account));
    json!({ "entries": kept.reports.len() - 1, "login": subject.account.login, "id": subject.account.id })
}

pub(super) fn git(kind: &str, kept: &Kept) -> Value {
    let report = kept.reports.iter().find(|report| report.shape.as_deref() == Some(kind)).unwrap();
    assert_eq!(report.outcome, Outcome::Imported, "{report:?}");
    let commits: Vec<_> =
        kept.bare().filter_map(|r| if let Record::Commit(c) = r { Some(c) } else { None }).collect();
    let name = |identity: &Option<assay_domain::import::GitIdentity>| identity.as_ref().unwrap().name.clone();
    let authors: Vec<String> = commits.iter().map(|commit| name(&commit.author_identity)).collect();
    let tags: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::Tag { name, .. } = r { Some(name) } else { None })
        .collect();
    let files = |is: &dyn Fn(&str) -> bool| {
        let tree =
            kept.bare().find_map(|r| if let Record::Tree { paths, .. } = r { Some(paths) } else { None });
        tree.unwrap().iter().filter(|path| is(path)).count()
    };
    let body = |message: &str| message.lines().skip(1).any(|line| !line.trim().is_empty());
    assert!(commits.iter().all(|commit| commit.files.is_some()), "files touched are told");
    let written: Vec<_> = commits.iter().map(|commit| as_written(commit)).collect();
    assert!(!serde_json::to_string(&written).unwrap().contains("@fixture"), "no address is carried on");
    json!({
        "object_format": if commits.iter().all(|commit| commit.sha.len() == 40) { "sha1" } else { "sha256" },
        "readable": report.outcome == Outcome::Imported,
        "commits": commits.len(),
        "merges": commits.iter().filter(|commit| commit.parents.unwrap() > 1).count(),
        "authors": tally(authors.iter().map(String::as_str)),
        "tags": tags,
        "files": files(&|_| true),
        "has_readme": count(kept, |r| matches!(r, Record::Readme { .. })) == 1,
        "has_tests": files(&|path| path.starts_with("tests/")) > 0,
        "has_ci": files(&|path| path.starts_with(".github/workflows/")) > 0,
        "with_body": commits.iter().filter(|commit| body(&commit.message)).count(),
        "empty_subject": commits.iter().filter(|c| c.message.lines().next().is_none_or(|l| l.trim().is_empty())).count(),
        "shallow": report.reason.as_deref().is_some_and(|reason| reason.contains("shallow")),
    })
}

pub(super) fn folder(kept: &Kept) -> Value {
    let subject = kept.bare().find_map(|r| if let Record::Subject(p) = r { Some(p) } else { None }).unwrap();
    let own: Vec<_> = kept
        .bare()
        .filter_map(|r| if let Record::Repository(repo) = r { Some(repo) } else { None })
        .filter(|repo| repo.owner.id == subject.account.id)
        .collect();
    let of_path =
        kept.bare().find_map(|r| if let Record::Languages { repo, .. } = r { repo.clone() } else { None });
    assert_eq!(of_path.unwrap().full_name(), "PyGithub/PyGithub");
    json!({
        "files": kept.outcomes(Outcome::Imported),
        "login": subject.account.login, "id": subject.account.id, "public_repos_claimed": subject.public_repos.value(),
        "own_repos": own.len(), "own_stars": own.iter().map(|repo| *repo.stars.value().unwrap()).sum::<u64>(),
        "own_forks": own.iter().filter(|repo| repo.fork == Seen::Value(true)).count(),
    })
}
