//! All objects of a repository, by their ids.

use std::collections::HashMap;
use std::io::Read;
use std::rc::Rc;

use flate2::read::ZlibDecoder;
use gix_hash::{Kind, ObjectId};
use gix_object::Kind as Sort;

use super::files::GitFiles;
use super::pack::{Lost, Open, Packed};

/// Packs of one repository that are opened.
pub(super) const PACKS: usize = 1_000;

/// Packs and loose objects.
pub(super) struct Store<'a> {
    files: Option<&'a dyn GitFiles>,
    packs: Vec<Box<dyn Packed>>,
    trees: Trees,
    pub kind: Kind,
    pub open: Open<'a>,
}

impl<'a> Store<'a> {
    /// A store of packs, and of the loose objects among `files` where there are any.
    pub(super) fn new(
        files: Option<&'a dyn GitFiles>,
        packs: Vec<Box<dyn Packed>>,
        kind: Kind,
        open: Open<'a>,
    ) -> Self {
        Self { files, packs, trees: Trees::default(), kind, open }
    }

    /// Whether there is known to be no object.
    pub(super) fn holds_nothing(&self) -> bool {
        let loose = |files: &dyn GitFiles| !files.below("objects", 1).is_empty();
        self.packs.is_empty() && !self.files.is_some_and(loose)
    }

    /// What was wrong with the packs.
    pub(super) fn trouble(&self) -> impl Iterator<Item = &String> {
        self.packs.iter().flat_map(|pack| pack.trouble())
    }

    /// Objects that build on others that are not there.
    pub(super) fn baseless(&self) -> u64 {
        self.packs.iter().map(|pack| pack.baseless()).sum()
    }

    /// Unpacks an object of the wanted sort into `out`. What its id does not fit is damaged.
    pub(super) fn object(&mut self, id: &ObjectId, want: Sort, out: &mut Vec<u8>) -> Result<(), Lost> {
        let sort = self.any(id, out)?;
        if sort == want { Ok(()) } else { Err(Lost::Damaged) }
    }

    /// Unpacks an object of any sort.
    pub(super) fn any(&mut self, id: &ObjectId, out: &mut Vec<u8>) -> Result<Sort, Lost> {
        if self.open.budget.stopped() || self.open.budget.exhausted() {
            return Err(Lost::Spent);
        }
        let sort = match self.packed(id, out)? {
            Some(sort) => sort,
            None => self.loose(id, out)?.ok_or(Lost::Missing)?,
        };
        match gix_object::compute_hash(self.kind, sort, out) {
            Ok(named) if named == *id => Ok(sort),
            _ => Err(Lost::Damaged),
        }
    }

    fn packed(&mut self, id: &ObjectId, out: &mut Vec<u8>) -> Result<Option<Sort>, Lost> {
        let mut lost = None;
        for place in 0..self.packs.len() {
            let Some(pack) = self.packs.get_mut(place) else { break };
            match pack.find(id, out, &self.open) {
                Ok(None) => {}
                Ok(found) => {
                    // What stands beside it will be asked for next.
                    self.packs.swap(0, place);
                    return Ok(found);
                }
                Err(Lost::Spent) => return Err(Lost::Spent),
                // Another pack may have it whole.
                Err(error) => lost = Some(error),
            }
        }
        lost.map_or(Ok(None), Err)
    }

    fn loose(&self, id: &ObjectId, out: &mut Vec<u8>) -> Result<Option<Sort>, Lost> {
        let Some(files) = self.files else { return Ok(None) };
        let hex = id.to_hex().to_string();
        let (folder, file) = hex.split_at(2);
        let opened = files.open(&format!("objects/{folder}/{file}")).map_err(|_| Lost::Damaged)?;
        let Some(opened) = opened else { return Ok(None) };
        let most = self.open.limits.git_object_bytes as u64 + HEADER;
        out.clear();
        ZlibDecoder::new(opened).take(most + 1).read_to_end(out).map_err(|_| Lost::Damaged)?;
        if !self.open.budget.spend(out.len() as u64) {
            return Err(Lost::Spent);
        }
        if out.len() as u64 > most {
            return Err(Lost::TooLarge);
        }
        let (sort, size, header) = gix_object::decode::loose_header(out).map_err(|_| Lost::Damaged)?;
        out.drain(..header.min(out.len()));
        if out.len() as u64 == size { Ok(Some(sort)) } else { Err(Lost::Damaged) }
    }

    /// The bytes of a tree; those asked for lately are kept.
    pub(super) fn tree(&mut self, id: &ObjectId) -> Result<Rc<Vec<u8>>, Lost> {
        if let Some(tree) = self.trees.get(id) {
            return Ok(tree);
        }
        let mut bytes = Vec::new();
        self.object(id, Sort::Tree, &mut bytes)?;
        bytes.shrink_to_fit();
        let tree = Rc::new(bytes);
        self.trees.keep(*id, Rc::clone(&tree));
        Ok(tree)
    }
}

/// Bytes of a loose object's header at most.
const HEADER: u64 = 64;

/// Trees asked for lately, in two generations.
#[derive(Default)]
struct Trees {
    young: HashMap<ObjectId, Rc<Vec<u8>>>,
    old: HashMap<ObjectId, Rc<Vec<u8>>>,
    bytes: usize,
}

/// Bytes of one generation.
const GENERATION: usize = 8 * 1024 * 1024;

impl Trees {
    fn get(&mut self, id: &ObjectId) -> Option<Rc<Vec<u8>>> {
        if let Some(tree) = self.young.get(id) {
            return Some(Rc::clone(tree));
        }
        let tree = self.old.remove(id)?;
        self.keep(*id, Rc::clone(&tree));
        Some(tree)
    }

    fn keep(&mut self, id: ObjectId, tree: Rc<Vec<u8>>) {
        self.bytes += tree.len() + 128;
        self.young.insert(id, tree);
        if self.bytes > GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }
}
