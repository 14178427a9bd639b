//! What a debrief is computed from, in a fixed number of queries for the whole role. Ratings of applications that are
//! closed to the viewer are never read.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use assay_domain::decision::DecisionKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, PersonId, RoleId, ScorecardId};
use assay_domain::measure::Sheet;
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::Recommendation;
use assay_domain::stage::Stage;
use rusqlite::{Connection, Row, ToSql, named_params};

use crate::plans::{Plan, PlanAssessment};
use crate::store::column::{word, word_or_none};
use crate::{Result, Viewer, decisions, independence, roles, rubrics};

/// An application of the role.
pub(crate) struct Applicant {
    pub id: ApplicationId,
    pub candidate: CandidateId,
    pub name: String,
    pub stage: Stage,
    pub stage_title: String,
    pub closed: bool,
    pub decision: Option<DecisionKind>,
}

/// A scorecard that counts: the newest version of its first occasion.
pub(crate) struct Card {
    pub id: ScorecardId,
    pub application: ApplicationId,
    pub assessment: AssessmentId,
    pub person: PersonId,
    pub name: String,
    pub independent: bool,
    pub recommendation: Recommendation,
    pub rubric: RubricKey,
    pub flags: u32,
    pub sheet: Sheet,
}

impl Card {
    /// The level that it gives a criterion; `None` where that was not assessed.
    pub fn level(&self, criterion: &str) -> Option<u8> {
        self.sheet.levels.get(criterion).copied().flatten().filter(|level| *level > 0)
    }

    /// Whether it assessed anything. One that did not changes no score.
    pub fn rates(&self) -> bool {
        self.sheet.levels.values().flatten().any(|level| *level > 0)
    }
}

pub(crate) type RubricKey = (String, u32);

/// Everything that was read.
pub(crate) struct Material {
    pub applicants: Vec<Applicant>,
    pub cards: Vec<Card>,
    /// Open and cancelled interviews by application and assessment.
    pub waiting: HashMap<(ApplicationId, AssessmentId), (u32, u32)>,
    pub rubrics: HashMap<RubricKey, Rubric>,
}

/// Reads what there is of a role, or of one application of it.
pub(crate) fn gather(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    only: Option<ApplicationId>,
    plan: &Plan,
) -> Result<Material> {
    let only = only.map(|id| id.0);
    let bound: &[(&str, &dyn ToSql)] = named_params! {":viewer": viewer.0.0, ":role": role.0, ":only": only};
    let cards = cards(conn, bound)?;
    let waiting = waiting(conn, &bound[1..])?;
    let mut rubrics = HashMap::new();
    let planned = plan.assessments.iter().map(key);
    for key in cards.iter().map(|card| card.rubric.clone()).chain(planned) {
        if let Entry::Vacant(place) = rubrics.entry(key) {
            let rubric = rubrics::find(conn, &place.key().0, place.key().1)?;
            place.insert(rubric);
        }
    }
    Ok(Material { applicants: applicants(conn, bound)?, cards, waiting, rubrics })
}

pub(super) fn key(one: &PlanAssessment) -> RubricKey {
    (one.rubric_id.clone(), one.rubric_version)
}

fn applicants(conn: &Connection, bound: &[(&str, &dyn ToSql)]) -> Result<Vec<Applicant>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT a.id, a.candidate_id, c.name, a.stage, {} AS stage_title, {} AS closed, {} AS decision
         FROM application AS a JOIN candidate AS c ON c.id = a.candidate_id
         WHERE a.role_id = :role AND (:only IS NULL OR a.id = :only) ORDER BY c.name COLLATE NOCASE, a.id",
        roles::stage_name_sql("a.role_id", "a.stage"),
        independence::closed_sql("a.id"),
        decisions::standing_kind_sql("a.id")
    ))?;
    let rows = statement.query_map(bound, |row| {
        Ok(Applicant {
            id: ApplicationId(row.get("id")?),
            candidate: CandidateId(row.get("candidate_id")?),
            name: row.get("name")?,
            stage: word(row, "stage")?,
            stage_title: row.get("stage_title")?,
            closed: row.get("closed")?,
            decision: word_or_none(row, "decision")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The scorecards that count and are open to the viewer.
pub(super) fn counting() -> String {
    format!(
        "FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         JOIN application AS a ON a.id = i.application_id
         JOIN person AS p ON p.id = i.person_id
         LEFT JOIN rating AS r ON r.scorecard_id = s.id
         WHERE a.role_id = :role AND (:only IS NULL OR a.id = :only) AND s.occasion = 1
           AND s.version = (SELECT max(n.version) FROM scorecard AS n
                            WHERE n.interview_id = s.interview_id AND n.occasion = 1)
           AND NOT {}
         ORDER BY s.id",
        independence::closed_sql("a.id")
    )
}

/// One row for each rating; those of one scorecard follow each other.
fn cards(conn: &Connection, bound: &[(&str, &dyn ToSql)]) -> Result<Vec<Card>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT s.*, i.application_id, i.assessment_id, i.person_id, p.name, i.independent, r.criterion, r.level,
            (SELECT count(*) FROM red_flag AS f WHERE f.scorecard_id = s.id) AS flags {}",
        counting()
    ))?;
    let mut rows = statement.query(bound)?;
    let mut cards: Vec<Card> = Vec::new();
    while let Some(row) = rows.next()? {
        let id = ScorecardId(row.get("id")?);
        if cards.last().is_none_or(|last| last.id != id) {
            cards.push(card(row)?);
        }
        let criterion: Option<String> = row.get("criterion")?;
        if let (Some(criterion), Some(card)) = (criterion, cards.last_mut()) {
            card.sheet.levels.insert(criterion, row.get("level")?);
        }
    }
    Ok(cards)
}

fn card(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        id: ScorecardId(row.get("id")?),
        application: ApplicationId(row.get("application_id")?),
        assessment: AssessmentId(row.get("assessment_id")?),
        person: PersonId(row.get("person_id")?),
        name: row.get("name")?,
        independent: row.get("independent")?,
        recommendation: word(row, "recommendation")?,
        rubric: (row.get("rubric_id")?, row.get("rubric_version")?),
        flags: row.get("flags")?,
        sheet: Sheet::default(),
    })
}

fn waiting(
    conn: &Connection,
    bound: &[(&str, &dyn ToSql)],
) -> Result<HashMap<(ApplicationId, AssessmentId), (u32, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT i.application_id, i.assessment_id, sum(i.state = 'open'), sum(i.state = 'cancelled')
         FROM interview AS i JOIN application AS a ON a.id = i.application_id
         WHERE a.role_id = :role AND (:only IS NULL OR a.id = :only) GROUP BY 1, 2",
    )?;
    let rows = statement.query_map(bound, |row| {
        let cell = (ApplicationId(row.get(0)?), AssessmentId(row.get(1)?));
        Ok((cell, (row.get(2)?, row.get(3)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
