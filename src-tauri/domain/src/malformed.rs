//! What the readers of TOML and JSON say against a text, in plain words: the only place that knows theirs.

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
        return Some(format!("{length} entries stand where {} belongs", kind(wanted)));
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
    written(what)
}

/// What is wrong with how it is written, before anything is read from it.
fn written(what: &str) -> Option<String> {
    let told = match what {
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
        _ => return None,
    };
    Some(told.to_owned())
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
        "u8" => "a whole number from 0 to 255",
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
                "the text \"three\" stands where a whole number from 0 to 255 belongs, in line 1",
            ),
            (
                json(r#"{"level": 300}"#),
                "the number 300 stands where a whole number from 0 to 255 belongs, in line 1",
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
            (json(r#"{level: 1}"#), "the name of a field needs double quotes around it, in line 1"),
            (toml("level = -1"), "the number -1 stands where a whole number from 0 to 255 belongs"),
            (
                toml("level = 1\nweights.a = -2"),
                "the number -2 stands where a whole number, not below 0, belongs",
            ),
            (toml("level = 1\nflags = [{}]"), "\"flag\" is missing"),
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
