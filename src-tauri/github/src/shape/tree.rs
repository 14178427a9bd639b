//! Git trees.

use assay_domain::import::Record;
use serde_json::Value;

use super::{Shape, repo_for};
use crate::json::{Fields, Object, has, list, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-tree",
    recognised_by: "`sha` with `tree` as a list",
    tells: "the paths at a commit, and whether GitHub cut the list",
    cannot_tell: "what is in the files; below folders, where it was not asked recursively",
    fields: Fields { numbers: &[], times: &[], texts: &["sha"] },
    fits,
    read,
};

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["sha"]) && body.get("tree").is_some_and(Value::is_array)
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let mut paths = Vec::new();
    let mut folders: Vec<String> = Vec::new();
    for item in list(body, "tree").iter().filter_map(Value::as_object) {
        match (text(item, "path"), text(item, "type")) {
            (Some(path), Some("tree")) => folders.push(format!("{path}/")),
            (Some(path), _) => paths.push(path.to_owned()),
            (None, _) => {}
        }
    }
    // A folder whose contents are listed needs no line of its own.
    paths.sort_unstable();
    let listed = |folder: &String| {
        let at = paths.partition_point(|path| path < folder);
        paths.get(at).is_some_and(|path| path.starts_with(folder.as_str()))
    };
    let unlisted: Vec<String> = folders.into_iter().filter(|folder| !listed(folder)).collect();
    let cut = body.get("truncated").and_then(Value::as_bool) == Some(true);
    let partial = cut || !unlisted.is_empty();
    paths.extend(unlisted);
    let (repo, sha) = (repo_for(body, &["url"], out), text(body, "sha").map(str::to_owned));
    out.push(Record::Tree { repo, sha, paths, partial });
    Ok(())
}
