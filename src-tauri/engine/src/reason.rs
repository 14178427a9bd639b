//! Reasons that people give: never empty, never endless.

use assay_domain::scorecard::TEXT_MAX;

use crate::{EngineError, Result};

/// The reason without white space round it. `what` says what needs one, `hint` what it should say.
///
/// Errors: [`EngineError::Invalid`] where it is empty, or longer than [`TEXT_MAX`] characters.
pub(crate) fn given<'a>(reason: &'a str, what: &str, hint: &str) -> Result<&'a str> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(EngineError::invalid(format!("{what} needs a reason"), hint));
    }
    let length = reason.chars().count();
    if length > TEXT_MAX {
        let what = format!("the reason is {length} characters long; the limit is {TEXT_MAX}");
        return Err(EngineError::invalid(what, "Shorten it, and put the rest into a note."));
    }
    Ok(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_and_ends_somewhere() {
        let told = |reason: &str| {
            let given = given(reason, "a decision", "Say why.");
            given.map(str::to_owned).map_err(|error| error.to_string())
        };
        assert_eq!(told(" moved \n"), Ok("moved".into()));
        assert_eq!(told(" \t"), Err("a decision needs a reason".into()));
        assert!(told(&"ü".repeat(TEXT_MAX)).is_ok());
        let long = "the reason is 20001 characters long; the limit is 20000";
        assert_eq!(told(&"ü".repeat(TEXT_MAX + 1)), Err(long.into()));
    }
}
