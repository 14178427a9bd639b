//! What the readers of TOML, JSON and days say against a text, in plain words: the only place that knows theirs.

use crate::rubric::LEVELS;
use crate::scorecard::NOT_ASSESSED;

/// What is wrong, as a sentence without its full stop: "a text stands where a whole number belongs". `message` is the reader's
/// own; one that is not known here stays as it is.
pub fn plainly(message: &str) -> String {
    let message = message.trim().trim_end_matches('.').replace('\n', "; ");
    let (what, place) = placed(&message);
    let told = told(what).unwrap_or_else(|| what.to_owned());
    match place {
        Some(line) => format!("{told}, in line {line}"),
        None => told,
    }
}

/// Splits off ` at line L column C`.
fn placed(message: &str) -> (&str, Option<&str>) {
    let Some((what, place)) = message.rsplit_once(" at line ") else { return (message, None) };
    match place.split_once(" column ") {
        // The reader of values that were read already has no line.
        Some(("0", _)) => (what, None),
        Some((line, _)) => (what, Some(line)),
        None => (message, None),
    }
}

fn told(what: &str) -> Option<String> {
    if let Some(rest) = what.strip_prefix("invalid type: ").or_else(|| what.strip_prefix("invalid value: ")) {
        let (found, wanted) = rest.rsplit_once(", expected ")?;
        return Some(format!("{} stands where {} belongs", self::found(found), kind(wanted)));
    }
    if let Some(rest) = what.strip_prefix("invalid length ") {
        let (length, wanted) = rest.split_once(", expected ")?;
        let list = match length {
            "0" => "an empty list stands".to_owned(),
            "1" => "a list with 1 entry stands".to_owned(),
            many => format!("a list with {many} entries stands"),
        };
        return Some(format!("{list} where {} belongs", kind(wanted)));
    }
    if let Some(field) = what.strip_prefix("missing field ") {
        return Some(format!("\"{}\" is missing", bare(field)));
    }
    if let Some(field) = what.strip_prefix("duplicate field ") {
        return Some(format!("\"{}\" stands there twice", bare(field)));
    }
    if let Some(rest) = what.strip_prefix("unknown field ") {
        return Some(match rest.split_once(", expected ") {
            Some((field, known)) => {
                format!("there is no field \"{}\" here; there are: {}", bare(field), listed(known))
            }
            None => format!("there is no field \"{}\" here", bare(rest.split(", ").next().unwrap_or(rest))),
        });
    }
    if let Some(rest) = what.strip_prefix("unknown variant ") {
        let (word, known) = rest.split_once(", expected ")?;
        return Some(format!("\"{}\" is none of the words allowed here: {}", bare(word), listed(known)));
    }
    if what.starts_with("UUID parsing failed") {
        return Some("an id is not whole: it has 32 letters and digits in five groups".to_owned());
    }
    written(what).or_else(|| day(what)).or_else(|| toml(what)).map(str::to_owned)
}

/// What is wrong with how it is written, before anything is read from it.
fn written(what: &str) -> Option<&'static str> {
    Some(match what {
        "trailing comma" => "there is a comma after the last entry",
        "expected value" => "something stands there that is no value: a text needs quotes around it",
        "key must be a string" => "the name of a field needs double quotes around it",
        "trailing characters" => "something stands after its end",
        "expected `,` or `}`" | "expected `,` or `]`" => "a comma or a closing bracket is missing",
        "expected `:`" => "a colon is missing after the name of a field",
        _ if what.starts_with("EOF while parsing") => "it breaks off before its end",
        _ if what.starts_with("control character") => {
            "a text goes over the end of a line: write the line break as \\n"
        }
        "expected ident" => {
            "a word stands there that is none of true, false and null: a text needs quotes around it"
        }
        "invalid number" => "a number is not written with digits, and a point for decimals",
        "number out of range" => "a number is too large",
        "invalid escape" => "a backslash stands in a text: write it twice",
        "recursion limit exceeded" => "it is nested too deeply",
        _ => return None,
    })
}

/// What the reader of days says.
fn day(what: &str) -> Option<&'static str> {
    let known = [
        "input is out of range",
        "input contains invalid characters",
        "premature end of input",
        "trailing input",
    ];
    known
        .contains(&what)
        .then_some("the calendar has no such day: write it as year, month and day, like 2027-03-31")
}

