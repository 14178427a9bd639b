//! What has come so far: a folder beside the archive to be, from which a capture goes on after a break.
//!
//! `about.json` says whose it is, `bodies/` holds the bodies as they came, and `answers.jsonl` has a line for each answer,
//! written after its body. A line that was cut by a break is as if the answer had not come.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::error::CaptureError;
use super::order::Depth;

/// After this an answer is asked for again, with its mark: what has not changed costs nothing.
const FRESH: TimeDelta = TimeDelta::hours(24);
/// What the folder's name ends in.
const ENDING: &str = ".unfinished";

/// Whose capture it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    pub login: String,
    pub host: String,
    pub api: String,
    pub depth: Depth,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// [`super::entry::Request::key`].
    pub request: String,
    /// File of the body, in `bodies/`.
    pub body: Option<String>,
    /// Its bytes.
    pub bytes: u64,
    /// Its mark.
    pub etag: Option<String>,
    /// Whether there is another page.
    pub more: bool,
    /// Why it could not be had.
    pub left_out: Option<String>,
    /// When it came.
    pub at: DateTime<Utc>,
}

/// A capture that was not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The archive that it would have become.
    pub out: PathBuf,
    /// Whose account.
    pub login: String,
    /// Where.
    pub host: String,
    /// The interface's base address.
    pub api: String,
    /// How much.
    pub depth: Depth,
    /// Answers so far.
    pub answers: u32,
}

/// The folder, locked while it is open.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    log: File,
    /// Held for as long as the folder is open.
    _lock: File,
    kept: BTreeMap<String, Kept>,
    next: u32,
}

impl Folder {
    /// Opens the folder beside `out`, or makes it.
    pub(super) fn open(out: &Path, about: &About) -> Result<Self, CaptureError> {
        let path = beside(out);
        private_folder(&path)?;
        let lock = private_file(&path.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(in_the_way(&path, "this capture is being taken by another program just now"));
            }
            Err(TryLockError::Error(error)) => return Err(CaptureError::file(&path)(error)),
        }
        match about_of(&path) {
            Some(found) if found.host != about.host || !found.login.eq_ignore_ascii_case(&about.login) => {
                let why = format!(
                    "an unfinished capture of {} on {}; finish or discard it, or choose another archive",
                    found.login, found.host
                );
                return Err(in_the_way(&path, &why));
            }
            _ => write_private(&path.join("about.json"), &serde_json::to_vec(about).unwrap_or_default())?,
        }
        private_folder(&path.join("bodies"))?;
        let kept = lines(&path);
        let next = kept.values().filter_map(number).max().unwrap_or_default() + 1;
        let log = private_file(&path.join("answers.jsonl"))?;
        let mut folder = Self { path, log, _lock: lock, kept, next };
        // A line that was cut must not swallow the next one.
        folder.append(b"\n")?;
        Ok(folder)
    }

    /// The answer to a request, if it came within a day.
    pub(super) fn fresh(&self, request: &str, now: DateTime<Utc>) -> Option<&Kept> {
        self.kept.get(request).filter(|kept| now - kept.at < FRESH && self.is_whole(kept))
    }

    /// The answer to a request, however old, with a mark to ask again by.
    pub(super) fn marked(&self, request: &str) -> Option<&Kept> {
        self.kept
            .get(request)
            .filter(|kept| kept.etag.is_some() && kept.body.is_some() && self.is_whole(kept))
    }

    /// Keeps an answer: its body first, then its line.
    pub(super) fn keep(&mut self, mut kept: Kept, body: Option<&[u8]>) -> Result<Kept, CaptureError> {
        if let Some(body) = body {
            let name = format!("{:06}.json", self.next);
            write_private(&self.path.join("bodies").join(&name), body)?;
            self.next += 1;
            kept.bytes = body.len() as u64;
            kept.body = Some(name);
        }
        let mut line = serde_json::to_vec(&kept).unwrap_or_default();
        line.push(b'\n');
        self.append(&line)?;
        self.kept.insert(kept.request.clone(), kept.clone());
        Ok(kept)
    }

    /// The body of an answer.
    pub(super) fn body(&self, kept: &Kept) -> Result<Option<Vec<u8>>, CaptureError> {
        let Some(name) = &kept.body else { return Ok(None) };
        let path = self.path.join("bodies").join(name);
        fs::read(&path).map(Some).map_err(CaptureError::file(&path))
    }

    /// How many answers need not be asked for again.
    pub(super) fn fresh_answers(&self, now: DateTime<Utc>) -> u32 {
        let fresh = self.kept.keys().filter(|request| self.fresh(request, now).is_some());
        u32::try_from(fresh.count()).unwrap_or(u32::MAX)
    }

    /// Takes the folder away where nothing has come: there is nothing to go on from.
    pub(super) fn forget(&mut self) -> Result<(), CaptureError> {
        if self.kept.len() > 1 {
            Ok(())
        } else {
            fs::remove_dir_all(&self.path).map_err(CaptureError::file(&self.path))
        }
    }

    /// Whether anything has come yet.
    pub(super) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Takes the folder away.
    pub(super) fn remove(self) -> Result<(), CaptureError> {
        let path = self.path.clone();
        drop(self);
        fs::remove_dir_all(&path).map_err(CaptureError::file(&path))
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), CaptureError> {
        self.log.write_all(bytes).map_err(CaptureError::file(&self.path))
    }

    /// Whether the body is on disk as it came: a power cut may have left a part of it.
    fn is_whole(&self, kept: &Kept) -> bool {
        let length = |name: &String| fs::metadata(self.path.join("bodies").join(name)).map(|meta| meta.len());
        kept.body.as_ref().is_none_or(|name| length(name).is_ok_and(|bytes| bytes == kept.bytes))
    }
}

