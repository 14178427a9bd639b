//! The report of an import: what came in, what was passed by, what was refused, each with its reason.

use assay_domain::candidate::Provenance;
use assay_domain::ids::{CandidateId, ImportId};
use assay_domain::import::{AccountRef, EntryReport, Outcome};
use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};

use super::notes;
use crate::candidates::{CandidateBrief, provenance};
use crate::snapshots::{SnapshotSummary, of_import_unlinked};
use crate::store::column;
use crate::{EngineError, Instant, Result, Store, Viewer};

/// How an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ImportState {
    /// Under way.
    Running,
    /// Ended.
    Done,
    /// Ended by whoever started it; what was whole by then stays.
    Cancelled,
    /// Ended by trouble; what was whole by then stays.
    Failed,
}

impl ImportState {
    /// The word, as it is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    pub(super) fn parse(word: &str) -> Self {
        match word {
            "running" => Self::Running,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            _ => Self::Failed,
        }
    }
}

/// Counts of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportTotals {
    /// Files and archive entries looked at.
    pub files: u32,
    /// Those whose records came in.
    pub imported: u32,
    /// Those passed by.
    pub skipped: u32,
    /// Those refused.
    pub refused: u32,
    /// Records that came in.
    pub records: u32,
    /// Candidates made.
    pub candidates: u32,
    /// Snapshots made.
    pub snapshots: u32,
}

impl ImportTotals {
    pub(super) fn add(&mut self, file: &ImportFile) {
        self.files += 1;
        match file.outcome {
            Outcome::Imported => self.imported += 1,
            Outcome::Skipped => self.skipped += 1,
            Outcome::Refused => self.refused += 1,
        }
    }
}

/// An account as a report names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportAccount {
    /// Login as written in the source.
    pub login: String,
    /// Numeric id, where the source gives one.
    pub id: Option<String>,
}

impl From<&AccountRef> for ImportAccount {
    fn from(account: &AccountRef) -> Self {
        Self { login: account.login.clone(), id: account.id.map(|id| id.to_string()) }
    }
}

/// What became of one file or archive entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportFile {
    /// Path; entries of an archive as `archive.zip!/inner/path.json`.
    pub path: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Shape it was recognised as.
    pub shape: Option<String>,
    /// Why it was passed by or refused, and what to do.
    pub reason: Option<String>,
    /// Accounts it is about.
    pub accounts: Vec<ImportAccount>,
    /// Records it gave.
    pub records: u32,
}

impl From<EntryReport> for ImportFile {
    fn from(entry: EntryReport) -> Self {
        Self {
            path: entry.path,
            outcome: entry.outcome,
            shape: entry.shape,
            reason: entry.reason,
            accounts: entry.accounts.iter().map(ImportAccount::from).collect(),
            records: u32::try_from(entry.records).unwrap_or(u32::MAX),
        }
    }
}

/// The report of an import.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportReport {
    /// Id.
    pub id: ImportId,
    /// When it began.
    pub at: Instant,
    /// Name of whoever started it.
    pub by: String,
    /// How it ended.
    pub state: ImportState,
    /// What was to be imported.
    pub paths: Vec<String>,
    /// On what basis.
    pub provenance: Provenance,
    /// Counts.
    pub totals: ImportTotals,
    /// Files and entries, refused ones first.
    pub files: Vec<ImportFile>,
    /// Candidates it made.
    pub candidates: Vec<CandidateBrief>,
    /// Snapshots that no candidate has.
    pub snapshots_unlinked: Vec<SnapshotSummary>,
    /// What whoever imported it should know and do: people to choose from, snapshots of nobody yet, people who are not to be
    /// contacted.
    pub notes: Vec<String>,
}

/// How an import is getting on. Told at most a few times a second by whoever passes it on.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Which import.
    pub import_id: ImportId,
    /// How it stands.
    pub state: ImportState,
    /// Decompressed bytes read so far.
    pub bytes_done: u64,
    /// Records read so far.
    pub records: u32,
    /// Counts so far.
    pub totals: ImportTotals,
    /// What is being read.
    pub current: String,
    /// Files and entries since the last time.
    pub latest: Vec<ImportFile>,
}

/// The report of a stored import, or [`EngineError::NotFound`].
pub fn report(store: &Store, viewer: Viewer, id: ImportId) -> Result<ImportReport> {
    store.read(viewer, |conn| {
        let mut report = head(conn, id)?;
        report.files = files(conn, id)?;
        report.candidates = candidates(conn, id)?;
        report.snapshots_unlinked = of_import_unlinked(conn, id)?;
        report.notes = notes::of(conn, id, &report.snapshots_unlinked)?;
        Ok(report)
    })
}

fn head(conn: &Connection, id: ImportId) -> Result<ImportReport> {
    conn.prepare_cached(
        "SELECT i.at, p.name, i.state, i.paths, i.totals, i.source, i.basis, i.permission, i.given_on, i.until
         FROM import_run AS i JOIN person AS p ON p.id = i.person_id WHERE i.id = ?1",
    )?
    .query_row([id.0], |row| {
        Ok(ImportReport {
            id,
            at: row.get(0)?,
            by: row.get(1)?,
            state: ImportState::parse(row.get_ref(2)?.as_str()?),
            paths: column::json(row, 3)?,
            totals: column::json(row, 4)?,
            provenance: provenance(row, 5)?,
            files: Vec::new(),
            candidates: Vec::new(),
            snapshots_unlinked: Vec::new(),
            notes: Vec::new(),
        })
    })
    .optional()?
    .ok_or_else(|| EngineError::not_found("import", id))
}

fn files(conn: &Connection, id: ImportId) -> Result<Vec<ImportFile>> {
    let mut statement = conn.prepare_cached(
        "SELECT path, outcome, shape, reason, accounts, records FROM import_file WHERE import_id = ?1
         ORDER BY outcome <> 'refused', position",
    )?;
    let rows = statement.query_map([id.0], |row| {
        Ok(ImportFile {
            path: row.get(0)?,
            outcome: match row.get_ref(1)?.as_str()? {
                "imported" => Outcome::Imported,
                "refused" => Outcome::Refused,
                _ => Outcome::Skipped,
            },
            shape: row.get(2)?,
            reason: row.get(3)?,
            accounts: column::json(row, 4)?,
            records: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Candidates that the import made and that are still here: the entries of its end name them.
fn candidates(conn: &Connection, id: ImportId) -> Result<Vec<CandidateBrief>> {
    let mut statement = conn.prepare_cached(
        "SELECT c.id, c.name FROM candidate AS c JOIN journal AS j ON j.subject_id = c.id
         JOIN journal_id AS n ON n.sequence = j.sequence AND n.id = ?1
         WHERE j.op = 'import.finish' AND j.subject_noun = 'candidate' ORDER BY c.name COLLATE NOCASE",
    )?;
    let rows = statement
        .query_map([id.0], |row| Ok(CandidateBrief { id: CandidateId(row.get(0)?), name: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
