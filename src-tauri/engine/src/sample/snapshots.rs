//! The sample's snapshots, handed to the import as any reader hands its records.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::AtomicBool;

use assay_domain::candidate::ProvenanceInput;
use assay_domain::ids::{CandidateId, ImportId};
use assay_domain::import::{
    AccountKind, AccountRef, Comment, CommentKind, Commit, EntryReport, Outcome, Profile, PullRequest,
    PullState, Record, RecordSink, RecordSource, Release, RepoRef, Repository, Seen,
};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::{Sample, data};
use crate::imports::{self, ImportStart, Input, Run};
use crate::{EngineError, Instant, Result};

const HOST: &str = "github.com";

#[derive(Clone, Deserialize)]
struct Subject {
    login: String,
    id: u64,
    name: String,
    bio: String,
    company: String,
    location: String,
    followers: u64,
    created_at: DateTime<Utc>,
    taken_at: DateTime<Utc>,
    repos: Vec<Repo>,
    pulls: Vec<Pull>,
    comments: Vec<Remark>,
}

#[derive(Clone, Deserialize)]
struct Repo {
    name: String,
    description: String,
    language: String,
    stars: u64,
    created_at: DateTime<Utc>,
    pushed_at: DateTime<Utc>,
    pinned: bool,
    readme: String,
    languages: BTreeMap<String, u64>,
    files: Vec<String>,
    commits: Vec<Change>,
    releases: Vec<Tag>,
}

#[derive(Clone, Deserialize)]
struct Change {
    sha: String,
    message: String,
    at: DateTime<Utc>,
}

#[derive(Clone, Deserialize)]
struct Tag {
    tag: String,
    name: String,
    at: DateTime<Utc>,
}

#[derive(Clone, Deserialize)]
struct Pull {
    repo: String,
    number: u64,
    title: String,
    body: String,
    state: PullState,
    at: DateTime<Utc>,
}

#[derive(Clone, Deserialize)]
struct Remark {
    repo: String,
    number: u64,
    #[serde(default)]
    kind: Option<CommentKind>,
    /// Login of somebody else who wrote it.
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    path: Option<String>,
    #[serde(default)]
    line: Option<u64>,
    #[serde(default)]
    commit: Option<String>,
    #[serde(default)]
    hunk: Option<String>,
    #[serde(default)]
    verdict: Option<String>,
    body: String,
    at: DateTime<Utc>,
}

/// Imports the snapshot of `login` for a candidate.
pub fn import(
    sample: &Sample<'_>,
    login: &str,
    candidate: CandidateId,
    provenance: ProvenanceInput,
    at: Instant,
) -> Result<()> {
    let subjects: Vec<Subject> = data::read(include_str!("snapshots.json"))?;
    let subject = subjects
        .into_iter()
        .find(|subject| subject.login == login)
        .ok_or_else(|| EngineError::Defect(format!("the sample has no snapshot of {login}")))?;
    let label = format!("sample/{login}.json");
    let start = ImportStart {
        paths: vec![label.clone()],
        provenance,
        candidate_id: Some(candidate),
        every_subject: false,
    };
    let source = Input::Source(Box::new(Made { label, subject }));
    let cancel = AtomicBool::new(false);
    let run = Run {
        store: sample.store,
        viewer: sample.owner,
        id: ImportId(uuid::Uuid::now_v7()),
        now: &|| at,
        start: &start,
        cancel: &cancel,
    };
    imports::run(&run, vec![source], &mut |_| {})?;
    Ok(())
}

/// A source whose records are made from the data file.
struct Made {
    label: String,
    subject: Subject,
}

impl RecordSource for Made {
    fn label(&self) -> &str {
        &self.label
    }

    fn digest(&mut self, _keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<[u8; 32]> {
        Some(Sha256::digest(self.label.as_bytes()).into())
    }

    fn read(&mut self, sink: &mut dyn RecordSink) -> ControlFlow<()> {
        let records = self.subject.records();
        let count = records.len() as u64;
        for record in records {
            sink.record(&self.label, record)?;
        }
        sink.entry(EntryReport {
            path: self.label.clone(),
            outcome: Outcome::Imported,
            shape: Some("sample".into()),
            reason: None,
            accounts: vec![self.subject.account()],
            records: count,
            bytes: 0,
        })
    }
}

impl Subject {
    fn account(&self) -> AccountRef {
        AccountRef {
            host: HOST.into(),
            id: Some(self.id),
            login: self.login.clone(),
            kind: AccountKind::User,
        }
    }

    fn records(&self) -> Vec<Record> {
        let mut records = vec![Record::Subject(Box::new(self.profile()))];
        if self.repos.is_empty() {
            records.push(Record::Nothing { of: "repositories".into(), repo: None });
        }
        for repo in &self.repos {
            self.repository(repo, &mut records);
        }
        records.extend(self.pulls.iter().map(|pull| self.pull(pull)));
        records.extend(self.comments.iter().map(|remark| self.remark(remark)));
        records
    }

