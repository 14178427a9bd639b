//! A role reviewed blind, in the real window: turned on where the plan is, then seen by somebody who has not submitted.

use assay_tests::desktop::{Theme, Window};

use super::sample::{explored, first_role, names_nobody};
use super::start::sit_down;

/// Turns it on as the owner, adds a reviewer, and goes through the screens as them.
pub async fn a_role_is_reviewed_blind(theme: Theme) {
    let (_desk, window, look) = explored(theme).await;
    window.go("/people").await;
    window.click("button", "Add a person").await;
    window.fill("Name", "Nia Reviewer").await;
    window.click("button", "Add person").await;
    window.find("row", "Nia Reviewer").await;
    let role = turned_on(&window, &look).await;
    window.click("button", "At the keyboard…").await;
    sit_down(&window, "Nia Reviewer", None).await;
    window.find("heading", "Today").await;
    for (name, place) in [
        ("today", "/today".to_owned()),
        ("pipeline", format!("{role}?tab=pipeline")),
        ("interviews", format!("{role}?tab=interviews")),
        ("plan", format!("{role}?tab=plan")),
        ("debrief", format!("{role}?tab=debrief")),
        ("ratings", format!("{role}?tab=debrief&part=ratings")),
        ("competencies", format!("{role}?tab=debrief&part=competencies")),
        ("missing", format!("{role}?tab=debrief&part=missing")),
        ("figures", format!("{role}?tab=figures")),
        ("measurement", format!("{role}?tab=measurement")),
        ("dossier", format!("{role}?tab=dossier")),
        ("candidates", "/candidates".to_owned()),
        ("journal", "/journal".to_owned()),
    ] {
        is_blind(&window, &format!("{look}-blind-{name}"), &place).await;
    }
    window.go("/candidates").await;
    window.settled().await;
    window.click("row", "Candidate…").await;
    window.settled().await;
    let candidate = window.place().await;
    for tab in ["overview", "portfolio", "submissions", "scorecards", "dossier", "history", "privacy"] {
        is_blind(&window, &format!("{look}-blind-candidate-{tab}"), &format!("{candidate}?tab={tab}")).await;
    }
    window.close().await;
}

async fn turned_on(window: &Window, look: &str) -> String {
    first_role(window).await;
    window.click("tab", "Plan").await;
    window.click("button", "Review blind…").await;
    window.settled().await;
    window.is_accessible("turning blind review on").await;
    window.picture(&format!("{look}-blind-dialog")).await;
    window.click("button", "Review blind").await;
    window.wait_for_text("sees names").await;
    window.settled().await;
    window.picture(&format!("{look}-blind-plan-coordinator")).await;
    window.place().await.split('?').next().unwrap_or_default().to_owned()
}

async fn is_blind(window: &Window, picture: &str, place: &str) {
    window.go(place).await;
    window.settled().await;
    window.picture(picture).await;
    assert!(!window.text().await.contains("Try again"), "{place} shows an error");
    names_nobody(window, place).await;
    window.is_accessible(place).await;
}
