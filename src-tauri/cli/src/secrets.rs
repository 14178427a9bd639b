//! Secrets: from a prompt, a file or a descriptor; never from an argument, which other programs can see.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, IsTerminal as _, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::failure::{Failure, Result};

/// Longest line that is taken as a secret.
const LONGEST: u64 = 4096;

/// A secret, wiped when dropped.
pub type Secret = Zeroizing<String>;

/// The first line of a file; of standard input for `-`.
pub fn from_file(path: &Path) -> Result<Secret> {
    if path.as_os_str() == "-" {
        return first_line(io::stdin().lock()).map_err(|error| Failure::file(path, &error));
    }
    File::open(path).and_then(first_line).map_err(|error| Failure::file(path, &error))
}

/// The first line of an open descriptor.
#[cfg(unix)]
pub fn from_descriptor(number: u32) -> Result<Secret> {
    from_file(Path::new(&format!("/dev/fd/{number}")))
}

/// Descriptors are a thing of Unix.
#[cfg(not(unix))]
pub fn from_descriptor(_number: u32) -> Result<Secret> {
    Err(Failure::usage("this system has no file descriptors", "Use --passphrase-file."))
}

/// Asks at the terminal; `None` where there is none to ask at.
pub fn ask(question: &str) -> Result<Option<Secret>> {
    if !io::stdin().is_terminal() {
        return Ok(None);
    }
    let answer = rpassword::prompt_password(format!("{question}: "));
    answer.map(|text| Some(Zeroizing::new(text))).map_err(|error| {
        Failure::usage(
            format!("the answer cannot be read: {}", assay_domain::file_words::told(&error)),
            "Use a file instead.",
        )
    })
}

/// Asks for words that confirm what cannot be taken back; refuses where others are typed, and where nobody can
/// be asked: a program that runs others says `--yes` on purpose.
pub fn confirm(warning: &str, words: &str) -> Result<()> {
    typed(warning, words, "this cannot be taken back, and there is no terminal to ask at")
}

/// Asks whether something is meant that can be taken back but that few want, and says what speaks against it; refuses as
/// [`confirm`] does.
pub fn meant(warning: &str) -> Result<()> {
    typed(&format!("{warning} Type yes to go on"), "yes", warning)
}

fn typed(question: &str, words: &str, unasked: &str) -> Result<()> {
    match ask(question)? {
        Some(typed) if typed.trim() == words => Ok(()),
        Some(_) => Err(Failure::refused(format!("you did not type {words}"), "Nothing was changed.")),
        None => Err(Failure::usage(unasked, "Give --yes to say that you mean it.")),
    }
}

fn first_line(from: impl Read) -> io::Result<Secret> {
    let mut line = Zeroizing::new(String::new());
    BufReader::new(from.take(LONGEST)).read_line(&mut line)?;
    let length = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(length);
    Ok(line)
}
