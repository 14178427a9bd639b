//! What a rubric must be. Every rule says why it is one.

use std::ops::RangeInclusive;

use super::{Criterion, Rubric, feedback, tidy};
use crate::competency::CompetencyList;
use crate::problem::{Findings, Problem};
use crate::role::Seniority;

/// How many levels a rubric may have: two cannot tell people apart, and nobody keeps eight apart.
pub const LEVELS: RangeInclusive<u8> = 3..=7;

/// How many criteria a rubric may have: fewer is one impression, more cannot be watched at once.
pub const CRITERIA: RangeInclusive<usize> = 5..=8;

/// Largest relative weight of a criterion.
const MOST_WEIGHT: u32 = 100;

/// All problems of a rubric, by place in the data.
pub(super) fn check(rubric: &Rubric) -> Vec<Problem> {
    let mut findings = Findings::default();
    head(rubric, &mut findings);
    for (index, criterion) in rubric.criteria.iter().enumerate() {
        check_criterion(criterion, rubric.levels, &format!("criteria.{index}"), &mut findings);
    }
    findings.unique("criteria", "id", rubric.criteria.iter().map(|one| one.id.as_str()));
    for (index, flag) in rubric.red_flags.iter().enumerate() {
        let at = format!("red_flags.{index}");
        findings.slug(format_args!("{at}.id"), "The red flag's id", &flag.id);
        findings.text(format_args!("{at}.title"), "The red flag's title", &flag.title);
        findings.text(format_args!("{at}.evidence_to_note"), "The evidence to note", &flag.evidence_to_note);
        findings.text(format_args!("{at}.not_a_red_flag"), "The counter-example", &flag.not_a_red_flag);
    }
    feedback::check_all(rubric, &mut findings);
    findings.unique("red_flags", "id", rubric.red_flags.iter().map(|one| one.id.as_str()));
    findings.into_problems()
}

/// A question for every competency that the shared list does not have: roles ask for competencies by the same words.
pub(super) fn unknown_competencies(rubric: &Rubric, known: &CompetencyList) -> Vec<Problem> {
    let mut findings = Findings::default();
    for (index, criterion) in rubric.criteria.iter().enumerate() {
        if known.get(&criterion.competency).is_none() {
            findings.question(
                format_args!("criteria.{index}.competency"),
                format!(
                    "The competency \"{}\" is not in the shared list, so no template asks for it.",
                    criterion.competency
                ),
                format!("Use one of these, or leave it if you mean a new one: {}.", known.slugs()),
            );
        }
    }
    findings.into_problems()
}

fn head(rubric: &Rubric, findings: &mut Findings) {
    findings.slug("id", "The rubric's id", &rubric.id);
    if rubric.version == 0 {
        findings.error("version", "The version is 0.", "Versions count from 1.");
    }
    findings.text("title", "The title", &rubric.title);
    findings.text("summary", "The summary", &rubric.summary);
    if !LEVELS.contains(&rubric.levels) {
        findings.error(
            "levels",
            format!(
                "{} levels are given; {} to {} can be told apart.",
                rubric.levels,
                LEVELS.start(),
                LEVELS.end()
            ),
            "Use 5 unless there is a reason not to.",
        );
    }
    let count = rubric.criteria.len();
    if !CRITERIA.contains(&count) {
        findings.error(
            "criteria",
            format!("There are {count} criteria; {} to {} can be watched.", CRITERIA.start(), CRITERIA.end()),
            if count < *CRITERIA.start() {
                "Split those that judge two things."
            } else {
                "Merge or drop some."
            },
        );
    }
}

fn check_criterion(criterion: &Criterion, levels: u8, at: &str, findings: &mut Findings) {
    findings.slug(format_args!("{at}.id"), "The criterion's id", &criterion.id);
    findings.slug(format_args!("{at}.competency"), "The competency", &criterion.competency.0);
    findings.text(format_args!("{at}.title"), "The title", &criterion.title);
    findings.text(format_args!("{at}.observe"), "What to observe", &criterion.observe);
    findings.text(format_args!("{at}.weight_reason"), "The reason for the weight", &criterion.weight_reason);
    if !(1..=MOST_WEIGHT).contains(&criterion.weight) {
        findings.error(
            format_args!("{at}.weight"),
            format!("The weight is {}; it must be 1 to {MOST_WEIGHT}.", criterion.weight),
            "A criterion that weighs nothing is not a criterion: take it out, or give it a weight.",
        );
    }
    findings.texts(format_args!("{at}.look_for"), "look_for", &criterion.look_for);
    findings.texts(format_args!("{at}.probes"), "probes", &criterion.probes);
    anchors(criterion, levels, at, findings);
    expectations(criterion, levels, at, findings);
    feedback::check(criterion, at, findings);
}

fn anchors(criterion: &Criterion, levels: u8, at: &str, findings: &mut Findings) {
    let count = criterion.anchors.len();
    if count != usize::from(levels) {
        findings.error(
            format_args!("{at}.anchors"),
            format!("\"{}\" has {count} anchors for {levels} levels.", criterion.id),
            "Every level needs an anchor of its own; raters fill gaps with their own ideas.",
        );
    }
    for (index, anchor) in criterion.anchors.iter().enumerate() {
        let place = format!("{at}.anchors.{index}");
        findings.text(&place, &format!("The anchor of level {}", index + 1), anchor);
        let same = |other: &String| tidy(other).eq_ignore_ascii_case(&tidy(anchor));
        if let Some(earlier) = criterion.anchors[..index].iter().position(same).filter(|_| !anchor.is_empty())
        {
            findings.error(
                &place,
                format!("The anchors of levels {} and {} say the same.", earlier + 1, index + 1),
                "Say what was seen at the one and not at the other.",
            );
        }
    }
}

fn expectations(criterion: &Criterion, levels: u8, at: &str, findings: &mut Findings) {
    let mut lower = None;
    for seniority in Seniority::ALL {
        let place = format!("{at}.expected.{}", seniority.slug());
        let expectation = criterion.expected.get(seniority);
        findings.text(format_args!("{place}.text"), "The expectation", &expectation.text);
        if !(1..=levels).contains(&expectation.level) {
            findings.error(
                format_args!("{place}.level"),
                format!("Level {} is expected, but the rubric has levels 1 to {levels}.", expectation.level),
                "Name a level that the rubric has.",
            );
        }
        if lower.is_some_and(|lower| expectation.level < lower) {
            findings.error(
                format_args!("{place}.level"),
                format!("Less is expected of {} than of the level below.", seniority.title()),
                "Expectations may stay the same, but not fall.",
            );
        }
        lower = Some(expectation.level);
    }
}
