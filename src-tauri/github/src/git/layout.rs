//! Which files of a git folder are read. Everything else in it (hooks, attributes, logs, the index, submodules, other
//! work trees) is neither read nor obeyed.
//!
//! Format: <https://git-scm.com/docs/gitrepository-layout>.

/// Whether a file of a git folder is read; its name relative to that folder, parts separated by `/`.
pub(crate) fn is_read(name: &str) -> bool {
    matches!(name, "HEAD" | "config" | "packed-refs" | "shallow" | ALTERNATES)
        || (name.starts_with("refs/") && name.len() <= 1024)
        || pack_part(name).is_some()
        || is_loose(name)
}

/// Names other places to take objects from. Never followed.
pub(super) const ALTERNATES: &str = "objects/info/alternates";

/// The pack that a file is a part of, without its ending.
pub(super) fn pack_part(name: &str) -> Option<&str> {
    let file = name.strip_prefix("objects/pack/").filter(|file| !file.contains('/'))?;
    let stem = file.strip_suffix(".pack").or_else(|| file.strip_suffix(".idx"))?;
    stem.starts_with("pack-").then(|| &name[..name.len() - (file.len() - stem.len())])
}

/// `objects/ab/cdef…`: one object, for SHA-1 or SHA-256.
pub(crate) fn is_loose(name: &str) -> bool {
    let Some((folder, file)) = name.strip_prefix("objects/").and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    let hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    folder.len() == 2 && matches!(file.len(), 38 | 62) && hex(folder) && hex(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_objects_refs_and_four_small_files_are_read() {
        let loose = format!("objects/ab/{}", "c".repeat(38));
        for name in
            ["HEAD", "config", "packed-refs", "shallow", "refs/heads/a/b", "objects/pack/pack-1.idx", &loose]
        {
            assert!(is_read(name), "{name}");
        }
        for name in [
            "hooks/pre-commit",
            "index",
            "logs/HEAD",
            "modules/x/HEAD",
            "info/attributes",
            "objects/pack/x.pack",
            "objects/ab/c",
        ] {
            assert!(!is_read(name), "{name}");
        }
        assert_eq!(pack_part("objects/pack/pack-1.pack"), Some("objects/pack/pack-1"));
    }
}
