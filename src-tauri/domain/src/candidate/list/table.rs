//! Candidates from the rows of a CSV with a header.

use std::ops::ControlFlow;

use csv::StringRecord;

use super::header::{Column, Header};
use super::{ListEntry, Reading, login_in};
use crate::csv_rows;

/// Reads every row below the header; none where a quotation mark in the header is never closed.
pub fn read(text: &str, header: &Header, list: &mut Reading) {
    if let Some(open) = csv_rows::open_header(text, header.delimiter) {
        let source = (1..).zip(text.lines()).find(|(line, _)| *line == open.line);
        list.refuse(open.line, source.map_or("", |(_, source)| source), open.reason());
        return;
    }
    list.list.ignored = header.ignored.clone();
    let done = csv_rows::below_header(text, header.delimiter, |line, record, odd| {
        let empty = odd.is_none() && record.iter().all(|field| field.trim().is_empty());
        if !empty && !list.leaves_out(line, &first_line(record)) {
            match odd {
                // Below one that is never closed nothing is a row of its own.
                Some(odd) => list.refuse(line, &first_line(record), odd.reason()),
                None => row(record, header, line, list),
            }
        }
        ControlFlow::Continue(())
    });
    if let Err(error) = done {
        list.refuse(1, "", format!("the CSV cannot be read ({error}); save it again as UTF-8"));
    }
}

/// The row as far as its first line goes.
fn first_line(record: &StringRecord) -> String {
    let all = record.iter().collect::<Vec<_>>().join(", ");
    all.lines().next().unwrap_or_default().to_owned()
}

fn row(record: &StringRecord, header: &Header, line: u32, list: &mut Reading) {
    let source = record.iter().collect::<Vec<_>>().join(", ");
    if record.len() > header.columns.len()
        && record.iter().skip(header.columns.len()).any(|f| !f.trim().is_empty())
    {
        let (has, named) = (record.len(), header.columns.len());
        let reason = format!(
            "has {has} fields, the header names {named}: put fields that hold the delimiter in quotes"
        );
        list.refuse(line, &source, reason);
        return;
    }
    list.take(entry(record, header, line), &source);
}

fn entry(record: &StringRecord, header: &Header, line: u32) -> ListEntry {
    let field = |wanted: Column| {
        let mut cells =
            header.columns.iter().zip(record.iter()).filter(|(column, _)| **column == Some(wanted));
        cells.find_map(|(_, cell)| Some(cell.trim()).filter(|cell| !cell.is_empty())).unwrap_or_default()
    };
    let one_line = |wanted| field(wanted).split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = format!("{} {}", one_line(Column::First), one_line(Column::Last)).trim().to_owned();
    let login = login_in(field(Column::Login)).to_owned();
    let name = [one_line(Column::Name), parts, login.clone()].into_iter().find(|name| !name.is_empty());
    ListEntry {
        line,
        name: name.unwrap_or_default(),
        email: field(Column::Email).to_owned(),
        login,
        location: one_line(Column::Location),
        headline: one_line(Column::Headline),
        notes: field(Column::Notes).to_owned(),
    }
}
