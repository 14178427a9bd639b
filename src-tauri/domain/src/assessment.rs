//! The ways of looking at a candidate. A kind is one file here, one line in the list below, and one rubric.

/// What Assay knows about a kind of assessment. The same for every workspace; plans choose times and rubrics of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Definition {
    /// Stable name, as in data files and JSON.
    pub slug: &'static str,
    /// Name for people.
    pub title: &'static str,
    /// What it lets one see, in a sentence.
    pub observes: &'static str,
    /// Usual length.
    pub minutes: u32,
    /// Id of the rubric in the box.
    pub rubric: &'static str,
    /// Whether its minutes are the candidate's time (they are not where only our side works).
    pub takes_candidate_time: bool,
    /// Whether identities can be hidden from whoever rates it. An interview face to face cannot be blinded, nor a portfolio.
    pub can_be_blind: bool,
    /// Longest time in minutes that may be asked of the candidate; more is refused.
    pub most_minutes: u32,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $module:ident => $kind:ident),+ $(,)?) => {
        $(mod $module;)+

        /// A kind of assessment.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "specta", derive(specta::Type))]
        #[serde(rename_all = "kebab-case")]
        pub enum AssessmentKind {
            $($(#[$doc])* $kind),+
        }

        impl AssessmentKind {
            /// All kinds, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// What Assay knows about it.
            pub fn definition(self) -> &'static Definition {
                match self {
                    $(Self::$kind => &$module::DEFINITION),+
                }
            }
        }
    };
}

kinds! {
    #[doc = "Questions answered in writing, in the candidate's own time."] questionnaire => Questionnaire,
    #[doc = "A small task in a prepared repository."] coding_challenge => CodingChallenge,
    #[doc = "A larger task at home."] take_home => TakeHome,
    #[doc = "The candidate reviews a pull request."] code_review => CodeReview,
    #[doc = "A design conversation under constraints."] system_design => SystemDesign,
    #[doc = "Finding the cause of an incident from metrics, logs and traces."] live_debugging => LiveDebugging,
    #[doc = "Slow queries and their plans."] database_optimisation => DatabaseOptimisation,
    #[doc = "Code with vulnerabilities in it."] security_review => SecurityReview,
    #[doc = "The candidate's published work, read from a snapshot."] portfolio_review => PortfolioReview,
    #[doc = "What the candidate did in real situations."] behavioural_interview => BehaviouralInterview,
}

impl AssessmentKind {
    /// Its slug, as in data files and JSON.
    pub fn slug(self) -> &'static str {
        self.definition().slug
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        self.definition().title
    }

    /// Whether it is held at an appointed time, face to face.
    pub fn is_held(self) -> bool {
        let told = self.definition();
        told.takes_candidate_time && !told.can_be_blind
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slug::is_slug;

    #[test]
    fn slugs_are_the_serialised_names() {
        for kind in AssessmentKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.slug());
            assert_eq!(AssessmentKind::from_slug(kind.slug()), Some(*kind));
        }
    }

    #[test]
    fn every_kind_is_told_completely() {
        for kind in AssessmentKind::ALL {
            let told = kind.definition();
            assert!(is_slug(told.rubric), "{}", told.slug);
            assert!(!told.title.is_empty() && !told.observes.is_empty(), "{}", told.slug);
            assert!((1..=told.most_minutes).contains(&told.minutes), "{}", told.slug);
        }
    }
}
