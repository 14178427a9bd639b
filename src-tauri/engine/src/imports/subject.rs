//! Whom the facts of a snapshot are about: its account under the login of that time; else an account of the candidate whose
//! it is said to be; else nobody, and what needs an author stays unknown.

use assay_domain::ids::SnapshotId;
use assay_domain::import::{AccountKind, AccountRef, Profile, Record};
use rusqlite::{Connection, ToSql};
use uuid::Uuid;

use crate::Result;
use crate::store::column;

/// The subject of a snapshot.
pub(super) struct Subject {
    /// As the records name it.
    pub account: AccountRef,
    /// Further accounts of the same person: joined ones, and the candidate's where the snapshot has no account.
    also: Vec<AccountRef>,
}

impl Subject {
    /// Has a record by one of the subject's further accounts, or by an address of theirs, name the subject as its author.
    pub fn claim(&self, record: &mut Record, by_address: bool) {
        let Some(author) = author_of(record) else { return };
        let theirs = match author {
            Some(author) => self.also.contains(author),
            None => by_address,
        };
        if theirs {
            *author = Some(self.account.clone());
        }
    }
}

fn author_of(record: &mut Record) -> Option<&mut Option<AccountRef>> {
    match record {
        Record::Commit(commit) => Some(&mut commit.author),
        Record::PullRequest(pull) => Some(&mut pull.author),
        Record::Comment(comment) => Some(&mut comment.author),
        Record::Issue(issue) => Some(&mut issue.author),
        Record::Release(release) => Some(&mut release.author),
        _ => None,
    }
}

/// The subject of a snapshot.
pub(super) fn of(conn: &Connection, snapshot: SnapshotId) -> Result<Subject> {
    let (account, candidate, profile): (Option<Uuid>, Option<Uuid>, Option<Profile>) = conn
        .prepare_cached("SELECT account_id, candidate_id, profile FROM snapshot WHERE id = ?1")?
        .query_row([snapshot.0], |row| Ok((row.get(0)?, row.get(1)?, column::json(row, 2)?)))?;
    let mut found = match (account, candidate) {
        (Some(account), _) => accounts(conn, GROUP, &[&account])?,
        (None, Some(candidate)) => accounts(conn, OF_CANDIDATE, &[&candidate])?,
        (None, None) => Vec::new(),
    };
    let first = if found.is_empty() { nobody() } else { found.remove(0) };
    let Some(profile) = profile else { return Ok(Subject { account: first, also: found }) };
    // Records of that time name the account as its profile of that time does.
    Ok(Subject { account: AccountRef { kind: profile.kind, ..profile.account }, also: found })
}

/// The account itself first, then those joined with it.
const GROUP: &str = "SELECT g.host, g.github_id, g.login, g.kind FROM account AS a
    JOIN account AS g ON COALESCE(g.joined_id, g.id) = COALESCE(a.joined_id, a.id)
    WHERE a.id = ?1 AND g.erased = 0 AND (g.id IN (a.id, a.joined_id) OR g.joined_id IN (a.id, a.joined_id))
    ORDER BY g.id <> a.id, g.id";

const OF_CANDIDATE: &str = "SELECT a.host, a.github_id, a.login, a.kind FROM account AS a
    JOIN candidate_account AS ca ON ca.account_id = a.id WHERE ca.candidate_id = ?1
    ORDER BY a.github_id IS NULL, a.id";

fn accounts(conn: &Connection, sql: &str, params: &[&dyn ToSql]) -> Result<Vec<AccountRef>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, |row| {
        Ok(AccountRef {
            host: row.get(0)?,
            id: row.get::<_, Option<i64>>(1)?.and_then(|id| u64::try_from(id).ok()),
            login: row.get(2)?,
            kind: crate::accounts::kind(row.get_ref(3)?.as_str()?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Stands where there is no account: no record names it.
fn nobody() -> AccountRef {
    AccountRef { host: String::new(), id: None, login: String::new(), kind: AccountKind::Unknown }
}
