//! Behavioural interview.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "behavioural-interview",
    title: "Behavioural interview",
    observes: "What somebody did, decided and learnt in real situations.",
    minutes: 45,
    rubric: "backend-behavioural-interview",
    takes_candidate_time: true,
    can_be_blind: false,
    most_minutes: 90,
};
