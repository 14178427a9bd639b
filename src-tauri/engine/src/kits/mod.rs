//! Kits: what an interviewer needs in the room. Those that come with Assay, and the versions that this workspace keeps.

mod export;
mod keep;
mod read;
#[cfg(test)]
mod tests;

pub use export::{Exported, export, export_for_candidate};
pub(crate) use keep::keep_in;
pub(crate) use read::{find, references, without_files};
pub use read::{list, material, show};

use std::collections::BTreeMap;

use assay_domain::assessment::AssessmentKind;
use assay_domain::kit::{Audience, Kit, KitRef};
use assay_domain::role::Seniority;
use serde::Serialize;

use crate::Result;

/// A kit with all its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    /// What `kit.toml` says.
    pub kit: Kit,
    /// Every other file, by its path inside the kit, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Bundle {
    fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }
}

/// What plans are checked by: the kits that come with Assay.
pub fn builtin() -> Result<Vec<KitRef>> {
    Ok(crate::rubrics::kits()?.iter().map(|bundle| bundle.kit.reference()).collect())
}

/// A version of a kit in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct KitSummary {
    /// Stable name.
    pub id: String,
    /// Version.
    pub version: u32,
    /// The kind of assessment.
    pub kind: AssessmentKind,
    /// Name for people.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// What it takes of the candidate, in minutes.
    pub minutes: u32,
    /// The levels that it is made for.
    pub seniorities: Vec<Seniority>,
    /// Id of the rubric by which it is rated.
    pub rubric_id: String,
    /// Version of that rubric.
    pub rubric_version: u32,
}

impl KitSummary {
    fn of(kit: &Kit) -> Self {
        Self {
            id: kit.id.clone(),
            version: kit.version,
            kind: kit.kind,
            title: kit.title.clone(),
            summary: kit.summary.split_whitespace().collect::<Vec<_>>().join(" "),
            minutes: kit.minutes,
            seniorities: kit.seniorities.clone(),
            rubric_id: kit.rubric.clone(),
            rubric_version: kit.rubric_version,
        }
    }
}

/// One version of a kit with the list of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct KitDetail {
    /// What it says.
    pub kit: Kit,
    /// Its files, by path; those of whoever makes the materials again come last.
    pub files: Vec<KitFile>,
}

/// A file of a kit in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct KitFile {
    /// Path inside the kit, with `/`.
    pub path: String,
    /// Who gets it.
    pub audience: Audience,
    /// The variants it belongs to; empty for all.
    pub variants: Vec<String>,
    /// Size in bytes.
    pub bytes: u32,
}

/// A file of a kit to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct KitMaterial {
    /// Path inside the kit, with `/`.
    pub path: String,
    /// Its text; what is not UTF-8 is replaced by marks.
    pub text: String,
}
