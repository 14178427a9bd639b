//! The list of shapes, for people.

use serde::Serialize;

use super::{BODIES, GH_ARCHIVE, NOTHING, PAGE};
use crate::git::{BUNDLE, CLONE};

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
        recognised_by: "lines of events, more than 300 and of more than one actor",
        tells: "nothing: this version does not read these archives",
        cannot_tell: "-",
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
