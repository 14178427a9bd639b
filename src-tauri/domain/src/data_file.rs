//! Reading TOML data files so that every problem names its line.

mod kind;

pub use kind::DataFileKind;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::malformed;
use crate::problem::{Findings, Problem, usable};

/// Largest data file that is read: far above any real one, far below what would hurt.
const MOST_BYTES: usize = 1024 * 1024;

/// Reads `text` as a `T`, then checks it with `check`; every problem gets `file` and its line.
///
/// Gives the value where nothing stops its use (questions do not); otherwise every problem that was found.
pub(crate) fn read<T: DeserializeOwned>(
    text: &str,
    file: &str,
    check: impl FnOnce(&T) -> Vec<Problem>,
) -> Result<T, Vec<Problem>> {
    let problems = match shaped(text) {
        Ok(value) => {
            let problems = check(&value);
            if usable(&problems) {
                return Ok(value);
            }
            problems
        }
        Err(problem) => vec![problem],
    };
    Err(located(problems, text, file))
}

/// Everything wrong or questionable that `check` finds in `text` read as a `T`, each with `file` and its line; where it cannot be
/// read as one, why.
pub(crate) fn check_file<T: DeserializeOwned>(
    text: &str,
    file: &str,
    check: impl Fn(&T) -> Vec<Problem>,
) -> Vec<Problem> {
    match read(text, file, &check) {
        Ok(value) => located(check(&value), text, file),
        Err(problems) => problems,
    }
}

/// Gives each problem the file and the line where its place in the data stands in `text`.
pub(crate) fn located(mut problems: Vec<Problem>, text: &str, file: &str) -> Vec<Problem> {
    let table = DeTable::parse(text).ok();
    for problem in &mut problems {
        problem.file = file.to_owned();
        if problem.line == 0 {
            let offset = table.as_ref().map_or(0, |table| offset_of(table.get_ref(), &problem.at));
            problem.line = line_at(text, offset);
        }
    }
    problems
}

/// The value, if the text is TOML of the right shape; otherwise the first thing that is not.
fn shaped<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    if text.len() > MOST_BYTES {
        let mut findings = Findings::default();
        findings.error(
            "",
            "The file is larger than 1 MiB.",
            "Data files are small texts: is it the right file?",
        );
        return Err(first(findings));
    }
    toml::from_str(text).map_err(|error| {
        let mut findings = Findings::default();
        findings.error(
            "",
            format!("{}.", sentence(&malformed::plainly(error.message()))),
            advice(error.message()),
        );
        Problem { line: line_at(text, error.span().map_or(0, |span| span.start)), ..first(findings) }
    })
}

fn first(findings: Findings) -> Problem {
    findings.into_problems().swap_remove(0)
}

fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn advice(message: &str) -> &'static str {
    if message.starts_with("missing field") {
        "Add it to the table that starts here; rubrics/README.md says what it holds."
    } else if message.starts_with("unknown field") {
        "Correct the name or take the line out: nothing is ignored silently."
    } else if message.starts_with("unknown variant") {
        "Use one of the names listed."
    } else {
        "Compare this place with a file of the same sort in rubrics/, or with rubrics/schema/."
    }
}

/// The line, from 1, in which the byte at `offset` stands.
fn line_at(text: &str, offset: usize) -> u32 {
    let before = &text.as_bytes()[..offset.min(text.len())];
    u32::try_from(before.iter().filter(|byte| **byte == b'\n').count()).map_or(u32::MAX, |count| count + 1)
}

/// Byte offset of a dotted place; where the place itself is missing, that of the nearest thing around it.
fn offset_of(table: &DeTable<'_>, at: &str) -> usize {
    let mut steps = at.split('.');
    let Some((key, value)) = steps.next().and_then(|step| table.get_key_value(step)) else { return 0 };
    let mut offset = key.span().start;
    let mut value = value.get_ref();
    for step in steps {
        let found = match value {
            DeValue::Table(inner) => inner.get_key_value(step).map(|(key, value)| (key.span(), value)),
            DeValue::Array(items) => {
                step.parse().ok().and_then(|index: usize| items.get(index)).map(|item| (item.span(), item))
            }
            _ => None,
        };
        let Some((span, next)) = found else { break };
        offset = span.start;
        value = next.get_ref();
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "id = \"x\"\nlist = [\n  \"a\",\n  \"b\",\n]\n\n[[rows]]\nname = \"r0\"\n\n[[rows]]\nname = \"r1\"\n";

    fn line_of(at: &str) -> u32 {
        let table = DeTable::parse(TEXT).unwrap();
        line_at(TEXT, offset_of(table.get_ref(), at))
    }

    #[test]
    fn finds_the_line_of_a_place() {
        assert_eq!(line_of("id"), 1);
        assert_eq!(line_of("list.1"), 4);
        assert_eq!(line_of("rows.0.name"), 8);
        assert_eq!(line_of("rows.1.name"), 11);
    }

    #[test]
    fn a_missing_place_is_told_by_what_is_around_it() {
        assert_eq!(line_of("list.7"), 2);
        assert_eq!(line_of("rows.1.weight"), 10);
        assert_eq!(line_of("nothing"), 1);
    }

    #[test]
    fn a_file_too_large_is_refused_before_it_is_parsed() {
        let text = "#".repeat(MOST_BYTES + 1);
        let problems = read::<toml::Table>(&text, "big.toml", |_| Vec::new()).unwrap_err();
        assert_eq!((problems[0].file.as_str(), problems[0].line), ("big.toml", 1));
        assert!(problems[0].what.contains("1 MiB"));
    }
}
