//! Where data comes from and on what basis it is held: the same arguments wherever something comes in.

use assay_domain::candidate::{Basis, Provenance, ProvenanceInput, SourceKind};
use assay_domain::malformed;
use chrono::NaiveDate;
use clap::Args;

/// Arguments of provenance; each command says what stands where one is left out.
#[derive(Clone, Debug, Args)]
pub struct ProvenanceArgs {
    /// Where it came from: github, linkedin, daily-dev, referral, applied, sourced, other
    #[arg(long)]
    pub source: Option<SourceKind>,
    /// On what basis it is held: consent, legitimate-interest, application, public-profile, other
    #[arg(long)]
    pub basis: Option<Basis>,
    /// Who gave or allowed it
    #[arg(long, value_name = "TEXT")]
    pub permission: Option<String>,
    /// When they did, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub given_on: Option<NaiveDate>,
    /// Until when it may be kept, as YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub until: Option<NaiveDate>,
}

/// A day that the calendar has.
fn day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|error| malformed::plainly(&error.to_string()))
}

impl ProvenanceArgs {
    /// With what stands for what was left out.
    pub fn or(self, source: SourceKind, basis: Basis) -> ProvenanceInput {
        ProvenanceInput {
            source: self.source.unwrap_or(source),
            basis: self.basis.unwrap_or(basis),
            permission: self.permission.unwrap_or_default(),
            given_on: self.given_on,
            until: self.until,
        }
    }

    /// With what stands already for what was left out.
    pub fn over(self, before: &Provenance) -> ProvenanceInput {
        ProvenanceInput {
            source: self.source.unwrap_or(before.source),
            basis: self.basis.unwrap_or(before.basis),
            permission: self.permission.unwrap_or_else(|| before.permission.clone()),
            given_on: self.given_on.or(before.given_on),
            until: self.until.or(before.until),
        }
    }
}
