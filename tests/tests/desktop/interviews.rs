//! Step 6: people, interviews, scorecards written by keyboard; what law 4 closes stays closed.

use assay_tests::desktop::Window;
use thirtyfour::Key;

use super::role::go_to_the_role;
use super::start::{OWNER, sit_down};

/// The second interviewer, and their PIN.
pub const OTHER: &str = "Ilse Fixture";
const PIN: &str = "4711";

/// A second person, with a PIN of their own.
pub async fn people_are_added(window: &Window) {
    window.go("/people").await;
    window.click("button", "Add a person").await;
    window.fill("Name", OTHER).await;
    window.fill("First PIN", PIN).await;
    window.click("button", "Add person").await;
    window.find("row", OTHER).await;
    window.is_accessible("people").await;
}

/// Both are to interview Mei by the same assessment.
pub async fn are_assigned(window: &Window) {
    go_to_the_role(window).await;
    window.click("button", "Mei Fixture…").await;
    for person in [OWNER, OTHER] {
        window.click("button", "Assign interview").await;
        window.choose("Assessment", "Written questionnaire…").await;
        window.choose("Person", person).await;
        window.is_accessible("assigning an interview").await;
        window.click("button", "Assign interview").await;
        window.find("button", &format!("Actions for Written questionnaire, {person}")).await;
    }
    window.picture("journey-06-pipeline").await;
}

/// Read where the work is shown: a line of the README is cited into the scorecard that is open for it, by its number.
pub async fn is_cited_from_the_portfolio(window: &Window) {
    window.go("/candidates").await;
    window.click("row", "Mei Fixture").await;
    window.click("tab", "Portfolio").await;
    window.wait_for_text("Private and paid work is invisible here").await;
    window.click("button", "Cite in a scorecard…").await;
    window.click("button", "Cite some of its 5 lines").await;
    window.fill("From line", "5").await;
    window.click("radio", "Knows what happens underneath").await;
    window.wait_for_text("mei-fixture-writes/tide-tables:README.md:5").await;
    window.is_accessible("citing from a portfolio").await;
    window.picture("journey-05-citing").await;
    window.click("button", "Cite").await;
    window.click("button", "Open scorecard").await;
    window.find("button", "Take back the citation of mei-fixture-writes/tide-tables:README.md:5").await;
    window.wait_for_text("Odd zones are data, not code.").await;
}

/// The owner, who holds an open interview, sees no rating; scores by keyboard; submits.
pub async fn mine_is_scored(window: &Window) -> String {
    window.go("/today").await;
    window.click("link", "Go on with the next scorecard").await;
    window.is_accessible("a scorecard").await;
    fill_in(window, "5", "Her notes on idempotency were exact.").await;
    cite(window).await;
    window.picture("journey-06-scorecard").await;
    submit(window).await;
    window.place().await
}

/// With a reason, after the debrief was opened, which it says; the first version stays to be read.
pub async fn mine_is_amended(window: &Window, scorecard: &str) {
    window.go(scorecard).await;
    window.click("button", "Amend with a reason").await;
    window.wait_for_text("You are amending version 1. It is kept").await;
    window.click("radio", "4…").await;
    window.click("button", "Submit amendment").await;
    window.fill("Why it is amended", "I had not read the last answer.").await;
    window.is_accessible("an amendment").await;
    window.picture("journey-08-amend").await;
    window.click("button", "Submit amendment").await;
    window.wait_for_text("Amendment stored; the first version is kept.").await;
    window.wait_for_text("after the debrief").await;
    window.wait_for_text("Why: I had not read the last answer.").await;
    window.choose("Version", "Version 1…").await;
    window.wait_until_gone("Why: I had not read the last answer.").await;
}

/// The other sits down by PIN, is shown no rating of the first, and rates two levels lower.
pub async fn the_other_is_scored(window: &Window) {
    window.click("button", &format!("At the keyboard: {OWNER}. Switch")).await;
    sit_down(window, OTHER, Some(PIN)).await;
    window.find("button", &format!("At the keyboard: {OTHER}. Switch")).await;
    go_to_the_role(window).await;
    window.click("tab", "Debrief").await;
    window.wait_for_text("closed to you").await;
    window.click("tab", "Ratings").await;
    window.wait_for_text("Closed to you").await;
    assert!(!window.text().await.contains("idempotency"), "a rating is shown against law 4");
    window.go("/today").await;
    window.click("link", "Score the next one").await;
    fill_in(window, "3", "Knew the words and not the reasons.").await;
    submit(window).await;
    window.click("button", &format!("At the keyboard: {OTHER}. Switch")).await;
    sit_down(window, OWNER, None).await;
    window.find("button", &format!("At the keyboard: {OWNER}. Switch")).await;
}

/// Every criterion by keys alone: a digit for the level, N for the note, Escape and the arrow for the next.
pub async fn fill_in(window: &Window, level: &str, note: &str) {
    window.click("radio", "1…").await;
    let criteria = window.run("return document.querySelectorAll('[role=radiogroup]').length", vec![]).await;
    let criteria = criteria.ok().and_then(|number| number.as_u64()).unwrap_or_default();
    assert!(criteria > 1, "the scorecard has no criteria");
    for _ in 0..criteria {
        window.press(level).await;
        window.press("n").await;
        window.press(note).await;
        window.press(Key::Escape).await;
        window.press(Key::Down).await;
    }
    window.wait_for_text(&format!("{criteria} of {criteria}")).await;
    window.fill("Summary", note).await;
    window.click("radio", "Yes").await;
    window.wait_for_text("Saved ").await;
}

/// E leads from the grid to the evidence, Enter cites the first record.
async fn cite(window: &Window) {
    window.click("radio", "5…").await;
    window.press("e").await;
    window.press(Key::Enter).await;
    window.find("button", "Take back the citation of mei-fixture-writes/tide-tables…").await;
    window.wait_for_text("Saved ").await;
}

/// Submits a scorecard that is filled in.
pub async fn submit(window: &Window) {
    window.click("button", "Submit scorecard").await;
    window.wait_for_text("It is final").await;
    window.click("button", "Submit scorecard").await;
    window.wait_for_text("Submitted ").await;
}
