//! Bodies of GitLab, Gitea, Forgejo and Bitbucket: other people, though names may be the same.

use super::{NO_FIELDS, Shape};
use crate::json::{Object, has, has_any, text};
use crate::read::{Out, Place, Verdict};
use crate::url::{self, GITHUB};

pub(super) const SHAPE: Shape = Shape {
    id: "other-host",
    recognised_by: "addresses below `/api/v4/` or `/api/v1/`; `username` with `web_url` (GitLab); `login` with \
                    `login_name` or `full_name` (Gitea, Forgejo); `nickname` or `account_id` with `links` (Bitbucket)",
    tells: "that it is not from GitHub",
    cannot_tell: "anything else: refused",
    fields: NO_FIELDS,
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    host(body).is_some()
}

fn read(body: &Object, _place: Place, _out: &mut Out<'_>) -> Result<(), Verdict> {
    let host = host(body).unwrap_or("another host");
    Err(Verdict::refuse(format!(
        "from {host}, not from GitHub; Assay reads GitHub's data only. Enter the candidate by hand"
    )))
}

fn host(body: &Object) -> Option<&'static str> {
    let addressed = |version| {
        let of = |key: &&str| text(body, key).and_then(url::parse);
        let mut addresses = ["url", "web_url"].iter().filter_map(of);
        addresses.any(|address| address.host != GITHUB && address.segments.starts_with(&["api", version]))
    };
    let username = text(body, "username").is_some() && !has(body, &["login"]);
    let gitlab = username && has_any(body, &["web_url", "state", "avatar_url", "public_email"]);
    if gitlab || has(body, &["path_with_namespace"]) || has(body, &["iid", "web_url"]) || addressed("v4") {
        return Some("GitLab");
    }
    let user = has(body, &["login"])
        && has_any(
            body,
            &["login_name", "full_name", "last_login", "followers_count", "starred_repos_count"],
        );
    let repo = has(body, &["full_name", "stars_count"]) && !has(body, &["stargazers_count"]);
    if user || repo || addressed("v1") {
        return Some("Gitea or Forgejo");
    }
    let bitbucket = has(body, &["links"]) && has_any(body, &["nickname", "account_id", "uuid"]);
    bitbucket.then_some("Bitbucket")
}
