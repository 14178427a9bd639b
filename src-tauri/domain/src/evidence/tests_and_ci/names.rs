//! Names by which tests and continuous integration are recognised.

/// Folders that hold tests, lower case.
const TEST_FOLDERS: &[&str] = &["test", "tests", "spec", "specs", "__tests__", "testing", "t"];

/// Files and folders at the root that configure continuous integration, lower case.
const CI: &[&str] = &[
    ".travis.yml",
    ".travis.yaml",
    ".gitlab-ci.yml",
    ".circleci",
    "circle.yml",
    "jenkinsfile",
    "azure-pipelines.yml",
    "appveyor.yml",
    ".appveyor.yml",
    ".drone.yml",
    "bitbucket-pipelines.yml",
    ".buildkite",
    ".cirrus.yml",
    ".woodpecker.yml",
    ".woodpecker",
    ".semaphore",
    ".builds",
    ".build.yml",
];

/// Whether a path is that of tests: a folder for them, or a file named like one (`test_x`, `x_test`, `x.spec`, `XTest`).
pub fn is_test(path: &str) -> bool {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    folders.split('/').any(|part| TEST_FOLDERS.contains(&part.to_lowercase().as_str())) || names_a_test(file)
}

/// Whether a path configures continuous integration.
pub fn is_ci(path: &str) -> bool {
    let path = path.to_lowercase();
    let workflow = path.strip_prefix(".github/workflows/").or_else(|| path.strip_prefix(".gitea/workflows/"));
    let root = path.split('/').next().unwrap_or_default();
    CI.contains(&root) || workflow.is_some_and(|file| file.ends_with(".yml") || file.ends_with(".yaml"))
}

fn names_a_test(file: &str) -> bool {
    let Some((stem, extension)) = file.rsplit_once('.') else { return false };
    if ["md", "txt", "rst", "json", "png"].contains(&extension.to_lowercase().as_str()) {
        return false;
    }
    let small = stem.to_lowercase();
    let marked = small.split(['_', '-', '.']).collect::<Vec<_>>();
    let ends =
        |part: Option<&&str>| part.is_some_and(|part| matches!(*part, "test" | "tests" | "spec" | "specs"));
    ends(marked.last())
        || (marked.len() > 1 && ends(marked.first()))
        || ["Test", "Tests", "Spec"].iter().any(|end| stem.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_seen_by_name() {
        for path in [
            "tests/a.rs",
            "src/__tests__/a.js",
            "test_a.py",
            "pkg/a_test.go",
            "a.spec.ts",
            "src/KettleTest.java",
            "tests/",
        ] {
            assert!(is_test(path), "{path}");
        }
        for path in [
            "src/latest.rs",
            "contest.py",
            "src/attest/a.rs",
            "docs/testing.md",
            "README.md",
            "src/contest/x.c",
        ] {
            assert!(!is_test(path), "{path}");
        }
    }

    #[test]
    fn ci_is_seen_by_name() {
        for path in [
            ".github/workflows/ci.yml",
            ".travis.yml",
            ".circleci/config.yml",
            "Jenkinsfile",
            ".gitlab-ci.yml",
        ] {
            assert!(is_ci(path), "{path}");
        }
        for path in [".github/dependabot.yml", "ci.md", ".github/workflows/README.md", "docs/.travis.yml"] {
            assert!(!is_ci(path), "{path}");
        }
    }
}
