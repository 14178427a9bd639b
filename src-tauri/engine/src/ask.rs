//! What a refused action asks for, in a form that a form or a command line can point at.

use assay_domain::ending::EndReason;
use assay_domain::ids::{AssessmentId, RoleId};

/// One thing that is to be given, or another way to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Why, in words; an end can be given a reason of the list instead.
    Reason {
        /// The reasons of the list that fit; empty where words are needed.
        kinds: Vec<EndReason>,
    },
    /// Why it is done although the candidate is not to be contacted.
    DespiteMark,
    /// To move the rubric of an assessment by itself.
    RubricMove {
        /// The role.
        role: RoleId,
        /// Whose rubric.
        assessment: AssessmentId,
        /// The version to go to.
        to: u32,
    },
    /// That an outcome is meant although its months are not over by the stages.
    Ahead,
}
