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

    #[test]
    fn a_rating_below_the_expected_level_is_asked_until_its_note_answers() {
        let noted = "Named the place.";
        for (level, note, asked) in [
            (2, "", true),
            (2, noted, true),
            (2, "What would have raised it: ", true),
            (2, "Named the place.\nWhat would have raised it: a cause", false),
            (3, noted, false),
            (4, "", false),
            (NOT_ASSESSED, "", false),
        ] {
            assert_eq!(asks(level, 3, note), asked, "level {level}, note {note:?}");
        }
    }
}
