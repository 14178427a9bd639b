//! Stamps: a fingerprint of what a step read, kept after it succeeded, so that the step is skipped while nothing changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Done, Failure, about};
use crate::place::Place;

/// The remembered fingerprint of one step.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// The stamp of the step `name` over `inputs`: files, or folders with everything in them but `node_modules` and `dist`.
    pub fn over(place: &Place, name: &str, inputs: &[PathBuf]) -> Result<Self, Failure> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            for file in files_in(input)? {
                file.hash(&mut hasher);
                std::fs::read(&file).map_err(about(&file))?.hash(&mut hasher);
            }
        }
        Ok(Self { file: place.memory()?.join(name), now: format!("{:016x}", hasher.finish()) })
    }

    /// Whether the step succeeded with just these inputs.
    pub fn holds(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|then| then == self.now)
    }

    /// Remembers that the step succeeded.
    pub fn keep(&self) -> Done {
        std::fs::write(&self.file, &self.now).map_err(about(&self.file))
    }
}

/// Every file at or under `path`, sorted; folders that are made from others are left out. A missing path has none.
pub fn files_in(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    collect(path, &mut files)?;
    files.sort();
    Ok(files)
}

const MADE: [&str; 6] = ["node_modules", "dist", "target", "pictures", ".git", "__pycache__"];

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Done {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in std::fs::read_dir(path).map_err(about(path))? {
            let entry = entry.map_err(about(path))?;
            if !MADE.iter().any(|made| entry.file_name() == *made) {
                collect(&entry.path(), files)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> Place {
        let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("in/node_modules")).unwrap();
        Place { root: folder.join("in"), target: folder }
    }

    #[test]
    fn a_stamp_holds_until_an_input_changes_and_ignores_what_is_made() {
        let place = place("stamp");
        let inputs = [place.root.clone()];
        std::fs::write(place.root.join("a"), "1").unwrap();
        let stamp = || Stamp::over(&place, "step", &inputs).unwrap();
        assert!(!stamp().holds(), "nothing was remembered yet");
        stamp().keep().unwrap();
        std::fs::write(place.root.join("node_modules/b"), "made").unwrap();
        assert!(stamp().holds());
        std::fs::write(place.root.join("a"), "2").unwrap();
        assert!(!stamp().holds());
        std::fs::remove_dir_all(&place.target).unwrap();
    }
}
