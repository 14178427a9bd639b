//! Who may see sums over what candidates gave: nobody who rates them.

use assay_domain::ids::RoleId;
use rusqlite::{Connection, named_params};

use crate::{Result, Viewer};

const RATES: &str = "You rate candidates here, so what candidates gave of themselves is not shown to you: it must not reach a \
    rating. Somebody who rates nobody here can see it.";
const ALONE: &str = "You alone rate here, so what candidates gave of themselves is shown to you once every application of theirs \
    has ended: then it cannot reach a rating any more.";

/// People who rate a candidate of the role `:role`, or of any: they hold an interview in one of the candidate's applications, or
/// are on the panel of one of the role's assessments. Whether candidates answered plays no part: it would show.
const RATERS: &str = "SELECT i.person_id FROM interview AS i JOIN application AS a ON a.id = i.application_id
        JOIN application AS b ON b.candidate_id = a.candidate_id
        WHERE i.state <> 'cancelled' AND (:role IS NULL OR b.role_id = :role)
    UNION SELECT p.person_id FROM panel_person AS p JOIN assessment AS s ON s.id = p.assessment_id
        WHERE :role IS NULL OR s.role_id = :role";

/// Why nothing of it is shown to the viewer for a role, or for all; `None` where it is. Whoever rates alone has nobody else to
/// look, and is shown it when all applications of these candidates have ended.
pub(super) fn withheld(
    conn: &Connection,
    viewer: Viewer,
    role: Option<RoleId>,
) -> Result<Option<&'static str>> {
    let holds = |whose: &str| -> Result<bool> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM ({RATERS}) WHERE person_id {whose} :viewer)");
        let bound = named_params! {":role": role.map(|role| role.0), ":viewer": viewer.0.0};
        Ok(conn.prepare_cached(&sql)?.query_row(bound, |row| row.get(0))?)
    };
    if !holds("=")? {
        return Ok(None);
    }
    if holds("<>")? {
        return Ok(Some(RATES));
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM application AS a JOIN application AS b ON b.candidate_id = a.candidate_id
        WHERE a.stage NOT IN ('hired', 'rejected', 'withdrawn') AND (?1 IS NULL OR b.role_id = ?1))";
    let open: bool = conn.prepare_cached(sql)?.query_row([role.map(|role| role.0)], |row| row.get(0))?;
    Ok(open.then_some(ALONE))
}
