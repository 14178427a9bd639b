//! The anchors that raters chose, told to the candidate: each stands by itself, no level is named, nothing is averaged, and
//! no example of an answer is told, since those are of the kits.

use assay_domain::role::Seniority;
use assay_domain::rubric::{Criterion, Rubric};

use crate::debriefs::ExplainedAssessment;
use crate::dossiers::words::level;
use crate::scorecards::Scorecard;

/// The anchors that were chosen for one criterion, each in the words of the rubric's version that it was rated by.
pub struct Chosen<'a> {
    /// The lowest first; never empty.
    given: Vec<Given<'a>>,
}

/// One anchor that was chosen.
struct Given<'a> {
    /// The criterion in the version that was rated by.
    criterion: &'a Criterion,
    level: u8,
    /// The anchor by itself.
    text: String,
    /// How many gave it.
    raters: usize,
}

impl<'a> Chosen<'a> {
    /// What the raters chose, of those whose scorecards make the score; `rubrics` has the versions that they rated by, the
    /// oldest first. `None` where nobody assessed it.
    pub fn of(
        part: &ExplainedAssessment,
        id: &str,
        rubrics: impl Iterator<Item = &'a Rubric>,
    ) -> Option<Self> {
        let given = rubrics.flat_map(|rubric| {
            let criterion = rubric.criterion(id);
            let own =
                |card: &&Scorecard| card.rubric_id == rubric.id && card.rubric_version == rubric.version;
            let ratings = part.counted().filter(own).flat_map(|card| &card.ratings);
            let levels = ratings.filter(|one| one.criterion == id).filter_map(|one| level(one.level));
            levels.filter_map(move |level| Some(Given::new(criterion?, level)))
        });
        Self::made(given)
    }

    /// The same anchors are told once, with how many chose them.
    fn made(all: impl Iterator<Item = Given<'a>>) -> Option<Self> {
        let mut given: Vec<Given<'a>> = Vec::new();
        for one in all {
            match given.iter_mut().find(|same| same.level == one.level && same.text == one.text) {
                Some(same) => same.raters += 1,
                None => given.push(one),
            }
        }
        given.sort_by_key(|one| one.level);
        (!given.is_empty()).then_some(Self { given })
    }

    /// What was looked at, as the versions say it.
    pub fn observed(&self) -> String {
        let mut all: Vec<&str> = Vec::new();
        for text in self.given.iter().map(|one| one.criterion.observe.as_str()) {
            if !all.contains(&text) {
                all.push(text);
            }
        }
        all.join(" ")
    }

    /// Whether every rater saw what is expected at a seniority, or more.
    pub fn meets(&self, seniority: Seniority) -> bool {
        self.given.iter().all(|one| one.level >= one.criterion.expected.get(seniority).level)
    }

    /// What was seen: one sentence where all saw the same, else one for each that was chosen, with how many saw it.
    pub fn seen(&self) -> Vec<String> {
        if let [one] = &self.given[..] {
            return vec![one.text.clone()];
        }
        let one_by_one = self.given.iter().enumerate().map(|(index, one)| {
            let before = index.checked_sub(1).and_then(|before| self.given.get(before));
            let other = one.raters == 1 && before.is_some_and(|before| before.raters == 1);
            let who = if other { "Another" } else { number(one.raters) };
            match before.and_then(|before| one.beyond(&before.text)) {
                Some(rest) => format!("{who} saw all of this, and in addition: {rest}"),
                None => format!("{who} saw: {}", one.text),
            }
        });
        one_by_one.collect()
    }

    /// What would have raised it, by the version of the highest.
    pub fn raised(&self, seniority: Seniority) -> String {
        let Some(highest) = self.given.last() else { return String::new() };
        let next = highest.level + 1;
        let above = highest.criterion.anchor(next).map(|_| {
            let above = Given::new(highest.criterion, next);
            above.beyond(&highest.text).map_or((false, above.text), |more| (true, more.to_owned()))
        });
        let said = match (above, self.given.len()) {
            (None, 1) => "nothing; this is the most that we look for.".to_owned(),
            (None, _) => "showing the last of these so plainly that everybody sees it.".to_owned(),
            (Some((true, more)), 1) => format!("all of this, and in addition: {more}"),
            (Some((false, more)), 1) => more,
            (Some((_, more)), _) => {
                format!("showing the last of these so plainly that everybody sees it. Beyond that: {more}")
            }
        };
        let expected = highest.criterion.expected.get(seniority).level;
        if expected == next { format!("{said} That is what we look for at this level.") } else { said }
    }

    /// What is looked for at a seniority, where that is more than the next step.
    pub fn looked_for(&self, seniority: Seniority) -> Option<String> {
        let highest = self.given.last()?;
        let expected = highest.criterion.expected.get(seniority).level;
        (expected > highest.level + 1).then(|| alone(highest.criterion, expected))
    }
}

impl<'a> Given<'a> {
    fn new(criterion: &'a Criterion, level: u8) -> Self {
        Self { criterion, level, text: alone(criterion, level), raters: 1 }
    }

    /// What it says beyond a text, where it is that text and more.
    fn beyond(&self, text: &str) -> Option<&'a str> {
        let (base, rest) = self.criterion.anchor(self.level).and_then(referred)?;
        let more = base < self.level && alone(self.criterion, base) == text;
        more.then(|| rest.strip_prefix("and ").unwrap_or(rest))
    }
}

/// The anchor of a level by itself: "As level 4, and says why" stands after the text of level 4.
fn alone(criterion: &Criterion, level: u8) -> String {
    let text = criterion.anchor(level).unwrap_or_default();
    match referred(text) {
        Some((base, rest)) if base < level => {
            format!("{} {}", alone(criterion, base), capital(rest)).trim_end().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// "As level 4, and says why" is 4 and "and says why".
fn referred(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("As level ").or_else(|| text.strip_prefix("as level "))?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (level, rest) = rest.split_at(end);
    Some((level.parse().ok()?, rest.trim_start_matches([',', ';', ':', '.', ' '])))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
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
