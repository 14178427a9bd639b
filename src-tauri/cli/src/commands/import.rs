//! `assay import`: GitHub data from files, folders and archives.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use assay_domain::candidate::{Basis, SourceKind};
use assay_domain::ids::ImportId;
use assay_domain::import::{AccountKind, EntryReport, Outcome};
use assay_domain::terms;
use assay_domain::words::counted_many;
use assay_engine::imports::{self, ImportFile, ImportReport, ImportStart, Input, Progress, Run};
use assay_engine::snapshots::SnapshotSummary;
use assay_github::{Chosen, Limits, Options};
use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::provenance::ProvenanceArgs;
use crate::failure::Result;
use crate::output::{self, Answer, heading, list_or, or, table};
use crate::session::Session;
use crate::{names, session};

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Files, folders and archives
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Where it comes from; github and public-profile unless said otherwise
    #[command(flatten)]
    provenance: ProvenanceArgs,
    /// Whose data it is: name, login or id; for an input about one account, or one that names none (a git clone, a bundle)
    #[arg(long)]
    candidate: Option<String>,
    /// Whose events to read of an archive of everybody's (GH Archive): a login, or id:NUMBER. Several times for several
    #[arg(long = "account", value_name = "LOGIN")]
    accounts: Vec<Chosen>,
    /// Adjusts a limit of reading, as in total-bytes=8GiB. `assay shapes` lists the limits
    #[arg(long = "limit", value_name = "NAME=VALUE", value_parser = limit)]
    limits: Vec<String>,
    /// Make candidates of all people whose profiles stand in one input; else you choose afterwards
    #[arg(long, conflicts_with = "candidate")]
    every_subject: bool,
}

/// A setting of a limit, checked.
fn limit(setting: &str) -> std::result::Result<String, assay_github::BadLimit> {
    Limits::default().set(setting).map(|()| setting.to_owned())
}

/// The usual limits with those set on the command line.
fn limits(settings: &[String]) -> Limits {
    let mut limits = Limits::default();
    for setting in settings {
        // The parser of the command line has checked it.
        let _ = limits.set(setting);
    }
    limits
}

/// Runs it to its end. The same input twice changes nothing.
pub fn run(session: &Session, args: Import) -> Result<Answer> {
    let candidate = args.candidate.as_deref().map(|name| names::candidate(session, name)).transpose()?;
    let start = ImportStart {
        paths: args.paths.iter().map(|path| path.display().to_string()).collect(),
        provenance: args.provenance.or(SourceKind::Github, Basis::PublicProfile),
        candidate_id: candidate,
        every_subject: args.every_subject,
    };
    let options = Options::new(limits(&args.limits), args.accounts);
    let inputs = args.paths.iter().map(|path| open(path, &options)).collect();
    let run = Run {
        store: &session.store,
        viewer: session.viewer,
        id: ImportId(Uuid::now_v7()),
        now: &session::now,
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    let report = imports::run(&run, inputs, &mut |progress| output::progress(&under_way(progress)))?;
    output::progress("");
    let refused = report.totals.refused > 0;
    let files: Vec<Value> = report.files.iter().map(file).collect();
    Ok(Answer::of("files", &files, shown(&report))
        .with("totals", &report.totals)
        .with("candidates", &report.candidates)
        .with("snapshots_unlinked", &report.snapshots_unlinked)
        .with("notes", &report.notes)
        .refused_if(refused))
}

fn under_way(progress: &Progress) -> String {
    format!("{} records, {} files: {}", progress.records, progress.totals.files, progress.current)
}

/// Opens a path; one that cannot be opened is a line of the report, and the others still come in (law 11).
fn open(path: &Path, options: &Options) -> Input {
    match assay_github::open(path, options) {
        Ok(source) => Input::Source(source),
        Err(error) => Input::Refused(EntryReport::refused(path.display().to_string(), error.to_string())),
    }
}

fn file(one: &ImportFile) -> Value {
    let accounts: Vec<Value> = one
        .accounts
        .iter()
        .map(|account| {
            let id = account.id.as_deref().and_then(|id| id.parse::<u64>().ok());
            json!({"login": account.login, "id": id})
        })
        .collect();
    json!({
        "path": one.path, "outcome": one.outcome, "shape": one.shape, "reason": one.reason, "accounts": accounts,
    })
}

fn shown(report: &ImportReport) -> String {
    let row = |one: &ImportFile| {
        let outcome = match one.outcome {
            Outcome::Imported => "imported",
            Outcome::Skipped => "skipped",
            Outcome::Refused => "REFUSED",
        };
        let about = list_or(one.accounts.iter().map(|account| account.login.as_str()), "");
        let shape = or(one.shape.as_deref().unwrap_or_default(), "unknown");
        let reason = one.reason.clone().unwrap_or_default();
        [outcome.to_owned(), one.path.clone(), shape, about, reason]
    };
    let rows: Vec<_> = report.files.iter().map(row).collect();
    let mut text = table(["outcome", "path", "shape", "about", "reason"], &rows, "No files.");
    let totals = &report.totals;
    text += &heading(&format!(
        "{}: {} imported, {} skipped, {} refused. {}, {}, {}.",
        counted_many(totals.files, "files"),
        totals.imported,
        totals.skipped,
        totals.refused,
        counted_many(totals.records, "records"),
        counted_many(totals.snapshots, "snapshots"),
        counted_many(totals.candidates, "new candidates")
    ));
    for candidate in &report.candidates {
        text += &format!("New: {} ({})\n", candidate.name, candidate.id);
    }
    for snapshot in &report.snapshots_unlinked {
        text += &remedy(snapshot);
    }
    for note in &report.notes {
        text += &format!("Note: {note}.\n");
    }
    if report.totals.snapshots > 0 {
        text += &format!("{}: `assay terms`.\n", terms::GITHUB.title);
    }
    text
}

/// What to do with a snapshot that no candidate has.
fn remedy(snapshot: &SnapshotSummary) -> String {
    if let Some((account, what)) = snapshot.account.as_ref().and_then(|one| Some((one, nobody(one.kind)?))) {
        return format!("{} is {what}: kept to be read, and never a candidate.\n", account.login);
    }
    match &snapshot.account {
        Some(account) => format!(
            "{0} belongs to no candidate yet: `assay candidate link CANDIDATE {0}`, or `assay candidate new --account {0}`\n",
            account.login
        ),
        None => format!(
            "{} belongs to no candidate yet: `assay snapshot link {} CANDIDATE`\n",
            snapshot.name, snapshot.id
        ),
    }
}

/// What an account is that is no person's.
fn nobody(kind: AccountKind) -> Option<&'static str> {
    match kind {
        AccountKind::Organization => Some("an organisation"),
        AccountKind::Bot => Some("a bot"),
        AccountKind::Mannequin => Some("a placeholder for somebody without an account"),
        AccountKind::User | AccountKind::Unknown => None,
    }
}
