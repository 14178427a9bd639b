//! Law 9 in the real window: hostile text in names, biographies, READMEs, commits, comments, reviews, issues, releases and
//! file names runs nothing, loads nothing, and leaves no element that could.

mod ear;
mod snapshot;
mod vectors;

use std::time::Duration;

use assay_tests::desktop::{Desk, Theme, Window};
use serde_json::Value;

use super::{candidates, start};
use ear::Ear;

/// What must not be in any document: of frames every address, of the window itself those that lead outside.
const INSPECT: &str = r#"
const ADDRESSES = ['src', 'srcset', 'srcdoc', 'href', 'xlink:href', 'data', 'action', 'formaction', 'poster', 'background',
  'ping', 'cite', 'style', 'codebase', 'longdesc', 'http-equiv'];
const ELEMENTS = 'script, iframe, frame, object, embed, applet, link, base, form, input, button, textarea, select, video, audio,' +
  'source, track, img, image, picture, svg, math, template, portal, marquee, meta[http-equiv=refresh]';
const wrong = [];
let frames = 0;
const inside = (doc) => {
  frames++;
  for (const element of doc.body?.querySelectorAll('*') ?? []) {
    if (element.matches(ELEMENTS)) wrong.push('an element in a frame: ' + element.outerHTML.slice(0, 200));
    for (const { name } of element.attributes)
      if (name.startsWith('on') || ADDRESSES.includes(name)) wrong.push('an attribute in a frame: ' + element.outerHTML.slice(0, 200));
  }
  for (const element of doc.head?.children ?? [])
    if (!['META', 'STYLE', 'TITLE'].includes(element.tagName)) wrong.push('in the head of a frame: ' + element.outerHTML.slice(0, 200));
  if (doc.defaultView && doc.defaultView.__hit !== undefined) wrong.push('a script ran in a frame');
};
const own = (address) => address === '' || address.startsWith('#') || address.startsWith('./') || address.startsWith('/') ||
  address.startsWith(location.origin) || address.startsWith('data:image/') || address === 'about:srcdoc';
for (const element of document.querySelectorAll('*')) {
  for (const { name, value } of element.attributes) {
    if (name.startsWith('on')) wrong.push('a handler in the window: ' + element.outerHTML.slice(0, 200));
    if (['src', 'href', 'action', 'data', 'poster', 'srcset'].includes(name) && !own(value)) wrong.push('an address in the window: ' + value);
  }
}
for (const frame of document.querySelectorAll('iframe')) {
  const allowed = frame.getAttribute('sandbox');
  if (allowed === null || /script|navigation|popups|forms|modals|downloads/.test(allowed)) wrong.push('a frame may too much: ' + allowed);
  if (!frame.contentDocument) wrong.push('a frame cannot be looked into');
  else inside(frame.contentDocument);
}
if (window.__hit !== undefined) wrong.push('a script ran in the window');
return { wrong, frames, text: document.body.innerText.length };
"#;

/// Does what a person might do to foreign text: opens what opens, clicks and focuses all of it.
const PROVOKE: &str = r#"
for (const frame of document.querySelectorAll('iframe')) {
  for (const element of frame.contentDocument?.body?.querySelectorAll('*') ?? []) {
    if (element.tagName === 'DETAILS') element.open = true;
    element.focus?.();
    element.click?.();
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  }
}
return true;
"#;

