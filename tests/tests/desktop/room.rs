//! Interview mode: held by keyboard alone, the application killed in the midst of a word, gone on with, submitted.

use assay_tests::desktop::{Theme, Window};
use serde_json::Value;
use thirtyfour::Key;

use super::interviews::{fill_in, submit};
use super::sample::{explore, explored};

const FIRST: &str = "Asked for latency by route before anything else.";
const LAST: &str = "Then drew the pool and counted, until the battery";
const ON_THE_CRITERION: &str = "Said what would prove them wrong.";

/// The whole of it, in one theme.
pub async fn nothing_is_lost(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    let room = go_to_the_room(&window).await;
    is_held_by_keys(&window).await;
    is_looked_at(&window, &look).await;
    // From the criteria to the log, and typing until the end; what is said to be saved is what may not be lost.
    window.press("l").await;
    window.press(LAST).await;
    window.wait_for_text("Saved ").await;
    window.kill().await;

    let window = desk.open().await;
    explore(&window).await;
    window.go(&room).await;
    all_is_there(&window).await;
    below_what_is_expected(&window, &look).await;
    goes_into_the_scorecard(&window, &look).await;
    window.close().await;
}

/// The owner's live debugging with somebody whom they look at once only, so that nothing is closed afterwards.
async fn go_to_the_room(window: &Window) -> String {
    window.settled().await;
    let links = "return [...new Set([...document.querySelectorAll(\"a[href*='#/interviews/']\")].map((a) => a.hash.slice(1)))]";
    let links = window.run(links, vec![]).await.unwrap_or_default();
    let links: Vec<String> = serde_json::from_value(links).unwrap_or_default();
    for link in links {
        window.go(&link).await;
        window.settled().await;
        let said = window.text().await;
        if said.contains("Pavel Sketch")
            && said.contains("Live debugging")
            && window.has("link", "Interview mode").await
        {
            window.click("link", "Interview mode").await;
            window.find("heading", "Pavel Sketch…").await;
            window.wait_for_text("not begun").await;
            return window.place().await;
        }
    }
    panic!("the owner has no open live debugging with Pavel Sketch in the sample")
}

/// F2 begins a section, F4 releases a clue, F6 goes round the parts, figures rate; Escape gives the screen back and loses nothing.
async fn is_held_by_keys(window: &Window) {
    window.press(Key::F2).await;
    window.wait_for_text("running").await;
    window.press(Key::F4).await;
    window.wait_for_text("1 of 10 released").await;
    window.press(Key::F6).await;
    window.press(Key::F6).await;
    window.press(FIRST).await;
    window.press(Key::Enter).await;
    window.wait_for_text(FIRST).await;
    window.press(Key::Escape).await;
    window.find("button", "Full screen").await;
    window.wait_for_text(FIRST).await;
    window.press(Key::F6).await;
    window.press(Key::F6).await;
    window.press("4").await;
    window.wait_for_text("1 of ").await;
    window.press("n").await;
    window.press(ON_THE_CRITERION).await;
    window.wait_for_text("Saved ").await;
}

async fn is_looked_at(window: &Window, look: &str) {
    window.is_accessible("interview mode").await;
    window.picture(&format!("{look}-room-1280")).await;
    window.resize(1024, 640).await;
    window.settled().await;
    let wide = window.run("return document.documentElement.scrollWidth <= innerWidth", vec![]).await;
    assert_eq!(wide, Ok(Value::Bool(true)), "nothing is cut off at the side");
    for (what, css, least) in [
        ("a prompt", "blockquote", 18.0),
        ("an anchor", "[class*=anchors]", 16.0),
        ("a note", "[class*=_note_], textarea", 16.0),
    ] {
        let size = font_size(window, css).await;
        assert!(size >= least, "{what} is read at arm's length: {size} px");
    }
    window.picture(&format!("{look}-room-1024")).await;
    window.resize(1280, 800).await;
    window.press(Key::Escape).await;
}

/// The smallest font of what CSS finds, in pixels; 0 where it finds nothing.
async fn font_size(window: &Window, css: &str) -> f64 {
    let script = "const all = [...document.querySelectorAll(arguments[0])].map((one) => parseFloat(getComputedStyle(one).fontSize));
        return all.length > 0 ? Math.min(...all) : 0";
    let size = window.run(script, vec![css.into()]).await;
    size.ok().and_then(|size| size.as_f64()).unwrap_or_default()
}

/// What was typed, rated, released and begun; and the timer has gone on meanwhile.
async fn all_is_there(window: &Window) {
    window.wait_for_text(FIRST).await;
    window.wait_for_text(LAST).await;
    window.wait_for_text("1 of 10 released").await;
    window.wait_for_text("running").await;
    let note = "return [...document.querySelectorAll('textarea[data-note]')].some((field) => field.value === arguments[0])";
    let note = window.run(note, vec![Value::String(ON_THE_CRITERION.into())]).await;
    assert_eq!(note, Ok(Value::Bool(true)), "the note on the criterion");
    let rated =
        "return document.querySelectorAll('[role=radio][aria-checked=true][data-column=\"4\"]').length";
    assert_eq!(window.run(rated, vec![]).await, Ok(Value::from(1)), "the level");
    let said = window.text().await;
    assert!(!said.contains("0:00 of 30 min") && !said.contains("not begun"), "the timer began anew: {said}");
}

/// A lower level asks what would have raised it, where the interviewer writes.
async fn below_what_is_expected(window: &Window, look: &str) {
    window.click_first("[role=radio][data-column='2']").await;
    window.wait_for_text("What would have raised it?").await;
    window.is_accessible("a level below what is expected").await;
    window.picture(&format!("{look}-room-raise")).await;
    window.click_first("[role=radio][data-column='4']").await;
    window.wait_until_gone("What would have raised it?").await;
}

/// The log stands beside the scorecard while it is filled in, and in it once it is submitted.
async fn goes_into_the_scorecard(window: &Window, look: &str) {
    window.click("button", "To the scorecard").await;
    window.find("heading", "From the room").await;
    window.wait_for_text(LAST).await;
    window.picture(&format!("{look}-room-scorecard")).await;
    fill_in(window, "3", "Found the pool by the third clue.").await;
    submit(window).await;
    window.find("heading", "From the room").await;
    window.wait_for_text(FIRST).await;
    window.wait_for_text("Clue released").await;
    window.is_accessible("a scorecard with a log").await;
    window.picture(&format!("{look}-room-submitted")).await;
}
