//! Blind review: what is hidden of a candidate from whoever has not submitted, and by what they are called instead.
//!
//! Pure: the engine says who is blind to whom, and puts this in the place of every name.

mod forms;
mod identity;
mod label;

pub use identity::{Identity, calling, hiding, naming};
pub use label::{handle, labels};

use crate::assessment::AssessmentKind;

/// What stands in a text in the place of a name, a login, an address, a place, a school. The same for everybody: a label
/// there would say who the label stands for, to whoever knows what was written.
pub const HIDDEN: &str = "[hidden]";

/// What a blind role hides, for people.
pub const HIDES: &str = "Whoever has not submitted there sees a label such as “Candidate K7M” instead of the name, and no login, \
    e-mail address, picture, location, headline, notes or snapshot. In answers, code, READMEs, notes, file names and the \
    journal, names, logins, addresses, places, schools, employers and stated pronouns are replaced by “[hidden]”.";

/// What it cannot hide, for people.
pub const CANNOT: &str = "What is paraphrased (“my thesis in Porto”, a project that everybody knows), a style of writing, pronouns in \
    running text, nicknames, misspelt names, names in another script than they are kept in, parts of names under three letters (a Chinese \
    family name without a title), logins that nothing here tells and the inside of attached PDFs and pictures cannot be found. Who meets the candidate face to face is not \
    blind, nor who reads a portfolio.";

/// Why the assessments of a kind cannot be blind; `None` where they can.
pub fn cannot(kind: AssessmentKind) -> Option<&'static str> {
    if kind.definition().can_be_blind {
        return None;
    }
    Some(match kind {
        AssessmentKind::PortfolioReview => {
            "A portfolio review cannot be blind: repositories and their history say who wrote them."
        }
        _ => "This cannot be blind: it is a conversation with the candidate.",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_says_why() {
        assert_eq!(cannot(AssessmentKind::CodeReview), None);
        assert!(cannot(AssessmentKind::PortfolioReview).unwrap().contains("repositories"));
        assert!(cannot(AssessmentKind::BehaviouralInterview).unwrap().contains("conversation"));
    }
}
