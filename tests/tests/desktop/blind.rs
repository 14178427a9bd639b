//! A role reviewed blind, in the real window: turned on where the plan is, then seen by somebody who has not submitted.

use assay_tests::desktop::{Desk, Theme, Window};

use super::start::sit_down;

/// Names of the sample's candidates; none may show.
const NAMES: [&str; 4] = ["Ilse", "Tomas", "Placeholder", "ilse-fixture"];

/// Turns it on as the owner, adds a reviewer, and goes through the screens as them.
pub async fn a_role_is_reviewed_blind(theme: Theme) {
    let desk = Desk::new(theme);
    let window = desk.open().await;
    let look = format!("{theme:?}").to_lowercase();
    window.click("button", "Explore the sample").await;
    window.find("heading", "Today").await;
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
        ("candidates", "/candidates".to_owned()),
        ("journal", "/journal".to_owned()),
    ] {
        names_nobody(&window, &format!("{look}-blind-{name}"), &place).await;
    }
    window.go("/candidates").await;
    window.settled().await;
    window.click("row", "Candidate…").await;
    window.settled().await;
    let candidate = window.place().await;
    for tab in ["overview", "portfolio", "scorecards", "history", "privacy"] {
        names_nobody(&window, &format!("{look}-blind-candidate-{tab}"), &format!("{candidate}?tab={tab}"))
            .await;
    }
    window.close().await;
}

async fn turned_on(window: &Window, look: &str) -> String {
    window.go("/roles").await;
    window.settled().await;
    window.click_first("[role=rowheader]").await;
    window.settled().await;
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

async fn names_nobody(window: &Window, picture: &str, place: &str) {
    window.go(place).await;
    window.settled().await;
    window.picture(picture).await;
    let said = window.text().await;
    let title = window.run("return document.title", vec![]).await.unwrap_or_default().to_string();
    assert!(!said.contains("Try again"), "{place} shows an error: {said}");
    for name in NAMES {
        assert!(!said.contains(name) && !title.contains(name), "{place} shows {name}: {title} {said}");
    }
    window.is_accessible(place).await;
}
