//! What a plan must be, for files and for live editing alike.

use std::ops::RangeInclusive;

use super::{PlanAssessment, PlanTemplate};
use crate::competency::CompetencyList;
use crate::kit::KitRef;
use crate::problem::{Findings, Problem};
use crate::role::check_role;
use crate::rubric::RubricRef;

/// What the weights of a plan sum to.
pub const TOTAL_WEIGHT: u32 = 100;

/// Candidate's time over all assessments, in minutes, above which a plan is questioned: five hours.
pub const MOST_CANDIDATE_MINUTES: u32 = 300;

/// Longest time box that is taken for one, in minutes: a working day.
const MOST_MINUTES: u32 = 480;

/// Days from application to decision that are not questioned: two to three weeks.
pub const USUAL_DAYS: RangeInclusive<u32> = 14..=21;

/// Sum of the weights.
pub fn weight_sum(assessments: &[PlanAssessment]) -> u32 {
    assessments.iter().fold(0, |sum, one| sum.saturating_add(one.weight))
}

/// Minutes that the plan asks of the candidate.
pub fn candidate_minutes(assessments: &[PlanAssessment]) -> u32 {
    let asked = assessments.iter().filter(|one| one.kind.definition().takes_candidate_time);
    asked.fold(0, |sum, one| sum.saturating_add(one.minutes))
}

/// Everything wrong or questionable about the assessments of a plan. Places start with `assessments`.
pub fn check_plan(assessments: &[PlanAssessment]) -> Vec<Problem> {
    let mut findings = Findings::default();
    if assessments.is_empty() {
        findings.error("assessments", "The plan has no assessment.", "Add at least one.");
        return findings.into_problems();
    }
    for (index, one) in assessments.iter().enumerate() {
        check_assessment(one, &format!("assessments.{index}"), &mut findings);
    }
    let sum = weight_sum(assessments);
    if sum != TOTAL_WEIGHT {
        let (gap, where_to) =
            if sum < TOTAL_WEIGHT { (TOTAL_WEIGHT - sum, "Add") } else { (sum - TOTAL_WEIGHT, "Take away") };
        findings.error(
            "assessments",
            format!("The weights sum to {sum}, not to {TOTAL_WEIGHT}."),
            format!("{where_to} {gap}."),
        );
    }
    let minutes = candidate_minutes(assessments);
    if minutes > MOST_CANDIDATE_MINUTES {
        findings.question(
            "assessments",
            format!("The plan asks {} of the candidate; over five hours people drop out.", hours(minutes)),
            "Shorten or drop an assessment, or be sure that it is worth the candidates it costs.",
        );
    }
    findings.into_problems()
}

fn hours(minutes: u32) -> String {
    format!("{} h {:02} min", minutes / 60, minutes % 60)
}

fn check_assessment(one: &PlanAssessment, at: &str, findings: &mut Findings) {
    let kind = one.kind.definition();
    findings.text(format_args!("{at}.title"), "The title", &one.title);
    findings.text(format_args!("{at}.weight_reason"), "The reason for the weight", &one.weight_reason);
    findings.slug(format_args!("{at}.rubric"), "The rubric's id", &one.rubric);
    for (index, mapped) in one.mapping.iter().enumerate() {
        let place = format!("{at}.mapping.{index}");
        findings.slug(format_args!("{place}.criterion"), "The criterion", &mapped.criterion);
        findings.slug(format_args!("{place}.competency"), "The competency", &mapped.competency.0);
    }
    let criteria = one.mapping.iter().map(|mapped| mapped.criterion.as_str());
    findings.unique(&format!("{at}.mapping"), "criterion", criteria);
    if !(1..=TOTAL_WEIGHT).contains(&one.weight) {
        findings.error(
            format_args!("{at}.weight"),
            format!("\"{}\" weighs {}; it must be 1 to {TOTAL_WEIGHT}.", one.title, one.weight),
            "Take an assessment that counts for nothing out of the plan: it costs the candidate's time.",
        );
    }
    if one.minutes == 0 || one.minutes > MOST_MINUTES {
        findings.error(
            format_args!("{at}.minutes"),
            format!("\"{}\" takes {} minutes; it may take 1 to {MOST_MINUTES}.", one.title, one.minutes),
            "Write the candidate's time in minutes.",
        );
    } else if one.minutes > kind.most_minutes {
        findings.question(
            format_args!("{at}.minutes"),
            format!(
                "\"{}\" takes {}; over {} {} measures free time rather than skill.",
                one.title,
                hours(one.minutes),
                hours(kind.most_minutes),
                kind.title.to_lowercase()
            ),
            "Cut the task until it fits, or be sure that it is worth the candidates it costs.",
        );
    }
}

/// A question for every competency asked for that the shared list does not have: rubrics observe by the same words.
pub(super) fn unknown_competencies(template: &PlanTemplate, known: &CompetencyList) -> Vec<Problem> {
    let mut findings = Findings::default();
    for (index, asked) in template.competencies.iter().enumerate() {
        if known.get(&asked.competency).is_none() {
            findings.question(
                format_args!("competencies.{index}.competency"),
                format!(
                    "The competency \"{}\" is not in the list, so no rubric of the box observes it.",
                    asked.competency
                ),
                format!("Use one of these, or leave it if you mean a new one: {}.", known.slugs()),
            );
        }
    }
    findings.into_problems()
}

