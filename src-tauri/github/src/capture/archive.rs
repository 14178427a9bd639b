//! The archive: `capture.json` first, then the bodies as they came, as tar inside zstd.
//!
//! `capture.json` says what was asked for and when, and holds the marks by which a later capture asks again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::CaptureError;
use super::folder::{About, Folder, Kept, private};

/// Name of the list in the archive.
pub(super) const MANIFEST: &str = "capture.json";
/// Version of the list.
pub(super) const VERSION: u32 = 1;

/// What `capture.json` holds.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// [`VERSION`]; its name marks the body for the reader.
    pub assay_capture: u32,
    #[serde(flatten)]
    pub about: About,
    /// When the first answer came.
    pub taken_at: DateTime<Utc>,
    /// When the last one came.
    pub finished_at: DateTime<Utc>,
    pub answers: Vec<Listed>,
}

/// One answer in the list.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub request: String,
    /// Its name in the archive.
    pub entry: Option<String>,
    pub etag: Option<String>,
    pub more: bool,
    pub left_out: Option<String>,
    pub at: DateTime<Utc>,
}

/// One answer to go into the archive.
#[derive(Debug)]
pub(super) struct Part {
    pub entry: String,
    pub kept: Kept,
}

/// Writes the archive in one go: it is there whole or not at all.
pub(super) fn write(out: &Path, about: &About, parts: &[Part], folder: &Folder) -> Result<(), CaptureError> {
    let part = PathBuf::from(format!("{}.part", out.display()));
    let broken = |source| CaptureError::File { path: part.clone(), source };
    let file =
        private(OpenOptions::new().write(true).create(true).truncate(true)).open(&part).map_err(broken)?;
    let mut packed = zstd::Encoder::new(file, 0).map_err(broken)?;
    packed.include_checksum(true).map_err(broken)?;
    let mut tar = tar::Builder::new(packed);
    let manifest = manifest(about, parts);
    let text = serde_json::to_vec_pretty(&manifest).map_err(|error| broken(error.into()))?;
    append(&mut tar, MANIFEST, &text, manifest.taken_at).map_err(broken)?;
    for one in parts {
        if let Some(body) = folder.body(&one.kept)? {
            append(&mut tar, &one.entry, &body, one.kept.at).map_err(broken)?;
        }
    }
    let file: File = tar.into_inner().and_then(zstd::Encoder::finish).map_err(broken)?;
    file.sync_all().map_err(broken)?;
    fs::rename(&part, out).map_err(CaptureError::file(out))
}

fn manifest(about: &About, parts: &[Part]) -> Manifest {
    let times = || parts.iter().map(|part| part.kept.at);
    let answers = parts.iter().map(|part| Listed {
        request: part.kept.request.clone(),
        entry: part.kept.body.is_some().then(|| part.entry.clone()),
        etag: part.kept.etag.clone(),
        more: part.kept.more,
        left_out: part.kept.left_out.clone(),
        at: part.kept.at,
    });
    Manifest {
        assay_capture: VERSION,
        about: about.clone(),
        taken_at: times().min().unwrap_or_default(),
        finished_at: times().max().unwrap_or_default(),
        answers: answers.collect(),
    }
}

fn append(tar: &mut tar::Builder<impl Write>, name: &str, body: &[u8], at: DateTime<Utc>) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(body.len() as u64);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(at.timestamp()).unwrap_or_default());
    tar.append_data(&mut header, name, body)
}
