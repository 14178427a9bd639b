//! Portfolio review.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "portfolio-review",
    title: "Portfolio review",
    observes: "How somebody works in the open, where there is such work.",
    minutes: 45,
    rubric: "backend-portfolio-review",
    takes_candidate_time: false,
    can_be_blind: false,
    most_minutes: 120,
};
