//! The commands of README.md, all of them, in their order, in a shell: those on the sample, and those by which somebody begins a
//! workspace of their own.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// Where those on the sample begin.
const SAMPLE: &str = "To look round";
/// Where those of one's own workspace begin.
const OWN: &str = "A workspace of your own";
/// What stands after them.
const END: &str = "| exit code | means |";

/// Instead of an editor: every criterion at level 3, with a note, and a recommendation.
const EDITOR: &str = "#!/bin/sh
sed -i -e 's/\"level\": null/\"level\": 3/' -e 's/\"note\": \"\"/\"note\": \"Said so.\"/' \\
  -e 's/\"recommendation\": null/\"recommendation\": \"yes\"/' \"$1\"
";

/// The commands between two places of README.md.
fn commands(from: &str, to: &str) -> String {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let (_, rest) = readme.split_once(from).unwrap();
    let (told, _) = rest.split_once(to).unwrap();
    told.split("```").skip(1).step_by(2).collect()
}

/// A shell in a home of its own, with the program and an editor on its path; whatever is asked for is answered by `typed`.
fn shell(home: &TempDir, commands: &str, editor: Option<&str>, typed: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_assay")).parent().unwrap();
    let editor_path = home.path().join("editor");
    fs::write(&editor_path, EDITOR).unwrap();
    fs::set_permissions(&editor_path, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}:{}", program.display(), home.path().display(), std::env::var("PATH").unwrap());
    let input = home.path().join("typed");
    fs::write(&input, typed).unwrap();
    let mut command = Command::new("sh");
    command
        .args(["-eux", "-c", commands])
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("PATH", path);
    for name in ["ASSAY_WORKSPACE", "ASSAY_AS", "ASSAY_PASSPHRASE_FILE", "EDITOR"] {
        command.env_remove(name);
    }
    command.envs(editor.map(|editor| ("EDITOR", editor)));
    command.stdin(Stdio::from(fs::File::open(input).unwrap())).output().unwrap()
}

fn told(output: &Output) -> String {
    format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn the_sample_can_be_looked_round_by_the_readme() {
    let commands = commands(SAMPLE, OWN);
    assert!(commands.matches("assay ").count() >= 40, "{commands}");
    let home = tempfile::tempdir().unwrap();
    symlink(Path::new(ROOT).join("tests"), home.path().join("tests")).unwrap();
    fs::create_dir(home.path().join("their-work")).unwrap();
    fs::write(home.path().join("their-work/review.md"), "The second loop asks once per row.\n").unwrap();
    let answers = "Name,E-mail,Something you shipped\nGreta Pattern,greta@example.org,A ledger.\n";
    fs::write(home.path().join("answers.csv"), answers).unwrap();
    let output = shell(&home, &commands, None, "");
    assert!(output.status.success(), "{}", told(&output));
    for made in ["role.pdf", "ilse.pdf", "for-ilse.pdf", "ratings.csv", "mine.ics", "for-cy/candidate"] {
        assert!(home.path().join(made).exists(), "{made}");
    }
}

#[test]
fn a_workspace_of_one_s_own_goes_from_the_readme_to_a_decision() {
    let commands = commands(OWN, END);
    assert!(commands.matches("assay ").count() >= 20, "{commands}");
    let home = tempfile::tempdir().unwrap();
    let output = shell(&home, &commands, Some("editor"), "correct horse battery staple\n");
    assert!(output.status.success(), "{}", told(&output));
    assert!(told(&output).contains("Cy Example") && home.path().join("cy.pdf").exists(), "{}", told(&output));
}

#[test]
fn without_an_editor_the_readme_says_what_to_set() {
    let commands = commands(OWN, END);
    let edits = commands.lines().find(|line| line.contains("EDITOR")).unwrap();
    let output = shell(&tempfile::tempdir().unwrap(), edits, None, "");
    assert!(!output.status.success());
    assert!(told(&output).contains("EDITOR: set it to an editor, or fill bo.json in"), "{}", told(&output));
}
