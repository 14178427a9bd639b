//! Where a scorecard leaves open what would have raised a rating.

use super::{Missing, ScorecardContent};
use crate::role::Seniority;
use crate::rubric::Rubric;

/// A question for each criterion that is rated below what the rubric expects of the level, without a word: what would have
/// raised it? A hint, which keeps nothing from being submitted.
pub fn what_would_have_raised(
    content: &ScorecardContent,
    rubric: &Rubric,
    seniority: Seniority,
) -> Vec<Missing> {
    let ask = |rating: &super::Rating| {
        let criterion = rubric.criterion(&rating.criterion)?;
        let expected = criterion.expected.get(seniority).level;
        let level = rating.level.filter(|level| *level > 0 && *level < expected)?;
        let what = format!("level {level}, where {expected} is expected: what would have raised it?");
        rating.note.trim().is_empty().then(|| Missing { criterion: Some(rating.criterion.clone()), what })
    };
    content.ratings.iter().filter_map(ask).collect()
}
