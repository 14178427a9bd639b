//! The index of a pack that brings none (a bundle's), made by reading the pack once.
//!
//! Every entry is unpacked; commits, trees and tags get their ids at once. Blobs that are stored as deltas get theirs
//! only if one is asked for: they are most of a pack, and all that is wanted of them is a README.

use std::collections::HashMap;

use flate2::{Decompress, FlushDecompress, Status};
use gix_hash::{Kind, ObjectId};
use gix_object::Kind as Sort;
use gix_pack::cache::lru::MemoryCappedHashmap;
use gix_pack::data::entry::Header;
use gix_pack::{FileData, data};
use gix_zlib::Inflate;

use super::made_index::MadeIndex;
use super::pack::{Lost, Open, decode};
use crate::limits::show_bytes;

/// What an entry builds on.
#[derive(Clone, Copy)]
enum Base {
    /// Nothing: it is whole.
    Whole,
    /// The entry of this number.
    Entry(u32),
    /// An object named by its id, which stands in [`Scan::named_bases`].
    Named,
}

struct Entry {
    at: u64,
    base: Base,
    /// What it is, once that is known: the sort of its base.
    sort: Option<Sort>,
}

/// Reads a pack once.
pub(super) struct Scan<'a, 'o, T> {
    file: &'a data::File<T>,
    open: &'a Open<'o>,
    kind: Kind,
    entries: Vec<Entry>,
    named_bases: HashMap<u32, ObjectId>,
    /// Entries that wait for an object to be named, or for another entry.
    waiting_for_id: HashMap<ObjectId, Vec<u32>>,
    waiting_for_entry: HashMap<u32, Vec<u32>>,
    index: MadeIndex,
    inflate: Inflate,
    cache: MemoryCappedHashmap,
    out: Vec<u8>,
    too_large: u64,
    damaged: u64,
    trouble: Vec<String>,
}

/// Bytes of unpacked objects kept as bases of others while the index is made.
const CACHE: usize = 32 * 1024 * 1024;

impl<'a, 'o, T: FileData> Scan<'a, 'o, T> {
    pub(super) fn new(file: &'a data::File<T>, open: &'a Open<'o>) -> Self {
        Self {
            file,
            open,
            kind: file.object_hash(),
            entries: Vec::new(),
            named_bases: HashMap::new(),
            waiting_for_id: HashMap::new(),
            waiting_for_entry: HashMap::new(),
            index: MadeIndex::default(),
            inflate: Inflate::default(),
            cache: MemoryCappedHashmap::new(CACHE),
            out: Vec::new(),
            too_large: 0,
            damaged: 0,
            trouble: Vec::new(),
        }
    }

    /// The index, and what was wrong, for the report.
    pub(super) fn run(mut self) -> (MadeIndex, Vec<String>) {
        if let Err(reason) = self.entries() {
            let (read, all) = (self.entries.len(), self.file.num_objects());
            self.trouble.push(format!("{reason}. {read} of its {all} objects could be looked at"));
        }
        self.deltas();
        let waiting = self.waiting_for_id.values().chain(self.waiting_for_entry.values());
        self.index.close(waiting.map(|numbers| numbers.len() as u64).sum());
        if self.too_large > 0 {
            let limit = show_bytes(self.open.limits.git_object_bytes as u64);
            let many = self.too_large;
            self.trouble.push(format!(
                "{many} objects of more than {limit}, the limit git-object-bytes, were not looked into"
            ));
        }
        if self.damaged > 0 {
            self.trouble.push(format!("{} objects are damaged; fetch or copy the pack again", self.damaged));
        }
        (self.index, self.trouble)
    }

    /// Goes over all entries in their order and names those that are whole.
    fn entries(&mut self) -> Result<(), String> {
        let mut at = data::header::SIZE as u64;
        for number in 0..self.file.num_objects() {
            if number >= self.open.limits.git_objects {
                let limit = self.open.limits.git_objects;
                return Err(format!(
                    "more than {limit} objects in one pack, the limit git-objects; clone the repository to a folder and import that"
                ));
            }
            at = self.entry(at).map_err(str::to_owned)?;
        }
        Ok(())
    }

