//! What one entry has given so far.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::ops::ControlFlow;

use assay_domain::import::{AccountRef, EntryReport, Outcome, Record, RecordSink, RepoRef};
use chrono::{DateTime, Utc};

use super::feed::{Feed, Happened, Held};
use super::mention::Mentions;
use super::owners::Owner;
use super::pick::Picker;
use super::split::Place;
use crate::account;
use crate::hints::Hints;
use crate::json::{Fields, Object, cut, one_line, straighten};
use crate::limits::show_bytes;
use crate::options::Options;
use crate::shape;

/// Why a body gives no records.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing in it for Assay.
    Skip(String),
    /// It must not be taken for data.
    Refuse(String),
}

impl Verdict {
    pub(crate) fn skip(reason: impl Into<String>) -> Self {
        Self::Skip(reason.into())
    }

    pub(crate) fn refuse(reason: impl Into<String>) -> Self {
        Self::Refuse(reason.into())
    }
}

/// What came of an entry.
pub(super) struct Finished {
    pub outcome: Outcome,
    /// The accounts it is about.
    pub accounts: Vec<AccountRef>,
    /// Whether they are its subjects, and not only owners of repositories.
    pub subjects: bool,
}

/// A listing that comes one name at a time.
struct Listing {
    repo: Option<RepoRef>,
    paths: Vec<String>,
}

/// Names of one listing that are held before they are handed on.
const LISTING: usize = 10_000;

/// Collects the records of an entry and what is to be reported of it.
pub(crate) struct Out<'a> {
    sink: &'a mut dyn RecordSink,
    options: &'a Options,
    path: &'a str,
    /// What the path tells.
    pub(crate) hints: &'a Hints,
    /// Whose the account export is that the entry is a part of, where it is one and that is known.
    pub(crate) owner: Option<&'a Owner>,
    listing: Option<Listing>,
    feed: Feed,
    picker: Picker,
    mentions: Option<Mentions>,
    /// The sink said to stop.
    pub(crate) stopped: bool,
    /// The rest of the entry is not wanted.
    pub(crate) enough: bool,
    /// Shape of the first body understood.
    pub(crate) shape: Option<&'static str>,
    records: u64,
    subjects: Vec<AccountRef>,
    owners: Vec<AccountRef>,
    cut: u64,
    unread: BTreeSet<&'static str>,
    remarks: Vec<String>,
    skipped: BTreeMap<String, u64>,
    refused: BTreeMap<String, u64>,
}

impl<'a> Out<'a> {
    pub(crate) fn new(
        sink: &'a mut dyn RecordSink,
        options: &'a Options,
        path: &'a str,
        hints: &'a Hints,
        owner: Option<&'a Owner>,
    ) -> Self {
        Self {
            sink,
            options,
            path,
            hints,
            owner,
            listing: None,
            feed: Feed::default(),
            picker: Picker::default(),
            mentions: Mentions::of(&options.accounts),
            stopped: false,
            enough: false,
            shape: None,
            records: 0,
            subjects: Vec::new(),
            owners: Vec::new(),
            cut: 0,
            unread: BTreeSet::new(),
            remarks: Vec::new(),
            skipped: BTreeMap::new(),
            refused: BTreeMap::new(),
        }
    }

    /// Hands a record on.
    pub(crate) fn push(&mut self, record: Record) {
        if self.stopped {
            return;
        }
        if account::named(&record).into_iter().flatten().any(|account| !account::is_login(&account.login)) {
            return self.note(Verdict::refuse(
                "a login that GitHub does not give: it has 1 to 39 letters, digits and hyphens. The record was left out",
            ));
        }
        match &record {
            Record::Subject(profile) => self.subjects.push(profile.account.clone()),
            // Two different ones are enough to know that it is about nobody alone.
            Record::Repository(repo) if self.owners.len() < 2 && !self.owners.contains(&repo.owner) => {
                self.owners.push(repo.owner.clone());
            }
            _ => {}
        }
        self.records += 1;
        self.stopped = self.sink.record(self.path, record).is_break();
    }

    /// Adds a name to the listing of a folder, whose elements come one by one.
    pub(crate) fn list(&mut self, repo: Option<RepoRef>, path: String) {
        let same = self.listing.as_ref().is_some_and(|now| now.repo == repo && now.paths.len() < LISTING);
        if !same {
            self.end_listing();
        }
        self.listing.get_or_insert(Listing { repo, paths: Vec::new() }).paths.push(path);
    }

    fn end_listing(&mut self) {
        if let Some(Listing { repo, paths }) = self.listing.take() {
            self.push(Record::Tree { repo, sha: None, paths, partial: true });
        }
    }

    /// Takes one event. Of an archive of everybody's, those of the accounts chosen are wanted.
    pub(crate) fn event(&mut self, place: Place, happened: Happened) {
        match self.feed.hold(place, happened, !self.options.accounts.is_empty()) {
            Held::Wait => {}
            Held::Feed(held) => held.into_iter().for_each(|one| self.happened(one)),
            Held::Everybody(held) => {
                self.shape = Some(shape::GH_ARCHIVE);
                if self.options.accounts.is_empty() {
                    self.enough = true;
                    return self.note(Verdict::refuse(
                        "events of many people, as in an hour of GH Archive, of which Assay reads those of chosen \
                         accounts only: name them (`--account LOGIN`, or the field for accounts) and import it again",
                    ));
                }
                for one in held {
                    let unread = one.unread.clone();
                    let picked = self.picker.pick(one, self.options);
                    if !picked.is_empty() {
                        self.unread.extend(unread);
                    }
                    picked.into_iter().for_each(|record| self.push(record));
                }
            }
        }
    }

