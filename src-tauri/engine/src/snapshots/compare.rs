//! Two captures side by side: what the profile, the facts and the repositories said then, and what they say now.
//!
//! Nothing is judged: what one capture does not hold is "not in this snapshot", never gone from the world (law 1).

use std::collections::BTreeMap;

use assay_domain::evidence::FactState;
use assay_domain::ids::SnapshotId;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;

use super::detail::fields;
use super::show::{Fact, ProfileField, SnapshotDetail, show};
use super::summary::SnapshotSummary;
use crate::store::column;
use crate::{Result, Store, Viewer};

/// Two snapshots, the earlier one first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Comparison {
    /// The earlier one, by the newest date in its data.
    pub then: SnapshotSummary,
    /// The later one.
    pub now: SnapshotSummary,
    /// Whether both are of one account. If not, differences are those between people or accounts.
    pub same_account: bool,
    /// Every field of the profile, with what it said then and now.
    pub profile: Vec<FieldChange>,
    /// Every fact, with what it said then and now.
    pub facts: Vec<FactChange>,
    /// Repositories that are not the same in both, by name.
    pub repositories: Vec<RepositoryChange>,
    /// How many repositories are the same in both.
    pub repositories_same: u32,
}

/// A field then and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FieldChange {
    /// Its name in JSON.
    pub field: String,
    /// Its name for people.
    pub title: String,
    /// State then.
    pub state_then: FactState,
    /// Value then; empty unless known.
    pub then: String,
    /// State now.
    pub state_now: FactState,
    /// Value now; empty unless known.
    pub now: String,
    /// Whether both tell of it, and not the same. What one does not tell of has not changed.
    pub changed: bool,
}

/// A fact then and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FactChange {
    /// Its id.
    pub fact: String,
    /// Its name for people.
    pub title: String,
    /// State then.
    pub state_then: FactState,
    /// Value then, for people; empty where absent.
    pub then: String,
    /// State now.
    pub state_now: FactState,
    /// Value now, for people; empty where absent.
    pub now: String,
    /// Whether both tell of it, and not the same.
    pub changed: bool,
    /// Whether the two were computed by different versions of the definition: then they cannot be compared.
    pub other_definition: bool,
}

/// How a repository stands in the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RepositoryState {
    /// Only in the later one.
    Come,
    /// Only in the earlier one. It may be deleted, private, renamed, or only not captured.
    NotInLater,
    /// In both, and not the same.
    Changed,
}

/// A repository that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RepositoryChange {
    /// `owner/name`.
    pub repo: String,
    /// How it stands.
    pub state: RepositoryState,
    /// Fields that both tell of, and not the same; empty unless changed.
    pub fields: Vec<FieldChange>,
}

/// Compares two snapshots. Which is the earlier one is seen by the dates in their data, else by when they came in.
///
/// Errors: [`crate::EngineError::NotFound`].
pub fn compare(store: &Store, viewer: Viewer, one: SnapshotId, other: SnapshotId) -> Result<Comparison> {
    let (mut then, mut now) = (show(store, viewer, one)?, show(store, viewer, other)?);
    let when = |one: &SnapshotDetail| {
        (one.summary.taken_at.unwrap_or(one.summary.imported_at), one.summary.imported_at)
    };
    if when(&now) < when(&then) {
        std::mem::swap(&mut then, &mut now);
    }
    let (before, after) = store.read(viewer, |conn| {
        Ok((repositories(conn, then.summary.id)?, repositories(conn, now.summary.id)?))
    })?;
    let (repositories, repositories_same) = repository_changes(&before, &after);
    let account = |one: &SnapshotDetail| {
        one.summary.account.as_ref().map(|account| account.joined_to.unwrap_or(account.id))
    };
    Ok(Comparison {
        same_account: account(&then).is_some() && account(&then) == account(&now),
        profile: field_changes(&then.profile, &now.profile),
        facts: fact_changes(&then.facts, &now.facts),
        repositories,
        repositories_same,
        then: then.summary,
        now: now.summary,
    })
}

