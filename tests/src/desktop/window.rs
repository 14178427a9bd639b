//! One run of the application, and what a person does at it: looks, clicks, types. Things are found as assistive
//! technology finds them, by role and name.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};

use super::hands::Hands;
use super::process::{self, Guarded};
use super::{NO_NETWORK, PATIENCE, memory};

const PAGE: &str = include_str!("page.js");
const PAUSE: Duration = Duration::from_millis(60);

/// The open window. Close it with [`Window::close`]; a test that fails before takes it down with its driver.
pub struct Window {
    session: WebDriver,
    driver: Guarded,
    hands: Hands,
}

impl Window {
    pub(super) fn new(session: WebDriver, driver: Guarded, hands: Hands) -> Self {
        Self { session, driver, hands }
    }

    pub(super) async fn first_screen(&self) {
        self.until(
            "the first screen",
            "return document.querySelector('#root')?.childElementCount > 0",
            vec![],
        )
        .await;
    }

    /// Memory of the application and its web view's processes, in MiB.
    pub fn memory(&self) -> f64 {
        memory::below(self.driver.id())
    }

    /// Quits the application as a person does, and waits until it is gone.
    pub async fn close(self) {
        self.session.clone().quit().await.unwrap_or_else(|error| panic!("the window did not close: {error}"));
    }

    /// Ends the application as a power cut does: without asking it. Its web view's processes go with it.
    pub async fn kill(self) {
        let id = process::below(self.driver.id(), "assay-app");
        let id = id.unwrap_or_else(|| panic!("the application does not run below its driver"));
        process::kill_and_wait(id);
    }

