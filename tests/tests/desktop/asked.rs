//! What the window asks about before it is done: an end that takes interviews with it, weights under which scorecards are in.

use assay_tests::desktop::{Theme, Window};

use super::sample::{explored, first_role};

/// Both, on the sample; and the debrief says that its weights were changed.
pub async fn before_it_is_done(theme: Theme) {
    let (_desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    an_end(&window, &role, &look).await;
    other_weights(&window, &role, &look).await;
    window.close().await;
}

async fn an_end(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=debrief&part=ratings")).await;
    window.wait_for_text("Weights were changed after 76 scorecards had been submitted").await;
    window.picture(&format!("{look}-asked-debrief")).await;
    window.click("button", "Ilse Fixture, Review of a pull request…").await;
    window.click("button", "Decide").await;
    window.click("radio", "Hold").await;
    let asked = window.text().await.contains("Is it meant?");
    assert!(!asked, "to hold ends nothing");
    window.click("radio", "Reject").await;
    window.wait_for_text("Is it meant?").await;
    window.wait_for_text("2 open interviews would be cancelled").await;
    window.is_accessible("an end that is asked about").await;
    in_sight(window, "Is it meant?").await;
    window.picture(&format!("{look}-asked-end")).await;
    window.click("button", "Throw away").await;
}

async fn other_weights(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=plan")).await;
    window.click("button", "Edit plan").await;
    window.fill("Weight", "30").await;
    window.press(thirtyfour::Key::Tab).await;
    window.wait_for_text("76 scorecards are in already").await;
    window.is_accessible("other weights that are asked about").await;
    in_sight(window, "in already").await;
    window.picture(&format!("{look}-asked-weights")).await;
}

/// Scrolls to what is asked.
async fn in_sight(window: &Window, text: &str) {
    let script = "const all = [...document.querySelectorAll('[role=status]')];
        const found = all.find((one) => one.textContent.includes(arguments[0]));
        found?.scrollIntoView({ block: 'center' });
        return found !== undefined";
    assert_eq!(window.run(script, vec![text.into()]).await, Ok(true.into()), "{text} is not asked");
}
