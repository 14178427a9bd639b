//! Marking mode on the sample: one question across all candidates, names hidden, by keyboard, into one's own drafts. And before
//! it, what is handed in: pasted, read, cited.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

use assay_tests::desktop::{Theme, Window};
use thirtyfour::Key;

use super::sample::{explored, names_nobody};

const NOTE: &str = "Own part and measure, by the numbers.";
const QUESTION: &str = "Something you shipped";

/// Goes through a question twice and on to the scorecard.
pub async fn goes_through_a_question(theme: Theme) {
    let (_desk, window, look) = explored(theme).await;
    is_handed_in(&window, &look).await;

    window.click("link", "Marking").await;
    window.wait_for_text("in an order of your own").await;
    window.is_accessible("what there is to mark").await;
    window.picture(&format!("{look}-marking-list")).await;
    window.click("link", QUESTION).await;
    let first = all_answers(&window, &look).await;
    window.wait_for_text("4 of 4 marked").await;
    window.wait_for_text("What the scorecards still lack").await;
    names_nobody(&window, "the end of a question").await;
    window.is_accessible("the end of a question").await;
    window.picture(&format!("{look}-marking-end")).await;

    window.go("/marking").await;
    window.click("link", QUESTION).await;
    window.wait_for_text("4 of 4 marked").await;
    let mut again = Vec::new();
    for place in 1..=first.len() {
        again.push(answer(&window, place, first.len()).await);
        window.press(Key::PageDown).await;
    }
    assert_eq!(again, first, "the order stays");
    window.click("link", "Open scorecard").await;
    window.find("heading", "Handed in").await;
    let noted =
        "return [...document.querySelectorAll('textarea')].some((field) => field.value === arguments[0])";
    let noted = window.run(noted, vec![NOTE.into()]).await;
    assert_eq!(noted, Ok(true.into()), "what was noted while marking stands in the scorecard");
    window.picture(&format!("{look}-marking-scorecard")).await;
    window.is_accessible("a scorecard with what was handed in").await;
    window.close().await;
}

/// Answers are pasted into the kit's questions, read with their lines, and cited.
async fn is_handed_in(window: &Window, look: &str) {
    window.go("/candidates").await;
    window.click("row", "Greta Pattern").await;
    window.click("tab", "Submissions").await;
    window.wait_for_text("Nothing was handed in yet").await;
    window.click("button", "Add a submission").await;
    window.choose("Handed in for", "System design…").await;
    window.fill("Time taken, in minutes", "70").await;
    window.fill("Text", "We keep one ledger for each tenant.\nThe write goes first, the mail later.").await;
    window.is_accessible("adding a submission").await;
    window.picture(&format!("{look}-submission-add")).await;
    window.click("button", "Add submission").await;
    window.wait_for_text("took 1 h 10 min").await;
    window.wait_for_text("The write goes first").await;
    window.click("button", "Cite in a scorecard…").await;
    window.fill("From line", "2").await;
    window.press(Key::Tab).await;
    window.wait_for_text("submission text:2").await;
    window.click_first("[role=dialog] label:has(input[type=radio])").await;
    window.is_accessible("citing a submission").await;
    window.picture(&format!("{look}-submission-cite")).await;
    window.click("button", "Cite").await;
    window.click("button", "Open scorecard").await;
    window.find("button", "Take back the citation of submission text:2").await;
}

/// Rates every answer of the question by keys, looks that nobody is named, and gives the texts in their order.
async fn all_answers(window: &Window, look: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for place in 1..=4 {
        texts.push(answer(window, place, 4).await);
        names_nobody(window, "an answer").await;
        if place == 1 {
            window.is_accessible("marking").await;
        }
        rate(window).await;
        if place == 1 {
            window.picture(&format!("{look}-marking")).await;
        }
        window.press(Key::PageDown).await;
    }
    assert!(texts.iter().any(|text| text.contains("[hidden]")), "nobody named themselves: {texts:?}");
    let mut sorted = texts.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), 4, "an answer came twice");
    texts
}

/// The text of the answer that is shown.
async fn answer(window: &Window, place: usize, of: usize) -> String {
    window.find("heading", &format!("Answer {place} of {of}")).await;
    let region = format!(
        "return document.querySelector('[aria-label=\"Answer {place} of {of}\"] [role=document]').innerText"
    );
    window.run(&region, vec![]).await.unwrap().as_str().unwrap().to_owned()
}

/// A level and a note for the first criterion, a level for every other one that the question is about.
async fn rate(window: &Window) {
    window.click("radio", "3…").await;
    window.press("n").await;
    window.press(NOTE).await;
    window.press(Key::Escape).await;
    window.press(Key::Down).await;
    window.press("4").await;
    window.wait_for_text("Saved ").await;
}
