//! Reading panels.

use assay_domain::ids::{AssessmentId, PersonId};
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{Panel, PanelPerson};
use crate::Result;
use crate::plans::Plan;

/// The panels of a plan's assessments, in its order; where none was set, one rater and nobody named.
pub(crate) fn of_plan(conn: &Connection, plan: &Plan) -> Result<Vec<Panel>> {
    plan.assessments.iter().map(|one| of_assessment(conn, one.id)).collect()
}

/// The panel of one assessment.
pub(super) fn of_assessment(conn: &Connection, id: AssessmentId) -> Result<Panel> {
    let raters = conn
        .prepare_cached("SELECT raters FROM panel WHERE assessment_id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .unwrap_or(1);
    let mut statement = conn.prepare_cached(
        "SELECT p.id, p.name, p.archived_at IS NOT NULL AS archived, count(i.id) AS open_interviews,
                coalesce(sum(a.minutes), 0) AS open_minutes
         FROM panel_person AS m JOIN person AS p ON p.id = m.person_id
         LEFT JOIN interview AS i ON i.person_id = p.id AND i.state = 'open'
         LEFT JOIN assessment AS a ON a.id = i.assessment_id
         WHERE m.assessment_id = ?1 GROUP BY p.id ORDER BY m.position",
    )?;
    let people = statement.query_map([id.0], person)?.collect::<rusqlite::Result<_>>()?;
    Ok(Panel { assessment_id: id, raters, people })
}

fn person(row: &Row<'_>) -> rusqlite::Result<PanelPerson> {
    Ok(PanelPerson {
        id: PersonId(row.get("id")?),
        name: row.get("name")?,
        archived: row.get("archived")?,
        open_interviews: row.get("open_interviews")?,
        open_minutes: row.get("open_minutes")?,
    })
}
