//! The SQL of the table. What is asked for is bound, never written into it.

use assay_domain::stage::Stage;

use super::{CandidateQuery, SortKey};
use crate::independence::closed_sql;

/// Candidate and login, for `{ids}`.
pub const LOGINS: &str = "SELECT ca.candidate_id, a.login FROM candidate_account AS ca
    JOIN account AS a ON a.id = ca.account_id WHERE ca.candidate_id IN ({ids}) ORDER BY lower(a.login)";

/// Candidate and language, for `{ids}`; the most frequent first.
pub const ROW_LANGUAGES: &str = "SELECT ca.candidate_id, l.language FROM candidate_account AS ca
    JOIN snapshot AS s ON s.account_id = ca.account_id AND s.state = 'whole'
    JOIN snapshot_language AS l ON l.snapshot_id = s.id
    WHERE ca.candidate_id IN ({ids}) GROUP BY 1, 2 ORDER BY max(l.repositories) DESC, l.language";

/// Every language that a candidate's snapshot has.
pub const LANGUAGES: &str = "SELECT DISTINCT l.language FROM snapshot_language AS l
    JOIN snapshot AS s ON s.id = l.snapshot_id AND s.state = 'whole'
    JOIN candidate_account AS ca ON ca.account_id = s.account_id ORDER BY lower(l.language)";

/// The page: id, name, headline, source, added_at, snapshot_at, best row of the search index, total,
/// do-not-contact. `:text`, `:titled`, `:typed` and
/// `:viewer` stand in it only where it is searched.
pub fn page(query: &CandidateQuery, searched: bool) -> String {
    let (with, join, hit) = if searched {
        (hits(), "JOIN best ON best.candidate_id = c.id", "best.row")
    } else {
        (String::new(), "", "NULL")
    };
    format!(
        "{with} SELECT c.id, c.name, c.headline, c.source, c.added_at, {SNAPSHOT_AT} AS snapshot_at, {hit},
                count(*) OVER (), {MARKED} FROM candidate AS c {join}
         WHERE (:source IS NULL OR c.source = :source)
           AND (:marked IS NULL OR {MARKED} = :marked)
           AND ((:stage IS NULL AND :role IS NULL) OR EXISTS (SELECT 1 FROM application AS f
                WHERE f.candidate_id = c.id AND (:stage IS NULL OR f.stage = :stage) AND (:role IS NULL OR f.role_id = :role)))
           AND (:language IS NULL OR EXISTS (SELECT 1 FROM candidate_account AS ca
                JOIN snapshot AS s ON s.account_id = ca.account_id AND s.state = 'whole'
                JOIN snapshot_language AS l ON l.snapshot_id = s.id
                WHERE ca.candidate_id = c.id AND l.language = :language))
         ORDER BY {}, c.id LIMIT :limit OFFSET :offset",
        order(query)
    )
}

const MARKED: &str = "EXISTS (SELECT 1 FROM do_not_contact AS d WHERE d.candidate_id = c.id)";

const SNAPSHOT_AT: &str = "(SELECT max(at) FROM (
    SELECT max(s.taken_at) AS at FROM candidate_account AS ca
    JOIN snapshot AS s ON s.account_id = ca.account_id AND s.state = 'whole' WHERE ca.candidate_id = c.id
    UNION ALL SELECT max(s.taken_at) FROM snapshot AS s WHERE s.candidate_id = c.id AND s.state = 'whole'))";

/// The best row of the index for each candidate: one whose text may be shown, with the words in its title, the newest.
/// Somebody hidden from the viewer is found by their label.
/// Rows about ratings count where the viewer wrote them or is noted as having read of them, so that a hit tells nothing that would
/// have to be noted; rows about closed ratings never (law 4). Nor does FTS5's rank, which weighs them too.
fn hits() -> String {
    let closed = closed_sql("r.application_id");
    format!(
        "WITH hit AS MATERIALIZED (SELECT rowid AS row FROM search WHERE search MATCH :text),
         titled AS MATERIALIZED (SELECT rowid AS row FROM search WHERE search MATCH :titled),
         best AS (
            SELECT COALESCE(r.candidate_id, s.candidate_id, ca.candidate_id, f.candidate_id) AS candidate_id, hit.row,
                   max((r.application_id IS NULL) << 62 | (hit.row IN titled) << 61 | hit.row)
            FROM hit JOIN search_row AS r ON r.row = hit.row
            LEFT JOIN snapshot AS s ON s.id = r.snapshot_id AND s.state = 'whole'
            LEFT JOIN candidate_account AS ca ON ca.account_id = s.account_id
            LEFT JOIN application AS f ON f.id = r.application_id
            WHERE r.application_id IS NULL OR (NOT {closed}
                AND (EXISTS (SELECT 1 FROM exposure AS x WHERE x.application_id = r.application_id AND x.person_id = :viewer)
                    OR EXISTS (SELECT 1 FROM interview AS mine WHERE mine.id = r.subject_id AND mine.person_id = :viewer)))
            GROUP BY 1
            UNION ALL SELECT c.id, NULL, 0 FROM candidate AS c
            WHERE blind_label(c.id) IS NOT NULL AND instr(lower(c.name), lower(trim(:typed))) > 0)"
    )
}

fn order(query: &CandidateQuery) -> String {
    let direction = if query.descending { "DESC" } else { "ASC" };
    let key = match query.sort {
        SortKey::Name => "c.name COLLATE NOCASE".to_string(),
        SortKey::Added => "c.added_at".to_string(),
        SortKey::Source => "c.source".to_string(),
        SortKey::Snapshot => return format!("snapshot_at IS NULL, snapshot_at {direction}"),
        SortKey::Stage => stage_key(),
    };
    format!("{key} {direction}, c.name COLLATE NOCASE")
}

/// Place of the furthest stage, -1 without an application.
fn stage_key() -> String {
    let cases: Vec<String> =
        Stage::ALL.iter().map(|stage| format!("WHEN '{stage}' THEN {}", stage.position())).collect();
    format!(
        "(SELECT COALESCE(max(CASE f.stage {} END), -1) FROM application AS f WHERE f.candidate_id = c.id)",
        cases.join(" ")
    )
}
