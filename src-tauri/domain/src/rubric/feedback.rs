//! What a rubric says to the candidate: sentences of its own, since an anchor speaks to raters.

use serde::{Deserialize, Serialize};

use super::{Criterion, Rubric, tidy, tidy_all};
use crate::problem::Findings;

/// What a candidate is told about one criterion, in the second person and in whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CriterionFeedback {
    /// The heading over it.
    pub title: String,
    /// What was looked at.
    pub looked_at: String,
    /// What was seen, for each level; the first is level 1.
    pub seen: Vec<String>,
    /// What would have raised an answer, for each level but the highest.
    pub more: Vec<String>,
}

/// Words that a candidate's own feedback does not use, each with what to write.
const NOT_FOR_THEM: [(&str, &str); 4] = [
    ("candidate", "Write \"you\"."),
    ("rubric", "Say what was looked at, in words that need no rubric beside them."),
    ("interviewer", "Write \"we\": a feedback comes from all who were there."),
    ("level ", "Name no level: say what was seen."),
];

impl CriterionFeedback {
    pub(super) fn tidied(self) -> Self {
        Self {
            title: tidy(&self.title),
            looked_at: tidy(&self.looked_at),
            seen: tidy_all(&self.seen),
            more: tidy_all(&self.more),
        }
    }

    /// Each text with its place in the data.
    fn texts<'a>(&'a self, at: &str) -> Vec<(String, &'a str)> {
        let mut all = vec![
            (format!("{at}.title"), self.title.as_str()),
            (format!("{at}.looked_at"), self.looked_at.as_str()),
        ];
        for (name, list) in [("seen", &self.seen), ("more", &self.more)] {
            all.extend(
                list.iter().enumerate().map(|(index, text)| (format!("{at}.{name}.{index}"), text.as_str())),
            );
        }
        all
    }
}

/// What is wrong with a criterion's words for the candidate, where it has them. They are counted against its anchors, so that a
/// missing anchor is told once.
pub(super) fn check(criterion: &Criterion, at: &str, findings: &mut Findings) {
    let Some(told) = &criterion.feedback else { return };
    let at = format!("{at}.feedback");
    let anchors = criterion.anchors.len();
    for (name, found, wanted) in
        [("seen", told.seen.len(), anchors), ("more", told.more.len(), anchors.saturating_sub(1))]
    {
        if found != wanted {
            findings.error(
                format_args!("{at}.{name}"),
                format!(
                    "\"{}\" has {found} texts in \"{name}\" for the candidate; {anchors} anchors need {wanted}.",
                    criterion.id
                ),
                "\"seen\" has one for every level, \"more\" one for every level but the highest.",
            );
        }
    }
    for (place, text) in told.texts(&at) {
        findings.text(&place, "What the candidate is told", text);
        let lower = text.to_lowercase();
        if let Some((word, todo)) = NOT_FOR_THEM.iter().find(|(word, _)| lower.contains(word)) {
            findings.question(
                &place,
                format!("The candidate reads this about themselves, and it says \"{}\".", word.trim_end()),
                *todo,
            );
        }
    }
}

/// A question where criteria have no words for the candidate.
pub(super) fn check_all(rubric: &Rubric, findings: &mut Findings) {
    let without: Vec<&str> =
        rubric.criteria.iter().filter(|one| one.feedback.is_none()).map(|one| one.id.as_str()).collect();
    if !without.is_empty() {
        findings.question(
            "criteria",
            format!(
                "No words for the candidate: {}. A feedback can only say whether it was what the role asks for.",
                without.join(", ")
            ),
            "Give each a [criteria.feedback] with title, looked_at, seen and more; rubrics/README.md says how.",
        );
    }
}
