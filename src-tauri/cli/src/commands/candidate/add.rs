//! `assay candidate new` and `add-list`.

use std::io;
use std::path::PathBuf;

use assay_domain::candidate::{Basis, CandidateInput, SourceKind};
use assay_domain::decode::Decoded;
use assay_domain::ids::CandidateId;
use assay_domain::words::counted;
use assay_engine::accounts;
use assay_engine::candidates::{self, ListPreview, ListReport, Meant};
use clap::Args;

use super::super::provenance::ProvenanceArgs;
use super::dry_run;
use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `candidate new`.
#[derive(Debug, Args)]
pub struct New {
    /// The name
    #[arg(required_unless_present = "account")]
    name: Option<String>,
    /// From this account that no candidate has, as its newest profile says: login, numeric id or id
    #[arg(long, conflicts_with_all = ["name", "email", "location", "headline", "notes"])]
    account: Option<String>,
    /// E-mail address
    #[arg(long, default_value = "")]
    email: String,
    /// Where they live
    #[arg(long, default_value = "")]
    location: String,
    /// One line about them
    #[arg(long, default_value = "")]
    headline: String,
    /// Anything else
    #[arg(long, default_value = "")]
    notes: String,
    #[command(flatten)]
    provenance: ProvenanceArgs,
}

/// Arguments of `candidate add-list`.
#[derive(Debug, Args)]
pub struct AddList {
    /// A file of lines or CSV; - is standard input
    file: PathBuf,
    /// With an application for this role, also for who is here already and has none for it: title or id
    #[arg(long)]
    role: Option<String>,
    /// Add nobody: say of every line what would become of it
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    provenance: ProvenanceArgs,
}

/// Adds one. Source and basis are "other" unless said.
pub fn new(session: &Session, args: New) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let done = match args.account {
        Some(login) => {
            let account = names::account(session, &login, &[])?;
            accounts::make_candidate(store, viewer, now, account.id)?
        }
        None => {
            let input = CandidateInput {
                name: args.name.unwrap_or_default(),
                email: args.email,
                location: args.location,
                headline: args.headline,
                notes: args.notes,
                provenance: args.provenance.or(SourceKind::Other, Basis::Other),
            };
            candidates::create(store, viewer, now, input)?
        }
    };
    let text = format!("Added {} ({}).\n", done.value.name, done.value.id);
    let namesakes = candidates::namesakes_of(store, viewer, done.value.id)?;
    let text = text + &told(&done.value.name, &namesakes);
    let ids: Vec<CandidateId> = namesakes.iter().map(|one| one.id).collect();
    Ok(Answer::done("candidate", &done, text).with("namesakes", &ids))
}

fn told(name: &str, namesakes: &[Meant]) -> String {
    if namesakes.is_empty() {
        return String::new();
    }
    let line = |one: &Meant| format!("    {} {}", one.id, one.logins.join(" "));
    let ids: String = namesakes.iter().map(|one| format!("{}\n", line(one).trim_end())).collect();
    format!(
        "Note: somebody called {name} is here already:\n{ids}  Name either by the id or a login from now on. If it is the same \
         person, erase the one that is too many.\n"
    )
}

/// What became of applications of those who were here: `: 2 applications added, 1 has one for the role already`.
fn joined(report: &ListReport) -> String {
    let has = if report.had_one == 1 { "has" } else { "have" };
    let are = if report.not_to_contact == 1 { "is" } else { "are" };
    let told = [
        (
            report.applied,
            format!("{} added", counted(report.applied as usize, "application", "applications")),
        ),
        (report.had_one, format!("{} {has} one for the role already", report.had_one)),
        (report.not_to_contact, format!("{} {are} not to be contacted and got none", report.not_to_contact)),
    ];
    let told: Vec<String> = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    if told.is_empty() { String::new() } else { format!(": {}", told.join(", ")) }
}

/// Adds everybody on the list who is not here yet; for a role also those who are here and have no application for it.
pub fn list(session: &Session, args: AddList) -> Result<Answer> {
    let Decoded { text: content, remark } = if args.file.as_os_str() == "-" {
        candidates::list_text_from(io::stdin().lock(), &args.file)?
    } else {
        candidates::list_text(&args.file)?
    };
    let role = args.role.as_deref().map(|name| names::role(session, name)).transpose()?.map(|role| role.id);
    let provenance = args.provenance.or(SourceKind::Other, Basis::Other);
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    if args.dry_run {
        candidates::ensure_days(&provenance, None, now)?;
        let preview = candidates::preview_list(store, viewer, &content, role)?;
        return dry_run::shown(&ListPreview { encoding: remark.into(), ..preview });
    }
    let done = candidates::add_list(store, viewer, now, &content, &provenance, role)?;
    let done = done.map(|report| ListReport { encoding: remark.into(), ..report });
    let report = &done.value;
    let were = if report.skipped == 1 { "was" } else { "were" };
    let joined = role.map_or_else(String::new, |_| joined(report));
    let mut text = format!("{} added, {} {were} here already{joined}.\n", report.added, report.skipped);
    for problem in &report.problems {
        text += &format!("line {}: {} ({})\n", problem.line, problem.reason, problem.text);
    }
    for remark in &report.remarks {
        text += &format!("line {}: {} was added; {}\n", remark.line, remark.text, remark.reason);
    }
    text += &dry_run::ignored(&report.ignored);
    text += &dry_run::about(report.left_out, &report.encoding);
    if report.added + report.applied > 0 {
        text += "`assay undo` takes the addition back as long as nothing else refers to what came in.\n";
    }
    let refused = !report.problems.is_empty();
    Ok(Answer::done("list", &done, text).refused_if(refused))
}
