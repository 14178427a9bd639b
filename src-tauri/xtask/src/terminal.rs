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
        self.show(&["import", &snapshot, "--permission", "invented, and shipped with Assay"])?;
        self.show(&["candidate", "list"])?;
        let roles = self.ask(&["role", "list"])?;
        let role = text_at(&roles, "/roles/0/title")?;
        let interviews = self.ask(&["interview", "list", "--role", role, "--state", "submitted"])?;
        self.show(&["scorecard", "show", text_at(&interviews, "/interviews/0/id")?])?;
        self.show(&["debrief", role])?;
        let debrief = self.ask(&["debrief", role])?;
        let candidate = undecided(&debrief)?;
        self.show(&["debrief", role, "--explain", candidate])?;
        self.show(&[
            "decide",
            candidate,
            "advance",
            "--reason",
            "Read side by side, the scorecards carry it.",
        ])?;
        self.show(&["verify"])
    }

    /// Shows a command as it would be typed, then what it answers.
    fn show(&self, words: &[&str]) -> Done {
        let mut command = self.assay(words);
        say::line(&format!("\n$ {}", process::shown(&command)));
        process::stream(&mut command)
    }

    /// What a command answers in JSON, asked for quietly.
    fn ask(&self, words: &[&str]) -> Result<Value, Failure> {
        let answer = process::answer(self.assay(words).arg("--json"))?;
        serde_json::from_str(&answer).map_err(|error| {
            Failure::new(format!("`assay {}` did not answer in JSON: {error}", words.join(" ")))
        })
    }

    fn assay(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(&self.folder).args(["-w", "Sample.assay"]).args(words);
        command
    }
}

fn text_at<'a>(answer: &'a Value, path: &str) -> Result<&'a str, Failure> {
    answer
        .pointer(path)
        .and_then(Value::as_str)
        .ok_or_else(|| Failure::new(format!("the sample has no {path}")))
}

/// Somebody whose scorecards are all in and about whom nothing is decided.
fn undecided(debrief: &Value) -> Result<&str, Failure> {
    let rows = debrief.pointer("/debrief/rows").and_then(Value::as_array).into_iter().flatten();
    let mut waiting = rows.filter(|row| {
        row["decision"].is_null()
            && row["closed"] == false
            && row["interviews_open"] == 0
            && row["score"].is_number()
    });
    let row = waiting.next().ok_or_else(|| Failure::new("in the sample nobody waits for a decision"))?;
    text_at(row, "/candidate_name")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whoever_is_decided_closed_or_still_interviewed_is_passed_over() {
        let row = |name: &str, decision: Option<&str>, closed: bool, open: u32| json!({"candidate_name": name, "decision": decision, "closed": closed, "interviews_open": open, "score": 3.5});
        let rows = [row("A", Some("hold"), false, 0), row("B", None, true, 0), row("C", None, false, 1)];
        assert!(undecided(&json!({"debrief": {"rows": rows}})).is_err());
        let rows = [row("C", None, false, 1), row("D", None, false, 0)];
        assert_eq!(undecided(&json!({"debrief": {"rows": rows}})).unwrap(), "D");
    }
}