/// Whether both sides tell of something, and not the same.
fn differs(state_then: FactState, then: &str, state_now: FactState, now: &str) -> bool {
    let told = state_then != FactState::Absent && state_now != FactState::Absent;
    told && (state_then, then) != (state_now, now)
}

fn field_changes(then: &[ProfileField], now: &[ProfileField]) -> Vec<FieldChange> {
    let absent =
        |like: &ProfileField| ProfileField { state: FactState::Absent, value: String::new(), ..like.clone() };
    let of = |all: &[ProfileField], like: &ProfileField| {
        all.iter().find(|one| one.field == like.field).cloned().unwrap_or_else(|| absent(like))
    };
    let only_then = then.iter().filter(|one| now.iter().all(|other| other.field != one.field));
    now.iter()
        .chain(only_then)
        .map(|like| {
            let (before, after) = (of(then, like), of(now, like));
            FieldChange {
                field: like.field.clone(),
                title: like.title.clone(),
                changed: differs(before.state, &before.value, after.state, &after.value),
                state_then: before.state,
                then: before.value,
                state_now: after.state,
                now: after.value,
            }
        })
        .collect()
}

fn fact_changes(then: &[Fact], now: &[Fact]) -> Vec<FactChange> {
    let only_then = then.iter().filter(|one| now.iter().all(|other| other.fact != one.fact));
    now.iter()
        .chain(only_then)
        .map(|like| {
            let of = |all: &[Fact]| {
                all.iter()
                    .find(|one| one.fact == like.fact)
                    .map_or((FactState::Absent, String::new(), like.version), |one| {
                        (one.state, one.value.clone(), one.version)
                    })
            };
            let (before, after) = (of(then), of(now));
            let other_definition = before.2 != after.2;
            FactChange {
                fact: like.fact.clone(),
                title: like.title.clone(),
                changed: !other_definition && differs(before.0, &before.1, after.0, &after.1),
                state_then: before.0,
                then: before.1,
                state_now: after.0,
                now: after.1,
                other_definition,
            }
        })
        .collect()
}

/// The repositories of a snapshot by name in lower case, each with its name and fields.
type Repositories = BTreeMap<String, (String, Vec<ProfileField>)>;

fn repositories(conn: &Connection, snapshot: SnapshotId) -> Result<Repositories> {
    let mut statement = conn.prepare_cached(
        "SELECT repo, record FROM evidence WHERE snapshot_id = ?1 AND kind = 'repository' AND repo IS NOT NULL",
    )?;
    let mut rows = statement.query([snapshot.0])?;
    let mut found = Repositories::new();
    while let Some(row) = rows.next()? {
        let repo: String = row.get(0)?;
        let record: Value = column::json(row, 1)?;
        found.insert(repo.to_lowercase(), (repo, fields(&record, false)));
    }
    Ok(found)
}

fn repository_changes(then: &Repositories, now: &Repositories) -> (Vec<RepositoryChange>, u32) {
    let (mut changes, mut same) = (Vec::new(), 0);
    let mut add =
        |repo: &str, state, fields| changes.push(RepositoryChange { repo: repo.into(), state, fields });
    for (key, (repo, after)) in now {
        match then.get(key) {
            None => add(repo, RepositoryState::Come, Vec::new()),
            Some((_, before)) => {
                let fields: Vec<FieldChange> =
                    field_changes(before, after).into_iter().filter(|one| one.changed).collect();
                if fields.is_empty() {
                    same += 1;
                } else {
                    add(repo, RepositoryState::Changed, fields);
                }
            }
        }
    }
    for (repo, _) in then.iter().filter(|(key, _)| !now.contains_key(*key)).map(|(_, value)| value) {
        add(repo, RepositoryState::NotInLater, Vec::new());
    }
    changes.sort_by_key(|one| one.repo.to_lowercase());
    (changes, same)
}
