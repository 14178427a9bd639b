//! What a role is about: its specialisation, its level, its goals.

use serde::{Deserialize, Serialize};

use crate::problem::{Findings, Problem};

/// What sort of backend engineer is looked for. Backend is not one job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Specialisation {
    /// Builds and keeps services and their interfaces.
    ApiGeneralist,
    /// Works where the amount, shape and movement of data decide.
    DataIntensive,
    /// Works where latency and throughput are the product.
    HighPerformance,
}

impl Specialisation {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::ApiGeneralist, Self::DataIntensive, Self::HighPerformance];

    /// Its slug, as in data files and JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::ApiGeneralist => "api-generalist",
            Self::DataIntensive => "data-intensive",
            Self::HighPerformance => "high-performance",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::ApiGeneralist => "API generalist",
            Self::DataIntensive => "Data-intensive backend",
            Self::HighPerformance => "High-performance systems",
        }
    }

    /// The one with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == slug)
    }
}

/// The level a role is opened at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Seniority {
    /// Delivers given work alone.
    Mid,
    /// Owns an area and raises those around.
    Senior,
    /// Decides across areas and teams.
    Staff,
}

impl Seniority {
    /// All of them, lowest first.
    pub const ALL: [Self; 3] = [Self::Mid, Self::Senior, Self::Staff];

    /// Its slug, as in data files and JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Mid => "mid",
            Self::Senior => "senior",
            Self::Staff => "staff",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Mid => "Mid-level",
            Self::Senior => "Senior",
            Self::Staff => "Staff",
        }
    }

    /// The one with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.slug() == slug)
    }
}

/// One value for each seniority.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct PerSeniority<T> {
    /// At mid level.
    pub mid: T,
    /// At senior level.
    pub senior: T,
    /// At staff level.
    pub staff: T,
}

impl<T> PerSeniority<T> {
    /// The value at one seniority.
    pub fn get(&self, seniority: Seniority) -> &T {
        match seniority {
            Seniority::Mid => &self.mid,
            Seniority::Senior => &self.senior,
            Seniority::Staff => &self.staff,
        }
    }

    /// The same with every value changed.
    pub(crate) fn map<U>(self, mut change: impl FnMut(T) -> U) -> PerSeniority<U> {
        PerSeniority { mid: change(self.mid), senior: change(self.senior), staff: change(self.staff) }
    }
}

/// Most characters in a role's title: it has to fit a heading.
pub const LONGEST_TITLE: usize = 120;

/// Most success goals of a role: more than this are a wish list, and nobody hires against one.
pub const MOST_GOALS: usize = 8;

/// Checks what a person types for a role. Places are `title` and `goals.N`.
///
/// A role without goals is questioned, not refused: it can be opened, but nothing says what success would be.
pub fn check_role(title: &str, goals: &[String]) -> Vec<Problem> {
    let mut findings = Findings::default();
    findings.text("title", "The title", title);
    if title.chars().count() > LONGEST_TITLE {
        findings.error(
            "title",
            format!("The title is longer than {LONGEST_TITLE} characters."),
            "Shorten it; details belong into the goals.",
        );
    }
    if goals.is_empty() {
        findings.question(
            "goals",
            "The role has no success goals, so nothing says what the assessments should predict.",
            "Write what the person will have done after six months.",
        );
    }
    if goals.len() > MOST_GOALS {
        findings.error(
            "goals",
            format!("The role has {} goals; more than {MOST_GOALS} cannot all decide.", goals.len()),
            "Keep those by which you would know that the hire was right.",
        );
    }
    for (index, goal) in goals.iter().enumerate() {
        findings.text(format_args!("goals.{index}"), &format!("Goal {}", index + 1), goal);
    }
    findings.into_problems()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::usable;

    #[test]
    fn slugs_are_the_serialised_names() {
        for one in Specialisation::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.slug());
            assert_eq!(Specialisation::from_slug(one.slug()), Some(one));
        }
        for one in Seniority::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.slug());
            assert_eq!(Seniority::from_slug(one.slug()), Some(one));
        }
        assert_eq!(Seniority::from_slug("junior"), None);
    }

    #[test]
    fn a_role_needs_a_title_and_is_asked_for_goals() {
        let goal = || vec!["Owns the billing service".to_owned()];
        assert_eq!(check_role("Backend engineer", &goal()), vec![]);
        assert!(usable(&check_role("Backend engineer", &[])));
        assert!(!check_role("Backend engineer", &[]).is_empty());
        assert!(!usable(&check_role("  ", &goal())));
        assert!(!usable(&check_role(&"x".repeat(LONGEST_TITLE + 1), &goal())));
        assert!(!usable(&check_role("Backend engineer", &["".to_owned()])));
        assert!(!usable(&check_role("Backend engineer", &vec!["g".to_owned(); MOST_GOALS + 1])));
    }
}
