//! How candidates who gave a group went through the stages, as sums.

use std::collections::BTreeMap;

use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;
use rusqlite::Connection;
use uuid::Uuid;

use crate::Result;
use crate::digests::Digests;
use crate::store::column::word;

/// Category, stage and source (empty: all) of a table of groups.
pub(super) type Key = (String, String, String);
/// For each group how many came to a stage and were decided on, and how many of them passed.
pub(super) type Groups = BTreeMap<String, (u32, u32)>;

/// One application, with what its candidate gave.
struct Path {
    given: Vec<(String, String)>,
    source: String,
    stage: Stage,
    reached: Vec<Stage>,
}

impl Path {
    /// Whether the application passed a stage that it reached: `None` where that is open, or the candidate withdrew.
    fn passed(&self, stage: Stage) -> Option<bool> {
        let further = |one: &&Stage| one.position() > stage.position() && !is_end_without_hire(**one);
        if self.reached.iter().any(|one| further(&one)) {
            return Some(true);
        }
        (self.stage == Stage::Rejected).then_some(false)
    }
}

fn is_end_without_hire(stage: Stage) -> bool {
    matches!(stage, Stage::Rejected | Stage::Withdrawn)
}

/// Counts of the applications for a role, or for all, by category, stage and source.
pub(super) fn counts(conn: &Connection, role: Option<RoleId>) -> Result<BTreeMap<Key, Groups>> {
    let mut out: BTreeMap<Key, Groups> = BTreeMap::new();
    for path in paths(conn, role)? {
        let active = path.reached.iter().filter(|stage| stage.is_active());
        for stage in active.copied().collect::<std::collections::BTreeSet<_>>() {
            let Some(passed) = path.passed(stage) else { continue };
            for (category, group) in &path.given {
                for source in ["", path.source.as_str()] {
                    let key = (category.clone(), stage.as_str().to_owned(), source.to_owned());
                    let cell = out.entry(key).or_default().entry(group.clone()).or_default();
                    *cell = (cell.0 + 1, cell.1 + u32::from(passed));
                }
            }
        }
    }
    Ok(out)
}

fn paths(conn: &Connection, role: Option<RoleId>) -> Result<Vec<Path>> {
    let given = given(conn)?;
    if given.is_empty() {
        return Ok(Vec::new());
    }
    let digests = Digests::of(conn)?;
    let mut statement = conn.prepare_cached(
        "SELECT a.id, a.candidate_id, c.source, a.stage, m.to_stage
         FROM application AS a JOIN candidate AS c ON c.id = a.candidate_id
         JOIN stage_move AS m ON m.application_id = a.id
         WHERE ?1 IS NULL OR a.role_id = ?1 ORDER BY a.id, m.position",
    )?;
    let mut rows = statement.query([role.map(|role| role.0)])?;
    let mut paths: Vec<(Uuid, Path)> = Vec::new();
    while let Some(row) = rows.next()? {
        let id: Uuid = row.get(0)?;
        if paths.last().is_none_or(|(last, _)| *last != id) {
            let own = given.get(&digests.volunteer(row.get(1)?)).cloned().unwrap_or_default();
            let path = Path { given: own, source: row.get(2)?, stage: word(row, 3)?, reached: Vec::new() };
            paths.push((id, path));
        }
        if let Some((_, path)) = paths.last_mut() {
            path.reached.push(word(row, 4)?);
        }
    }
    Ok(paths.into_iter().map(|(_, path)| path).filter(|path| !path.given.is_empty()).collect())
}

type Given = BTreeMap<Vec<u8>, Vec<(String, String)>>;

fn given(conn: &Connection) -> Result<Given> {
    let mut statement = conn.prepare_cached("SELECT subject, category, group_name FROM voluntary_group")?;
    let mut rows = statement.query([])?;
    let mut out = Given::new();
    while let Some(row) = rows.next()? {
        out.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(out)
}
