//! Steps 3, 4, 5 and 9: candidates come in, are found, read, and one is erased.

use std::path::{Path, PathBuf};

use assay_tests::desktop::{Desk, Window};
use thirtyfour::Key;

use super::role::TITLE;

/// The button that files are dropped on, and that opens the dialog.
pub const DROP: &str = "Drop files, folders or archives here…";

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
    // The preview of the list has their names too.
    window.wait_for_text("3 candidates").await;
    window.wait_for_text("Tomas Fixture").await;
    window.wait_for_text("Mei Fixture").await;
}

/// One from a CSV file, chosen in the system's own dialog.
pub async fn come_in_from_a_file(window: &Window, desk: &Desk) {
    let file = desk.folder("files").join("people.csv");
    let written = std::fs::write(&file, "name,email\nDagny Fixture,dagny@example.invalid\n");
    written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    window.go("/candidates/new").await;
    window.click("tab", "From a CSV file").await;
    window.click("button", "Choose…").await;
    window.choose_in_dialog("CSV file", &file);
    window.wait_for_text("dagny@example.invalid").await;
    window.is_accessible("a CSV file").await;
    window.click("button", "Add 1 candidate").await;
    window.wait_for_text("4 candidates").await;
}

/// A snapshot comes in, something else is refused with its reason, and the same again changes nothing.
pub async fn come_in_from_a_snapshot(window: &Window) {
    let good = fixture("ottilie-fixture.json");
    let bad = fixture("not-json.json");
    go_to_import(window).await;
    window.drop_files("button", DROP, &[&good, &bad]).await;
    import(window, 2).await;
    window.wait_for_text("1 imported").await;
    window.wait_for_text("1 refused").await;
    window.is_accessible("the report of an import").await;
    window.picture("journey-03-import").await;
    go_to_import(window).await;
    window.click("button", DROP).await;
    window.choose_in_dialog("Files to import", &good);
    import(window, 1).await;
    window.wait_for_text("0 imported, 1 skipped").await;
}

/// A folder comes in whose account is somebody who is here already: it is unlinked, put back by undo, and linked by hand.
pub async fn is_linked_by_hand(window: &Window) {
    go_to_import(window).await;
    window.drop_files("button", DROP, &[&fixture("mei")]).await;
    import(window, 1).await;
    window.wait_for_text("3 imported").await;
    unlink(window).await;
    window.go("/journal").await;
    window.click("button", "Undo: …").await;
    window.wait_for_text("Taken back").await;
    unlink(window).await;
    window.go("/candidates").await;
    window.click("row", "Mei Fixture").await;
    window.click("button", "Link an account…").await;
    window.fill("Account", "mei").await;
    window.click("option", "mei-fixture-writes…").await;
    window.click("button", "Link account").await;
    window.wait_for_text("linked by hand").await;
    window.wait_for_text("Tides, tables and time zones").await;
}

async fn unlink(window: &Window) {
    window.go("/candidates").await;
    window.click("row", "M. Fixture").await;
    window.click("button", "Unlink").await;
    window.wait_for_text("No account linked").await;
}

/// The import screen.
pub async fn go_to_import(window: &Window) {
    window.go("/import").await;
    window.find("heading", "Import").await;
}

/// Starts the import of what was chosen, and waits for its report.
pub async fn import(window: &Window, paths: usize) {
    window.fill("Who allowed it, and how", "Invented for a test").await;
    let plural = if paths == 1 { "" } else { "s" };
    window.click("button", &format!("Import {paths} path{plural}")).await;
    window.find("heading", "Import report").await;
}

/// Found by a word of the profile; the page tells what is not in the snapshot from what is nought.
pub async fn are_found_and_read(window: &Window) {
    window.go("/candidates").await;
    window.wait_for_text("6 candidates").await;
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
    window.press(Key::Escape).await;
    window.wait_for_text("What you typed here is not stored.").await;
    window.is_accessible("before what was typed is lost").await;
    window.picture("journey-08-typed").await;
    window.click("button", "Go on writing").await;
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
