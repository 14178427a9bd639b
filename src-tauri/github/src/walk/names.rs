//! Names of archive entries: which ones are passed by, and why.

use super::Passed;

/// Why an entry of this name is not read, if so. Names come raw: nothing has been cleaned away.
pub(super) fn refusal(name: &str) -> Option<Passed> {
    let mut parts = name.split(['/', '\\']);
    let absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
    if absolute {
        return Some(Passed::skipped(
            "its name is absolute; names in an archive must stay inside it. Skipped",
        ));
    }
    if parts.any(|part| part == "..") {
        return Some(Passed::skipped("its name climbs out of the archive with `..`. Skipped"));
    }
    if name.contains('\0') {
        return Some(Passed::skipped("its name holds a zero byte. Skipped"));
    }
    bookkeeping(name)
}

/// Files that operating systems leave behind.
pub(super) fn bookkeeping(name: &str) -> Option<Passed> {
    let left_behind = |part: &str| matches!(part, "__MACOSX" | ".DS_Store" | "Thumbs.db" | "desktop.ini");
    let appledouble = name.rsplit('/').next().is_some_and(|last| last.starts_with("._"));
    (name.split('/').any(left_behind) || appledouble)
        .then(|| Passed::skipped("left behind by the operating system; holds no data"))
}
