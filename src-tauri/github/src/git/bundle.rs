//! The header of a git bundle. What follows it is a pack.
//!
//! Format: <https://git-scm.com/docs/gitformat-bundle>.

use gix_hash::{Kind, ObjectId};

use super::config::object_format;
use super::refs::{Refs, safe_name};

/// A header, taken apart.
#[derive(Debug)]
pub(super) struct Header {
    /// How objects are named.
    pub kind: Kind,
    /// What was left out of the bundle (`filter`), if anything.
    pub filter: bool,
    /// Commits that whoever unbundles must have already.
    pub prerequisites: Vec<ObjectId>,
    /// Branches, tags and the head.
    pub refs: Refs,
    /// Where the pack begins.
    pub pack_at: usize,
}

impl Header {
    /// Reads a header; an error says what is wrong and what to do.
    pub(super) fn parse(bytes: &[u8], most_refs: usize) -> Result<Self, String> {
        let mut lines = Lines { bytes, at: 0 };
        let version = lines.next().unwrap_or_default();
        let third = version == b"# v3 git bundle";
        let mut header = Self {
            kind: Kind::Sha1,
            filter: false,
            prerequisites: Vec::new(),
            refs: Refs::default(),
            pack_at: 0,
        };
        loop {
            let line = lines.next().ok_or("the bundle's header is cut; fetch or copy it again")?;
            match line {
                [] => break,
                [b'@', capability @ ..] if third => header.capability(capability)?,
                [b'-', rest @ ..] => header.prerequisites.push(header.id(rest)?),
                _ => header.reference(line, most_refs)?,
            }
        }
        header.pack_at = lines.at;
        Ok(header)
    }

    fn capability(&mut self, line: &[u8]) -> Result<(), String> {
        let text = String::from_utf8_lossy(line);
        match text.split_once('=') {
            Some(("object-format", name)) => self.kind = object_format(name)?,
            Some(("filter", _)) => self.filter = true,
            _ => {
                return Err("the bundle asks for something that Assay does not know; make one with `git bundle create`".to_owned());
            }
        }
        Ok(())
    }

    fn id(&self, line: &[u8]) -> Result<ObjectId, String> {
        let hex = line.get(..self.kind.len_in_hex()).unwrap_or_default();
        let ends = line.get(self.kind.len_in_hex()).is_none_or(|byte| *byte == b' ');
        ObjectId::from_hex(hex).ok().filter(|_| ends).ok_or_else(|| {
            "the bundle's header is damaged: a line without an object id; fetch or copy it again".to_owned()
        })
    }

    fn reference(&mut self, line: &[u8], most_refs: usize) -> Result<(), String> {
        let id = self.id(line)?;
        let name = String::from_utf8_lossy(line.get(self.kind.len_in_hex() + 1..).unwrap_or_default());
        match name.trim_end() {
            "HEAD" => self.refs.head = Some(id),
            name if safe_name(name) => self.refs.add(name, id, most_refs),
            _ => self.refs.bad += 1,
        }
        Ok(())
    }
}

struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    /// The next line without its end; `None` where there is no end of a line.
    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        self.at += end + 1;
        Some(&rest[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_are_read() {
        let (a, b) = ("a".repeat(40), "b".repeat(40));
        let two = format!("# v2 git bundle\n-{a} why\n{b} refs/heads/main\n{b} HEAD\n\nPACK");
        let header = Header::parse(two.as_bytes(), 10).unwrap();
        assert_eq!((header.prerequisites.len(), header.refs.branches.len()), (1, 1));
        assert_eq!(&two.as_bytes()[header.pack_at..], b"PACK");
        let c = "c".repeat(64);
        let three =
            format!("# v3 git bundle\n@object-format=sha256\n@filter=blob:none\n{c} refs/tags/v1\n\n");
        let header = Header::parse(three.as_bytes(), 10).unwrap();
        assert_eq!((header.kind, header.filter, header.refs.tags.len()), (Kind::Sha256, true, 1));
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (bytes, said) in [
            ("# v2 git bundle\n", "cut"),
            ("# v2 git bundle\nxyz\n\n", "damaged"),
            ("# v2 git bundle\n@object-format=sha1\n\n", "damaged"),
            ("# v3 git bundle\n@shape=round\n\n", "does not know"),
            ("# v3 git bundle\n@object-format=md5\n\n", "sha1 and sha256"),
        ] {
            let error = Header::parse(bytes.as_bytes(), 10).unwrap_err();
            assert!(error.contains(said), "{error}");
        }
    }
}
