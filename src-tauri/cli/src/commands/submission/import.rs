//! `assay submission import`.

use std::path::PathBuf;

use assay_domain::ids::AssessmentId;
use assay_domain::submission::{ColumnUse, FormProblem};
use assay_domain::words::counted;
use assay_engine::roles;
use assay_engine::submissions::{self, FormColumn, FormPreview, FormRowReport, RowOutcome};
use clap::Args;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, heading, table};
use crate::session::Session;

/// Arguments of `submission import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The form's answers as CSV, with its headings in the first line
    file: PathBuf,
    /// The role: title or id
    #[arg(long)]
    role: String,
    /// What the form was for: the kind, such as questionnaire, or the title or id
    #[arg(long)]
    assessment: String,
    /// What a column means: ignored, name, email, login, minutes, answer (to its heading) or answer:ID (to the kit's question).
    /// HEADING may also be # and the column's number, where two have the same. What is not said is as it was the last time, else
    /// guessed
    #[arg(long = "column", value_name = "HEADING=MEANING")]
    columns: Vec<String>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Takes the export in, or says what would happen.
pub fn run(session: &Session, args: &Import) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let role = names::role(session, &args.role)?;
    let plan = roles::show(store, viewer, role.id)?.plan;
    let assessment = names::assessment(&plan, &args.assessment)?.id;
    let told = told(session, assessment, args)?;
    let uses = told.as_ref().map(|told| told.iter().map(|column| column.used.clone()).collect::<Vec<_>>());
    if args.dry_run {
        let preview = submissions::preview_form(store, viewer, assessment, &args.file, uses.as_deref())?;
        let text = previewed(&preview, told.as_deref());
        return Ok(Answer::of("preview", &preview, text).refused_if(!preview.problems.is_empty()));
    }
    let done =
        submissions::import_form(store, viewer, session.now(), assessment, &args.file, uses.as_deref())?;
    let report = &done.value;
    let came = counted(report.added as usize, "submission", "submissions");
    let again = if report.added == 0 { "import again" } else { "`assay undo`, then import again" };
    let text = format!("{came} came in.\n")
        + &rows(&report.rows, &report.problems)
        + &ignored(&report.ignored, again)
        + &saved(&report.encoding);
    let taken = |row: &FormRowReport| matches!(row.outcome, RowOutcome::Added | RowOutcome::Known);
    let refused = !report.problems.is_empty() || !report.rows.iter().all(taken);
    Ok(Answer::done("form", &done, text).refused_if(refused))
}

/// A column, and how its meaning is known.
struct Told {
    header: String,
    used: ColumnUse,
    how: &'static str,
}

/// All columns with what is told of them on the command line; `None` where nothing is.
fn told(session: &Session, assessment: AssessmentId, args: &Import) -> Result<Option<Vec<Told>>> {
    if args.columns.is_empty() {
        return Ok(None);
    }
    let preview = submissions::preview_form(&session.store, session.viewer, assessment, &args.file, None)?;
    let plain = |one: &FormColumn| Told { header: one.header.clone(), used: one.used.clone(), how: how(one) };
    let mut columns: Vec<Told> = preview.columns.iter().map(plain).collect();
    for told in &args.columns {
        let Some((header, meaning)) = told.rsplit_once('=') else {
            let hint = "Give the column's heading, an equals sign, and what it means.";
            return Err(Failure::usage(format!("\"{told}\" names no column"), hint));
        };
        let used = meaning_of(meaning.trim(), &preview.questions)?;
        let header = header.trim();
        let number = header.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
        let is_meant =
            |(place, column): &(usize, &mut Told)| column.header == header || number == Some(*place);
        let meant: Vec<_> = (1..).zip(&mut columns).filter(is_meant).collect();
        if meant.is_empty() {
            let all: Vec<String> = columns.iter().map(|column| format!("\"{}\"", column.header)).collect();
            let hint = format!("It has: {}.", all.join(", "));
            return Err(Failure::refused(format!("the file has no column \"{header}\""), hint));
        }
        for (_, column) in meant {
            column.used = used.clone();
            column.how = "as you say";
        }
    }
    Ok(Some(columns))
}

/// How a column's meaning is known that is not told.
fn how(column: &FormColumn) -> &'static str {
    if column.remembered { "as you said the last time" } else { "a guess by its heading" }
}

