//! Git repositories: clones (whole, bare, shallow) on disk or in an archive, and bundles.
//!
//! Objects are read with gitoxide's plumbing (`gix-pack`, `gix-object`, `gix-hash`), which knows no configuration, runs
//! nothing and follows nothing. Of a clone only its objects, refs and four small files are read (`layout`); its
//! configuration is looked at as data (`config`). Hooks, attributes, filters, alternates, replacements, includes, other
//! work trees and submodules are neither read nor obeyed. What is read of a commit fits its id, or is not taken.

mod budget;
mod bundle;
mod commit;
mod config;
mod files;
mod history;
mod layout;
mod made_index;
mod outline;
mod pack;
mod readme;
mod refs;
mod remarks;
mod scan;
mod store;
mod tell;
mod tree;

pub(crate) use self::files::{DiskFiles, GitFiles, HeldFiles, all, is_git, read_up_to};
pub(crate) use self::layout::is_read;
pub(crate) use self::outline::{read_bundle, read_clone};

/// Id of the shape of a bundle.
pub(crate) const BUNDLE: &str = "git-bundle";
/// Id of the shape of a clone.
pub(crate) const CLONE: &str = "git-clone";
