//! Database optimisation.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "database-optimisation",
    title: "Database optimisation",
    observes: "How somebody reads a query plan and makes the right change, not only a change.",
    minutes: 45,
    rubric: "backend-database-optimisation",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 90,
};
