//! `assay role show`.

use assay_engine::plans::{self, Plan};
use assay_engine::roles::{self, RoleDetail};

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, fields, heading, indented, list_or, or, table};
use crate::session::Session;

/// Shows a role, with the plan version that is asked for.
pub fn run(session: &Session, role: &str, plan_version: Option<u32>) -> Result<Answer> {
    let meant = names::role(session, role)?;
    let detail = roles::show(&session.store, session.viewer, meant.id)?;
    let Some(version) = plan_version else {
        let text = shown(&detail, &detail.plan);
        return Ok(Answer::of("role", &detail, text));
    };
    let plan = plans::show(&session.store, session.viewer, meant.id, version)?;
    let text = shown(&detail, &plan);
    Ok(Answer::of("role", &detail, text).with("plan", &plan))
}

/// A role as text, with one version of its plan.
pub fn shown(role: &RoleDetail, plan: &Plan) -> String {
    let summary = &role.summary;
    let mut text = format!("{}\n", summary.title);
    let stages = role.stages.iter().map(|one| format!("{} {}", one.count, one.stage_title));
    let review = if role.blind.on { "blind; `assay role blind` says what that hides" } else { "" };
    text += &fields(&[
        ("Id", summary.id.to_string()),
        ("Level", format!("{}, {}", summary.seniority.title(), summary.specialisation.title())),
        ("Opened", format!("{}{}", date(summary.created_at), if summary.open { "" } else { ", closed now" })),
        ("Review", review.into()),
        ("Pipeline", list_or(stages, "no applications yet")),
        ("Candidate's time", format!("{} minutes", role.candidate_minutes)),
    ]);
    text += &heading("After six months");
    text += &indented(&role.goals.iter().map(|goal| format!("- {goal}\n")).collect::<String>());
    text += &heading(&plan_title(plan));
    text += &plan_table(plan);
    text += &heading("Competencies and what observes them");
    text += &competencies(role);
    if role.plan_versions.len() > 1 {
        text += &heading("Plan versions");
        text += &versions(role);
    }
    text
}

fn plan_title(plan: &Plan) -> String {
    let frozen = if plan.frozen { "; a change makes a new version" } else { "" };
    format!("Plan, version {}, {}{frozen}", plan.version, date(plan.at))
}

/// A plan's assessments with their weights and the sum.
pub fn plan_table(plan: &Plan) -> String {
    let mut rows: Vec<_> = plan
        .assessments
        .iter()
        .map(|one| {
            [
                format!("{}%", one.weight),
                one.title.clone(),
                one.kind.slug().to_owned(),
                format!("{} min", one.minutes),
                format!("{} v{}", one.rubric_id, one.rubric_version),
                one.kit
                    .as_ref()
                    .map_or_else(|| "own task".to_owned(), |kit| format!("{} v{}", kit.id, kit.version)),
                one.weight_reason.clone(),
            ]
        })
        .collect();
    let sum: u32 = plan.assessments.iter().map(|one| one.weight).sum();
    rows.push([&format!("{sum}%"), "in all", "", "", "", "", ""].map(str::to_owned));
    table(["weight", "assessment", "kind", "time", "rubric", "kit", "why"], &rows, "No assessments.")
}

fn competencies(role: &RoleDetail) -> String {
    let plan = &role.plan;
    let row = |one: &roles::CompetencyCoverage| {
        let by = one.observing(&plan.assessments).into_iter().map(|held| held.title.as_str());
        let asked = role.competencies.iter().find(|asked| asked.slug == one.slug);
        [
            one.title.clone(),
            asked.map_or_else(|| "only observed".into(), |asked| or(&asked.expectation, "asked for")),
            list_or(by, "nothing observes it"),
        ]
    };
    let rows: Vec<_> = role.coverage.iter().map(row).collect();
    table(["competency", "what is expected", "observed by"], &rows, "None.") + &super::plan::seldom(role)
}

fn versions(role: &RoleDetail) -> String {
    let rows: Vec<_> = role
        .plan_versions
        .iter()
        .map(|one| [one.version.to_string(), date(one.at), one.by.clone(), or(&one.reason, "the first")])
        .collect();
    table(["version", "since", "by", "why"], &rows, "None.")
}
