//! Take-home.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "take-home",
    title: "Take-home",
    observes: "How somebody cuts scope and finishes a small product on their own.",
    minutes: 120,
    rubric: "backend-take-home",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 120,
};
