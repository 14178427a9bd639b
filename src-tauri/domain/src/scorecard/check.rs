//! What a scorecard lacks before it can be submitted, and what can never stand in one.

use std::collections::BTreeSet;

use serde::Serialize;

use super::log::log_problems;
use super::{NOT_ASSESSED, Recommendation, ScorecardContent};

/// Characters that one text of a scorecard may have: some ten pages.
pub const TEXT_MAX: usize = 20_000;

/// One thing that keeps a scorecard from being submitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Missing {
    /// The criterion concerned; `None` for the scorecard as a whole or a red flag.
    pub criterion: Option<String>,
    /// What is missing or wrong, for people.
    pub what: String,
}

impl Missing {
    fn at(criterion: &str, what: String) -> Self {
        Missing { criterion: Some(criterion.to_owned()), what }
    }

    fn whole(what: String) -> Self {
        Missing { criterion: None, what }
    }
}

/// What can stand in no scorecard of this rubric, drafts included: unknown or repeated criteria and flags, levels
/// outside the scale, texts longer than [`TEXT_MAX`], logs longer than [`super::LOG_MAX`]. `criteria` are ids with their number of levels, `flags` the ids of the rubric's red flags.
pub fn problems(content: &ScorecardContent, criteria: &[(&str, u8)], flags: &[&str]) -> Vec<Missing> {
    let mut found = rating_problems(content, criteria);
    found.extend(flag_problems(content, flags));
    found.extend(too_long("the summary", &content.summary).map(Missing::whole));
    found.extend(log_problems(content).into_iter().map(Missing::whole));
    let notes = content.log.iter().filter_map(|one| too_long("a note of the log", &one.text));
    found.extend(notes.map(Missing::whole));
    found
}

/// What to say of a text beyond [`TEXT_MAX`].
fn too_long(name: &str, text: &str) -> Option<String> {
    let length = text.chars().count();
    (length > TEXT_MAX)
        .then(|| format!("{name} is {length} characters long; the limit is {TEXT_MAX}, so shorten it"))
}

/// All that keeps a scorecard from being submitted: its [`problems`], then each criterion without a level or an explicit
/// "not assessed", each flag without evidence, and a missing recommendation. Empty means that it can be submitted.
pub fn completeness(content: &ScorecardContent, criteria: &[(&str, u8)], flags: &[&str]) -> Vec<Missing> {
    let mut missing = problems(content, criteria, flags);
    for (id, _) in criteria {
        if !content.ratings.iter().any(|rating| rating.criterion == *id && rating.level.is_some()) {
            missing.push(Missing::at(id, "give a level, or mark it as not assessed".to_owned()));
        }
    }
    for raised in content.flags.iter().filter(|raised| raised.evidence.trim().is_empty()) {
        missing
            .push(Missing::whole(format!("red flag \"{}\": write down what was seen or heard", raised.flag)));
    }
    if content.recommendation.is_none() {
        let words: Vec<&str> = Recommendation::ALL.iter().map(|one| one.as_str()).collect();
        missing.push(Missing::whole(format!("give a recommendation: {}", words.join(", "))));
    }
    missing
}

fn rating_problems(content: &ScorecardContent, criteria: &[(&str, u8)]) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut met = BTreeSet::new();
    for rating in &content.ratings {
        let id = rating.criterion.as_str();
        if !met.insert(id) {
            found.push(Missing::at(id, "is rated twice".to_owned()));
        }
        let quotes = rating.citations.iter().filter_map(|cited| too_long("a quote", &cited.quote));
        found.extend(
            too_long("the note", &rating.note).into_iter().chain(quotes).map(|what| Missing::at(id, what)),
        );
        match (criteria.iter().find(|(known, _)| *known == id), rating.level) {
            (None, _) => found.push(Missing::at(id, format!("\"{id}\" is no criterion of this rubric"))),
            (Some((_, levels)), Some(level)) if level != NOT_ASSESSED && level > *levels => {
                found.push(Missing::at(id, format!("level {level} is not on the scale of 1 to {levels}")));
            }
            _ => {}
        }
    }
    found
}

