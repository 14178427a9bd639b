//! Where things are: the repository, cargo's target folder, and what the tasks remember between runs.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, about};

/// The folders the tasks work in.
pub struct Place {
    /// Root of the repository.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was configured to be.
    pub target: PathBuf,
}

impl Place {
    /// Finds the repository from this crate's place in it, and the target folder from where this program was built.
    pub fn find() -> Result<Self, Failure> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root =
            here.ancestors().nth(2).ok_or_else(|| Failure::new("this crate has left its repository"))?;
        let program = std::env::current_exe().map_err(|error| Failure::new(error.to_string()))?;
        let target = program
            .ancestors()
            .nth(2)
            .ok_or_else(|| Failure::new("this program has left its target folder"))?;
        Ok(Self { root: root.to_path_buf(), target: target.to_path_buf() })
    }

    /// The sources of the window.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Where tasks keep their stamps and logs; made when missing.
    pub fn memory(&self) -> Result<PathBuf, Failure> {
        let folder = self.target.join("xtask");
        std::fs::create_dir_all(&folder).map_err(about(&folder))?;
        Ok(folder)
    }

    /// A built program: `profile` is `debug` or `release`.
    pub fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
