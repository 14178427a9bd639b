//! What can be decided about an application, and how a decision is written down. A person decides, with a reason; nothing
//! here is ever computed.

use serde::{Deserialize, Serialize};

use crate::scorecard::TEXT_MAX;
use crate::words::words;

words! {
    /// A decision on an application.
    DecisionKind, "decision" {
        /// On to the next stage.
        Advance = "advance",
        /// Not now; nothing is closed.
        Hold = "hold",
        /// The application ends.
        Reject = "reject",
        /// The candidate is hired.
        Hire = "hire",
    }
}

/// Options of one decision at most.
pub const OPTIONS_MAX: usize = 20;

/// Another way that was open, and why it was not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ConsideredOption {
    /// What could have been done: hold, hire somebody who is not told apart, ask for one more interview.
    pub option: String,
    /// Why it was not; may be empty.
    pub because: String,
}

/// A decision written like an architecture decision record, beside its kind and reason. Every part may be empty: decisions
/// made before there was this record have none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// What was known at the time: plan version, score, coverage, who is not told apart, what is open.
    pub context: String,
    /// What else was considered.
    pub options: Vec<ConsideredOption>,
    /// What is expected to be true after three months.
    pub three_months: String,
    /// What is expected to be true after six months.
    pub six_months: String,
    /// What remains unknown, and will only be learned later.
    pub unknown: String,
    /// What was missing where the decision ended the application: no scorecard, interviews that it cancelled. Written by the
    /// program, whatever is given; empty where nothing was missing.
    #[serde(default)]
    pub missing: String,
}

impl DecisionRecord {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Without white space around its texts, and without options that say nothing.
    pub fn trimmed(&self) -> Self {
        let option = |one: &ConsideredOption| ConsideredOption {
            option: one.option.trim().to_owned(),
            because: one.because.trim().to_owned(),
        };
        Self {
            context: self.context.trim().to_owned(),
            options: self.options.iter().map(option).filter(|one| !one.option.is_empty()).collect(),
            three_months: self.three_months.trim().to_owned(),
            six_months: self.six_months.trim().to_owned(),
            unknown: self.unknown.trim().to_owned(),
            missing: self.missing.trim().to_owned(),
        }
    }

    /// What is too long in it, for people; `None` where it can stand.
    pub fn problem(&self) -> Option<String> {
        if self.options.len() > OPTIONS_MAX {
            return Some(format!(
                "{} options are named; a decision keeps at most {OPTIONS_MAX}",
                self.options.len()
            ));
        }
        let options = self.options.iter().flat_map(|one| [&one.option, &one.because]);
        let texts = [&self.context, &self.three_months, &self.six_months, &self.unknown, &self.missing];
        let longest = texts.into_iter().chain(options).map(|text| text.chars().count()).max()?;
        (longest > TEXT_MAX)
            .then(|| format!("a text of the decision is {longest} characters long; the limit is {TEXT_MAX}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(option: &str) -> ConsideredOption {
        ConsideredOption { option: option.into(), because: " later ".into() }
    }

    #[test]
    fn trimming_leaves_no_white_space_and_no_option_without_words() {
        let written = DecisionRecord {
            context: " Score 3.4.\n".into(),
            options: vec![option(" Hold "), option("  ")],
            ..DecisionRecord::default()
        };
        let trimmed = written.trimmed();
        assert_eq!(trimmed.context, "Score 3.4.");
        assert_eq!(trimmed.options, [ConsideredOption { option: "Hold".into(), because: "later".into() }]);
        assert!(!trimmed.is_empty() && DecisionRecord::default().trimmed().is_empty());
    }

    #[test]
    fn texts_and_options_have_a_limit() {
        let mut written = DecisionRecord { unknown: "ü".repeat(TEXT_MAX), ..DecisionRecord::default() };
        assert_eq!(written.problem(), None);
        written.options = vec![ConsideredOption { because: "x".repeat(TEXT_MAX + 1), ..option("Hold") }];
        assert!(written.problem().unwrap().contains("20001 characters"));
        written.options = vec![option("Hold"); OPTIONS_MAX + 1];
        assert!(written.problem().unwrap().starts_with("21 options"));
    }
}
