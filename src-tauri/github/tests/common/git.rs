//! Made git repositories: objects, packs, indexes and bundles written by hand, of invented people. No `git` is needed.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use assay_domain::import::{Commit, Record};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use gix_hash::{Kind, ObjectId};
use gix_object::Kind as Sort;

use super::{Kept, as_written};

/// How objects are stored in a pack.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Deltas {
    /// Whole.
    None,
    /// As deltas on the object before of the same sort, named by how far back it stands.
    Offset,
    /// The same, named by its id.
    Id,
}

/// A repository while it is made.
pub struct Made {
    pub kind: Kind,
    /// In the order of making.
    pub objects: Vec<(ObjectId, Sort, Vec<u8>)>,
    pub clock: i64,
}

pub const ADA: &str = "Ada Fixture <ada@fixture.example>";
pub const BO: &str = "Bo Fixture <7+bo-fixture@users.noreply.github.com>";

impl Default for Made {
    fn default() -> Self {
        Self { kind: Kind::Sha1, objects: Vec::new(), clock: 1_700_000_000 }
    }
}

impl Made {
    pub fn sha256() -> Self {
        Self { kind: Kind::Sha256, ..Self::default() }
    }

    pub fn add(&mut self, sort: Sort, bytes: Vec<u8>) -> ObjectId {
        let id = gix_object::compute_hash(self.kind, sort, &bytes).unwrap();
        if !self.objects.iter().any(|(known, _, _)| *known == id) {
            self.objects.push((id, sort, bytes));
        }
        id
    }

    /// A tree of files at paths with folders, with their texts.
    pub fn tree(&mut self, files: &[(&str, &str)]) -> ObjectId {
        let mut entries: BTreeMap<String, (bool, ObjectId)> = BTreeMap::new();
        let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        for (path, text) in files {
            match path.split_once('/') {
                Some((folder, rest)) => folders.entry(folder).or_default().push((rest, text)),
                None => drop(
                    entries
                        .insert((*path).to_owned(), (false, self.add(Sort::Blob, text.as_bytes().to_vec()))),
                ),
            }
        }
        for (folder, files) in folders {
            let id = self.tree(&files);
            // Git sorts a folder as if its name ended in `/`.
            entries.insert(format!("{folder}/"), (true, id));
        }
        let mut bytes = Vec::new();
        for (name, (is_tree, id)) in entries {
            let mode = if is_tree { "40000" } else { "100644" };
            bytes.extend_from_slice(format!("{mode} {}\0", name.trim_end_matches('/')).as_bytes());
            bytes.extend_from_slice(id.as_bytes());
        }
        self.add(Sort::Tree, bytes)
    }

    pub fn commit(&mut self, tree: ObjectId, parents: &[ObjectId], who: &str, message: &str) -> ObjectId {
        self.clock += 60;
        let at = self.clock;
        let parents: String = parents.iter().map(|id| format!("parent {id}\n")).collect();
        let text =
            format!("tree {tree}\n{parents}author {who} {at} +0100\ncommitter {ADA} {at} +0100\n\n{message}");
        self.add(Sort::Commit, text.into_bytes())
    }

    pub fn tag(&mut self, target: ObjectId, name: &str) -> ObjectId {
        let text =
            format!("object {target}\ntype commit\ntag {name}\ntagger {ADA} 1700009999 +0000\n\n{name}\n");
        self.add(Sort::Tag, text.into_bytes())
    }

    /// The objects as files below a git folder, each for itself.
    pub fn loose(&self) -> Vec<(String, Vec<u8>)> {
        let file = |(id, sort, bytes): &(ObjectId, Sort, Vec<u8>)| {
            let whole = [format!("{sort} {}\0", bytes.len()).as_bytes(), bytes].concat();
            let hex = id.to_string();
            (format!("objects/{}/{}", &hex[..2], &hex[2..]), zlib(&whole))
        };
        self.objects.iter().map(file).collect()
    }

