//! Steps 3, 4, 5 and 9: candidates come in, are found, read, and one is erased.

use std::path::{Path, PathBuf};

use assay_tests::desktop::Window;

use super::role::TITLE;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/snapshots").join(name)
}

/// One by hand, two from a pasted list that puts them up for the role.
pub async fn come_in_by_hand_and_list(window: &Window) {
    window.go("/candidates/new").await;
    window.fill("Name", "Bruno Fixture").await;
    window.fill("Notes", "Recommended by an invented friend.").await;
    window.is_accessible("a candidate by hand").await;
    window.click("button", "Add candidate").await;
    window.find("heading", "Bruno Fixture").await;
    window.go("/candidates/new").await;
    window.click("tab", "Paste a list").await;
    window
        .fill(
            "The list",
            "name,email\nMei Fixture,mei@example.invalid\nTomas Fixture,tomas@example.invalid\n",
        )
        .await;
    window.choose("Put them up for", TITLE).await;
    window.is_accessible("a pasted list").await;
    window.click("button", "Add 2 candidates").await;
    window.wait_for_text("Tomas Fixture").await;
    window.wait_for_text("Mei Fixture").await;
}

/// A snapshot comes in, something else is refused with its reason, and the same again changes nothing.
pub async fn come_in_from_a_snapshot(window: &Window) {
    let good = fixture("ottilie-fixture.json");
    let bad = fixture("not-json.json");
    import(window, &[&good, &bad]).await;
    window.wait_for_text("1 imported").await;
    window.wait_for_text("1 refused").await;
    window.is_accessible("the report of an import").await;
    window.picture("journey-03-import").await;
    if window.has("button", "Make a candidate").await {
        window.click("button", "Make a candidate").await;
        window.find("heading", "Ottilie Fixture").await;
    }
    import(window, &[&good]).await;
    window.wait_for_text("0 imported, 1 skipped").await;
}

async fn import(window: &Window, paths: &[&Path]) {
    let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    window.go("/import").await;
    window.find("heading", "Import").await;
    window.click("button", "Paste paths").await;
    window.fill("Paths, one a line", &paths.join("\n")).await;
    window.click("button", "Add paths").await;
    window.fill("Who allowed it, and how", "Invented for a test").await;
    let many =
        if paths.len() == 1 { "Import 1 path".to_owned() } else { format!("Import {} paths", paths.len()) };
    window.click("button", &many).await;
    window.find("heading", "Import report").await;
}

/// Found by a word of the profile; the page tells what is not in the snapshot from what is nought.
pub async fn are_found_and_read(window: &Window) {
    window.go("/candidates").await;
    window.wait_for_text("4 candidates").await;
    window.picture("journey-04-candidates").await;
    window.fill("Search", "ledgers").await;
    window.wait_for_text("1 found").await;
    window.is_accessible("candidates, searched").await;
    window.click("row", "Ottilie Fixture…").await;
    window.wait_for_text("not in this snapshot").await;
    window.wait_for_text("Invented Payments Cooperative").await;
    window.wait_for_text("As of 1 Oct 2026").await;
    window.wait_for_text("Invented for a test").await;
    window.is_accessible("a candidate").await;
    window.picture("journey-05-candidate").await;
}

/// Erased with a receipt; nobody is found by what stood there.
pub async fn one_is_erased(window: &Window) {
    window.go("/candidates").await;
    window.click("row", "Ottilie Fixture").await;
    window.click("tab", "Privacy").await;
    window.click("button", "Erase Ottilie Fixture…").await;
    window.fill("Reason", "Asked for it").await;
    window.click("checkbox", "I understand that this cannot be undone").await;
    window.is_accessible("before an erasure").await;
    window.click("button", "Erase for good").await;
    window.wait_for_text("Journal entry").await;
    window.picture("journey-09-receipt").await;
    window.click("button", "Back to candidates").await;
    window.wait_until_gone("Ottilie Fixture").await;
    window.fill("Search", "ledgers").await;
    window.wait_for_text("Nobody matches").await;
}
