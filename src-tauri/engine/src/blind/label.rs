//! The label of each candidate of a blind role.

use std::collections::HashMap;

use assay_domain::blind::labels;
use rusqlite::Connection;
use uuid::Uuid;

use crate::Result;
use crate::digests::Digests;

/// The labels of everybody with an application to a blind role. It is made of the oldest such application: so it is the same
/// as long as that role is blind, in whichever other role the candidate is.
pub(super) fn all(conn: &Connection) -> Result<HashMap<Uuid, String>> {
    let digests = Digests::of(conn)?;
    let mut statement = conn.prepare_cached(
        "SELECT a.candidate_id, a.role_id, min(a.id) FROM main.application AS a
         JOIN main.role AS r ON r.id = a.role_id AND r.blind = 1 GROUP BY a.candidate_id ORDER BY min(a.id)",
    )?;
    let rows = statement.query_map([], |row| {
        let (role, application): (Uuid, Uuid) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, digests.blind(role, application)))
    })?;
    let found: Vec<(Uuid, Vec<u8>)> = rows.collect::<rusqlite::Result<_>>()?;
    let labels = labels(found.iter().map(|(_, digest)| digest.as_slice()));
    Ok(found.into_iter().map(|(candidate, _)| candidate).zip(labels).collect())
}
