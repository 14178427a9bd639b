//! What is missing for a decision that ends an application: it is asked about before, and stands in the record after.

use assay_domain::ids::ApplicationId;
use assay_domain::words::counted;
use rusqlite::{Connection, named_params};

use crate::interviews::{self, Interview};
use crate::{Result, Viewer};

/// What is missing.
pub(super) struct Missing<'a> {
    /// Whether no scorecard counts: none is in, or none assesses anything.
    pub unscored: bool,
    /// Interviews that are open.
    pub open: &'a [Interview],
}

impl Missing<'_> {
    /// In sentences, before it is decided.
    pub fn before(&self) -> Vec<String> {
        let unscored = self.unscored.then(|| "No scorecard counts.".to_owned());
        let open = self.open_text().map(|(open, held)| format!("{open} would be cancelled: {held}."));
        unscored.into_iter().chain(open).collect()
    }

    /// In sentences, for the record.
    pub fn after(&self) -> String {
        let unscored = self.unscored.then(|| "Decided without a scorecard that counts.".to_owned());
        let open = self.open_text().map(|(open, held)| format!("It cancelled {open}: {held}."));
        unscored.into_iter().chain(open).collect::<Vec<_>>().join(" ")
    }

    fn open_text(&self) -> Option<(String, String)> {
        let open = counted(self.open.len(), "open interview", "open interviews");
        (!self.open.is_empty()).then(|| (open, held(self.open)))
    }
}

/// Each with who holds it.
pub(super) fn held(open: &[Interview]) -> String {
    let one = |it: &Interview| format!("{} ({})", it.assessment_title, it.person_name);
    open.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The open interviews of an application.
pub(super) fn open_interviews(
    conn: &Connection,
    viewer: Viewer,
    application: ApplicationId,
) -> Result<Vec<Interview>> {
    let rest = "WHERE i.application_id = :application AND i.state = 'open' ORDER BY i.id";
    interviews::select(conn, rest, named_params! {":viewer": viewer.0.0, ":application": application.0})
}