    /// Whether a value, by its bytes, is an event of an archive with none of the accounts chosen in it; counts it.
    pub(super) fn passes_by(&mut self, bytes: &[u8]) -> bool {
        let none = self.feed.is_archive() && self.mentions.as_ref().is_some_and(|them| them.none_in(bytes));
        if none {
            self.feed.pass_by();
        }
        none
    }

    /// An event of a feed.
    fn happened(&mut self, happened: Happened) {
        self.unread.extend(happened.unread);
        happened.records.into_iter().for_each(|record| self.push(record));
    }

    /// Notes fields that hold something else than they should: numbers, instants, texts. Nothing is known from them.
    pub(crate) fn unread(&mut self, body: &Object, fields: &Fields) {
        self.unread.extend(fields.unreadable(body));
    }

    /// Says something of the whole entry in its report, once.
    pub(crate) fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    /// How many records were handed on.
    pub(crate) fn records(&self) -> u64 {
        self.records
    }

    /// The input says when it was taken.
    pub(crate) fn taken(&mut self, at: DateTime<Utc>) {
        self.sink.taken(at);
    }

    /// Whether something was noted of values that gave no record.
    pub(crate) fn has_notes(&self) -> bool {
        !(self.skipped.is_empty() && self.refused.is_empty())
    }

    /// A decoded text, cut to the limit.
    pub(crate) fn bounded(&mut self, mut text: String) -> String {
        straighten(&mut text);
        self.cut += u64::from(cut(&mut text, self.options.limits.string_bytes));
        text
    }

    /// Told of every value before its records: its length, and how many of its texts were cut.
    pub(crate) fn value(&mut self, bytes: usize, cut: u64) {
        self.feed.add(bytes);
        self.cut += cut;
    }

    /// Notes a value that gave no record.
    pub(crate) fn note(&mut self, verdict: Verdict) {
        let (notes, reason) = match verdict {
            Verdict::Skip(reason) => (&mut self.skipped, reason),
            Verdict::Refuse(reason) => (&mut self.refused, reason),
        };
        // Reasons can hold foreign text: a bounded number of different ones is kept.
        let reason =
            if notes.len() < 8 || notes.contains_key(&reason) { reason } else { "other reasons".to_owned() };
        *notes.entry(reason).or_default() += 1;
    }

    /// Whether nothing has come, neither records nor notes.
    pub(crate) fn is_empty(&self) -> bool {
        self.records == 0
            && self.listing.is_none()
            && self.feed.events() == 0
            && self.skipped.is_empty()
            && self.refused.is_empty()
    }

    /// Tells how far the reading is.
    pub(crate) fn progress(&mut self, bytes: u64) {
        self.stopped = self.stopped || self.sink.progress(bytes).is_break();
    }

    /// Reports the entry; gives what the archive around it wants to know.
    pub(super) fn finish(mut self, bytes: u64) -> ControlFlow<(), Finished> {
        self.end_listing();
        self.feed.release().into_iter().for_each(|one| self.happened(one));
        if self.feed.is_archive() && !self.enough {
            self.remarks.extend(self.picker.remarks(self.feed.events(), self.options));
        }
        if self.stopped {
            return ControlFlow::Break(());
        }
        let outcome = match (self.refused.is_empty(), self.records) {
            (false, _) => Outcome::Refused,
            (true, 0) => Outcome::Skipped,
            (true, _) => Outcome::Imported,
        };
        let subjects = !self.subjects.is_empty();
        let accounts = self.accounts();
        let report = EntryReport {
            path: self.path.to_owned(),
            outcome,
            shape: self.shape.map(str::to_owned),
            reason: self.reason(),
            accounts: accounts.clone(),
            records: self.records,
            bytes,
        };
        self.sink.entry(report)?;
        ControlFlow::Continue(Finished { outcome, accounts, subjects })
    }

    fn accounts(&mut self) -> Vec<AccountRef> {
        let mut accounts = mem::take(&mut self.subjects);
        if accounts.is_empty() && self.owners.len() == 1 {
            accounts = mem::take(&mut self.owners);
        }
        accounts.sort();
        accounts.dedup();
        accounts
    }

    fn reason(&self) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        for (reason, count) in self.refused.iter().chain(&self.skipped) {
            let alone = *count == 1 && self.records == 0;
            parts.push(if alone { reason.clone() } else { format!("{count} × {reason}") });
        }
        parts.extend(self.remarks.iter().cloned());
        if self.cut > 0 {
            let limit = show_bytes(self.options.limits.string_bytes as u64);
            parts.push(format!(
                "{} of its texts were longer than {limit} and were cut there (string-bytes)",
                self.cut
            ));
        }
        if !self.unread.is_empty() {
            let names: Vec<&str> = self.unread.iter().copied().collect();
            parts.push(format!("left out, for they cannot be read: {}", names.join(", ")));
        }
        if !self.refused.is_empty() && self.records > 0 {
            parts.push(format!("{} whole records of it were kept", self.records));
        }
        (!parts.is_empty()).then(|| one_line(&parts.join("; ")))
    }
}
