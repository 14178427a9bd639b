//! Steps 7 and 8: the debrief explains its numbers, and a decision is recorded.

use assay_tests::desktop::Window;

use super::role::go_to_the_role;

/// The gap of two levels stands out; a cell opens the ratings and notes it came from.
pub async fn shows_and_explains(window: &Window) {
    go_to_the_role(window).await;
    window.click("tab", "Debrief").await;
    window.wait_for_text("apart").await;
    window.is_accessible("the debrief").await;
    window.picture("journey-07-debrief").await;
    window.click("button", "Mei Fixture, Written questionnaire…").await;
    window.wait_for_text("Her notes on idempotency").await;
    window.wait_for_text("Knew the words").await;
    window.wait_for_text("mei-fixture-writes/tide-tables").await;
    window.is_accessible("what stands behind a number").await;
    window.picture("journey-07-explained").await;
}

/// Advance, with a reason, resting on both scorecards; it stands in the candidate's history.
pub async fn is_decided(window: &Window) {
    window.click("button", "Decide").await;
    window.click("radio", "Advance").await;
    window.fill("Reason", "Her notes on idempotency carried it; the disagreement was talked through.").await;
    window.is_accessible("deciding").await;
    window.picture("journey-08-decide").await;
    window.click("button", "Record decision: advance").await;
    window.wait_for_text("Advanced").await;
    window.go("/candidates").await;
    window.click("row", "Mei Fixture").await;
    window.wait_for_text("rests on 2 scorecards").await;
}
