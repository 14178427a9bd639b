//! Candidates by what somebody types: a whole name, as the viewer sees it, or a login.

use std::collections::BTreeMap;

use assay_domain::ids::CandidateId;
use rusqlite::Connection;

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
        let mut logins = logins(conn)?;
        let mut statement = conn.prepare_cached("SELECT id, name FROM candidate ORDER BY name, id")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let mut found = Vec::new();
        for row in rows {
            let (id, name) = row?;
            let logins = logins.remove(&id).unwrap_or_default();
            let called = name.to_lowercase() == wanted;
            if called || logins.iter().any(|login| login.to_lowercase() == wanted) {
                found.push(Meant { id: CandidateId(id), name, logins });
            }
        }
        Ok(found)
    })
}

fn logins(conn: &Connection) -> Result<BTreeMap<uuid::Uuid, Vec<String>>> {
    let mut statement = conn.prepare_cached(
        "SELECT c.candidate_id, a.login FROM candidate_account AS c JOIN account AS a ON a.id = c.account_id
         ORDER BY a.login",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for row in rows {
        let (candidate, login) = row?;
        found.entry(candidate).or_default().push(login);
    }
    Ok(found)
}