fn meaning_of(word: &str, questions: &[assay_domain::submission::Question]) -> Result<ColumnUse> {
    Ok(match word {
        "ignored" => ColumnUse::Ignored,
        "name" => ColumnUse::Name,
        "email" => ColumnUse::Email,
        "login" => ColumnUse::Login,
        "minutes" => ColumnUse::Minutes,
        "answer" => ColumnUse::Answer(String::new()),
        other => match other.strip_prefix("answer:") {
            Some(id) if questions.iter().any(|one| one.id == id) => ColumnUse::Answer(id.into()),
            Some(id) => {
                let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
                let hint = format!("It has: {}.", crate::output::list_or(ids, "none"));
                return Err(Failure::refused(format!("the kit has no question {id}"), hint));
            }
            None => {
                let hint = "Allowed: ignored, name, email, login, minutes, answer, answer:ID.";
                return Err(Failure::usage(format!("\"{other}\" is no meaning of a column"), hint));
            }
        },
    })
}

fn previewed(preview: &FormPreview, told: Option<&[Told]>) -> String {
    let row = |(at, one): (usize, &FormColumn)| {
        let how = told.and_then(|told| told.get(at)).map_or_else(|| how(one), |told| told.how);
        [format!("#{}", at + 1), one.header.clone(), meaning(&one.used), how.to_owned(), one.example.clone()]
    };
    let columns: Vec<_> = preview.columns.iter().enumerate().map(row).collect();
    let mut text = "Columns\n".to_owned();
    text += &table(["", "heading", "means", "how that is known", "example"], &columns, "No columns.");
    text += &heading("Rows; nothing has changed");
    text += &rows(&preview.rows, &preview.problems);
    text + &ignored(&preview.ignored, "import") + &saved(&preview.encoding)
}

/// What is to be said of how the file was saved.
fn saved(encoding: &str) -> String {
    if encoding.is_empty() { String::new() } else { format!("The file: {encoding}.\n") }
}

/// Whether a form's own clock writes the column.
fn is_stamp(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ["timestamp", "time stamp", "submitted", "start time", "completion time", "date"]
        .iter()
        .any(|own| lower.starts_with(own))
}

/// The columns that were left out, and how to say what they mean.
fn ignored(headings: &[String], again: &str) -> String {
    if headings.is_empty() {
        return String::new();
    }
    // A time stamp is no answer: another column shows how it is said, or none by its name.
    let example = headings.iter().find(|heading| !is_stamp(heading)).map_or("HEADING", String::as_str);
    format!(
        "Ignored columns: {}.\nTo take one in: {again} with what it means, as \
         --column \"{example}=answer\" (or minutes, name, email, login, answer:ID).\n",
        headings.iter().map(|heading| format!("\"{heading}\"")).collect::<Vec<_>>().join(", ")
    )
}

fn meaning(used: &ColumnUse) -> String {
    match used {
        ColumnUse::Ignored => "ignored".into(),
        ColumnUse::Name => "name".into(),
        ColumnUse::Email => "email".into(),
        ColumnUse::Login => "login".into(),
        ColumnUse::Minutes => "minutes".into(),
        ColumnUse::Answer(id) if id.is_empty() => "answer".into(),
        ColumnUse::Answer(id) => format!("answer:{id}"),
    }
}

fn rows(rows: &[FormRowReport], problems: &[FormProblem]) -> String {
    let row = |one: &FormRowReport| {
        let outcome = match one.outcome {
            RowOutcome::Added => "comes in",
            RowOutcome::Known => "is here already",
            RowOutcome::Differs => "left out, differs",
            RowOutcome::Nobody => "left out, nobody",
            RowOutcome::Unclear => "left out, unclear",
            RowOutcome::Empty => "left out, empty",
        };
        let minutes = one.minutes.map_or_else(|| "unknown".into(), |minutes| format!("{minutes} min"));
        let name = if one.candidate_name.is_empty() { &one.who } else { &one.candidate_name };
        [
            one.line.to_string(),
            name.clone(),
            one.answers.to_string(),
            minutes,
            outcome.into(),
            one.reason.clone(),
        ]
    };
    let told: Vec<_> = rows.iter().map(row).collect();
    let mut text = table(["line", "who", "answers", "took", "outcome", "why"], &told, "No rows.");
    for problem in problems {
        text += &format!("line {}: {}\n", problem.line, problem.reason);
    }
    text
}
