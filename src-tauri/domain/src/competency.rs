//! Competencies: the shared words for what roles ask for and rubric criteria observe.

use serde::{Deserialize, Serialize};

use crate::data_file;
use crate::problem::{Findings, Problem};

/// The slug of a competency, such as `databases`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct CompetencySlug(pub String);

impl std::fmt::Display for CompetencySlug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One competency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Its stable name.
    pub slug: CompetencySlug,
    /// Its name for people.
    pub title: String,
    /// What somebody who has it does, in a sentence or two.
    pub summary: String,
}

/// All competencies of `rubrics/competencies.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetencyList {
    /// In the order in which they are shown.
    pub competencies: Vec<Competency>,
}

impl CompetencyList {
    /// Reads the list from TOML text; `file` is named in every problem.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Problem>> {
        data_file::read(text, file, Self::check)
    }

    /// Everything wrong in a file of competencies, each with its line. Empty means that the file is good.
    pub fn check_file(text: &str, file: &str) -> Vec<Problem> {
        data_file::check_file(text, file, Self::check)
    }

    /// All slugs in a row, for a message that says what there is.
    pub(crate) fn slugs(&self) -> String {
        let slugs: Vec<&str> = self.competencies.iter().map(|one| one.slug.0.as_str()).collect();
        slugs.join(", ")
    }

    /// The competency with this slug.
    pub fn get(&self, slug: &CompetencySlug) -> Option<&Competency> {
        self.competencies.iter().find(|one| one.slug == *slug)
    }

    fn check(&self) -> Vec<Problem> {
        let mut findings = Findings::default();
        for (index, one) in self.competencies.iter().enumerate() {
            let at = format!("competencies.{index}");
            findings.slug(format_args!("{at}.slug"), "The competency", &one.slug.0);
            findings.text(format_args!("{at}.title"), "The title", &one.title);
            findings.text(format_args!("{at}.summary"), "The summary", &one.summary);
        }
        findings.unique("competencies", "slug", self.competencies.iter().map(|one| one.slug.0.as_str()));
        findings.into_problems()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_list_and_names_the_line_of_a_slug_that_stands_twice() {
        let one =
            "[[competencies]]\nslug = \"databases\"\ntitle = \"Databases\"\nsummary = \"Models data.\"\n";
        let list = CompetencyList::parse(one, "c.toml").unwrap();
        assert_eq!(list.get(&CompetencySlug("databases".into())).unwrap().title, "Databases");
        assert_eq!(list.get(&CompetencySlug("cooking".into())), None);
        let problems = CompetencyList::parse(&one.repeat(2), "c.toml").unwrap_err();
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].file.as_str(), problems[0].line), ("c.toml", 6));
    }
}
