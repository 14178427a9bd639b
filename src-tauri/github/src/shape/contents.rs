//! The listing of one folder of a repository.

use assay_domain::import::RepoRef;
use serde_json::Value;

use super::{Shape, full_name, lacking, repo_for};
use crate::account;
use crate::json::{Fields, Object, has, has_any, list, object, text};
use crate::read::{Out, Place, Verdict};
use crate::url::GITHUB;

pub(super) const SHAPE: Shape = Shape {
    id: "rest-contents",
    recognised_by: "`path`, `name` and `sha` with `type` file, dir, symlink or submodule; or with `repository` (found by a code search)",
    tells: "what stands in one folder",
    cannot_tell: "what stands in the folders below it",
    fields: Fields { numbers: &[], times: &[], texts: &["path"] },
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    let kind = matches!(text(body, "type"), Some("file" | "dir" | "symlink" | "submodule"));
    // What a code search finds has no type, and names its repository.
    has(body, &["name", "path", "sha"])
        && ((kind && has_any(body, &["git_url", "_links", "download_url", "entries"]))
            || found(body).is_some())
}

/// The repository in a body that a code search found.
fn found(body: &Object) -> Option<RepoRef> {
    let repo = object(body, "repository")?;
    let host = account::host_of(repo).unwrap_or_else(|| GITHUB.to_owned());
    full_name(text(repo, "full_name")?, &host)
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = found(body).or_else(|| repo_for(body, &["url", "html_url"], out));
    // A folder can be asked for as an object with its entries.
    if body.get("entries").is_some_and(Value::is_array) {
        for entry in list(body, "entries").iter().filter_map(Value::as_object) {
            out.list(repo.clone(), path(entry)?);
        }
        return Ok(());
    }
    out.list(repo, path(body)?);
    Ok(())
}

/// The path; that of a folder ends in `/`.
fn path(body: &Object) -> Result<String, Verdict> {
    let path = text(body, "path").ok_or_else(|| lacking("the path"))?;
    Ok(if text(body, "type") == Some("dir") { format!("{path}/") } else { path.to_owned() })
}
