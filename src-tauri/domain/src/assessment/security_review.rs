//! Security review.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "security-review",
    title: "Security review",
    observes: "Which ways in somebody sees in ordinary code, and how they would close them.",
    minutes: 45,
    rubric: "backend-security-review",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 90,
};