fn flag_problems(content: &ScorecardContent, flags: &[&str]) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut met = BTreeSet::new();
    for raised in &content.flags {
        if !met.insert(raised.flag.as_str()) {
            found.push(Missing::whole(format!("red flag \"{}\" is raised twice", raised.flag)));
        }
        let evidence = format!("the evidence of red flag \"{}\"", raised.flag);
        found.extend(too_long(&evidence, &raised.evidence).map(Missing::whole));
        if !flags.contains(&raised.flag.as_str()) {
            found.push(Missing::whole(format!("\"{}\" is no red flag of this rubric", raised.flag)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scorecard::{Citation, RaisedFlag, Rating, Recommendation};

    const CRITERIA: &[(&str, u8)] = &[("depth", 5), ("clarity", 4)];
    const FLAGS: &[&str] = &["blames-others"];

    fn rated(levels: &[(&str, Option<u8>)]) -> ScorecardContent {
        ScorecardContent {
            ratings: levels
                .iter()
                .map(|(id, level)| Rating { criterion: (*id).to_owned(), level: *level, ..Rating::default() })
                .collect(),
            recommendation: Some(Recommendation::Yes),
            ..ScorecardContent::default()
        }
    }

    fn about(missing: &[Missing]) -> Vec<Option<&str>> {
        missing.iter().map(|one| one.criterion.as_deref()).collect()
    }

    #[test]
    fn a_level_or_an_explicit_not_assessed_completes_a_criterion() {
        let content = rated(&[("depth", Some(5)), ("clarity", Some(NOT_ASSESSED))]);
        assert_eq!(completeness(&content, CRITERIA, FLAGS), []);
    }

    #[test]
    fn not_filled_in_is_not_the_same_as_not_assessed() {
        let content = rated(&[("depth", None)]);
        assert_eq!(about(&completeness(&content, CRITERIA, FLAGS)), [Some("depth"), Some("clarity")]);
        assert_eq!(problems(&content, CRITERIA, FLAGS), [], "a draft may have gaps");
    }

    #[test]
    fn levels_beyond_the_scale_are_refused_even_in_drafts() {
        let found = problems(&rated(&[("clarity", Some(5))]), CRITERIA, FLAGS);
        assert_eq!(found, [Missing::at("clarity", "level 5 is not on the scale of 1 to 4".to_owned())]);
    }

    #[test]
    fn unknown_and_repeated_criteria_are_refused() {
        let content =
            rated(&[("depth", Some(1)), ("depth", Some(2)), ("charm", Some(1)), ("clarity", Some(1))]);
        assert_eq!(about(&completeness(&content, CRITERIA, FLAGS)), [Some("depth"), Some("charm")]);
    }

    #[test]
    fn a_flag_must_be_known_raised_once_and_have_evidence() {
        let mut content = rated(&[("depth", Some(1)), ("clarity", Some(1))]);
        let raised =
            |flag: &str, evidence: &str| RaisedFlag { flag: flag.to_owned(), evidence: evidence.to_owned() };
        content.flags = vec![raised("blames-others", "\"they broke it\"")];
        assert_eq!(completeness(&content, CRITERIA, FLAGS), []);
        content.flags = vec![raised("blames-others", " "), raised("late", "x"), raised("late", "x")];
        let what: Vec<_> = completeness(&content, CRITERIA, FLAGS).into_iter().map(|one| one.what).collect();
        assert_eq!(
            what,
            [
                "\"late\" is no red flag of this rubric",
                "red flag \"late\" is raised twice",
                "\"late\" is no red flag of this rubric",
                "red flag \"blames-others\": write down what was seen or heard",
            ]
        );
    }

    #[test]
    fn every_text_has_a_limit_even_in_drafts() {
        let with = |text: &str| {
            let mut content = rated(&[("depth", Some(1)), ("clarity", Some(1))]);
            content.ratings[0].note = text.to_owned();
            content.ratings[1].citations = vec![Citation { quote: text.to_owned(), ..Citation::default() }];
            content.flags = vec![RaisedFlag { flag: "blames-others".to_owned(), evidence: text.to_owned() }];
            content.summary = text.to_owned();
            problems(&content, CRITERIA, FLAGS)
        };
        assert_eq!(with(&"ü".repeat(TEXT_MAX)), []);
        let found = with(&"ü".repeat(TEXT_MAX + 1));
        assert_eq!(about(&found), [Some("depth"), Some("clarity"), None, None]);
        assert_eq!(found[0].what, "the note is 20001 characters long; the limit is 20000, so shorten it");
        assert!(found[2].what.contains("red flag \"blames-others\"") && found[3].what.contains("summary"));
    }

    #[test]
    fn a_recommendation_is_needed() {
        let content =
            ScorecardContent { recommendation: None, ..rated(&[("depth", Some(1)), ("clarity", Some(1))]) };
        assert_eq!(about(&completeness(&content, CRITERIA, FLAGS)), [None]);
    }
}
