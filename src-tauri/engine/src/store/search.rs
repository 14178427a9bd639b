//! Rows of the full-text index. They are written in the transaction of what they are about.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Noun;
use crate::Result;

/// What one row of the index says and is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SearchRow<'a> {
    pub noun: Noun,
    pub subject: Uuid,
    /// Whose page it leads to, where that is known by itself.
    pub candidate: Option<Uuid>,
    /// Leads to the candidate of this snapshot's account.
    pub snapshot: Option<Uuid>,
    /// Holds ratings or notes of this application: law 4.
    pub application: Option<Uuid>,
    pub title: &'a str,
    pub body: &'a str,
}

impl SearchRow<'_> {
    /// Adds the row.
    pub(crate) fn insert(&self, conn: &Connection) -> Result<()> {
        conn.prepare_cached(
            "INSERT INTO search_row (noun, subject_id, candidate_id, snapshot_id, application_id)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            self.noun.as_str(),
            self.subject,
            self.candidate,
            self.snapshot,
            self.application
        ])?;
        conn.prepare_cached("INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)")?
            .execute(params![conn.last_insert_rowid(), self.title, self.body])?;
        Ok(())
    }

    /// Puts the row in the place of all earlier ones about its subject.
    pub(crate) fn replace(&self, conn: &Connection) -> Result<()> {
        remove(conn, self.subject)?;
        self.insert(conn)
    }
}

/// Takes out all rows about a subject.
pub(crate) fn remove(conn: &Connection, subject: Uuid) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM search WHERE rowid IN (SELECT row FROM search_row WHERE subject_id = ?1)",
    )?
    .execute([subject])?;
    conn.prepare_cached("DELETE FROM search_row WHERE subject_id = ?1")?.execute([subject])?;
    Ok(())
}

/// Takes out all rows of a snapshot.
pub(crate) fn remove_snapshot(conn: &Connection, snapshot: Uuid) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM search WHERE rowid IN (SELECT row FROM search_row WHERE snapshot_id = ?1)",
    )?
    .execute([snapshot])?;
    conn.prepare_cached("DELETE FROM search_row WHERE snapshot_id = ?1")?.execute([snapshot])?;
    Ok(())
}

/// What a user typed, as an FTS5 query: every word must occur, the last one as a beginning. `None` without any word.
pub(crate) fn fts_query(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    (!words.is_empty()).then(|| format!("{}*", words.join(" ")))
}

/// The query of [`fts_query`] asked of titles only.
pub(crate) fn in_title(query: &str) -> String {
    format!("title : ({query})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_an_operator() {
        assert_eq!(fts_query("rate-limit \"x OR"), Some("\"rate\" \"limit\" \"x\" \"OR\"*".into()));
        assert_eq!(fts_query(" -* "), None);
    }
}
