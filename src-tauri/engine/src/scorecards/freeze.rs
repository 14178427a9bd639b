//! Freezing citations: what a scorecard cites is copied into it, so that it stays when snapshots go.

use assay_domain::ids::{CandidateId, EvidenceId};
use assay_domain::scorecard::{Citation, ScorecardContent};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::snapshots::of_candidate_sql;
use crate::{EngineError, Result, submissions};

/// Longest quote that is copied, in characters: what a reader of a scorecard takes in.
const QUOTE_MAX: usize = 4_000;

/// Fills in the address and the quote of each citation of a record, where they are empty.
///
/// Errors: [`EngineError::NotFound`] for a record that is not in a snapshot or submission of this candidate.
pub(super) fn freeze(
    conn: &Connection,
    candidate: CandidateId,
    content: &mut ScorecardContent,
) -> Result<()> {
    for citation in content.ratings.iter_mut().flat_map(|rating| &mut rating.citations) {
        freeze_one(conn, candidate, citation)?;
    }
    Ok(())
}

/// [`freeze`] for one citation.
pub(super) fn freeze_one(conn: &Connection, candidate: CandidateId, citation: &mut Citation) -> Result<()> {
    let Some(id) = citation.evidence_id else {
        citation.quote = shortened(&citation.quote);
        return Ok(());
    };
    let (address, quote) = match submissions::citable(conn, candidate, id)? {
        Some(part) => (part.address(None), part.whole()),
        None => record(conn, candidate, id)?,
    };
    if citation.address.trim().is_empty() {
        citation.address = address;
    }
    if citation.quote.trim().is_empty() {
        citation.quote = quote;
    }
    citation.quote = shortened(&citation.quote);
    Ok(())
}

/// Address and text of a record of a snapshot.
fn record(conn: &Connection, candidate: CandidateId, id: EvidenceId) -> Result<(String, String)> {
    let (address, title, body): (String, String, String) = conn
        .prepare_cached(&format!(
            "SELECT e.address, e.title, e.body FROM evidence AS e JOIN snapshot AS s ON s.id = e.snapshot_id
             WHERE e.id = ?1 AND ({})",
            of_candidate_sql("?2")
        ))?
        .query_row(params![id.0, candidate.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or_else(|| EngineError::not_found("evidence of this candidate", id))?;
    Ok((address, if body.trim().is_empty() { title } else { body }))
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(QUOTE_MAX) {
        Some((end, _)) => format!("{}…", &quote[..end]),
        None => quote.to_owned(),
    }
}