/// The folder beside an archive.
fn beside(out: &Path) -> PathBuf {
    let mut name = out.as_os_str().to_owned();
    name.push(ENDING);
    name.into()
}

fn in_the_way(path: &Path, why: &str) -> CaptureError {
    CaptureError::InTheWay { path: path.to_owned(), why: why.to_owned() }
}

fn about_of(folder: &Path) -> Option<About> {
    serde_json::from_slice(&fs::read(folder.join("about.json")).ok()?).ok()
}

/// The answers; of several to one request, the last.
fn lines(folder: &Path) -> BTreeMap<String, Kept> {
    let text = fs::read(folder.join("answers.jsonl")).unwrap_or_default();
    let kept = text.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Kept>(line).ok());
    kept.filter(|kept| kept.body.is_none() || number(kept).is_some())
        .map(|kept| (kept.request.clone(), kept))
        .collect()
}

/// The number in the name of a body; `None` where the name is none of ours.
fn number(kept: &Kept) -> Option<u32> {
    let digits = kept.body.as_deref()?.strip_suffix(".json")?;
    let plain = digits.len() >= 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// The unfinished captures in a folder.
pub fn unfinished(folder: &Path) -> Vec<Unfinished> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<Unfinished> = entries.flatten().filter_map(|entry| one(&entry.path())).collect();
    found.sort_by(|a, b| a.out.cmp(&b.out));
    found
}

fn one(path: &Path) -> Option<Unfinished> {
    let out = PathBuf::from(path.to_str()?.strip_suffix(ENDING)?);
    let About { login, host, api, depth } = about_of(path)?;
    // What came from an earlier capture is no answer yet.
    let came = lines(path).values().filter(|kept| kept.at > DateTime::UNIX_EPOCH).count();
    let answers = u32::try_from(came).unwrap_or(u32::MAX);
    Some(Unfinished { out, login, host, api, depth, answers })
}

/// Takes away what has come of an unfinished capture; nothing where there is none.
///
/// # Errors
/// Where a folder stands there that is none, and where the system refuses.
pub fn discard(out: &Path) -> Result<(), CaptureError> {
    let path = beside(out);
    if !path.exists() {
        return Ok(());
    }
    if about_of(&path).is_none() {
        return Err(in_the_way(&path, "no unfinished capture; it is left as it is"));
    }
    fs::remove_dir_all(&path).map_err(CaptureError::file(&path))
}

/// A folder that only its owner can look into: it holds personal data.
fn private_folder(path: &Path) -> Result<(), CaptureError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(CaptureError::file(path))
}

/// A file that only its owner can read, opened for appending.
fn private_file(path: &Path) -> Result<File, CaptureError> {
    private(OpenOptions::new().append(true).create(true)).open(path).map_err(CaptureError::file(path))
}

/// Writes a file that only its owner can read.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), CaptureError> {
    let mut options = OpenOptions::new();
    let file = private(options.write(true).create(true).truncate(true)).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(CaptureError::file(path))
}

/// The options of [`write_private`], for whoever writes in pieces.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
