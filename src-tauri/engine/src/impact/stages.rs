//! How applications that ended went through the stages, with what their candidates gave.

use std::collections::{BTreeMap, BTreeSet};

use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;
use rusqlite::Connection;
use uuid::Uuid;

use super::batch::Member;
use crate::Result;
use crate::digests::Digests;
use crate::store::column::word;

/// One application that ended with us, and what its candidate gave: group by category.
pub(super) struct Ended {
    /// The digest under which it is counted.
    pub subject: Vec<u8>,
    given: BTreeMap<String, String>,
    source: String,
    way: BTreeMap<Stage, bool>,
}

impl Ended {
    /// The application as one of a batch of this category.
    pub fn member(&self, category: &str) -> Member {
        let (source, way) = (self.source.clone(), self.way.clone());
        Member { group: self.given.get(category).cloned(), source, way }
    }
}

/// The ended applications of a role. Whoever withdrew is none of them: nobody decided on them.
pub(super) fn ended(conn: &Connection, role: RoleId, gave: &Gave) -> Result<Vec<Ended>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.id, a.candidate_id, c.source, a.stage, m.to_stage
         FROM application AS a JOIN candidate AS c ON c.id = a.candidate_id
         JOIN stage_move AS m ON m.application_id = a.id
         WHERE a.role_id = ?1 AND a.stage IN ('rejected', 'hired') ORDER BY a.id, m.position",
    )?;
    let mut rows = statement.query([role.0])?;
    let mut found: Vec<(Uuid, Stage, BTreeSet<Stage>, Ended)> = Vec::new();
    while let Some(row) = rows.next()? {
        let id: Uuid = row.get(0)?;
        if found.last().is_none_or(|(last, ..)| *last != id) {
            let ended = Ended {
                subject: gave.digests.counted(id),
                given: gave.of(row.get(1)?),
                source: row.get(2)?,
                way: BTreeMap::new(),
            };
            found.push((id, word(row, 3)?, BTreeSet::new(), ended));
        }
        if let Some((_, _, reached, _)) = found.last_mut() {
            reached.insert(word(row, 4)?);
        }
    }
    Ok(found.into_iter().map(|(_, end, reached, one)| Ended { way: way(&reached, end), ..one }).collect())
}

/// Each stage that was reached, with whether a later one was too.
fn way(reached: &BTreeSet<Stage>, end: Stage) -> BTreeMap<Stage, bool> {
    let hired = end == Stage::Hired || reached.contains(&Stage::Hired);
    let active = || reached.iter().copied().filter(|stage| stage.is_active());
    let last = active().max_by_key(|stage| stage.position());
    active().map(|stage| (stage, hired || Some(stage) != last)).collect()
}

/// Every role, with whether nobody is under way in it.
pub(super) fn roles(conn: &Connection) -> Result<Vec<(RoleId, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT r.id, NOT EXISTS (SELECT 1 FROM application AS a WHERE a.role_id = r.id
            AND a.stage NOT IN ('hired', 'rejected', 'withdrawn')) FROM role AS r ORDER BY r.id",
    )?;
    let rows = statement.query_map([], |row| Ok((RoleId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What candidates gave, by their digests: group by category.
pub(super) struct Gave {
    digests: Digests,
    groups: BTreeMap<Vec<u8>, BTreeMap<String, String>>,
}

impl Gave {
    /// Of everybody.
    pub fn read(conn: &Connection) -> Result<Self> {
        let mut statement =
            conn.prepare_cached("SELECT subject, category, group_name FROM voluntary_group")?;
        let mut rows = statement.query([])?;
        let mut groups: BTreeMap<Vec<u8>, BTreeMap<String, String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            groups.entry(row.get(0)?).or_default().insert(row.get(1)?, row.get(2)?);
        }
        Ok(Self { digests: Digests::of(conn)?, groups })
    }

    fn of(&self, candidate: Uuid) -> BTreeMap<String, String> {
        self.groups.get(&self.digests.volunteer(candidate)).cloned().unwrap_or_default()
    }
}
