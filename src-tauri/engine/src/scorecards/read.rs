//! Reading submitted scorecards, by law 4.

use std::collections::HashMap;

use assay_domain::ids::{ApplicationId, EvidenceId, InterviewId, RoleId, ScorecardId};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{Citation, LogEntry, Rating, Recommendation, timing};
use rusqlite::{Connection, Row, named_params};
use uuid::Uuid;

use super::score::{score, sheet};
use super::{RaisedFlag, Scorecard, log};
use crate::interviews::{self, Interview};
use crate::store::column::word;
use crate::{EngineError, Instant, Result, Store, Viewer, independence, rubrics};

/// All versions of an interview's scorecard, newest first; none where none was submitted. Whoever is shown somebody else's
/// is noted as having read ratings of the application.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there, for their own ones too.
pub fn show(store: &Store, viewer: Viewer, at: Instant, id: InterviewId) -> Result<Vec<Scorecard>> {
    let (interview, cards) = store.read(viewer, |conn| {
        let interview = interviews::get(conn, viewer, id)?;
        independence::ensure_open(conn, viewer, interview.application_id)?;
        Ok((interview, load(conn, viewer, Scope::Interview(id))?))
    })?;
    if !interview.mine && !cards.is_empty() {
        independence::expose(store, viewer, at, [interview.application_id])?;
    }
    Ok(cards)
}

/// Which scorecards are read.
#[derive(Clone, Copy)]
pub(crate) enum Scope {
    /// Those of one interview.
    Interview(InterviewId),
    /// Those of one application.
    Application(ApplicationId),
    /// Those of the applications of a role that are open to the viewer.
    Open(RoleId),
}

impl Scope {
    /// The condition, on `i`, that selects them; `:scope` and `:viewer` are bound to it.
    fn filter(self) -> String {
        let own = match self {
            Self::Interview(_) => "i.id = :scope".into(),
            Self::Application(_) => "i.application_id = :scope".into(),
            Self::Open(_) => format!(
                "i.application_id IN (SELECT id FROM application WHERE role_id = :scope) AND NOT {}",
                independence::closed_sql("i.application_id")
            ),
        };
        format!("WHERE {own} AND :viewer IS NOT NULL")
    }

    fn id(self) -> Uuid {
        match self {
            Self::Interview(id) => id.0,
            Self::Application(id) => id.0,
            Self::Open(role) => role.0,
        }
    }
}

/// Whose scorecards are read, and by whom.
type Bound = [Uuid; 2];

/// Scorecards with all they say, in a fixed number of queries; newest first, those of one interview by version. The caller
/// has asked law 4 of an interview or an application.
pub(crate) fn load(conn: &Connection, viewer: Viewer, scope: Scope) -> Result<Vec<Scorecard>> {
    let (filter, bound) = (scope.filter(), [viewer.0.0, scope.id()]);
    let held =
        interviews::select(conn, &filter, named_params! {":viewer": viewer.0.0, ":scope": scope.id()})?;
    let held: HashMap<InterviewId, Interview> = held.into_iter().map(|one| (one.id, one)).collect();
    let mut parts = Parts {
        ratings: grouped(conn, &ratings_sql(&filter), bound, rating)?,
        citations: grouped(conn, &citations_sql(&filter), bound, citation)?,
        flags: grouped(conn, &flags_sql(&filter), bound, flag)?,
        logs: grouped(conn, &log::select_sql(FROM, &filter), bound, log::entry)?,
        rubrics: HashMap::new(),
    };
    heads(conn, &filter, bound)?.into_iter().map(|head| parts.card(conn, &held, head)).collect()
}

const FROM: &str = "scorecard AS s JOIN interview AS i ON i.id = s.interview_id";

fn ratings_sql(filter: &str) -> String {
    format!(
        "SELECT s.id AS card, r.criterion, r.level, r.note FROM {FROM} JOIN rating AS r ON r.scorecard_id = s.id
         {filter} ORDER BY r.position"
    )
}

fn citations_sql(filter: &str) -> String {
    format!(
        "SELECT s.id AS card, c.* FROM {FROM} JOIN citation AS c ON c.scorecard_id = s.id {filter}
         ORDER BY c.position"
    )
}

fn flags_sql(filter: &str) -> String {
    format!(
        "SELECT s.id AS card, f.* FROM {FROM} JOIN red_flag AS f ON f.scorecard_id = s.id {filter}
         ORDER BY f.flag"
    )
}

struct Head {
    id: ScorecardId,
    interview: InterviewId,
    version: u32,
    submitted_at: Instant,
    typed_in_by: Option<String>,
    amendment_reason: Option<String>,
    after_debrief: Option<bool>,
    had_read: Option<bool>,
    rubric_id: String,
    rubric_version: u32,
    recommendation: Recommendation,
    summary: String,
}

