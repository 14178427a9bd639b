//! Dates, scores and what is unknown, as a document says them.

use assay_domain::scorecard::NOT_ASSESSED;
pub use assay_domain::words::moment;
use assay_domain::words::{self, decimal};

use crate::Instant;

/// What stands where nothing was assessed (law 1).
pub const UNASSESSED: &str = "not assessed";

/// A day: `23 Nov 2026`.
pub fn day(at: Instant) -> String {
    words::day(at.date_naive())
}

/// A score to one decimal, or that there is none.
pub fn score(score: Option<f64>) -> String {
    score.map_or_else(|| UNASSESSED.into(), |score| decimal(score, 1))
}

/// A score to two decimals, for sums that are to be followed.
pub fn exact(score: Option<f64>) -> Option<String> {
    score.map(|score| decimal(score, 2))
}

/// A level; `None` where it was not assessed.
pub fn level(level: Option<u8>) -> Option<u8> {
    level.filter(|level| *level != NOT_ASSESSED)
}

/// A word of the domain for people: `strong-yes` is "Strong yes".
pub fn title(word: &str) -> String {
    capital(word).replace('-', " ")
}

/// A text with a capital in front, else as it stands: what a role calls a stage is its own.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}", chars.as_str())
}

/// A name for a file: letters and digits of any script, everything between them a hyphen, at most 60 characters of each part.
pub fn stem(parts: &[&str]) -> String {
    let part = |text: &&str| {
        let kept: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        let joined = kept.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
        joined.chars().take(60).collect::<String>()
    };
    parts.iter().map(part).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::{capital, stem, title};

    #[test]
    fn names_of_files_hold_nothing_that_a_file_system_reads() {
        assert_eq!(stem(&["Ilse Fixture", "../Backend: C/C++", ""]), "ilse-fixture-backend-c-c");
        assert_eq!(stem(&["Олена Зразок", "王小明"]), "олена-зразок-王小明");
    }

    #[test]
    fn words_are_said_as_people_say_them() {
        assert_eq!(title("strong-no"), "Strong no");
        assert_eq!(capital("on-site chat"), "On-site chat");
    }
}
