//! Steps 1 and 10: the first start, and opening again what was made.

use assay_tests::desktop::{Desk, Window};

/// Who makes the workspace.
pub const OWNER: &str = "Ada Fixture";
const NAME: &str = "Journey";
const PASSPHRASE: &str = "invented words for a test only";

/// Makes an empty workspace and sees its recovery code once.
pub async fn make_a_workspace(window: &Window, desk: &Desk) {
    window.find("button", "Explore the sample").await;
    window.find("button", "Open workspace").await;
    window.is_accessible("the first start").await;
    window.picture("journey-01-start").await;
    window.click("button", "Start empty").await;
    window.fill("Name of the workspace", NAME).await;
    window.fill("Your name", OWNER).await;
    window.fill("Folder it stands in", &desk.folder("workspaces").to_string_lossy()).await;
    window.fill_under("Start empty", "Passphrase", PASSPHRASE).await;
    window.fill("Passphrase again", PASSPHRASE).await;
    window.click("button", "Create workspace").await;
    window.wait_for_text("Write down the recovery code").await;
    window.is_accessible("the recovery code").await;
    window.click("checkbox", "I have written it down").await;
    window.click("button", "Open the workspace").await;
    window.find("heading", "Today").await;
    assert!(
        desk.folder("workspaces").join("Journey.assay/workspace.db").is_file(),
        "the workspace is a folder"
    );
}

/// Opens the workspace from the list of recent ones and sits down as `person`, where there is more than one.
pub async fn open_it_again(window: &Window, person: &str, pin: Option<&str>) {
    window.wait_for_text(NAME).await;
    window.fill_under("Open a workspace", "Passphrase", PASSPHRASE).await;
    window.click("button", "Open workspace").await;
    window.wait_for_text("Who is at the keyboard?").await;
    sit_down(window, person, pin).await;
    window.find("heading", "Today").await;
}

/// Says who is at the keyboard.
pub async fn sit_down(window: &Window, person: &str, pin: Option<&str>) {
    window.click("radio", &format!("{person}…")).await;
    if let Some(pin) = pin {
        window.fill(&format!("PIN of {person}"), pin).await;
    }
    window.click("button", &format!("Continue as {person}")).await;
}

/// After the last restart the decision stands, the erased candidate does not, and the journal holds.
pub async fn all_is_there(window: &Window) {
    window.go("/candidates").await;
    window.wait_for_text("Mei Fixture").await;
    assert!(!window.text().await.contains("Ottilie"), "an erased candidate came back");
    window.click("row", "Mei Fixture").await;
    window.wait_for_text("Advanced").await;
    window.wait_for_text("Her notes on idempotency").await;
    window.go("/journal").await;
    window.click("button", "Verify the journal").await;
    window.wait_for_text("All is sound").await;
    window.is_accessible("the verified journal").await;
}
