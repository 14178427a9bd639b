//! Coding challenge.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "coding-challenge",
    title: "Coding challenge",
    observes: "How somebody builds working, tested code in a prepared repository.",
    minutes: 75,
    rubric: "backend-coding-challenge",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 90,
};
