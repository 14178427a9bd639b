//! The digest of an input: the same for a folder and an archive of it.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::limits::Limits;
use crate::walk::{At, Passed, Visitor, walk};

/// SHA-256 over the sorted SHA-256 digests of all leaves; `None` where it was stopped.
pub(crate) fn digest(
    path: &Path,
    limits: &Limits,
    keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Option<[u8; 32]> {
    let mut digester = Digester { digests: Vec::new(), bytes: 0, keep_going };
    if walk(path, limits, &mut digester).is_break() {
        return None;
    }
    digester.digests.sort_unstable();
    let whole = digester.digests.iter().fold(Sha256::new(), |whole, one| whole.chain_update(one));
    Some(whole.finalize().into())
}

struct Digester<'a> {
    digests: Vec<[u8; 32]>,
    bytes: u64,
    keep_going: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
}

impl Visitor for Digester<'_> {
    fn leaf(&mut self, _at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        // A leaf that breaks off counts with what could be read of it: the reports say that it is damaged.
        while let Ok(read @ 1..) = data.read(&mut buffer) {
            hash.update(&buffer[..read]);
            self.bytes += read as u64;
            (self.keep_going)(self.bytes)?;
        }
        self.digests.push(hash.finalize().into());
        ControlFlow::Continue(())
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
