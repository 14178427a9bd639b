//! `assay candidate add-list --dry-run`: what would become of each line, without adding anybody.

use assay_engine::candidates::{ListPreview, ListRow, SameAs};
use serde::Serialize;

use crate::failure::Result;
use crate::output::{Answer, table};

/// One line of the list.
#[derive(Serialize)]
struct Line {
    line: u32,
    name: String,
    /// `add`, `same` or `refuse`.
    outcome: &'static str,
    what: String,
}

/// Every line in its order, with what would become of it. Refused where a line would be.
pub fn shown(preview: &ListPreview) -> Result<Answer> {
    let mut lines: Vec<Line> = preview.rows.iter().map(understood).collect();
    lines.extend(preview.problems.iter().map(|problem| Line {
        line: problem.line,
        name: problem.text.clone(),
        outcome: "refuse",
        what: format!("would be refused: {}", problem.reason),
    }));
    lines.sort_by_key(|line| line.line);
    let rows: Vec<_> =
        lines.iter().map(|line| [line.line.to_string(), line.name.clone(), line.what.clone()]).collect();
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (added, same, refused) = (count("add"), count("same"), count("refuse"));
    let mut text = table(["line", "name", "what would happen"], &rows, "Nobody.");
    text += &format!(
        "\nNobody was added. {added} would be, {same} are here already, {refused} would be refused.\n"
    );
    Ok(Answer::of("lines", &lines, text).refused_if(refused > 0))
}

fn understood(row: &ListRow) -> Line {
    let (outcome, what) = match &row.same_as {
        Some(SameAs { candidate: here, by }) => {
            let by = by.as_str();
            ("same", format!("passed by: the same {by} as {} ({}), who is here", here.name, here.id))
        }
        None if row.not_to_contact => (
            "add",
            "would be added, marked as not to be contacted and without an application: asked for that, and was erased here".into(),
        ),
        None => ("add", "would be added".into()),
    };
    Line { line: row.line, name: row.name.clone(), outcome, what }
}
