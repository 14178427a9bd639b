//! The real window: the main job from the first start to an erasure, with a restart in the middle.
#![cfg(target_os = "linux")]

use std::time::Duration;

use assay_tests::desktop::{Desk, Theme, within};

const LIMIT: Duration = Duration::from_secs(120);

#[test]
fn the_first_start_offers_what_to_do() {
    within(LIMIT, async {
        let desk = Desk::new(Theme::Light);
        let window = desk.open().await;
        window.wait_for_text("Assay").await;
        window.picture("start").await;
        window.is_accessible("start").await;
        window.close().await;
    });
}
