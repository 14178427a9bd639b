//! One machine for the application: a display, a home that lasts through restarts, and the way to start it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

use super::hands::Hands;
use super::process::Guarded;
use super::window::Window;

/// The laptop that the screens are designed for.
const SCREEN: &str = "1280x800x24";

/// How long a driver may take to give a window; usually half a second.
const START: Duration = Duration::from_secs(60);

/// Colours that the system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A display and a data folder of their own, gone when dropped.
pub struct Desk {
    home: TempDir,
    display: String,
    _screen: Guarded,
    theme: Theme,
}

impl Desk {
    /// A new one, where the application was never started.
    pub fn new(theme: Theme) -> Self {
        let home = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut screen = Guarded::start(&mut command, &home.path().join("xvfb.log"));
        let number = screen.first_line();
        assert!(!number.is_empty(), "Xvfb gave no display: {}", read(&home.path().join("xvfb.log")));
        Self { home, display: format!(":{number}"), _screen: screen, theme }
    }

    /// A folder of this desk, for files and workspaces; it is there.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.home.path().join(name);
        std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        folder
    }

    /// Starts the application and waits until it shows something.
    pub async fn open(&self) -> Window {
        let window = self.open_program(&application()).await;
        window.first_screen().await;
        window
    }

    /// Starts a program with a web view in its window, and gives its window as soon as there is one. A driver that gives
    /// none in time is ended and another one asked, once: on a busy machine it can miss the program's start.
    pub async fn open_program(&self, program: &Path) -> Window {
        let log = self.home.path().join("driver.log");
        let mut trouble = String::new();
        for _ in 0..2 {
            match tokio::time::timeout(START, self.session_with(program, &log)).await {
                Ok(Ok((session, driver))) => return Window::new(session, driver, Hands::on(&self.display)),
                Ok(Err(error)) => trouble = error.to_string(),
                Err(late) => trouble = late.to_string(),
            }
        }
        panic!("no window: {trouble}\n{}", read(&log))
    }

    async fn session_with(&self, program: &Path, log: &Path) -> WebDriverResult<(WebDriver, Guarded)> {
        let port = free_port();
        let driver = Guarded::start(&mut self.driver_command(port), log);
        wait_for_port(port, log);
        let mut wanted = Capabilities::new();
        let options = serde_json::json!({ "binary": program, "args": [] });
        wanted.set("webkitgtk:browserOptions", options)?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
        Ok((session, driver))
    }

    fn driver_command(&self, port: u16) -> Command {
        let theme = match self.theme {
            Theme::Light => "Adwaita",
            Theme::Dark => "Adwaita:dark",
        };
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("DISPLAY", &self.display)
            .env("GTK_THEME", theme)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("ASSAY_DATA_DIR", self.folder("data"))
            .env("HOME", self.folder("home"))
            .env("XDG_DATA_HOME", self.folder("home/share"))
            .env("XDG_CACHE_HOME", self.folder("home/cache"))
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .env("RUST_BACKTRACE", "0")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null());
        command
    }
}

/// The application as `cargo xtask test` built it: named by `ASSAY_APP`, or beside this test's own program.
fn application() -> PathBuf {
    let named = std::env::var_os("ASSAY_APP").map(PathBuf::from);
    let beside =
        || std::env::current_exe().ok().and_then(|test| Some(test.ancestors().nth(2)?.join("assay-app")));
    let found = named.or_else(beside).filter(|path| path.is_file());
    found.unwrap_or_else(|| panic!("the application is not built: run `cargo xtask test`"))
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.unwrap_or_else(|error| panic!("no free port: {error}")).port()
}

fn wait_for_port(port: u16, log: &Path) {
    let start = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < super::PATIENCE, "the driver does not answer: {}", read(log));
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn read(log: &Path) -> String {
    std::fs::read_to_string(log).unwrap_or_default()
}
