//! What the engine asks for, as the flags that give it.

use assay_engine::{Ask, EngineError};

use crate::failure::Failure;
use crate::output::list_or;

/// The engine's refusal, with the flags for what it asks for in place of its hint.
pub fn flagged(error: EngineError) -> Failure {
    match error {
        EngineError::Asks { what, asks, .. } => Failure::refused(what, told(&asks)),
        other => other.into(),
    }
}

/// How everything that is asked for is given; empty where nothing is.
pub fn told(asks: &[Ask]) -> String {
    asks.iter().map(flag).collect::<Vec<_>>().join(" ")
}

fn flag(ask: &Ask) -> String {
    match ask {
        Ask::Reason { kinds } if kinds.is_empty() => {
            "Give --reason TEXT; it stands in the history.".to_owned()
        }
        Ask::Reason { kinds } => {
            let kinds = list_or(kinds.iter().map(|why| why.as_str()), "");
            format!(
                "Give --reason TEXT, or --reason-kind KIND, or both; KIND is one of {kinds} (other needs the text too)."
            )
        }
        Ask::DespiteMark => {
            "For who is not to be contacted give --despite-do-not-contact REASON as well, or leave them out."
                .to_owned()
        }
        Ask::RubricMove { role, assessment, to } => format!(
            "Move the rubric on its own, which says which scorecards stay on their version: \
             `assay role rubric {role} --assessment {assessment} --to {to} --reason WHY`."
        ),
    }
}
