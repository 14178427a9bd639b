//! `assay verify`: whether the workspace is whole.

use crate::args::Global;
use crate::failure::Result;
use crate::output::{Answer, heading, table};
use crate::session;

/// Runs every check. Nobody needs to say who they are for it.
pub fn run(global: &Global) -> Result<Answer> {
    let report = session::open(global)?.verify()?;
    let rows: Vec<_> = report
        .checks
        .iter()
        .map(|one| [one.check.clone(), if one.ok { "ok" } else { "WRONG" }.into(), one.detail.clone()])
        .collect();
    let mut text = table(["check", "", ""], &rows, "Nothing was checked.");
    text += &heading(&match (report.ok, report.first_bad_entry) {
        (true, _) => {
            format!("The workspace is whole: {} journal entries, newest {}.", report.entries, report.head)
        }
        (false, Some(entry)) => format!("The workspace is damaged; the first bad journal entry is {entry}."),
        (false, None) => "The workspace is damaged.".into(),
    });
    if !report.ok {
        text += "Keep this folder as it is, and restore the newest copy from its folder backups.\n";
    }
    let refused = !report.ok;
    Ok(Answer::of("verify", &report, text).refused_if(refused))
}
