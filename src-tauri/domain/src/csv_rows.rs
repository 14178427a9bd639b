//! The rows of a CSV, each with the line on which it starts, and what is odd about its quotation marks.

mod quotes;

use std::ops::ControlFlow;

use csv::{ReaderBuilder, StringRecord};

pub(crate) use quotes::{Odd, What};

/// Gives every row below the header with its line in the text, from 1, until told to stop; with the first quotation mark in it
/// that is out of place. Rows may have more or fewer fields than the header.
pub(crate) fn below_header(
    text: &str,
    delimiter: u8,
    mut each: impl FnMut(u32, &StringRecord, Option<Odd>) -> ControlFlow<()>,
) -> Result<(), csv::Error> {
    let body = text.trim_start();
    let skipped = lines(&text[..text.len() - body.len()]);
    let mut reader = ReaderBuilder::new()
        .has_headers(true)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    let mut record = StringRecord::new();
    let mut odd = quotes::odd(body, delimiter);
    let mut counted = (0, 0);
    while reader.read_record(&mut record)? {
        // The reader's own count is off after quoted line breaks: count up to where the row starts.
        let (from, line) = counted;
        let start = start_of(body, &record);
        counted = (start, line + lines(&body[from..start]));
        let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        while odd.front().is_some_and(|one| one.at < start) {
            odd.pop_front();
        }
        let own = odd.front().filter(|one| one.at < end);
        let own = own.map(|one| Odd { line: one.line + skipped, ..*one });
        if each(skipped + counted.1 + 1, &record, own).is_break() {
            break;
        }
    }
    Ok(())
}

/// The fields of the first line that is not empty.
pub(crate) fn header(text: &str, delimiter: u8) -> Option<StringRecord> {
    let mut first = StringRecord::new();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.trim_start().as_bytes());
    reader.read_record(&mut first).ok().filter(|read| *read)?;
    Some(first)
}

/// The quotation mark that is never closed, where there is one.
pub(crate) fn unclosed(text: &str, delimiter: u8) -> Option<Odd> {
    quotes::odd(text, delimiter).pop_back().filter(|one| one.what == What::Unclosed)
}

/// Where a row starts, past the line ends that the reader skips before it.
fn start_of(body: &str, record: &StringRecord) -> usize {
    let at = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(usize::MAX));
    let rest = body.get(at..).unwrap_or_default();
    at.min(body.len()) + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

fn lines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}
