//! The form of the Rust sources. `cargo fmt` follows `mod` lines and so misses modules that a macro declares (the lists of
//! assessment kinds, facts, shapes); rustfmt is given every file instead.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Done, Failure};
use crate::place::Place;
use crate::stamp;

const FOLDERS: [&str; 2] = ["src-tauri", "tests"];

/// Fails where a file is not formatted, with the difference.
pub fn check(place: &Place) -> Done {
    rustfmt(&place.root, &["--check"])
}

/// Formats every file.
pub fn write(place: &Place) -> Done {
    rustfmt(&place.root, &[])
}

fn rustfmt(root: &Path, words: &[&str]) -> Done {
    let files = sources(root)?;
    if files.is_empty() {
        return Err(Failure::new("there is no Rust file to look at"));
    }
    // In parts: some systems limit the length of a command.
    for part in files.chunks(100) {
        // The edition of the workspace: rustfmt itself reads no Cargo.toml.
        let mut command = Command::new("rustfmt");
        command.current_dir(root).args(["--edition", "2024"]).args(words).args(part);
        let status = command.status();
        let status =
            status.map_err(|error| Failure::new(format!("rustfmt could not be started: {error}")))?;
        if !status.success() {
            return Err(
                Failure::new("not every Rust file is formatted").hint("`cargo xtask format` does it.")
            );
        }
    }
    Ok(())
}

/// Every Rust file of the repository.
fn sources(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        files.extend(stamp::files_in(&root.join(folder))?);
    }
    let files = files.iter().map(|file| file.strip_prefix(root).unwrap_or(file).to_path_buf());
    Ok(files.filter(|file| file.extension().is_some_and(|ending| ending == "rs")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_no_mod_line_names_is_looked_at_too() {
        let root = std::env::temp_dir().join(format!("xtask-format-{}", std::process::id()));
        let folder = root.join("src-tauri/src/kinds");
        std::fs::create_dir_all(&folder).unwrap();
        let place = Place { root: root.clone(), target: root.clone() };
        assert!(check(&place).is_err(), "nothing to look at is no success");
        std::fs::write(folder.join("named_by_a_macro.rs"), "fn  f( ) { }\n").unwrap();
        assert!(check(&place).is_err());
        write(&place).unwrap();
        assert!(check(&place).is_ok());
        std::fs::remove_dir_all(&root).unwrap();
    }
}
