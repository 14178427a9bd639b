//! Pull requests and issues with GraphQL's key names, and the conversations in them. `gh` uses the same names.

use assay_domain::import::{Comment, CommentKind, Commit, Issue, Record, RepoRef};

use super::{items, repository};
use crate::account::login_only;
use crate::json::{Fields, Object, either, has, number, object, owned, seen_text, text, time};
use crate::read::{Out, Verdict};
use crate::shape::commit::identity;
use crate::shape::gh_pr_list::{self, author};
use crate::shape::gh_repo_list::reference;
use crate::url;

/// Where a conversation takes place.
pub(super) struct Thread {
    repo: Option<RepoRef>,
    number: Option<u64>,
}

/// What is checked in an issue.
const ISSUE: Fields = Fields {
    numbers: &["number"],
    times: &["createdAt", "closedAt"],
    texts: &["title", "body", "bodyText", "state"],
};

/// What is checked in a comment or review.
const COMMENT: Fields = Fields {
    numbers: &["databaseId", "line", "originalLine"],
    times: &["createdAt", "submittedAt"],
    texts: &["body", "bodyText", "path", "diffHunk", "state"],
};

impl Thread {
    /// Of a comment that stands by itself: by its address, or the thread inside it.
    pub(super) fn of_comment(node: &Object) -> Self {
        let inside = ["issue", "pullRequest"].iter().find_map(|key| object(node, key));
        let address = text(node, "url").or_else(|| text(inside?, "url")).and_then(url::parse);
        let repo = address.as_ref().and_then(url::Address::repo);
        let number =
            address.as_ref().and_then(url::Address::thread_number).or_else(|| number(inside?, "number"));
        let repo =
            repo.or_else(|| reference(object(node, "repository").or_else(|| object(inside?, "repository"))?));
        Self { repo, number }
    }
}

/// The repository of a thread: told in it, by its address, or the one it was asked for through.
fn repo_of(node: &Object, around: Option<&RepoRef>) -> Option<RepoRef> {
    object(node, "repository")
        .and_then(reference)
        .or_else(|| text(node, "url").and_then(url::repo_of))
        .or_else(|| around.cloned())
}

/// A pull request with its conversation.
pub(in crate::shape) fn pull(node: &Object, around: Option<&RepoRef>, out: &mut Out<'_>) {
    out.unread(node, &gh_pr_list::FIELDS);
    let repo = repo_of(node, around);
    let Some(pull) = repo.clone().and_then(|repo| gh_pr_list::pull(node, repo)) else {
        return out.note(Verdict::skip("a pull request without its repository or number"));
    };
    let thread = Thread { repo, number: Some(pull.number) };
    out.push(Record::PullRequest(Box::new(pull)));
    items(node, "comments").into_iter().for_each(|one| comment(one, &thread, out));
    for review in items(node, "reviews") {
        push(review, CommentKind::Review, &thread, out);
        items(review, "comments")
            .into_iter()
            .for_each(|one| push(one, CommentKind::ReviewLine, &thread, out));
    }
    for lines in items(node, "reviewThreads") {
        items(lines, "comments").into_iter().for_each(|one| push(one, CommentKind::ReviewLine, &thread, out));
    }
    commits(node, &thread, out);
}

/// Commits of a pull request: in GraphQL each inside a node, with `gh` themselves.
fn commits(node: &Object, thread: &Thread, out: &mut Out<'_>) {
    for node in items(node, "commits") {
        let commit = object(node, "commit").unwrap_or(node);
        let Some(sha) = text(commit, "oid") else { continue };
        let first = items(commit, "authors").into_iter().next();
        let author = object(commit, "author").or(first);
        let login = author.and_then(|one| text(one, "login").or_else(|| text(object(one, "user")?, "login")));
        let host = thread.repo.as_ref().map_or(url::GITHUB, |repo| repo.host.as_str());
        let people: Object =
            author.map(|one| ("author".to_owned(), one.clone().into())).into_iter().collect();
        out.push(Record::Commit(Box::new(Commit {
            repo: thread.repo.clone(),
            sha: sha.to_ascii_lowercase(),
            message: repository::message(commit),
            author: login.filter(|login| !login.is_empty()).map(|login| login_only(login, host)),
            committer: None,
            author_identity: identity(&people, "author"),
            committer_identity: None,
            authored_at: time(commit, "authoredDate").or_else(|| time(commit, "committedDate")),
            parents: None,
            files: None,
        })));
    }
}

/// An issue with its comments.
pub(in crate::shape) fn issue(node: &Object, around: Option<&RepoRef>, out: &mut Out<'_>) {
    out.unread(node, &ISSUE);
    let (Some(repo), Some(number)) = (repo_of(node, around), number(node, "number")) else {
        return out.note(Verdict::skip("an issue without its repository or number"));
    };
    let comments = items(node, "comments");
    let counted = object(node, "comments").and_then(|all| self::number(all, "totalCount"));
    let listed = node.get("comments").filter(|all| all.is_array()).map(|_| comments.len() as u64);
    let open = text(node, "state").map(|state| state.eq_ignore_ascii_case("open"));
    out.push(Record::Issue(Box::new(Issue {
        number,
        title: owned(node, "title"),
        body: either(seen_text(node, "body"), seen_text(node, "bodyText")),
        author: author(node, &repo.host),
        open: open.unwrap_or_else(|| !has(node, &["closedAt"]) || time(node, "closedAt").is_none()),
        comments: counted.or(listed).or_else(|| self::number(node, "commentsCount")),
        created_at: time(node, "createdAt"),
        closed_at: time(node, "closedAt"),
        repo: repo.clone(),
    })));
    let thread = Thread { repo: Some(repo), number: Some(number) };
    comments.into_iter().for_each(|one| comment(one, &thread, out));
}

/// A comment in a conversation.
pub(super) fn comment(node: &Object, thread: &Thread, out: &mut Out<'_>) {
    push(node, CommentKind::Issue, thread, out);
}

fn push(node: &Object, kind: CommentKind, thread: &Thread, out: &mut Out<'_>) {
    // A connection that was asked for its count or ids only holds no comments.
    if !crate::json::has_any(node, &["body", "bodyText", "state"]) {
        return;
    }
    out.unread(node, &COMMENT);
    let host = thread.repo.as_ref().map_or(url::GITHUB, |repo| repo.host.as_str()).to_owned();
    let told = |key| text(node, key).map(str::to_owned);
    let commit = object(node, "originalCommit").or_else(|| object(node, "commit"));
    out.push(Record::Comment(Box::new(Comment {
        kind,
        repo: thread.repo.clone(),
        number: thread.number,
        id: number(node, "databaseId").or_else(|| number(node, "fullDatabaseId")),
        author: author(node, &host),
        body: told("body").or_else(|| told("bodyText")).unwrap_or_default(),
        path: told("path"),
        line: number(node, "line").or_else(|| number(node, "originalLine")),
        commit: commit.and_then(|commit| text(commit, "oid")).map(str::to_owned),
        diff_hunk: told("diffHunk"),
        verdict: if kind == CommentKind::Review { told("state") } else { None },
        created_at: time(node, "submittedAt").or_else(|| time(node, "createdAt")),
    })));
}
