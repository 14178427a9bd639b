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
}

impl Source {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let (path, text) = (path.into(), text.into());
        let code = if path.ends_with(".rs") { rust_text::without_tests(&text) } else { text.clone() };
        Self { path, text, code }
    }

    /// Whether everything in it is test code.
    pub fn is_test(&self) -> bool {
        let parts = || self.path.split('/');
        self.path.starts_with("tests/")
            || parts().any(|part| part == "tests" || part == "benches" || part == "examples")
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
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

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
