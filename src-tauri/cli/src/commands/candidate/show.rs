//! `assay candidate show`.

mod facts;

use assay_domain::evidence::FactState;
use assay_engine::applications;
use assay_engine::candidates::{self, CandidateDetail};
use assay_engine::decisions::Decision;
use assay_engine::snapshots::{self, ProfileField};
use serde_json::{Value, json};

use crate::commands::decide;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, day, fields, heading, indented, list_or, or, score, table};
use crate::session::Session;

/// Shows everything about one candidate that the viewer may see.
pub fn run(session: &Session, candidate: &str) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::candidate(session, candidate)?;
    let detail = candidates::show(store, viewer, session.now(), id)?;
    let snapshots = detail
        .snapshots
        .iter()
        .map(|one| snapshots::show(store, viewer, one.id))
        .collect::<assay_engine::Result<Vec<_>>>()?;
    let facts = facts::newest(&snapshots);
    let profile = snapshots.iter().map(|one| one.profile.as_slice()).find(|fields| !fields.is_empty());
    let profile = profile.unwrap_or_default();
    let mut text = shown(&detail, profile);
    if !facts.is_empty() {
        text += &heading("Facts, for people to judge; nothing is scored from them");
        text += &facts::shown(&facts);
    }
    if !detail.decisions.is_empty() {
        text += &heading("Decisions");
        text += &decision_table(&detail.decisions);
        for one in detail.decisions.iter().filter(|one| !one.record.is_empty()) {
            text += &heading(&format!("{} of {}, as it was written", one.kind, date(one.at)));
            text += &indented(decide::written(&one.record).trim_start());
        }
    }
    let facts: Vec<Value> = facts.iter().map(facts::json).collect();
    Ok(Answer::of("candidate", &own(&detail), text)
        .with("profile", &profile)
        .with("accounts", &detail.accounts)
        .with("applications", &detail.applications)
        .with("snapshots", &snapshots)
        .with("facts", &facts)
        .with("decisions", &detail.decisions))
}

fn own(detail: &CandidateDetail) -> Value {
    json!({
        "id": detail.id, "name": detail.name, "email": detail.email, "location": detail.location,
        "headline": detail.headline, "notes": detail.notes, "provenance": detail.provenance,
        "added_at": detail.added_at, "do_not_contact": detail.do_not_contact, "blind": detail.blind,
    })
}

fn shown(detail: &CandidateDetail, profile: &[ProfileField]) -> String {
    let mut text = format!("{}\n", detail.name) + &head(detail);
    if let Some(blind) = &detail.blind {
        text += &format!("\n{blind}\n");
    }
    if !detail.notes.is_empty() {
        text += &heading("Notes");
        text += &indented(&detail.notes);
    }
    text += &heading("Applications");
    text += &applications(detail);
    text += &heading("Snapshots");
    text += &snapshot_table(detail);
    if !profile.is_empty() {
        text += &heading("Profile on GitHub");
        let rows: Vec<_> =
            profile.iter().map(|one| (one.title.as_str(), in_words(one.state, &one.value))).collect();
        text += &fields(&rows);
    }
    text
}

fn head(detail: &CandidateDetail) -> String {
    let held = &detail.provenance;
    let until = held.until.map_or_else(|| "no end agreed".into(), |date| format!("until {}", day(date)));
    let mut permission = or(&held.permission, "no permission noted");
    if let Some(on) = held.given_on {
        permission += &format!(" on {}", day(on));
    }
    let accounts = detail.accounts.iter().map(|one| {
        let number = one.github_id.as_deref().map_or_else(|| "number unknown".into(), |id| format!("#{id}"));
        let former = match one.former_logins.as_slice() {
            [] => String::new(),
            logins => format!(", formerly {}", logins.join(", ")),
        };
        let joined = one.joined_to.map_or("", |_| ", joined by hand");
        format!("{} on {} ({number}{former}{joined})", one.login, one.host)
    });
    let marked = detail.do_not_contact.as_ref().map_or_else(String::new, |mark| {
        let by = mark.by.as_ref().map_or_else(String::new, |by| format!(" by {by}"));
        let request = if mark.request.is_empty() { String::new() } else { format!(" ({})", mark.request) };
        format!("since {}{by}: {}{request}", date(mark.at), mark.reason)
    });
    fields(&[
        ("Id", detail.id.to_string()),
        ("DO NOT CONTACT", marked),
        ("Headline", detail.headline.clone()),
        ("E-mail", detail.email.clone()),
        ("Location", detail.location.clone()),
        ("Accounts", list_or(accounts, "none linked")),
        ("Source", held.source.to_string()),
        ("Held on", format!("{}, {permission}, {until}", held.basis)),
        ("Added", date(detail.added_at)),
    ])
}

fn applications(detail: &CandidateDetail) -> String {
    let row = |one: &applications::Application| {
        [one.role_title.clone(), one.stage_title.clone(), one.id.to_string()]
    };
    let rows: Vec<_> = detail.applications.iter().map(row).collect();
    table(["role", "stage", "id"], &rows, "None.")
}

fn snapshot_table(detail: &CandidateDetail) -> String {
    let row = |one: &snapshots::SnapshotSummary| {
        [
            one.name.clone(),
            one.taken_at.map_or_else(|| "date unknown".into(), date),
            date(one.imported_at),
            or(&one.provenance.permission, "no permission noted"),
            one.origin.clone(),
        ]
    };
    let rows: Vec<_> = detail.snapshots.iter().map(row).collect();
    table(["account", "newest date in it", "imported", "permission", "from"], &rows, "None.")
}

/// A value in one of its three states (law 1).
pub(super) fn in_words(state: FactState, value: &str) -> String {
    match state {
        FactState::Absent => "not in this snapshot".into(),
        FactState::Zero => or(value, "none"),
        FactState::Known => dated(value),
    }
}

/// Instants and days in the form in which everything here shows them; other values as they are.
fn dated(value: &str) -> String {
    let day = value.parse().map(day).ok();
    day.or_else(|| value.parse().map(date).ok()).unwrap_or_else(|| value.to_owned())
}

fn decision_table(decisions: &[Decision]) -> String {
    let row = |one: &Decision| {
        let (score, reason) = if one.closed {
            ("closed to you: open interview".into(), String::new())
        } else {
            (score(one.score), one.reason.clone())
        };
        [date(one.at), one.role_title.clone(), one.kind.to_string(), one.by.clone(), score, reason]
    };
    let rows: Vec<_> = decisions.iter().map(row).collect();
    table(["when", "role", "decision", "by", "score then", "why"], &rows, "None.")
}
