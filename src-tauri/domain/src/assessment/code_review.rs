//! Code review.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "code-review",
    title: "Code review",
    observes: "Which defects somebody finds in another's change, and how they say it.",
    minutes: 60,
    rubric: "backend-code-review",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 120,
};
