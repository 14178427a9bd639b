//! Adding the people of a list: those who are here already are passed by, bad lines are told, the rest comes in.

use assay_domain::candidate::list::{CandidateList, ListEntry, ListProblem};
use assay_domain::candidate::{CandidateInput, ProvenanceInput};
use assay_domain::ids::{CandidateId, RoleId};
use assay_domain::import::{AccountKind, AccountRef};
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _};
use serde::Serialize;
use serde_json::json;

use super::CandidateBrief;
use super::namesakes::{namesakes, remark};
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, accounts, applications, blind};

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
    /// Headings of the columns that are not taken.
    pub ignored: Vec<String>,
    /// How many rows beyond the limit of a list are not read.
    pub left_out: u32,
    /// What is to be said of how the file was saved; empty where nothing is.
    pub encoding: String,
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
    /// Anything else, or empty.
    pub notes: String,
    /// Who is here already and is taken to be the same; then the row is passed by.
    pub same_as: Option<SameAs>,
    /// Whether somebody of this address or login was erased here after asking not to be contacted: they come in with that
    /// mark, and without an application.
    pub not_to_contact: bool,
    /// What else is to be looked at: that somebody of this name is here already; empty where nothing is.
    pub remark: String,
    /// What becomes of an application for the role; none where no role is named, and for who is not here yet.
    pub joins: Option<Joins>,
}

/// What becomes of an application for the role of a list, for somebody who is here already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Joins {
    /// One is added.
    Added,
    /// There is one, under way or ended.
    Has,
    /// They are not to be contacted.
    NotToContact,
}

impl Joins {
    /// What would become of it, of the candidate on a connection.
    fn of(conn: &Connection, candidate: CandidateId, role: RoleId) -> Result<Self> {
        let has = conn
            .prepare_cached("SELECT 1 FROM application WHERE candidate_id = ?1 AND role_id = ?2")?
            .exists([candidate.0, role.0])?;
        if has {
            return Ok(Self::Has);
        }
        match super::allow_stage(conn, candidate, Stage::Applied, None) {
            Ok(()) => Ok(Self::Added),
            Err(EngineError::Asks { .. }) => Ok(Self::NotToContact),
            Err(other) => Err(other),
        }
    }
}

/// The candidate that somebody of a list is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SameAs {
    /// Who is here.
    pub candidate: CandidateBrief,
    /// By what they are the same.
    pub by: SameBy,
}

/// By what somebody of a list is told from others: the first of these that the row has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SameBy {
    /// The e-mail address.
    Address,
    /// The GitHub login.
    Login,
    /// The name.
    Name,
}

impl SameBy {
    /// As a word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Login => "login",
            Self::Name => "name",
        }
    }
}

/// What became of a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ListReport {
    /// How many came in.
    pub added: u32,
    /// How many were here already.
    pub skipped: u32,
    /// Of those, how many got an application for the role.
    pub applied: u32,
    /// Of those, how many have one already, under way or ended.
    pub had_one: u32,
    /// Of those, how many got none since they are not to be contacted.
    pub not_to_contact: u32,
    /// Those who came in.
    pub candidate_ids: Vec<CandidateId>,
    /// Lines that could not be taken.
    pub problems: Vec<ListProblem>,
    /// Of those who came in, what is to be looked at: that somebody of their name was here already.
    pub remarks: Vec<ListProblem>,
    /// Headings of the columns that were not taken.
    pub ignored: Vec<String>,
    /// How many rows beyond the limit of a list were not read.
    pub left_out: u32,
    /// What is to be said of how the file was saved; empty where nothing is.
    pub encoding: String,
}

impl ListReport {
    /// Of nobody yet.
    fn begun(problems: Vec<ListProblem>, ignored: Vec<String>, left_out: u32) -> Self {
        Self {
            added: 0,
            skipped: 0,
            applied: 0,
            had_one: 0,
            not_to_contact: 0,
            candidate_ids: Vec::new(),
            problems,
            remarks: Vec::new(),
            ignored,
            left_out,
            encoding: String::new(),
        }
    }

    fn count(&mut self, joins: Joins) {
        match joins {
            Joins::Added => self.applied += 1,
            Joins::Has => self.had_one += 1,
            Joins::NotToContact => self.not_to_contact += 1,
        }
    }
}

/// Reads a list without taking it, and says who of it is here already, and what would become of an application of theirs for the
/// role where one is given.
///
/// Errors: [`EngineError::Conflict`] where the viewer is blind to anybody: that somebody of the
/// list is here would tell who it is.
pub fn preview_list(store: &Store, viewer: Viewer, text: &str, role: Option<RoleId>) -> Result<ListPreview> {
    store.read(viewer, |conn| {
        blind::ensure_names_all(conn, viewer, LOOKING)?;
        let list = CandidateList::parse(text);
        let here = here(conn, &list.entries)?;
        let told = list.entries.iter().map(|entry| (entry.email.as_str(), entry.login.as_str()));
        let marked = super::recognised_rows(conn, told)?;
        let named = namesakes(conn, list.entries.iter().map(|entry| entry.name.as_str()))?;
        let rows = list.entries.into_iter().zip(here).zip(marked);
        let mut rows: Vec<ListRow> =
            rows.map(|((entry, same_as), marked)| preview(entry, same_as, marked)).collect();
        for (row, here) in rows.iter_mut().zip(&named).filter(|(row, _)| row.same_as.is_none()) {
            row.remark = remark(here);
        }
        for row in &mut rows {
            if let (Some(same), Some(role)) = (&row.same_as, role) {
                row.joins = Some(Joins::of(conn, same.candidate.id, role)?);
            }
        }
        Ok(ListPreview {
            rows,
            problems: list.problems,
            ignored: list.ignored,
            left_out: list.left_out,
            encoding: String::new(),
        })
    })
}

