//! The pipeline of the sample's role: board and table, several moved as one and taken back, an end with its reason, the role's own
//! stages; then its figures, an interview's time and its calendar file, and who waits for whom.

use assay_tests::desktop::{Desk, Theme, Window};

use super::sample::explored;

/// Stands in "applied", with a questionnaire to be marked.
const FIRST: &str = "Yuki Prototype";
/// Stands in "screening".
const SECOND: &str = "Hugo Stencil";

/// All of it, in one theme.
pub async fn is_worked_through(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    who_waits(&window, &look).await;
    window.go("/roles").await;
    window.click("row", "Senior backend engineer, payments").await;
    several_are_moved(&window, &look).await;
    one_is_rejected(&window, &look).await;
    stages_are_the_roles_own(&window, &look).await;
    figures_are_told(&window, &look).await;
    an_interview_gets_a_time(&window, &desk, &look).await;
    window.close().await;
}

/// Each wait ends with its one action.
async fn who_waits(window: &Window, look: &str) {
    window.wait_for_text("Who waits for whom").await;
    window.wait_for_text("Waits for the next step").await;
    window.is_accessible("today").await;
    window.picture(&format!("{look}-pipeline-today")).await;
}

/// Chosen on the board, moved by one menu, taken back by one press.
async fn several_are_moved(window: &Window, look: &str) {
    for name in [FIRST, SECOND] {
        window.click("checkbox", &format!("Choose {name}")).await;
    }
    window.wait_for_text("2 chosen").await;
    window.is_accessible("the board with two chosen").await;
    window.picture(&format!("{look}-pipeline-board")).await;
    window.click("button", "Move to…").await;
    window.click("menuitem", "Interviewing").await;
    window.wait_for_text("2 applications: interviewing.").await;
    window.click("button", "Undo").await;
    window.wait_for_text("and 1 more").await;
    window.find("button", &format!("{FIRST}…")).await;
    window.click("radio", "Table").await;
    window.find("row", FIRST).await;
    window.wait_for_text("Time in stage").await;
    window.is_accessible("the pipeline as a table").await;
    window.picture(&format!("{look}-pipeline-table")).await;
}

/// From the table: a reason of the list, and no end without one.
async fn one_is_rejected(window: &Window, look: &str) {
    window.click("row", FIRST).await;
    window.choose("Stage", "Rejected").await;
    window.wait_for_text("Counted in the role's figures").await;
    window.choose("Reason", "Something the role needs is missing").await;
    window.is_accessible("an end with its reason").await;
    window.picture(&format!("{look}-pipeline-reject")).await;
    window.click("button", "Move to rejected").await;
    window.wait_for_text(&format!("{FIRST}: rejected.")).await;
    window.wait_for_text("Applied → Rejected").await;
    window.wait_for_text("Something the role needs is missing").await;
}

/// A name of the role's own stands over the column.
async fn stages_are_the_roles_own(window: &Window, look: &str) {
    window.click("radio", "Board").await;
    window.click("button", "Stages").await;
    window.fill("Name for interviewing", "On site").await;
    window.is_accessible("the stages of a role").await;
    window.picture(&format!("{look}-pipeline-stages")).await;
    window.click("button", "Store stages").await;
    window.find("heading", "On site…").await;
}

/// The figures count the end, and every picture has its table.
async fn figures_are_told(window: &Window, look: &str) {
    window.click("tab", "Figures").await;
    window.wait_for_text("Why applications ended").await;
    window.wait_for_text("Something the role needs is missing").await;
    window.wait_for_text("On site").await;
    window.is_accessible("the figures of a role").await;
    window.picture(&format!("{look}-pipeline-figures")).await;
    window.click("button", "As a table").await;
    window.wait_for_text("Share going on (95%)").await;
}

/// A time with its zone, then the file for a calendar.
async fn an_interview_gets_a_time(window: &Window, desk: &Desk, look: &str) {
    window.click("tab", "Interviews").await;
    window.click("radio", "Open").await;
    // Those that are not open are gone before something is clicked where they stood.
    window.wait_for_text("13 interviews").await;
    window.settled().await;
    window.click_first("[role=row] button[aria-haspopup=true]").await;
    window.click("menuitem", "Change its time").await;
    window.fill("Local time", "2027-03-29 14:00").await;
    window.is_accessible("the time of an interview").await;
    window.picture(&format!("{look}-pipeline-time")).await;
    window.click("button", "Set the time").await;
    window.wait_for_text("29 Mar 2027, 14:00").await;
    let file = desk.folder("calendar").join("role.ics");
    window.click("button", "For a calendar").await;
    window.click("menuitem", "Save the interviews…").await;
    window.save_in_dialog("Save for a calendar", &file);
    window.wait_for_text("Open the file with your calendar.").await;
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(text.contains("DTSTART;TZID=Europe/Brussels:20270329T140000"), "{text}");
}
