//! Taking out the rows that are about the candidate, children before parents.

use assay_domain::erasure::{Word, WordKind};
use assay_domain::ids::CandidateId;
use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use super::gather::Found;
use crate::digests::Digests;
use crate::store::{remove_search, remove_snapshot_search};
use crate::{Result, candidates, impact};

/// Removes everything found; gives what was removed, counted, for the receipt.
pub(super) fn remove(conn: &Connection, found: &Found) -> Result<Vec<(String, u32)>> {
    candidates::keep_digests(conn, CandidateId(found.candidate))?;
    let mut counts = Vec::new();
    let mut count = |what: &str, number: u32| counts.push((what.to_string(), number));
    for id in found.subjects() {
        remove_search(conn, id)?;
    }
    let notes = each(
        conn,
        &[
            "DELETE FROM citation WHERE scorecard_id = ?1",
            "DELETE FROM red_flag WHERE scorecard_id = ?1",
            "DELETE FROM room_entry WHERE scorecard_id = ?1",
        ],
        &found.scorecards,
    )?;
    let ratings = each(conn, &["DELETE FROM rating WHERE scorecard_id = ?1"], &found.scorecards)?;
    count("scorecards", each(conn, &["DELETE FROM scorecard WHERE id = ?1"], &found.scorecards)?);
    count("ratings with their notes", ratings);
    count("citations, red flags and entries of logs", notes);
    count("drafts", each(conn, &["DELETE FROM draft WHERE interview_id = ?1"], &found.interviews)?);
    each(conn, &["DELETE FROM submission_part WHERE submission_id = ?1"], &found.submissions)?;
    count("submissions", each(conn, &["DELETE FROM submission WHERE id = ?1"], &found.submissions)?);
    each(conn, &["DELETE FROM retest WHERE interview_id = ?1"], &found.interviews)?;
    each(conn, &["DELETE FROM blind_mark WHERE interview_id = ?1"], &found.interviews)?;
    count("interviews", each(conn, &["DELETE FROM interview WHERE id = ?1"], &found.interviews)?);
    count("outcomes", each(conn, &["DELETE FROM outcome WHERE application_id = ?1"], &found.applications)?);
    impact::forget(conn, found.candidate)?;
    found.applications.iter().try_for_each(|one| impact::forget_counted(conn, *one))?;
    count("decisions", each(conn, &["DELETE FROM decision WHERE id = ?1"], &found.decisions)?);
    count("open questions", each(conn, &["DELETE FROM open_question WHERE id = ?1"], &found.questions)?);
    each(conn, &["DELETE FROM debrief WHERE application_id = ?1"], &found.applications)?;
    each(conn, &["DELETE FROM exposure WHERE application_id = ?1"], &found.applications)?;
    each(conn, &["DELETE FROM name_seen WHERE application_id = ?1"], &found.applications)?;
    count(
        "stage moves",
        each(conn, &["DELETE FROM stage_move WHERE application_id = ?1"], &found.applications)?,
    );
    count("applications", each(conn, &["DELETE FROM application WHERE id = ?1"], &found.applications)?);
    let records = snapshots(conn, &found.snapshots)?;
    count("snapshots", u32::try_from(found.snapshots.len()).unwrap_or(u32::MAX));
    count("records in them", records);
    count("accounts", accounts(conn, &found.accounts)?);
    conn.execute("DELETE FROM chosen_repository WHERE candidate_id = ?1", [found.candidate])?;
    forget_addresses(conn, found.redaction.words())?;
    conn.execute("UPDATE import_run SET candidate_id = NULL WHERE candidate_id = ?1", [found.candidate])?;
    conn.execute("DELETE FROM candidate WHERE id = ?1", [found.candidate])?;
    counts.retain(|(_, number)| *number > 0);
    Ok(counts)
}

/// Removes the journal's payloads and keys of these subjects; gives the entries that lost their payload.
pub(super) fn journal(conn: &Connection, subjects: &[Uuid]) -> Result<Vec<i64>> {
    let mut entries = Vec::new();
    let mut payloads = conn.prepare(
        "DELETE FROM journal_payload WHERE sequence IN (SELECT sequence FROM journal WHERE subject_id = ?1)
         RETURNING sequence",
    )?;
    let mut key = conn.prepare("DELETE FROM subject_key WHERE subject_id = ?1")?;
    for subject in subjects {
        for sequence in payloads.query_map([subject], |row| row.get(0))? {
            entries.push(sequence?);
        }
        key.execute([subject])?;
    }
    Ok(entries)
}

/// Takes the digests of the candidate's addresses off commits in other people's snapshots; those of addresses that somebody
/// who stays has too are theirs.
fn forget_addresses(conn: &Connection, words: &[Word]) -> Result<()> {
    let digests = Digests::of(conn)?;
    let own = words.iter().filter(|word| word.kind == WordKind::Address && (!word.borne || word.taken));
    for digest in own.filter_map(|word| digests.address(&word.text)) {
        conn.execute(
            "DELETE FROM attribution WHERE evidence_id IN (SELECT id FROM evidence WHERE author_digest = ?1)",
            [&digest],
        )?;
        conn.execute("UPDATE evidence SET author_digest = NULL WHERE author_digest = ?1", [&digest])?;
    }
    Ok(())
}

fn each(conn: &Connection, statements: &[&str], ids: &[Uuid]) -> Result<u32> {
    let mut changed = 0;
    for sql in statements {
        let mut statement = conn.prepare(sql)?;
        for id in ids {
            changed += statement.execute([id])?;
        }
    }
    Ok(u32::try_from(changed).unwrap_or(u32::MAX))
}

/// Also forgets that their inputs were seen: importing one again is a new import.
fn snapshots(conn: &Connection, ids: &[Uuid]) -> Result<u32> {
    for id in ids {
        remove_snapshot_search(conn, *id)?;
    }
    let forget = "DELETE FROM import_digest WHERE import_id = (SELECT import_id FROM snapshot WHERE id = ?1)";
    let before = [
        "DELETE FROM attribution WHERE evidence_id IN (SELECT id FROM evidence WHERE snapshot_id = ?1)",
        "DELETE FROM fact WHERE snapshot_id = ?1",
        "DELETE FROM evidence_account WHERE evidence_id IN (SELECT id FROM evidence WHERE snapshot_id = ?1)",
        forget,
    ];
    each(conn, &before, ids)?;
    let records = each(conn, &["DELETE FROM evidence WHERE snapshot_id = ?1"], ids)?;
    each(conn, &["DELETE FROM snapshot WHERE id = ?1"], ids)?;
    Ok(records)
}

/// An account that other people's snapshots refer to stays as a nameless row, so that their records keep their shape.
fn accounts(conn: &Connection, ids: &[Uuid]) -> Result<u32> {
    each(conn, &["DELETE FROM candidate_account WHERE account_id = ?1"], ids)?;
    each(conn, &["DELETE FROM account_login WHERE account_id = ?1"], ids)?;
    for id in ids {
        conn.execute("UPDATE account SET joined_id = NULL WHERE joined_id = ?1", [id])?;
        let referred: Option<bool> = conn
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM evidence_account WHERE account_id = ?1)
                     OR EXISTS (SELECT 1 FROM evidence WHERE author_id = ?1)",
                [id],
                |row| row.get(0),
            )
            .optional()?;
        let sql = if referred == Some(true) {
            "UPDATE account SET github_id = NULL, login = '[erased]', joined_id = NULL, erased = 1 WHERE id = ?1"
        } else {
            "DELETE FROM account WHERE id = ?1"
        };
        conn.execute(sql, [id])?;
    }
    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
}
