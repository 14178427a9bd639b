//! CSV by its column names: separated by commas, semicolons or tabs.

use assay_domain::csv_rows;
use serde_json::{Map, Value, json};

use super::HINT;
use crate::failure::{Failure, Result};

/// What the columns may be, and the field that the rows then stand under.
const SHAPES: [(&[&str], &str); 5] = [
    (&["candidate", "rater", "criterion", "score"], "ratings"),
    (&["group", "applicants", "selected"], "groups"),
    (&["group", "applied", "passed"], "groups"),
    (&["rater", "first", "second"], "pairs"),
    (&["score", "outcome"], "outcomes"),
];

/// The field under which the lines of the rows stand.
pub const LINES: &str = "lines of the file";

/// Ratings, groups, pairs or outcomes, by the column names, with their lines.
pub fn of_csv(text: &str) -> Result<Map<String, Value>> {
    let Some(heading) = text.lines().next() else { return Err(Failure::refused("the file is empty", HINT)) };
    let bad = |error: csv::Error| Failure::refused(format!("the file is no CSV: {}", told(&error)), HINT);
    let delimiter = csv_rows::delimiter(heading);
    if let Some(why) = csv_rows::misplaced(text, delimiter) {
        return Err(Failure::refused(why, HINT));
    }
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).delimiter(delimiter).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map_err(bad)?.iter().map(str::to_ascii_lowercase).collect();
    let field = shape(&headers)?;
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(bad)?;
        let cells = record.iter().map(|cell| if delimiter == b',' { cell.to_owned() } else { pointed(cell) });
        lines.push(json!(record.position().map(|at| line(text, at))));
        rows.push(Value::Object(headers.iter().cloned().zip(cells.map(|cell| json!(cell))).collect()));
    }
    let lines = (LINES.to_owned(), Value::Array(lines));
    Ok(Map::from_iter([(field.to_owned(), Value::Array(rows)), lines]))
}

/// The line of a record: the reader's place stands before empty lines.
fn line(text: &str, at: &csv::Position) -> u64 {
    let rest = text.as_bytes().get(at.byte() as usize..).unwrap_or_default().iter();
    let empty = rest.take_while(|byte| matches!(**byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n');
    at.line() + empty.count() as u64
}

/// Where in the file, and what, without the words of the reader.
fn told(error: &csv::Error) -> String {
    let line = error.position().map(csv::Position::line);
    match (error.kind(), line) {
        (csv::ErrorKind::UnequalLengths { expected_len, len, .. }, Some(line)) => {
            format!("line {line} has {len} columns, the heading has {expected_len}")
        }
        _ => error.to_string(),
    }
}

fn shape(headers: &[String]) -> Result<&'static str> {
    let has = |name: &&str| headers.iter().filter(|header| header == name).count();
    let known = SHAPES.iter().find(|(columns, _)| columns.iter().all(|column| has(column) > 0));
    let Some((columns, field)) = known else {
        let found: Vec<&str> = headers.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join(", ") };
        let what =
            "the file needs the columns candidate, rater, criterion, score; or group, applicants, selected";
        return Err(Failure::refused(format!("{what}; it has {found}"), HINT));
    };
    match columns.iter().find(|column| has(column) > 1) {
        Some(twice) => {
            Err(Failure::refused(format!("there are two columns {twice}"), "Leave one of them out."))
        }
        None => Ok(field),
    }
}

/// A number with a decimal comma, as spreadsheets write it where commas do not separate, with a point.
fn pointed(cell: &str) -> String {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match cell.split_once(',') {
        Some((whole, part)) if digits(whole.trim_start_matches('-')) && digits(part) => {
            format!("{whole}.{part}")
        }
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Value {
        of_csv(text).unwrap()["ratings"].clone()
    }

    #[test]
    fn semicolons_tabs_and_decimal_commas_are_read() {
        let commas = rows("candidate,rater,criterion,score\nLee Fixture,Ada,depth,2.5\n");
        assert_eq!(rows("Candidate;Rater;Criterion;Score\r\nLee Fixture;Ada;depth;2,5\r\n"), commas);
        assert_eq!(rows("candidate\trater\tcriterion\tscore\nLee Fixture\tAda\tdepth\t2,5\n"), commas);
        let named = rows("candidate;rater;criterion;score\n\"Fixture, Lee\";Ada;depth;3\n");
        assert_eq!(named[0]["candidate"], "Fixture, Lee");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let why = |text: &str| of_csv(text).unwrap_err().to_string();
        assert!(why("who,what\na,b\n").contains("it has who, what"));
        assert!(why("").contains("empty"));
        assert!(why("candidate,rater,criterion,score,score\n").contains("two columns score"));
        let short = why("candidate,rater,criterion,score\nA,R,K,2\nB,R,K\n");
        assert!(short.contains("line 3 has 3 columns, the heading has 4"), "{short}");
        let head = "candidate,rater,criterion,score\n";
        let open = why(&format!("{head}A,x,c,3\nB,x,c,\"4\nC,x,c,2\n"));
        assert!(open.contains("line 3 is never closed"), "{open}");
        let swallowed = why(&format!("{head}B,x,c,\"4\nC,x,c,2\"0\n"));
        assert!(swallowed.contains("inside a field in line 2"), "{swallowed}");
    }
}
