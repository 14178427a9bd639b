//! What became of a hire: asked for on Today after three months, told, and shown beside the scores.

use assay_domain::stage::Stage;
use assay_engine::store::Unlock;
use assay_engine::{Result, Store, applications, roles, sample};
use assay_tests::desktop::{Desk, Theme, Window};
use chrono::{TimeDelta, Utc};

use super::sample::{explored, first_role};

const HIRE: &str = "Ravi Specimen";

/// On the sample, with somebody hired a hundred days ago.
pub async fn up_after_months(theme: Theme) {
    let (desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    hired(&desk).unwrap_or_else(|error| panic!("nobody is hired: {error}"));
    window.go("/today").await;
    window.wait_for_text("To follow up (1)").await;
    window.is_accessible("a hire to follow up").await;
    window.picture(&format!("{look}-followed-today")).await;
    told(&window, &look).await;
    window.wait_until_gone("To follow up").await;
    shown(&window, &role, &look).await;
    window.close().await;
}

/// As the program would have, beside the window.
fn hired(desk: &Desk) -> Result<()> {
    let folder = desk.folder("data").join("Sample.assay");
    let store = Store::open(&folder, &Unlock::Passphrase(sample::PASSPHRASE.into()))?;
    let owner = sample::owner(&store)?;
    let role = roles::list(&store, owner)?.remove(0);
    let all = applications::list(&store, owner, role.id)?;
    let one = all.iter().find(|one| one.candidate_name == HIRE);
    let id = one.unwrap_or_else(|| panic!("{HIRE} is not in the sample")).id;
    let then = Utc::now() - TimeDelta::days(100);
    applications::move_to(&store, owner, then, id, Stage::Hired, "The offer was taken.")?;
    Ok(())
}

/// One goal is met, one is not, of the others nothing can be said yet.
async fn told(window: &Window, look: &str) {
    window.click("button", "Tell the outcome").await;
    window.find("heading", &format!("{HIRE}, 3 months on")).await;
    answer(window, 0, "Met").await;
    answer(window, 1, "Not met").await;
    window.choose("The manager's rating", "4, above").await;
    window.fill("Anything else worth remembering", "Took over the ledger in the second month.").await;
    window.is_accessible("telling what became of a hire").await;
    window.picture(&format!("{look}-followed-dialog")).await;
    window.click("button", &format!("Keep what became of {HIRE}")).await;
}

/// Of a goal, counted from nought: every goal has the same answers.
async fn answer(window: &Window, goal: usize, words: &str) {
    let press = "[...document.querySelectorAll('[role=dialog] [role=radiogroup]')][arguments[0]]
        .querySelectorAll('label').forEach((one) => one.textContent === arguments[1] && one.click())";
    let pressed = window.run(press, vec![goal.into(), words.into()]).await;
    pressed.unwrap_or_else(|error| panic!("goal {goal}: {error}"));
}

async fn shown(window: &Window, role: &str, look: &str) {
    window.go(&format!("{role}?tab=measurement&part=outcomes")).await;
    window.wait_for_text("3 months").await;
    window.wait_for_text("manager's rating 4 of 5").await;
    window.wait_for_text("1 of 4 goals met, 2 not known yet").await;
    window.wait_for_text("Took over the ledger in the second month.").await;
    window.is_accessible("what became of the hires").await;
    window.picture(&format!("{look}-followed-outcomes")).await;
}
