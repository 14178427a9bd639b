//! Whether the bytes of an event mention a chosen account at all. Of an hour of everybody's events few do, and the rest
//! need not be parsed.

use memchr::{memchr2_iter, memmem};

use crate::options::Chosen;

/// More accounts than this are not worth looking for one by one.
const FEW: usize = 16;

/// What is looked for.
pub(super) struct Mentions(Vec<Vec<u8>>);

impl Mentions {
    /// Looks for the accounts; `None` where there are none, or too many.
    pub(super) fn of(accounts: &[Chosen]) -> Option<Self> {
        if accounts.is_empty() || accounts.len() > FEW {
            return None;
        }
        let mark = |chosen: &Chosen| match chosen {
            Chosen::Login(login) => login.clone().into_bytes(),
            Chosen::Id(id) => id.to_string().into_bytes(),
        };
        Some(Self(accounts.iter().map(mark).collect()))
    }

    /// Whether the bytes are an event, in plain letters, that mentions none of them. An event with escaped letters in it
    /// could mention one all the same, so it is not passed by unless none of the escapes is of that kind.
    pub(super) fn none_in(&self, bytes: &[u8]) -> bool {
        memmem::find(bytes, b"Event\"").is_some()
            && memmem::find(bytes, b"\\u00").is_none()
            && !self.0.iter().any(|mark| mentioned(bytes, mark))
    }
}

/// Whether the mark, in lower case, stands in the bytes in any case.
fn mentioned(bytes: &[u8], mark: &[u8]) -> bool {
    let Some(first) = mark.first() else { return true };
    let at = |at: usize| bytes.get(at..at + mark.len()).is_some_and(|found| found.eq_ignore_ascii_case(mark));
    memchr2_iter(*first, first.to_ascii_uppercase(), bytes).any(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_surely_mentions_nobody_is_passed_by() {
        let accounts = ["ada-fixture", "id:77"].map(|account| account.parse::<Chosen>().unwrap());
        let mentions = Mentions::of(&accounts).unwrap();
        let none = |text: &str| mentions.none_in(text.as_bytes());
        assert!(none(r#"{"type":"PushEvent","actor":{"login":"bo-fixture","id":8}}"#));
        assert!(!none(r#"{"type":"PushEvent","actor":{"login":"ADA-Fixture","id":8}}"#));
        assert!(!none(r#"{"type":"PushEvent","actor":{"login":"x","id":77}}"#));
        assert!(!none(r#"{"type":"PushEvent","actor":{"login":"\u0061da-fixture"}}"#));
        assert!(!none(r#"{"login":"bo-fixture"}"#), "no event");
        assert!(Mentions::of(&[]).is_none());
    }
}
