//! `assay snapshot`: snapshots that no candidate has, and whose they are.

use assay_domain::ids::SnapshotId;
use assay_engine::snapshots::{self, SnapshotSummary};
use clap::Subcommand;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, table};
use crate::session::Session;

/// Commands on snapshots.
#[derive(Debug, Subcommand)]
pub enum Snapshot {
    /// Snapshots that no candidate has
    Unlinked,
    /// Say whose a snapshot without an account is (a git clone, a bundle)
    Link {
        /// Its id
        snapshot: SnapshotId,
        /// Name, login or id
        candidate: String,
    },
    /// Take a snapshot without an account from its candidate
    Unlink {
        /// Its id
        snapshot: SnapshotId,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Snapshot) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Snapshot::Unlinked => {
            let found = snapshots::unlinked(store, viewer)?;
            Ok(Answer::of("snapshots", &found, shown(&found)))
        }
        Snapshot::Link { snapshot, candidate } => {
            let candidate = names::candidate(session, &candidate)?;
            let done = snapshots::link(store, viewer, now, snapshot, candidate)?;
            let text = format!("The snapshot is {}'s.", done.value.name);
            Ok(Answer::done("candidate", &done, text))
        }
        Snapshot::Unlink { snapshot } => {
            let done = snapshots::unlink(store, viewer, now, snapshot)?;
            let text = format!("{} is nobody's.", done.value.name);
            Ok(Answer::done("snapshot", &done, text))
        }
    }
}

fn shown(snapshots: &[SnapshotSummary]) -> String {
    let row = |one: &SnapshotSummary| {
        let kind = if one.account.is_some() { "account" } else { "no account" };
        [
            one.name.clone(),
            kind.to_owned(),
            one.taken_at.map_or_else(|| "date unknown".into(), date),
            date(one.imported_at),
            one.origin.clone(),
            one.id.to_string(),
        ]
    };
    let rows: Vec<_> = snapshots.iter().map(row).collect();
    table(["name", "of", "newest date in it", "imported", "from", "id"], &rows, "None.")
}
