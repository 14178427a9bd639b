//! What the window remarks on by itself: a time that is odd, a draft of a plan that somebody else has changed, how sure each
//! place of the order is. Each is looked at on a laptop and in the least window.

use assay_engine::plans::{self, PlanAssessmentInput};
use assay_engine::store::Unlock;
use assay_engine::{Result, Store, roles, sample};
use assay_tests::desktop::{Desk, Theme, Window};
use chrono::Utc;
use thirtyfour::Key;

use super::sample::{explored, first_role};

/// All of them, on the sample.
pub async fn on_what_is_odd(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    neighbours(&window, &role, &look).await;
    an_odd_time(&window, &role, &look).await;
    a_stale_draft(&desk, &window, &role, &look).await;
    window.close().await;
}

async fn neighbours(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=measurement")).await;
    window.wait_for_text("Each with the next").await;
    let scroll =
        "[...document.querySelectorAll('h2, h3')].find((one) => one.textContent === 'Each with the next')
        .scrollIntoView({ block: 'start' })";
    window.run(scroll, vec![]).await.unwrap_or_default();
    window.is_accessible("each with the next").await;
    both_sizes(window, &format!("{look}-remarked-neighbours")).await;
}

/// The time has passed, which is said once it stands.
async fn an_odd_time(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=interviews")).await;
    window.click("button", "Actions for Live debugging of Ilse Fixture, Dana Example").await;
    window.click("menuitem", "Change its time").await;
    window.fill("Local time", "2026-01-05 03:30").await;
    window.click("button", "Set the time").await;
    window.wait_for_text("Look at the time of this interview.").await;
    window.is_accessible("an odd time").await;
    both_sizes(window, &format!("{look}-remarked-time")).await;
    window.click("button", "Close").await;
}

/// While a draft is kept, the plan is changed from outside.
async fn a_stale_draft(desk: &Desk, window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=plan")).await;
    window.click("button", "Edit plan").await;
    window.fill("Weight", "30").await;
    window.press(Key::Tab).await;
    window.go("/today").await;
    change_the_plan(desk).unwrap_or_else(|error| panic!("the plan is not changed: {error}"));
    window.go(&format!("{role}?tab=plan")).await;
    window.wait_for_text("The plan was changed after you began to edit it").await;
    window.is_accessible("a draft of a plan that was changed").await;
    both_sizes(window, &format!("{look}-remarked-plan")).await;
    window.click("button", "All right").await;
    window.wait_until_gone("The plan was changed after you began").await;
}

/// As the program would, beside the window.
fn change_the_plan(desk: &Desk) -> Result<()> {
    let folder = desk.folder("data").join("Sample.assay");
    let store = Store::open(&folder, &Unlock::Passphrase(sample::PASSPHRASE.into()))?;
    let owner = sample::owner(&store)?;
    let role = roles::list(&store, owner)?.remove(0);
    let plan = roles::show(&store, owner, role.id)?.plan;
    let mut parts: Vec<PlanAssessmentInput> = plan.assessments.iter().map(Into::into).collect();
    parts[0].minutes += 5;
    plans::update(&store, owner, Utc::now(), role.id, &parts, "Five minutes to read.")?;
    Ok(())
}

async fn both_sizes(window: &Window, name: &str) {
    window.settled().await;
    window.picture(name).await;
    window.resize(900, 600).await;
    window.settled().await;
    window.picture(&format!("{name}-narrow")).await;
    window.resize(1280, 800).await;
}
