//! What a snapshot holds once it is whole: its account, profile, counts, languages, facts, and its date.

use assay_domain::ids::SnapshotId;
use assay_domain::import::{AccountRef, Profile};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::run::Run;
use super::{attribution, facts, merge, own};
use crate::snapshots::EvidenceCounts;
use crate::{Instant, Result};

/// What a snapshot is to be: whose, with which profile, from what shape.
pub(super) struct Whole<'a> {
    /// Its account.
    pub account: Option<Uuid>,
    /// The candidate whose it is said to be, where it has no account.
    pub candidate: Option<Uuid>,
    /// The subject as its profile names it, and the profile.
    pub profile: Option<(&'a AccountRef, &'a Profile)>,
    /// Id of the shape.
    pub shape: &'a str,
    /// When it was taken, where the input says so itself.
    pub taken_at: Option<Instant>,
}

/// Makes a provisional snapshot whole, or computes anew what was added to one within its import. Gives its instant: when
/// the input says that it was taken, or the newest date that the data carries.
pub(super) fn make_whole(
    tx: &Connection,
    run: &Run<'_>,
    id: SnapshotId,
    whole: &Whole<'_>,
) -> Result<Option<Instant>> {
    if let (Some(account), Some((subject, _))) = (whole.account, whole.profile) {
        own::claim(tx, id.0, subject, account)?;
    }
    merge::duplicates(tx, id.0, &|| run.keep_going())?;
    if let Some(account) = whole.account {
        languages(tx, id, account)?;
    }
    let profile = whole.profile.map(|(_, profile)| profile);
    let taken_at = taken_at(tx, id, profile, whole.taken_at, (run.now)())?;
    tx.execute(
        "UPDATE snapshot SET state = 'whole', account_id = ?2, taken_at = ?3, shape = ?4, profile = ?5, counts = ?6,
                candidate_id = ?7 WHERE id = ?1",
        params![
            id.0,
            whole.account,
            taken_at,
            whole.shape,
            serde_json::to_string(&profile)?,
            serde_json::to_string(&counts(tx, id)?)?,
            whole.candidate
        ],
    )?;
    attribution::attribute(tx, id)?;
    facts::recompute_while(tx, id, &|| run.keep_going())?;
    Ok(taken_at)
}

/// When the input was taken as it says itself, or the newest date in the data. Dates to come (a wrong clock) tell nothing.
fn taken_at(
    tx: &Connection,
    id: SnapshotId,
    profile: Option<&Profile>,
    said: Option<Instant>,
    now: Instant,
) -> Result<Option<Instant>> {
    let newest: Option<Instant> = tx.query_row(
        "SELECT max(at) FROM evidence WHERE snapshot_id = ?1 AND at <= ?2",
        params![id.0, now],
        |row| row.get(0),
    )?;
    let dated = |profile: &Profile| profile.updated_at.value().or(profile.created_at.value()).copied();
    let past = |at: &Instant| *at <= now;
    Ok(newest.max(profile.and_then(dated).filter(past)).max(said.filter(past)))
}

/// Main languages of the subject's own repositories that are no forks.
fn languages(tx: &Connection, id: SnapshotId, account: Uuid) -> Result<()> {
    tx.execute("DELETE FROM snapshot_language WHERE snapshot_id = ?1", [id.0])?;
    tx.execute(
        "INSERT INTO snapshot_language (snapshot_id, language, repositories)
         SELECT snapshot_id, language, count(*) FROM evidence
         WHERE snapshot_id = ?1 AND kind = 'repository' AND author_id = ?2 AND language IS NOT NULL
           AND (fork IS NULL OR fork = 0) GROUP BY language",
        params![id.0, account],
    )?;
    Ok(())
}

fn counts(tx: &Connection, id: SnapshotId) -> Result<EvidenceCounts> {
    let mut counts = EvidenceCounts::default();
    let mut statement =
        tx.prepare_cached("SELECT kind, count(*) FROM evidence WHERE snapshot_id = ?1 GROUP BY kind")?;
    let mut rows = statement.query([id.0])?;
    while let Some(row) = rows.next()? {
        let number = row.get(1)?;
        match row.get::<_, String>(0)?.as_str() {
            "repository" => counts.repositories = number,
            "readme" => counts.readmes = number,
            "commit" => counts.commits = number,
            "pull-request" => counts.pull_requests = number,
            "comment" => counts.comments = number,
            "issue" => counts.issues = number,
            "release" => counts.releases = number,
            _ => {}
        }
    }
    Ok(counts)
}
