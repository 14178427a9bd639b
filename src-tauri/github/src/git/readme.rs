//! The README of a repository, as GitHub chooses it.

use gix_hash::ObjectId;
use gix_object::Kind as Sort;

use super::pack::Lost;
use super::store::Store;
use super::tree::child;
use crate::shape::is_readme;

/// Where GitHub looks, in its order (<https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes>).
const PLACES: &[&str] = &[".github", "", "docs"];

/// Path and text of the README; `None` where there is known to be none.
pub(super) fn find(store: &mut Store<'_>, root: &ObjectId) -> Result<Option<(String, String)>, Lost> {
    for place in PLACES {
        let folder = if place.is_empty() {
            Some(*root)
        } else {
            child(store, root, |name, is_tree| is_tree && name == *place)?.first().map(|(_, id)| *id)
        };
        let Some(folder) = folder else { continue };
        let mut names = child(store, &folder, |name, is_tree| !is_tree && is_readme(name))?;
        // Markdown first; then as they are sorted.
        names.sort_by_key(|(name, _)| (!name.to_ascii_lowercase().ends_with(".md"), name.clone()));
        if let Some((name, id)) = names.first() {
            let mut bytes = Vec::new();
            store.object(id, Sort::Blob, &mut bytes)?;
            let path = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
            return Ok(Some((path, encoding_rs::UTF_8.decode(&bytes).0.into_owned())));
        }
    }
    Ok(None)
}