/// Errors for rubrics that are not among those that there are, or that are for another kind of assessment.
pub fn check_rubrics(assessments: &[PlanAssessment], rubrics: &[RubricRef]) -> Vec<Problem> {
    let mut findings = Findings::default();
    for (index, one) in assessments.iter().enumerate() {
        let version = one.rubric_version;
        let mut versions = rubrics.iter().filter(|rubric| rubric.id == one.rubric).peekable();
        if versions.peek().is_none() {
            findings.error(
                format_args!("assessments.{index}.rubric"),
                format!("There is no rubric \"{}\".", one.rubric),
                "Import it first, or name one that is there.",
            );
        } else if let Some(found) = versions.find(|rubric| rubric.version == version) {
            wrong_kind(one, found, index, &mut findings);
        } else {
            findings.error(
                format_args!("assessments.{index}.rubric_version"),
                format!("There is no version {version} of the rubric \"{}\".", one.rubric),
                "Name a version that is there.",
            );
        }
    }
    findings.into_problems()
}

fn wrong_kind(one: &PlanAssessment, found: &RubricRef, index: usize, findings: &mut Findings) {
    if found.kind != one.kind {
        findings.error(
            format_args!("assessments.{index}.rubric"),
            format!("The rubric \"{}\" is for {}, not for {}.", found.id, found.kind.slug(), one.kind.slug()),
            "Name a rubric for this kind.",
        );
    }
}

/// Errors for kits that are not among those that there are, or that are for another kind of assessment; questions where the
/// time box or the rubric is not the kit's.
pub fn check_kits(assessments: &[PlanAssessment], kits: &[KitRef]) -> Vec<Problem> {
    let mut findings = Findings::default();
    for (index, one) in assessments.iter().enumerate() {
        let Some(name) = &one.kit else { continue };
        let at = format!("assessments.{index}.kit");
        match kits.iter().find(|kit| kit.name == *name) {
            None => findings.error(
                at,
                format!("There is no kit \"{}\" in version {}.", name.id, name.version),
                "Name one that is there, or none.",
            ),
            Some(kit) if kit.kind != one.kind => findings.error(
                at,
                format!("The kit \"{}\" is for {}, not for {}.", name.id, kit.kind.slug(), one.kind.slug()),
                "Name a kit of this kind, or none.",
            ),
            Some(kit) => kit_fits(one, kit, &at, &mut findings),
        }
    }
    findings.into_problems()
}

fn kit_fits(one: &PlanAssessment, kit: &KitRef, at: &str, findings: &mut Findings) {
    if kit.minutes > one.minutes {
        findings.question(
            at,
            format!(
                "The kit of \"{}\" takes {} minutes, its time box is {}.",
                one.title, kit.minutes, one.minutes
            ),
            "Lengthen the time box, or agree which section is left out for everybody.",
        );
    }
    if !kit.rubrics.iter().any(|(id, version)| *id == one.rubric && *version == one.rubric_version) {
        findings.question(
            at,
            format!(
                "The marking sheet of the kit of \"{}\" is not made for the rubric {} {}.",
                one.title, one.rubric, one.rubric_version
            ),
            "Rate by the rubric's anchors; the sheet may name criteria that it does not have.",
        );
    }
}

/// What a template says beside its assessments.
pub(super) fn head(template: &PlanTemplate, findings: &mut Findings) {
    findings.slug("id", "The template's id", &template.id);
    if template.version == 0 {
        findings.error("version", "The version is 0.", "Versions count from 1.");
    }
    findings.text("title", "The title", &template.title);
    findings.text("summary", "The summary", &template.summary);
    if template.seniorities.is_empty() {
        findings.error("seniorities", "No level is offered.", "Name at least one of mid, senior and staff.");
    }
    findings.unique("seniorities", "level", template.seniorities.iter().map(|one| one.slug()));
    goals(template, findings);
    competencies(template, findings);
    calendar(template, findings);
}

fn goals(template: &PlanTemplate, findings: &mut Findings) {
    for seniority in &template.seniorities {
        for problem in check_role(&template.title, template.goals.get(*seniority)) {
            if let Some(rest) = problem.at.strip_prefix("goals") {
                let at = format!("goals.{}{rest}", seniority.slug());
                findings.error(at, problem.what, problem.todo);
            }
        }
    }
}

fn competencies(template: &PlanTemplate, findings: &mut Findings) {
    if template.competencies.is_empty() {
        findings.error("competencies", "The template asks for no competency.", "Name what the role needs.");
    }
    for (index, one) in template.competencies.iter().enumerate() {
        let at = format!("competencies.{index}");
        findings.slug(format_args!("{at}.competency"), "The competency", &one.competency.0);
        for seniority in &template.seniorities {
            let place = format!("{at}.expectation.{}", seniority.slug());
            findings.text(place, "The expectation", one.expectation.get(*seniority));
        }
    }
    let slugs = template.competencies.iter().map(|one| one.competency.0.as_str());
    findings.unique("competencies", "competency", slugs);
}

fn calendar(template: &PlanTemplate, findings: &mut Findings) {
    let days = template.calendar_days;
    if !USUAL_DAYS.contains(&days) {
        findings.question(
            "calendar_days",
            format!(
                "The calendar takes {days} days; {} to {} is usual.",
                USUAL_DAYS.start(),
                USUAL_DAYS.end()
            ),
            "Slower loops lose candidates, faster ones leave no time for independent scorecards.",
        );
    }
    let mut latest = 0;
    for (index, step) in template.calendar.iter().enumerate() {
        let at = format!("calendar.{index}");
        findings.text(format_args!("{at}.what"), "The step", &step.what);
        if step.day < latest || step.day > days {
            findings.error(
                format_args!("{at}.day"),
                format!("Day {} is before the step above or after day {days}.", step.day),
                "Order the steps by day, and end with the calendar.",
            );
        }
        latest = latest.max(step.day);
    }
}
