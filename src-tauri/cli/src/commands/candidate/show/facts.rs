//! The facts of a candidate, over their snapshots.

use std::collections::BTreeSet;

use assay_domain::evidence::FactState;
use assay_engine::snapshots::{Fact, SnapshotDetail};
use serde_json::Value;

use super::in_words;
use crate::output::table;

/// A fact with the snapshot that tells it.
pub type Told<'a> = (&'a SnapshotDetail, &'a Fact);

/// Of each fact the newest snapshot's that knows it; absent only where none does. Snapshots come newest first.
pub fn newest(snapshots: &[SnapshotDetail]) -> Vec<Told<'_>> {
    let all = || snapshots.iter().flat_map(|one| one.facts.iter().map(move |fact| (one, fact)));
    let mut told = BTreeSet::new();
    let names: Vec<&str> =
        all().map(|(_, fact)| fact.fact.as_str()).filter(|name| told.insert(*name)).collect();
    let best = |name: &&str| {
        let of_name = || all().filter(|(_, fact)| fact.fact == **name);
        of_name().find(|(_, fact)| fact.state != FactState::Absent).or_else(|| of_name().next())
    };
    names.iter().filter_map(best).collect()
}

/// A fact as JSON, with where it is from.
pub fn json((snapshot, fact): &Told<'_>) -> Value {
    let mut value = serde_json::json!(fact);
    value["snapshot_id"] = serde_json::json!(snapshot.summary.id);
    value["account"] = serde_json::json!(snapshot.summary.name);
    value["taken_at"] = serde_json::json!(snapshot.summary.taken_at);
    value
}

/// Facts as text.
pub fn shown(facts: &[Told<'_>]) -> String {
    let row = |(_, fact): &Told<'_>| {
        [fact.title.clone(), in_words(fact.state, &fact.value), fact.not_meaning.clone()]
    };
    let rows: Vec<_> = facts.iter().map(row).collect();
    table(["fact", "value", "does not mean"], &rows, "None.")
}
