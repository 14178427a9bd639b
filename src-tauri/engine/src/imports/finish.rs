//! Making snapshots whole: whose records are whose, candidates, facts; and the end of an import with its report.

use std::collections::{BTreeSet, HashMap};

use assay_domain::ids::{AccountId, CandidateId, SnapshotId};
use assay_domain::import::{AccountKind, AccountRef, Outcome, Profile};
use assay_domain::words::counted;
use rusqlite::{Connection, params};
use serde_json::json;
use uuid::Uuid;

use super::divide::{Target, divide};
use super::receive::{Received, begin, provisional};
use super::report::{ImportFile, ImportReport, ImportState, report};
use super::run::{Run, State};
use super::whole::{Whole, make_whole};
use super::{BATCH, FINISH};
use crate::accounts::{self, resolve};
use crate::candidates::{self, CandidateBrief};
use crate::store::{Noun, Tx};
use crate::{Instant, Result, people};

const NOBODY: &str = "no profile in this import says whose data this is; import it together with the user object (GET /users/LOGIN)";

/// What has become whole so far.
#[derive(Default)]
pub(super) struct Settled {
    made: Vec<Made>,
    candidates: Vec<CandidateBrief>,
    pub(super) linked: Vec<(CandidateId, AccountId, String)>,
    /// Snapshots of inputs without a subject.
    pub(super) alone: BTreeSet<Uuid>,
}

impl Settled {
    /// Whether some input named whose data it is.
    pub(super) fn has_subjects(&self) -> bool {
        !self.made.is_empty()
    }
}

/// A subject with its snapshot.
struct Made {
    account: AccountRef,
    profile: Profile,
    shape: String,
    taken_at: Option<Instant>,
    target: Target,
}

/// Ends an input that has subjects: divides its records, makes its snapshots whole, makes candidates.
pub(super) fn settle(run: &Run<'_>, state: &mut State, mut received: Received) -> Result<()> {
    received.flush(run)?;
    let Some(from) = received.snapshot else { return Ok(()) };
    let made = subjects(run, &received, from)?;
    let mut orphans = HashMap::new();
    if made.len() > 1 {
        let targets: Vec<Target> = made.iter().map(|one| one.target.clone()).collect();
        orphans = divide(run, from, &targets, false)?.orphans;
    }
    let settled = &mut state.settled;
    let people = made.iter().filter(|one| one.account.kind == AccountKind::User).count();
    run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
        for one in &made {
            whole(tx, run, one)?;
            candidate(tx, run, settled, one, people == 1)?;
        }
        remember(tx, run, &received.digest)
    })?;
    settled.made.extend(made);
    add_files(state, received.files, &orphans);
    Ok(())
}

/// Ends an input that has no subject of its own: its records go to the subjects of the other inputs of this import.
pub(super) fn settle_late(run: &Run<'_>, state: &mut State, mut received: Received) -> Result<()> {
    received.flush(run)?;
    let mut orphans = HashMap::new();
    if let Some(from) = received.snapshot {
        let targets: Vec<Target> = state.settled.made.iter().map(|one| one.target.clone()).collect();
        let divided = divide(run, from, &targets, false)?;
        orphans = divided.orphans;
        run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
            for one in state.settled.made.iter().filter(|one| divided.touched.contains(&one.target.snapshot))
            {
                whole(tx, run, one)?;
            }
            if divided.touched.is_empty() {
                return tx.record(Noun::Import, run.id.0, &[], &json!({"divided": 0}));
            }
            remember(tx, run, &received.digest)
        })?;
    }
    add_files(state, received.files, &orphans);
    Ok(())
}

