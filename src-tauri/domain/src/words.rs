//! How the domain's words and shares are spelt: one spelling in JSON, in tables, on the command line and on screen.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};

/// What a sum of weights may miss nought or one by, from rounding.
const NOISE: f64 = 1e-9;

/// A day of the calendar: "23 Nov 2026".
pub fn day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// A moment: "23 Nov 2026 14:05 UTC".
pub fn moment(at: DateTime<Utc>) -> String {
    at.format("%-d %b %Y %H:%M UTC").to_string()
}

/// A share of 0 to 1, as whole per cent: "90%". Only the whole reads 100%, and only nothing 0%.
pub fn percent(share: f64) -> String {
    let rounded = (share * 100.0).round();
    let shown = if share > NOISE && share < 1.0 - NOISE { rounded.clamp(1.0, 99.0) } else { rounded };
    // Adding nought turns the minus nought of an empty sum into nought.
    format!("{:.0}%", shown + 0.0)
}

/// A score or another figure to so many decimals: halves go away from nought, by the decimal number that is meant and not by
/// the binary one that stands for it, so that 2.955 is 2.96 and 3.0 wherever it is shown.
pub fn decimal(value: f64, places: i32) -> String {
    let scale = 10_f64.powi(places);
    let rounded = (value.abs() * scale + 0.5 + NOISE).floor() / scale;
    let signed = if value < 0.0 && rounded > 0.0 { -rounded } else { rounded };
    format!("{signed:.*}", usize::try_from(places).unwrap_or_default())
}

/// A difference with its sign, to so many places, rounded as [`decimal`] does: "+0.30"; nought has no minus.
pub fn signed(value: f64, places: i32) -> String {
    let text = decimal(value, places);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// Two figures as a range: "2.5 to 3.4".
pub fn range((low, high): (f64, f64), places: i32) -> String {
    format!("{} to {}", decimal(low, places), decimal(high, places))
}

/// Names in a row: "Ilse", "Ilse and Ravi", "Ilse, Ravi and Bo".
pub fn listed(names: &[String]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// A number with its noun: "1 scorecard", "2 scorecards".
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A number with a noun that is given in its plural: "1 stage move", "2 stage moves". Plurals end in -s; what stands behind the
/// first of several words ("records in them") stays.
pub fn counted_many(number: impl TryInto<u64>, many: &str) -> String {
    let number = number.try_into().unwrap_or(u64::MAX);
    if number != 1 {
        return format!("{number} {many}");
    }
    let one = |word: &str| match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').unwrap_or(word).to_owned(),
    };
    let (noun, rest) = [" with ", " in ", " of "]
        .iter()
        .find_map(|link| many.find(link))
        .map_or((many, ""), |at| many.split_at(at));
    let nouns: Vec<String> = noun.split(", ").map(one).collect();
    let nouns: Vec<String> = nouns.iter().map(|noun| noun.replacen("s and ", " or ", 1)).collect();
    format!("1 {}{rest}", nouns.join(", "))
}

/// Names under which people of the same name are told apart: the first keeps it, the next has "(2)" after it, and so on. `names`
/// are in an order that stays, each on one line.
pub fn told_apart(names: &[String]) -> Vec<String> {
    let mut taken = HashSet::new();
    let apart = |name: &String| {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut shown = name.clone();
        let mut number = 1;
        while !taken.insert(shown.clone()) {
            number += 1;
            shown = format!("{name} ({number})");
        }
        shown
    };
    names.iter().map(apart).collect()
}

/// A word that is none of those a list allows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is no {noun}; allowed: {allowed}")]
pub struct UnknownWord {
    /// What was written.
    pub word: String,
    /// What it should have been, for people.
    pub noun: &'static str,
    /// The words that are allowed, joined by commas.
    pub allowed: String,
}

/// Declares an enum of words: serde in kebab-case, `ALL`, `as_str`, `Display` and `FromStr`, which agree.
macro_rules! words {
    (
        $(#[$doc:meta])* $name:ident, $noun:literal {
            $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "specta", derive(specta::Type))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// Every one, in the order in which people name them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word, as it stands in JSON, in tables and on the command line.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text).ok_or_else(|| crate::words::UnknownWord {
                    word: text.to_owned(),
                    noun: $noun,
                    allowed: Self::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::{counted_many, decimal, percent, range, signed, told_apart};
    use crate::candidate::{Basis, SourceKind};
    use crate::decision::DecisionKind;
    use crate::scorecard::{LogEvent, Recommendation};
    use crate::stage::Stage;

    macro_rules! agrees {
        ($($name:ident),+) => {$(
            for one in $name::ALL {
                assert_eq!(serde_json::to_value(one).unwrap(), serde_json::json!(one.as_str()));
                assert_eq!(one.as_str().parse::<$name>().unwrap(), *one);
                assert_eq!(one.to_string(), one.as_str());
            }
        )+};
    }

    #[test]
    fn json_and_text_have_one_spelling() {
        agrees!(Stage, Recommendation, LogEvent, DecisionKind, SourceKind, Basis);
    }

    #[test]
    fn a_part_is_neither_all_nor_nothing() {
        let shown = [-0.0, 1e-12, 0.001, 0.5, 0.994, 0.997, 1.0 - 1e-12, 1.0].map(percent);
        assert_eq!(shown, ["0%", "0%", "1%", "50%", "99%", "99%", "100%", "100%"]);
    }

    #[test]
    fn one_is_said_in_the_singular() {
        let told =
            ["applications", "stage moves", "records in them", "citations, red flags and entries of logs"];
        assert_eq!(
            told.map(|many| counted_many(1_u32, many)),
            ["1 application", "1 stage move", "1 record in them", "1 citation, red flag or entry of logs"]
        );
        assert_eq!(counted_many(2_u32, "stage moves"), "2 stage moves");
    }

    #[test]
    fn people_of_one_name_are_told_apart_even_where_the_number_is_somebodys_name() {
        let names = ["Eda Fixture", "Eda Fixture (2)", "Eda  Fixture", "Finn Fixture"].map(str::to_owned);
        assert_eq!(told_apart(&names), ["Eda Fixture", "Eda Fixture (2)", "Eda Fixture (3)", "Finn Fixture"]);
    }

    #[test]
    fn halves_are_rounded_by_the_decimal_that_is_meant() {
        let twice = |value: f64| [decimal(value, 2), decimal(value, 1)];
        assert_eq!(twice(2.955), ["2.96", "3.0"]);
        assert_eq!(twice(2.925), ["2.93", "2.9"]);
        assert_eq!(twice(2.725), ["2.73", "2.7"]);
        assert_eq!(twice(0.6 * 2.7 + 0.4 * 2.8 - 0.0 + 0.215), ["2.96", "3.0"], "sums miss by a little");
        assert_eq!(twice(2.85), ["2.85", "2.9"]);
        assert_eq!(twice(-0.25), ["-0.25", "-0.3"]);
        assert_eq!(twice(-0.001), ["0.00", "0.0"], "no minus nought");
        assert_eq!(range((2.45, 3.349), 1), "2.5 to 3.3");
        assert_eq!([0.125, -0.125, -0.001].map(|by| signed(by, 2)), ["+0.13", "-0.13", "+0.00"]);
    }

    #[test]
    fn an_unknown_word_names_the_allowed_ones() {
        let error = "maybe".parse::<DecisionKind>().unwrap_err();
        assert_eq!(error.to_string(), "\"maybe\" is no decision; allowed: advance, hold, reject, hire");
    }
}
