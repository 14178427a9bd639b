//! Fact `tests-and-ci`: repositories with tests and with continuous integration, from the names of their files.

use std::collections::BTreeMap;

use serde_json::json;

use super::repo_book::{RepoBook, keyed};
use super::tools::Evidence;
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

mod names;

pub(super) const FACT: Definition = Definition {
    id: "tests-and-ci",
    version: 1,
    title: "Tests and CI",
    definition: "For each repository whose file names are in this snapshot, known forks excluded: whether a file or folder is named like tests, and whether one configures continuous integration. No only where the listing is complete.",
    not_meaning: "Not whether the tests are good, run or pass. Tests inside source files (as in Rust) have no name to see.",
    json: "{tests, ci: {yes, no, not_told: numbers}; repositories: up to 50 of {repository, tests, ci: true, false or null}}",
    start: || Box::new(TestsAndCi::default()),
};

/// Most repositories named one by one in the value.
const LISTED: usize = 50;

#[derive(Default)]
struct TestsAndCi {
    book: RepoBook,
    trees: BTreeMap<String, Tree>,
}

#[derive(Default)]
struct Tree {
    tests: bool,
    ci: bool,
    complete: bool,
    ids: Vec<EvidenceId>,
}

#[derive(Default)]
struct Count {
    yes: usize,
    no: usize,
    not_told: usize,
}

impl Fact for TestsAndCi {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        let Record::Tree { repo, paths, partial, .. } = record else {
            return self.book.observe(subject, id, record);
        };
        let key = keyed(&mut self.book, subject, repo.as_ref());
        let tree = self.trees.entry(key).or_default();
        tree.tests |= paths.iter().any(|path| names::is_test(path));
        tree.ci |= paths.iter().any(|path| names::is_ci(path));
        tree.complete |= !partial;
        tree.ids.push(id);
    }

    fn finish(mut self: Box<Self>) -> FactValue {
        let book = std::mem::take(&mut self.book);
        self.trees.retain(|key, _| !book.is_fork(key));
        let (tests, ci) = (self.count(|tree| tree.tests), self.count(|tree| tree.ci));
        let each = self.trees.iter().take(LISTED).map(|(key, tree)| {
            json!({ "repository": book.name(key), "tests": told(tree, tree.tests), "ci": told(tree, tree.ci) })
        });
        let value =
            json!({ "tests": tests.json(), "ci": ci.json(), "repositories": each.collect::<Vec<_>>() });
        let text = format!("tests: {}; CI: {}", tests.text(), ci.text());
        let evidence = Evidence::of(self.trees.values().flat_map(|tree| tree.ids.iter().copied()));
        match (tests.yes + ci.yes, tests.no + ci.no, tests.not_told + ci.not_told) {
            (0, 0, _) => FactValue::absent(),
            (0, _, 0) => FactValue::told(FactState::Zero, value, text, evidence),
            _ => FactValue::told(FactState::Known, value, text, evidence),
        }
    }
}

impl TestsAndCi {
    fn count(&self, of: impl Fn(&Tree) -> bool) -> Count {
        let mut count = Count::default();
        for tree in self.trees.values() {
            match told(tree, of(tree)) {
                Some(true) => count.yes += 1,
                Some(false) => count.no += 1,
                None => count.not_told += 1,
            }
        }
        count
    }
}

impl Count {
    fn json(&self) -> serde_json::Value {
        json!({ "yes": self.yes, "no": self.no, "not_told": self.not_told })
    }

    fn text(&self) -> String {
        format!("{} yes, {} no, {} not told", self.yes, self.no, self.not_told)
    }
}

/// Found is yes; not found is no only in a complete listing.
fn told(tree: &Tree, found: bool) -> Option<bool> {
    (found || tree.complete).then_some(found)
}