    /// A pack of the objects whose place is not among `left_out` (they can still be bases: a thin pack), and its index.
    pub fn pack(&self, deltas: Deltas, left_out: &[ObjectId]) -> (Vec<u8>, Vec<u8>) {
        let mut body = Vec::new();
        let mut offsets: Vec<(ObjectId, u32)> = Vec::new();
        let mut last: BTreeMap<String, (ObjectId, usize, &Vec<u8>)> = BTreeMap::new();
        for (id, sort, bytes) in &self.objects {
            let at = 12 + body.len();
            let base = last.insert(sort.to_string(), (*id, at, bytes));
            if left_out.contains(id) {
                continue;
            }
            let base = base.filter(|(base, _, _)| deltas == Deltas::Id || !left_out.contains(base));
            match base.filter(|_| deltas != Deltas::None) {
                None => body.extend(entry(number(*sort), &[], bytes)),
                Some((base, base_at, base_bytes)) => {
                    let (number, name) = match deltas {
                        Deltas::Id => (7, base.as_bytes().to_vec()),
                        _ => (6, distance(at - base_at)),
                    };
                    body.extend(entry(number, &name, &delta(base_bytes, bytes)));
                }
            }
            offsets.push((*id, u32::try_from(at).unwrap()));
        }
        let pack = pack_of(self.kind, offsets.len(), &body);
        let index = index(self.kind, &offsets, &pack);
        (pack, index)
    }

    /// A bundle of version 2, or 3 where the objects need it.
    pub fn bundle(&self, refs: &[(&str, ObjectId)], prerequisites: &[ObjectId], pack: &[u8]) -> Vec<u8> {
        let mut header = match self.kind {
            Kind::Sha1 => "# v2 git bundle\n".to_owned(),
            _ => "# v3 git bundle\n@object-format=sha256\n".to_owned(),
        };
        prerequisites.iter().for_each(|id| header.push_str(&format!("-{id} what came before\n")));
        refs.iter().for_each(|(name, id)| header.push_str(&format!("{id} {name}\n")));
        [header.as_bytes(), b"\n", pack].concat()
    }
}

/// The repository that most tests read, and its commits in order: two roots of work, a branch, a merge, two tags.
pub fn kettle() -> (Made, Vec<ObjectId>, ObjectId) {
    kettle_in(Made::default())
}

pub fn kettle_in(mut made: Made) -> (Made, Vec<ObjectId>, ObjectId) {
    let readme = "# Kettle\n\nBoils water, slowly.\n";
    let first = made.tree(&[("README.md", readme), ("src/lib.rs", "pub fn boil() {}\n")]);
    let a = made.commit(first, &[], ADA, "Add a kettle\n\nIt boils.\n");
    let second = made.tree(&[
        ("README.md", readme),
        ("src/lib.rs", "pub fn boil() {}\n"),
        ("tests/boil.rs", "// t\n"),
    ]);
    let b = made.commit(second, &[a], ADA, "Test it\n");
    let third = made.tree(&[("README.md", readme), ("src/lib.rs", "pub fn boil() -> u8 { 100 }\n")]);
    let c = made.commit(
        third,
        &[a],
        BO,
        "Give the heat\n\nWhy: a lid needs it.\n\nSigned-off-by: Bo Fixture <bo@fixture.example>\n",
    );
    let merged = made.tree(&[
        ("README.md", readme),
        ("src/lib.rs", "pub fn boil() -> u8 { 100 }\n"),
        ("tests/boil.rs", "// t\n"),
    ]);
    let d = made.commit(merged, &[b, c], ADA, "Merge the heat\n");
    let last = made.tree(&[
        ("README.md", readme),
        ("src/lib.rs", "pub fn boil() -> u8 { 99 }\n"),
        ("tests/boil.rs", "// t\n"),
    ]);
    let e = made.commit(last, &[d], ADA, "Stay below\n");
    let tag = made.tag(d, "v1");
    (made, vec![a, b, c, d, e], tag)
}

