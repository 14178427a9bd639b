//! Receiving the records of one input into a provisional snapshot, batch by batch, so that other programs can write between.

use std::collections::HashMap;
use std::ops::ControlFlow;

use assay_domain::ids::SnapshotId;
use assay_domain::import::{
    AccountRef, EntryReport, Outcome, Profile, Record, RecordSink, RecordSource, redact,
};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use uuid::Uuid;

use super::about::About;
use super::merge::Readings;
use super::report::{ImportFile, ImportState, Progress};
use super::run::{Run, State};
use super::{BATCH, refs, rows};
use crate::accounts::resolve::resolve;
use crate::digests::Digests;
use crate::store::{Noun, SearchRow};
use crate::{EngineError, Result};

/// Records, and bytes of text, that are written in one transaction: every transaction writes the pages of the indexes
/// again, and what is held until then is memory.
const BATCH_RECORDS: usize = 5_000;
const BATCH_BYTES: usize = 8 * 1024 * 1024;

/// A profile that stood alone: whose, and where.
pub(super) struct Subject {
    pub readings: Readings,
    pub paths: Vec<String>,
}

/// The records of one input, so far without an owner.
pub(super) struct Received {
    pub label: String,
    pub digest: [u8; 32],
    pub subjects: Vec<Subject>,
    pub files: Vec<ImportFile>,
    /// The provisional snapshot, once something was written.
    pub snapshot: Option<SnapshotId>,
    /// Whose data it is where it has no subject.
    pub about: About,
    /// When it was taken, where the input says so itself.
    pub taken_at: Option<crate::Instant>,
    buffer: Vec<(String, Record)>,
    buffered: usize,
    accounts: HashMap<AccountRef, Uuid>,
    digests: Digests,
    /// Addresses that the candidate of the import gave, in lower case.
    keep: Vec<String>,
}

impl Received {
    fn new(run: &Run<'_>, label: &str, digest: [u8; 32]) -> Result<Self> {
        let (digests, keep) = run.store.look(|conn| Ok((Digests::of(conn)?, given(conn, run)?)))?;
        Ok(Self {
            label: label.into(),
            digest,
            subjects: Vec::new(),
            files: Vec::new(),
            snapshot: None,
            buffer: Vec::new(),
            buffered: 0,
            accounts: HashMap::new(),
            about: About::default(),
            taken_at: None,
            digests,
            keep,
        })
    }

    fn take(&mut self, path: &str, record: Record) {
        if let Record::Subject(profile) = &record {
            self.subject(path, profile);
        }
        self.about.observe(&record);
        self.buffered += rows::weight(&record);
        self.buffer.push((path.into(), record));
    }

    /// Writes what is held in memory, other people's names and addresses taken out of it: nothing that has them is ever
    /// written down.
    pub(super) fn flush(&mut self, run: &Run<'_>) -> Result<()> {
        if self.buffer.is_empty() {
            return Ok(());
        }
        let keep = self.given(run)?;
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.iter_mut().for_each(|(_, record)| redact::record(record, &keep));
        self.buffered = 0;
        let at = (run.now)();
        let snapshot = self.snapshot.unwrap_or_else(|| SnapshotId(Uuid::now_v7()));
        let fresh = self.snapshot.is_none();
        let (label, accounts, digests) = (&self.label, &mut self.accounts, &self.digests);
        run.store.transact(BATCH, run.viewer, at, |tx| {
            begin(tx, run, at)?;
            if fresh {
                provisional(tx, run, snapshot, label, at)?;
            }
            let mut written = 0;
            // A cancelled import is answered at once, also in the middle of a batch.
            for (path, record) in buffer.iter().take_while(|_| !run.cancelled()) {
                insert(tx, snapshot, path, record, accounts, digests)?;
                written += 1;
            }
            let payload = json!({"records": written});
            tx.record(Noun::Import, run.id.0, &[snapshot.0], &payload)
        })?;
        self.snapshot = Some(snapshot);
        Ok(())
    }

