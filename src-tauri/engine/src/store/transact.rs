//! The one write path: the change, its journal entries and its search rows commit together or not at all.

use std::ops::Deref;

use chrono::SecondsFormat;
use rusqlite::{Transaction, TransactionBehavior, params};
use serde::Serialize;
use uuid::Uuid;

use super::{Store, chain};
use crate::{EngineError, Instant, Result, Viewer};

/// Name of an operation, `noun.verb`; stands in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Op(pub &'static str);

/// What a change is about. The window's caches are keyed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words of the design; each is defined there")]
pub enum Noun {
    Workspace,
    Person,
    Role,
    Plan,
    Rubric,
    Kit,
    Candidate,
    Account,
    Application,
    Import,
    Snapshot,
    Submission,
    Interview,
    Scorecard,
    Decision,
    Question,
    Impact,
    Journal,
}

impl Noun {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Workspace => "workspace",
            Self::Person => "person",
            Self::Role => "role",
            Self::Plan => "plan",
            Self::Rubric => "rubric",
            Self::Kit => "kit",
            Self::Candidate => "candidate",
            Self::Account => "account",
            Self::Application => "application",
            Self::Import => "import",
            Self::Snapshot => "snapshot",
            Self::Submission => "submission",
            Self::Interview => "interview",
            Self::Scorecard => "scorecard",
            Self::Decision => "decision",
            Self::Question => "question",
            Self::Impact => "impact",
            Self::Journal => "journal",
        }
    }

    /// The noun of a word.
    pub fn parse(word: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(word.into())).ok()
    }
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Change {
    /// What it is.
    pub noun: Noun,
    /// Which.
    pub id: Uuid,
}

/// A write's answer: what it gives, and what changed, so that screens refresh by it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Done<T> {
    /// What was asked for.
    pub value: T,
    /// What changed.
    pub changed: Vec<Change>,
}

impl<T> Done<T> {
    /// The same changes with another value.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: to(self.value), changed: self.changed }
    }

    /// The same changes with another value that may fail to be had.
    pub fn try_map<U>(self, to: impl FnOnce(T) -> Result<U>) -> Result<Done<U>> {
        Ok(Done { value: to(self.value)?, changed: self.changed })
    }
}

/// A write under way. Dereferences to the connection.
pub struct Tx<'a> {
    conn: Transaction<'a>,
    op: Op,
    viewer: Viewer,
    at: String,
    action: Uuid,
    sequence: i64,
    previous: Vec<u8>,
    changed: Vec<Change>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Transaction<'a>;
    fn deref(&self) -> &Self::Target {
        &self.conn
    }
}

