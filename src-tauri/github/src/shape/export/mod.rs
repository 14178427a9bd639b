//! GitHub's account and migration exports: numbered shards of models that refer to each other by address.
//!
//! <https://docs.github.com/rest/migrations/users>; the models are those of
//! <https://docs.github.com/en/migrations/using-ghe-migrator>. There are no numeric ids, so accounts are logins only.

mod conversation;
mod people;
mod refs;
mod work;

use assay_domain::import::Record;

use super::{NO_FIELDS, Shape, lacking};
use crate::json::{Fields, Object, has, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "account-export",
    recognised_by: "`type` that names a model (`user`, `pull_request`, ...) with `url` and without `id`; or `version` \
                    with `github_sha`",
    tells: "whose it is (who owns its repositories), the profile, repositories, private ones too, pull requests, issues \
            and their events, comments, reviews, releases, and the logins of others",
    cannot_tell: "numeric ids, stars, languages, whether a repository is a fork, and pull requests to repositories that \
                  are not in it",
    fields: NO_FIELDS,
    fits,
    read,
};

/// The models, and what those are called of which nothing is kept.
const MODELS: &[(&str, Option<&str>)] = &[
    ("attachment", Some("an attachment")),
    ("bot", None),
    ("commit_comment", None),
    ("discussion", Some("a discussion")),
    ("discussion_category", Some("a category of discussions")),
    ("discussion_comment", Some("a comment in a discussion")),
    ("issue", None),
    ("issue_comment", None),
    ("issue_event", None),
    ("mannequin", None),
    ("milestone", Some("a milestone")),
    ("organization", None),
    ("project", Some("a project")),
    ("protected_branch", Some("rules of a branch")),
    ("pull_request", None),
    ("pull_request_review", None),
    ("pull_request_review_comment", None),
    ("pull_request_review_thread", Some("a thread of review comments, which come by themselves")),
    ("release", None),
    ("repository", None),
    ("repository_file", Some("an attached file")),
    ("team", Some("a team")),
    ("user", None),
];

/// What is checked in every model.
const FIELDS: Fields = Fields {
    numbers: &["line", "original_line"],
    times: &["created_at", "closed_at", "merged_at", "submitted_at", "published_at", "updated_at"],
    texts: &[
        "login",
        "name",
        "title",
        "body",
        "bio",
        "company",
        "location",
        "description",
        "path",
        "tag_name",
    ],
};

fn model(body: &Object) -> Option<&'static (&'static str, Option<&'static str>)> {
    let named = text(body, "type")?;
    MODELS.iter().find(|(model, _)| *model == named)
}

fn fits(body: &Object, _place: Place) -> bool {
    let shard = model(body).is_some() && has(body, &["url"]) && !has(body, &["id"]);
    shard || has(body, &["version", "github_sha"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let Some((name, passed)) = model(body) else { return schema(body, out) };
    if let Some(passed) = passed {
        return Err(Verdict::skip(format!("{passed}: nothing that Assay keeps")));
    }
    out.unread(body, &FIELDS);
    remark(name, out);
    let record = match *name {
        "user" => people::user(body, out)?,
        "organization" => people::organization(body, out)?,
        "bot" | "mannequin" => people::other(body)?,
        "repository" => {
            people::unrecorded_owner(body, out);
            work::repository(body)?
        }
        "pull_request" => work::pull(body)?,
        "issue" => work::issue(body)?,
        "release" => work::release(body)?,
        "issue_event" => conversation::event(body)?,
        _ => Record::Comment(Box::new(conversation::comment(body, name)?)),
    };
    out.push(record);
    Ok(())
}

/// Says where it is not plain whose the export is.
fn remark(model: &str, out: &mut Out<'_>) {
    match (model, out.owner) {
        ("user", None) => out.remark("nothing tells whose export this is, so it gives no candidate"),
        ("repository", Some(owner)) if owner.among_others => {
            let remark =
                format!("it holds repositories of several owners, and was read as that of {}", owner.url);
            out.remark(remark);
        }
        _ => {}
    }
}

/// `schema.json`: nothing but that this is an export.
fn schema(body: &Object, out: &Out<'_>) -> Result<(), Verdict> {
    let version: String =
        text(body, "version").ok_or_else(|| lacking("the version"))?.chars().take(24).collect();
    let whose = match out.owner {
        Some(owner) => format!("that of {}", owner.url),
        None => "and nothing in it tells whose".to_owned(),
    };
    Err(Verdict::skip(format!("the mark of a GitHub account export, version {version}, {whose}")))
}
