//! The program's output: the only place that prints. Answers go to standard output, everything else to standard error.

mod answer;
mod plain;
mod table;
mod words;

pub use answer::Answer;
pub use table::{fields, grid, indented, table};
pub use words::{
    blind_word, cancelled, date, day, heading, left_out, level, list_or, local_time, moment, or, percent,
    score,
};

use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::failure::{Failure, REFUSED, WRONG_USE};
use crate::ids;

/// Prints an answer, as text or as one JSON object, and gives the exit code.
pub fn answer(answer: &Answer, json: bool) -> ExitCode {
    let text = if json { as_json(answer.json()) } else { plain::plain(answer.text()) };
    let code = if answer.is_refused() { ExitCode::from(REFUSED) } else { ExitCode::SUCCESS };
    match write(&mut io::stdout().lock(), &text) {
        Ok(()) => code,
        Err(_) => ExitCode::from(REFUSED),
    }
}

/// Prints why a command was not done, and gives the exit code.
pub fn failure(failure: &Failure, json: bool) -> ExitCode {
    let hint = failure.hint();
    let text = if json {
        as_json(&json!({"error": {"message": failure.to_string(), "hint": hint}}))
    } else if hint.is_empty() {
        plain::plain(&format!("error: {failure}\n"))
    } else {
        plain::plain(&format!("error: {failure}\n  {hint}\n"))
    };
    // Where standard error is gone too, the exit code is all that is left to say.
    let _ = write(&mut io::stderr().lock(), &text);
    ExitCode::from(failure.code())
}

/// Prints a help text that was asked for.
pub fn help(text: &clap::Error) -> ExitCode {
    match write(&mut io::stdout().lock(), &text.render().to_string()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(REFUSED),
    }
}

/// Prints what clap found wrong.
pub fn usage(error: &clap::Error) -> ExitCode {
    let _ = write(&mut io::stderr().lock(), &plain::plain(&ids::told(error)));
    ExitCode::from(WRONG_USE)
}

/// A remark beside the answer.
pub fn remark(text: &str) {
    let _ = write(&mut io::stderr().lock(), &plain::plain(&format!("{text}\n")));
}

/// A line that replaces the one before it, on a terminal only; an empty one clears it.
pub fn progress(text: &str) {
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        let _ = write(&mut stderr, &format!("\r\u{1b}[K{}", plain::plain(text)));
    }
}

fn as_json(value: &Value) -> String {
    format!("{}\n", plain::plain_json(&value.to_string()))
}

/// Writes it all. Whoever has stopped reading has seen enough.
fn write(to: &mut impl Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
