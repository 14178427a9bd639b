//! What is hidden from one viewer at one state of the workspace.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use assay_domain::blind::{handle, hiding};
use assay_domain::erasure::{Redaction, is_machine};
use assay_domain::ids::{CandidateId, SnapshotId};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;
use uuid::Uuid;

use super::{label, who, words};
use crate::erasure::MACHINE;
use crate::{EngineError, Result, Viewer};

/// What is hidden from one viewer.
#[derive(Default)]
pub(crate) struct Veil {
    /// The label of each candidate hidden.
    candidates: HashMap<Uuid, String>,
    /// What stands in the place of the login of each account of theirs.
    accounts: HashMap<Uuid, String>,
    /// Their snapshots.
    snapshots: HashSet<Uuid>,
    words: Redaction,
}

impl Veil {
    /// The veil of a viewer.
    pub fn of(conn: &Connection, viewer: Viewer) -> Result<Self> {
        let blinded = who::blinded(conn, viewer)?;
        if blinded.is_empty() {
            return Ok(Veil::default());
        }
        let labels = label::all(conn)?;
        let label = |candidate: &Uuid| {
            labels
                .get(candidate)
                .cloned()
                .ok_or_else(|| EngineError::Defect("a blind candidate has no label".into()))
        };
        let candidates: HashMap<Uuid, String> =
            blinded.iter().map(|id| Ok((*id, label(id)?))).collect::<Result<_>>()?;
        let identities = words::of_all(conn, blinded.iter().copied())?;
        Ok(Veil {
            accounts: owned(conn, ACCOUNTS, &blinded)?
                .into_iter()
                .filter_map(|(account, owner)| Some((account, handle(candidates.get(&owner)?))))
                .collect(),
            snapshots: owned(conn, SNAPSHOTS, &blinded)?.into_iter().map(|(snapshot, _)| snapshot).collect(),
            words: hiding(&identities),
            candidates,
        })
    }

    /// One that hides nobody in particular behind a label, and these words in every text.
    #[cfg(test)]
    pub fn hiding_words(words: Redaction) -> Self {
        Veil { candidates: HashMap::from([(Uuid::nil(), "Candidate K7M".into())]), words, ..Veil::default() }
    }

    /// Whether it hides nobody.
    pub fn is_empty(&self) -> bool {
        self.candidates.is_empty()
    }

    /// The label of a candidate, where they are hidden.
    pub fn candidate(&self, id: Uuid) -> Option<&str> {
        self.candidates.get(&id).map(String::as_str)
    }

    /// What stands in the place of an account's login, where it is hidden.
    pub fn account(&self, id: Uuid) -> Option<&str> {
        self.accounts.get(&id).map(String::as_str)
    }

    /// Whether a snapshot is hidden.
    pub fn hides_snapshot(&self, id: Uuid) -> bool {
        self.snapshots.contains(&id)
    }

    /// The text without anybody hidden; `None` where it names none.
    pub fn text(&self, text: &str) -> Option<String> {
        if self.is_empty() { None } else { self.words.text(text) }
    }

    /// The strings of a JSON text without anybody hidden, its keys and the program's own words as they are; `None` where they name none. What is no JSON
    /// is taken for text.
    pub fn json(&self, text: &str) -> Option<String> {
        // Most texts name nobody, also as they stand; that is cheaper to see.
        self.text(text)?;
        match serde_json::from_str::<Value>(text) {
            Ok(value) => self.value(value).map(|value| value.to_string()),
            Err(_) => self.text(text),
        }
    }

    fn value(&self, mut value: Value) -> Option<Value> {
        self.veil_value(&mut value).then_some(value)
    }