/// The accounts of an input's subjects, each with its provisional snapshot.
fn subjects(run: &Run<'_>, received: &Received, from: SnapshotId) -> Result<Vec<Made>> {
    let at = (run.now)();
    let done = run.store.transact(BATCH, run.viewer, at, |tx| {
        let mut made = Vec::new();
        for subject in &received.subjects {
            let profile = subject.readings.profile();
            let account = &profile.account;
            let id = resolve::resolve(tx, account)?;
            let single = received.subjects.len() == 1;
            let snapshot = if single { from } else { SnapshotId(Uuid::now_v7()) };
            if !single {
                provisional(tx, run, snapshot, &received.label, at)?;
            }
            let shape = received.files.iter().find(|file| subject.paths.contains(&file.path));
            made.push(Made {
                account: AccountRef { kind: profile.kind, ..account.clone() },
                profile: profile.clone(),
                shape: shape.and_then(|file| file.shape.clone()).unwrap_or_default(),
                taken_at: received.taken_at,
                target: Target {
                    account: id.0,
                    login: account.login.clone(),
                    paths: subject.paths.clone(),
                    snapshot,
                },
            });
        }
        tx.record(Noun::Import, run.id.0, &[], &json!({"subjects": made.len()}))?;
        Ok(made)
    })?;
    Ok(done.value)
}

fn whole(tx: &mut Tx<'_>, run: &Run<'_>, one: &Made) -> Result<()> {
    let whole = Whole {
        account: Some(one.target.account),
        candidate: None,
        profile: Some((&one.account, &one.profile)),
        shape: &one.shape,
        taken_at: one.taken_at,
    };
    let taken_at = make_whole(tx, run, one.target.snapshot, &whole)?;
    let account = AccountId(one.target.account);
    resolve::seen(tx, account, &one.account, taken_at)?;
    let owner: Option<Uuid> = accounts::get(tx, account)?.candidate_id.map(|id| id.0);
    if let Some(owner) = owner {
        candidates::index(tx, CandidateId(owner))?;
        tx.touch(Noun::Candidate, owner);
    }
    let payload = json!({"name": one.account.login});
    tx.record(Noun::Snapshot, one.target.snapshot.0, &[run.id.0, one.target.account], &payload)
}

/// Links the account where the import was told to, or makes a candidate of a user who is new here: where they are the only
/// one of the input, or all are wanted. Nobody is made a candidate who asked not to be contacted and was erased.
fn candidate(tx: &mut Tx<'_>, run: &Run<'_>, settled: &mut Settled, one: &Made, only: bool) -> Result<()> {
    let account = accounts::get(tx, AccountId(one.target.account))?;
    if account.kind != AccountKind::User || account.candidate_id.is_some() {
        return Ok(());
    }
    if let (Some(candidate), true) = (run.start.candidate_id, only) {
        candidates::exists(tx, candidate)?;
        accounts::attach(tx, candidate, account.id, false)?;
        candidates::recognise(tx, candidate, (run.now)())?;
        settled.linked.push((candidate, account.id, account.login.clone()));
        let payload = json!({"account": account.id, "name": account.login});
        return tx.record(Noun::Candidate, candidate.0, &[account.id.0, run.id.0], &payload);
    }
    let wanted = only || run.start.every_subject;
    if !wanted || was_here(tx, one)? || candidates::recognised(tx, &one.account)?.is_some() {
        return Ok(());
    }
    let input = accounts::from_profile(&account.login, Some(&one.profile), run.start.provenance.clone());
    let id = candidates::insert(tx, (run.now)(), &input)?;
    accounts::attach(tx, id, account.id, false)?;
    candidates::recognise(tx, id, (run.now)())?;
    let payload = json!({"name": input.name, "account": account.id});
    settled.candidates.push(CandidateBrief { id, name: input.name });
    tx.record(Noun::Candidate, id.0, &[account.id.0, run.id.0], &payload)
}

/// Whether the account had a snapshot with a profile before: then somebody took it from its candidate, and linking is theirs.
fn was_here(tx: &Connection, one: &Made) -> Result<bool> {
    Ok(tx.query_row(
        "SELECT EXISTS (SELECT 1 FROM snapshot WHERE account_id = ?1 AND id <> ?2 AND state = 'whole' AND profile <> 'null')",
        params![one.target.account, one.target.snapshot.0],
        |row| row.get(0),
    )?)
}

pub(super) fn remember(tx: &Connection, run: &Run<'_>, digest: &[u8; 32]) -> Result<()> {
    tx.execute(
        "INSERT OR IGNORE INTO import_digest (digest, import_id) VALUES (?1, ?2)",
        params![&digest[..], run.id.0],
    )?;
    Ok(())
}