    /// Addresses that whoever the input is about gave: the candidate of the import; of a single subject, so far as it is
    /// known by now, their profile and their candidate. What is redacted before it is known stays so.
    fn given(&self, run: &Run<'_>) -> Result<Vec<String>> {
        let mut keep = self.keep.clone();
        if let [only] = self.subjects.as_slice() {
            let profile = &only.readings.profile();
            keep.extend(profile.email.value().map(|email| email.trim().to_lowercase()));
            keep.extend(run.store.look(|conn| of_account(conn, &profile.account))?);
        }
        keep.retain(|email| !email.is_empty());
        Ok(keep)
    }

    fn subject(&mut self, path: &str, profile: &Profile) {
        let same = self
            .subjects
            .iter_mut()
            .find(|one| same_account(&one.readings.profile().account, &profile.account));
        match same {
            Some(subject) => {
                subject.paths.push(path.into());
                subject.readings.add(profile);
            }
            None => {
                self.subjects
                    .push(Subject { readings: Readings::of(profile.clone()), paths: vec![path.into()] });
            }
        }
    }
}

fn same_account(one: &AccountRef, other: &AccountRef) -> bool {
    one.host == other.host
        && one.id == other.id
        && (one.id.is_some() || one.login.eq_ignore_ascii_case(&other.login))
}

/// The import's own row, made with its first batch.
pub(super) fn begin(tx: &Connection, run: &Run<'_>, at: crate::Instant) -> Result<()> {
    let provenance = &run.start.provenance;
    tx.prepare_cached(
        "INSERT INTO import_run (id, at, person_id, source, basis, permission, given_on, until, candidate_id, state, paths, totals)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'running', ?10, ?11) ON CONFLICT DO NOTHING",
    )?
    .execute(params![
        run.id.0,
        at,
        run.viewer.0.0,
        provenance.source.as_str(),
        provenance.basis.as_str(),
        provenance.permission.trim(),
        provenance.given_on,
        provenance.until,
        run.start.candidate_id.map(|id| id.0),
        serde_json::to_string(&run.start.paths)?,
        serde_json::to_string(&super::ImportTotals::default())?,
    ])?;
    Ok(())
}

/// A snapshot that nobody sees yet.
pub(super) fn provisional(
    tx: &Connection,
    run: &Run<'_>,
    id: SnapshotId,
    origin: &str,
    at: crate::Instant,
) -> Result<()> {
    let provenance = &run.start.provenance;
    tx.prepare_cached(
        "INSERT INTO snapshot (id, import_id, state, imported_at, origin, shape, source, basis, permission, given_on, until, profile, counts)
         VALUES (?1, ?2, 'receiving', ?3, ?4, '', ?5, ?6, ?7, ?8, ?9, 'null', '{}')",
    )?
    .execute(params![
        id.0,
        run.id.0,
        at,
        origin,
        provenance.source.as_str(),
        provenance.basis.as_str(),
        provenance.permission.trim(),
        provenance.given_on,
        provenance.until
    ])?;
    Ok(())
}

