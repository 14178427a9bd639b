//! System design.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "system-design",
    title: "System design",
    observes: "How somebody turns vague needs into a design, and defends its trade-offs.",
    minutes: 60,
    rubric: "backend-system-design",
    takes_candidate_time: true,
    can_be_blind: false,
    most_minutes: 120,
};
