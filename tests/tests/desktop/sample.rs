//! The sample workspace, as the proofs over it begin, and everybody in it whom a screen may not name.

use std::collections::HashSet;

use assay_tests::desktop::{Desk, Theme, Window};
use serde_json::Value;

/// Who the sample consists of, as the engine makes it.
const PEOPLE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/engine/src/sample/people.json"));

/// Stands in the workspace's own name too, so that it tells nobody.
const NOT_A_NAME: &str = "Sample";

/// A desk with the sample open on it, and what pictures of this theme begin with.
pub async fn explored(theme: Theme) -> (Desk, Window, String) {
    let desk = Desk::new(theme);
    let window = desk.open().await;
    explore(&window).await;
    (desk, window, format!("{theme:?}").to_lowercase())
}

/// From the start to the sample's list of today.
pub async fn explore(window: &Window) {
    window.click("button", "Explore the sample").await;
    window.find("heading", "Today").await;
}

/// Opens the first role of the list; gives its address without what is chosen there.
pub async fn first_role(window: &Window) -> String {
    window.go("/roles").await;
    window.settled().await;
    window.click_first("[role=rowheader]").await;
    window.settled().await;
    let place = window.place().await;
    place.split('?').next().unwrap_or(&place).to_owned()
}

/// No name of any of the sample's candidates, no part of one and no login stands on the screen or in its title.
pub async fn names_nobody(window: &Window, what: &str) {
    let title = window.run("return document.title", vec![]).await.unwrap_or_default().to_string();
    let shown = format!("{} {title}", window.text().await);
    let seen: HashSet<&str> = words(&shown).collect();
    for name in names() {
        assert!(!seen.contains(name.as_str()), "{what} shows {name}: {shown}");
    }
}

/// First and last names and logins of all candidates.
fn names() -> HashSet<String> {
    let sample: Value = serde_json::from_str(PEOPLE).unwrap_or_default();
    let candidates = sample["candidates"].as_array().cloned().unwrap_or_default();
    let told = candidates.iter().flat_map(|one| [&one["name"], &one["login"]]).filter_map(Value::as_str);
    let names: HashSet<String> =
        told.flat_map(words).filter(|word| *word != NOT_A_NAME).map(str::to_owned).collect();
    assert!(names.len() > 30, "the sample's people are not read: {names:?}");
    names
}

/// The words of a text; a login is one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').filter(|word| !word.is_empty())
}
