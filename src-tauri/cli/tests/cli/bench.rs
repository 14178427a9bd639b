//! A temporary folder, the program run in it, and what changes from run to run taken out of its output.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder with a passphrase file, and a workspace where one was made.
pub struct Bench {
    home: tempfile::TempDir,
}

/// The folder of reference values, where it is at hand.
pub fn reference() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let shared = std::env::var_os("ASSAY_SHARED").map_or_else(beside, PathBuf::from);
    Some(shared.join("reference")).filter(|folder| folder.is_dir())
}

impl Bench {
    /// Without a workspace.
    pub fn empty() -> Self {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join("pass"), "a long passphrase\n").unwrap();
        Self { home }
    }

    /// With a workspace whose only person is Ada Fixture.
    pub fn new() -> Self {
        let bench = Self::empty();
        bench.json(&["init", "--name", "Team Fixture", "--owner", "Ada Fixture"]);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Copies a fixture into the folder, so that outputs name it by a short path.
    pub fn fixture(&self, name: &str) -> String {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
        let short = Path::new(name).file_name().unwrap();
        std::fs::copy(from, self.home.path().join(short)).unwrap();
        short.to_string_lossy().into_owned()
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// What `assay measure` says with these words, of files beside no workspace; it must succeed.
    pub fn measured(&self, words: &[&str]) -> String {
        let found = self.bare(&[&["measure"], words].concat());
        assert!(found.status.success(), "{words:?}: {}", String::from_utf8_lossy(&found.stderr));
        String::from_utf8(found.stdout).unwrap()
    }

    /// Runs the program on the workspace with its passphrase.
    pub fn run(&self, words: &[&str]) -> Output {
        self.bare(&[&["-w", "team.assay", "--passphrase-file", "pass"], words].concat())
    }

    /// Runs the program with these words only.
    pub fn bare(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Runs the program on the workspace for whom ASSAY_AS names.
    pub fn run_as(&self, person: &str, words: &[&str]) -> Output {
        let words = [&["-w", "team.assay", "--passphrase-file", "pass"], words].concat();
        self.command(&words).env("ASSAY_AS", person).output().unwrap()
    }

    /// Runs the program with a variable of the environment.
    pub fn with(&self, name: &str, value: &str, words: &[&str]) -> Output {
        self.command(words).env(name, value).output().unwrap()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assay"));
        command.args(words).current_dir(self.home.path()).stdin(Stdio::null());
        for name in ["ASSAY_WORKSPACE", "ASSAY_AS", "ASSAY_PASSPHRASE_FILE"] {
            command.env_remove(name);
        }
        command
    }

    /// What a command answers as JSON. It must have been done.
    pub fn json(&self, words: &[&str]) -> Value {
        let output = self.run(&[words, &["--json"]].concat());
        assert!(output.status.success(), "{words:?}: {}", shown(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

/// Exit code and both outputs.
pub fn shown(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let code = output.status.code().unwrap();
    format!("exit {code}\n--- output\n{out}--- errors\n{err}")
}

/// Compares a whole output with its snapshot, but for ids, hashes, dates and the widths that they cause.
pub fn check(name: &str, output: &Output) {
    check_text(name, &shown(output));
}

/// Compares a text as [`check`] does.
pub fn check_text(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots");
    settings.set_omit_expression(true);
    settings.add_filter(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "[id]");
    settings.add_filter(r"\b[0-9a-f]{64}\b", "[hash]");
    settings.add_filter(r"ASSAY-[0-9A-Z-]+|\b([0-9A-Z]{4,6}-){4,}[0-9A-Z]+\b", "[recovery code]");
    settings.add_filter(r"\d{1,2} [A-Z][a-z]{2} 20\d\d \d\d:\d\d UTC", "[moment]");
    settings.add_filter(r"\d{1,2} [A-Z][a-z]{2} 20\d\d", "[date]");
    settings.add_filter(r"20\d\d-\d\d-\d\dT[0-9:.]+Z", "[instant]");
    settings.add_filter(r"on 20\d\d-\d\d-\d\d", "on [date]");
    settings.add_filter(r"\d{8}T\d{9}Z", "[instant]");
    settings.add_filter(r"Candidate [A-Z][2-9][A-Z][2-9A-Z]*\b", "Candidate [label]");
    settings.add_filter(r"candidate-[a-z][2-9][a-z][2-9a-z]*\b", "candidate-[label]");
    settings.add_filter(r" {2,}", "  ");
    settings.bind(|| insta::assert_snapshot!(name, text));
}
