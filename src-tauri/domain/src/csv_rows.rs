//! The rows of a CSV, each with the line on which it starts, and what is odd about its quotation marks.

mod quotes;

use std::borrow::Cow;
use std::ops::ControlFlow;

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

pub(crate) use quotes::{Odd, What};

/// Gives every row below the header with its line in the text, from 1, until told to stop; with the last quotation mark in it
/// that is out of place: one that is never closed, where there is one. Rows may have more or fewer fields than the header.
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
        let mut own = None;
        while let Some(one) = odd.pop_front_if(|one| one.at < end) {
            own = Some(Odd { line: one.line + skipped, ..one }).filter(|_| one.at >= start);
        }
        if each(skipped + counted.1 + 1, &record, own).is_break() {
            break;
        }
    }
    Ok(())
}

/// Why the rows of a whole table cannot be told apart: its first quotation mark that is out of place; `None` where all are in
/// theirs.
pub fn misplaced(text: &str, delimiter: u8) -> Option<String> {
    let body = text.trim_start();
    let skipped = lines(&text[..text.len() - body.len()]);
    let first = quotes::odd(body, delimiter).pop_front()?;
    Some(Odd { line: first.line + skipped, ..first }.reason())
}

/// Of comma, semicolon and tab, what occurs most often in the heading of a table.
pub fn delimiter(heading: &str) -> u8 {
    let count = |delimiter: &u8| heading.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last is taken: the comma.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A table with commas between its fields, whatever [`delimiter`] stood there.
///
/// # Errors
/// Where the text is no CSV.
pub fn with_commas(text: &str) -> Result<Cow<'_, str>, csv::Error> {
    let delimiter = delimiter(text.trim_start().lines().next().unwrap_or_default());
    if delimiter == b',' {
        return Ok(Cow::Borrowed(text));
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in reader.records() {
        writer.write_record(&record?)?;
    }
    let bytes = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The fields of the first line that is not empty.
pub(crate) fn header(text: &str, delimiter: u8) -> Option<StringRecord> {
    first_row(text.trim_start(), delimiter).map(|(fields, _)| fields)
}

/// The quotation mark in the header that is never closed, where there is one: then every row below belongs to the header.
pub(crate) fn open_header(text: &str, delimiter: u8) -> Option<Odd> {
    let body = text.trim_start();
    let (_, end) = first_row(body, delimiter)?;
    let open = quotes::odd(body, delimiter).pop_back()?;
    let skipped = lines(&text[..text.len() - body.len()]);
    (open.what == What::Unclosed && open.at < end).then_some(Odd { line: open.line + skipped, ..open })
}

/// The first row, and where it ends.
fn first_row(body: &str, delimiter: u8) -> Option<(StringRecord, usize)> {
    let mut first = StringRecord::new();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    reader.read_record(&mut first).ok().filter(|read| *read)?;
    Some((first, usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)))
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

#[cfg(test)]
mod tests {
    use super::{misplaced, with_commas};

    #[test]
    fn a_table_has_commas_whatever_stood_between_its_fields() {
        let commas = "group,stage,applied\n\"A, B\",,5\n";
        assert_eq!(with_commas(commas).unwrap(), commas);
        assert_eq!(with_commas("group\tstage\tapplied\r\nA, B\t\t5\r\n").unwrap(), commas);
        assert_eq!(with_commas("group;stage;applied\n\"A, B\";;5\n").unwrap(), commas);
    }

    #[test]
    fn the_first_mark_that_is_out_of_place_is_told_by_its_line_in_the_whole_text() {
        let told = misplaced("\n\na,b\nc,\"d\n", b',').unwrap();
        assert!(told.contains("line 4") && told.contains("never closed"), "{told}");
        assert_eq!(misplaced("a,\"b\"\n", b','), None);
    }
}