    fn veil_value(&self, value: &mut Value) -> bool {
        match value {
            Value::String(text) => match self.text(text) {
                Some(hidden) => {
                    *text = hidden;
                    true
                }
                None => false,
            },
            Value::Array(items) => self.veil_all(items.iter_mut()),
            Value::Object(fields) => {
                let words = fields.iter_mut().filter(|(field, value)| !is_machine(field, value, MACHINE));
                self.veil_all(words.map(|(_, value)| value))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }

    fn veil_all<'a>(&self, items: impl Iterator<Item = &'a mut Value>) -> bool {
        let mut changed = false;
        for item in items {
            changed |= self.veil_value(item);
        }
        changed
    }

    /// An error without anybody hidden. What is not found among the records of a hidden candidate is said to be closed, not
    /// to be missing.
    pub fn error(&self, conn: &Connection, error: EngineError) -> EngineError {
        let hidden = matches!(&error, EngineError::NotFound { id, .. } if self.hides_record(conn, id));
        if hidden { closed_portfolio() } else { self.error_text(error) }
    }

    /// The texts of an error without anybody hidden.
    pub fn error_text(&self, error: EngineError) -> EngineError {
        let veiled = |text: String| self.text(&text).unwrap_or(text);
        match error {
            EngineError::Invalid { what, hint } => {
                EngineError::Invalid { what: veiled(what), hint: veiled(hint) }
            }
            EngineError::Conflict { what, hint } => {
                EngineError::Conflict { what: veiled(what), hint: veiled(hint) }
            }
            EngineError::Asks { what, hint, asks } => {
                EngineError::Asks { what: veiled(what), hint: veiled(hint), asks }
            }
            EngineError::NotFound { noun, id } => EngineError::NotFound { noun, id: veiled(id) },
            EngineError::Damaged(what) => EngineError::Damaged(veiled(what)),
            other => other,
        }
    }

    fn hides_record(&self, conn: &Connection, id: &str) -> bool {
        let Ok(id) = id.parse::<Uuid>() else { return false };
        let snapshot = conn
            .query_row("SELECT snapshot_id FROM main.evidence WHERE id = ?1", [id], |row| row.get(0))
            .unwrap_or(id);
        self.hides_snapshot(snapshot)
    }
}

/// Refuses the records of a candidate to whom the viewer is blind.
pub(crate) fn ensure_portfolio(conn: &Connection, viewer: Viewer, candidate: CandidateId) -> Result<()> {
    if who::is_blinded(conn, viewer, candidate.0)? { Err(closed_portfolio()) } else { Ok(()) }
}

/// Refuses a snapshot that is hidden behind the views of this connection.
pub(crate) fn ensure_snapshot(conn: &Connection, id: SnapshotId) -> Result<()> {
    let hidden = conn.prepare_cached("SELECT blind_snapshot(?1)")?.query_row([id.0], |row| row.get(0))?;
    if hidden { Err(closed_portfolio()) } else { Ok(()) }
}

/// What a blind viewer is told who asks for a portfolio.
pub(super) fn closed_portfolio() -> EngineError {
    EngineError::conflict(
        "a portfolio cannot be blinded, and you review this candidate blind",
        "Submit first. Or open it all the same (`assay candidate unblind`): your scorecards there are then marked \
         “not blind” for ever.",
    )
}

const ACCOUNTS: &str = "SELECT account_id, candidate_id FROM main.candidate_account
    UNION SELECT j.id, c.candidate_id FROM main.account AS j JOIN main.candidate_account AS c ON c.account_id = j.joined_id";
const SNAPSHOTS: &str = "SELECT s.id, coalesce(s.candidate_id, c.candidate_id) FROM main.snapshot AS s
    LEFT JOIN main.candidate_account AS c ON c.account_id = s.account_id";

/// What belongs to one of the candidates, with whose it is.
fn owned(conn: &Connection, sql: &str, candidates: &BTreeSet<Uuid>) -> Result<Vec<(Uuid, Uuid)>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(owner) = row.get::<_, Option<Uuid>>(1)?.filter(|owner| candidates.contains(owner)) {
            found.push((row.get(0)?, owner));
        }
    }
    Ok(found)
}

/// Operations that change nothing a veil follows from: neither who applied for a blind role, who has an interview there, who
/// coordinates it or has opened a portfolio, nor a word by which somebody can be told. What is not named here makes it anew.
const LEAVES_IT: &str =
    "'ratings.read', 'question.add', 'question.close', 'debrief.open', 'outcome.keep', 'plan.update',
    'plan.panel', 'role.create', 'role.update', 'role.open', 'role.stages', 'role.calendar', 'submission.add',
    'submission.form', 'submission.remove', 'interview.reschedule', 'scorecard.amend', 'repository.choose',
    'repository.leave', 'person.add', 'person.rename', 'person.pin'";

/// Veils made last, each with the last entry of the journal that it follows from.
#[derive(Default)]
pub(crate) struct Veils(HashMap<Uuid, (i64, Arc<Veil>)>);

impl Veils {
    /// The viewer's veil on this state of the workspace.
    pub fn get(&mut self, conn: &Connection, viewer: Viewer) -> Result<Arc<Veil>> {
        let sql = format!(
            "SELECT sequence FROM main.journal WHERE op NOT IN ({LEAVES_IT}) ORDER BY sequence DESC LIMIT 1"
        );
        let now: i64 =
            conn.prepare_cached(&sql)?.query_row([], |row| row.get(0)).optional()?.unwrap_or_default();
        if let Some((at, veil)) = self.0.get(&viewer.0.0)
            && *at == now
        {
            return Ok(Arc::clone(veil));
        }
        let veil = Arc::new(Veil::of(conn, viewer)?);
        self.0.insert(viewer.0.0, (now, Arc::clone(&veil)));
        Ok(veil)
    }
}

#[cfg(test)]
mod tests {
    use assay_domain::blind::Identity;

    use super::*;

    #[test]
    fn of_json_the_programs_own_words_stay_whatever_a_candidate_is_called() {
        let one = Identity { names: vec!["Value Fixture".into()], ..Identity::default() };
        let candidates = [(Uuid::nil(), "Candidate A".to_owned())].into();
        let veil = Veil { candidates, words: hiding([&one]), ..Veil::default() };
        let stored = r#"{"name":{"is":"value","value":"Value Fixture"}}"#;
        let hidden = veil.json(stored).unwrap();
        assert!(hidden.contains(r#""is":"value""#) && !hidden.contains("Fixture"), "{hidden}");
        assert_eq!(veil.json(r#"{"is":"value","value":"x"}"#), None);
    }
}
