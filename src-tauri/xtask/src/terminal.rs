//! The main job in the terminal, on the sample workspace, for machines without a display: each command, then its answer.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Done, Failure, about};
use crate::place::Place;
use crate::{process, say};

/// An invented profile that ships with the repository.
const SNAPSHOT: &str = "tests/fixtures/snapshots/ottilie-fixture.json";

/// Does it, in a temporary folder that is removed at the end.
pub fn main_job(place: &Place) -> Done {
    let folder = std::env::temp_dir().join(format!("assay-sample-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(about(&folder))?;
    let job = Job { program: place.program("release", "assay"), folder: folder.clone() };
    let done = job.steps(&place.root.join(SNAPSHOT));
    std::fs::remove_dir_all(&folder).map_err(about(&folder))?;
    done
}

struct Job {
    program: PathBuf,
    folder: PathBuf,
}

impl Job {
    fn steps(&self, snapshot: &Path) -> Done {
        let snapshot = snapshot.to_string_lossy();
        self.show(&["init", "--sample"])?;
        self.show(&["import", &snapshot, "--source", "github", "--basis", "public-profile"])?;
        self.show(&["candidate", "list"])?;
        let role = self.first("roles", &["role", "list"])?;
        let interview =
            self.first("interviews", &["interview", "list", "--role", &role, "--state", "submitted"])?;
        self.show(&["scorecard", "show", &interview])?;
        self.show(&["debrief", &role])?;
        Ok(())
    }

    /// Shows a command as it would be typed, then what it answers.
    fn show(&self, words: &[&str]) -> Done {
        let mut command = self.assay(words);
        say::line(&format!("\n$ {}", process::shown(&command)));
        process::stream(&mut command)
    }

    /// The id of the first of a list, asked for quietly.
    fn first(&self, noun: &str, words: &[&str]) -> Result<String, Failure> {
        let answer = process::answer(self.assay(words).arg("--json"))?;
        let answer: Value = serde_json::from_str(&answer).map_err(|error| {
            Failure::new(format!("`assay {}` did not answer in JSON: {error}", words.join(" ")))
        })?;
        let id = answer[noun][0]["id"].as_str();
        id.map(str::to_owned).ok_or_else(|| Failure::new(format!("the sample has no {noun}")))
    }

    fn assay(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).args(["-w", "Sample.assay"]).args(words);
        command
    }
}
