//! A token: held in memory for as long as it is used, and shown nowhere.

use std::fmt;

use zeroize::Zeroizing;

/// Characters of the longest token taken; GitHub's have at most 255
/// (<https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/>).
const LONGEST: usize = 512;
/// Characters of the shortest: what is shorter was mistyped, and would be found in any text.
const SHORTEST: usize = 8;

/// A token of the interface. It has no way to be printed; it is wiped when dropped.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

/// Why a text is no token. The text itself is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Nothing was given.
    #[error("the token is empty")]
    Empty,
    /// It cannot be one.
    #[error("this is no token: it has {SHORTEST} to {LONGEST} visible ASCII characters without spaces")]
    Form,
}

impl Token {
    /// Takes a token; white space around it goes.
    ///
    /// # Errors
    /// Where the text cannot be a token.
    pub fn new(text: &str) -> Result<Self, TokenError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        let sound = (SHORTEST..=LONGEST).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        if sound { Ok(Self(Zeroizing::new(text.to_owned()))) } else { Err(TokenError::Form) }
    }

    /// The text, for the one header and the keyring.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }

    /// Whether bytes hold the token. An answer that repeats it is not kept.
    pub(super) fn stands_in(&self, bytes: &[u8]) -> bool {
        bytes.windows(self.0.len()).any(|part| part == self.0.as_bytes())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(not shown)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_checked_and_never_shown() {
        let token = Token::new("  ghp_fixture0123456789\n").unwrap();
        assert_eq!(token.expose(), "ghp_fixture0123456789");
        assert!(!format!("{token:?}").contains("fixture"));
        assert!(token.stands_in(b"{\"a\":\"ghp_fixture0123456789\"}") && !token.stands_in(b"ghp_"));
        assert_eq!(Token::new(" ").unwrap_err(), TokenError::Empty);
        for wrong in ["short", "with space inside", "ghp_\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"] {
            let error = Token::new(wrong).unwrap_err();
            assert!(!error.to_string().contains(wrong), "{error}");
        }
    }
}