/// What the reader of TOML says; behind a comma it names what its grammar wanted.
fn toml(what: &str) -> Option<&'static str> {
    let what = what.split_once(", expected ").map_or(what, |(what, _)| what);
    Some(match what {
        "string values must be quoted" => "a text stands there without quotes: put it in double quotes",
        "key with no value" | "missing value" | "missing value for key" => {
            "no value stands behind a name: write name = value"
        }
        "invalid key-value pair"
        | "unexpected key or value"
        | "missing assignment between key-value pairs"
        | "extra assignment between key-value pairs"
        | "extra `=`"
        | "unexpected `=` in array"
        | "invalid inline table element"
        | "missing key for inline table element" => "a line is not written as name = value",
        "unquoted keys cannot be empty" => "the name before the equals sign is missing",
        "invalid key" | "invalid unquoted key" => {
            "a name holds a sign that it cannot hold: names have letters, digits, - and _"
        }
        "duplicate key" => "a name stands there twice",
        "unclosed array" => "a list is not closed: ] is missing",
        "unclosed inline table" => "a group is not closed: } is missing",
        "unclosed table" | "unclosed array table" | "invalid table" | "missing table open" => {
            "the heading of a table is not written as [name] or [[name]]"
        }
        "missing comma between array elements" => "a comma is missing between the entries of a list",
        "missing comma between key-value pairs" => "a comma is missing between the fields of a group",
        "extra comma in array" | "extra comma in inline table" => "a comma stands there too many",
        "unexpected content" | "unexpected content between comment and newline" => {
            "something stands behind a value, on the same line"
        }
        "invalid date-time" => "a date is not written as 2027-03-31",
        "invalid boolean" | "invalid value" | "invalid string" => {
            "something stands there that is no value: a text needs quotes around it"
        }
        "missing escaped value" | "too few unicode value digits" => {
            "a backslash stands in a text: write it twice"
        }
        "missing opening quote"
        | "invalid basic string"
        | "invalid literal string"
        | "invalid multi-line basic string"
        | "invalid multi-line literal string" => {
            "a text is not closed: its quotation mark is missing on the line"
        }
        "carriage return must be followed by newline" => {
            "the ends of the lines are broken: save the file as plain text"
        }
        "cannot recurse further; max recursion depth met" => "it is nested too deeply",
        "unexpected leading zero"
        | "unexpected sign"
        | "redundant numeric sign"
        | "redundant integer number prefix"
        | "`_` may only go between digits"
        | "integers with a radix cannot be signed"
        | "radix must be lowercase"
        | "invalid mantissa"
        | "invalid exponent"
        | "invalid fraction"
        | "invalid float"
        | "invalid integer number"
        | "invalid hexadecimal number"
        | "invalid octal number"
        | "invalid binary number" => "a number is not written with digits, and a point for decimals",
        _ => return None,
    })
}

/// A name between backticks.
fn bare(name: &str) -> &str {
    name.trim().trim_matches('`')
}

/// The words of `one of `a`, `b`` or of `` `a` or `b` ``.
fn listed(known: &str) -> String {
    let words: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    if words.is_empty() { known.to_owned() } else { words.join(", ") }
}

/// What was found.
fn found(what: &str) -> String {
    let what = what.trim_end_matches(" as i128").trim_end_matches(" as u128");
    for number in ["integer ", "floating point "] {
        if let Some(value) = what.strip_prefix(number) {
            return format!("the number {}", bare(value));
        }
    }
    if let Some(text) = what.strip_prefix("string ") {
        return format!("the text {text}");
    }
    if let Some(value) = what.strip_prefix("boolean ") {
        return bare(value).to_owned();
    }
    match what {
        "null" | "unit value" | "Option value" => "nothing (null)".to_owned(),
        "map" => "a group of fields".to_owned(),
        "sequence" => "a list".to_owned(),
        other => other.to_owned(),
    }
}

