//! Inputs that name no subject, where no other input of the import does: repositories of one owner, events of chosen
//! accounts, a git clone or bundle. They become snapshots of the accounts they are about; else of the candidate that the
//! import names; else of nobody yet, and a person says later whose they are.

use std::collections::HashMap;

use assay_domain::ids::{AccountId, CandidateId, SnapshotId};
use assay_domain::import::{AccountKind, AccountRef, Outcome};
use rusqlite::{Connection, params};
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use super::divide::{Target, divide};
use super::finish::{add_files, pass_by, remember};
use super::receive::{Received, provisional};
use super::run::{Run, State};
use super::whole::{Whole, make_whole};
use crate::accounts::{self, resolve};
use crate::store::{Noun, Tx};
use crate::{Result, candidates};

/// Ends such an input.
pub(super) fn settle(run: &Run<'_>, state: &mut State, mut received: Received) -> Result<()> {
    if !received.about.work {
        return nothing(state, received);
    }
    received.flush(run)?;
    let Some(from) = received.snapshot else { return nothing(state, received) };
    let git =
        received.files.iter().filter_map(|file| file.shape.as_deref()).any(|shape| shape.starts_with("git-"));
    let about = received.about.accounts(git);
    let mut orphans = HashMap::new();
    match about.as_slice() {
        [] => one(run, state, &received, from, None)?,
        [account] => one(run, state, &received, from, Some(account))?,
        several => {
            let targets = targets(run, &received, several)?;
            orphans = divide(run, from, &targets, true)?.orphans;
            several_whole(run, state, &received, &targets)?;
        }
    }
    add_files(state, received.files, &orphans);
    Ok(())
}

/// An input that holds accounts and lists only: nothing is kept of it.
fn nothing(state: &mut State, received: Received) -> Result<()> {
    for file in received.files {
        let gone = file.records;
        state.add(if file.outcome == Outcome::Imported { pass_by(file, gone) } else { file });
    }
    Ok(())
}

fn shape(received: &Received) -> String {
    received.files.iter().find_map(|file| file.shape.clone()).unwrap_or_default()
}

/// The whole input as one snapshot: of the account it is about, of the candidate of the import, or of nobody yet.
fn one(
    run: &Run<'_>,
    state: &mut State,
    received: &Received,
    id: SnapshotId,
    about: Option<&AccountRef>,
) -> Result<()> {
    run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
        let account = about.map(|about| resolve::resolve(tx, about)).transpose()?;
        let account = match (account, run.start.candidate_id) {
            (Some(account), Some(candidate)) => {
                belongs(tx, run, state, account, candidate)?.then_some(account)
            }
            (account, _) => account,
        };
        let direct = run.start.candidate_id.filter(|_| account.is_none());
        if let Some(candidate) = direct {
            candidates::exists(tx, candidate)?;
            tx.touch(Noun::Candidate, candidate.0);
        }
        whole(tx, run, received, id, account, direct)?;
        remember(tx, run, &received.digest)
    })?;
    state.settled.alone.insert(id.0);
    Ok(())
}

/// Whether the account is the import's candidate's; links it where nobody has it and it may be a person's.
fn belongs(
    tx: &mut Tx<'_>,
    run: &Run<'_>,
    state: &mut State,
    account: AccountId,
    candidate: CandidateId,
) -> Result<bool> {
    let found = accounts::get(tx, account)?;
    if found.candidate_id.is_some() || !matches!(found.kind, AccountKind::User | AccountKind::Unknown) {
        return Ok(found.candidate_id == Some(candidate));
    }
    candidates::exists(tx, candidate)?;
    accounts::attach(tx, candidate, account, false)?;
    candidates::recognise(tx, candidate, (run.now)())?;
    let payload = json!({"account": account, "name": found.login});
    tx.record(Noun::Candidate, candidate.0, &[account.0, run.id.0], &payload)?;
    state.settled.linked.push((candidate, account, found.login));
    Ok(true)
}

fn whole(
    tx: &mut Tx<'_>,
    run: &Run<'_>,
    received: &Received,
    id: SnapshotId,
    account: Option<AccountId>,
    candidate: Option<CandidateId>,
) -> Result<()> {
    let whole = Whole {
        account: account.map(|account| account.0),
        candidate: candidate.map(|candidate| candidate.0),
        profile: None,
        shape: &shape(received),
        taken_at: received.taken_at,
    };
    make_whole(tx, run, id, &whole)?;
    if let Some(owner) =
        account.map(|account| accounts::get(tx, account)).transpose()?.and_then(|one| one.candidate_id)
    {
        candidates::index(tx, owner)?;
        tx.touch(Noun::Candidate, owner.0);
    }
    let ids: Vec<Uuid> = [Some(run.id.0), account.map(|one| one.0), candidate.map(|one| one.0)]
        .into_iter()
        .flatten()
        .collect();
    tx.record(Noun::Snapshot, id.0, &ids, &json!({"name": received.label}))
}

/// A provisional snapshot for each account that the input is about.
fn targets(run: &Run<'_>, received: &Received, about: &[AccountRef]) -> Result<Vec<Target>> {
    let at = (run.now)();
    let done = run.store.transact(BATCH, run.viewer, at, |tx| {
        let mut targets = Vec::new();
        for account in about {
            let id = resolve::resolve(tx, account)?;
            let snapshot = SnapshotId(Uuid::now_v7());
            provisional(tx, run, snapshot, &received.label, at)?;
            targets.push(Target { account: id.0, login: account.login.clone(), paths: Vec::new(), snapshot });
        }
        tx.record(Noun::Import, run.id.0, &[], &json!({"subjects": targets.len()}))?;
        Ok(targets)
    })?;
    Ok(done.value)
}

fn several_whole(run: &Run<'_>, state: &mut State, received: &Received, targets: &[Target]) -> Result<()> {
    for target in targets {
        run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
            if is_empty(tx, target.snapshot)? {
                tx.execute("DELETE FROM snapshot WHERE id = ?1", [target.snapshot.0])?;
                return tx.record(Noun::Import, run.id.0, &[], &json!({"divided": 0}));
            }
            whole(tx, run, received, target.snapshot, Some(AccountId(target.account)), None)?;
            state.settled.alone.insert(target.snapshot.0);
            remember(tx, run, &received.digest)
        })?;
    }
    Ok(())
}

fn is_empty(conn: &Connection, snapshot: SnapshotId) -> Result<bool> {
    Ok(conn.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM evidence WHERE snapshot_id = ?1)",
        params![snapshot.0],
        |row| row.get(0),
    )?)
}