    /// Makes the window so large, in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let done = self.session.set_window_rect(0, 0, width, height).await;
        self.must("another size", done).await;
    }

    /// Clicks what has this role (`button`, `link`, `tab`, `row`, `any`, …) and name. A name matches whole, or from its
    /// beginning where it ends in `…`.
    pub async fn click(&self, role: &str, name: &str) {
        let start = Instant::now();
        loop {
            let element = self.find(role, name).await;
            match element.click().await {
                Ok(()) => return,
                // What was found may be redrawn, or still be covered, at the moment of the click.
                Err(error) if start.elapsed() > PATIENCE => {
                    self.fail(&format!("{role} \"{name}\" cannot be clicked: {error}")).await
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// Puts this text into the field with this label, in place of what was there.
    pub async fn fill(&self, label: &str, text: &str) {
        self.fill_under("", label, text).await;
    }

    /// The same, under the nearest heading with these words, where the label stands in several places.
    pub async fn fill_under(&self, heading: &str, label: &str, text: &str) {
        let field = self.find_under(heading, "textbox", label).await;
        self.must("focus", field.focus().await).await;
        self.must("clear", self.run("arguments[0].select?.()", vec![self.json(&field).await]).await).await;
        // The driver types no line break but the one of the Enter key.
        let keys = text.replace('\n', &thirtyfour::Key::Enter.value().to_string());
        self.must("type", field.send_keys(keys).await).await;
    }

    /// Chooses an option of the list with this label.
    pub async fn choose(&self, label: &str, option: &str) {
        self.click("list", label).await;
        self.click("option", option).await;
    }

    /// Drags files from outside onto what has this role and name, and lets them go.
    pub async fn drop_files(&self, role: &str, name: &str, paths: &[&Path]) {
        let zone = self.find(role, name).await;
        let middle = "const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2].map((at) => Math.round(at * devicePixelRatio));";
        let middle = self.run(middle, vec![self.json(&zone).await]).await;
        let middle = self.must("the middle of it", middle).await;
        let middle: (i16, i16) = self.must("the middle of it", serde_json::from_value(middle)).await;
        self.hands.drop_files(middle, paths);
    }

    /// Types a path into the system's file dialog with this title, and confirms.
    pub fn choose_in_dialog(&self, title: &str, path: &Path) {
        self.hands.choose_in_dialog(title, path);
    }

    /// Types a path into the system's dialog for saving with this title, and confirms.
    pub fn save_in_dialog(&self, title: &str, path: &Path) {
        self.hands.save_in_dialog(title, path);
    }

    /// Presses keys where the focus is; [`thirtyfour::Key`] names those without a character.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        let focused = self.session.active_element().await;
        let focused = self.must("focus", focused).await;
        self.must("press", focused.send_keys(keys).await).await;
    }

    /// What has this role and name, once it is there.
    pub async fn find(&self, role: &str, name: &str) -> WebElement {
        self.find_under("", role, name).await
    }

    async fn find_under(&self, heading: &str, role: &str, name: &str) -> WebElement {
        let start = Instant::now();
        loop {
            if let Some(element) = self.look(heading, role, name).await {
                return element;
            }
            if start.elapsed() > PATIENCE {
                self.fail(&format!("there is no {role} \"{name}\"")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Whether something has this role and name now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.look("", role, name).await.is_some()
    }

    async fn look(&self, heading: &str, role: &str, name: &str) -> Option<WebElement> {
        let script = format!("{PAGE}\nreturn find(arguments[0], arguments[1], arguments[2]);");
        let words = vec![json!(role), json!(name), json!(heading)];
        let answer = self.session.execute(script, words).await.ok()?;
        if answer.json().is_null() { None } else { answer.element().ok() }
    }

    /// Clicks the first thing in sight that CSS finds, for what has no name that a test could know.
    pub async fn click_first(&self, css: &str) {
        let script =
            "return [...document.querySelectorAll(arguments[0])].find((one) => one.checkVisibility());";
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Ok(found) = self.session.execute(script, vec![json!(css)]).await
                && let Ok(element) = found.element()
                && element.click().await.is_ok()
            {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        self.fail(&format!("there is nothing to click at {css}")).await
    }

    /// Waits until the screen has come to rest: its text stays the same for a moment, and nothing is being read any more.
    pub async fn settled(&self) {
        let start = Instant::now();
        let mut before = String::new();
        let mut same = 0;
        while same < 3 {
            tokio::time::sleep(PAUSE * 2).await;
            let now = self.text().await;
            let rests = now == before && !now.is_empty() && !self.is_reading().await;
            if start.elapsed() > PATIENCE {
                self.fail(&format!("the screen does not come to rest; a moment before it said: {before}"))
                    .await;
            }
            same = if rests { same + 1 } else { 0 };
            before = now;
        }
    }

    /// Whether something stands where what is read is going to be.
    async fn is_reading(&self) -> bool {
        let lines = "return document.querySelector('[data-reading-now]') !== null";
        self.run(lines, vec![]).await.ok().and_then(|answer| answer.as_bool()) == Some(true)
    }

    /// Waits until the screen shows this text.
    pub async fn wait_for_text(&self, text: &str) {
        let script = format!("{PAGE}\nreturn shown().includes(arguments[0]);");
        self.until(&format!("the text \"{text}\""), &script, vec![json!(text)]).await;
    }

    /// Waits until the screen no longer shows this text.
    pub async fn wait_until_gone(&self, text: &str) {
        let script = format!("{PAGE}\nreturn !shown().includes(arguments[0]);");
        self.until(&format!("the text \"{text}\" to go"), &script, vec![json!(text)]).await;
    }

    /// The text that the screen shows, white space made single.
    pub async fn text(&self) -> String {
        let answer = self.run(&format!("{PAGE}\nreturn shown();"), vec![]).await;
        answer.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Goes to a place in the window, as its router writes it.
    pub async fn go(&self, path: &str) {
        let gone = self.run("window.location.hash = arguments[0]", vec![json!(path)]).await;
        self.must(path, gone).await;
    }

    /// Where in the window we are, as its router writes it.
    pub async fn place(&self) -> String {
        let hash = self.run("return window.location.hash.slice(1)", vec![]).await;
        self.must("place", hash).await.as_str().unwrap_or_default().to_owned()
    }

    /// Every place that the window's router knows, with `$name` where a place needs an id.
    pub async fn routes(&self) -> Vec<String> {
        let routes = self.run("return window.__assayRoutes", vec![]).await;
        let routes = self.must("routes", routes).await;
        let routes: Vec<String> = serde_json::from_value(routes).unwrap_or_default();
        assert!(!routes.is_empty(), "the window does not tell its routes");
        routes
    }

    /// Runs a script in the page and gives its answer.
    pub async fn run(&self, script: &str, words: Vec<Value>) -> Result<Value, String> {
        let answer = self.session.execute(script, words).await.map_err(|error| error.to_string())?;
        Ok(answer.json().clone())
    }

    /// Runs a script that answers by calling its last argument.
    pub(super) async fn run_async(&self, script: &str) -> Result<Value, String> {
        let answer = self.session.execute_async(script, vec![]).await.map_err(|error| error.to_string())?;
        Ok(answer.json().clone())
    }

    /// Waits until what the page holds has been painted.
    async fn painted(&self) {
        let frames = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50)));";
        let painted = self.run_async(frames).await;
        self.must("a painted page", painted).await;
    }

    /// Takes a picture of the window into [`pictures`].
    pub async fn picture(&self, name: &str) {
        let folder = pictures();
        let taken = std::fs::create_dir_all(&folder).map_err(|error| error.to_string());
        self.must("pictures", taken).await;
        self.painted().await;
        let taken = self.session.screenshot(&folder.join(format!("{name}.png"))).await;
        self.must(name, taken).await;
    }

    async fn until(&self, what: &str, script: &str, words: Vec<Value>) {
        let start = Instant::now();
        while self.run(script, words.clone()).await.ok().and_then(|answer| answer.as_bool()) != Some(true) {
            if start.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain for {what}")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn json(&self, element: &WebElement) -> Value {
        self.must("element", element.to_json()).await
    }

    async fn must<T, E: std::fmt::Display>(&self, what: &str, result: Result<T, E>) -> T {
        match result {
            Ok(value) => value,
            Err(error) => self.fail(&format!("{what}: {error}")).await,
        }
    }

    async fn fail(&self, what: &str) -> ! {
        let folder = pictures();
        let _ = std::fs::create_dir_all(&folder);
        let _ = self.session.screenshot(&folder.join("failure.png")).await;
        let _ = std::fs::write(folder.join("failure.html"), self.session.source().await.unwrap_or_default());
        let picture = folder.join("failure.png");
        panic!("{what}\nthe screen ({}) says: {}", picture.display(), self.text().await)
    }
}

/// Where pictures go: `tests/pictures/`, which is not kept in the repository. What runs without a network has a folder of its own
/// there, for it does the same again.
fn pictures() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("pictures");
    if std::env::var_os(NO_NETWORK).is_some() { folder.join("offline") } else { folder }
}

impl Drop for Window {
    /// A test that failed has not closed the session, and the client would wait for an answer from a driver that is
    /// about to be ended: it is told not to.
    fn drop(&mut self) {
        let _ = self.session.clone().leak();
    }
}
