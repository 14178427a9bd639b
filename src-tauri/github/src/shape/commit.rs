//! Commits: with the accounts they resolve to, or as git objects without.

use assay_domain::import::{Commit, GitIdentity, Record, RepoRef};
use serde_json::Value;

use super::{Shape, lacking, repo_for};
use crate::account;
use crate::json::{Fields, Object, has, list, object, text, time};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-commit",
    recognised_by: "`sha` with a `commit` that has a message; or `sha`, `message` and `tree` (a git commit)",
    tells: "message, time, parents, the accounts of author and committer, in single bodies the files",
    cannot_tell: "who the author is where the address has no account; names and addresses are not kept",
    fields: Fields { numbers: &[], times: &[], texts: &["sha"] },
    fits,
    read,
};

/// The fields of a git commit, and those of its author.
const GIT: Fields = Fields { numbers: &[], times: &[], texts: &["message"] };
const GIT_AUTHOR: Fields = Fields { numbers: &[], times: &["date"], texts: &[] };

fn fits(body: &Object, _place: Place) -> bool {
    let rest = object(body, "commit").is_some_and(|commit| has(commit, &["message"]));
    has(body, &["sha"]) && (rest || has(body, &["message", "tree"]))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo_for(body, &["url", "html_url"], out);
    let host = repo.as_ref().map_or(GITHUB, |repo| repo.host.as_str()).to_owned();
    let git = object(body, "commit").unwrap_or(body);
    out.unread(git, &GIT);
    if let Some(author) = object(git, "author") {
        out.unread(author, &GIT_AUTHOR);
    }
    let files = body.get("files").and(Some(list(body, "files")));
    let names = |files: &[Value]| {
        files.iter().filter_map(|file| text(file.as_object()?, "filename").map(str::to_owned)).collect()
    };
    out.push(Record::Commit(Box::new(Commit {
        repo,
        sha: sha(body).ok_or_else(|| lacking("a sound object id"))?,
        message: text(git, "message").unwrap_or_default().to_owned(),
        author: account::account_at(body, "author", &host),
        committer: account::account_at(body, "committer", &host),
        author_identity: identity(git, "author"),
        committer_identity: identity(git, "committer"),
        authored_at: object(git, "author").and_then(|author| time(author, "date")),
        parents: body.get("parents").and_then(|parents| u32::try_from(parents.as_array()?.len()).ok()),
        files: files.map(names),
    })));
    Ok(())
}

/// The name and address under a key of a git commit's body.
pub(super) fn identity(commit: &Object, key: &str) -> Option<GitIdentity> {
    let person = object(commit, key)?;
    GitIdentity::new(text(person, "name").unwrap_or_default(), text(person, "email").unwrap_or_default())
}

/// The object id under `sha`: 40 or 64 hexadecimal digits, in lower case.
pub(super) fn sha(body: &Object) -> Option<String> {
    let sha = text(body, "sha")?.to_ascii_lowercase();
    let sound = matches!(sha.len(), 40 | 64) && sha.bytes().all(|byte| byte.is_ascii_hexdigit());
    sound.then_some(sha)
}

/// A commit inside a push event of before 2015: its id, the author's address, the message, the author's name.
pub(super) fn pushed_before_2015(parts: &[Value], repo: Option<RepoRef>) -> Option<Commit> {
    let at = |place: usize| parts.get(place).and_then(Value::as_str).unwrap_or_default();
    let author = [("name", at(3)), ("email", at(1))];
    let author: Object = author.map(|(key, text)| (key.to_owned(), Value::from(text))).into_iter().collect();
    let body = [("sha", at(0).into()), ("message", at(2).into()), ("author", Value::Object(author))];
    pushed(&body.map(|(key, value)| (key.to_owned(), value)).into_iter().collect(), repo)
}

/// A commit inside a push event: its author is a name and an address, so no account is known.
pub(super) fn pushed(body: &Object, repo: Option<RepoRef>) -> Option<Commit> {
    Some(Commit {
        repo,
        sha: sha(body)?,
        message: text(body, "message")?.to_owned(),
        author: None,
        committer: None,
        author_identity: identity(body, "author"),
        committer_identity: None,
        authored_at: None,
        parents: None,
        files: None,
    })
}
