//! A person considered: where they came from, on what basis data about them is held, and what a valid entry is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::words;

pub mod list;

/// Longest name, headline or location, in characters.
pub const LINE_MAX: usize = 200;
/// Longest e-mail address, in characters (RFC 5321, section 4.5.3.1, as corrected by erratum 1690).
pub const EMAIL_MAX: usize = 254;
/// Longest notes, in characters.
pub const NOTES_MAX: usize = 50_000;

words! {
    /// Where a candidate came from.
    SourceKind, "source" {
        /// Found on GitHub, or brought by a snapshot.
        Github = "github",
        /// Found on LinkedIn.
        Linkedin = "linkedin",
        /// A double opt-in introduction by daily.dev or a service like it.
        DailyDev = "daily-dev",
        /// Recommended by somebody.
        Referral = "referral",
        /// Applied on their own.
        Applied = "applied",
        /// Found in another way.
        Sourced = "sourced",
        /// Something else.
        Other = "other",
    }
}

words! {
    /// On what basis data is held.
    Basis, "basis" {
        /// The person agreed.
        Consent = "consent",
        /// A legitimate interest, weighed.
        LegitimateInterest = "legitimate-interest",
        /// The person applied.
        Application = "application",
        /// A profile that the person made public.
        PublicProfile = "public-profile",
        /// Another one, said in the permission.
        Other = "other",
    }
}

/// Where data came from and on what basis it is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Provenance {
    /// Where it came from.
    pub source: SourceKind,
    /// On what basis it is held.
    pub basis: Basis,
    /// Who gave or allowed it.
    pub permission: String,
    /// When they did; `None` where that is not told.
    pub given_on: Option<NaiveDate>,
    /// Until when; `None` where no end was agreed.
    pub until: Option<NaiveDate>,
}

/// A [`Provenance`] as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ProvenanceInput {
    /// As [`Provenance::source`].
    pub source: SourceKind,
    /// As [`Provenance::basis`].
    pub basis: Basis,
    /// As [`Provenance::permission`].
    pub permission: String,
    /// As [`Provenance::given_on`].
    #[serde(default)]
    pub given_on: Option<NaiveDate>,
    /// As [`Provenance::until`].
    pub until: Option<NaiveDate>,
}

impl From<ProvenanceInput> for Provenance {
    fn from(input: ProvenanceInput) -> Self {
        let permission = input.permission.trim().to_owned();
        Provenance {
            source: input.source,
            basis: input.basis,
            permission,
            given_on: input.given_on,
            until: input.until,
        }
    }
}

/// A candidate as typed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CandidateInput {
    /// Name. The only field that must not be empty.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// Where they live, or empty.
    pub location: String,
    /// One line about them, or empty.
    pub headline: String,
    /// Anything else.
    pub notes: String,
    /// Where they came from.
    pub provenance: ProvenanceInput,
}

/// Why a field of a candidate was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// The name is empty.
    #[error("the name is empty")]
    NoName,
    /// Longer than allowed.
    #[error("the {field} has {length} characters; {allowed} are allowed")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Its length in characters.
        length: usize,
        /// The limit.
        allowed: usize,
    },
    /// Not shaped like an address.
    #[error("\"{0}\" is no e-mail address")]
    Email(String),
    /// A line with a line break or another control character.
    #[error("the {0} contains a line break or a control character")]
    Control(&'static str),
}

impl CandidateInput {
    /// Trims the fields and checks them.
    ///
    /// # Errors
    /// The first field that cannot stand.
    pub fn checked(mut self) -> Result<CandidateInput, FieldProblem> {
        let Self { name, email, location, headline, notes, provenance } = &mut self;
        for field in [name, email, location, headline, notes, &mut provenance.permission] {
            *field = field.trim().to_owned();
        }
        check_name(&self.name)?;
        check_email(&self.email)?;
        check_line("location", &self.location)?;
        check_line("headline", &self.headline)?;
        check_length("notes", &self.notes, NOTES_MAX)?;
        Ok(self)
    }
}

/// Checks a name: not empty, one line, at most [`LINE_MAX`] characters.
///
/// # Errors
/// What is wrong with it.
pub fn check_name(name: &str) -> Result<(), FieldProblem> {
    if name.trim().is_empty() {
        return Err(FieldProblem::NoName);
    }
    check_line("name", name)
}

/// Checks an e-mail address: empty, or of the shape `something@domain.tld`. Whether it exists only a message can tell.
///
/// # Errors
/// What is wrong with it.
pub fn check_email(email: &str) -> Result<(), FieldProblem> {
    check_length("e-mail address", email, EMAIL_MAX)?;
    if email.is_empty() || is_email(email) { Ok(()) } else { Err(FieldProblem::Email(email.to_owned())) }
}

/// Whether a text has the shape of an e-mail address.
pub fn is_email(text: &str) -> bool {
    let stray = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c);
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let labels_hold =
        domain.contains('.') && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    !local.is_empty() && labels_hold && !local.contains(stray) && !domain.contains(stray)
}

fn check_line(field: &'static str, text: &str) -> Result<(), FieldProblem> {
    check_length(field, text, LINE_MAX)?;
    if text.contains(char::is_control) { Err(FieldProblem::Control(field)) } else { Ok(()) }
}

fn check_length(field: &'static str, text: &str, allowed: usize) -> Result<(), FieldProblem> {
    let length = text.chars().count();
    if length > allowed { Err(FieldProblem::TooLong { field, length, allowed }) } else { Ok(()) }
}

#[cfg(test)]
#[path = "candidate/tests.rs"]
mod tests;
