//! Live debugging.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "live-debugging",
    title: "Live debugging",
    observes: "How somebody gets from a symptom to a proven cause.",
    minutes: 45,
    rubric: "backend-live-debugging",
    takes_candidate_time: true,
    can_be_blind: false,
    most_minutes: 90,
};
