//! Citing a piece of evidence into a draft from where it is read, without opening the scorecard.

use assay_domain::ids::{CandidateId, EvidenceId, InterviewId};
use assay_domain::scorecard::{Citation, CitationInput, Rating, ScorecardContent};
use rusqlite::Connection;

use super::form::{ensure_mine, keep_by, open, rubric, stored};
use super::freeze::freeze_one;
use crate::{EngineError, Instant, Result, Store, Viewer, blind, submissions};

/// Adds a citation to a criterion of the viewer's own draft and gives it as it now stands: what of address and quote was
/// empty is filled in from the record. The same address with the same quote is cited once.
///
/// Errors: [`EngineError::Conflict`] where the interview is not open or not the viewer's, or the record is of a portfolio that
/// is closed to a blind viewer; [`EngineError::Invalid`] where the rubric has no such criterion, or there is no address;
/// [`EngineError::NotFound`] for a record that is not of this candidate.
pub fn cite(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    criterion: &str,
    citation: CitationInput,
) -> Result<Citation> {
    let mut citation = Citation::from(citation);
    store.scratch(|tx| {
        let interview = open(tx, viewer, id)?;
        ensure_mine(&interview)?;
        if let Some(record) = citation.evidence_id
            && !is_shown(tx, interview.candidate_id, record, &citation)?
        {
            blind::ensure_portfolio(tx, viewer, interview.candidate_id)?;
        }
        if citation.evidence_id.is_none() && citation.address.trim().is_empty() {
            return Err(EngineError::invalid(
                "a citation needs an address",
                "Choose a record, or type where it stands.",
            ));
        }
        freeze_one(tx, interview.candidate_id, &mut citation)?;
        let rubric = rubric(tx, id)?;
        let mut content = stored(tx, id, &rubric)?.content;
        let citations = &mut rating_of(&mut content, criterion).citations;
        if !citations.contains(&citation) {
            citations.push(citation.clone());
            keep_by(tx, at, id, &rubric, &content)?;
        }
        Ok(citation)
    })
}

/// Whether it quotes a submission as the viewer read it: what is left empty would be filled in with names and all.
fn is_shown(conn: &Connection, of: CandidateId, record: EvidenceId, citation: &Citation) -> Result<bool> {
    let told = !citation.quote.trim().is_empty() && !citation.address.trim().is_empty();
    Ok(told && submissions::citable(conn, of, record)?.is_some())
}

/// The rating of a criterion; one without a level is begun where there is none.
pub(super) fn rating_of<'a>(content: &'a mut ScorecardContent, criterion: &str) -> &'a mut Rating {
    let at = content.ratings.iter().position(|rating| rating.criterion == criterion).unwrap_or_else(|| {
        content.ratings.push(Rating { criterion: criterion.to_owned(), ..Rating::default() });
        content.ratings.len() - 1
    });
    &mut content.ratings[at]
}
