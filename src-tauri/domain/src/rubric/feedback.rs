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

/// Words that a candidate's own feedback does not use, with what to write.
const NOT_FOR_THEM: [(&[&str], &str); 5] = [
    (&["candidate", "candidates"], "Write \"you\"."),
    (
        &["rubric", "rubrics", "criterion", "criteria", "anchor", "anchors"],
        "Say what was looked at, in words that need no rubric beside them.",
    ),
    (
        &["interviewer", "interviewers", "rater", "raters"],
        "Write \"we\": a feedback comes from all who were there.",
    ),
    (&["level"], "Name no level: say what was seen."),
    (&["their own"], "Write \"your own\"."),
];

/// The first words that a candidate's own feedback does not use, with what to write. Whole words: a candidate key and a
/// high-level design are of the trade, and so is any level without a number.
pub fn not_for_them(text: &str) -> Option<(&'static str, &'static str)> {
    let bare = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        word.trim_end_matches("'s").trim_end_matches("’s").to_owned()
    };
    let said: Vec<String> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let is_said = |wanted: &str| {
        let wanted: Vec<&str> = wanted.split(' ').collect();
        said.windows(wanted.len()).enumerate().any(|(at, words)| {
            words == wanted && is_meant(wanted[0], said.get(at + wanted.len()).map_or("", String::as_str))
        })
    };
    let mut all = NOT_FOR_THEM.iter().flat_map(|(words, todo)| words.iter().map(move |word| (*word, *todo)));
    all.find(|(word, _)| is_said(word))
}

/// Whether a word speaks of the hiring, by the one behind it.
fn is_meant(word: &str, next: &str) -> bool {
    match word {
        "candidate" => !matches!(next, "key" | "keys"),
        "level" => next.parse::<u8>().is_ok() || matches!(next, "one" | "two" | "three" | "four" | "five"),
        _ => true,
    }
}

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
        if let Some((word, todo)) = not_for_them(text) {
            findings.question(
                &place,
                format!("The candidate reads this about themselves, and it says \"{word}\"."),
                todo,
            );
        }
    }
    for (level, text) in (1..).zip(&told.seen) {
        // Empty ones are told above.
        let Some(same) = told.seen[..level - 1].iter().position(|other| other == text && !text.is_empty())
        else {
            continue;
        };
        findings.error(
            format_args!("{at}.seen.{}", level - 1),
            format!(
                "\"{}\" tells the candidate the same at level {} and at level {level}.",
                criterion.id,
                same + 1
            ),
            "Say of each level what was seen there and not below it.",
        );
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

#[cfg(test)]
mod tests {
    use super::not_for_them;

    #[test]
    fn words_of_the_hiring_are_found_and_those_of_the_trade_are_not() {
        for (text, found) in [
            ("The candidate's answer was clear.", Some("candidate")),
            ("You did better than other candidates.", Some("candidates")),
            ("You reached Level 3.", Some("level")),
            ("You met two criteria.", Some("criteria")),
            ("They tested their own code.", Some("their own")),
            ("You found a candidate key, and drew the high-level design.", None),
            ("You chose an isolation level and took part in interviews.", None),
        ] {
            assert_eq!(not_for_them(text).map(|(word, _)| word), found, "{text}");
        }
    }
}
