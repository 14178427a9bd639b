//! Candidates by what somebody types: a whole name, as the viewer sees it, or a login.

use assay_domain::ids::CandidateId;
use rusqlite::Connection;
use uuid::Uuid;

use crate::{Result, Store, Viewer};

/// A candidate who may be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// Who.
    pub id: CandidateId,
    /// The name, or the label behind which the viewer reviews.
    pub name: String,
    /// Their logins.
    pub logins: Vec<String>,
}

/// Those whose whole name or login it is, whatever the case. Names are those that the viewer sees, so that whoever is blind to
/// somebody finds everybody else by name, a namesake too.
pub fn meant(store: &Store, viewer: Viewer, text: &str) -> Result<Vec<Meant>> {
    let wanted = text.trim().to_lowercase();
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(CALLED)?;
        // The letters of a name have cases that SQL does not know.
        let mut rows = statement.query([&wanted])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, name, by_login): (Uuid, String, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if by_login || name.to_lowercase() == wanted {
                found.push(Meant { id: CandidateId(id), name, logins: logins(conn, id)? });
            }
        }
        Ok(found)
    })
}

/// Everybody by name, with whether a login of theirs is `?1`. Logins are plain letters and digits.
const CALLED: &str = "SELECT c.id, c.name,
        c.id IN (SELECT ca.candidate_id FROM account AS a JOIN candidate_account AS ca ON ca.account_id = a.id
                 WHERE lower(a.login) = ?1)
    FROM candidate AS c ORDER BY c.name, c.id";

/// The logins of a candidate's accounts.
pub(super) fn logins(conn: &Connection, candidate: Uuid) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.login FROM candidate_account AS c JOIN account AS a ON a.id = c.account_id
         WHERE c.candidate_id = ?1 ORDER BY a.login",
    )?;
    let rows = statement.query_map([candidate], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
