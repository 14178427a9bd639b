//! The source files that the rules look at.

use std::path::Path;

use super::rust_text;
use crate::failure::{Failure, about};
use crate::stamp;

/// One source file.
pub struct Source {
    /// Path from the root of the repository, with `/` between the parts.
    pub path: String,
    /// Its text as it stands.
    pub text: String,
    /// Rust: the same without comments and without what stands in test modules; lines keep their numbers.
    pub code: String,
    /// It is a test module that another file declares under `#[cfg(test)]`.
    declared_test: bool,
}

impl Source {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let code = if path.ends_with(".rs") { rust_text::without_tests(&text) } else { text.clone() };
        Self { path, text, code, declared_test: false }
    }

    /// Whether everything in it is test code.
    pub fn is_test(&self) -> bool {
        let parts = || self.path.split('/');
        self.declared_test
            || self.path.starts_with("tests/")
            || parts()
                .any(|part| part == "tests" || part == "benches" || part == "examples" || part == "fuzz")
            || parts().next_back().is_some_and(|name| name == "tests.rs" || name.ends_with("_tests.rs"))
            || self.path.contains(".test.")
    }

    /// Where a line of it is, as an editor understands it; lines count from nought here and from one there.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{}", self.path, line + 1)
    }
}

const FOLDERS: [&str; 3] = ["src-tauri", "ui", "tests"];
const ENDINGS: [&str; 6] = ["rs", "ts", "tsx", "css", "html", "sql"];

/// Every source file of the repository that a person wrote.
pub fn all(root: &Path) -> Result<Vec<Source>, Failure> {
    let mut sources = Vec::new();
    for folder in FOLDERS {
        for file in stamp::files_in(&root.join(folder))? {
            let path = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let written =
                file.extension().is_some_and(|ending| ENDINGS.iter().any(|wanted| ending == *wanted));
            if written && !path.starts_with("ui/src/generated/") && !path.contains("/gen/") {
                let text = std::fs::read_to_string(&file).map_err(about(&file))?;
                sources.push(Source::new(path, text));
            }
        }
    }
    mark_declared_tests(&mut sources);
    Ok(sources)
}

/// Files of modules that are declared as `#[cfg(test)] mod name;`.
fn mark_declared_tests(sources: &mut [Source]) {
    let tests: Vec<String> = sources.iter().flat_map(declared_tests).collect();
    for source in sources {
        source.declared_test = tests.contains(&source.path);
    }
}

fn declared_tests(source: &Source) -> Vec<String> {
    let parent = source.path.trim_end_matches(".rs");
    let home = ["/mod", "/lib", "/main"].iter().find_map(|name| parent.strip_suffix(name)).unwrap_or(parent);
    let after = source.text.split("#[cfg(test)]").skip(1);
    let names = after.filter_map(|rest| rest.trim_start().strip_prefix("mod ")?.split(';').next());
    let plain = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
    names.filter(plain).map(|name| format!("{home}/{name}.rs")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_declared_for_tests_only_is_a_test() {
        let mut sources = [
            Source::new("src-tauri/engine/src/lib.rs", "mod store;\n#[cfg(test)]\nmod bench;\n"),
            Source::new("src-tauri/engine/src/bench.rs", ""),
            Source::new("src-tauri/engine/src/store.rs", "#[cfg(test)]\nmod made;"),
            Source::new("src-tauri/engine/src/store/made.rs", ""),
        ];
        mark_declared_tests(&mut sources);
        assert_eq!(sources.each_ref().map(Source::is_test), [false, true, false, true]);
    }

    #[test]
    fn test_files_are_told_from_the_rest() {
        for path in [
            "tests/src/lib.rs",
            "src-tauri/cli/tests/whole.rs",
            "src-tauri/engine/src/store/tests.rs",
            "ui/src/a.test.ts",
        ] {
            assert!(Source::new(path, "").is_test(), "{path}");
        }
        for path in ["src-tauri/engine/src/store/mod.rs", "ui/src/app.tsx", "src-tauri/xtask/src/test.rs"] {
            assert!(!Source::new(path, "").is_test(), "{path}");
        }
    }
}
