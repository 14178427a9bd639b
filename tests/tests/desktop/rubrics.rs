//! The library of rubrics: a version goes out as a file, is edited with what is wrong told while it is typed, becomes the next
//! version beside the first, and a role is moved to it; a file comes in.

use std::path::Path;

use assay_tests::desktop::{Theme, Window};
use serde_json::json;

use super::sample::{explored, first_role};

const RUBRIC: &str = "/rubrics/backend-code-review@1";
/// The assessment of the sample's role that is rated by it.
const ASSESSMENT: &str = "Review of a pull request";

/// All of it, in one theme.
pub async fn are_kept_in_versions(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    let file = desk.folder("rubrics").join("review.toml");
    goes_out(&window, &file, &look).await;
    is_edited(&window, &look).await;
    is_compared(&window, &look).await;
    a_role_is_moved(&window, &role, &look).await;
    comes_in(&window, &file).await;
    window.close().await;
}

async fn goes_out(window: &Window, file: &Path, look: &str) {
    window.go(RUBRIC).await;
    window.wait_for_text("Used by scorecards: it does not change").await;
    // What a candidate's feedback says stands folded under each criterion.
    let folded = "const told = document.querySelectorAll('details');
        told[0].open = true;
        told[0].scrollIntoView();
        return [told.length, told[0].querySelectorAll('li').length]";
    let told = window.run(folded, vec![]).await.unwrap_or_default();
    assert_eq!(told, json!([6, 5]), "a sentence for each level of each criterion");
    window.is_accessible("what a rubric tells the candidate").await;
    window.picture(&format!("{look}-rubric-told")).await;
    window.click("button", "Export…").await;
    window.save_in_dialog("Export the rubric", file);
    window.wait_for_text("The rubric stands in the file.").await;
    let text = std::fs::read_to_string(file).unwrap_or_default();
    assert!(text.contains("id = \"backend-code-review\""), "{text}");
}

/// A fault is told with its line, and nothing can be stored until it is mended.
async fn is_edited(window: &Window, look: &str) {
    window.click("tab", "Edit").await;
    window.find("textbox", "Rubric as text").await;
    window.wait_for_text("Nothing stands against it").await;
    replaced(window, "levels = 5", "levels = 9").await;
    window.wait_for_text("9 levels are given").await;
    window.wait_for_text("7 errors").await;
    window.find("button", "line 6…").await;
    assert!(!can_store(window, "Store").await, "a faulty rubric can be stored");
    window.is_accessible("a rubric with a fault").await;
    window.picture(&format!("{look}-rubric-fault")).await;
    replaced(window, "levels = 9", "levels = 5").await;
    replaced(window, "title = \"", "title = \"Second ").await;
    // Until what was typed last is checked, nothing can be stored.
    window.wait_for_text("Anchors of Second").await;
    window.settled().await;
    window.click("button", "Store as version 2").await;
    window.wait_for_text("version 2, is in the library.").await;
    window.find("heading", "Second…").await;
}

/// Both versions side by side, the new one's words beside the old one's.
async fn is_compared(window: &Window, look: &str) {
    window.click("tab", "Compare versions").await;
    window.wait_for_text("Unchanged:").await;
    let heads = "return [...document.querySelectorAll('table th[scope=col]')].map((one) => one.textContent)";
    let heads = window.run(heads, vec![]).await.unwrap_or_default();
    assert_eq!(
        heads,
        json!(["What", "Version 1", "Version 2"]),
        "both stand side by side, the earlier first"
    );
    window.is_accessible("two versions of a rubric").await;
    window.picture(&format!("{look}-rubric-compare")).await;
}

/// Says which scorecards stay before it is done, and asks why.
async fn a_role_is_moved(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=plan")).await;
    window.click("button", "Move to version 2").await;
    window.wait_for_text("stay on the version by which they were rated").await;
    window.fill("Why", "The second wording tells apart what the first did not.").await;
    window.is_accessible("moving a role to another rubric").await;
    window.picture(&format!("{look}-rubric-move")).await;
    window.click("button", "Move to version 2").await;
    window.wait_for_text(&format!("{ASSESSMENT}: rubric version 2, plan version")).await;
}

/// Under a number of its own it is taken; under one that is here with another text it is not.
async fn comes_in(window: &Window, file: &Path) {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let write = |text: &str| std::fs::write(file, text).unwrap_or_else(|error| panic!("{error}"));
    window.go("/rubrics").await;
    write(&text.replacen("title = \"", "title = \"Another ", 1));
    window.click("button", "Import a rubric…").await;
    window.choose_in_dialog("A rubric to import", file);
    window.wait_for_text("is here with another text").await;
    write(&text.replacen("version = 1", "version = 7", 1));
    window.click("button", "Import a rubric…").await;
    window.choose_in_dialog("A rubric to import", file);
    window.wait_for_text("version 7, is in the library.").await;
}

/// Changes the text in the field as typing would: the driver types too slowly for a whole rubric.
async fn replaced(window: &Window, before: &str, after: &str) {
    let script = "const area = document.querySelector('textarea[aria-label=\"Rubric as text\"]');
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
        if (!area.value.includes(arguments[0])) return false;
        set.call(area, area.value.replace(arguments[0], arguments[1]));
        area.dispatchEvent(new Event('input', { bubbles: true }));
        return true";
    let done = window.run(script, vec![json!(before), json!(after)]).await;
    assert_eq!(done, Ok(json!(true)), "the text holds no {before}");
}

async fn can_store(window: &Window, label: &str) -> bool {
    let script = "return [...document.querySelectorAll('button')].some((one) => one.textContent.startsWith(arguments[0]) && !one.disabled)";
    window.run(script, vec![json!(label)]).await == Ok(json!(true))
}
