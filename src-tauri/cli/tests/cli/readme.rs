//! The commands of README.md by which somebody begins a workspace of their own: all of them, in their order, in a shell.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

/// Where they begin.
const BEGIN: &str = "A workspace of your own";
/// What stands after them.
const END: &str = "The passphrase comes from";

/// Instead of an editor: every criterion at level 3, with a note, and a recommendation.
const EDITOR: &str = "#!/bin/sh
sed -i -e 's/\"level\": null/\"level\": 3/' -e 's/\"note\": \"\"/\"note\": \"Said so.\"/' \\
  -e 's/\"recommendation\": null/\"recommendation\": \"yes\"/' \"$1\"
";

fn program(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn a_workspace_of_one_s_own_goes_from_the_readme_to_a_decision() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../README.md")).unwrap();
    let (_, rest) = readme.split_once(BEGIN).unwrap();
    let (told, _) = rest.split_once(END).unwrap();
    let commands: String = told.split("```").skip(1).step_by(2).collect();
    assert!(commands.matches("assay ").count() >= 20, "{commands}");

    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("pass"), "correct horse battery staple\n").unwrap();
    // The passphrase, which a person is asked for.
    let assay = format!(
        "#!/bin/sh\nexec '{}' --passphrase-file '{}/pass' \"$@\"\n",
        env!("CARGO_BIN_EXE_assay"),
        home.path().display()
    );
    program(home.path(), "assay", &assay);
    program(home.path(), "editor", EDITOR);
    let path = format!("{}:{}", home.path().display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-ex", "-c", &commands])
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("PATH", path)
        .env("EDITOR", "editor")
        .env_remove("ASSAY_WORKSPACE")
        .env_remove("ASSAY_AS")
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}\n{err}");
    assert!(out.contains("Cy Example") && home.path().join("cy.pdf").exists(), "{out}\n{err}");
}
