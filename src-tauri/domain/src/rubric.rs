//! Rubrics: criteria with an observable anchor for every level. The file format is that of these types, in TOML.

mod check;
mod compare;
mod feedback;

use serde::{Deserialize, Serialize};

use crate::assessment::AssessmentKind;
use crate::competency::{CompetencyList, CompetencySlug};
use crate::data_file;
use crate::problem::{Findings, Problem};
use crate::role::PerSeniority;

pub use check::{CRITERIA, LEVELS};
pub use compare::{ComparedPart, PartChange, RubricComparison, TextChange, compare};
pub use feedback::{CriterionFeedback, not_for_them};

/// One version of a rubric. What a submitted scorecard used never changes: an edit makes the next version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// Stable name; the same through all versions.
    pub id: String,
    /// Version, from 1.
    pub version: u32,
    /// Name for people.
    pub title: String,
    /// The kind of assessment it is for.
    pub kind: AssessmentKind,
    /// What it looks at and what it leaves out.
    pub summary: String,
    /// Number of levels; level 1 is the lowest.
    pub levels: u8,
    /// What is rated.
    pub criteria: Vec<Criterion>,
    /// What is noted beside the ratings, never taken off them.
    pub red_flags: Vec<RedFlag>,
}

/// One thing that is rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable name inside the rubric.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// The competency that it observes.
    pub competency: CompetencySlug,
    /// Weight relative to the other criteria.
    pub weight: u32,
    /// Why it weighs that much.
    pub weight_reason: String,
    /// What to watch or read for, in one sentence.
    pub observe: String,
    /// What was seen, for each level; the first is level 1.
    pub anchors: Vec<String>,
    /// Concrete signs.
    pub look_for: Vec<String>,
    /// Questions that give a candidate another chance to show it.
    pub probes: Vec<String>,
    /// What is expected at each seniority.
    pub expected: PerSeniority<Expectation>,
    /// What a candidate is told about it; without it a feedback says only whether it was what the role asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<CriterionFeedback>,
}

impl Criterion {
    /// The anchor of a level, from 1; `None` where there is no such level.
    pub fn anchor(&self, level: u8) -> Option<&str> {
        let index = usize::from(level).checked_sub(1)?;
        self.anchors.get(index).map(String::as_str)
    }
}

/// The level that is expected, and what an answer at it looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The level, from 1.
    pub level: u8,
    /// What such an answer looks like.
    pub text: String,
}

/// Something that is noted with its evidence and talked about in the debrief; it never changes a rating by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Stable name inside the rubric.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// What has to be written down for it to count as seen.
    pub evidence_to_note: String,
    /// What looks like it and is not.
    pub not_a_red_flag: String,
}

/// Which rubric is meant: what a plan may name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RubricRef {
    /// [`Rubric::id`].
    pub id: String,
    /// [`Rubric::version`].
    pub version: u32,
    /// [`Rubric::kind`].
    pub kind: AssessmentKind,
}

impl Rubric {
    /// Reads a rubric from TOML text and checks it. `file` is named in every problem, with the line.
    ///
    /// Runs of white space inside texts become one space, so that wrapping lines changes nothing.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Problem>> {
        data_file::read(text, file, Self::check).map(Self::tidied)
    }

    /// Everything wrong or questionable in a rubric file, each with its line; also competencies that the shared list does not
    /// have. Empty means that the file is good.
    pub fn check_file(text: &str, file: &str, known: &CompetencyList) -> Vec<Problem> {
        data_file::check_file(text, file, |rubric: &Self| {
            [check::check(rubric), check::unknown_competencies(rubric, known)].concat()
        })
    }

    /// Everything wrong with it, by place in the data: for a rubric that is being edited.
    pub fn check(&self) -> Vec<Problem> {
        check::check(self)
    }

    /// The problem that its version is here already with another text; `next` is the first free one. `text` and `file` are
    /// those that it was read from, for the line.
    pub fn version_taken(&self, next: u32, text: &str, file: &str) -> Vec<Problem> {
        let mut findings = Findings::default();
        findings.error(
            "version",
            format!(
                "Version {} of \"{}\" is here with another text, and a version never changes.",
                self.version, self.id
            ),
            format!("Write version = {next}."),
        );
        data_file::located(findings.into_problems(), text, file)
    }

    /// Its canonical text: one line of JSON with all fields in a fixed order. Equal rubrics have equal canonical texts, and
    /// its hash is what a workspace knows a version by.
    #[expect(clippy::expect_used, reason = "strings, integers and unit variants always serialise")]
    pub fn canonical(&self) -> String {
        serde_json::to_string(&self.clone().tidied()).expect("a rubric serialises")
    }

    /// Reads what [`Rubric::canonical`] wrote. Fails on any other text; does not check the rules again, because a stored
    /// version stays readable when rules become stricter.
    pub fn from_canonical(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The rubric as a TOML file that [`Rubric::parse`] reads back as the same rubric.
    #[expect(clippy::expect_used, reason = "strings, integers and unit variants always serialise")]
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).expect("a rubric serialises")
    }

    /// What a plan names it by.
    pub fn reference(&self) -> RubricRef {
        RubricRef { id: self.id.clone(), version: self.version, kind: self.kind }
    }

    /// The criterion with this id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == id)
    }

    /// The red flag with this id.
    pub fn red_flag(&self, id: &str) -> Option<&RedFlag> {
        self.red_flags.iter().find(|flag| flag.id == id)
    }

    /// Sum of the criteria's weights.
    pub fn total_weight(&self) -> u32 {
        self.criteria.iter().map(|criterion| criterion.weight).sum()
    }

    fn tidied(self) -> Self {
        Self {
            title: tidy(&self.title),
            summary: tidy(&self.summary),
            criteria: self.criteria.into_iter().map(Criterion::tidied).collect(),
            red_flags: self.red_flags.into_iter().map(RedFlag::tidied).collect(),
            ..self
        }
    }
}

impl Criterion {
    fn tidied(self) -> Self {
        Self {
            title: tidy(&self.title),
            weight_reason: tidy(&self.weight_reason),
            observe: tidy(&self.observe),
            anchors: tidy_all(&self.anchors),
            look_for: tidy_all(&self.look_for),
            probes: tidy_all(&self.probes),
            expected: self.expected.map(|one| Expectation { text: tidy(&one.text), ..one }),
            feedback: self.feedback.map(CriterionFeedback::tidied),
            ..self
        }
    }
}

impl RedFlag {
    fn tidied(self) -> Self {
        Self {
            title: tidy(&self.title),
            evidence_to_note: tidy(&self.evidence_to_note),
            not_a_red_flag: tidy(&self.not_a_red_flag),
            ..self
        }
    }
}

/// The text with every run of white space as one space.
pub(crate) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// [`tidy`] for each text of a list.
pub(crate) fn tidy_all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| tidy(text)).collect()
}

#[cfg(test)]
mod tests;