/// What was wanted, by the reader's own word for it.
fn kind(wanted: &str) -> String {
    let kind = match wanted {
        // In files only levels are read as one, and how many a rubric has.
        "u8" => return format!("a whole number from {NOT_ASSESSED} to {}", LEVELS.end()),
        "u16" | "u32" | "u64" | "u128" | "usize" => "a whole number, not below 0,",
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "a string" | "a borrowed string" | "string" | "str" => "a text in quotes",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "unit" | "null" => "nothing",
        "a UUID string" | "a formatted UUID string" => "an id",
        other if other == "a map" || other.starts_with("struct ") => "a group of fields",
        other if other.contains("enum ") || other.contains("variant") => "one of the words that it allows",
        other => other,
    };
    kind.to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::plainly;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only read into")]
    struct Card {
        level: u8,
        #[serde(default)]
        flags: Vec<Flag>,
        #[serde(default)]
        word: Option<crate::scorecard::Recommendation>,
        #[serde(default)]
        id: Option<crate::ids::InterviewId>,
        #[serde(default)]
        weights: BTreeMap<String, u32>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read into")]
    struct Flag {
        flag: String,
    }

    fn json(text: &str) -> String {
        plainly(&serde_json::from_str::<Card>(text).unwrap_err().to_string())
    }

    fn toml(text: &str) -> String {
        plainly(toml::from_str::<Card>(text).unwrap_err().message())
    }

    #[test]
    fn no_word_of_a_reader_is_told() {
        let told = [
            (
                json(r#"{"level": "three"}"#),
                "the text \"three\" stands where a whole number from 0 to 7 belongs, in line 1",
            ),
            (
                json(r#"{"level": 300}"#),
                "the number 300 stands where a whole number from 0 to 7 belongs, in line 1",
            ),
            (
                json(r#"{"level": 2, "flags": ["x"]}"#),
                "the text \"x\" stands where a group of fields belongs, in line 1",
            ),
            (json(r#"{"level": 2, "flags": 1}"#), "the number 1 stands where a list belongs, in line 1"),
            (json("{}"), "\"level\" is missing, in line 1"),
            (json("{\"level\": 1,\n\"level\": 1}"), "\"level\" stands there twice, in line 2"),
            (
                json(r#"{"level": 1, "lvl": 2}"#),
                "there is no field \"lvl\" here; there are: level, flags, word, id, weights, in line 1",
            ),
            (
                json(r#"{"level": 1, "word": "maybe"}"#),
                "\"maybe\" is none of the words allowed here: strong-no, no, undecided, yes, strong-yes, in line 1",
            ),
            (
                json(r#"{"level": 1, "id": "Greta"}"#),
                "an id is not whole: it has 32 letters and digits in five groups, in line 1",
            ),
            (json(r#"{"level": 1,}"#), "there is a comma after the last entry, in line 1"),
            (
                json(r#"{"level": one}"#),
                "something stands there that is no value: a text needs quotes around it, in line 1",
            ),
            (json(r#"{"level": 1"#), "it breaks off before its end, in line 1"),
            (json(r#"{"level": 1e999}"#), "a number is too large, in line 1"),
            (json(r#"{level: 1}"#), "the name of a field needs double quotes around it, in line 1"),
            (toml("level = -1"), "the number -1 stands where a whole number from 0 to 7 belongs"),
            (
                toml("level = 1\nweights.a = -2"),
                "the number -2 stands where a whole number, not below 0, belongs",
            ),
            (toml("level = 1\nflags = [{}]"), "\"flag\" is missing"),
            (json("[]"), "an empty list stands where a group of fields belongs, in line 1"),
            (toml("level = one"), "a text stands there without quotes: put it in double quotes"),
            (toml("level"), "no value stands behind a name: write name = value"),
            (toml("level = 1\n= 2"), "the name before the equals sign is missing"),
            (toml("level = 1\nflags = [1"), "a list is not closed: ] is missing"),
            (toml("level = 1\nlevel = 2"), "a name stands there twice"),
            (toml("level = 01"), "a number is not written with digits, and a point for decimals"),
            (
                plainly("input is out of range"),
                "the calendar has no such day: write it as year, month and day, like 2027-03-31",
            ),
        ];
        for (told, expected) in told {
            assert_eq!(told, expected);
        }
    }

    #[test]
    fn what_is_not_known_stays_as_it_is() {
        assert_eq!(plainly("unclosed bracket."), "unclosed bracket");
        assert_eq!(plainly("look at line by line"), "look at line by line");
    }
}
