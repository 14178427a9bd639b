//! `assay debrief --flags`.

use assay_domain::ids::RoleId;
use assay_engine::debriefs::{self, DebriefFlag};

use crate::failure::Result;
use crate::output::{Answer, heading, indented, left_out, or};
use crate::session::Session;

/// Every red flag with its evidence.
pub fn run(session: &Session, role: RoleId) -> Result<Answer> {
    let found = debriefs::flags(&session.store, session.viewer, session.now(), role)?;
    let text: String = found.flags.iter().map(shown).collect();
    let text = or(text.trim_start(), "No red flag was raised.\n") + &left_out(&found.left_out);
    Ok(Answer::of("flags", &found.flags, text).with("left_out", &found.left_out))
}

/// One flag: who raised it about whom, what was seen, and what would only look like it.
pub(super) fn shown(one: &DebriefFlag) -> String {
    let head = format!("{}: {} ({}, {})", one.candidate_name, one.title, one.assessment_title, one.person);
    let what = format!("{}\nNot a red flag: {}", one.evidence, one.not_a_red_flag);
    heading(&head) + &indented(&what)
}
