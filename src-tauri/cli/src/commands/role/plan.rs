//! `assay role plan`: the whole plan, to read and to store.

use std::path::{Path, PathBuf};

use assay_engine::plans::{self, PlanAssessmentInput};
use assay_engine::roles::{self, RoleDetail};
use clap::Args;
use serde_json::{Value, json};

use super::panel::panel_table;
use super::show::plan_table;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::{Answer, heading, indented, list_or, table};
use crate::session::{Session, read_text};

/// Arguments of `role plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// Title or id
    role: String,
    /// Store the assessments of this file, in its order: the "assessments" that --json gives, edited; - is standard input
    #[arg(long)]
    file: Option<PathBuf>,
    /// Why; needed once a scorecard was submitted under the role
    #[arg(long, default_value = "", requires = "file")]
    reason: String,
    /// Do not ask where weights change and scorecards are in already; needed then where there is no terminal to ask at
    #[arg(long, requires = "file")]
    yes: bool,
}

/// Shows it, or stores what the file says.
pub fn run(session: &Session, args: &PlanArgs) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let role = names::role(session, &args.role)?;
    let Some(file) = &args.file else {
        let detail = roles::show(store, viewer, role.id)?;
        return Ok(answer(Answer::of("plan", &detail.plan, shown(&detail)), &detail));
    };
    let assessments = read(file)?;
    super::weights::ask(&roles::show(store, viewer, role.id)?.plan, &assessments, args.yes)?;
    let done = plans::update(store, viewer, session.now(), role.id, &assessments, &args.reason)?;
    Ok(answer(Answer::done("role", &done, shown(&done.value)), &done.value))
}

fn answer(answer: Answer, role: &RoleDetail) -> Answer {
    let inputs: Vec<PlanAssessmentInput> =
        role.plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    let answer = answer.with("assessments", &inputs).with("panels", &role.panels);
    answer.with("coverage", &role.coverage).with("questions", &role.plan.questions())
}

/// Reads the assessments: a list, or an object that holds it under `assessments`. A new one needs no id, kit or mapping.
fn read(path: &Path) -> Result<Vec<PlanAssessmentInput>> {
    let text = read_text(path)?;
    let refuse = |error: serde_json::Error| {
        let hint = "Edit the \"assessments\" that `assay role plan ROLE --json` gives.";
        Failure::json(path, "plan", &error, hint)
    };
    let mut value: Value = serde_json::from_str(&text).map_err(refuse)?;
    if let Some(inner) = value.get_mut("assessments") {
        value = inner.take();
    }
    for one in value.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        one.entry("id").or_insert_with(|| json!(""));
        one.entry("kit").or_insert(Value::Null);
        one.entry("mapping").or_insert_with(|| json!([]));
    }
    serde_json::from_value(value).map_err(refuse)
}

fn shown(role: &RoleDetail) -> String {
    let mut text = format!("{}, plan version {}\n\n", role.summary.title, role.plan.version);
    text += &plan_table(&role.plan);
    text += &format!("\nCandidate's time: {} minutes\n", role.candidate_minutes);
    for question in role.plan.questions() {
        text += &format!("? {question}\n");
    }
    text += &heading("Panels");
    text += &panel_table(role);
    text += &heading("What it looks at");
    text += &matrix(role);
    let mapped = mapped(role);
    if !mapped.is_empty() {
        text += &heading("Mapped otherwise than the rubrics say");
        text += &indented(&mapped);
    }
    text
}

/// Competencies by assessments, numbered as in the plan; what is observed fewer than two times is said.
fn matrix(role: &RoleDetail) -> String {
    let rows: Vec<_> = role.coverage.iter().map(|one| row(role, one)).collect();
    let mut text =
        table(["competency", "by assessment", "looked at"], &rows, "The role names no competency.");
    text += &seldom(role);
    text
}

/// What the role asks for and fewer than two assessments observe, in lines; empty where there is nothing of the kind.
pub(super) fn seldom(role: &RoleDetail) -> String {
    let mut text = String::new();
    for (times, said) in [(0, "Nobody looks at"), (1, "Observed only once")] {
        let asked = |one: &&roles::CompetencyCoverage| role.competencies.iter().any(|it| it.slug == one.slug);
        let few = role.coverage.iter().filter(asked).filter(|one| one.assessments == times);
        let titles: Vec<&str> = few.map(|one| one.title.as_str()).collect();
        if !titles.is_empty() {
            text += &format!("{said}: {}.\n", titles.join(", "));
        }
    }
    text
}

fn row(role: &RoleDetail, one: &roles::CompetencyCoverage) -> [String; 3] {
    let by = one.observing(&role.plan.assessments).into_iter();
    let times = match one.assessments {
        0 => "nowhere".to_owned(),
        1 => "once".to_owned(),
        many => format!("{many} times"),
    };
    [one.title.clone(), list_or(by.map(|held| held.title.as_str()), "nothing"), times]
}

fn mapped(role: &RoleDetail) -> String {
    let lines = role.plan.assessments.iter().flat_map(|one| {
        one.mapping
            .iter()
            .map(|mapped| format!("{}: {} observes {}\n", one.title, mapped.criterion, mapped.competency))
    });
    lines.collect()
}
