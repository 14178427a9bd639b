//! Steps 7 and 8: the debrief begins where raters differ, explains its numbers, is walked through, and ends in a decision
//! that is written down.

use assay_tests::desktop::Window;

use super::role::go_to_the_role;

/// The gap of two levels stands out with both notes; a cell opens the ratings and notes it came from.
pub async fn shows_and_explains(window: &Window) {
    go_to_the_role(window).await;
    window.click("tab", "Debrief").await;
    window.wait_for_text("2 levels apart").await;
    window.wait_for_text("Her notes on idempotency").await;
    window.wait_for_text("Knew the words").await;
    window.is_accessible("where raters differ").await;
    window.picture("journey-07-disagreement").await;
    window.click("tab", "Competencies").await;
    window.click_first("[data-cell][class*=level]").await;
    window.wait_for_text("of what observes it was assessed").await;
    window.wait_for_text("Knew the words").await;
    window.is_accessible("what stands behind a competency").await;
    window.picture("journey-07-competency").await;
    window.click("tab", "Ratings").await;
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

/// Evidence before ratings, then disagreement, ratings, open questions: one is asked.
pub async fn is_walked_through(window: &Window) {
    window.click("link", "Hold the debrief").await;
    window.wait_for_text("No level is shown here").await;
    window.wait_for_text("Her notes on idempotency").await;
    let levels = window.run("return document.querySelectorAll('[class*=chip]').length", vec![]).await;
    assert_eq!(levels.ok().and_then(|number| number.as_u64()), Some(0), "a level stands beside the evidence");
    window.click("button", "Open the debrief").await;
    window.wait_for_text("open since").await;
    window.is_accessible("the evidence of one application").await;
    window.picture("journey-08-evidence").await;
    window.click("button", "Next: disagreement").await;
    window.wait_for_text("2 levels apart").await;
    window.click("button", "Next: ratings").await;
    window.wait_for_text("Share used").await;
    window.is_accessible("the ratings of one application").await;
    window.click("button", "Next: open questions").await;
    window.fill("What is still to be found out", "Has she been on call?").await;
    window.click("button", "Add question").await;
    window.find("button", "Close with an answer").await;
    window.is_accessible("open questions").await;
    window.picture("journey-08-questions").await;
    window.click("button", "Next: decision").await;
}

/// Advance, with a reason, resting on both scorecards; it stands in the candidate's history as it was written.
pub async fn is_decided(window: &Window) {
    // The ways that are open come with what the decision rests on; until they are there, what is below them moves.
    window.click("button", "Considered: Reject").await;
    window.fill("Why not option 1", "Nobody else has seen her design.").await;
    window.settled().await;
    window.click("radio", "Advance").await;
    window.fill("Reason", "Her notes on idempotency carried it; the disagreement was talked through.").await;
    window.fill("Expected after three months", "On call by herself.").await;
    window.is_accessible("deciding").await;
    window.picture("journey-08-decide").await;
    window.click("button", "Record decision: advance").await;
    window.wait_for_text("Advanced").await;
    window.go("/candidates").await;
    window.click("row", "Mei Fixture").await;
    window.wait_for_text("rests on 2 scorecards").await;
    window.wait_for_text("Open questions: Has she been on call?").await;
    window.wait_for_text("On call by herself.").await;
    window.wait_for_text("Nobody else has seen her design.").await;
    window.picture("journey-08-decision").await;
}
