//! Where git repositories stand inside archives.
//!
//! An archive comes in whatever order it was packed, so a work tree's files can stand before the `.git` that makes it
//! one. A survey of the names goes before the reading; it is the same pass that digests the input.

use std::collections::BTreeSet;

use crate::git;

/// The git folders of an input's archives. Paths as in [`super::At::shown`], parts separated by `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Repositories {
    folders: BTreeSet<String>,
    work_trees: BTreeSet<String>,
}

/// Where an entry stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// In no repository.
    Outside,
    /// In a git folder: its path, and the entry's name in it.
    Inside(String, String),
    /// In the work tree beside the git folder of this path.
    Beside(String),
}

impl Repositories {
    /// Where the entry of this path stands. Of repositories inside each other the outer one counts.
    pub(crate) fn stands(&self, shown: &str) -> Stands {
        if self.folders.is_empty() {
            return Stands::Outside;
        }
        let path = shown.replace('\\', "/");
        for (at, _) in path.match_indices('/') {
            let (folder, rest) = (&path[..at], &path[at + 1..]);
            if self.folders.contains(folder) {
                return Stands::Inside(folder.to_owned(), rest.to_owned());
            }
            if self.work_trees.contains(folder) {
                let own = format!("{folder}/.git");
                return match rest.strip_prefix(".git/") {
                    Some(name) => Stands::Inside(own, name.to_owned()),
                    None => Stands::Beside(own),
                };
            }
        }
        Stands::Outside
    }
}

/// Finds them by the names of entries.
#[derive(Default)]
pub(crate) struct Finder {
    /// Folders named `.git` with a head.
    named: BTreeSet<String>,
    /// Other folders with a head, with objects, with what a bare repository without objects has.
    heads: BTreeSet<String>,
    objects: BTreeSet<String>,
    described: BTreeSet<String>,
}

impl Finder {
    /// Told of every entry of an archive.
    pub(crate) fn note(&mut self, shown: &str) {
        let path = shown.replace('\\', "/");
        let Some((archive, name)) = path.rsplit_once("!/") else { return };
        let inside = format!("/{name}");
        if let Some(at) = inside.find("/.git/") {
            if &inside[at + 6..] == "HEAD" {
                self.named.insert(format!("{archive}!{}/.git", &inside[..at]));
            }
            return;
        }
        let folder = |end: &str| inside.strip_suffix(end).map(|folder| format!("{archive}!{folder}"));
        if let Some(folder) = folder("/HEAD") {
            self.heads.insert(folder);
        } else if let Some(folder) = folder("/description") {
            self.described.insert(folder);
        } else if let Some(at) = inside.rfind("/objects/")
            && git::is_read(&inside[at + 1..])
        {
            self.objects.insert(format!("{archive}!{}", &inside[..at]));
        }
    }

    /// What was found.
    pub(crate) fn finish(self) -> Repositories {
        let bare = self
            .heads
            .iter()
            .filter(|folder| self.objects.contains(*folder) || self.described.contains(*folder));
        let folders: BTreeSet<String> = bare.chain(&self.named).cloned().collect();
        let work_trees =
            self.named.iter().filter_map(|folder| folder.strip_suffix("/.git")).map(str::to_owned);
        Repositories { work_trees: work_trees.collect(), folders }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str]) -> Repositories {
        let mut finder = Finder::default();
        names.iter().for_each(|name| finder.note(&format!("a.tar!/{name}")));
        finder.finish()
    }

    #[test]
    fn work_trees_bare_repositories_and_the_rest_are_told_apart() {
        let pack = "bare.git/objects/pack/pack-1.pack";
        let found = found(&[
            "k/README.md",
            "k/.git/HEAD",
            "k/v/.git/HEAD",
            "bare.git/HEAD",
            pack,
            "x/HEAD",
            "x/a.json",
        ]);
        let inside = |folder: &str, name: &str| Stands::Inside(format!("a.tar!/{folder}"), name.to_owned());
        assert_eq!(found.stands("a.tar!/k/.git/refs/heads/main"), inside("k/.git", "refs/heads/main"));
        assert_eq!(found.stands("a.tar!/k/README.md"), Stands::Beside("a.tar!/k/.git".to_owned()));
        assert_eq!(found.stands("a.tar!/k/v/.git/HEAD"), Stands::Beside("a.tar!/k/.git".to_owned()));
        assert_eq!(found.stands("a.tar!/bare.git/HEAD"), inside("bare.git", "HEAD"));
        assert_eq!(found.stands("a.tar!/x/a.json"), Stands::Outside);
        assert_eq!(found.stands("b.tar!/k/README.md"), Stands::Outside);
    }

    #[test]
    fn a_repository_can_be_the_whole_archive() {
        assert_eq!(found(&[".git/HEAD"]).stands("a.tar!/x.json"), Stands::Beside("a.tar!/.git".to_owned()));
        let bare = found(&["HEAD", "description"]);
        assert_eq!(bare.stands("a.tar!/HEAD"), Stands::Inside("a.tar!".to_owned(), "HEAD".to_owned()));
        assert_eq!(found(&["HEAD", "a.json"]), Repositories::default());
    }
}
