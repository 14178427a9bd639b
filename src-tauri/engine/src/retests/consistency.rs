//! How often a rater gives the same level again.

use std::collections::BTreeMap;

use assay_domain::measure::retest::{Consistency, consistency as measured};
use rusqlite::{Connection, named_params};
use serde::Serialize;

use super::{AFTER, AGAIN};
use crate::{Instant, Result, Store, Viewer, independence, rubrics};

/// First marking against second.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RubricConsistency {
    /// The rubric; empty for all together.
    pub rubric_id: String,
    /// Its name; empty for all together.
    pub rubric_title: String,
    /// Criteria that were marked both times.
    pub criteria: u32,
    /// Share with the same level.
    pub same: Option<f64>,
    /// Share at most one level apart.
    pub within_one: Option<f64>,
    /// Mean of the second less the first, in levels.
    pub shift: Option<f64>,
    /// Weighted kappa, quadratic; `None` where it cannot be computed.
    pub kappa: Option<f64>,
    /// In words.
    pub sentence: String,
}

/// The viewer's own consistency.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OwnConsistency {
    /// Scorecards that were marked twice.
    pub scorecards: u32,
    /// Scorecards that can be marked again now.
    pub can_begin: u32,
    /// Scorecards still to be marked again.
    pub open: u32,
    /// Over all rubrics.
    pub all: RubricConsistency,
    /// By rubric.
    pub rubrics: Vec<RubricConsistency>,
}

/// The viewer's own second markings against their first. Nobody else's are read. Applications that are closed to the viewer
/// are left out.
pub fn consistency(store: &Store, viewer: Viewer, at: Instant) -> Result<OwnConsistency> {
    store.read(viewer, |conn| {
        let pairs = pairs(conn, viewer)?;
        let all: Vec<(u8, u8)> = pairs.values().flat_map(|one| one.1.iter().copied()).collect();
        let mut rubrics = Vec::new();
        for (id, (version, pairs)) in &pairs {
            let title = rubrics::find(conn, id, *version)?.title;
            rubrics.push(told(id, &title, &measured(pairs)));
        }
        let (scorecards, can_begin, open) = counts(conn, viewer, at)?;
        Ok(OwnConsistency { scorecards, can_begin, open, all: told("", "", &measured(&all)), rubrics })
    })
}

fn told(rubric_id: &str, rubric_title: &str, found: &Consistency) -> RubricConsistency {
    RubricConsistency {
        rubric_id: rubric_id.into(),
        rubric_title: rubric_title.into(),
        criteria: u32::try_from(found.n).unwrap_or(u32::MAX),
        same: found.same,
        within_one: found.within_one,
        shift: found.shift,
        kappa: found.kappa_quadratic.known(),
        sentence: found.sentence.clone(),
    }
}

/// By rubric: its newest version used, and the levels of criteria that were assessed both times.
type Pairs = BTreeMap<String, (u32, Vec<(u8, u8)>)>;

fn pairs(conn: &Connection, viewer: Viewer) -> Result<Pairs> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT a.rubric_id, a.rubric_version, x.level, y.level
         FROM retest AS t JOIN interview AS i ON i.id = t.interview_id
         JOIN scorecard AS a ON a.interview_id = i.id AND a.occasion = 1
             AND a.version = (SELECT max(n.version) FROM scorecard AS n WHERE n.interview_id = i.id AND n.occasion = 1)
         JOIN scorecard AS b ON b.interview_id = i.id AND b.occasion = :again
         JOIN rating AS x ON x.scorecard_id = a.id
         JOIN rating AS y ON y.scorecard_id = b.id AND y.criterion = x.criterion
         WHERE t.person_id = :viewer AND t.done_at IS NOT NULL AND x.level > 0 AND y.level > 0 AND NOT {}
         ORDER BY a.rubric_id, a.rubric_version, i.id, x.position",
        independence::closed_sql("i.application_id")
    ))?;
    let mut rows = statement.query(named_params! {":viewer": viewer.0.0, ":again": AGAIN})?;
    let mut out = Pairs::new();
    while let Some(row) = rows.next()? {
        let cell = out.entry(row.get(0)?).or_default();
        cell.0 = row.get(1)?;
        cell.1.push((row.get(2)?, row.get(3)?));
    }
    Ok(out)
}

fn counts(conn: &Connection, viewer: Viewer, at: Instant) -> Result<(u32, u32, u32)> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT (SELECT count(*) FROM retest WHERE person_id = :viewer AND done_at IS NOT NULL),
                (SELECT count(*) FROM interview AS i WHERE i.person_id = :viewer AND i.state = 'submitted'
                    AND NOT EXISTS (SELECT 1 FROM retest AS r WHERE r.interview_id = i.id) AND NOT {}
                    AND (SELECT max(s.submitted_at) <= :before AND count(s.typed_in_by) = 0 FROM scorecard AS s
                         WHERE s.interview_id = i.id AND s.occasion = 1)),
                (SELECT count(*) FROM retest WHERE person_id = :viewer AND done_at IS NULL)",
        independence::closed_sql("i.application_id")
    ))?;
    let bound = named_params! {":viewer": viewer.0.0, ":before": at - AFTER};
    Ok(statement.query_row(bound, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}
