//! What a record tells of others than its candidate. It was written for whoever decided; to whoever holds an open interview
//! with somebody else of the role, it shows nothing that comes from ratings closed to them (law 4).

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use assay_domain::blind::{Identity, naming};
use assay_domain::decision::{ConsideredOption, DecisionRecord};
use assay_domain::erasure::Redaction;
use assay_domain::ids::RoleId;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::Decision;
use super::ground::{APART, FIGURES, INSTEAD};
use crate::measures::{CLOSED, LeftOut, count};
use crate::{Result, Viewer, blind, independence};

const NAMES: &str = "(left out: it names somebody whose ratings are closed to you)";
const TIES: &str = "Who was not told apart, and how sure the score was, is left out.";

/// A decision as it is stored, with what the record is held against.
pub(super) struct Stored {
    pub role: RoleId,
    /// The name of its candidate.
    pub candidate: String,
    pub decision: Decision,
}

/// The decisions without what they tell of applications that are closed to the viewer. What is left is the same whatever was
/// rated there: all who were not told apart are left out, since that only one of them is missing would tell of that one.
pub(super) fn leave_out(conn: &Connection, viewer: Viewer, stored: Vec<Stored>) -> Result<Vec<Decision>> {
    let mut closed: HashMap<RoleId, Vec<Identity>> = HashMap::new();
    let mut decisions = Vec::with_capacity(stored.len());
    for one in stored {
        let people = match closed.entry(one.role) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(closed_of(conn, viewer, one.role)?),
        };
        decisions.push(match people.as_slice() {
            _ if one.decision.closed => one.decision,
            [] => one.decision,
            people => without(one, people),
        });
    }
    Ok(decisions)
}

/// The candidates of the role whose applications are closed to the viewer.
fn closed_of(conn: &Connection, viewer: Viewer, role: RoleId) -> Result<Vec<Identity>> {
    let sql = format!(
        "SELECT DISTINCT a.candidate_id FROM application AS a WHERE a.role_id = :role AND {}",
        independence::closed_sql("a.id")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let bound = named_params! {":viewer": viewer.0.0, ":role": role.0};
    let ids: Vec<Uuid> = statement.query_map(bound, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if ids.is_empty() { Ok(Vec::new()) } else { blind::identities_of(conn, ids) }
}

fn without(stored: Stored, people: &[Identity]) -> Decision {
    let Stored { candidate, decision, .. } = stored;
    let names = naming(NAMES, people, &[candidate]);
    let text = |text: &str| lines(&names, text);
    let option =
        |one: &ConsideredOption| ConsideredOption { option: text(&one.option), because: text(&one.because) };
    let old = &decision.record;
    let record = DecisionRecord {
        context: context(&names, &old.context, people.len()),
        options: old.options.iter().filter(|one| !one.option.ends_with(INSTEAD)).map(option).collect(),
        three_months: text(&old.three_months),
        six_months: text(&old.six_months),
        unknown: text(&old.unknown),
        missing: old.missing.clone(),
    };
    Decision { reason: text(&decision.reason), record, ..decision }
}

/// The text without the lines that name anybody.
fn lines(names: &Redaction, text: &str) -> String {
    let kept = text.split('\n').map(|line| if names.text(line).is_some() { NAMES } else { line });
    kept.collect::<Vec<_>>().join("\n")
}

/// A context without who was not told apart, and without the interval, which rests on the ratings of all.
fn context(names: &Redaction, text: &str, closed: usize) -> String {
    if text.is_empty() {
        return String::new();
    }
    let kept = text
        .split('\n')
        // What was closed to whoever decided is nothing about the reader.
        .filter(|line| !line.starts_with(APART) && !line.contains(CLOSED))
        .map(|line| if line.starts_with(FIGURES) { without_interval(line) } else { lines(names, line) });
    let told = LeftOut::of(count(closed)).sentence;
    let kept: Vec<String> = kept.collect();
    [kept.join("\n"), format!("{TIES} {told}")].join("\n").trim_start().to_owned()
}

fn without_interval(line: &str) -> String {
    let whole = || line.to_owned();
    let Some((before, rest)) = line.split_once(" (95%: ") else { return whole() };
    rest.split_once(')').map_or_else(whole, |(_, after)| format!("{before}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_lose_their_interval_and_a_list_of_those_not_told_apart_goes_whole() {
        let person = Identity { names: vec!["Ilse Fixture".into()], ..Identity::default() };
        let names = naming(NAMES, [&person], &["Ravi Fixture".into()]);
        let text = "Plan version 2. Score 3.8 (95%: 3.1 to 4.4); 60% of the plan's weight assessed.\nNot told apart from \
                    Ilse Fixture, Tomas Sample.\n2 candidates are closed to you while you hold open interviews there, and left \
                    out.\nRavi Fixture writes better than Ilse.\nRavi Fixture writes well.";
        let told = format!(
            "Plan version 2. Score 3.8; 60% of the plan's weight assessed.\n{NAMES}\nRavi Fixture writes well.\n{TIES} {}",
            LeftOut::of(1).sentence
        );
        assert_eq!(context(&names, text, 1), told);
        assert_eq!(context(&names, "", 1), "", "nothing was written");
    }
}
