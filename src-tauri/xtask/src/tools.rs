//! The tools that must be there before anything else: Rust's own, Node and npm.

use std::path::Path;
use std::process::Command;

use crate::failure::{Done, Failure};
use crate::{process, say};

/// Oldest Node that the window's build tools run on.
const NODE: [u32; 2] = [20, 19];

/// Checks rustc, Node and npm.
pub fn check(root: &Path) -> Done {
    let rustc = process::answer(Command::new("rustc").arg("--version").current_dir(root))
        .map_err(|failure| failure.hint("Install a Rust toolchain: https://rustup.rs"))?;
    at_least(
        "rustc",
        &rustc,
        minimum_rust(root)?,
        "Run `rustup update`, or install a newer Rust toolchain.",
    )?;
    let node = process::answer(Command::new("node").arg("--version"))
        .map_err(|_| Failure::new("Node is not installed").hint(NODE_HINT))?;
    at_least("Node", &node, NODE, NODE_HINT)?;
    process::answer(process::npm(root).arg("--version"))
        .map_err(|_| Failure::new("npm is not installed").hint("It comes with Node: https://nodejs.org"))?;
    Ok(())
}

const NODE_HINT: &str =
    "Assay's window is built with Node 20.19 or newer: https://nodejs.org, or your system's packages.";

/// The formatter and the linter, which a minimal toolchain lacks.
pub fn check_components(root: &Path) -> Done {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if process::answer(process::cargo(root).args([subcommand, "--version"])).is_err() {
            say::line(&format!("installing {component}, which checks the sources and is missing"));
            process::stream(Command::new("rustup").args(["component", "add", component]).current_dir(root))
                .map_err(|failure| failure.hint(format!("Install the toolchain's `{component}` by hand.")))?;
        }
    }
    Ok(())
}

/// `rust-version` of the workspace, so that it is said in one place only.
fn minimum_rust(root: &Path) -> Result<[u32; 2], Failure> {
    let manifest = root.join("Cargo.toml");
    let text = std::fs::read_to_string(&manifest).map_err(crate::failure::about(&manifest))?;
    let line = text.lines().find(|line| line.starts_with("rust-version"));
    line.and_then(version).ok_or_else(|| Failure::new("Cargo.toml says no rust-version"))
}

fn at_least(name: &str, answer: &str, least: [u32; 2], hint: &str) -> Done {
    match version(answer) {
        Some(found) if found >= least => Ok(()),
        Some([major, minor]) => {
            let what =
                format!("{name} {}.{} or newer is needed; {major}.{minor} is installed", least[0], least[1]);
            Err(Failure::new(what).hint(hint))
        }
        None => Err(Failure::new(format!("{name} does not tell its version: {}", answer.trim())).hint(hint)),
    }
}

/// The first `major.minor` in a line.
fn version(line: &str) -> Option<[u32; 2]> {
    let digits = line.find(|c: char| c.is_ascii_digit())?;
    let mut parts = line[digits..].split(|c: char| !c.is_ascii_digit());
    Some([parts.next()?.parse().ok()?, parts.next()?.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_tools_print() {
        assert_eq!(version("rustc 1.95.0 (abc 2026-04-14)"), Some([1, 95]));
        assert_eq!(version("v20.19.2\n"), Some([20, 19]));
        assert_eq!(version("rust-version = \"1.95\""), Some([1, 95]));
        assert_eq!(version("none"), None);
    }

    #[test]
    fn an_old_tool_is_named_with_what_to_do() {
        assert!(at_least("Node", "v20.19.0", NODE, NODE_HINT).is_ok());
        assert!(at_least("Node", "v22.3.0", NODE, NODE_HINT).is_ok());
        let failure = at_least("Node", "v20.9.0", NODE, NODE_HINT).unwrap_err().to_string();
        assert!(failure.contains("20.19 or newer is needed; 20.9 is installed"), "{failure}");
    }
}
