//! A list of people as it is pasted (one to a line) or as CSV text with a header (RFC 4180; comma, semicolon or tab).

use assay_domain::candidate::{CandidateInput, ProvenanceInput, is_email};
use serde::Serialize;

/// Most lines that one list may have.
const MOST: usize = 5_000;

/// What a list would bring.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListPreview {
    /// Rows understood.
    pub rows: Vec<ListRow>,
    /// Lines that were not, and why.
    pub problems: Vec<ListProblem>,
}

/// One person of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListRow {
    /// Line of the list, from 1.
    pub line: u32,
    /// Name; the login or the address where no name is given.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// GitHub login, or empty.
    pub login: String,
    /// Where they live, or empty.
    pub location: String,
    /// One line about them, or empty.
    pub headline: String,
    /// Whether a candidate like this is here already; then the row is passed by.
    pub exists: bool,
}

/// A line that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListProblem {
    /// Line of the list, from 1.
    pub line: u32,
    /// What stands there.
    pub text: String,
    /// Why it cannot be taken.
    pub reason: String,
}

impl ListRow {
    /// The candidate this row makes.
    pub(super) fn input(&self, provenance: ProvenanceInput) -> CandidateInput {
        CandidateInput {
            name: self.name.clone(),
            email: self.email.clone(),
            location: self.location.clone(),
            headline: self.headline.clone(),
            notes: String::new(),
            provenance,
        }
    }
}

/// Reads a list. `exists` is left false.
pub(super) fn parse(text: &str) -> ListPreview {
    let text = text.trim_start_matches('\u{feff}');
    let mut preview = ListPreview::default();
    match header(text) {
        Some((delimiter, columns)) => csv_rows(text, delimiter, &columns, &mut preview),
        None => {
            for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                keep(&mut preview, index, line, plain(line));
            }
        }
    }
    preview
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Email,
    Login,
    Location,
    Headline,
    Other,
}

/// Delimiter and columns, where the first line is a header: every field of it short, one of them a name, address or login.
fn header(text: &str) -> Option<(u8, Vec<Column>)> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let delimiter = [',', ';', '\t'].into_iter().max_by_key(|mark| first.matches(*mark).count())?;
    let columns: Vec<Column> = first.split(delimiter).map(column).collect();
    let known = columns.iter().any(|column| matches!(column, Column::Name | Column::Email | Column::Login));
    known.then_some((delimiter as u8, columns))
}

fn column(title: &str) -> Column {
    match title.trim().trim_matches('"').to_lowercase().as_str() {
        "name" | "full name" | "candidate" => Column::Name,
        "email" | "e-mail" | "mail" | "email address" => Column::Email,
        "login" | "github" | "github login" | "github url" | "username" => Column::Login,
        "location" | "city" => Column::Location,
        "headline" | "title" | "position" | "job title" => Column::Headline,
        _ => Column::Other,
    }
}

fn csv_rows(text: &str, delimiter: u8, columns: &[Column], preview: &mut ListPreview) {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| position.line().saturating_sub(1));
                let shown = record.iter().collect::<Vec<_>>().join(", ");
                if !record.iter().all(|field| field.trim().is_empty()) {
                    keep(preview, usize::try_from(line).unwrap_or(0), &shown, csv_row(&record, columns));
                }
            }
            Err(error) => preview.problems.push(ListProblem {
                line: error.position().map_or(0, |position| number(position.line())),
                text: String::new(),
                reason: format!("it is not CSV that can be read: {error}"),
            }),
        }
    }
}

fn csv_row(record: &csv::StringRecord, columns: &[Column]) -> ListRow {
    let field = |wanted: Column| {
        let place = columns.iter().position(|column| *column == wanted);
        place.and_then(|place| record.get(place)).unwrap_or("").trim().to_string()
    };
    ListRow {
        name: field(Column::Name),
        email: field(Column::Email),
        login: login(&field(Column::Login)).unwrap_or_default(),
        location: field(Column::Location),
        headline: field(Column::Headline),
        ..ListRow::default()
    }
}

/// A line such as `Ada Fixture <ada@fixture.example>, @ada, Kassel`: what looks like an address or a login is one, the
/// first other part is the name, the next the headline.
fn plain(line: &str) -> ListRow {
    let mut row = ListRow::default();
    let line = line.trim().trim_start_matches(['-', '*', '•']).replace(['<', '>'], ",");
    for part in line.split([',', ';', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        let is_login = part.starts_with('@') || part.contains("github.com/");
        if is_email(part) {
            row.email = part.to_string();
        } else if let Some(login) = is_login.then(|| login(part)).flatten() {
            row.login = login;
        } else if row.name.is_empty() {
            row.name = part.to_string();
        } else if row.headline.is_empty() {
            row.headline = part.to_string();
        }
    }
    row
}

/// The login of `@login`, `login` or an address of a profile.
fn login(text: &str) -> Option<String> {
    let text = text.trim();
    let login = match text.split_once("github.com/") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next()?,
        None => text.trim_start_matches('@'),
    };
    let good = !login.is_empty()
        && login.len() <= 64
        && login.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    good.then(|| login.to_string())
}

fn keep(preview: &mut ListPreview, index: usize, text: &str, mut row: ListRow) {
    row.line = number(index as u64 + 1);
    if row.name.is_empty() {
        let other = if row.login.is_empty() { &row.email } else { &row.login };
        row.name = other.clone();
    }
    let provenance = ProvenanceInput {
        source: assay_domain::candidate::SourceKind::Other,
        basis: assay_domain::candidate::Basis::Other,
        permission: String::new(),
        until: None,
    };
    let problem = match row.input(provenance).checked() {
        Err(problem) => Some(problem.to_string()),
        Ok(_) if preview.rows.len() >= MOST => Some(format!("a list may have {MOST} rows; split it")),
        Ok(_) => None,
    };
    match problem {
        Some(reason) => {
            let text = text.chars().take(200).collect();
            preview.problems.push(ListProblem { line: row.line, text, reason });
        }
        None => preview.rows.push(row),
    }
}

fn number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_lines_say_who() {
        let preview = parse("Ada Fixture <ada@fixture.example>\n\n- Bo Fixture, @bo-fixture, Backend\nhttps://github.com/cy-fixture/x\n");
        assert!(preview.problems.is_empty());
        let rows: Vec<_> = preview
            .rows
            .iter()
            .map(|row| (row.line, row.name.as_str(), row.email.as_str(), row.login.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                (1, "Ada Fixture", "ada@fixture.example", ""),
                (3, "Bo Fixture", "", "bo-fixture"),
                (4, "cy-fixture", "", "cy-fixture")
            ]
        );
        assert_eq!(preview.rows[1].headline, "Backend");
    }

    #[test]
    fn csv_goes_by_its_header_and_bad_rows_are_told() {
        let text = "E-Mail;Name;City\r\nada@fixture.example;\"Fixture; Ada\";Kassel\r\nno address;Bo Fixture;\r\n;;\r\n";
        let preview = parse(text);
        assert_eq!(preview.rows.len(), 1);
        assert_eq!((preview.rows[0].name.as_str(), preview.rows[0].location.as_str()), ("Fixture; Ada", "Kassel"));
        assert_eq!(preview.problems.len(), 1);
        assert_eq!(preview.problems[0].line, 3);
        assert!(preview.problems[0].reason.contains("no e-mail address"));
    }
}
