//! Every screen of the router, on the sample workspace: axe-core finds nothing serious, and a picture is taken.

use assay_tests::desktop::{Desk, Theme, Window};
use thirtyfour::Key;

use super::sample::{explore, first_role};

/// Goes to every route that the router knows, in one theme.
pub async fn every_screen(theme: Theme) {
    let desk = Desk::new(theme);
    let window = desk.open().await;
    let look = format!("{theme:?}").to_lowercase();
    window.find("button", "Explore the sample").await;
    window.picture(&format!("{look}-start")).await;
    window.is_accessible("/start").await;
    explore(&window).await;
    window.click("button", "At the keyboard…").await;
    window.wait_for_text("Who is at the keyboard?").await;
    window.settled().await;
    window.is_accessible("the choice of a person").await;
    window.picture(&format!("{look}-who")).await;
    window.press(Key::Escape).await;
    for route in window.routes().await {
        if route != "/start" {
            one_screen(&window, &look, &route).await;
        }
    }
    with_a_snapshot(&window, &look).await;
    side_by_side(&window, &look).await;
    in_a_narrow_window(&window, &look).await;
    window.close().await;
}

/// In the least window that the program has, nothing is cut off at the side.
async fn in_a_narrow_window(window: &Window, look: &str) {
    let role = first_role(window).await;
    window.resize(900, 600).await;
    for (name, place) in [
        ("today", "/today".to_owned()),
        ("candidates", "/candidates".to_owned()),
        ("pipeline", format!("{role}?tab=pipeline&view=table")),
        ("plan", format!("{role}?tab=plan")),
        ("ratings", format!("{role}?tab=debrief&part=ratings")),
        ("figures", format!("{role}?tab=figures")),
        ("dossier", format!("{role}?tab=dossier")),
    ] {
        window.go(&place).await;
        window.settled().await;
        let wide = window.run("return document.documentElement.scrollWidth <= innerWidth", vec![]).await;
        assert_eq!(wide, Ok(true.into()), "{place} is cut off at the side");
        window.picture(&format!("{look}-narrow-{name}")).await;
    }
}

/// Somebody of whom there is a snapshot, and what they handed in: the first candidate of the list has neither.
async fn with_a_snapshot(window: &Window, look: &str) {
    window.go("/candidates").await;
    window.click("row", "Ilse Fixture").await;
    window.find("heading", "Ilse Fixture").await;
    for tab in ["Overview", "Portfolio", "Submissions"] {
        window.click("tab", tab).await;
        window.settled().await;
        window.picture(&format!("{look}-known-{}", tab.to_lowercase())).await;
        window.is_accessible(&format!("{tab} of somebody with a snapshot")).await;
    }
}

/// Two people with a snapshot each, beside each other: their facts, and what they said in reviews.
async fn side_by_side(window: &Window, look: &str) {
    window.go("/beside").await;
    for (side, name) in [("Left", "Ilse"), ("Right", "Ravi")] {
        window.fill(side, name).await;
        window.click("option", &format!("{name}…")).await;
        window.settled().await;
    }
    for tab in ["Facts", "Reviews"] {
        window.click("tab", tab).await;
        window.settled().await;
        window.picture(&format!("{look}-beside-{}", tab.to_lowercase())).await;
        let said = window.text().await;
        assert!(!said.contains("Try again") && !said.contains("Choose two candidates"), "{said}");
        window.is_accessible(&format!("{tab} side by side")).await;
    }
}

async fn one_screen(window: &Window, look: &str, route: &str) {
    let place = place_of(window, route).await;
    for (tab, place) in with_tabs(route, &place) {
        window.go(&place).await;
        window.settled().await;
        let name = format!("{}{tab}", route.trim_matches('/').replace(['/', '$'], "-"));
        window.picture(&format!("{look}-{name}")).await;
        let said = window.text().await;
        assert!(!said.contains("Try again"), "{place} shows an error: {said}");
        window.is_accessible(&place).await;
    }
}

/// The screens that have parts: each part is looked at.
fn with_tabs(route: &str, place: &str) -> Vec<(String, String)> {
    let tabs: &[&str] = match route {
        "/roles/$roleId" => &[
            "pipeline",
            "pipeline&view=table",
            "interviews",
            "plan",
            "debrief",
            "debrief&part=ratings",
            "debrief&part=competencies",
            "debrief&part=beside",
            "debrief&part=flags",
            "debrief&part=missing",
            "debrief&part=questions",
            "figures",
            "measurement",
            "measurement&part=agreement",
            "measurement&part=robustness",
            "measurement&part=drift",
            "measurement&part=fairness",
            "measurement&part=outcomes",
            "dossier",
        ],
        "/roles/$roleId/debrief/$applicationId" => {
            return ["evidence", "disagreement", "ratings", "questions", "decision"]
                .iter()
                .map(|step| (format!("-{step}"), format!("{place}?step={step}")))
                .collect();
        }
        "/candidates/$candidateId" => {
            &["overview", "portfolio", "submissions", "scorecards", "history", "privacy", "dossier"]
        }
        "/rubrics/$" => &["read", "compare", "edit"],
        _ => return vec![(String::new(), place.to_owned())],
    };
    let place = place.split('?').next().unwrap_or(place);
    tabs.iter()
        .map(|tab| {
            (format!("-{}", tab.replace("&part=", "-").replace("&view=", "-")), format!("{place}?tab={tab}"))
        })
        .collect()
}

/// A place of this route: where it needs an id, the one that the first row or link on the way to it leads to.
async fn place_of(window: &Window, route: &str) -> String {
    const ROW: &str = "[role=rowheader]";
    if route.starts_with("/mirror/again") {
        window.go("/mirror").await;
        window.click("button", "Mark…").await;
    }
    if route.starts_with("/roles/$roleId/debrief") {
        window.go("/roles").await;
        window.settled().await;
        window.click_first(ROW).await;
        window.settled().await;
        let role = window.place().await;
        window.go(&format!("{}?tab=debrief", role.split('?').next().unwrap_or(&role))).await;
        window.settled().await;
        window.click_first("a[href*='/debrief/']").await;
        window.settled().await;
        return window.place().await;
    }
    let (list, first) = match route {
        "/roles/$roleId" => ("/roles", ROW),
        "/candidates/$candidateId" => ("/candidates", ROW),
        "/rubrics/$" => ("/rubrics", ROW),
        "/kits/$" => ("/kits", ROW),
        "/import/$importId" => ("/import", ROW),
        "/interviews/$interviewId" | "/interviews/$interviewId/room" => {
            ("/today", "a[href*='#/interviews/']")
        }
        "/marking/$assessmentId" => ("/marking", "a[href*='#/marking/']"),
        "/mirror/again/$interviewId" => ("/mirror", "a[href*='#/mirror/again/']"),
        plain => {
            assert!(!plain.contains('$'), "the tests do not know how to come to {plain}");
            return plain.to_owned();
        }
    };
    window.go(list).await;
    window.settled().await;
    window.click_first(first).await;
    window.settled().await;
    let place = window.place().await;
    assert!(place != list, "the first of {list} leads nowhere");
    if route.ends_with("/room") { format!("{place}/room") } else { place }
}
