//! The reason of an erasure as its receipt keeps it: in it stands nobody's name.

use super::ERASED;
use crate::blind::{Identity, calling};

/// Digits from which a number may be a telephone's.
const PHONE_MIN: usize = 7;

/// The reason without anything by which the person can be told: every part of their names, inflected too, their logins and
/// addresses; and whoever's they are, every address, login after an `@`, link and number that may be a telephone's. With it
/// whether anything was taken out.
pub fn nameless(reason: &str, person: &Identity) -> (String, bool) {
    let reason = reason.trim();
    let words = words(reason);
    let named = calling(person).text(&words).unwrap_or(words);
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

/// Every run of digits, with what stands between the digits of a telephone number, that is long enough and no date.
fn phones(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    for c in text.chars() {
        if c.is_numeric() || (!run.is_empty() && "+-./() ".contains(c)) || (run.is_empty() && c == '+') {
            run.push(c);
            continue;
        }
        out += &phone(&std::mem::take(&mut run));
        out.push(c);
    }
    out + &phone(&run)
}

fn phone(run: &str) -> String {
    let number = run.trim_end_matches(|c: char| !c.is_numeric());
    let digits = number.chars().filter(|c| c.is_numeric()).count();
    if digits < PHONE_MIN || number.split(' ').all(is_date) {
        return run.to_owned();
    }
    format!("{ERASED}{}", &run[number.len()..])
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

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(nameless(reason, &marta()), (kept.to_owned(), true), "{reason}");
        }
    }

    #[test]
    fn a_reason_without_names_stays() {
        for reason in ["asked by letter of 2026-11-30", "ticket 4711, 30.11.2026", "retention is over", ""] {
            assert_eq!(nameless(reason, &marta()), (reason.to_owned(), false), "{reason}");
        }
    }
}
