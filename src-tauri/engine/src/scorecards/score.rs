//! From rubrics and ratings to what the domain measures.

use assay_domain::measure::aggregate::{self, Score};
use assay_domain::measure::{Criterion, Sheet};
use assay_domain::rubric::Rubric;

/// The rubric's criteria with their weights.
pub(crate) fn criteria(rubric: &Rubric) -> Vec<Criterion> {
    let one = |id: &str, weight: u32| Criterion { id: id.to_owned(), weight: f64::from(weight) };
    rubric.criteria.iter().map(|criterion| one(&criterion.id, criterion.weight)).collect()
}

/// The levels of a scorecard, by criterion.
pub(super) fn sheet<'a>(levels: impl Iterator<Item = (&'a str, Option<u8>)>) -> Sheet {
    Sheet { levels: levels.map(|(criterion, level)| (criterion.to_owned(), level)).collect(), own: None }
}

/// A scorecard's score on the common scale of 1 to 5, with its coverage.
pub(crate) fn score(rubric: &Rubric, sheet: &Sheet) -> Score {
    let found = aggregate::scorecard(&criteria(rubric), sheet);
    let common = found.score.map(|score| aggregate::on_common_scale(score, rubric.levels));
    Score { score: common, coverage: found.coverage }
}
