//! Whose a record is, where an input has several subjects: by the nearest common folder, then by owner and author.

use std::collections::{BTreeSet, HashMap};

use assay_domain::ids::SnapshotId;
use rusqlite::params;
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use super::merge::delete;
use super::run::Run;
use crate::Result;
use crate::store::Noun;

const CHUNK: usize = 1_000;

/// A subject that records can go to.
#[derive(Clone)]
pub(super) struct Target {
    pub account: Uuid,
    pub login: String,
    pub paths: Vec<String>,
    pub snapshot: SnapshotId,
}

/// What a division gave.
#[derive(Default)]
pub(super) struct Divided {
    /// Records that belong to nobody, by entry; they are gone.
    pub orphans: HashMap<String, u32>,
    /// Snapshots that got records.
    pub touched: BTreeSet<SnapshotId>,
}

/// What says whose a record is.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Marks {
    entry: String,
    profile: bool,
    owner: String,
    author: Option<Uuid>,
}

/// Moves the records of a provisional snapshot to the subjects' snapshots and deletes it. `by_author`: in events it counts
/// who acted, before whose repository it is. Reads and writes a page at a time: memory does not grow with the input.
pub(super) fn divide(
    run: &Run<'_>,
    from: SnapshotId,
    targets: &[Target],
    by_author: bool,
) -> Result<Divided> {
    let mut divided = Divided::default();
    let mut after = Uuid::nil();
    loop {
        run.keep_going()?;
        let chunk = choices(run, from, after, targets, by_author)?;
        let Some((last, ..)) = chunk.last() else { break };
        after = *last;
        run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
            for (id, entry, choice) in &chunk {
                match choice.and_then(|place| targets.get(place)) {
                    Some(target) => {
                        tx.prepare_cached("UPDATE evidence SET snapshot_id = ?2 WHERE id = ?1")?
                            .execute(params![id, target.snapshot.0])?;
                        tx.prepare_cached("UPDATE search_row SET snapshot_id = ?2 WHERE subject_id = ?1")?
                            .execute(params![id, target.snapshot.0])?;
                        divided.touched.insert(target.snapshot);
                    }
                    None => {
                        delete(tx, *id)?;
                        *divided.orphans.entry(entry.clone()).or_default() += 1;
                    }
                }
            }
            tx.record(Noun::Import, run.id.0, &[from.0], &json!({"divided": chunk.len()}))
        })?;
    }
    run.store.transact(BATCH, run.viewer, (run.now)(), |tx| {
        tx.execute("DELETE FROM snapshot WHERE id = ?1 AND state = 'receiving'", [from.0])?;
        tx.record(Noun::Import, run.id.0, &[from.0], &json!({"divided": 0}))
    })?;
    Ok(divided)
}

type Choice = (Uuid, String, Option<usize>);

/// The next page of records, by id, each with whose it is.
fn choices(
    run: &Run<'_>,
    from: SnapshotId,
    after: Uuid,
    targets: &[Target],
    by_author: bool,
) -> Result<Vec<Choice>> {
    run.store.look(|conn| {
        // The sign keeps the planner to the key's own order: a page costs what it holds.
        let mut statement = conn.prepare_cached(
            "SELECT id, entry, kind, repo, author_id FROM evidence
             WHERE id > ?2 AND +snapshot_id = ?1 ORDER BY id LIMIT ?3",
        )?;
        // Records are younger than their provisional snapshot, and ids are in the order of time.
        let mut rows = statement.query(params![from.0, after.max(from.0), CHUNK as i64])?;
        let (mut choices, mut known) = (Vec::new(), HashMap::new());
        while let Some(row) = rows.next()? {
            let repo: Option<String> = row.get(3)?;
            let marks = Marks {
                entry: row.get(1)?,
                profile: row.get::<_, String>(2)? == "profile",
                owner: owner(repo.as_deref()).to_lowercase(),
                author: row.get(4)?,
            };
            let entry = marks.entry.clone();
            let choice = *known.entry(marks.clone()).or_insert_with(|| choose(&marks, targets, by_author));
            choices.push((row.get(0)?, entry, choice));
        }
        Ok(choices)
    })
}

/// The login under which a repository stands; empty for a git repository of which no owner is known.
fn owner(repo: Option<&str>) -> &str {
    repo.and_then(|repo| repo.split_once('/')).map_or("", |(owner, _)| owner)
}

fn choose(marks: &Marks, targets: &[Target], by_author: bool) -> Option<usize> {
    if marks.profile {
        return targets.iter().position(|target| Some(target.account) == marks.author);
    }
    if targets.len() == 1 {
        return Some(0);
    }
    let depth =
        |target: &Target| target.paths.iter().map(|path| common(path, &marks.entry)).max().unwrap_or(0);
    let best = targets.iter().map(depth).max()?;
    let near: Vec<usize> = (0..targets.len())
        .filter(|place| targets.get(*place).is_some_and(|target| depth(target) == best))
        .collect();
    if let [only] = near.as_slice() {
        return Some(*only);
    }
    let of = |fits: &dyn Fn(&Target) -> bool| {
        near.iter().copied().find(|place| targets.get(*place).is_some_and(fits))
    };
    let owner = || of(&|target| target.login.to_lowercase() == marks.owner);
    let author = || of(&|target| Some(target.account) == marks.author);
    if by_author { author().or_else(owner) } else { owner().or_else(author) }
}

/// How many folders two paths share from the start.
fn common(one: &str, other: &str) -> usize {
    let folders = |path: &str| -> Vec<String> {
        let mut parts: Vec<String> = path.split(['/', '\\']).map(str::to_string).collect();
        parts.pop();
        parts
    };
    folders(one).iter().zip(folders(other).iter()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(login: &str, path: &str, account: u128) -> Target {
        let account = Uuid::from_u128(account);
        Target { account, login: login.into(), paths: vec![path.into()], snapshot: SnapshotId(account) }
    }

    fn marks(entry: &str, owner: &str, author: Option<u128>) -> Marks {
        Marks {
            entry: entry.into(),
            profile: false,
            owner: owner.into(),
            author: author.map(Uuid::from_u128),
        }
    }

    #[test]
    fn the_name_of_a_repository_without_an_owner_is_nobodys_login() {
        assert_eq!([owner(Some("ada/kettle")), owner(Some("ada")), owner(None)], ["ada", "", ""]);
    }

    #[test]
    fn the_nearest_folder_then_owner_then_author_decides() {
        let targets = [target("ada", "in/ada/user.json", 1), target("Bo", "in/bo/user.json", 2)];
        assert_eq!(choose(&marks("in/bo/repos/x.json", "ada", None), &targets, false), Some(1));
        assert_eq!(choose(&marks("in/more/repos.json", "bo", Some(1)), &targets, false), Some(1));
        assert_eq!(choose(&marks("in/more/commits.json", "cy", Some(1)), &targets, false), Some(0));
        assert_eq!(choose(&marks("in/more/commits.json", "cy", None), &targets, false), None);
        assert_eq!(choose(&marks("elsewhere.json", "cy", None), &targets[..1], false), Some(0));
    }
}
