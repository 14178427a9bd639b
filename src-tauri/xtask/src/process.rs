//! Starting other programs, and saying plainly which one failed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::{Done, Failure};
use crate::say;

/// The cargo that started this program, so that a chosen toolchain stays chosen.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// npm, in the folder of the window's sources. On Windows it is a script with an ending of its own.
pub fn npm(ui: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(ui);
    command
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=@,+%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// Runs to the end with the output shown as it comes.
pub fn stream(command: &mut Command) -> Done {
    let name = shown(command);
    let status = command.status().map_err(|error| not_started(&name, &error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

/// Runs to the end, shows the output as it comes, both streams in their order, and gives each line to `see` as well.
pub fn stream_lines(command: &mut Command, mut see: impl FnMut(&str)) -> Done {
    let name = shown(command);
    let (reader, writer) = std::io::pipe().map_err(|error| not_started(&name, &error))?;
    let errors = writer.try_clone().map_err(|error| not_started(&name, &error))?;
    command.stdin(Stdio::null()).stdout(writer).stderr(errors);
    let mut child = command.spawn().map_err(|error| not_started(&name, &error))?;
    // The command holds our ends of the pipe; while they are open the reader below would wait for ever.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).split(b'\n') {
        let line = line.map_err(|error| Failure::new(format!("reading from `{name}`: {error}")))?;
        let line = String::from_utf8_lossy(&line);
        say::line(&line);
        see(&line);
    }
    let status = child.wait().map_err(|error| not_started(&name, &error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

/// Runs to the end and gives what it printed.
pub fn answer(command: &mut Command) -> Result<String, Failure> {
    let name = shown(command);
    let output = command.output().map_err(|error| not_started(&name, &error))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("`{name}` ended with {}", output.status)).hint(errors.trim()))
}

fn not_started(name: &str, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{name}` could not be started: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("/usr/bin/assay");
        command.args(["decide", "--reason", "it's clear", ""]);
        assert_eq!(shown(&command), r"assay decide --reason 'it'\''s clear' ''");
    }

    #[test]
    fn lines_of_both_streams_come_in_their_order_and_failure_is_told() {
        let mut seen = Vec::new();
        let mut command = cargo(Path::new(env!("CARGO_MANIFEST_DIR")));
        let result = stream_lines(command.arg("no-such-subcommand"), |line| seen.push(line.to_owned()));
        assert!(result.is_err_and(|failure| failure.to_string().contains("no-such-subcommand")));
        assert!(seen.iter().any(|line| line.contains("no-such-subcommand")), "{seen:?}");
    }
}