/// Imports the hostile snapshot and reads every text of it wherever it is shown.
pub async fn nothing_runs_and_nothing_is_loaded() {
    let ear = Ear::new();
    assert!(ear.hears(), "a server that hears nothing proves nothing");
    let count = vectors::VECTORS.len();
    assert!(count >= 40, "only {count} vectors");
    let desk = Desk::new(Theme::Light);
    let folder = desk.folder("hostile");
    snapshot::write(&folder, ear.address());
    let window = desk.open().await;
    start::make_a_workspace(&window, &desk).await;
    candidates::go_to_import(&window).await;
    window.drop_files("button", candidates::DROP, &[folder.as_path()]).await;
    candidates::import(&window, 1).await;
    looked_at(&window, &ear, "the report of the import", 0).await;
    let place = candidate(&window, &ear).await;
    overview(&window, &ear, &place).await;
    for (kind, frames) in [
        ("readme", 1),
        ("commit", 0),
        ("pull-request", 5),
        ("comment", 0),
        ("tree", 0),
        ("issue", 1),
        ("release", 1),
    ] {
        window.go(&format!("{place}?tab=portfolio&repo=hostile-fixture%2Fkettle&kind={kind}")).await;
        window.settled().await;
        while window.has("button", "Read on…").await {
            window.click("button", "Read on…").await;
            window.settled().await;
        }
        looked_at(&window, &ear, kind, frames).await;
    }
    elsewhere(&window, &ear, &place).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(ear.heard(), Vec::<String>::new(), "something was loaded");
    assert!(ear.hears(), "it heard nothing because it was deaf");
    eprintln!("{count} hostile vectors, none ran, none was loaded");
    window.close().await;
}

async fn candidate(window: &Window, ear: &Ear) -> String {
    window.go("/candidates").await;
    window.wait_for_text("1 candidate").await;
    window.fill("Search", "hostile").await;
    window.wait_for_text("1 found").await;
    looked_at(window, ear, "the table of candidates", 0).await;
    window.click_first("[role=rowheader]").await;
    window.find("tab", "Portfolio").await;
    window.place().await
}

/// The profile, every fact with its records, and the first of them in full.
async fn overview(window: &Window, ear: &Ear, place: &str) {
    window.go(place).await;
    looked_at(window, ear, "the candidate", 0).await;
    for fact in ["README with headings", "Commit messages", "Pull requests to others"] {
        let open = format!(
            "const b = [...document.querySelectorAll('dd button')].find((e) => e.getAttribute('aria-label')?.startsWith({fact:?})); b?.click(); return Boolean(b)"
        );
        let opened = window.run(&open, vec![]).await;
        if opened == Ok(Value::Bool(true)) {
            looked_at(window, ear, fact, 0).await;
        }
    }
}

/// The scorecards' dialog, the history, side by side, the search.
async fn elsewhere(window: &Window, ear: &Ear, place: &str) {
    window.go(&format!("{place}?tab=portfolio&repo=hostile-fixture%2Fkettle&kind=readme")).await;
    window.click("button", "Cite in a scorecard…").await;
    looked_at(window, ear, "citing", 1).await;
    window.click("button", "Close").await;
    for tab in ["scorecards", "history", "privacy"] {
        window.go(&format!("{place}?tab={tab}")).await;
        looked_at(window, ear, tab, 0).await;
    }
    let id = place.rsplit('/').next().unwrap_or_default();
    window.go(&format!("/beside?left={id}")).await;
    looked_at(window, ear, "side by side", 0).await;
    window.go("/journal").await;
    looked_at(window, ear, "the journal", 0).await;
}

/// Waits until the screen has come to rest, provokes it, and looks into every document there is.
async fn looked_at(window: &Window, ear: &Ear, what: &str, frames: u64) {
    window.settled().await;
    if let Err(error) = window.run(PROVOKE, vec![]).await {
        panic!("{what}: {error}");
    }
    window.settled().await;
    let found = window.run(INSPECT, vec![]).await.unwrap_or_else(|error| panic!("{what}: {error}"));
    assert_eq!(found["wrong"], Value::Array(vec![]), "{what}");
    assert!(found["frames"].as_u64() >= Some(frames), "{what} shows {} frames", found["frames"]);
    assert!(found["text"].as_u64() > Some(40), "{what} shows nothing");
    assert_eq!(ear.heard(), Vec::<String>::new(), "{what} loaded something");
    window.picture(&format!("hostile-{}", what.replace(' ', "-"))).await;
}
