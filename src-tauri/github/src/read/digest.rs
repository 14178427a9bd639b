//! The digest of an input: the same for a folder and an archive of it. The same pass finds the git repositories in its
//! archives.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use memchr::memmem;
use sha2::{Digest, Sha256};

use super::owners;
use crate::git::{self, GitFiles};
use crate::limits::Limits;
use crate::options::Options;
use crate::walk::{At, Finder, Passed, Repositories, Stands, Visitor, walk};

/// What the pass for the digest gave.
pub(crate) struct Digested {
    /// SHA-256 over the sorted SHA-256 digests of all leaves; where there are events of which only those of chosen
    /// accounts are read, also over the choice. Of git repositories those files count that are read; their work trees
    /// do not.
    pub(crate) digest: [u8; 32],
    /// Decompressed bytes.
    pub(crate) bytes: u64,
    /// The repositories that stand in archives.
    pub(crate) repositories: Repositories,
    /// Whether a part of it looks like an account export.
    pub(crate) export: bool,
}

/// Digests an input; `None` where it was stopped. `spent` is how many bytes the import's other inputs gave.
pub(crate) fn digest(
    path: &Path,
    options: &Options,
    spent: u64,
    keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Option<Digested> {
    let limits = &options.limits;
    let most_files = usize::try_from(limits.archive_entries).unwrap_or(usize::MAX);
    let mut digester = Digester {
        digests: Vec::new(),
        finder: Finder::default(),
        most_files,
        bytes: 0,
        events: false,
        export: false,
        keep_going,
    };
    let (ended, bytes) = walk(path, limits, &Repositories::default(), spent, &mut digester);
    if ended.is_break() {
        return None;
    }
    let Digester { digests, finder, events, export, .. } = digester;
    let repositories = finder.finish();
    let counts = |shown: &str| match repositories.stands(shown) {
        Stands::Outside => true,
        Stands::Inside(_, name) => git::is_read(&name),
        Stands::Beside(_) => false,
    };
    let mut digests: Vec<[u8; 32]> =
        digests.into_iter().filter(|(shown, _)| counts(shown)).map(|(_, digest)| digest).collect();
    digests.sort_unstable();
    let mut whole = digests.iter().fold(Sha256::new(), |whole, one| whole.chain_update(one));
    if events && !options.accounts.is_empty() {
        let mut accounts = options.accounts.clone();
        accounts.sort_unstable();
        accounts.dedup();
        accounts.iter().for_each(|account| whole.update(format!("\n{account}")));
    }
    Some(Digested { digest: whole.finalize().into(), bytes, repositories, export })
}

/// The repositories that stand in archives, by the names of entries only; `None` where it was stopped.
pub(crate) fn survey(
    path: &Path,
    limits: &Limits,
    spent: u64,
    keep_going: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Repositories> {
    let mut surveyor = Surveyor { finder: Finder::default(), keep_going };
    let (done, _) = walk(path, limits, &Repositories::default(), spent, &mut surveyor);
    done.is_continue().then(|| surveyor.finder.finish())
}

/// First bytes of a leaf that are looked at.
const START: u64 = 64 * 1024;

/// Whether a leaf begins like events: an event has a type.
fn looks_like_events(start: &[u8]) -> bool {
    memmem::find(start, b"Event\"").is_some()
}

struct Digester<'a> {
    /// Of each leaf the digest, with the path of those in archives.
    digests: Vec<(String, [u8; 32])>,
    finder: Finder,
    most_files: usize,
    bytes: u64,
    events: bool,
    export: bool,
    keep_going: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl Digester<'_> {
    fn take(&mut self, hash: &mut Sha256, bytes: &[u8]) -> ControlFlow<()> {
        hash.update(bytes);
        self.bytes += bytes.len() as u64;
        (self.keep_going)(self.bytes)
    }

    fn add(&mut self, path: String, data: &mut dyn Read) -> ControlFlow<()> {
        let mut hash = Sha256::new();
        let mut start = Vec::new();
        let sound = data.take(START).read_to_end(&mut start).is_ok();
        self.events |= looks_like_events(&start);
        self.export |= owners::looks_like_export(&start);
        self.take(&mut hash, &start)?;
        let mut buffer = vec![0; 64 * 1024];
        // A leaf that breaks off counts with what could be read of it: the reports say that it is damaged.
        while let (true, Ok(read @ 1..)) = (sound, data.read(&mut buffer)) {
            self.take(&mut hash, &buffer[..read])?;
        }
        self.digests.push((path, hash.finalize().into()));
        ControlFlow::Continue(())
    }
}

impl Visitor for Digester<'_> {
    fn leaf(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        self.finder.note(&at.shown);
        let path = if at.shown.contains("!/") { at.shown.clone() } else { String::new() };
        self.add(path, data)
    }

    fn git_clone(
        &mut self,
        _at: &At,
        _name: &str,
        files: &dyn GitFiles,
        _beside: Option<&'static str>,
    ) -> ControlFlow<()> {
        for name in git::all(files, self.most_files) {
            if let Ok(Some(mut file)) = files.open(&name) {
                self.add(String::new(), &mut file)?;
            }
        }
        ControlFlow::Continue(())
    }

    fn git_bundle(&mut self, at: &At, _name: &str, data: &mut dyn Read) -> ControlFlow<()> {
        self.leaf(at, data)
    }

    fn passed(&mut self, _at: &At, _passed: Passed) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn enter(&mut self, _at: &At) {}

    fn leave(&mut self, _at: &At, _shape: &'static str, _trouble: Option<String>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn progress(&mut self, bytes: u64) -> ControlFlow<()> {
        (self.keep_going)(bytes.max(self.bytes))
    }
}

struct Surveyor<'a> {
    finder: Finder,
    keep_going: &'a mut dyn FnMut() -> ControlFlow<()>,
}

impl Visitor for Surveyor<'_> {
    fn leaf(&mut self, at: &At, _data: &mut dyn Read) -> ControlFlow<()> {
        self.finder.note(&at.shown);
        ControlFlow::Continue(())
    }

    fn git_clone(
        &mut self,
        _at: &At,
        _name: &str,
        _files: &dyn GitFiles,
        _beside: Option<&'static str>,
    ) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn git_bundle(&mut self, _at: &At, _name: &str, _data: &mut dyn Read) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn passed(&mut self, _at: &At, _passed: Passed) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn enter(&mut self, _at: &At) {}

    fn leave(&mut self, _at: &At, _shape: &'static str, _trouble: Option<String>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn progress(&mut self, _bytes: u64) -> ControlFlow<()> {
        (self.keep_going)()
    }
}
