//! Where a scorecard leaves open what would have raised a rating.

use super::{Missing, NOT_ASSESSED, Rating, ScorecardContent};
use crate::role::Seniority;
use crate::rubric::Rubric;

/// The words under which a note answers the question.
pub const RAISE_WORDS: &str = "What would have raised it:";

/// A question for each criterion that is rated below what the rubric expects of the level, and whose note does not answer it:
/// what would have raised it? A hint, which keeps nothing from being submitted.
pub fn what_would_have_raised(
    content: &ScorecardContent,
    rubric: &Rubric,
    seniority: Seniority,
) -> Vec<Missing> {
    let ask = |rating: &Rating| {
        let expected = rubric.criterion(&rating.criterion)?.expected.get(seniority).level;
        let level = rating.level.filter(|level| asks(*level, expected, &rating.note))?;
        let what = format!(
            "level {level}, where {expected} is expected: what would have raised it? Answer in the note, after \"{RAISE_WORDS}\""
        );
        Some(Missing { criterion: Some(rating.criterion.clone()), what })
    };
    content.ratings.iter().filter_map(ask).collect()
}

/// Whether a rating is asked for what would have raised it: below the expected level, and nothing stands after [`RAISE_WORDS`]
/// in its note. What was not assessed is not below anything.
fn asks(level: u8, expected: u8, note: &str) -> bool {
    let answer = note.split_once(RAISE_WORDS).map_or("", |(_, answer)| answer);
    level != NOT_ASSESSED && level < expected && answer.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rating, and whether it is asked. The window's own test reads the same table: it asks while one types.
    #[derive(serde::Deserialize)]
    struct Case {
        level: Option<u8>,
        expected: u8,
        note: String,
        asked: bool,
    }

    #[test]
    fn a_rating_below_the_expected_level_is_asked_until_its_note_answers() {
        let cases: Vec<Case> = serde_json::from_str(include_str!("raise_cases.json")).unwrap();
        assert!(!cases.is_empty());
        for Case { level, expected, note, asked } in cases {
            let told = level.is_some_and(|level| asks(level, expected, &note));
            assert_eq!(told, asked, "level {level:?} of {expected}, note {note:?}");
        }
    }
}