impl Tx<'_> {
    /// Adds the journal entry of one subject: its id, further ids that it names, and what changed in words of the domain
    /// (an object; the version of its form is added). Also marks the subject as changed.
    pub fn record(
        &mut self,
        noun: Noun,
        subject: Uuid,
        ids: &[Uuid],
        payload: &impl Serialize,
    ) -> Result<()> {
        let payload = canonical(payload)?;
        let key = chain::subject_key(&self.conn, subject)?;
        let digest = chain::digest(&key, &payload);
        let sequence = self.sequence + 1;
        let link = chain::Link {
            sequence,
            action: self.action,
            at: &self.at,
            person: Some(self.viewer.0.0),
            op: self.op.0,
            noun: noun.as_str(),
            subject,
            ids,
            digest: &digest,
        };
        let hash = chain::hash(&self.previous, &link);
        self.insert(&link, &hash, &payload)?;
        self.sequence = sequence;
        self.previous = hash.to_vec();
        self.touch(noun, subject);
        Ok(())
    }

    /// As [`Tx::record`], in the name of another operation: where one action does what two say, such as an undo that erases.
    pub fn record_as(
        &mut self,
        op: Op,
        noun: Noun,
        subject: Uuid,
        ids: &[Uuid],
        payload: &impl Serialize,
    ) -> Result<()> {
        let own = std::mem::replace(&mut self.op, op);
        let recorded = self.record(noun, subject, ids, payload);
        self.op = own;
        recorded
    }

    /// Marks something as changed without an entry of its own.
    pub fn touch(&mut self, noun: Noun, id: Uuid) {
        let change = Change { noun, id };
        if !self.changed.contains(&change) {
            self.changed.push(change);
        }
    }

    /// On whose behalf it is done.
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// When it is done.
    pub fn instant(&self) -> Result<Instant> {
        let at = chrono::DateTime::parse_from_rfc3339(&self.at);
        Ok(at.map_err(|error| EngineError::Defect(error.to_string()))?.to_utc())
    }

    /// Id of this action in the journal, shared by its entries.
    pub fn action(&self) -> Uuid {
        self.action
    }

    fn insert(&self, link: &chain::Link<'_>, hash: &[u8], payload: &str) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO journal (sequence, action, at, person_id, op, subject_noun, subject_id, digest, previous, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                link.sequence,
                link.action,
                link.at,
                link.person,
                link.op,
                link.noun,
                link.subject,
                link.digest,
                self.previous,
                hash
            ])?;
        let mut id = self
            .conn
            .prepare_cached("INSERT INTO journal_id (sequence, position, id) VALUES (?1, ?2, ?3)")?;
        for (position, value) in link.ids.iter().enumerate() {
            id.execute(params![link.sequence, position as i64, value])?;
        }
        self.conn
            .prepare_cached("INSERT INTO journal_payload (sequence, payload) VALUES (?1, ?2)")?
            .execute(params![link.sequence, payload])?;
        Ok(())
    }

    fn finish(self, changes_before: u64) -> Result<Vec<Change>> {
        let (first, _) = chain::head(&self.conn)?;
        if self.sequence == first {
            if self.conn.total_changes() != changes_before {
                return Err(EngineError::Defect(format!(
                    "{} changed something without a journal entry",
                    self.op.0
                )));
            }
            return Ok(self.changed);
        }
        self.conn.execute(
            "INSERT INTO journal_head (one, sequence, hash) VALUES (1, ?1, ?2)
             ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash",
            params![self.sequence, self.previous],
        )?;
        self.conn.commit()?;
        Ok(self.changed)
    }
}

impl Store {
    /// Runs one write of `op` on behalf of `viewer` at `at`. When it has answered, its effect survives a crash.
    ///
    /// Errors of `change` roll everything back. A change without a journal entry is refused as a defect.
    pub(crate) fn transact<T>(
        &self,
        op: Op,
        viewer: Viewer,
        at: Instant,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        self.attempt(op, viewer, at, change).map_err(|error| self.veil_error(viewer, error.at(self.folder())))
    }

    fn attempt<T>(
        &self,
        op: Op,
        viewer: Viewer,
        at: Instant,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let mut writer = self.writer();
        let conn = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = conn.total_changes();
        let (sequence, previous) = chain::head(&conn)?;
        let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
        let mut tx =
            Tx { conn, op, viewer, at, action: Uuid::now_v7(), sequence, previous, changed: Vec::new() };
        let value = change(&mut tx)?;
        let changed = tx.finish(before)?;
        Ok(Done { value, changed })
    }

    /// Makes a change to see what it would do, and takes it back. Nothing is stored, and nothing is written to the journal.
    pub(crate) fn rehearse<T>(
        &self,
        viewer: Viewer,
        change: impl FnOnce(&Transaction<'_>) -> Result<T>,
    ) -> Result<T> {
        let attempt = || {
            let mut writer = self.writer();
            let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = change(&tx)?;
            tx.rollback()?;
            Ok(value)
        };
        attempt().map_err(|error: EngineError| self.veil_error(viewer, error.at(self.folder())))
    }

    /// Writes scratch paper: a draft before it is submitted. Not part of the record, so without a journal entry.
    pub(crate) fn scratch<T>(&self, change: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let attempt = || {
            let mut writer = self.writer();
            let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = change(&tx)?;
            tx.commit()?;
            Ok(value)
        };
        attempt().map_err(|error: EngineError| error.at(self.folder()))
    }
}

/// Canonical text of a payload: keys sorted, no white space, the form's version under `v`.
fn canonical(payload: &impl Serialize) -> Result<String> {
    let mut value = serde_json::to_value(payload)?;
    match value.as_object_mut() {
        Some(object) => {
            object.insert("v".into(), 1.into());
        }
        None => return Err(EngineError::Defect("a journal payload must be an object".into())),
    }
    value.sort_all_objects();
    Ok(value.to_string())
}
