//! `assay candidate add-list --dry-run`: what would become of each line, without adding anybody.

use assay_domain::candidate::list::{ListProblem, ROWS_MAX};
use assay_domain::words::counted;
use assay_engine::candidates::{Joins, ListPreview, ListRow, SameAs};
use serde::Serialize;

use crate::failure::Result;
use crate::output::{Answer, table};

/// One line of the list.
#[derive(Serialize)]
struct Line {
    line: u32,
    name: String,
    email: String,
    login: String,
    location: String,
    headline: String,
    notes: String,
    /// `add`, `same` or `refuse`.
    outcome: &'static str,
    what: String,
    /// What else is to be looked at; empty where nothing is.
    remark: String,
}

/// Every line in its order, as it would be read, with what would become of it. Refused where a line would be.
pub fn shown(preview: &ListPreview) -> Result<Answer> {
    let mut lines: Vec<Line> = preview.rows.iter().map(understood).collect();
    lines.extend(preview.problems.iter().map(refused));
    lines.sort_by_key(|line| line.line);
    let rows: Vec<_> = lines.iter().map(cells).collect();
    let count = |outcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let (added, same, refused) = (count("add"), count("same"), count("refuse"));
    let mut text = table(["line", "name", "and", "what would happen"], &rows, "Nobody.");
    let are = if same == 1 { "is" } else { "are" };
    let joining = preview.rows.iter().filter(|row| row.joins == Some(Joins::Added)).count();
    let joining = match joining {
        0 => String::new(),
        count => format!(" ({} would be added)", counted(count, "application", "applications")),
    };
    text += &format!(
        "\nNobody was added. {added} would be, {same} {are} here already{joining}, {refused} would be refused.\n"
    );
    text += &ignored(&preview.ignored);
    text += &about(preview.left_out, &preview.encoding);
    let answer = Answer::of("lines", &lines, text).with("ignored", &preview.ignored);
    let answer = answer.with("left_out", &preview.left_out).with("encoding", &preview.encoding);
    Ok(answer.refused_if(refused > 0))
}

/// The columns of which nothing is taken; nothing where there are none.
pub fn ignored(headings: &[String]) -> String {
    if headings.is_empty() {
        return String::new();
    }
    let named: Vec<String> = headings.iter().map(|heading| format!("\"{heading}\"")).collect();
    format!(
        "Ignored columns: {}. What is taken: name (or first name and last name), email, github, location, headline, notes.\n",
        named.join(", ")
    )
}

/// What is to be said of the whole list: rows beyond its limit, how the file was saved.
pub fn about(left_out: u32, encoding: &str) -> String {
    let mut text = String::new();
    if left_out > 0 {
        let rows = counted(left_out as usize, "row is", "rows are");
        text += &format!("{rows} left out: a list has at most {ROWS_MAX}. Split it.\n");
    }
    if !encoding.is_empty() {
        text += &format!("The file: {encoding}.\n");
    }
    text
}

fn cells(line: &Line) -> [String; 4] {
    let what = match line.remark.as_str() {
        "" => line.what.clone(),
        remark => format!("{}; {remark}", line.what),
    };
    [line.line.to_string(), line.name.clone(), fields(line), what]
}

/// What stands beside the name, each with what it is read as.
fn fields(line: &Line) -> String {
    let all = [
        ("e-mail", &line.email),
        ("GitHub", &line.login),
        ("location", &line.location),
        ("headline", &line.headline),
        ("notes", &line.notes),
    ];
    let told =
        all.iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| format!("{label}: {text}"));
    told.collect::<Vec<_>>().join("; ")
}

fn refused(problem: &ListProblem) -> Line {
    Line {
        line: problem.line,
        name: problem.text.clone(),
        email: String::new(),
        login: String::new(),
        location: String::new(),
        headline: String::new(),
        notes: String::new(),
        outcome: "refuse",
        what: format!("would be refused: {}", problem.reason),
        remark: String::new(),
    }
}

/// What would become of somebody who is here.
fn joining(joins: Option<Joins>) -> &'static str {
    match joins {
        None => "passed by",
        Some(Joins::Added) => "an application would be added",
        Some(Joins::Has) => "passed by, with an application for the role already",
        Some(Joins::NotToContact) => "passed by, not to be contacted",
    }
}

fn understood(row: &ListRow) -> Line {
    let (outcome, what) = match &row.same_as {
        Some(SameAs { candidate: here, by }) => {
            let by = by.as_str();
            let told = joining(row.joins);
            ("same", format!("{told}: the same {by} as {} ({}), who is here", here.name, here.id))
        }
        None if row.not_to_contact => (
            "add",
            "would be added, marked as not to be contacted and without an application: asked for that, and was erased here".into(),
        ),
        None => ("add", "would be added".into()),
    };
    Line {
        line: row.line,
        name: row.name.clone(),
        email: row.email.clone(),
        login: row.login.clone(),
        location: row.location.clone(),
        headline: row.headline.clone(),
        notes: row.notes.clone(),
        outcome,
        what,
        remark: row.remark.clone(),
    }
}
