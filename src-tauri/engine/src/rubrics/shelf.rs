//! Rubric versions that are needed again and again while something is written: each is read once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use assay_domain::rubric::Rubric;

use super::show;
use crate::{Result, Store, Viewer};

/// What was read so far.
pub(crate) struct Shelf<'a> {
    store: &'a Store,
    viewer: Viewer,
    known: HashMap<(String, u32), Rc<Rubric>>,
}

impl<'a> Shelf<'a> {
    /// An empty one.
    pub fn new(store: &'a Store, viewer: Viewer) -> Self {
        Self { store, viewer, known: HashMap::new() }
    }

    /// A version, as [`show`] gives it.
    pub fn get(&mut self, id: &str, version: u32) -> Result<Rc<Rubric>> {
        Ok(match self.known.entry((id.to_owned(), version)) {
            Entry::Occupied(known) => Rc::clone(known.get()),
            Entry::Vacant(place) => {
                Rc::clone(place.insert(Rc::new(show(self.store, self.viewer, id, version)?)))
            }
        })
    }
}