    /// Looks at the entry at an offset; gives the offset of the next.
    fn entry(&mut self, at: u64) -> Result<u64, &'static str> {
        const CUT: &str = "the pack is cut or damaged; fetch or copy it again";
        if at >= self.file.pack_end() as u64 {
            return Err(CUT);
        }
        let entry = self.file.entry(at).map_err(|_| CUT)?;
        let size = entry.decompressed_size;
        let large = size > self.open.limits.git_object_bytes as u64;
        let length = if large {
            let packed = self.file.entry_slice(entry.data_offset..self.file.pack_end() as u64);
            skim(packed, size, self.open).ok_or(CUT)?
        } else {
            self.out.resize(usize::try_from(size).map_err(|_| CUT)?, 0);
            let read = self.file.decompress_entry(&entry, &mut self.inflate, &mut self.out);
            self.open.budget.spend(size);
            read.map_err(|_| CUT)? as u64
        };
        if self.open.budget.exhausted() || self.open.budget.stopped() {
            return Err(
                "its objects unpack to more than the limit git-unpacked-bytes, or the import was stopped",
            );
        }
        let number = u32::try_from(self.entries.len()).map_err(|_| CUT)?;
        let base = match entry.header {
            Header::OfsDelta { base_distance } => {
                let base = at.checked_sub(base_distance);
                let place =
                    base.and_then(|base| self.entries.binary_search_by_key(&base, |entry| entry.at).ok());
                Base::Entry(place.and_then(|place| u32::try_from(place).ok()).ok_or(CUT)?)
            }
            Header::RefDelta { base_id } => {
                self.named_bases.insert(number, base_id);
                Base::Named
            }
            _ => Base::Whole,
        };
        let sort = entry.header.as_kind();
        self.entries.push(Entry { at, base, sort });
        self.too_large += u64::from(large);
        if let (Some(sort), false) = (sort, large) {
            self.name(sort, at);
        }
        Ok(entry.data_offset + length)
    }

    /// Gives the object in `out` its id.
    fn name(&mut self, sort: Sort, at: u64) -> Option<ObjectId> {
        let id = gix_object::compute_hash(self.kind, sort, &self.out).ok()?;
        self.index.name(id, at);
        Some(id)
    }

    /// Names the objects that are deltas, bases before what builds on them.
    fn deltas(&mut self) {
        for number in 0..self.entries.len() as u32 {
            let Some(entry) = self.entries.get(number as usize) else { return };
            let known = match entry.base {
                Base::Whole => continue,
                Base::Entry(base) => {
                    let sort = self.entries.get(base as usize).and_then(|base| base.sort);
                    if sort.is_none() {
                        self.waiting_for_entry.entry(base).or_default().push(number);
                    }
                    sort
                }
                Base::Named => {
                    let Some(id) = self.named_bases.get(&number).copied() else { continue };
                    let sort = self.sort_of(&id);
                    if sort.is_none() {
                        self.waiting_for_id.entry(id).or_default().push(number);
                    }
                    sort
                }
            };
            if let Some(sort) = known
                && !self.settle(number, sort)
            {
                return;
            }
        }
        self.blobs_that_others_wait_for();
    }

    fn sort_of(&self, id: &ObjectId) -> Option<Sort> {
        let at = self.index.offset(id)?;
        let place = self.entries.binary_search_by_key(&at, |entry| entry.at).ok()?;
        self.entries.get(place)?.sort
    }

    /// An entry's sort is known, and so is that of those that wait for it; `false` where the limit is passed.
    fn settle(&mut self, number: u32, sort: Sort) -> bool {
        let mut ready = vec![number];
        while let Some(number) = ready.pop() {
            let Some(entry) = self.entries.get_mut(number as usize) else { continue };
            entry.sort = Some(sort);
            let at = entry.at;
            ready.extend(self.waiting_for_entry.remove(&number).unwrap_or_default());
            if sort == Sort::Blob {
                self.index.put_off(at);
                continue;
            }
            match self.build(at) {
                Ok(id) => ready.extend(id.and_then(|id| self.waiting_for_id.remove(&id)).unwrap_or_default()),
                Err(Lost::Spent) => {
                    self.trouble.push(
                        "its objects unpack to more than the limit git-unpacked-bytes; the rest was not read"
                            .to_owned(),
                    );
                    return false;
                }
                Err(Lost::TooLarge) => self.too_large += 1,
                Err(_) => self.damaged += 1,
            }
        }
        true
    }

    /// Unpacks the object at an offset and names it.
    fn build(&mut self, at: u64) -> Result<Option<ObjectId>, Lost> {
        let Self { file, index, inflate, cache, out, open, .. } = self;
        let sort = decode(file, at, out, inflate, &|id| index.offset(id), cache, open)?;
        Ok(self.name(sort, at))
    }

    /// Where entries wait for objects without a name, these may be blobs that were put off.
    fn blobs_that_others_wait_for(&mut self) {
        while !self.waiting_for_id.is_empty() {
            let Some(at) = self.index.unnamed() else { return };
            match self.build(at) {
                Ok(Some(id)) => {
                    for number in self.waiting_for_id.remove(&id).unwrap_or_default() {
                        if !self.settle(number, Sort::Blob) {
                            return;
                        }
                    }
                }
                Err(Lost::Spent) => return,
                _ => {}
            }
        }
    }
}

/// Reads over an object that is too large to be held; gives its packed length.
fn skim(packed: Option<&[u8]>, size: u64, open: &Open<'_>) -> Option<u64> {
    let (mut packed, mut inflate) = (packed?, Decompress::new(true));
    let mut sink = vec![0; 64 * 1024];
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress(packed, &mut sink, FlushDecompress::None).ok()?;
        let (read, written) = (inflate.total_in() - before_in, inflate.total_out() - before_out);
        packed = packed.get(usize::try_from(read).ok()?..)?;
        // Where the limit is passed here, whoever called sees it too.
        if !open.budget.spend(written) {
            return Some(inflate.total_in());
        }
        if status == Status::StreamEnd {
            return (inflate.total_out() == size).then(|| inflate.total_in());
        }
        if inflate.total_out() > size || (read, written) == (0, 0) {
            return None;
        }
    }
}
