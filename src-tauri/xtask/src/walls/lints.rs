//! Every crate obeys the workspace's lints, an exception carries its reason, and nothing panics unargued outside tests.

use std::path::Path;

use super::Breach;
use super::graph::Graph;
use super::sources::Source;

/// An `allow` or `expect` attribute says why. So does whoever unwraps: the compiler's lint must have been silenced there.
pub fn argued(source: &Source) -> Vec<Breach> {
    if !source.path.ends_with(".rs") || source.path.contains("/xtask/src/walls/") {
        return Vec::new();
    }
    let mut breaches = unargued_attributes(source);
    if !source.is_test() {
        breaches.extend(panics(source));
    }
    breaches
}

fn unargued_attributes(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for opening in ["[allow(", "[expect("] {
        for (start, _) in source.code.match_indices(opening) {
            let attribute = &source.code[start..];
            let end = attribute.find(")]").unwrap_or(attribute.len());
            if !attribute[..end].contains("reason") {
                let what = "an exception from a lint without `reason = \"…\"`";
                breaches.push(Breach::new(source.at(line_of(&source.code, start)), what));
            }
        }
    }
    breaches
}

fn panics(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (call, lint) in [(".unwrap()", "clippy::unwrap_used"), (".expect(\"", "clippy::expect_used")] {
        if source.code.contains(lint) {
            continue;
        }
        for (start, _) in source.code.match_indices(call) {
            let what = format!("`{call}` outside tests without an argued `#[expect({lint}, reason = …)]`");
            breaches.push(Breach::new(source.at(line_of(&source.code, start)), what));
        }
    }
    breaches
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}

/// Every crate of ours has `[lints] workspace = true`.
pub fn opted_in(root: &Path, graph: &Graph) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for package in graph.members() {
        let manifest = root.join(&package.folder).join("Cargo.toml");
        let text = std::fs::read_to_string(manifest).unwrap_or_default();
        breaches.extend(without_lints(&package.name, &text));
    }
    breaches
}

fn without_lints(name: &str, manifest: &str) -> Option<Breach> {
    let lints = manifest.split("\n[lints]").nth(1).unwrap_or_default();
    let obeys = lints.trim_start().starts_with("workspace = true");
    (!obeys).then(|| Breach::new(name, "does not take the workspace's lints: `[lints] workspace = true`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        argued(&Source::new(path, text)).into_iter().map(|breach| breach.at).collect()
    }

    #[test]
    fn a_panic_outside_tests_is_found_at_its_line() {
        let text = "fn f() {\n    a.unwrap();\n    b.expect(\"why\");\n}\n#[cfg(test)]\nmod tests { fn g() { c.unwrap() } }";
        assert_eq!(found("src-tauri/src/a.rs", text), ["src-tauri/src/a.rs:2", "src-tauri/src/a.rs:3"]);
        assert_eq!(found("tests/tests/a.rs", text), [""; 0]);
    }

    #[test]
    fn a_panic_with_a_reason_passes_and_an_exception_without_one_does_not() {
        let argued = "#[expect(clippy::unwrap_used, reason = \"cannot fail\")]\nfn f() { a.unwrap() }";
        assert_eq!(found("src-tauri/src/a.rs", argued), [""; 0]);
        let bare = "\n#[allow(dead_code)]\nfn f() {}";
        assert_eq!(found("src-tauri/src/a.rs", bare), ["src-tauri/src/a.rs:2"]);
    }

    #[test]
    fn a_crate_must_take_the_workspace_lints() {
        assert!(without_lints("assay", "[package]\n[lints]\nworkspace = true\n").is_none());
        assert!(without_lints("assay", "[package]\n[lints]\nrust = 1").is_some());
        assert!(without_lints("assay", "[package]\n").is_some());
    }
}
