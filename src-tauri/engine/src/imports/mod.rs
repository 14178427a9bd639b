//! Imports.
pub(crate) mod refs;
