//! Step 2: a role from a template, and its plan.

use assay_tests::desktop::Window;

/// Title of the role.
pub const TITLE: &str = "Backend engineer, ledgers";

/// Opens a role from the first template and reads its plan.
pub async fn open_a_role(window: &Window) {
    window.click("link", "Roles").await;
    window.click("link", "New role").await;
    window.click("radio", "API generalist…").await;
    window.click("radio", "Senior").await;
    window.fill("Title", TITLE).await;
    window.is_accessible("a new role").await;
    window.click("button", "Create role").await;
    window.find("heading", TITLE).await;
    window.click("tab", "Plan").await;
    for line in [
        "Written questionnaire 20",
        "Review of a pull request 30",
        "System design conversation 30",
        "Live debugging 20",
    ] {
        window.wait_for_text(line).await;
    }
    window.wait_for_text("100 of 100%").await;
    window.is_accessible("the plan").await;
    window.picture("journey-02-plan").await;
}

/// Goes to the role's page.
pub async fn go_to_the_role(window: &Window) {
    window.go("/roles").await;
    window.click("row", TITLE).await;
    window.find("heading", TITLE).await;
}
