//! Comments, reviews and events of an export.

use assay_domain::import::{Comment, CommentKind, Event, Record};
use serde_json::Value;

use super::refs;
use crate::json::{Object, number, owned, text, time};
use crate::read::Verdict;
use crate::shape::lacking;

/// What a comment stands on, by the key that refers to it; at last its own address.
const ON: [&str; 4] = ["pull_request", "issue", "repository", "url"];

/// A comment or review, by the name of its model.
pub(super) fn comment(body: &Object, model: &str) -> Result<Comment, Verdict> {
    let kind = match model {
        "pull_request_review" => CommentKind::Review,
        "pull_request_review_comment" => CommentKind::ReviewLine,
        "commit_comment" => CommentKind::Commit,
        _ => CommentKind::Issue,
    };
    let on_commit = kind == CommentKind::Commit;
    let number_on = if on_commit { None } else { refs::thread_at(body, &ON) };
    let told = |key| text(body, key).map(str::to_owned);
    Ok(Comment {
        kind,
        repo: Some(refs::repo_at(body, &ON).ok_or_else(|| lacking("the repository"))?),
        number: number_on,
        id: refs::number_at_end(body),
        author: refs::account_at(body, "user"),
        body: owned(body, "body"),
        path: told("path"),
        line: number(body, "line").or_else(|| number(body, "original_line")),
        commit: told("commit_id").or_else(|| told("head_sha")),
        diff_hunk: told("diff_hunk"),
        verdict: if kind == CommentKind::Review { verdict(body) } else { None },
        created_at: time(body, "submitted_at").or_else(|| time(body, "created_at")),
    })
}

/// The states of a review as the export numbers them, in the words of the interface.
fn verdict(body: &Object) -> Option<String> {
    let word = match body.get("state")? {
        Value::String(word) => return Some(word.to_ascii_uppercase()),
        Value::Number(number) => match number.as_u64()? {
            0 => "PENDING",
            1 => "COMMENTED",
            30 => "CHANGES_REQUESTED",
            40 => "APPROVED",
            50 => "DISMISSED",
            _ => return None,
        },
        _ => return None,
    };
    Some(word.to_owned())
}

/// What happened to an issue or pull request, and who did it.
pub(super) fn event(body: &Object) -> Result<Record, Verdict> {
    let mark = text(body, "url").and_then(|url| url.rsplit_once('#')).map(|(_, mark)| mark.to_owned());
    let id = match (refs::repo_at(body, &ON), refs::thread_at(body, &ON), mark) {
        (Some(repo), Some(number), Some(mark)) => format!("{}#{number} {mark}", repo.full_name()),
        _ => return Err(lacking("the issue")),
    };
    Ok(Record::Event(Box::new(Event {
        id,
        kind: "IssueEvent".to_owned(),
        actor: refs::account_at(body, "actor"),
        repo: refs::repo_at(body, &ON),
        action: text(body, "event").map(str::to_owned),
        at: time(body, "created_at"),
    })))
}
