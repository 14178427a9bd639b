//! Who git says made a commit: a name and an address, which are somebody's personal data.

use std::fmt;

/// A name and an e-mail address as a commit carries them. They live in memory during an import only: the type cannot be
/// serialised, and its `Debug` shows neither.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GitIdentity {
    /// The name; empty where the source gives the address only.
    pub name: String,
    /// The address as written; empty where the source gives the name only.
    pub email: String,
}

impl GitIdentity {
    /// An identity; `None` where the source gives neither a name nor an address.
    pub fn new(name: &str, email: &str) -> Option<Self> {
        let (name, email) = (name.trim(), email.trim());
        let told = !name.is_empty() || !email.is_empty();
        told.then(|| Self { name: name.to_owned(), email: email.to_owned() })
    }
}

impl fmt::Debug for GitIdentity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("GitIdentity { .. }")
    }
}

#[cfg(test)]
mod tests {
    use super::GitIdentity;

    #[test]
    fn an_identity_is_not_shown_by_accident() {
        let identity = GitIdentity::new(" Ada Fixture ", "ada@fixture.example").unwrap();
        assert_eq!(format!("{identity:?}"), "GitIdentity { .. }");
        assert_eq!(identity.name, "Ada Fixture");
        assert_eq!(GitIdentity::new(" ", ""), None);
    }
}
