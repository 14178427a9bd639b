//! What whoever imported something should know and do next.

use assay_domain::ids::ImportId;
use assay_domain::import::{AccountKind, AccountRef};
use rusqlite::Connection;

use crate::accounts::Account;
use crate::candidates::Known;
use crate::snapshots::SnapshotSummary;
use crate::{Result, candidates};

/// The notes of an import whose `unlinked` snapshots no candidate has.
pub(super) fn of(conn: &Connection, import: ImportId, unlinked: &[SnapshotSummary]) -> Result<Vec<String>> {
    let mut notes = marked(conn, import)?;
    let mut people = Vec::new();
    for snapshot in unlinked {
        if let Some(note) =
            snapshot.account.as_ref().map(|account| erased(conn, account)).transpose()?.flatten()
        {
            notes.push(note);
            continue;
        }
        match &snapshot.account {
            None => notes.push(format!(
                "{} names nobody whose data it is: say whose it is by linking the snapshot to a candidate",
                snapshot.name
            )),
            Some(account) if matches!(account.kind, AccountKind::User | AccountKind::Unknown) => {
                people.push(account.login.clone());
            }
            Some(_) => {}
        }
    }
    people.sort();
    people.dedup();
    if people.len() > 1 {
        let some = people.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        let more = if people.len() > 5 { ", …" } else { "" };
        notes.push(format!(
            "{} accounts came in at once ({some}{more}): choose which of them are candidates; none was made one",
            people.len()
        ));
    }
    Ok(notes)
}

/// Of an account that is, or may be, somebody's who was erased with the do-not-contact mark.
fn erased(conn: &Connection, account: &Account) -> Result<Option<String>> {
    let belongs = match candidates::recognised(conn, &reference(account))? {
        None => return Ok(None),
        Some(Known::Surely) => "belongs to somebody who",
        Some(Known::Login) => "is the login of somebody who",
    };
    Ok(Some(format!(
        "{} {belongs} asked not to be contacted and was erased here since: nobody was made a candidate; whoever makes them one \
         does so with that mark",
        account.login
    )))
}

fn reference(account: &Account) -> AccountRef {
    AccountRef {
        host: account.host.clone(),
        id: account.github_id.as_deref().and_then(|id| id.parse().ok()),
        login: account.login.clone(),
        kind: account.kind,
    }
}

/// Candidates of the import's snapshots who are not to be contacted.
fn marked(conn: &Connection, import: ImportId) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT c.name, d.reason FROM snapshot AS s
         LEFT JOIN candidate_account AS ca ON ca.account_id = s.account_id
         JOIN candidate AS c ON c.id = COALESCE(s.candidate_id, ca.candidate_id)
         JOIN do_not_contact AS d ON d.candidate_id = c.id
         WHERE s.import_id = ?1 AND s.state = 'whole' ORDER BY c.name",
    )?;
    let rows = statement.query_map([import.0], |row| {
        Ok(format!("{} is not to be contacted: {}", row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
