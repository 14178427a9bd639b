//! Whose an account export is. The export says so only by whose its repositories are, and that may stand behind the
//! users, so it is looked for before anything is read.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use memchr::memmem;
use serde::Deserialize;

use super::sniff::{LOOKED_AT, Sniffed, sniff};
use super::split::{Item, Split};
use super::text::Text;
use crate::git::GitFiles;
use crate::limits::Limits;
use crate::walk::{At, Passed, Repositories, Visitor, walk};

/// Different owners, and recorded users, that are remembered of one export.
const REMEMBERED: usize = 100_000;

/// Whose an account export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    /// Address of the account's page, as the export refers to it.
    pub(crate) url: String,
    /// Whether the export holds a record of the account.
    pub(crate) recorded: bool,
    /// Whether repositories of others are in it too.
    pub(crate) among_others: bool,
    /// Whether it was introduced as a subject, where there is no record of it.
    pub(crate) introduced: Cell<bool>,
}

/// The owners of the account exports in an input, by the folder their shards stand in.
#[derive(Debug, Default)]
pub(crate) struct Owners(HashMap<String, Owner>);

/// The folder of an entry.
fn folder(shown: &str) -> &str {
    shown.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// What one export tells.
#[derive(Default)]
struct Export {
    /// Repositories by the address of their owner.
    owners: BTreeMap<String, u64>,
    users: HashSet<String>,
    /// Those whose plan is told: GitHub tells it of nobody but whom it exports.
    billed: Vec<String>,
}

/// The parts of a model that matter here.
#[derive(Deserialize)]
struct Model {
    #[serde(rename = "type")]
    kind: Option<String>,
    url: Option<String>,
    owner: Option<String>,
    billing_plan: Option<serde::de::IgnoredAny>,
}

impl Export {
    fn add(&mut self, model: Model) {
        match (model.kind.as_deref(), model.url) {
            (Some("repository"), _) => {
                let Some(owner) = model.owner else { return };
                if self.owners.len() < REMEMBERED || self.owners.contains_key(&owner) {
                    *self.owners.entry(owner).or_default() += 1;
                }
            }
            (Some("user" | "organization"), Some(url)) if self.users.len() < REMEMBERED => {
                if model.billing_plan.is_some() {
                    self.billed.push(url.clone());
                }
                self.users.insert(url);
            }
            _ => {}
        }
    }

    /// Who owns most of the repositories; else whose plan is told; else the only user.
    fn owner(self) -> Option<Owner> {
        let most = self.owners.values().max().copied().unwrap_or_default();
        let mut first = self.owners.iter().filter(|(_, count)| **count == most).map(|(url, _)| url);
        let url = match (first.next(), first.next(), self.billed.as_slice()) {
            (Some(url), None, _) | (_, _, [url]) => Some(url.clone()),
            _ if self.owners.is_empty() && self.users.len() == 1 => self.users.iter().next().cloned(),
            _ => None,
        }?;
        let among_others = self.owners.keys().any(|other| *other != url);
        Some(Owner { recorded: self.users.contains(&url), url, among_others, introduced: Cell::new(false) })
    }
}

impl Owners {
    /// Looks through an input. `spent` is how many bytes the import's other inputs gave.
    pub(crate) fn find(
        path: &Path,
        limits: &Limits,
        repositories: &Repositories,
        spent: u64,
        keep_going: &mut dyn FnMut() -> ControlFlow<()>,
    ) -> ControlFlow<(), Self> {
        let mut scout = Scout { limits, exports: HashMap::new(), keep_going };
        walk(path, limits, repositories, spent, &mut scout).0?;
        let owners = scout.exports.into_iter().filter_map(|(folder, one)| Some((folder, one.owner()?)));
        ControlFlow::Continue(Self(owners.collect()))
    }

    /// Whose export the entry is a part of.
    pub(crate) fn of(&self, shown: &str) -> Option<&Owner> {
        self.0.get(folder(shown))
    }
}

/// Whether the first bytes of a leaf, in whatever encoding, look like a shard of users or repositories.
pub(super) fn looks_like_export(start: &[u8]) -> bool {
    let text: Vec<u8> =
        start.iter().copied().filter(|byte| *byte != 0 && !byte.is_ascii_whitespace()).collect();
    let mut types = memmem::find_iter(&text, b"\"type\":\"").map(|at| &text[at + 8..]);
    types.any(|rest| {
        [&b"user\""[..], b"repository\"", b"organization\""].iter().any(|kind| rest.starts_with(kind))
    })
}

/// The visitor that looks.
struct Scout<'a> {
    limits: &'a Limits,
    exports: HashMap<String, Export>,
    keep_going: &'a mut dyn FnMut() -> ControlFlow<()>,
}

impl Visitor for Scout<'_> {
    fn leaf(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        (self.keep_going)()?;
        let mut head = Vec::new();
        // Whatever is wrong with a leaf is reported when it is read.
        if data.take(64 * 1024).read_to_end(&mut head).is_err() || !looks_like_export(&head) {
            return ControlFlow::Continue(());
        }
        let Sniffed::Json { encoding, mark } = sniff(&head[..head.len().min(LOOKED_AT)]) else {
            return ControlFlow::Continue(());
        };
        let start = head.get(mark..).unwrap_or_default();
        let mut whole = start.chain(data);
        let mut split = Split::new(Text::new(&mut whole, encoding), self.limits);
        while let Ok(Some(item)) = split.next() {
            (self.keep_going)()?;
            if item != Item::EmptyList
                && let Ok(model) = serde_json::from_slice(split.bytes())
            {
                self.exports.entry(folder(&at.shown).to_owned()).or_default().add(model);
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(models: &[(&str, &str, Option<&str>, bool)]) -> Option<Owner> {
        let mut export = Export::default();
        for (kind, url, owner, billed) in models {
            export.add(Model {
                kind: Some((*kind).to_owned()),
                url: Some((*url).to_owned()),
                owner: owner.map(str::to_owned),
                billing_plan: billed.then_some(serde::de::IgnoredAny),
            });
        }
        export.owner()
    }

    #[test]
    fn the_owner_is_who_owns_the_repositories() {
        let (bo, ada) = (("user", "bo", None, false), ("user", "ada", None, false));
        let (kettle, tank) =
            (("repository", "k", Some("ada"), false), ("repository", "t", Some("bo"), false));
        let is = |url: &str, recorded, among_others| {
            Some(Owner { url: url.to_owned(), recorded, among_others, introduced: Cell::new(false) })
        };
        assert_eq!(owner(&[bo, ada, kettle]), is("ada", true, false));
        assert_eq!(owner(&[bo, kettle, kettle, tank]), is("ada", false, true));
        assert_eq!(owner(&[bo, ada, kettle, tank]), None, "nothing tells");
        assert_eq!(owner(&[bo, ("user", "ada", None, true), kettle, tank]), is("ada", true, true));
        assert_eq!(owner(&[ada]), is("ada", true, false));
        assert_eq!(owner(&[ada, bo]), None);
    }
}