/// A git folder's files with a head on `main`.
pub fn folder_of(made: &Made, main: ObjectId, more: &[(&str, String)]) -> Vec<(String, Vec<u8>)> {
    let mut files = made.loose();
    files.push(("HEAD".to_owned(), b"ref: refs/heads/main\n".to_vec()));
    files.push(("refs/heads/main".to_owned(), format!("{main}\n").into_bytes()));
    files.push(("config".to_owned(), b"[core]\n\tbare = false\n".to_vec()));
    for (name, text) in more {
        files.retain(|(known, _)| known != name);
        files.push(((*name).to_owned(), text.clone().into_bytes()));
    }
    files
}

/// Writes files below a folder.
pub fn write(folder: &Path, files: &[(String, Vec<u8>)]) {
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    std::fs::create_dir_all(folder.join("refs")).unwrap();
    std::fs::create_dir_all(folder.join("objects")).unwrap();
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn number(sort: Sort) -> u8 {
    match sort {
        Sort::Commit => 1,
        Sort::Tree => 2,
        Sort::Blob => 3,
        Sort::Tag => 4,
    }
}

/// An entry of a pack: its sort and length, what names its base, its packed bytes.
pub fn entry(sort: u8, base: &[u8], bytes: &[u8]) -> Vec<u8> {
    entry_claiming(sort, base, bytes.len(), &zlib(bytes))
}

pub fn entry_claiming(sort: u8, base: &[u8], length: usize, packed: &[u8]) -> Vec<u8> {
    let mut rest = length >> 4;
    let mut out = vec![(sort << 4) | (length & 15) as u8];
    while rest > 0 {
        *out.last_mut().unwrap() |= 0x80;
        out.push((rest & 0x7f) as u8);
        rest >>= 7;
    }
    [out.as_slice(), base, packed].concat()
}

/// How far back a base stands, as packs write it.
pub fn distance(mut back: usize) -> Vec<u8> {
    let mut out = vec![(back & 0x7f) as u8];
    back >>= 7;
    while back > 0 {
        back -= 1;
        out.insert(0, 0x80 | (back & 0x7f) as u8);
        back >>= 7;
    }
    out
}

fn size(mut size: usize) -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let byte = (size & 0x7f) as u8;
        size >>= 7;
        out.push(if size > 0 { byte | 0x80 } else { byte });
        if size == 0 {
            return out;
        }
    }
}

/// A delta: what both begin with is copied, the rest stands there.
pub fn delta(base: &[u8], result: &[u8]) -> Vec<u8> {
    let same = base.iter().zip(result).take_while(|(a, b)| a == b).count().min(0xffff);
    let mut out = [size(base.len()), size(result.len())].concat();
    if same > 0 {
        out.extend([0x80 | 0x10 | 0x20, (same & 0xff) as u8, (same >> 8) as u8]);
    }
    for chunk in result[same..].chunks(127) {
        out.push(chunk.len() as u8);
        out.extend_from_slice(chunk);
    }
    out
}

/// A pack of these entries with its head and its checksum.
pub fn pack_of(kind: Kind, objects: usize, body: &[u8]) -> Vec<u8> {
    let mut pack =
        [b"PACK".as_slice(), &2u32.to_be_bytes(), &u32::try_from(objects).unwrap().to_be_bytes(), body]
            .concat();
    let sum = checksum(kind, &pack);
    pack.extend_from_slice(sum.as_bytes());
    pack
}

fn checksum(kind: Kind, bytes: &[u8]) -> ObjectId {
    let mut hasher = gix_hash::hasher(kind);
    hasher.update(bytes);
    hasher.try_finalize().unwrap()
}

