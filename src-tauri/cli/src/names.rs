//! Names where ids are asked for. One that means several is refused with their ids.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, CandidateId};
use assay_engine::EngineError;
use assay_engine::accounts::{self, Account};
use assay_engine::applications::{self, Application};
use assay_engine::candidates::{self, Meant};
use assay_engine::people::{self, Person};
use assay_engine::plans::{Plan, PlanAssessment};
use assay_engine::roles::{self, RoleSummary};

use crate::failure::{Failure, Result};
use crate::session::Session;

/// A person by name or id.
pub fn person(session: &Session, text: &str) -> Result<Person> {
    people::find(&session.store, text).map_err(|error| match error {
        EngineError::Invalid { what, hint } => Failure::refused(what, where_people_are(&hint)),
        other => other.into(),
    })
}

/// What to do about a name of a person, with the command that shows them; a hint that offers a name needs none.
pub fn where_people_are(hint: &str) -> String {
    if hint.starts_with("Did you mean") {
        return hint.to_owned();
    }
    format!("{hint} `assay person list` shows who is here, with their ids.")
}

/// A role by title or id.
pub fn role(session: &Session, text: &str) -> Result<RoleSummary> {
    let all = roles::list(&session.store, session.viewer)?;
    let wanted = text.trim().to_lowercase();
    if let Some(role) = all.iter().find(|one| one.id.to_string() == wanted) {
        return Ok(role.clone());
    }
    let titled: Vec<&RoleSummary> = all.iter().filter(|one| one.title.to_lowercase() == wanted).collect();
    let open: Vec<&RoleSummary> = titled.iter().copied().filter(|one| one.open).collect();
    let meant = if open.len() == 1 { open } else { titled };
    let ids = meant.iter().map(|one| format!("{}  {}, {}", one.id, one.title, one.seniority.title()));
    only("role", text, ids)?;
    meant.first().map(|one| (*one).clone()).ok_or_else(|| missing("role", text))
}

/// A candidate by exact name, login or id.
pub fn candidate(session: &Session, text: &str) -> Result<CandidateId> {
    if let Ok(id) = text.trim().parse::<CandidateId>() {
        return Ok(id);
    }
    let meant = candidates::meant(&session.store, session.viewer, text)?;
    let shown = |one: &Meant| format!("{}  {} {}", one.id, one.name, one.logins.join(" "));
    only("candidate", text, meant.iter().map(|one| shown(one).trim_end().to_owned()))?;
    meant.first().map(|row| row.id).ok_or_else(|| missing("candidate", text))
}

/// An application by id, or by its candidate; `role` tells several of one candidate apart.
pub fn application(session: &Session, text: &str, role_named: Option<&str>) -> Result<ApplicationId> {
    if let Ok(id) = text.trim().parse::<ApplicationId>()
        && applications::show(&session.store, session.viewer, id).is_ok()
    {
        return Ok(id);
    }
    let candidate = candidate(session, text)?;
    let mut meant = applications_of(session, candidate, role_named)?;
    if meant.iter().filter(|one| one.stage.is_active()).count() == 1 {
        meant.retain(|one| one.stage.is_active());
    }
    let ids = meant.iter().map(|one| format!("{}  {}, {}", one.id, one.role_title, one.stage_title));
    only("application", text, ids)?;
    meant.first().map(|one| one.id).ok_or_else(|| {
        Failure::refused(
            format!("{text} has no application here"),
            "Add one with `assay application add CANDIDATE --role ROLE`.",
        )
    })
}

/// A candidate's applications; for one role, where it is named. Reads nothing that shows ratings.
fn applications_of(
    session: &Session,
    candidate: CandidateId,
    role_named: Option<&str>,
) -> Result<Vec<Application>> {
    let roles = match role_named {
        Some(name) => vec![role(session, name)?],
        None => roles::list(&session.store, session.viewer)?,
    };
    let mut found = Vec::new();
    for role in roles {
        let all = applications::list(&session.store, session.viewer, role.id)?;
        found.extend(all.into_iter().filter(|one| one.candidate_id == candidate));
    }
    Ok(found)
}

/// An assessment of a plan by kind, title or id.
pub fn assessment<'a>(plan: &'a Plan, text: &str) -> Result<&'a PlanAssessment> {
    let wanted = text.trim().to_lowercase();
    let is_meant = |one: &&PlanAssessment| {
        one.id.to_string() == wanted
            || AssessmentKind::slug(one.kind) == wanted
            || one.title.to_lowercase() == wanted
    };
    let meant: Vec<&PlanAssessment> = plan.assessments.iter().filter(is_meant).collect();
    only("assessment", text, meant.iter().map(|one| format!("{}  {}", one.id, one.title)))?;
    let kinds: Vec<&str> = plan.assessments.iter().map(|one| one.kind.slug()).collect();
    meant.first().copied().ok_or_else(|| {
        Failure::refused(
            format!("the plan has no assessment {text}"),
            format!("It has: {}.", kinds.join(", ")),
        )
    })
}

/// An account by login, numeric id or id, among those given and those that no candidate has.
pub fn account(session: &Session, text: &str, linked: &[Account]) -> Result<Account> {
    let wanted = text.trim().trim_start_matches('@').to_lowercase();
    let mut all = linked.to_vec();
    all.extend(accounts::unlinked(&session.store, session.viewer, "")?);
    all.extend(accounts::unlinked(&session.store, session.viewer, &wanted)?);
    all.sort_by_key(|one| one.id);
    all.dedup_by_key(|one| one.id);
    let is_meant = |one: &&Account| {
        one.login.to_lowercase() == wanted
            || one.id.to_string() == wanted
            || one.github_id.as_deref() == Some(wanted.as_str())
    };
    let meant: Vec<&Account> = all.iter().filter(is_meant).collect();
    only("account", text, meant.iter().map(|one| format!("{}  {} on {}", one.id, one.login, one.host)))?;
    meant.first().map(|one| (*one).clone()).ok_or_else(|| {
        Failure::refused(
            format!("there is no account {text} to be had here"),
            "`assay candidate unlinked` lists the accounts with a snapshot that no candidate has.",
        )
    })
}

fn missing(noun: &str, text: &str) -> Failure {
    Failure::refused(
        format!("there is no {noun} called {text} in this workspace"),
        format!("Check how it is written: `assay {noun} list` lists those that are here."),
    )
}

/// Refuses a name that means several.
fn only(noun: &str, text: &str, ids: impl Iterator<Item = String>) -> Result<()> {
    let ids: Vec<String> = ids.collect();
    if ids.len() < 2 {
        return Ok(());
    }
    Err(Failure::refused(
        format!("{text} means more than one {noun}:\n    {}", ids.join("\n    ")),
        "Give the id.",
    ))
}