    fn profile(&self) -> Profile {
        Profile {
            account: self.account(),
            kind: AccountKind::User,
            name: Seen::Value(self.name.clone()),
            bio: text(&self.bio),
            company: text(&self.company),
            location: text(&self.location),
            email: Seen::Absent,
            blog: Seen::Empty,
            hireable: Seen::Absent,
            public_repos: Seen::Value(self.repos.len() as u64),
            followers: Seen::Value(self.followers),
            following: Seen::Absent,
            created_at: Seen::Value(self.created_at),
            updated_at: Seen::Value(self.taken_at),
            suspended: Seen::Absent,
        }
    }

    fn repository(&self, repo: &Repo, records: &mut Vec<Record>) {
        let place = RepoRef { host: HOST.into(), owner: self.login.clone(), name: repo.name.clone() };
        records.push(Record::Repository(Box::new(Repository {
            owner: self.account(),
            name: repo.name.clone(),
            description: text(&repo.description),
            fork: Seen::Value(false),
            archived: Seen::Value(false),
            private: Seen::Value(false),
            language: text(&repo.language),
            topics: Seen::Absent,
            stars: Seen::Value(repo.stars),
            forks: Seen::Absent,
            open_issues: Seen::Absent,
            licence: Seen::Absent,
            default_branch: Seen::Value("main".into()),
            size_kb: Seen::Absent,
            created_at: Seen::Value(repo.created_at),
            pushed_at: Seen::Value(repo.pushed_at),
            updated_at: Seen::Absent,
            pinned: Seen::Value(repo.pinned),
        })));
        if !repo.readme.is_empty() {
            let path = "README.md".to_string();
            records.push(Record::Readme { repo: Some(place.clone()), path, text: repo.readme.clone() });
        }
        records.push(Record::Languages { repo: Some(place.clone()), bytes: repo.languages.clone() });
        if !repo.files.is_empty() {
            let paths = repo.files.clone();
            records.push(Record::Tree { repo: Some(place.clone()), sha: None, paths, partial: false });
        }
        records.extend(repo.commits.iter().map(|change| self.commit(&place, change)));
        records.extend(repo.releases.iter().map(|tag| self.release(&place, tag)));
    }

    fn commit(&self, repo: &RepoRef, change: &Change) -> Record {
        let sha = whole_sha(&change.sha);
        Record::Commit(Box::new(Commit {
            repo: Some(repo.clone()),
            sha,
            message: change.message.clone(),
            author: Some(self.account()),
            committer: Some(self.account()),
            author_identity: None,
            committer_identity: None,
            authored_at: Some(change.at),
            parents: Some(1),
            files: None,
        }))
    }

    fn release(&self, repo: &RepoRef, tag: &Tag) -> Record {
        Record::Release(Box::new(Release {
            repo: Some(repo.clone()),
            tag: tag.tag.clone(),
            name: text(&tag.name),
            body: Seen::Empty,
            author: Some(self.account()),
            published_at: Some(tag.at),
        }))
    }

    fn pull(&self, pull: &Pull) -> Record {
        let closed = (pull.state != PullState::Open).then_some(pull.at);
        Record::PullRequest(Box::new(PullRequest {
            repo: place(&pull.repo),
            number: pull.number,
            title: pull.title.clone(),
            body: text(&pull.body),
            author: Some(self.account()),
            state: pull.state,
            created_at: Some(pull.at),
            merged_at: closed.filter(|_| pull.state == PullState::Merged),
            closed_at: closed,
        }))
    }

    fn remark(&self, remark: &Remark) -> Record {
        Record::Comment(Box::new(Comment {
            kind: remark.kind.unwrap_or(CommentKind::ReviewLine),
            repo: Some(place(&remark.repo)),
            number: Some(remark.number),
            id: None,
            author: Some(remark.by.as_ref().map_or_else(|| self.account(), |login| somebody_else(login))),
            body: remark.body.clone(),
            path: remark.path.clone(),
            line: remark.line,
            commit: remark.commit.as_deref().map(whole_sha),
            diff_hunk: remark.hunk.clone(),
            verdict: remark.verdict.clone(),
            created_at: Some(remark.at),
        }))
    }
}

/// Forty digits, as git has them; the data file gives the first eight.
fn whole_sha(short: &str) -> String {
    format!("{short}{}", "0".repeat(40 - short.len()))
}

/// Somebody who takes part and is no candidate; no number is known of them.
fn somebody_else(login: &str) -> AccountRef {
    AccountRef { host: HOST.into(), id: None, login: login.into(), kind: AccountKind::User }
}

fn place(full_name: &str) -> RepoRef {
    let (owner, name) = full_name.split_once('/').unwrap_or((full_name, ""));
    RepoRef { host: HOST.into(), owner: owner.into(), name: name.into() }
}

fn text(text: &str) -> Seen<String> {
    if text.is_empty() { Seen::Empty } else { Seen::Value(text.into()) }
}
