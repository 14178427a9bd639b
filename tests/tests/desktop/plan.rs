//! A plan while it is edited: what it looks at follows the draft, and another order is stored as the next version.

use assay_tests::desktop::{Theme, Window};
use serde_json::{Value, json};

use super::sample::{explored, first_role};

/// The sample's plan, which scorecards have frozen.
pub async fn is_edited(theme: Theme) {
    let (_desk, window, look) = explored(theme).await;
    let role = first_role(&window).await;
    window.go(&format!("{role}?tab=plan")).await;
    let before = order(&window).await;
    assert!(before.len() > 2, "{before:?}");
    what_it_looks_at_follows(&window, &before[0], &before[1], &look).await;
    another_order_is_stored(&window, &before).await;
    window.close().await;
}

/// Without its first assessment less is looked at, before anything is stored; thrown away, all is as before.
async fn what_it_looks_at_follows(window: &Window, first: &str, second: &str, look: &str) {
    window.click("button", "Edit plan").await;
    window.wait_for_text("as the plan is written here, not stored yet").await;
    window.settled().await;
    assert!(columns(window).await.iter().any(|one| one == first), "{first} is not in the matrix");
    window.click("button", &format!("Take {first} out of the plan")).await;
    window.settled().await;
    let left = columns(window).await;
    assert!(left.iter().any(|one| one == second), "the matrix is gone: {left:?}");
    assert!(!left.iter().any(|one| one == first), "the matrix does not follow the draft");
    window.is_accessible("a plan while it is edited").await;
    window.picture(&format!("{look}-plan-draft")).await;
    window.click("button", "Cancel").await;
    window.wait_until_gone("not stored yet").await;
    assert!(columns(window).await.iter().any(|one| one == first), "a draft that was thrown away stays");
}

async fn another_order_is_stored(window: &Window, before: &[String]) {
    window.click("button", "Edit plan").await;
    window.click("button", &format!("Move {} down", before[0])).await;
    window.fill("Why the plan changes", "The second one tells more, and sooner.").await;
    window.click("button", "Store as version…").await;
    window.wait_for_text("stored.").await;
    window.wait_for_text("The second one tells more, and sooner.").await;
    window.settled().await;
    let mut expected = before.to_vec();
    expected.swap(0, 1);
    assert_eq!(order(window).await, expected);
}

/// The assessments as the plan's table has them.
async fn order(window: &Window) -> Vec<String> {
    window.wait_for_text("Time box").await;
    window.settled().await;
    texts(window, "table:not(:has(caption)) tbody tr:has(td:nth-child(6)) th[scope=row]").await
}

/// The assessments as the matrix has them.
async fn columns(window: &Window) -> Vec<String> {
    texts(window, "table:has(caption) thead th[scope=col]").await
}

async fn texts(window: &Window, css: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).map((one) => one.firstChild.textContent)";
    let told: Value = window.run(script, vec![json!(css)]).await.unwrap_or_default();
    serde_json::from_value(told).unwrap_or_default()
}
