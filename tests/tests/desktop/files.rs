//! What leaves the sample and what comes into it through the system's own dialogs: a dossier on pages and as text, data for other
//! programs, the export of a form; and a panel that is named in the plan and then assigned.

use std::path::Path;

use assay_tests::desktop::{Desk, Theme, Window};

use super::sample::explored;

const ROLE: &str = "Senior backend engineer, payments";
/// Stands in "screening" and has handed in nothing.
const CANDIDATE: &str = "Hugo Stencil";
/// Has one interview only, so that seven seats of the panels are free.
const WITH_SEATS: &str = "Kofi Schematic";
const ANSWER: &str = "I moved a ledger to append only writes and measured the replay.";

/// All of it, in one theme.
pub async fn leave_and_come_in(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    window.go("/roles").await;
    window.click("row", ROLE).await;
    a_dossier_leaves(&window, &desk, &look).await;
    data_leaves(&window, &desk).await;
    a_panel_is_named_and_assigned(&window, &look).await;
    a_form_comes_in(&window, &desk, &look).await;
    work_comes_in(&window, &desk).await;
    window.close().await;
}

/// What it will say stands there as it will read; then it is written twice.
async fn a_dossier_leaves(window: &Window, desk: &Desk, look: &str) {
    window.click("tab", "Dossier").await;
    window.settled().await;
    let rendered = "return document.querySelector('iframe[title=\"The document\"]').contentDocument.querySelectorAll('table').length > 1";
    assert_eq!(window.run(rendered, vec![]).await, Ok(true.into()), "the document is shown as it reads");
    window.is_accessible("a dossier").await;
    window.picture(&format!("{look}-files-dossier")).await;
    let folder = desk.folder("leaves");
    for (button, file) in [("Save as PDF…", "role.pdf"), ("Save as Markdown…", "role.md")] {
        window.click("button", button).await;
        window.save_in_dialog("Save the document", &folder.join(file));
        window.wait_for_text("Saved").await;
        window.click("button", "Close").await;
        window.wait_until_gone("Saved").await;
    }
    assert!(read(&folder.join("role.pdf")).starts_with(b"%PDF-"), "the dossier is no PDF");
    let text = String::from_utf8(read(&folder.join("role.md"))).unwrap_or_default();
    assert!(text.starts_with('#') && text.contains(ROLE), "{text}");
}

/// The ratings as rows for other programs.
async fn data_leaves(window: &Window, desk: &Desk) {
    let file = desk.folder("leaves").join("ratings.csv");
    window.click("button", "Ratings as CSV…").await;
    window.save_in_dialog("Save ratings", &file);
    window.wait_for_text("Saved:").await;
    let text = String::from_utf8(read(&file)).unwrap_or_default();
    assert!(text.lines().count() > 100, "every rating is a row: {text}");
}

/// Two people are named for an assessment, and suggested for whoever lacks it.
async fn a_panel_is_named_and_assigned(window: &Window, look: &str) {
    window.click("tab", "Plan").await;
    window.click("button", "Change the panel: Live debugging").await;
    for person in ["Chidi Example", "Dana Example"] {
        window.click("checkbox", person).await;
    }
    window.is_accessible("a panel").await;
    window.picture(&format!("{look}-files-panel")).await;
    window.click("button", "Store panel").await;
    window.wait_for_text("Panel stored: Live debugging.").await;
    window.click("tab", "Pipeline…").await;
    window.click("button", &format!("{WITH_SEATS}…")).await;
    window.click("button", "Assign the panel").await;
    window.settled().await;
    window.is_accessible("assigning a panel").await;
    window.picture(&format!("{look}-files-seats")).await;
    window.click("button", "Assign 7 interviews").await;
    window.wait_for_text("7 interviews assigned.").await;
    window.wait_for_text("Live debugging").await;
}

/// The export of a form, chosen in the system's dialog: a column gets another meaning, and one answer comes in.
async fn a_form_comes_in(window: &Window, desk: &Desk, look: &str) {
    let file = desk.folder("files").join("answers.csv");
    let text = format!(
        "Name,Something you shipped,Remarks\n{CANDIDATE},\"{ANSWER}\",thanks\nNobody Known,Nothing,\n"
    );
    std::fs::write(&file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    window.go("/submissions/form").await;
    window.choose("Assessment", "Written questionnaire").await;
    window.click("button", "Choose…").await;
    window.choose_in_dialog("The form's export", &file);
    window.choose("Meaning of Remarks", "Answer 2…").await;
    window.choose("Meaning of Remarks", "Leave out").await;
    window.settled().await;
    window.is_accessible("the export of a form").await;
    window.picture(&format!("{look}-files-form")).await;
    window.click("button", "Take in 1 submission").await;
    window.find("heading", "1 submission came in").await;
    window.go("/candidates").await;
    window.click("row", CANDIDATE).await;
    window.click("tab", "Submissions").await;
    window.wait_for_text(ANSWER).await;
}

/// A file and a folder are handed in together: what is text is kept with its lines, what is not is named.
async fn work_comes_in(window: &Window, desk: &Desk) {
    let work = desk.folder("handed/ledger");
    let put =
        |name: &str, text: &[u8]| std::fs::write(work.join(name), text).unwrap_or_else(|it| panic!("{it}"));
    put("ledger.py", b"def post(entry):\n    return journal.append(entry)\n");
    put("picture.png", &[0x89, b'P', b'N', b'G', 0, 1, 2]);
    let review = desk.folder("handed").join("review.md");
    std::fs::write(&review, "The retry books twice.\n").unwrap_or_else(|error| panic!("{error}"));
    window.click("button", "Add a submission").await;
    window.choose("Handed in for", "System design…").await;
    window.click("button", "Choose files…").await;
    window.choose_in_dialog("Files to hand in", &review);
    window.wait_for_text("review.md").await;
    window.click("button", "Choose a folder…").await;
    window.choose_in_dialog("Folders to hand in", &work);
    window.wait_for_text("handed/ledger").await;
    window.click("button", "Add submission").await;
    // What came in is shown, without being looked for.
    window.wait_for_text("The retry books twice.").await;
    window.wait_for_text("ledger/picture.png").await;
    window.click("option", "ledger/ledger.py…").await;
    window.wait_for_text("return journal.append(entry)").await;
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
