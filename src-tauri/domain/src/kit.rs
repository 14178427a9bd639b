//! Kits: what an interviewer needs in the room. Exact prompts, timings, clues, a marking sheet and materials, as a data file.

mod check;
mod hand_over;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentKind;
use crate::data_file;
use crate::problem::Problem;
use crate::role::Seniority;
use crate::rubric::{Rubric, tidy};

pub use hand_over::HandedOver;

/// Which version of a kit is meant: what a plan names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct KitName {
    /// [`Kit::id`].
    pub id: String,
    /// [`Kit::version`], from 1.
    pub version: u32,
}

/// What a plan has to know of a kit to be checked against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitRef {
    /// Which.
    pub name: KitName,
    /// [`Kit::kind`].
    pub kind: AssessmentKind,
    /// [`Kit::minutes`].
    pub minutes: u32,
    /// The rubrics that its marking sheet serves, as (id, version).
    pub rubrics: Vec<(String, u32)>,
}

/// A rubric beside the first one that a kit's marking sheet serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct OtherRubric {
    /// Id of the rubric.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// A form of a kit to choose, such as a language or a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Stable name inside the kit.
    pub id: String,
    /// Name for people.
    pub title: String,
}

/// One part of what happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable name inside the kit.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// Time box in minutes.
    pub minutes: u32,
    /// What is said or sent to the candidate, word for word.
    pub prompt: String,
    /// What the interviewer does meanwhile; never shown to the candidate.
    pub interviewer: String,
    /// Questions asked of everybody, in this order.
    pub follow_ups: Vec<String>,
}

/// A constraint, event or piece of evidence that the interviewer releases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Clue {
    /// Stable name inside the kit.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// What the candidate asks or says for it to be shown, and when it is offered unasked.
    pub release_when: String,
    /// What is said with it, word for word.
    pub say: String,
    /// What somebody who reads it rightly concludes.
    pub listen_for: String,
    /// Files under `clues/` that are shown with it.
    pub materials: Vec<String>,
}

/// A line of the marking sheet: a fact to find, beside the rubric's anchors and never a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Marking {
    /// Stable name inside the kit.
    pub id: String,
    /// What is looked at.
    pub title: String,
    /// Where it is to be found.
    pub place: String,
    /// Criteria of the rubric to which it contributes.
    pub criteria: Vec<String>,
    /// What has to be there to be counted whole.
    pub full: String,
    /// What counts as a part.
    pub partial: String,
    /// What looks like it and does not count.
    pub nothing: String,
}

/// Who gets a material.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The candidate, from the beginning.
    Candidate,
    /// The candidate, when the interviewer releases it.
    Clue,
    /// Markers and interviewers only.
    Interviewer,
    /// Whoever makes the materials again.
    Maker,
}

impl Audience {
    /// The folder of a kit in which everything stands that this audience gets.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Clue => "clues",
            Self::Interviewer => "interviewer",
            Self::Maker => "source",
        }
    }
}

/// A file or folder of the kit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Path inside the kit's folder, with `/`.
    pub path: String,
    /// Who gets it; says the same as the folder.
    #[serde(rename = "for")]
    pub audience: Audience,
    /// The variants it belongs to; empty for all.
    pub variants: Vec<String>,
    /// What it is.
    pub what: String,
}

/// How the command of a proof is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// With 0.
    Pass,
    /// Otherwise.
    Fail,
}

/// A command that shows that the kit is what it says; `rubrics/kits/prove.py` runs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// What is proved.
    pub title: String,
    /// Folders that are copied one over another into an empty one, in which the command runs.
    pub layers: Vec<String>,
    /// Program and arguments.
    pub command: Vec<String>,
    /// Programs that have to be installed.
    pub needs: Vec<String>,
    /// How it is to end.
    pub expect: Ending,
    /// Texts that have to be in what it prints.
    pub output: Vec<String>,
}

/// A kit for one assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Kit {
    /// Stable name; the name of the folder.
    pub id: String,
    /// Version, from 1.
    pub version: u32,
    /// The kind of assessment.
    pub kind: AssessmentKind,
    /// Name for people.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// What it takes of the candidate, in minutes; the sections sum to it.
    pub minutes: u32,
    /// The levels that it is made for.
    pub seniorities: Vec<Seniority>,
    /// Id of the rubric by which it is rated.
    pub rubric: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// Further rubrics of the kind that the marking sheet serves as well.
    pub other_rubrics: Vec<OtherRubric>,
    /// Forms to choose from; empty if there is one only.
    pub variants: Vec<Variant>,
    /// What happens, in order.
    pub sections: Vec<Section>,
    /// What the interviewer releases one by one.
    pub clues: Vec<Clue>,
    /// The marking sheet.
    pub marking: Vec<Marking>,
    /// Everything in the folder.
    pub materials: Vec<Material>,
    /// What can be run.
    pub proofs: Vec<Proof>,
}

impl Kit {
    /// Reads a kit from TOML text and checks it, also against the rubrics that there are. `file` is named in every problem,
    /// with the line.
    pub fn parse(text: &str, file: &str, rubrics: &[Rubric]) -> Result<Self, Vec<Problem>> {
        data_file::read(text, file, |kit: &Self| check::check(kit, rubrics))
    }

    /// Its canonical text: one line of JSON with all fields in a fixed order. Line breaks in prompts are kept, for they are
    /// said or sent as they stand; the summary and titles are tidied.
    #[expect(clippy::expect_used, reason = "strings, integers and unit variants always serialise")]
    pub fn canonical(&self) -> String {
        let tidied = Self { title: tidy(&self.title), summary: tidy(&self.summary), ..self.clone() };
        serde_json::to_string(&tidied).expect("a kit serialises")
    }

    /// Reads what [`Kit::canonical`] wrote. Fails on any other text; does not check the rules again, because a stored version
    /// stays readable when rules become stricter.
    pub fn from_canonical(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The kit as a TOML file that [`Kit::parse`] reads back as the same kit.
    #[expect(clippy::expect_used, reason = "strings, integers and unit variants always serialise")]
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).expect("a kit serialises")
    }

    /// What a plan names it by.
    pub fn name(&self) -> KitName {
        KitName { id: self.id.clone(), version: self.version }
    }

    /// What a plan is checked by.
    pub fn reference(&self) -> KitRef {
        KitRef { name: self.name(), kind: self.kind, minutes: self.minutes, rubrics: self.rubrics() }
    }

    /// Every rubric that its marking sheet serves, as (id, version); the first one first.
    pub fn rubrics(&self) -> Vec<(String, u32)> {
        let first = (self.rubric.clone(), self.rubric_version);
        let others = self.other_rubrics.iter().map(|one| (one.id.clone(), one.version));
        std::iter::once(first).chain(others).collect()
    }

    /// What is wrong between the kit and its folder: something named that is not there, and something there that nobody names.
    /// `files` are all files below the folder but `kit.toml`, as paths inside it with `/`. `text` and `file` are those of
    /// `kit.toml`, for the lines of the problems.
    pub fn check_files(&self, files: &BTreeSet<String>, text: &str, file: &str) -> Vec<Problem> {
        data_file::located(check::files(self, files), text, file)
    }
}

#[cfg(test)]
mod tests;
