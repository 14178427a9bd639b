//! Every red flag with its evidence. Flags are records of their own: they take nothing off a rating, and people talk about
//! them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use assay_domain::ids::{ApplicationId, CandidateId, InterviewId, RoleId, ScorecardId};
use assay_domain::rubric::Rubric;
use rusqlite::{Connection, Row, ToSql, named_params};
use serde::Serialize;

use super::gather::{RubricKey, counting};
use crate::measures::LeftOut;
use crate::{Instant, Result, Store, Viewer, independence};

/// The red flags of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleFlags {
    /// The role.
    pub role_id: RoleId,
    /// By candidate, then by assessment.
    pub flags: Vec<DebriefFlag>,
    /// Applications left out because they are closed to the viewer.
    pub left_out: LeftOut,
}

/// One red flag that was raised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DebriefFlag {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The assessment's name for people.
    pub assessment_title: String,
    /// The interview in which it was raised.
    pub interview_id: InterviewId,
    /// The scorecard that raised it.
    pub scorecard_id: ScorecardId,
    /// Name of the rater.
    pub person: String,
    /// Id of the rubric's red flag.
    pub flag: String,
    /// Its name for people.
    pub title: String,
    /// What was seen or heard.
    pub evidence: String,
    /// What looks like it and is not, by the rubric: to be asked before it is held against somebody.
    pub not_a_red_flag: String,
}

/// The flags of a role, in the newest version of each scorecard. Whoever reads them is noted as having read ratings.
pub fn flags(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleFlags> {
    let (found, seen) = store.read(viewer, |conn| {
        let closed = independence::closed_count(conn, viewer, role, None)?;
        let flags = of(conn, viewer, role, None)?;
        let seen = others(conn, viewer, role)?;
        Ok((RoleFlags { role_id: role, flags, left_out: LeftOut::of(closed) }, seen))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

/// Open applications with scorecards of others: that none of them raised a flag is something read, too.
fn others(conn: &Connection, viewer: Viewer, role: RoleId) -> Result<Vec<ApplicationId>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT DISTINCT i.application_id, i.person_id <> :viewer AS other {}",
        counting()
    ))?;
    let only: Option<uuid::Uuid> = None;
    let bound: &[(&str, &dyn ToSql)] = named_params! {":viewer": viewer.0.0, ":role": role.0, ":only": only};
    let rows = statement.query_map(bound, |row| Ok((ApplicationId(row.get(0)?), row.get::<_, bool>(1)?)))?;
    let rows: Vec<(ApplicationId, bool)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().filter(|(_, other)| *other).map(|(id, _)| id).collect())
}

/// Those of a role, or of one application of it, that are open to the viewer.
pub(super) fn of(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    only: Option<ApplicationId>,
) -> Result<Vec<DebriefFlag>> {
    let only = only.map(|id| id.0);
    let bound: &[(&str, &dyn ToSql)] = named_params! {":viewer": viewer.0.0, ":role": role.0, ":only": only};
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.flag, f.title, f.evidence, s.id AS card, s.interview_id, s.rubric_id, s.rubric_version,
            a.id AS application, a.candidate_id, c.name AS candidate, x.title AS assessment, p.name AS person
         FROM red_flag AS f JOIN scorecard AS s ON s.id = f.scorecard_id
         JOIN interview AS i ON i.id = s.interview_id JOIN application AS a ON a.id = i.application_id
         JOIN candidate AS c ON c.id = a.candidate_id JOIN assessment AS x ON x.id = i.assessment_id
         JOIN person AS p ON p.id = i.person_id
         WHERE s.id IN (SELECT s.id {})
         ORDER BY c.name COLLATE NOCASE, a.id, x.title, p.name, f.flag",
        counting()
    ))?;
    let rows = statement.query_map(bound, flag)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut rubrics = HashMap::new();
    rows.into_iter()
        .map(|(flag, key)| {
            let rubric = match rubrics.entry(key) {
                Entry::Occupied(read) => read.into_mut(),
                Entry::Vacant(place) => {
                    let rubric: Rubric = crate::rubrics::find(conn, &place.key().0, place.key().1)?;
                    place.insert(rubric)
                }
            };
            let not_a_red_flag = rubric.red_flag(&flag.flag).map(|one| one.not_a_red_flag.clone());
            Ok(DebriefFlag { not_a_red_flag: not_a_red_flag.unwrap_or_default(), ..flag })
        })
        .collect()
}

fn flag(row: &Row<'_>) -> rusqlite::Result<(DebriefFlag, RubricKey)> {
    let flag = DebriefFlag {
        application_id: ApplicationId(row.get("application")?),
        candidate_id: CandidateId(row.get("candidate_id")?),
        candidate_name: row.get("candidate")?,
        assessment_title: row.get("assessment")?,
        interview_id: InterviewId(row.get("interview_id")?),
        scorecard_id: ScorecardId(row.get("card")?),
        person: row.get("person")?,
        flag: row.get("flag")?,
        title: row.get("title")?,
        evidence: row.get("evidence")?,
        not_a_red_flag: String::new(),
    };
    Ok((flag, (row.get("rubric_id")?, row.get("rubric_version")?)))
}
