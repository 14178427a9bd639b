//! Questionnaire.

use super::Definition;

pub(super) const DEFINITION: Definition = Definition {
    slug: "questionnaire",
    title: "Questionnaire",
    observes: "How somebody explains their own decisions in writing, without the pressure of a clock.",
    minutes: 60,
    rubric: "backend-questionnaire",
    takes_candidate_time: true,
    can_be_blind: true,
    most_minutes: 90,
};
