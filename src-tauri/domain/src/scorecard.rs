//! What one person notes in one interview: ratings, red flags, a summary, a recommendation. The rules of completeness
//! stand in [`completeness`].

use serde::{Deserialize, Serialize};

use crate::ids::EvidenceId;
use crate::words::words;

mod check;
mod log;
mod raise;
mod timing;

pub use check::{Missing, TEXT_MAX, completeness, problems};
pub use log::{
    LOG_MAX, LogEntry, LogEvent, elapsed, ensure_log_has_come, minutes_and_seconds, section_time, tidy_log,
};
pub use raise::{RAISE_WORDS, what_would_have_raised};
pub use timing::timing;

/// The level that says "not assessed, on purpose". It never counts as a score (law 1).
pub const NOT_ASSESSED: u8 = 0;

words! {
    /// What a rater recommends after one interview.
    Recommendation, "recommendation" {
        /// Certainly not.
        StrongNo = "strong-no",
        /// Rather not.
        No = "no",
        /// Cannot say.
        Undecided = "undecided",
        /// Rather yes.
        Yes = "yes",
        /// Certainly.
        StrongYes = "strong-yes",
    }
}

/// Evidence that a rating cites, its text frozen with the scorecard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Citation {
    /// The record in a snapshot; `None` where an address was typed.
    pub evidence_id: Option<EvidenceId>,
    /// `owner/repo@commit:path:line`, or the record's own address.
    pub address: String,
    /// The cited text.
    pub quote: String,
}

/// The rating of one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Rating {
    /// Id of the rubric's criterion.
    pub criterion: String,
    /// 1 and up; [`NOT_ASSESSED`] on purpose; `None` where it is not filled in (drafts only).
    pub level: Option<u8>,
    /// What was seen or heard.
    pub note: String,
    /// What it rests on.
    pub citations: Vec<Citation>,
}

/// A red flag that was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RaisedFlag {
    /// Id of the rubric's red flag.
    pub flag: String,
    /// What was seen or heard. A flag without it cannot be submitted.
    pub evidence: String,
}

/// All that a scorecard says, as a draft holds it and a submitted scorecard keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ScorecardContent {
    /// One per criterion.
    pub ratings: Vec<Rating>,
    /// Red flags raised.
    pub flags: Vec<RaisedFlag>,
    /// In a few sentences.
    pub summary: String,
    /// `None` in drafts only.
    pub recommendation: Option<Recommendation>,
    /// What happened in the room, with its times; empty where interview mode was not used.
    #[serde(default)]
    pub log: Vec<LogEntry>,
}

/// A citation as it is handed in; becomes a [`Citation`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CitationInput {
    /// As [`Citation::evidence_id`].
    pub evidence_id: Option<EvidenceId>,
    /// As [`Citation::address`].
    pub address: String,
    /// As [`Citation::quote`].
    pub quote: String,
}

/// A rating as it is handed in; becomes a [`Rating`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RatingInput {
    /// As [`Rating::criterion`].
    pub criterion: String,
    /// As [`Rating::level`].
    pub level: Option<u8>,
    /// As [`Rating::note`].
    pub note: String,
    /// As [`Rating::citations`].
    pub citations: Vec<CitationInput>,
}

/// A red flag as it is handed in; becomes a [`RaisedFlag`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RaisedFlagInput {
    /// As [`RaisedFlag::flag`].
    pub flag: String,
    /// As [`RaisedFlag::evidence`].
    pub evidence: String,
}

/// A scorecard as the window or a file hands it in; becomes a [`ScorecardContent`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ScorecardInput {
    /// As [`ScorecardContent::ratings`].
    pub ratings: Vec<RatingInput>,
    /// As [`ScorecardContent::flags`].
    pub flags: Vec<RaisedFlagInput>,
    /// As [`ScorecardContent::summary`].
    pub summary: String,
    /// As [`ScorecardContent::recommendation`].
    pub recommendation: Option<Recommendation>,
    /// As [`ScorecardContent::log`].
    pub log: Vec<LogEntry>,
}

impl From<CitationInput> for Citation {
    fn from(input: CitationInput) -> Self {
        Citation { evidence_id: input.evidence_id, address: input.address, quote: input.quote }
    }
}

impl From<RatingInput> for Rating {
    fn from(input: RatingInput) -> Self {
        Rating {
            criterion: input.criterion,
            level: input.level,
            note: input.note,
            citations: input.citations.into_iter().map(Citation::from).collect(),
        }
    }
}

impl From<ScorecardInput> for ScorecardContent {
    fn from(input: ScorecardInput) -> Self {
        ScorecardContent {
            ratings: input.ratings.into_iter().map(Rating::from).collect(),
            flags: input
                .flags
                .into_iter()
                .map(|f| RaisedFlag { flag: f.flag, evidence: f.evidence })
                .collect(),
            summary: input.summary,
            recommendation: input.recommendation,
            log: input.log,
        }
    }
}
