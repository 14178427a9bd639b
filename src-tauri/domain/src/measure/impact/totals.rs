//! Totals that somebody hands in: how many of a group came to a stage from a source, and how many passed it. CSV (RFC 4180)
//! or JSON.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::ratings::{MeasureError, unfit};
use crate::malformed;

/// One total.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Total {
    /// The group.
    pub group: String,
    /// The stage that they came to; empty where the totals are over the whole process.
    pub stage: String,
    /// Where they came from; empty for everybody.
    pub source: String,
    /// How many came to it.
    pub applied: u32,
    /// How many of them passed.
    pub passed: u32,
}

/// What a text holds: what can be used, and why the rest cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Usable, in the order of the text.
    pub rows: Vec<Total>,
    /// Number of each other row, from 1 without the heading, with the reason.
    pub refused: Vec<(u32, String)>,
}

/// Characters of a group, a stage or a source at most.
const WORD: usize = 100;
/// Rows at most.
const ROWS: usize = 5_000;
/// People of one total at most.
const PEOPLE: u32 = 1_000_000;

/// Reads totals: CSV with the columns group, applied, passed, and where wanted stage and source; or JSON, a list of objects
/// with these fields, alone or under `totals`. `applicants` and `selected` are taken as well.
///
/// # Errors
/// Where the text is neither, a column is missing, or there are more than 5,000 rows.
pub fn read(text: &str) -> Result<Totals, MeasureError> {
    let text = text.trim_start_matches('\u{feff}');
    let rows = if text.trim_start().starts_with(['[', '{']) { of_json(text)? } else { of_csv(text)? };
    if rows.len() > ROWS {
        return Err(unfit(format!("{} rows; {ROWS} are the most", rows.len())));
    }
    let (mut out, mut seen) = (Totals::default(), BTreeSet::new());
    for (number, row) in (1..).zip(rows) {
        let fresh = |total: Total| {
            let key = (total.group.clone(), total.stage.clone(), total.source.clone());
            if seen.insert(key) {
                Ok(total)
            } else {
                Err("the same group, stage and source stand above".into())
            }
        };
        match row.checked().and_then(fresh) {
            Ok(total) => out.rows.push(total),
            Err(why) => out.refused.push((number, why)),
        }
    }
    Ok(out)
}

/// A row as it was written.
#[derive(Default)]
struct Raw {
    words: [String; 3],
    numbers: [String; 2],
}

const FIELDS: [&[&str]; 5] =
    [&["group"], &["stage"], &["source"], &["applied", "applicants"], &["passed", "selected"]];

impl Raw {
    fn checked(&self) -> Result<Total, String> {
        let word = |index: usize| -> Result<String, String> {
            let text = self.words[index].trim();
            let name = FIELDS[index][0];
            if text.chars().count() > WORD {
                return Err(format!("the {name} is longer than {WORD} characters"));
            }
            if text.chars().any(char::is_control) {
                return Err(format!("the {name} holds characters that are no text"));
            }
            Ok(text.to_owned())
        };
        let number = |index: usize| -> Result<u32, String> {
            let (text, name) = (self.numbers[index].trim(), FIELDS[index + 3][0]);
            let value = text.parse::<u32>().ok().filter(|value| *value <= PEOPLE);
            value.ok_or_else(|| format!("{name} is \"{text}\", not a whole number up to {PEOPLE}"))
        };
        let total = Total {
            group: word(0)?,
            stage: word(1)?,
            source: word(2)?,
            applied: number(0)?,
            passed: number(1)?,
        };
        match &total {
            one if one.group.is_empty() => Err("the group has no name".into()),
            one if one.applied == 0 => Err("nobody applied".into()),
            one if one.passed > one.applied => {
                Err(format!("{} passed of {} who applied", one.passed, one.applied))
            }
            _ => Ok(total),
        }
    }
}

fn of_csv(text: &str) -> Result<Vec<Raw>, MeasureError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let told = |error: csv::Error| unfit(error.to_string());
    let header: Vec<String> =
        reader.headers().map_err(told)?.iter().map(|name| name.trim().to_lowercase()).collect();
    let place = |names: &[&str]| header.iter().position(|name| names.contains(&name.as_str()));
    for names in [FIELDS[0], FIELDS[3], FIELDS[4]] {
        if place(names).is_none() {
            return Err(unfit(format!("there is no column {}", names[0])));
        }
    }
    let places = FIELDS.map(place);
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(told)?;
        let field = |index: usize| places[index].and_then(|at| record.get(at)).unwrap_or_default().to_owned();
        rows.push(Raw { words: [field(0), field(1), field(2)], numbers: [field(3), field(4)] });
    }
    Ok(rows)
}

fn of_json(text: &str) -> Result<Vec<Raw>, MeasureError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| unfit(malformed::plainly(&error.to_string())))?;
    let list = value.get("totals").unwrap_or(&value).as_array();
    let Some(list) = list else { return Err(unfit("there is no list of totals".to_owned())) };
    let field = |row: &Value, index: usize| {
        let found = FIELDS[index].iter().find_map(|name| row.get(*name));
        match found {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    };
    let row = |row: &Value| Raw {
        words: [field(row, 0), field(row, 1), field(row, 2)],
        numbers: [field(row, 3), field(row, 4)],
    };
    Ok(list.iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_rows_stay_and_bad_ones_say_why() {
        let found = read(
            "Group,Stage,Source,Applied,Passed\nA, screening ,referral,40,20\nB,screening,referral,30,31\n\
             B,screening,referral,many,1\nA,screening,referral,1,1\n,screening,,5,1\nB,screening,referral,30,12\n",
        )
        .unwrap();
        assert_eq!(found.rows.len(), 2);
        assert_eq!((found.rows[0].stage.as_str(), found.rows[1].passed), ("screening", 12));
        let why: Vec<&str> = found.refused.iter().map(|(_, why)| why.as_str()).collect();
        assert!(why[0].contains("31 passed of 30") && why[1].contains("\"many\""), "{why:?}");
        assert!(why[2].contains("stand above") && why[3].contains("no name"), "{why:?}");
        assert_eq!(found.refused[3].0, 5);
    }

    #[test]
    fn json_holds_the_same() {
        let csv = read("group,applicants,selected\nA,9,3\nB,8,2\n").unwrap();
        let json = r#"{"totals": [{"group": "A", "applied": 9, "passed": "3"}, {"group": "B", "applied": 8, "passed": 2}]}"#;
        assert_eq!(read(json).unwrap(), csv);
        assert_eq!(csv.rows[1].stage, "");
    }

    #[test]
    fn what_holds_no_totals_is_refused() {
        assert!(read("group,passed\nA,1\n").unwrap_err().to_string().contains("no column applied"));
        assert!(read("[{\"group\": ").is_err());
        assert!(read("{\"rows\": 1}").unwrap_err().to_string().contains("no list"));
        let many = format!("group,applied,passed\n{}", "A,1,1\n".repeat(ROWS + 1));
        assert!(read(&many).unwrap_err().to_string().contains("the most"));
    }
}
