//! One leaf: recognised, split, parsed, and handed to the shapes.

use std::io::{Cursor, ErrorKind, Read};

use assay_domain::import::Record;
use encoding_rs::Encoding;
use serde_json::Value;

use super::out::{Out, Verdict};
use super::sniff::{LOOKED_AT, Sniffed, sniff};
use super::split::{Item, Place, Split};
use super::text::Text;
use crate::hints::OTHERS;
use crate::json::cut_texts;
use crate::limits::Limits;
use crate::shape;
use crate::walk::{Rest, explain};

/// Bytes between two words of progress.
const PROGRESS: u64 = 256 * 1024;

/// Bytes read before the first record is handed on, so that a small leaf is known to be undamaged.
const AHEAD: u64 = 8 * 1024 * 1024;

/// Reads a leaf into `out`; `done` says how many bytes have been read so far.
///
/// A leaf with a wrong checksum within [`AHEAD`] gives nothing, for any of it may be wrong; one that is cut gives its
/// whole records.
pub(super) fn read(data: &mut dyn Read, limits: &Limits, out: &mut Out<'_>, done: &dyn Fn() -> u64) {
    let mut head = Vec::new();
    let failed = data.take(AHEAD).read_to_end(&mut head).err();
    if let Some(error) = failed.as_ref().filter(|error| error.kind() != ErrorKind::UnexpectedEof) {
        return out.note(Verdict::Refuse(explain(error)));
    }
    match sniff(&head[..head.len().min(LOOKED_AT)]) {
        Sniffed::Json { encoding, mark } => {
            let mut start = Cursor::new(head);
            start.set_position(mark as u64);
            values(&mut start.chain(Rest { data, failed }), encoding, limits, out, done);
        }
        other => match (failed, saved_answer(&head)) {
            (Some(error), _) => out.note(Verdict::Refuse(explain(&error))),
            (None, Some(reason)) if other == Sniffed::Text => {
                out.shape = Some(shape::ERROR);
                out.note(Verdict::refuse(reason));
            }
            (None, _) => passed(other, out),
        },
    }
}

/// What a text is that a failed or wrong capture left behind.
fn saved_answer(head: &[u8]) -> Option<&'static str> {
    let start = String::from_utf8_lossy(&head[..head.len().min(200)]).trim_start().to_ascii_lowercase();
    if start.starts_with("http/") {
        return Some("an answer saved with its headers; save the body alone (`gh api` without `-i`)");
    }
    let error =
        start.starts_with("gh: ") || start.starts_with("404: not found") || start.starts_with("curl: (");
    error.then_some("a saved error message instead of data; fetch the body again")
}

/// A leaf that is no JSON.
fn passed(sniffed: Sniffed, out: &mut Out<'_>) {
    let verdict = match sniffed {
        Sniffed::Page => {
            out.shape = Some(shape::PAGE);
            Verdict::refuse("a web page instead of data: a saved error or sign-in page. Fetch the body again")
        }
        Sniffed::Utf32 => Verdict::refuse("written in UTF-32, which Assay does not read; save it as UTF-8"),
        Sniffed::Empty => Verdict::skip("the file is empty"),
        Sniffed::Binary => Verdict::skip("not text: an image or another binary file"),
        Sniffed::Text | Sniffed::Json { .. } => {
            Verdict::skip("text, but not JSON; no shape that Assay reads")
        }
    };
    out.note(verdict);
}

fn values(
    data: &mut dyn Read,
    encoding: &'static Encoding,
    limits: &Limits,
    out: &mut Out<'_>,
    done: &dyn Fn() -> u64,
) {
    let mut split = Split::new(Text::new(data, encoding), limits);
    let mut empty = false;
    let mut told = 0;
    while !out.stopped && !out.enough {
        match split.next() {
            Ok(Some(Item::Value(place))) => value(split.bytes(), place, limits, out),
            Ok(Some(Item::EmptyList)) => empty = true,
            Ok(Some(Item::TooMuch(reason))) => out.note(Verdict::Refuse(reason)),
            Ok(None) => break,
            Err(error) => {
                out.note(Verdict::Refuse(explain(&error)));
                return;
            }
        }
        if done() >= told + PROGRESS {
            told = done();
            out.progress(told);
        }
    }
    if out.is_empty() {
        if empty { nothing(out) } else { passed(Sniffed::Empty, out) }
    }
}

fn value(bytes: &[u8], place: Place, limits: &Limits, out: &mut Out<'_>) {
    if out.passes_by(bytes) {
        return;
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(mut value) => {
            out.value(bytes.len(), cut_texts(&mut value, limits.string_bytes));
            if let Err(verdict) = shape::read(&value, place, out) {
                out.note(verdict);
            }
        }
        Err(error) => {
            let reason = format!("not sound JSON ({}); fetch or copy it again", plain(&error));
            out.note(Verdict::Refuse(reason));
        }
    }
}

/// The parser's message without its line and column, which count from the record and would mislead.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// Lists that belong to an account; all others belong to a repository.
const OF_ACCOUNTS: &[&str] =
    &["repositories", "starred", "followers", "following", "organizations", "events", "gists", OTHERS];

/// A list without elements: a known zero where the path tells of what, and of which repository.
fn nothing(out: &mut Out<'_>) {
    let repo = out.hints.repo.clone();
    match out.hints.of {
        Some(of) if repo.is_some() || OF_ACCOUNTS.contains(&of) => {
            out.shape = Some(shape::NOTHING);
            out.push(Record::Nothing { of: of.to_owned(), repo });
        }
        Some(of) => out.note(Verdict::skip(format!(
            "an empty list of {of}, and nothing tells of which repository (`repos/OWNER/NAME/` in its path would)"
        ))),
        None => out.note(Verdict::skip("an empty list, and nothing tells what it is a list of")),
    }
}
