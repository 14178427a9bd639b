//! Adding the people of a list: those who are here already are passed by, bad lines are told, the rest comes in.

use assay_domain::candidate::list::{CandidateList, ListEntry, ListProblem};
use assay_domain::candidate::{CandidateInput, ProvenanceInput};
use assay_domain::ids::{CandidateId, RoleId};
use assay_domain::import::{AccountKind, AccountRef};
use assay_domain::stage::Stage;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::json;

use crate::store::{Done, Noun, Op};
use crate::{Instant, Result, Store, Viewer, accounts, applications, blind};

/// What is refused to whoever is blind to anybody.
const LOOKING: &str = "who of a list is here already";
const LIST: Op = Op("candidate.list");

/// What a list would bring.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListPreview {
    /// Rows understood.
    pub rows: Vec<ListRow>,
    /// Lines that were not, and why.
    pub problems: Vec<ListProblem>,
}

/// One person of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListRow {
    /// Line of the list, from 1.
    pub line: u32,
    /// Name.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// GitHub login, or empty.
    pub login: String,
    /// Where they live, or empty.
    pub location: String,
    /// One line about them, or empty.
    pub headline: String,
    /// Whether a candidate like this is here already; then the row is passed by.
    pub exists: bool,
}

/// What became of a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListReport {
    /// How many came in.
    pub added: u32,
    /// How many were here already.
    pub skipped: u32,
    /// Those who came in.
    pub candidate_ids: Vec<CandidateId>,
    /// Lines that could not be taken.
    pub problems: Vec<ListProblem>,
}

/// Reads a list without taking it, and says who of it is here already.
///
/// Errors: [`EngineError::Conflict`](crate::EngineError::Conflict) where the viewer is blind to anybody: that somebody of the
/// list is here would tell who it is.
pub fn preview_list(store: &Store, viewer: Viewer, text: &str) -> Result<ListPreview> {
    store.read(viewer, |conn| {
        blind::ensure_names_all(conn, viewer, LOOKING)?;
        let list = CandidateList::parse(text);
        let here = here(conn, &list.entries)?;
        let rows = list.entries.into_iter().zip(here).map(|(entry, exists)| ListRow {
            line: entry.line,
            name: entry.name,
            email: entry.email,
            login: entry.login,
            location: entry.location,
            headline: entry.headline,
            exists,
        });
        Ok(ListPreview { rows: rows.collect(), problems: list.problems })
    })
}

/// Adds everybody on the list who is not here yet, with an application where a role is given.
///
/// Errors: as [`preview_list`].
pub fn add_list(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    text: &str,
    provenance: &ProvenanceInput,
    role: Option<RoleId>,
) -> Result<Done<ListReport>> {
    store.transact(LIST, viewer, at, |tx| {
        blind::ensure_names_all(tx, viewer, LOOKING)?;
        let list = CandidateList::parse(text);
        let here = here(tx, &list.entries)?;
        let mut report =
            ListReport { added: 0, skipped: 0, candidate_ids: Vec::new(), problems: list.problems };
        for (row, exists) in list.entries.into_iter().zip(here) {
            if exists {
                report.skipped += 1;
                continue;
            }
            let (line, login) = (row.line, row.login.clone());
            let input = input(row, provenance).checked()?;
            let id = super::insert(tx, at, &input)?;
            add_login(tx, id, &login)?;
            let marked = super::recognise(tx, id, at)?;
            tx.record(Noun::Candidate, id.0, &[], &json!({"name": input.name}))?;
            if let Some(role) = role.filter(|_| !marked) {
                applications::insert(tx, viewer, at, id, role, Stage::Applied, None)?;
            }
            if marked {
                report.problems.push(asked_not_to_be_contacted(line, &input.name));
            }
            report.candidate_ids.push(id);
            report.added += 1;
        }
        Ok(report)
    })
}

/// Told of somebody who was erased with a do-not-contact mark: they come in with it again, and with no application.
fn asked_not_to_be_contacted(line: u32, name: &str) -> ListProblem {
    ListProblem {
        line,
        text: name.into(),
        reason: "asked not to be contacted, and was erased here since; came in with that mark and without an application".into(),
    }
}

/// Links a login-only account, unless somebody has it.
fn add_login(tx: &Connection, candidate: CandidateId, login: &str) -> Result<()> {
    if login.is_empty() {
        return Ok(());
    }
    let meant =
        AccountRef { host: "github.com".into(), id: None, login: login.into(), kind: AccountKind::Unknown };
    let account = accounts::resolve::resolve(tx, &meant)?;
    if accounts::get(tx, account)?.candidate_id.is_none() {
        accounts::attach(tx, candidate, account, true)?;
    }
    Ok(())
}

fn input(row: ListEntry, provenance: &ProvenanceInput) -> CandidateInput {
    CandidateInput {
        name: row.name,
        email: row.email,
        location: row.location,
        headline: row.headline,
        notes: row.notes,
        provenance: provenance.clone(),
    }
}

/// Who of the list is here already: by address, else by login, else by name.
fn here(conn: &Connection, rows: &[ListEntry]) -> Result<Vec<bool>> {
    let mut by_email =
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM candidate WHERE lower(email) = lower(?1))")?;
    let mut by_login = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM account AS a JOIN candidate_account AS ca ON ca.account_id = a.id
         WHERE lower(a.login) = lower(?1))",
    )?;
    let mut by_name =
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM candidate WHERE name = ?1 COLLATE NOCASE)")?;
    let mut here = Vec::with_capacity(rows.len());
    for row in rows {
        let (statement, value) = match (row.email.is_empty(), row.login.is_empty()) {
            (false, _) => (&mut by_email, &row.email),
            (true, false) => (&mut by_login, &row.login),
            (true, true) => (&mut by_name, &row.name),
        };
        here.push(statement.query_row([value], |found| found.get(0))?);
    }
    Ok(here)
}