fn preview(entry: ListEntry, same_as: Option<SameAs>, marked: bool) -> ListRow {
    ListRow {
        line: entry.line,
        name: entry.name,
        email: entry.email,
        login: entry.login,
        location: entry.location,
        headline: entry.headline,
        notes: entry.notes,
        not_to_contact: marked && same_as.is_none(),
        same_as,
        remark: String::new(),
        joins: None,
    }
}

/// Adds everybody on the list who is not here yet, with an application where a role is given. Who is here already gets one as
/// well, where they have none for it and may be contacted.
///
/// Errors: as [`preview_list`]; [`EngineError::Invalid`] where the data may be held until a day that is
/// over.
pub fn add_list(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    text: &str,
    provenance: &ProvenanceInput,
    role: Option<RoleId>,
) -> Result<Done<ListReport>> {
    super::ensure_days(provenance, None, at)?;
    store.transact(LIST, viewer, at, |tx| {
        blind::ensure_names_all(tx, viewer, LOOKING)?;
        let list = CandidateList::parse(text);
        let here = here(tx, &list.entries)?;
        let named = namesakes(tx, list.entries.iter().map(|entry| entry.name.as_str()))?;
        let mut report = ListReport::begun(list.problems, list.ignored, list.left_out);
        let adding = Adding { viewer, at, provenance, role };
        for ((row, same_as), named) in list.entries.into_iter().zip(here).zip(named) {
            match same_as {
                Some(same) => adding.join(tx, same.candidate.id, &mut report)?,
                None => adding.add(tx, row, &named, &mut report)?,
            }
        }
        Ok(report)
    })
}

/// What all rows of a list have in common.
struct Adding<'a> {
    viewer: Viewer,
    at: Instant,
    provenance: &'a ProvenanceInput,
    role: Option<RoleId>,
}

impl Adding<'_> {
    /// Somebody who is here already: an application where a role is given and nothing stands against it.
    fn join(&self, tx: &mut Tx<'_>, here: CandidateId, report: &mut ListReport) -> Result<()> {
        report.skipped += 1;
        let Some(role) = self.role else { return Ok(()) };
        let joins = Joins::of(tx, here, role)?;
        if joins == Joins::Added {
            applications::insert(tx, self.viewer, self.at, here, role, Stage::Applied, None)?;
        }
        report.count(joins);
        Ok(())
    }

    /// Somebody who is not here yet; `named` are those of their name who are.
    fn add(
        &self,
        tx: &mut Tx<'_>,
        row: ListEntry,
        named: &[CandidateBrief],
        report: &mut ListReport,
    ) -> Result<()> {
        let (line, login) = (row.line, row.login.clone());
        let input = input(row, self.provenance).checked()?;
        let id = super::insert(tx, self.at, &input)?;
        add_login(tx, id, &login)?;
        let marked = super::recognise(tx, id, self.at)?;
        tx.record(Noun::Candidate, id.0, &[], &json!({"name": input.name}))?;
        if let Some(role) = self.role.filter(|_| !marked) {
            applications::insert(tx, self.viewer, self.at, id, role, Stage::Applied, None)?;
        }
        if marked {
            report.problems.push(asked_not_to_be_contacted(line, &input.name));
        }
        if !named.is_empty() {
            report.remarks.push(ListProblem { line, text: input.name, reason: remark(named) });
        }
        report.candidate_ids.push(id);
        report.added += 1;
        Ok(())
    }
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

/// By what a row is told from others, and its value: the address, else the login, else the name.
fn mark(row: &ListEntry) -> (SameBy, &str) {
    match (row.email.is_empty(), row.login.is_empty()) {
        (false, _) => (SameBy::Address, &row.email),
        (true, false) => (SameBy::Login, &row.login),
        (true, true) => (SameBy::Name, &row.name),
    }
}

/// Who of the list is here already, by its [`mark`].
fn here(conn: &Connection, rows: &[ListEntry]) -> Result<Vec<Option<SameAs>>> {
    let mut by_email =
        conn.prepare_cached("SELECT id, name FROM candidate WHERE lower(email) = lower(?1) LIMIT 1")?;
    let mut by_login = conn.prepare_cached(
        "SELECT c.id, c.name FROM account AS a JOIN candidate_account AS ca ON ca.account_id = a.id
         JOIN candidate AS c ON c.id = ca.candidate_id WHERE lower(a.login) = lower(?1) LIMIT 1",
    )?;
    let mut by_name =
        conn.prepare_cached("SELECT id, name FROM candidate WHERE name = ?1 COLLATE NOCASE LIMIT 1")?;
    let mut here = Vec::with_capacity(rows.len());
    for row in rows {
        let (by, value) = mark(row);
        let statement = match by {
            SameBy::Address => &mut by_email,
            SameBy::Login => &mut by_login,
            SameBy::Name => &mut by_name,
        };
        let found = statement
            .query_row([value], |row| Ok(CandidateBrief { id: CandidateId(row.get(0)?), name: row.get(1)? }))
            .optional()?;
        here.push(found.map(|candidate| SameAs { candidate, by }));
    }
    Ok(here)
}
