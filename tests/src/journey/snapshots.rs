//! Made GitHub data of invented people, as the REST API gives it, and importing it.

use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use assay_domain::ids::{CandidateId, ImportId};
use assay_engine::imports::{self, ImportReport, ImportStart, Input, Run};
use assay_engine::{Instant, Viewer};
use assay_github::Options;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{World, provenance};

/// Somebody with an account.
#[derive(Clone, Copy, Debug)]
pub struct Login<'a> {
    /// Their login.
    pub login: &'a str,
    /// Their numeric id.
    pub id: u64,
}

/// A small work: one repository with a README, a commit and a pull request.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// Whose snapshot it is.
    pub owner: Login<'a>,
    /// Their profile's name, biography and place.
    pub name: &'a str,
    /// Biography.
    pub bio: &'a str,
    /// Text of the README.
    pub readme: &'a str,
    /// Who wrote the commit and opened the pull request.
    pub author: Login<'a>,
    /// What the commit says.
    pub message: &'a str,
    /// What the pull request says.
    pub body: &'a str,
}

/// The work as entries of a folder of REST responses.
pub fn entries(work: &Work<'_>) -> Vec<(String, String)> {
    let login = work.owner.login;
    let repo = format!("repos/{login}/kettle");
    let api = format!("https://api.github.com/{repo}");
    let commit = json!([{
        "sha": "ab".repeat(20), "url": format!("{api}/commits/{}", "ab".repeat(20)),
        "author": user(work.author), "committer": user(work.author), "parents": [],
        "commit": {"author": {"name": work.name, "email": "x@fixture.example", "date": "2025-05-25T10:14:34Z"},
            "message": work.message},
    }]);
    let pull = json!([{
        "url": format!("{api}/pulls/4"), "number": 4, "state": "closed", "title": "Mend the lid",
        "body": work.body, "user": user(work.author), "created_at": "2025-05-26T10:00:00Z",
        "merged_at": "2025-05-27T10:00:00Z", "closed_at": "2025-05-27T10:00:00Z",
        "head": {"ref": "lid", "repo": null}, "base": {"ref": "main", "repo": repository(work)},
    }]);
    let readme = json!({
        "type": "file", "path": "README.md", "name": "README.md", "sha": "cd".repeat(20), "encoding": "base64",
        "url": format!("{api}/contents/README.md?ref=main"), "content": base64(work.readme.as_bytes()),
    });
    let entries = [
        ("user.json".to_owned(), profile(work)),
        ("repos.json".to_owned(), json!([repository(work)])),
        (format!("{repo}/readme.json"), readme),
        (format!("{repo}/commits.json"), commit),
        (format!("{repo}/pulls.json"), pull),
    ];
    entries.into_iter().map(|(path, body)| (path, body.to_string())).collect()
}

fn user(who: Login<'_>) -> Value {
    json!({"login": who.login, "id": who.id, "type": "User"})
}

fn profile(work: &Work<'_>) -> Value {
    let login = work.owner.login;
    json!({
        "login": login, "id": work.owner.id, "url": format!("https://api.github.com/users/{login}"), "type": "User",
        "name": work.name, "bio": work.bio, "email": null, "location": "Nowhere-on-Sea", "company": null, "blog": "",
        "public_repos": 1, "public_gists": 0, "followers": 1, "following": 0,
        "created_at": "2015-05-05T05:05:05Z", "updated_at": "2026-01-01T08:30:00Z",
    })
}

fn repository(work: &Work<'_>) -> Value {
    let login = work.owner.login;
    json!({
        "id": work.owner.id + 1, "name": "kettle", "full_name": format!("{login}/kettle"), "fork": false,
        "private": false, "url": format!("https://api.github.com/repos/{login}/kettle"), "owner": user(work.owner),
        "description": "Boils", "stargazers_count": 3, "language": "Rust",
    })
}

/// Writes the work as a folder.
pub fn write_folder(path: &Path, work: &Work<'_>) {
    for (name, body) in entries(work) {
        let file = path.join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, body).unwrap();
    }
}

/// Writes the work as a zip.
pub fn write_zip(path: &Path, work: &Work<'_>) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut writer = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, body) in entries(work) {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(body.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
}

/// Imports one path.
pub fn import(
    world: &World,
    viewer: Viewer,
    at: Instant,
    path: &Path,
    permission: &str,
    candidate: Option<CandidateId>,
) -> ImportReport {
    try_import(world, viewer, at, path, permission, candidate).unwrap()
}

/// [`import`], which may be refused.
pub fn try_import(
    world: &World,
    viewer: Viewer,
    at: Instant,
    path: &Path,
    permission: &str,
    candidate: Option<CandidateId>,
) -> assay_engine::Result<ImportReport> {
    let start = ImportStart {
        paths: vec![path.display().to_string()],
        provenance: provenance(permission),
        candidate_id: candidate,
        every_subject: false,
    };
    let run = Run {
        store: &world.store,
        viewer,
        id: ImportId(Uuid::now_v7()),
        now: &|| at,
        start: &start,
        cancel: &AtomicBool::new(false),
    };
    let source = assay_github::open(path, &Options::default()).unwrap();
    imports::run(&run, vec![Input::Source(source)], &mut |_| {})
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, index| bits << 8 | u32::from(*group.get(index).unwrap_or(&0)));
        for digit in 0..4 {
            let used = digit <= group.len();
            let value = (bits >> (18 - 6 * digit)) & 63;
            text.push(if used { char::from(DIGITS[value as usize]) } else { '=' });
        }
    }
    text
}
