//! One pack of objects, on disk or in memory, with its own index or one made here.
//!
//! Format: <https://git-scm.com/docs/gitformat-pack>. Entries are decoded by `gix-pack`, which bounds what an entry may
//! allocate and finds deltas that go in circles.

use std::path::Path;

use gix_hash::{Kind, ObjectId, oid};
use gix_object::Kind as Sort;
use gix_pack::cache::lru::MemoryCappedHashmap;
use gix_pack::data::decode::entry::ResolvedBase;
use gix_pack::{FileData, MMap, data, index};
use gix_zlib::Inflate;

use super::budget::Budget;
use super::made_index::MadeIndex;
use super::scan::Scan;
use crate::limits::Limits;

/// Why an object cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// It is not there.
    Missing,
    /// It is there, but damaged, or not what its id says.
    Damaged,
    /// It is larger than the limit.
    TooLarge,
    /// The limit of unpacked bytes is passed, or somebody said to stop.
    Spent,
}

/// What opening a pack needs.
pub(crate) struct Open<'a> {
    pub limits: &'a Limits,
    pub budget: &'a Budget<'a>,
}

/// A pack of either kind.
pub(crate) trait Packed {
    /// Unpacks an object into `out`; `None` where the pack has none of the id.
    fn find(&mut self, id: &oid, out: &mut Vec<u8>, open: &Open<'_>) -> Result<Option<Sort>, Lost>;
    /// What was wrong with it when it was opened, for the report.
    fn trouble(&self) -> &[String];
    /// Objects whose base is not in the pack: a thin pack.
    fn baseless(&self) -> u64;
}

enum Index<T> {
    Given(Box<index::File<T>>),
    Made(MadeIndex),
}

pub(super) struct Pack<T> {
    file: data::File<T>,
    index: Index<T>,
    cache: MemoryCappedHashmap,
    inflate: Inflate,
    trouble: Vec<String>,
}

/// Bytes of unpacked objects kept as bases of others.
const CACHE: usize = 24 * 1024 * 1024;

impl Pack<MMap> {
    /// A pack on disk.
    pub(super) fn at(path: &Path, index: Option<&Path>, kind: Kind, open: &Open<'_>) -> Result<Self, String> {
        let file = data::File::at(path, kind).map_err(|_| NO_PACK)?;
        let given = index.map(|index| index::File::at(index, kind).map_err(drop));
        Self::new(file, given, open)
    }
}

const NO_PACK: &str = "not a git pack, or one of a version that Assay does not know; fetch or copy it again";

impl<T: FileData> Pack<T> {
    /// A pack in memory.
    pub(super) fn from_data(bytes: T, index: Option<T>, kind: Kind, open: &Open<'_>) -> Result<Self, String> {
        let file = data::File::from_data(bytes, "pack".into(), kind).map_err(|_| NO_PACK)?;
        let given = index.map(|bytes| index::File::from_data(bytes, "idx".into(), kind).map_err(drop));
        Self::new(file, given, open)
    }

    fn new(
        file: data::File<T>,
        given: Option<Result<index::File<T>, ()>>,
        open: &Open<'_>,
    ) -> Result<Self, String> {
        // Two buffers of the largest object and the instructions that make it.
        let file = file.with_alloc_limit_bytes(Some(open.limits.git_object_bytes.saturating_mul(4)));
        let mut trouble = Vec::new();
        let fits = |index: &index::File<T>| index.num_objects() == file.num_objects();
        let index = match given {
            Some(Ok(index)) if fits(&index) => Index::Given(Box::new(index)),
            other => {
                if other.is_some() {
                    trouble.push("a pack's index is damaged; the pack was read without it".to_owned());
                }
                let (made, found) = Scan::new(&file, open).run();
                trouble.extend(found);
                Index::Made(made)
            }
        };
        Ok(Self { file, index, cache: MemoryCappedHashmap::new(CACHE), inflate: Inflate::default(), trouble })
    }

    fn offset(&self, id: &oid) -> Option<u64> {
        match &self.index {
            Index::Given(index) => Some(index.pack_offset_at_index(index.lookup(id)?)),
            Index::Made(index) => index.offset(id),
        }
    }

    fn decode(&mut self, at: u64, out: &mut Vec<u8>, open: &Open<'_>) -> Result<Sort, Lost> {
        let Self { file, index, cache, inflate, .. } = self;
        let index = &*index;
        let offset = |id: &oid| match index {
            Index::Given(index) => index.lookup(id).map(|place| index.pack_offset_at_index(place)),
            Index::Made(index) => index.offset(id),
        };
        decode(file, at, out, inflate, &offset, cache, open)
    }
}

/// Unpacks the object at an offset. `offset` finds bases that are named by their id.
pub(super) fn decode<T: FileData>(
    file: &data::File<T>,
    at: u64,
    out: &mut Vec<u8>,
    inflate: &mut Inflate,
    offset: &dyn Fn(&oid) -> Option<u64>,
    cache: &mut dyn gix_pack::cache::DecodeEntry,
    open: &Open<'_>,
) -> Result<Sort, Lost> {
    let entry = file.entry(at).map_err(|_| Lost::Damaged)?;
    if entry.decompressed_size > open.limits.git_object_bytes as u64 {
        return Err(Lost::TooLarge);
    }
    let resolve = |id: &oid, _: &mut Vec<u8>| {
        Ok(offset(id).map(|at| file.entry(at)).transpose()?.map(ResolvedBase::InPack))
    };
    match file.decode_entry(entry, out, inflate, &resolve, cache) {
        Ok(outcome) => {
            // `outcome.object_size` is that of the delta where the object came from the cache; `out` is the object.
            let size = out.len() as u64;
            let cost = outcome.decompressed_size.saturating_add(size);
            // Each delta copies about as many bytes; copying costs far less than unpacking.
            let chain = u64::from(outcome.num_deltas).saturating_mul(size) / 8;
            if !open.budget.spend(cost.saturating_add(chain)) {
                return Err(Lost::Spent);
            }
            if out.len() > open.limits.git_object_bytes { Err(Lost::TooLarge) } else { Ok(outcome.kind) }
        }
        Err(error) => {
            // What a failure cost is not told: as much as one object may.
            open.budget.spend(64 * 1024);
            Err(if error.is_resource_exhausted() { Lost::TooLarge } else { Lost::Damaged })
        }
    }
}

impl<T: FileData> Packed for Pack<T> {
    fn find(&mut self, id: &oid, out: &mut Vec<u8>, open: &Open<'_>) -> Result<Option<Sort>, Lost> {
        loop {
            if let Some(at) = self.offset(id) {
                return self.decode(at, out, open).map(Some);
            }
            // Blobs that are deltas are not named before one is asked for.
            let Index::Made(index) = &mut self.index else { return Ok(None) };
            let Some(at) = index.unnamed() else { return Ok(None) };
            let sort = match self.decode(at, out, open) {
                Ok(sort) => sort,
                Err(Lost::Spent) => return Err(Lost::Spent),
                Err(_) => continue,
            };
            let named: Result<ObjectId, _> = gix_object::compute_hash(id.kind(), sort, out);
            if let (Ok(named), Index::Made(index)) = (named, &mut self.index) {
                index.name(named, at);
            }
        }
    }

    fn trouble(&self) -> &[String] {
        &self.trouble
    }

    fn baseless(&self) -> u64 {
        match &self.index {
            Index::Given(_) => 0,
            Index::Made(index) => index.baseless(),
        }
    }
}
