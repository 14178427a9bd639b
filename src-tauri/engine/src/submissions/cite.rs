//! Citing a submission into one's own draft: by lines, with the text that stands there, frozen.

use assay_domain::ids::{EvidenceId, InterviewId};
use assay_domain::scorecard::CitationInput;
use assay_domain::submission::{address, line_count, lines};
use serde::Deserialize;

use super::read::{Citable, citable};
use crate::{EngineError, Instant, Result, Store, Viewer, interviews, scorecards};

/// Which lines of a part are cited, counted from 1, both included.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CitedLines {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// What of them is quoted; empty for all of it. It must stand in them.
    pub quote: String,
}

/// Cites a part, or some lines of it, for a criterion of the viewer's own open interview. Gives when, and not what: whoever marks
/// blind learns no name by citing.
///
/// Errors: as [`scorecards::cite`]; [`EngineError::Invalid`] where the part has no such lines, or they do not hold the quote.
pub fn cite(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    interview: InterviewId,
    criterion: &str,
    part: EvidenceId,
    cited: Option<&CitedLines>,
) -> Result<Instant> {
    let found = store.read(viewer, |conn| {
        let held = interviews::get(conn, viewer, interview)?;
        citable(conn, held.candidate_id, part)
    })?;
    let found = found.ok_or_else(|| EngineError::not_found("part of this candidate's submissions", part))?;
    let input = CitationInput {
        evidence_id: Some(part),
        address: found.address(cited.map(|cited| (cited.from, cited.to))),
        quote: quote(&found, cited)?,
    };
    scorecards::cite(store, viewer, at, interview, criterion, input)?;
    Ok(at)
}

impl Citable {
    /// Its address, with lines where it is not cited whole.
    pub(crate) fn address(&self, lines: Option<(u32, u32)>) -> String {
        let whole = (1, line_count(&self.body));
        address(self.kind, &self.question, &self.title, lines.filter(|lines| *lines != whole || whole.1 > 1))
    }

    /// What is quoted where nothing else is said.
    pub(crate) fn whole(self) -> String {
        if self.body.is_empty() { self.title } else { self.body }
    }
}

fn quote(found: &Citable, cited: Option<&CitedLines>) -> Result<String> {
    let Some(cited) = cited else {
        return Ok(if found.body.is_empty() { found.title.clone() } else { found.body.clone() });
    };
    let text = lines(&found.body, cited.from, cited.to).ok_or_else(|| {
        let (from, to, has) = (cited.from, cited.to, line_count(&found.body));
        EngineError::invalid(
            format!("there are no lines {from} to {to}: the text has {has}"),
            "Choose lines that it has.",
        )
    })?;
    if cited.quote.trim().is_empty() {
        return Ok(text);
    }
    if spaced(&text).contains(&spaced(&cited.quote)) {
        return Ok(cited.quote.clone());
    }
    Err(EngineError::invalid(
        "the quote does not stand in these lines",
        "Select it again, or cite the lines whole.",
    ))
}

/// With single spaces: a selection on screen breaks lines otherwise than the text.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
