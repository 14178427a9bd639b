//! The digest of an input: the same for a folder and an archive of it. The same pass finds the git repositories in its
//! archives.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::git::{self, GitFiles};
use crate::limits::Limits;
use crate::walk::{At, Finder, Passed, Repositories, Stands, Visitor, walk};

/// SHA-256 over the sorted SHA-256 digests of all leaves, and the repositories that stand in archives; `None` where it
/// was stopped. Of git repositories those files count that are read; their work trees do not.
pub(crate) fn digest(
    path: &Path,
    limits: &Limits,
    keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Option<([u8; 32], Repositories)> {
    let most_files = usize::try_from(limits.archive_entries).unwrap_or(usize::MAX);
    let mut digester =
        Digester { digests: Vec::new(), finder: Finder::default(), most_files, bytes: 0, keep_going };
    if walk(path, limits, &Repositories::default(), &mut digester).is_break() {
        return None;
    }
    let repositories = digester.finder.finish();
    let counts = |shown: &str| match repositories.stands(shown) {
        Stands::Outside => true,
        Stands::Inside(_, name) => git::is_read(&name),
        Stands::Beside(_) => false,
    };
    let mut digests: Vec<[u8; 32]> =
        digester.digests.into_iter().filter(|(shown, _)| counts(shown)).map(|(_, digest)| digest).collect();
    digests.sort_unstable();
    let whole = digests.iter().fold(Sha256::new(), |whole, one| whole.chain_update(one));
    Some((whole.finalize().into(), repositories))
}

/// The repositories that stand in archives, by the names of entries only; `None` where it was stopped.
pub(crate) fn survey(
    path: &Path,
    limits: &Limits,
    keep_going: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Repositories> {
    let mut surveyor = Surveyor { finder: Finder::default(), keep_going };
    let done = walk(path, limits, &Repositories::default(), &mut surveyor);
    done.is_continue().then(|| surveyor.finder.finish())
}

struct Digester<'a> {
    /// Of each leaf the digest, with the path of those in archives.
    digests: Vec<(String, [u8; 32])>,
    finder: Finder,
    most_files: usize,
    bytes: u64,
    keep_going: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl Digester<'_> {
    fn add(&mut self, path: String, data: &mut dyn Read) -> ControlFlow<()> {
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        // A leaf that breaks off counts with what could be read of it: the reports say that it is damaged.
        while let Ok(read @ 1..) = data.read(&mut buffer) {
            hash.update(&buffer[..read]);
            self.bytes += read as u64;
            (self.keep_going)(self.bytes)?;
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
