//! `assay debrief --missing`.

use assay_domain::ids::RoleId;
use assay_engine::debriefs::{self, Absence, AbsenceKind};

use crate::failure::Result;
use crate::output::{Answer, local_time, table};
use crate::session::Session;

/// Interviews that are missing, open or cancelled.
pub fn run(session: &Session, role: RoleId) -> Result<Answer> {
    let found = debriefs::absences(&session.store, session.viewer, role)?;
    Ok(Answer::of("absences", &found.absences, shown(&found.absences)))
}

/// As a table.
pub(super) fn shown(absences: &[Absence]) -> String {
    let rows: Vec<_> = absences.iter().map(row).collect();
    table(["candidate", "assessment", "weight", "what", "who", "why"], &rows, "Nothing is missing.")
}

fn row(one: &Absence) -> [String; 6] {
    let when = || local_time(one.starts_local.as_deref(), one.zone.as_deref());
    let (what, why) = match one.kind {
        AbsenceKind::NotAssigned => ("nobody assigned".to_owned(), String::new()),
        AbsenceKind::Open => (format!("open, {}", when()), String::new()),
        AbsenceKind::Cancelled => ("cancelled".to_owned(), one.reason.clone().unwrap_or_default()),
        AbsenceKind::CancelledAndReplaced => {
            ("cancelled, another is in".to_owned(), one.reason.clone().unwrap_or_default())
        }
    };
    let who = one.person.clone().unwrap_or_default();
    [one.candidate_name.clone(), one.assessment_title.clone(), format!("{}%", one.weight), what, who, why]
}
