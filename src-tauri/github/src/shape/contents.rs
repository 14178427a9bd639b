//! The listing of one folder of a repository.

use super::{Shape, lacking, repo_for};
use crate::json::{Object, has, has_any, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-contents",
    recognised_by: "`path`, `name` and `sha` with `type` file, dir, symlink or submodule",
    tells: "what stands in one folder",
    cannot_tell: "what stands in the folders below it",
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["name", "path", "sha"])
        && has_any(body, &["git_url", "_links", "download_url"])
        && matches!(text(body, "type"), Some("file" | "dir" | "symlink" | "submodule"))
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let path = text(body, "path").ok_or_else(|| lacking("the path"))?;
    let folder = text(body, "type") == Some("dir");
    let path = if folder { format!("{path}/") } else { path.to_owned() };
    out.list(repo_for(body, &["url", "html_url"], out), path);
    Ok(())
}
