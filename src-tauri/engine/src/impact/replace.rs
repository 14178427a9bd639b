//! Totals that others are to take the place of.

use std::collections::BTreeSet;

use assay_domain::ids::RoleId;
use assay_domain::measure::impact::totals::Total;
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::StandingTotal;
use crate::Result;

/// A total that is here already, and where it stands.
pub(super) struct Standing {
    pub import: Uuid,
    pub total: StandingTotal,
    position: i64,
}

/// What the role (or none in particular) has of the groups, stages and sources of some rows.
pub(super) fn standing(conn: &Connection, role: Option<RoleId>, rows: &[Total]) -> Result<Vec<Standing>> {
    let wanted: BTreeSet<[&str; 3]> =
        rows.iter().map(|one| [one.group.as_str(), one.stage.as_str(), one.source.as_str()]).collect();
    let mut statement = conn.prepare_cached(
        "SELECT m.id, t.position, t.group_name, t.stage_name, t.origin, m.title, m.at
         FROM impact_total AS t JOIN impact_import AS m ON m.id = t.import_id
         WHERE m.role_id IS ?1 ORDER BY m.at, m.id, t.position",
    )?;
    let found = statement.query_map([role.map(|role| role.0)], |row| {
        Ok(Standing {
            import: row.get(0)?,
            position: row.get(1)?,
            total: StandingTotal {
                group: row.get(2)?,
                stage: row.get(3)?,
                source: row.get(4)?,
                title: row.get(5)?,
                at: row.get(6)?,
            },
        })
    })?;
    let all: Vec<Standing> = found.collect::<rusqlite::Result<_>>()?;
    let same = |one: &Standing| {
        let total = &one.total;
        wanted.contains(&[total.group.as_str(), total.stage.as_str(), total.source.as_str()])
    };
    Ok(all.into_iter().filter(same).collect())
}

/// Takes totals away. An import without any left goes too; one that keeps some is no longer the file that it was, so its
/// digest, by which the same file is known again, is made another.
pub(super) fn give_way(conn: &Connection, all: &[Standing]) -> Result<()> {
    for one in all {
        let place = params![one.import, one.position];
        conn.execute("DELETE FROM impact_total WHERE import_id = ?1 AND position = ?2", place)?;
    }
    for import in all.iter().map(|one| one.import).collect::<BTreeSet<_>>() {
        conn.execute(
            "DELETE FROM impact_import WHERE id = ?1
             AND NOT EXISTS (SELECT 1 FROM impact_total AS t WHERE t.import_id = impact_import.id)",
            [import],
        )?;
        let digest =
            Sha256::new().chain_update(b"in part ").chain_update(import.as_bytes()).finalize().to_vec();
        conn.execute("UPDATE impact_import SET digest = ?2 WHERE id = ?1", params![import, digest])?;
    }
    Ok(())
}
