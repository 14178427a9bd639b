//! What the candidate is told about one criterion, in the words that its rubric has for them: no level is named, nothing is
//! averaged, and neither anchors nor examples of answers are told, since those speak to raters.

use assay_domain::role::Seniority;
use assay_domain::rubric::{Criterion, CriterionFeedback, Rubric};

use crate::debriefs::ExplainedAssessment;
use crate::dossiers::words::level;
use crate::scorecards::Scorecard;

/// Said where a rubric has no words for the candidate.
const REACHED: &str = "You showed what we look for in this role, or more.";
const NOT_REACHED: &str = "You showed less of this than we look for in this role.";
const ASK_US: &str = "Ask us, and we tell you what we saw and what would have raised it.";

/// What was seen of one criterion, each in the words of the rubric's version that it was rated by.
pub struct Told<'a> {
    /// One for each rater, the lowest first; never empty.
    given: Vec<Given<'a>>,
    seniority: Seniority,
}

/// What one rater saw.
struct Given<'a> {
    /// The criterion in the version that was rated by.
    criterion: &'a Criterion,
    level: u8,
    /// What is said of it.
    text: &'a str,
}

/// What would have raised it, or would take it further.
#[derive(Debug, PartialEq, Eq)]
pub struct Further<'a> {
    /// What the steps lead to, in words.
    pub lead: &'static str,
    /// The steps, the nearest first; never empty.
    pub steps: Vec<&'a str>,
}

impl<'a> Told<'a> {
    /// What those raters saw whose scorecards make the score; `rubrics` has the versions that they rated by, the oldest
    /// first. `None` where nobody assessed it.
    pub fn of(
        part: &ExplainedAssessment,
        id: &str,
        rubrics: impl Iterator<Item = &'a Rubric>,
        seniority: Seniority,
    ) -> Option<Self> {
        let given = rubrics.flat_map(|rubric| {
            let criterion = rubric.criterion(id);
            let own =
                |card: &&Scorecard| card.rubric_id == rubric.id && card.rubric_version == rubric.version;
            let ratings = part.counted().filter(own).flat_map(|card| &card.ratings);
            let levels = ratings.filter(|one| one.criterion == id).filter_map(|one| level(one.level));
            levels.filter_map(move |level| Some(Given::new(criterion?, level, seniority)))
        });
        Self::made(given, seniority)
    }

    /// Raters stay apart though their words be the same: versions may have the same words and expect another level.
    fn made(all: impl Iterator<Item = Given<'a>>, seniority: Seniority) -> Option<Self> {
        let mut given: Vec<Given<'a>> = all.collect();
        given.sort_by_key(|one| one.level);
        (!given.is_empty()).then_some(Self { given, seniority })
    }

    /// What was looked at, as each version says it.
    pub fn looked_at(&self) -> Vec<&'a str> {
        let mut all: Vec<&str> = Vec::new();
        for words in self.given.iter().filter_map(Given::words) {
            if !all.contains(&words.looked_at.as_str()) {
                all.push(&words.looked_at);
            }
        }
        all
    }

    /// Whether every rater saw what is expected, or more.
    pub fn meets(&self) -> bool {
        self.given.iter().all(|one| one.meets(self.seniority))
    }

    /// Whether a version that was rated by has no words for the candidate.
    pub fn in_general(&self) -> bool {
        self.given.iter().any(|one| one.words().is_none())
    }

    /// What was seen: one text where all saw the same, else one for each that was seen, with how many saw it.
    pub fn seen(&self) -> Vec<String> {
        // The same words are told once, with how many saw it.
        let mut texts: Vec<(&str, usize)> = Vec::new();
        for one in &self.given {
            match texts.iter_mut().find(|(text, _)| *text == one.text) {
                Some((_, raters)) => *raters += 1,
                None => texts.push((one.text, 1)),
            }
        }
        if let [(text, _)] = texts[..] {
            return vec![text.to_owned()];
        }
        let one_by_one = texts.iter().enumerate().map(|(index, (text, raters))| {
            let before = index.checked_sub(1).and_then(|before| texts.get(before));
            let another = *raters == 1 && before.is_some_and(|(_, before)| *before == 1);
            let who = if another { "Another" } else { number(*raters) };
            format!("{who} of us saw this: {text}")
        });
        one_by_one.collect()
    }

    /// What would have raised it to what is expected, from the lowest that fell short, each step of it; where all reached it, the
    /// step above the highest. `None` where there is nothing to add.
    pub fn further(&self) -> Option<Further<'a>> {
        let short = self.given.iter().find(|one| !one.meets(self.seniority));
        let from = short.or(self.given.last())?;
        let lead = match (self.meets(), self.given.iter().any(|one| one.meets(self.seniority))) {
            (true, _) => "What would take it further:",
            (false, false) => "What would have brought it to what we look for in this role:",
            (false, true) => "What would have let all of us see what we look for in this role:",
        };
        let steps = match from.words() {
            Some(words) => {
                let first = usize::from(from.level).saturating_sub(1);
                let end = usize::from(from.expected(self.seniority)).saturating_sub(1).max(first + 1);
                let own = words.more.get(first..end.min(words.more.len())).unwrap_or_default();
                own.iter().map(String::as_str).collect()
            }
            None if self.meets() => Vec::new(),
            None => vec![ASK_US],
        };
        (!steps.is_empty()).then_some(Further { lead, steps })
    }
}

impl<'a> Given<'a> {
    fn new(criterion: &'a Criterion, level: u8, seniority: Seniority) -> Self {
        let mut given = Self { criterion, level, text: NOT_REACHED };
        let at = usize::from(level).saturating_sub(1);
        match given.words().and_then(|words| words.seen.get(at)) {
            Some(seen) => given.text = seen,
            None if given.meets(seniority) => given.text = REACHED,
            None => {}
        }
        given
    }

    fn words(&self) -> Option<&'a CriterionFeedback> {
        self.criterion.feedback.as_ref()
    }

    fn expected(&self, seniority: Seniority) -> u8 {
        self.criterion.expected.get(seniority).level
    }

    fn meets(&self, seniority: Seniority) -> bool {
        self.level >= self.expected(seniority)
    }
}

fn number(raters: usize) -> &'static str {
    match raters {
        1 => "One",
        2 => "Two",
        3 => "Three",
        4 => "Four",
        _ => "Several",
    }
}

#[cfg(test)]
mod tests;
