//! A repository inside a GraphQL response, with what was asked for in it.

use assay_domain::import::{Commit, Record, Release, RepoRef, Seen};
use serde_json::Value;

use super::node::DISCUSSION;
use super::{items, thread};
use crate::account::login_only;
use crate::json::{Fields, Object, has, list, number, object, owned, seen_text, text, time};
use crate::read::{Out, Verdict};
use crate::shape::commit::identity;
use crate::shape::gh_pr_list::author;
use crate::shape::gh_repo_list::{self, reference, repository};

/// What is checked in releases and commits.
const RELEASE: Fields =
    Fields { numbers: &[], times: &["publishedAt"], texts: &["tagName", "name", "description"] };
const COMMIT: Fields = Fields {
    numbers: &[],
    times: &["authoredDate", "committedDate"],
    texts: &["oid", "message", "messageHeadline"],
};

/// Gives the records of one repository. `pinned` are the names that the owner pinned, where that was asked.
pub(super) fn read(node: &Object, pinned: Option<&[&str]>, out: &mut Out<'_>) {
    out.unread(node, &gh_repo_list::FIELDS);
    let repo = reference(node);
    if let Some(repo) = &repo {
        let mut whole = repository(node, repo.clone());
        if let Some(pinned) = pinned {
            whole.pinned = Seen::Value(pinned.contains(&repo.full_name().as_str()));
        }
        out.push(Record::Repository(Box::new(whole)));
        readme(node, repo, out);
        languages(node, repo, out);
        tree(node, repo, out);
        releases(node, repo, out);
        commits(node, repo, out);
    }
    let threads = threads(node, repo.as_ref(), out);
    if repo.is_none() && !threads {
        out.note(Verdict::skip("a repository without owner or name"));
    }
}

/// Pull requests, issues and discussions, which can stand under a repository that is not named; says whether any did.
fn threads(node: &Object, repo: Option<&RepoRef>, out: &mut Out<'_>) -> bool {
    let both =
        |many: &str, one: &str| items(node, many).into_iter().chain(object(node, one)).collect::<Vec<_>>();
    let (pulls, issues) = (both("pullRequests", "pullRequest"), both("issues", "issue"));
    let discussions = both("discussions", "discussion");
    // Discussions hold pages of comments, and a repository their count: members tell.
    let any = !(pulls.is_empty() && issues.is_empty() && discussions.is_empty());
    pulls.into_iter().for_each(|one| thread::pull(one, repo, out));
    issues.into_iter().for_each(|one| thread::issue(one, repo, out));
    discussions.into_iter().for_each(|_| out.note(Verdict::skip(DISCUSSION)));
    any
}

/// Null means that there is no file of the name that was asked for.
fn readme(node: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let Some(readme) = object(node, "readme") else {
        if node.get("readme").is_some_and(Value::is_null) {
            out.push(Record::Nothing { of: "readme".to_owned(), repo: Some(repo.clone()) });
        }
        return;
    };
    if let Some(text) = text(readme, "text") {
        let (path, text) = ("README.md".to_owned(), text.to_owned());
        out.push(Record::Readme { repo: Some(repo.clone()), path, text });
    }
}

fn languages(node: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let Some(connection) = object(node, "languages").filter(|connection| has(connection, &["edges"])) else {
        return;
    };
    let size = |edge: &Value| {
        let edge = edge.as_object()?;
        Some((text(object(edge, "node")?, "name")?.to_owned(), number(edge, "size")?))
    };
    let bytes = list(connection, "edges").iter().filter_map(size).collect();
    out.push(Record::Languages { repo: Some(repo.clone()), bytes });
}

/// The root folder, and the workflows below it. An empty repository has no root.
fn tree(node: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let empty = node.get("isEmpty").and_then(Value::as_bool) == Some(true);
    let Some(root) = object(node, "root") else {
        if empty {
            out.push(Record::Tree { repo: Some(repo.clone()), sha: None, paths: Vec::new(), partial: false });
        }
        return;
    };
    let entries =
        |of: &Object| list(of, "entries").iter().filter_map(Value::as_object).cloned().collect::<Vec<_>>();
    let name = |entry: &Object| {
        let name = owned(entry, "name");
        if text(entry, "type") == Some("tree") { format!("{name}/") } else { name }
    };
    let mut paths: Vec<String> = entries(root).iter().map(name).collect();
    let workflows = object(node, "workflows").map(entries).unwrap_or_default();
    paths.extend(workflows.iter().map(|entry| format!(".github/workflows/{}", owned(entry, "name"))));
    out.push(Record::Tree { repo: Some(repo.clone()), sha: None, paths, partial: true });
}

fn releases(node: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let Some(connection) = object(node, "releases") else { return };
    if number(connection, "totalCount") == Some(0) {
        return out.push(Record::Nothing { of: "releases".to_owned(), repo: Some(repo.clone()) });
    }
    for release in list(connection, "nodes").iter().filter_map(Value::as_object) {
        out.unread(release, &RELEASE);
        out.push(Record::Release(Box::new(Release {
            repo: Some(repo.clone()),
            tag: owned(release, "tagName"),
            name: seen_text(release, "name"),
            body: seen_text(release, "description"),
            author: author(release, &repo.host),
            published_at: time(release, "publishedAt"),
        })));
    }
}

fn commits(node: &Object, repo: &RepoRef, out: &mut Out<'_>) {
    let target = object(node, "defaultBranchRef").and_then(|branch| object(branch, "target"));
    let Some(target) = target else { return };
    for commit in items(target, "history") {
        out.unread(commit, &COMMIT);
        let Some(sha) = text(commit, "oid") else { continue };
        let user = object(commit, "author").and_then(|author| object(author, "user"));
        let login = user.and_then(|user| text(user, "login")).map(|login| login_only(login, &repo.host));
        let parents = object(commit, "parents").and_then(|parents| number(parents, "totalCount"));
        out.push(Record::Commit(Box::new(Commit {
            repo: Some(repo.clone()),
            sha: sha.to_ascii_lowercase(),
            message: message(commit),
            author: login,
            committer: None,
            author_identity: identity(commit, "author"),
            committer_identity: identity(commit, "committer"),
            authored_at: time(commit, "authoredDate").or_else(|| time(commit, "committedDate")),
            parents: parents.and_then(|count| u32::try_from(count).ok()),
            files: None,
        })));
    }
}

/// The whole message, or its two halves joined.
pub(super) fn message(commit: &Object) -> String {
    text(commit, "message").map(str::to_owned).unwrap_or_else(|| {
        let (head, body) = (owned(commit, "messageHeadline"), owned(commit, "messageBody"));
        if body.is_empty() { head } else { format!("{head}\n\n{body}") }
    })
}