/// An index of version 2.
fn index(kind: Kind, offsets: &[(ObjectId, u32)], pack: &[u8]) -> Vec<u8> {
    let mut sorted = offsets.to_vec();
    sorted.sort();
    let mut out = b"\xfftOc\0\0\0\x02".to_vec();
    for first in 0..=255u8 {
        let many = sorted.iter().filter(|(id, _)| id.as_bytes()[0] <= first).count();
        out.extend(u32::try_from(many).unwrap().to_be_bytes());
    }
    sorted.iter().for_each(|(id, _)| out.extend_from_slice(id.as_bytes()));
    sorted.iter().for_each(|_| out.extend([0; 4]));
    sorted.iter().for_each(|(_, at)| out.extend(at.to_be_bytes()));
    out.extend_from_slice(&pack[pack.len() - kind.len_in_bytes()..]);
    let sum = checksum(kind, &out);
    out.extend_from_slice(sum.as_bytes());
    out
}

pub fn commits(kept: &Kept) -> Vec<&Commit> {
    kept.bare().filter_map(|r| if let Record::Commit(c) = r { Some(&**c) } else { None }).collect()
}

pub fn subjects(kept: &Kept) -> Vec<&str> {
    commits(kept).iter().map(|commit| commit.message.lines().next().unwrap_or_default()).collect()
}

pub const NEWEST_FIRST: [&str; 5] =
    ["Stay below", "Merge the heat", "Give the heat", "Test it", "Add a kettle"];

/// Everything that [`kettle`] tells, however it is stored.
pub fn assert_kettle(kept: &Kept, name: &str) {
    assert_eq!(subjects(kept), NEWEST_FIRST, "{:#?}", kept.reports);
    let told = commits(kept);
    let files: Vec<_> = told.iter().map(|commit| commit.files.as_ref().unwrap().join(" ")).collect();
    assert_eq!(files, ["src/lib.rs", "src/lib.rs", "src/lib.rs", "tests/boil.rs", "README.md src/lib.rs"]);
    assert_eq!(told.iter().map(|commit| commit.parents.unwrap()).collect::<Vec<_>>(), [1, 2, 1, 1, 0]);
    assert!(told.iter().all(|commit| commit.repo.as_ref().unwrap().full_name() == name), "{told:#?}");
    assert_eq!(told[4].authored_at.unwrap().timestamp(), 1_700_000_060);
    assert_eq!(told[4].message, "Add a kettle\n\nIt boils.\n");
    // Accounts only by GitHub's own addresses; names and addresses in memory only.
    let bo = told[2].author.as_ref().unwrap();
    assert_eq!((bo.host.as_str(), bo.id, bo.login.as_str()), ("github.com", Some(7), "bo-fixture"));
    assert_eq!(
        (&told[0].author, told[0].author_identity.as_ref().unwrap().email.as_str()),
        (&None, "ada@fixture.example")
    );
    let written: Vec<Commit> = told.iter().map(|commit| as_written(commit)).collect();
    let written = serde_json::to_string(&written).unwrap() + &format!("{written:?}");
    assert!(!written.contains("@fixture") && !written.contains("Ada Fixture"), "{written}");
    let all: Vec<&Record> = kept.bare().collect();
    assert!(all.iter().any(|r| matches!(r, Record::Tree { paths, partial: false, .. } if paths.join(" ") == "README.md src/lib.rs tests/boil.rs")));
    assert!(all.iter().any(|r| matches!(r, Record::Readme { path, text, .. } if path == "README.md" && text.starts_with("# Kettle"))));
    assert!(
        !all.iter().any(|r| matches!(r, Record::Release(_) | Record::Languages { .. })),
        "a tag is no release"
    );
    let tag = all
        .iter()
        .find_map(|r| if let Record::Tag { name, sha, at, .. } = r { Some((name, sha, at)) } else { None });
    let (name, sha, at) = tag.unwrap();
    assert_eq!((name.as_str(), sha, at.unwrap().timestamp()), ("v1", &told[1].sha, 1_700_009_999));
}

pub fn at(folder: &str, files: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)).collect()
}

pub fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
}