pub(super) fn add_files(state: &mut State, files: Vec<ImportFile>, orphans: &HashMap<String, u32>) {
    for file in files {
        let gone = orphans.get(&file.path).copied().unwrap_or(0);
        state.add(if gone > 0 { pass_by(file, gone) } else { file });
    }
}

/// An entry of which so many records belong to nobody.
pub(super) fn pass_by(mut file: ImportFile, gone: u32) -> ImportFile {
    file.records = file.records.saturating_sub(gone);
    let reason = if file.records == 0 {
        if file.outcome == Outcome::Imported {
            file.outcome = Outcome::Skipped;
        }
        NOBODY.to_string()
    } else {
        format!("{} passed by: {NOBODY}", counted(gone as usize, "record was", "records were"))
    };
    file.reason = Some(match file.reason.take() {
        Some(before) => format!("{before}; {reason}"),
        None => reason,
    });
    file
}

/// Writes the end of an import: its files, its totals, and an entry for everything it made, so that it can be undone.
pub(super) fn finish(run: &Run<'_>, state: &mut State, how: ImportState) -> Result<ImportReport> {
    state.totals.candidates = u32::try_from(state.settled.candidates.len()).unwrap_or(u32::MAX);
    let mut snapshots = state.settled.alone.clone();
    snapshots.extend(state.settled.made.iter().map(|one| one.target.snapshot.0));
    state.totals.snapshots = u32::try_from(snapshots.len()).unwrap_or(u32::MAX);
    let begun: bool = run.store.look(|conn| {
        Ok(conn.query_row("SELECT EXISTS (SELECT 1 FROM import_run WHERE id = ?1)", [run.id.0], |row| {
            row.get(0)
        })?)
    })?;
    if !begun {
        return unstored(run, state, how);
    }
    run.store.transact(FINISH, run.viewer, (run.now)(), |tx| {
        begin(tx, run, state.at)?;
        tx.execute(
            "UPDATE import_run SET state = ?2, totals = ?3 WHERE id = ?1",
            params![run.id.0, how.as_str(), serde_json::to_string(&state.totals)?],
        )?;
        files(tx, run, &state.files)?;
        tx.record(Noun::Import, run.id.0, &[], &json!({"totals": state.totals, "to": how}))?;
        for snapshot in snapshots {
            tx.record(Noun::Snapshot, snapshot, &[run.id.0], &json!({}))?;
        }
        for made in &state.settled.candidates {
            let payload = json!({"made": true, "name": made.name});
            tx.record(Noun::Candidate, made.id.0, &[run.id.0], &payload)?;
        }
        for (candidate, account, login) in &state.settled.linked {
            let payload = json!({"made": false, "account": account, "name": login});
            tx.record(Noun::Candidate, candidate.0, &[account.0], &payload)?;
        }
        Ok(())
    })?;
    report(run.store, run.viewer, run.id)
}

fn files(tx: &Connection, run: &Run<'_>, files: &[ImportFile]) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO import_file (import_id, position, path, outcome, shape, reason, accounts, records)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (position, file) in files.iter().enumerate() {
        let outcome = match file.outcome {
            Outcome::Imported => "imported",
            Outcome::Skipped => "skipped",
            Outcome::Refused => "refused",
        };
        insert.execute(params![
            run.id.0,
            position as i64,
            file.path,
            outcome,
            file.shape,
            file.reason,
            serde_json::to_string(&file.accounts)?,
            file.records
        ])?;
    }
    Ok(())
}

/// The report of an import that left nothing.
fn unstored(run: &Run<'_>, state: &State, how: ImportState) -> Result<ImportReport> {
    let mut files = state.files.clone();
    files.sort_by_key(|file| file.outcome != Outcome::Refused);
    Ok(ImportReport {
        id: run.id,
        at: state.at,
        by: run.store.look(|conn| people::name(conn, run.viewer))?,
        state: how,
        paths: run.start.paths.clone(),
        provenance: run.start.provenance.clone().into(),
        totals: state.totals,
        files,
        candidates: Vec::new(),
        snapshots_unlinked: Vec::new(),
        notes: Vec::new(),
    })
}