fn insert(
    tx: &Connection,
    snapshot: SnapshotId,
    entry: &str,
    record: &Record,
    accounts: &mut HashMap<AccountRef, Uuid>,
    digests: &Digests,
) -> Result<()> {
    let columns = rows::columns(record);
    let mut named = Vec::new();
    let mut resolve = |meant: &AccountRef| -> Result<Uuid> {
        let id = match accounts.get(meant) {
            Some(id) => *id,
            None => {
                let id = resolve(tx, meant)?.0;
                accounts.insert(meant.clone(), id);
                id
            }
        };
        named.push(id);
        Ok(id)
    };
    let mut value = serde_json::to_value(record)?;
    refs::replace(&mut value, &mut resolve)?;
    let author = columns.author.map(&mut resolve).transpose()?;
    let id = Uuid::now_v7();
    tx.prepare_cached(
        "INSERT INTO evidence (id, snapshot_id, kind, address, repo, title, body, at, author_id, state, language, stars,
                               fork, key, entry, record, author_digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?
    .execute(params![
        id,
        snapshot.0,
        columns.kind,
        columns.address,
        columns.repo,
        columns.title,
        columns.body,
        columns.at,
        author,
        columns.state,
        columns.language,
        columns.stars,
        columns.fork,
        columns.key,
        entry,
        serde_json::to_string(&value)?,
        author_digest(record, digests)
    ])?;
    let mut refer = tx
        .prepare_cached("INSERT OR IGNORE INTO evidence_account (account_id, evidence_id) VALUES (?1, ?2)")?;
    for account in named {
        refer.execute(params![account, id])?;
    }
    if columns.searched {
        SearchRow {
            noun: Noun::Snapshot,
            subject: id,
            candidate: None,
            snapshot: Some(snapshot.0),
            application: None,
            title: &columns.title,
            body: &columns.body,
        }
        .insert(tx)?;
    }
    Ok(())
}

/// The digest of the address of a commit's author, where no account is known for it.
fn author_digest(record: &Record, digests: &Digests) -> Option<Vec<u8>> {
    let Record::Commit(commit) = record else { return None };
    let identity = commit.author_identity.as_ref().filter(|_| commit.author.is_none())?;
    digests.address(&identity.email)
}

/// The address that the candidate of an account with a number gave.
fn of_account(conn: &Connection, account: &AccountRef) -> Result<Option<String>> {
    let Some(id) = account.id.and_then(|id| i64::try_from(id).ok()) else { return Ok(None) };
    let email = conn
        .prepare_cached(
            "SELECT lower(trim(c.email)) FROM account AS a JOIN candidate_account AS ca ON ca.account_id = a.id
             JOIN candidate AS c ON c.id = ca.candidate_id WHERE a.host = ?1 AND a.github_id = ?2",
        )?
        .query_row(params![account.host, id], |row| row.get(0))
        .optional()?;
    Ok(email)
}

/// The address that the import's candidate gave.
fn given(conn: &Connection, run: &Run<'_>) -> Result<Vec<String>> {
    let Some(candidate) = run.start.candidate_id else { return Ok(Vec::new()) };
    let email: Option<String> = conn
        .query_row("SELECT lower(trim(email)) FROM candidate WHERE id = ?1", [candidate.0], |row| row.get(0))
        .optional()?;
    Ok(email.into_iter().filter(|email| !email.is_empty()).collect())
}

/// The sink of one input.
pub(super) struct Receiver<'a, 'r> {
    run: &'a Run<'r>,
    state: &'a mut State,
    progress: &'a mut dyn FnMut(&Progress),
    received: Received,
    bytes_before: u64,
    error: Option<EngineError>,
}

impl<'a, 'r> Receiver<'a, 'r> {
    /// Reads an input to its end; `None` where it was cancelled.
    pub(super) fn read(
        run: &'a Run<'r>,
        state: &'a mut State,
        source: &mut dyn RecordSource,
        digest: [u8; 32],
        progress: &'a mut dyn FnMut(&Progress),
    ) -> Result<Option<Received>> {
        let received = Received::new(run, source.label(), digest)?;
        let bytes_before = state.bytes;
        let mut sink = Receiver { run, state, progress, received, bytes_before, error: None };
        let ended = source.read(&mut sink);
        if let Some(error) = sink.error {
            return Err(error);
        }
        if ended.is_break() || run.cancelled() {
            return Ok(None);
        }
        Ok(Some(sink.received))
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.run.cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl RecordSink for Receiver<'_, '_> {
    fn record(&mut self, path: &str, record: Record) -> ControlFlow<()> {
        self.received.take(path, record);
        self.state.records = self.state.records.saturating_add(1);
        if (self.received.buffer.len() >= BATCH_RECORDS || self.received.buffered >= BATCH_BYTES)
            && let Err(error) = self.received.flush(self.run)
        {
            self.error = Some(error);
            return ControlFlow::Break(());
        }
        self.go_on()
    }

    fn taken(&mut self, at: crate::Instant) {
        self.received.taken_at = self.received.taken_at.max(Some(at));
    }

    fn entry(&mut self, report: EntryReport) -> ControlFlow<()> {
        if report.outcome == Outcome::Refused {
            self.state.latest.push(report.clone().into());
        }
        self.received.files.push(report.into());
        self.run.tell(self.state, ImportState::Running, self.progress);
        self.go_on()
    }

    fn progress(&mut self, bytes: u64) -> ControlFlow<()> {
        self.state.bytes = self.bytes_before.saturating_add(bytes);
        self.run.tell(self.state, ImportState::Running, self.progress);
        self.go_on()
    }
}
