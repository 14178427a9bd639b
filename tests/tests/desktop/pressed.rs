//! What is seen only after a press, so that no walk over the screens comes to it: tables behind pictures, dialogs, previews.

use assay_tests::desktop::{Theme, Window};
use thirtyfour::Key;

use super::sample::{explored, first_role};

/// Each opened on the sample, and told by what only it says.
pub async fn is_looked_at(theme: Theme) {
    let (_desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    agreement_in_full(&window, &role, &look).await;
    before_each_other(&window, &role, &look).await;
    a_role_is_edited(&window, &role, &look).await;
    a_hire_by_a_move_is_asked_about(&window, &role, &look).await;
    a_list_says_who_joins(&window, &look).await;
    an_erasure_says_what_others_lose(&window, &look).await;
    window.close().await;
}

/// The figures of pairs and of criteria, with their intervals.
async fn agreement_in_full(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=measurement&part=agreement")).await;
    window.wait_for_text("Pair by pair").await;
    window.click("button", "As a table").await;
    window.click("checkbox", "With 95% intervals…").await;
    window.wait_for_text("Cohen's kappa, by weights").await;
    window.is_accessible("every pair's agreement").await;
    window.picture(&format!("{look}-pressed-pairs")).await;
    window.click("button", "Criterion by criterion").await;
    in_sight(window, "Criterion by criterion").await;
    window.is_accessible("every criterion's agreement").await;
    window.picture(&format!("{look}-pressed-criteria")).await;
}

/// The share of weightings in which one candidate is before another; every pair and its turn make a whole.
async fn before_each_other(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=measurement&part=robustness")).await;
    window.wait_for_text("Before each other under weights near").await;
    in_sight(window, "Before each other").await;
    window.is_accessible("who is before whom").await;
    window.picture(&format!("{look}-pressed-before")).await;
    // The places above have such a choice too.
    let last = "[...document.querySelectorAll('label')].filter((one) => one.textContent === 'All weights').at(-1).click()";
    window.run(last, vec![]).await.unwrap_or_default();
    window.wait_for_text("Before each other under all weights").await;
}

async fn a_role_is_edited(window: &Window, role: &str, look: &str) {
    window.go(role).await;
    window.click("button", "More about this role").await;
    window.click("menuitem", "Edit role").await;
    window.find("textbox", "What is expected in Databases").await;
    window.click("checkbox", "Databases").await;
    window.wait_for_text("looked at it").await;
    window.is_accessible("editing a role").await;
    window.picture(&format!("{look}-pressed-role")).await;
    window.press(Key::Escape).await;
    window.wait_until_gone("looked at it").await;
}

/// Of somebody whom nobody has rated.
async fn a_hire_by_a_move_is_asked_about(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=pipeline")).await;
    window.click("radio", "Table").await;
    window.click("row", "Yuki Prototype").await;
    window.choose("Stage", "Hired").await;
    window.wait_for_text("A move makes no decision").await;
    window.is_accessible("a hire by a move alone").await;
    window.picture(&format!("{look}-pressed-hire")).await;
    window.click("button", "Cancel").await;
}

/// One is new, one is here without an application for the role, one has one.
async fn a_list_says_who_joins(window: &Window, look: &str) {
    window.go("/candidates/new").await;
    window.click("tab", "Paste a list").await;
    window.fill("The list", "name,email,team\nAna Fixture,ana@example.invalid,blue\nIlse Fixture,,\n").await;
    window.settled().await;
    window.choose("Put them up for", "Senior backend engineer, payments").await;
    window.wait_for_text("here already").await;
    window.wait_for_text("team").await;
    window.is_accessible("a list before it comes in").await;
    window.picture(&format!("{look}-pressed-list")).await;
}

async fn in_sight(window: &Window, heading: &str) {
    let script = "const all = [...document.querySelectorAll('h2, h3, summary, button')];
        const found = all.find((one) => one.textContent === arguments[0]);
        found?.scrollIntoView({ block: 'start' });
        return found !== undefined";
    let found = window.run(script, vec![heading.into()]).await;
    assert_eq!(found, Ok(true.into()), "there is no {heading}");
}

/// Before anything is erased: by which words the candidate is named elsewhere, and that one may be an ordinary word there.
async fn an_erasure_says_what_others_lose(window: &Window, look: &str) {
    window.go("/candidates").await;
    window.click("row", "Ilse Fixture").await;
    window.click("tab", "Privacy").await;
    window.click("button", "Erase Ilse Fixture…").await;
    window.wait_for_text("about others name").await;
    window.is_accessible("what an erasure takes out of texts about others").await;
    window.picture(&format!("{look}-pressed-erase")).await;
    window.click("button", "Cancel").await;
    window.go("/candidates/new").await;
    window.click("tab", "By hand").await;
    window.fill("Name", "Queue").await;
    window.click("button", "Add candidate").await;
    window.click("tab", "Privacy").await;
    window.click("button", "Erase Queue…").await;
    window.click("checkbox", "Leave “Queue” there: it is no name").await;
    window.is_accessible("an ordinary word among those that are taken out").await;
    window.picture(&format!("{look}-pressed-erase-word")).await;
    window.click("button", "Cancel").await;
}
