//! `assay candidate compare`: two snapshots side by side.

use assay_domain::evidence::FactState;
use assay_domain::ids::SnapshotId;
use assay_engine::candidates;
use assay_engine::snapshots::{self, Comparison, RepositoryChange, RepositoryState, SnapshotSummary};
use clap::Args;

use super::show::in_words;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, date, heading, table};
use crate::session::Session;

/// Arguments of `candidate compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// Name, login or id
    candidate: String,
    /// Two of their snapshots; else the oldest and the newest
    #[arg(num_args = 0..=2)]
    snapshots: Vec<SnapshotId>,
    /// Also what is the same in both
    #[arg(long)]
    all: bool,
}

/// Compares them.
pub fn run(session: &Session, args: &Compare) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::candidate(session, &args.candidate)?;
    let theirs = candidates::show(store, viewer, session.now(), id)?.snapshots;
    let ids: Vec<SnapshotId> = theirs.iter().map(|one| one.id).collect();
    let (one, other) = match (args.snapshots.as_slice(), ids.as_slice()) {
        ([one, other], _) => (*one, *other),
        ([one], [newest, ..]) => (*one, *newest),
        ([], [newest, .., oldest]) => (*oldest, *newest),
        _ => {
            return Err(Failure::refused(
                format!("{} has {} snapshots; two are needed", args.candidate, ids.len()),
                "Import a later capture of the account.",
            ));
        }
    };
    let found = snapshots::compare(store, viewer, one, other)?;
    let text = shown(&found, args.all);
    Ok(Answer::of("comparison", &found, text))
}

fn shown(found: &Comparison, all: bool) -> String {
    let mut text = format!("Then: {}\nNow:  {}\n", head(&found.then), head(&found.now));
    if !found.same_account {
        text += "These are not of one account: differences are those between the two.\n";
    }
    text += &heading("Profile");
    let rows: Vec<_> = found
        .profile
        .iter()
        .filter(|one| all || one.changed)
        .map(|one| row(&one.title, (one.state_then, &one.then), (one.state_now, &one.now)))
        .collect();
    text += &table(["field", "then", "now"], &rows, "No changes that both tell of.");
    text += &heading("Facts");
    let rows: Vec<_> = found
        .facts
        .iter()
        .filter(|one| all || one.changed)
        .map(|one| row(&one.title, (one.state_then, &one.then), (one.state_now, &one.now)))
        .collect();
    text += &table(["fact", "then", "now"], &rows, "No changes that both tell of.");
    text += &heading("Repositories");
    let rows: Vec<_> = found.repositories.iter().map(repository).collect();
    text += &table(["repository", "how", "what"], &rows, "No changes.");
    text += &format!("{} are the same in both.\n", found.repositories_same);
    text
}

fn head(one: &SnapshotSummary) -> String {
    let taken = one.taken_at.map_or_else(|| "date unknown".into(), date);
    format!("{}, newest date in it {taken}, imported {} ({})", one.name, date(one.imported_at), one.id)
}

fn row(title: &str, then: (FactState, &str), now: (FactState, &str)) -> [String; 3] {
    [title.to_owned(), in_words(then.0, then.1), in_words(now.0, now.1)]
}

fn repository(one: &RepositoryChange) -> [String; 3] {
    let how = match one.state {
        RepositoryState::Come => "only in the later",
        RepositoryState::NotInLater => "not in the later",
        RepositoryState::Changed => "changed",
    };
    let what: Vec<String> = one
        .fields
        .iter()
        .map(|one| {
            format!(
                "{}: {} → {}",
                one.title,
                in_words(one.state_then, &one.then),
                in_words(one.state_now, &one.now)
            )
        })
        .collect();
    [one.repo.clone(), how.to_owned(), what.join("; ")]
}
