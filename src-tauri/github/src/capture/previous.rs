//! An earlier capture of the same account: what has not changed since is taken from it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::archive::{Listed, MANIFEST, Manifest, VERSION};
use super::error::CaptureError;
use super::folder::{Folder, Kept};
use crate::limits::Limits;

/// Puts the marked answers of an earlier archive into the folder, each with the time at which it came.
pub(super) fn take(path: &Path, login: &str, host: &str, folder: &mut Folder) -> Result<(), CaptureError> {
    let broken = |why: String| CaptureError::InTheWay { path: path.to_owned(), why };
    let unreadable = |error: std::io::Error| broken(format!("it cannot be read as a capture ({error})"));
    let limits = Limits::default();
    let file = File::open(path).map_err(CaptureError::file(path))?;
    let plain = zstd::Decoder::new(file).map_err(unreadable)?.take(limits.total_bytes);
    let mut tar = tar::Archive::new(plain);
    let mut listed: Option<BTreeMap<String, Listed>> = None;
    for entry in tar.entries().map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut body = Vec::new();
        entry.take(limits.record_bytes as u64).read_to_end(&mut body).map_err(unreadable)?;
        match &mut listed {
            None => listed = Some(answers(&name, &body, login, host).map_err(broken)?),
            Some(listed) => {
                if let Some(one) = listed.remove(&name) {
                    folder.keep(kept(one), Some(&body))?;
                }
            }
        }
    }
    if listed.is_none() { Err(broken("it is empty".to_owned())) } else { Ok(()) }
}

/// The marked answers by their names in the archive; the list is its first entry.
fn answers(name: &str, body: &[u8], login: &str, host: &str) -> Result<BTreeMap<String, Listed>, String> {
    let manifest: Option<Manifest> = (name == MANIFEST).then(|| serde_json::from_slice(body).ok()).flatten();
    let manifest = manifest
        .filter(|manifest| manifest.assay_capture == VERSION)
        .ok_or("it is no archive of Assay's capture")?;
    if manifest.about.host != host || !manifest.about.login.eq_ignore_ascii_case(login) {
        return Err(format!("it is of {} on {}, another account", manifest.about.login, manifest.about.host));
    }
    let marked = manifest.answers.into_iter().filter(|one| one.etag.is_some());
    Ok(marked.filter_map(|one| Some((one.entry.clone()?, one))).collect())
}

fn kept(one: Listed) -> Kept {
    Kept {
        request: one.request,
        body: None,
        bytes: 0,
        etag: one.etag,
        more: one.more,
        left_out: None,
        // However young it is: a capture of its own asks for everything itself.
        at: chrono::DateTime::UNIX_EPOCH,
    }
}
