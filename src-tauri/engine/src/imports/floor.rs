//! The floor that an import is measured against (feature `plaintext`, never in a release): the same rows into the same
//! tables and indexes, with prepared statements, in one transaction, and nothing else. No journal, no reports, no merging,
//! no redaction, no facts.

use std::collections::HashMap;

use rusqlite::{Transaction, params};
use uuid::Uuid;

use crate::{Instant, Result, Store, Viewer};

/// One record as the floor's reader gives it.
pub struct FloorRow {
    /// Kind of evidence.
    pub kind: &'static str,
    /// Where it stands; also what it is the record of.
    pub address: String,
    /// `owner/name`.
    pub repo: Option<String>,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
    /// When.
    pub at: Option<Instant>,
    /// Number and login of its author on github.com.
    pub author: (i64, String),
    /// File or entry.
    pub entry: String,
    /// Its JSON, in which `{author}` stands for the author's id here.
    pub record: String,
    /// Whether it is found by full text.
    pub searched: bool,
}

/// Inserts the rows that `each` hands over; gives how many. `each` decompresses and parses while it does so.
///
/// Errors: what the database refuses.
pub fn insert(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    each: impl FnOnce(&mut dyn FnMut(FloorRow) -> Result<()>) -> Result<()>,
) -> Result<u32> {
    store.scratch(|tx| {
        let (import, snapshot) = (Uuid::now_v7(), Uuid::now_v7());
        tx.execute(
            "INSERT INTO import_run (id, at, person_id, source, basis, permission, state, paths, totals)
             VALUES (?1, ?2, ?3, 'github', 'consent', '', 'done', '[]', '{}')",
            params![import, at, viewer.0.0],
        )?;
        tx.execute(
            "INSERT INTO snapshot (id, import_id, state, imported_at, origin, shape, source, basis, permission, profile, counts)
             VALUES (?1, ?2, 'whole', ?3, '', '', 'github', 'consent', '', 'null', '{}')",
            params![snapshot, import, at],
        )?;
        let (mut accounts, mut rows) = (HashMap::new(), 0);
        each(&mut |row| {
            rows += 1;
            one(tx, snapshot, &row, &mut accounts)
        })?;
        Ok(rows)
    })
}

fn one(
    tx: &Transaction<'_>,
    snapshot: Uuid,
    row: &FloorRow,
    accounts: &mut HashMap<i64, Uuid>,
) -> Result<()> {
    let author = match accounts.get(&row.author.0) {
        Some(id) => *id,
        None => {
            let id = Uuid::now_v7();
            tx.prepare_cached("INSERT INTO account (id, host, github_id, login, kind) VALUES (?1, 'github.com', ?2, ?3, 'user')")?
                .execute(params![id, row.author.0, row.author.1])?;
            tx.prepare_cached("INSERT INTO account_login (account_id, login) VALUES (?1, ?2)")?
                .execute(params![id, row.author.1])?;
            accounts.insert(row.author.0, id);
            id
        }
    };
    let id = Uuid::now_v7();
    tx.prepare_cached(
        "INSERT INTO evidence (id, snapshot_id, kind, address, repo, title, body, at, author_id, key, entry, record)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?4, ?10, ?11)",
    )?
    .execute(params![
        id,
        snapshot,
        row.kind,
        row.address,
        row.repo,
        row.title,
        row.body,
        row.at,
        author,
        row.entry,
        row.record.replace("{author}", &author.to_string())
    ])?;
    tx.prepare_cached("INSERT INTO evidence_account (account_id, evidence_id) VALUES (?1, ?2)")?
        .execute(params![author, id])?;
    if row.searched {
        tx.prepare_cached(
            "INSERT INTO search_row (noun, subject_id, snapshot_id) VALUES ('snapshot', ?1, ?2)",
        )?
        .execute(params![id, snapshot])?;
        tx.prepare_cached("INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)")?
            .execute(params![tx.last_insert_rowid(), row.title, row.body])?;
    }
    Ok(())
}
