//! The reason of an erasure as its receipt keeps it: by it the person cannot be told. Names of other people stay, such as of
//! whoever asked; their addresses and telephone numbers do not.

use super::{ERASED, Redaction};

/// Digits from which a number may be a telephone's.
const PHONE_MIN: usize = 7;

/// The reason without anything by which the person can be told: what `person` looks for ([`crate::blind::calling`]), and whoever's
/// they are, every address, login after an `@`, link and number that may be a telephone's. With it whether anything was taken
/// out.
pub fn nameless(reason: &str, person: &Redaction) -> (String, bool) {
    let reason = reason.trim();
    let words = words(reason);
    let named = person.text(&words).unwrap_or(words);
    let found = phones(&named);
    let changed = found != reason;
    (found, changed)
}

/// Every word with an `@` in it, and every link.
fn words(text: &str) -> String {
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '@'));
        let link = ["://", "www.", ".com/", ".org/"].iter().any(|mark| bare.contains(mark));
        if bare.len() > 1 && (bare.contains('@') || link) {
            word.replace(bare, ERASED)
        } else {
            word.to_owned()
        }
    };
    text.split_inclusive(char::is_whitespace).map(word).collect()
}

/// Every run of digits, with what stands between the digits of a telephone number, that is long enough and no date or time.
fn phones(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars() {
        if c.is_numeric() || (!run.is_empty() && is_inside(c)) || (run.is_empty() && c == '+') {
            run.push(c);
            continue;
        }
        out += &numbers(&std::mem::take(&mut run));
        out.push(c);
    }
    out + &numbers(&run)
}

/// What may stand between two digits of one number: signs, white space on the line, dashes, and what nobody sees.
fn is_inside(c: char) -> bool {
    let space = c.is_whitespace() && !matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let dash = matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}');
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    space || dash || unseen || "+-./():".contains(c)
}

/// The run without its telephone numbers. Words of it that are dates or times stay and belong to no number, but after a `+`:
/// there they may be its end.
fn numbers(run: &str) -> String {
    let mut out = String::new();
    let mut number = String::new();
    for word in run.split_inclusive(char::is_whitespace) {
        if !number.contains('+') && is_moment(word) {
            out += &phone(&std::mem::take(&mut number));
            out += word;
        } else {
            number += word;
        }
    }
    out + &phone(&number)
}

fn phone(run: &str) -> String {
    let number = run.trim_end_matches(|c: char| !c.is_numeric());
    if number.chars().filter(|c| c.is_numeric()).count() < PHONE_MIN {
        return run.to_owned();
    }
    format!("{ERASED}{}", &run[number.len()..])
}

/// A date, a time, or from one to another.
fn is_moment(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_numeric());
    word.split(['\u{2013}', '\u{2014}']).all(|one| is_date(one) || is_time(one))
}

/// `2026-11-30` or `30.11.2026`, by its shape.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let short = |part: &str| matches!(part.len(), 1 | 2);
    match parts.as_slice() {
        [a, b, c] => short(b) && ((a.len() == 4 && short(c)) || (short(a) && c.len() == 4)),
        _ => false,
    }
}

/// `14:30` or `14:30:05`, by its shape.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    matches!(parts.len(), 2 | 3) && parts.iter().all(|part| matches!(part.len(), 1 | 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blind::{Identity, calling};

    fn marta() -> Identity {
        Identity {
            names: vec!["Marta Kowalska".into(), "Marta Kowal".into()],
            logins: vec!["mkow".into()],
            ..Identity::default()
        }
    }

    #[test]
    fn nobody_is_named() {
        for (reason, kept) in [
            (
                "Marta wrote; Kowal, MARTA, marta.kowal@z.pl, Kowalskas",
                // "Kowal, MARTA" is one name.
                "[erased] wrote; [erased], [erased], [erased]",
            ),
            ("Kowalską poprosiła, Martę też", "[erased] poprosiła, [erased] też"),
            ("see https://github.com/mk-new or @mk_new", "see [erased] or [erased]"),
            ("called from +48 601 234 567.", "called from [erased]."),
            ("a friend, x@y.example, asked", "a friend, [erased], asked"),
            ("mkowalska's request", "[erased]'s request"),
            ("from 601\u{a0}234\u{202f}567 or 601\u{2011}234\u{2011}567", "from [erased] or [erased]"),
            ("601 \u{2013} 234 \u{2013} 567, 601\u{200b}234\u{200b}567", "[erased], [erased]"),
            ("asked on 30.11.2026 14:30 from 601 234 567", "asked on 30.11.2026 14:30 from [erased]"),
            ("30.11.2026 601 234 567", "30.11.2026 [erased]"),
        ] {
            assert_eq!(nameless(reason, &calling(&marta())), (kept.to_owned(), true), "{reason}");
        }
    }

    #[test]
    fn names_of_two_letters_go_too_and_those_of_others_stay() {
        let bo = Identity { names: vec!["Bo van Ek".into()], ..Identity::default() };
        let (kept, redacted) =
            nameless("Bo asked by phone, by way of Ilse Fixture; Ek's wish", &calling(&bo));
        assert_eq!(
            (kept.as_str(), redacted),
            ("[erased] asked by phone, by way of Ilse Fixture; [erased]'s wish", true)
        );
    }

    #[test]
    fn a_reason_without_names_stays() {
        for reason in [
            "asked by letter of 2026-11-30",
            "ticket 4711, 30.11.2026",
            "ticket 4711 of 30.11.2026 14:30",
            "asked on 30.11.2026 14:30 and 2026-12-01 9:05:30.",
            "on 30.11.2026\u{2013}02.12.2026 (30.11.2026 8:00)",
            "on 30.11.2026\n601 234",
            "retention is over",
            "",
        ] {
            assert_eq!(nameless(reason, &calling(&marta())), (reason.to_owned(), false), "{reason}");
        }
    }
}
