//! The list of shapes, for people.

use serde::Serialize;

use super::{BODIES, GH_ARCHIVE, NOTHING, PAGE};
use crate::git::{BUNDLE, CLONE};
use crate::limits::{LIMITS, Limits};

/// One shape, as it is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ShapeInfo {
    /// Id, as reports name it.
    pub id: &'static str,
    /// How it is recognised; never by its file name.
    pub recognised_by: &'static str,
    /// What it tells.
    pub tells: &'static str,
    /// What it cannot tell.
    pub cannot_tell: &'static str,
}

/// Containers, and what is not JSON.
const OTHERS: &[ShapeInfo] = &[
    ShapeInfo {
        id: "zip",
        recognised_by: "`PK` at the start",
        tells: "its entries, each reported for itself; two of one name are both read",
        cannot_tell: "entries that are encrypted, or packed by anything but deflate",
    },
    ShapeInfo {
        id: "tar",
        recognised_by: "`ustar` at byte 257, or a right header checksum",
        tells: "its entries, each reported for itself",
        cannot_tell: "links, devices and sparse files",
    },
    ShapeInfo {
        id: "tar-compressed",
        recognised_by: "a tar inside gzip (1f 8b) or zstd (28 b5 2f fd), which are also read around single bodies",
        tells: "as tar",
        cannot_tell: "as tar",
    },
    ShapeInfo {
        id: PAGE,
        recognised_by: "text that begins with `<` and holds `<html` or a doctype",
        tells: "that the capture went wrong",
        cannot_tell: "anything else: refused",
    },
    ShapeInfo {
        id: NOTHING,
        recognised_by: "a list without elements whose path tells what it is a list of",
        tells: "that there is nothing of the kind: a known zero",
        cannot_tell: "whose it is, unless the path tells the repository",
    },
    ShapeInfo {
        id: GH_ARCHIVE,
        recognised_by: "lines of events of several actors in several repositories, or more than 300 events of several \
                        actors; with chosen accounts, any lines of events",
        tells: "the events of the accounts chosen, and what they wrote, whoever acted on it; before 2015 also their \
                profiles. Without a choice it is refused",
        cannot_tell: "as `rest-event`; before 2015 whom a login meant",
    },
    ShapeInfo {
        id: BUNDLE,
        recognised_by: "`# v2 git bundle` or `# v3 git bundle` at the start",
        tells: "commits with their people, times, parents and the files they touch; the files and the README at the head; tags",
        cannot_tell: "the owner; who has which account, but for addresses of users.noreply.github.com; languages by bytes, releases, pull requests; what stands before its prerequisites",
    },
    ShapeInfo {
        id: CLONE,
        recognised_by: "a folder (on disk or in an archive) with HEAD and objects, named `.git` or a bare one",
        tells: "as git-bundle, and the owner where it was cloned from GitHub; of a shallow clone what was cloned. Its configuration, hooks and attributes are not obeyed",
        cannot_tell: "as git-bundle; the files beside `.git` are not read as GitHub data; alternates and links are not followed",
    },
];

/// The page about shapes and limits, in Markdown.
pub fn shapes_page() -> String {
    let mut page = String::from(
        "# What Assay reads of GitHub\n\n\
         Shapes are recognised by content, never by file name. The path only tells what a body is silent about: \
         `repos/OWNER/NAME/` names the repository, and the name of a list what an empty one is a list of.\n\n\
         This page is written by the program (`assay shapes` says the same); a test fails where it is stale.\n\n\
         | shape | recognised by | tells | cannot tell |\n|---|---|---|---|\n",
    );
    for shape in shapes() {
        let cells =
            [shape.recognised_by, shape.tells, shape.cannot_tell].map(|cell| cell.replace('|', "\\|"));
        page += &format!("| `{}` | {} |\n", shape.id, cells.join(" | "));
    }
    page += "\n## Limits\n\nAdjusted by `assay import --limit NAME=VALUE`, and on the window's import screen. What is beyond one is refused or cut, and the \
             report says so; what is good beside it comes in.\n\n| limit | usual value | bounds |\n|---|---|---|\n";
    let usual = Limits::default();
    for limit in LIMITS {
        page += &format!("| `{}` | {} | {} |\n", limit.name, usual.shown(&limit), limit.bounds);
    }
    page
}

/// All shapes that are recognised, with what they can and cannot tell.
pub fn shapes() -> Vec<ShapeInfo> {
    let bodies = BODIES.iter().map(|shape| ShapeInfo {
        id: shape.id,
        recognised_by: shape.recognised_by,
        tells: shape.tells,
        cannot_tell: shape.cannot_tell,
    });
    bodies.chain(OTHERS.iter().copied()).collect()
}