fn heads(conn: &Connection, filter: &str, [viewer, scope]: Bound) -> Result<Vec<Head>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT s.*, p.name AS typist FROM {FROM} LEFT JOIN person AS p ON p.id = s.typed_in_by
         {filter} AND s.occasion = 1 ORDER BY s.version DESC, s.submitted_at DESC"
    ))?;
    let rows = statement.query_map(named_params! {":viewer": viewer, ":scope": scope}, |row| {
        Ok(Head {
            id: ScorecardId(row.get("id")?),
            interview: InterviewId(row.get("interview_id")?),
            version: row.get("version")?,
            submitted_at: row.get("submitted_at")?,
            typed_in_by: row.get("typist")?,
            amendment_reason: row.get("amendment_reason")?,
            after_debrief: row.get("after_debrief")?,
            had_read: row.get("had_read")?,
            rubric_id: row.get("rubric_id")?,
            rubric_version: row.get("rubric_version")?,
            recommendation: word(row, "recommendation")?,
            summary: row.get("summary")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

type Grouped<T> = HashMap<Uuid, Vec<T>>;

fn grouped<T>(
    conn: &Connection,
    sql: &str,
    [viewer, scope]: Bound,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Grouped<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! {":viewer": viewer, ":scope": scope})?;
    let mut groups = Grouped::new();
    while let Some(row) = rows.next()? {
        groups.entry(row.get("card")?).or_default().push(read(row)?);
    }
    Ok(groups)
}

fn rating(row: &Row<'_>) -> rusqlite::Result<Rating> {
    let (criterion, level) = (row.get("criterion")?, Some(row.get("level")?));
    Ok(Rating { criterion, level, note: row.get("note")?, citations: Vec::new() })
}

fn citation(row: &Row<'_>) -> rusqlite::Result<(String, Citation)> {
    let evidence: Option<Uuid> = row.get("evidence_id")?;
    let (address, quote) = (row.get("address")?, row.get("quote")?);
    Ok((row.get("criterion")?, Citation { evidence_id: evidence.map(EvidenceId), address, quote }))
}

fn flag(row: &Row<'_>) -> rusqlite::Result<RaisedFlag> {
    Ok(RaisedFlag { flag: row.get("flag")?, title: row.get("title")?, evidence: row.get("evidence")? })
}

struct Parts {
    ratings: Grouped<Rating>,
    citations: Grouped<(String, Citation)>,
    flags: Grouped<RaisedFlag>,
    logs: Grouped<LogEntry>,
    rubrics: HashMap<(String, u32), Rubric>,
}

impl Parts {
    fn card(
        &mut self,
        conn: &Connection,
        held: &HashMap<InterviewId, Interview>,
        head: Head,
    ) -> Result<Scorecard> {
        let mut ratings = self.ratings.remove(&head.id.0).unwrap_or_default();
        for (criterion, citation) in self.citations.remove(&head.id.0).unwrap_or_default() {
            let cited = ratings.iter_mut().find(|rating| rating.criterion == criterion);
            cited.into_iter().for_each(|rating| rating.citations.push(citation.clone()));
        }
        let rubric = self.rubric(conn, &head)?;
        let found = score(rubric, &sheet(ratings.iter().map(|one| (one.criterion.as_str(), one.level))));
        let interview = held.get(&head.interview).cloned();
        Ok(Scorecard {
            id: head.id,
            interview: interview.ok_or_else(|| EngineError::not_found("interview", head.interview))?,
            version: head.version,
            submitted_at: head.submitted_at,
            typed_in_by: head.typed_in_by,
            amendment_reason: head.amendment_reason,
            after_debrief: head.after_debrief,
            had_read: head.had_read,
            timing: timing(head.version, head.after_debrief, head.had_read),
            ratings,
            flags: self.flags.remove(&head.id.0).unwrap_or_default(),
            summary: head.summary,
            recommendation: head.recommendation,
            log: self.logs.remove(&head.id.0).unwrap_or_default(),
            rubric_id: head.rubric_id,
            rubric_version: head.rubric_version,
            score: found.score,
            closed: false,
            coverage: found.coverage,
        })
    }

    fn rubric(&mut self, conn: &Connection, head: &Head) -> Result<&Rubric> {
        let key = (head.rubric_id.clone(), head.rubric_version);
        if !self.rubrics.contains_key(&key) {
            self.rubrics.insert(key.clone(), rubrics::find(conn, &key.0, key.1)?);
        }
        self.rubrics.get(&key).ok_or_else(|| EngineError::not_found("rubric", key.0))
    }
}
