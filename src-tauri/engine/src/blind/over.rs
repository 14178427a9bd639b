//! Writing over a text that the viewer read veiled: what was hidden from them must not be lost by it.

use assay_domain::blind::HIDDEN;
use rusqlite::Connection;

use super::veil::Veil;
use super::who;
use crate::{EngineError, Result, Viewer};

/// What a viewer writes over, as they read it. Every write that replaces a whole text that [`super::views`] veil passes here.
pub(crate) struct Over(Veil);

impl Over {
    /// Of a viewer, as a write finds the workspace.
    pub fn of(conn: &Connection, viewer: Viewer) -> Result<Self> {
        Ok(Self(if who::any(conn)? { Veil::of(conn, viewer)? } else { Veil::default() }))
    }

    /// Whether what is given is what is stored, as the viewer reads it.
    pub fn is_read(&self, given: &str, stored: &str) -> bool {
        given == stored || self.0.text(stored).is_some_and(|read| read.trim() == given.trim())
    }

    /// The text to be stored: what is stored already, where the viewer gave it back as they read it; else what they gave.
    /// `what`: its name for people, with the article.
    ///
    /// Errors: [`EngineError::Invalid`] where they changed it around what is hidden from them: that would take its place.
    pub fn text(&self, what: &str, given: &str, stored: &str) -> Result<String> {
        if self.is_read(given, stored) {
            return Ok(stored.to_owned());
        }
        let marks = |text: &str| text.matches(HIDDEN).count();
        if !self.0.is_empty() && !stored.is_empty() && marks(given) > marks(stored) {
            return Err(EngineError::invalid(
                format!("{what} would be stored with {HIDDEN} in the place of words that you do not see"),
                format!(
                    "You review somebody blind who is named there. Leave {what} as it was, or write it without {HIDDEN}; \
                     whoever coordinates their role can change the rest."
                ),
            ));
        }
        Ok(given.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use assay_domain::blind::{Identity, hiding};

    use super::*;

    fn over() -> Over {
        let ilse = Identity { names: vec!["Ilse Fixture".into()], ..Identity::default() };
        Over(Veil::hiding_words(hiding([&ilse])))
    }

    #[test]
    fn what_is_hidden_is_not_written_over() {
        let over = over();
        let stored = "Asked Ilse Fixture first.\n";
        let read = over.0.text(stored).unwrap();
        assert!(read.contains(HIDDEN));
        assert_eq!(over.text("the notes", read.trim(), stored).unwrap(), stored);
        let refused = over.text("the notes", &format!("{read} Then Gil."), stored).unwrap_err().to_string();
        assert!(refused.contains("the notes") && refused.contains(HIDDEN), "{refused}");
        assert_eq!(over.text("the notes", "Asked Gil.", stored).unwrap(), "Asked Gil.");
    }

    #[test]
    fn the_mark_is_a_word_like_others_where_it_stood_there_or_nothing_did() {
        let over = over();
        let quoted = format!("\"I am {HIDDEN}.\"");
        assert_eq!(over.text("the note", &quoted, "").unwrap(), quoted);
        assert_eq!(
            over.text("the note", &format!("{quoted} So?"), &quoted).unwrap(),
            format!("{quoted} So?")
        );
        let everything = Over(Veil::default());
        assert_eq!(everything.text("the note", &quoted, "Ilse").unwrap(), quoted);
    }
}
