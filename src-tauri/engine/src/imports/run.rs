//! The flow of one import, input by input.

use std::collections::HashSet;
use std::fs::File;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use assay_domain::ids::ImportId;
use assay_domain::import::{EntryReport, Outcome, RecordSource};
use rusqlite::OptionalExtension as _;

use super::finish::{self, Settled};
use super::receive::{Received, Receiver};
use super::report::{ImportFile, ImportReport, ImportState, ImportTotals, Progress};
use super::{ImportStart, alone, clean};
use crate::{EngineError, Instant, Result, Store, Viewer, blind, candidates};

/// Provisional inputs without a subject that are held in memory; more are written down.
const HELD: usize = 8;

/// What an import runs with.
pub struct Run<'a> {
    /// Where.
    pub store: &'a Store,
    /// On whose behalf.
    pub viewer: Viewer,
    /// The id it is to have.
    pub id: ImportId,
    /// The clock.
    pub now: &'a (dyn Fn() -> Instant + 'a),
    /// What is asked.
    pub start: &'a ImportStart,
    /// Set by whoever wants it to stop.
    pub cancel: &'a AtomicBool,
}

/// One input as the caller opened it.
pub enum Input {
    /// It can be read.
    Source(Box<dyn RecordSource>),
    /// It could not be opened.
    Refused(EntryReport),
}

/// What has come of an import so far.
pub(super) struct State {
    pub at: Instant,
    pub files: Vec<ImportFile>,
    pub totals: ImportTotals,
    pub latest: Vec<ImportFile>,
    pub bytes: u64,
    pub records: u32,
    pub current: String,
    pub settled: Settled,
}

impl State {
    pub(super) fn add(&mut self, file: ImportFile) {
        self.totals.add(&file);
        if file.outcome != Outcome::Skipped {
            self.totals.records = self.totals.records.saturating_add(file.records);
        }
        self.latest.push(file.clone());
        self.files.push(file);
    }
}

impl Run<'_> {
    pub(super) fn cancelled(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }

    /// Breaks off what is under way once the import is cancelled; what was not whole is then taken away.
    pub(super) fn keep_going(&self) -> Result<()> {
        if self.cancelled() {
            return Err(EngineError::conflict("the import was cancelled", "What was whole by then stays."));
        }
        Ok(())
    }

    pub(super) fn tell(&self, state: &mut State, how: ImportState, progress: &mut dyn FnMut(&Progress)) {
        progress(&Progress {
            import_id: self.id,
            state: how,
            bytes_done: state.bytes,
            records: state.records,
            totals: state.totals,
            current: state.current.clone(),
            latest: std::mem::take(&mut state.latest),
        });
    }
}

/// Runs an import to its end and gives its report. An import that brings nothing new leaves nothing: its report is not stored.
///
/// Errors: [`EngineError::Conflict`] where the viewer is blind to anybody, whoever it is for: that a login is here already, or is
/// not, would tell who it is; [`EngineError::Invalid`] where the data may be held until a day that is over;
/// [`EngineError::Busy`] while another import runs in the workspace; what the database refuses. Trouble with inputs
/// is no error; it stands in the report.
pub fn run(run: &Run<'_>, inputs: Vec<Input>, progress: &mut dyn FnMut(&Progress)) -> Result<ImportReport> {
    run.store.look(|conn| blind::ensure_names_all(conn, run.viewer, "whose account an import is"))?;
    candidates::ensure_days(&run.start.provenance, None, (run.now)())?;
    let _lock = lock(run.store)?;
    clean::leftovers(run.store, run.viewer, (run.now)())?;
    let mut state = State {
        at: (run.now)(),
        files: Vec::new(),
        totals: ImportTotals::default(),
        latest: Vec::new(),
        bytes: 0,
        records: 0,
        current: String::new(),
        settled: Settled::default(),
    };
    let outcome = all(run, &mut state, inputs, progress);
    let how = match &outcome {
        _ if run.cancelled() => ImportState::Cancelled,
        Ok(()) => ImportState::Done,
        Err(_) => ImportState::Failed,
    };
    clean::soon(run)?;
    let report = finish::finish(run, &mut state, how)?;
    run.tell(&mut state, how, progress);
    match outcome {
        Err(error) if !run.cancelled() => Err(error),
        _ => Ok(report),
    }
}

fn all(
    run: &Run<'_>,
    state: &mut State,
    inputs: Vec<Input>,
    progress: &mut dyn FnMut(&Progress),
) -> Result<()> {
    let mut pending: Vec<Received> = Vec::new();
    let mut seen = HashSet::new();
    for input in inputs {
        if run.cancelled() {
            return Ok(());
        }
        let mut source = match input {
            Input::Source(source) => source,
            Input::Refused(report) => {
                state.add(report.into());
                continue;
            }
        };
        state.current = source.label().to_string();
        run.tell(state, ImportState::Running, progress);
        let keep_going =
            &mut |_| if run.cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let Some(digest) = source.digest(keep_going) else { return Ok(()) };
        if let Some(reason) = known(run.store, &digest, !seen.insert(digest))? {
            state.add(skipped(source.label(), reason));
            continue;
        }
        let Some(mut received) = Receiver::read(run, state, source.as_mut(), digest, progress)? else {
            return Ok(());
        };
        if !received.subjects.is_empty() {
            finish::settle(run, state, received)?;
        } else {
            if pending.len() >= HELD {
                received.flush(run)?;
            }
            pending.push(received);
        }
    }
    let with_subjects = state.settled.has_subjects();
    for received in pending {
        if run.cancelled() {
            return Ok(());
        }
        match with_subjects {
            true => finish::settle_late(run, state, received)?,
            false => alone::settle(run, state, received)?,
        }
    }
    Ok(())
}

/// Why an input need not be read again, if so.
fn known(store: &Store, digest: &[u8; 32], twice: bool) -> Result<Option<String>> {
    if twice {
        return Ok(Some("the same content stands twice in this import".into()));
    }
    let found: Option<(Instant, bool)> = store.look(|conn| {
        let mut statement = conn.prepare_cached(
            "SELECT i.at, EXISTS (SELECT 1 FROM snapshot AS s WHERE s.import_id = i.id AND s.state = 'whole'
                                  AND s.account_id IS NULL AND s.candidate_id IS NULL)
             FROM import_digest AS d JOIN import_run AS i ON i.id = d.import_id WHERE d.digest = ?1",
        )?;
        Ok(statement.query_row([&digest[..]], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    })?;
    Ok(found.map(|(at, of_nobody)| {
        let remedy = if of_nobody { "; its snapshot is nobody's yet: link it to a candidate" } else { "" };
        format!("already imported on {}; nothing was changed{remedy}", at.format("%Y-%m-%d"))
    }))
}

fn skipped(path: &str, reason: String) -> ImportFile {
    ImportFile {
        path: path.into(),
        outcome: Outcome::Skipped,
        shape: None,
        reason: Some(reason),
        accounts: Vec::new(),
        records: 0,
    }
}

/// One import at a time: what is left over at the start of the next is then nobody's work under way.
fn lock(store: &Store) -> Result<File> {
    let path = store.folder().join("import.lock");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(EngineError::writing(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(_) => Err(EngineError::Busy { what: "another import is running in this workspace".into() }),
    }
}
