//! What is said before a role stops asking for a competency.

use assay_domain::words::counted;
use serde::Serialize;

use super::{CompetencyCoverage, RoleCompetency};

/// What is said before a competency is no longer asked for that submitted scorecards have looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DropWarning {
    /// The competency's shared slug.
    pub slug: String,
    /// The warning, in whole sentences.
    pub text: String,
}

/// A warning for each competency that is asked for and was looked at.
pub(super) fn warnings(asked: &[RoleCompetency], coverage: &[CompetencyCoverage]) -> Vec<DropWarning> {
    let is_asked = |slug: &str| asked.iter().any(|one| one.slug == slug);
    let looked_at = coverage.iter().filter(|one| one.scorecards > 0 && is_asked(&one.slug));
    looked_at
        .map(|one| DropWarning {
            slug: one.slug.clone(),
            text: format!(
                "{}: {} looked at it. What they say stays; debrief and dossier will show it as observed but not asked for, and \
                 the journal says that it was dropped.",
                one.title,
                counted(one.scorecards as usize, "scorecard", "scorecards"),
            ),
        })
        .collect()
}
