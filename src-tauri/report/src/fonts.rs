//! Fonts: Inter, which comes with the program, and those of the system for every script that Inter does not have.

use std::sync::Arc;

use fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::FontContext;

/// Name of the family that comes with the program.
pub(crate) const FAMILY: &str = "Inter";

pub(crate) static REGULAR: &[u8] = include_bytes!("../fonts/Inter_400Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../fonts/Inter_600SemiBold.ttf");

/// The fonts that documents are set in.
#[derive(Clone)]
pub struct Fonts {
    context: FontContext,
}

impl Fonts {
    /// Inter, and whatever the system has for other scripts. Where the system's list of fonts cannot be read, Inter alone.
    pub fn of_system() -> Self {
        Self::new(true)
    }

    /// Inter alone: Latin, Greek, Cyrillic, Vietnamese.
    pub fn built_in() -> Self {
        Self::new(false)
    }

    fn new(system_fonts: bool) -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
        for bytes in [REGULAR, SEMI_BOLD] {
            collection.register_fonts(Blob::new(Arc::new(bytes)), None);
        }
        Self { context: FontContext { collection, source_cache: SourceCache::default() } }
    }

    pub(crate) fn context(&self) -> FontContext {
        self.context.clone()
    }
}
