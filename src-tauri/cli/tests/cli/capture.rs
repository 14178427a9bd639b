//! Live capture by the real program, from a server on loopback. Everybody in it is invented.

use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use crate::bench::{Bench, check, check_text, shown};
use crate::server::{Reply, Server};
use crate::world::{LOGIN, SMALL};

/// A token that is easily found wherever it should not be.
const TOKEN: &str = "ghp_fixtureDoNotShowThis0123456789";

/// A server with a small account that takes its time with every answer.
fn server(delay: Duration) -> Server {
    let port = Arc::new(AtomicU16::new(0));
    let own = Arc::clone(&port);
    let server = Server::new(move |asked| {
        let base = format!("http://127.0.0.1:{}/api/v3", own.load(Ordering::Relaxed));
        Reply { delay, ..SMALL.reply(&base, asked) }
    });
    port.store(server.host().rsplit(':').next().unwrap().parse().unwrap(), Ordering::Relaxed);
    server
}

/// The program on a machine without a keyring.
fn program(bench: &Bench, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assay"));
    command
        .args(words)
        .current_dir(bench.path(""))
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
        .env_remove("ASSAY_WORKSPACE")
        .env_remove("ASSAY_AS")
        .env_remove("ASSAY_GITHUB_TOKEN")
        .stdin(Stdio::null());
    command
}

fn run(bench: &Bench, words: &[&str]) -> Output {
    program(bench, words).output().unwrap()
}

fn text(output: &Output, server: &Server) -> String {
    shown(output).replace(&server.api(), "http://[server]/api/v3").replace(&server.host(), "[server]")
}

#[test]
fn help_says_what_it_takes() {
    let bench = Bench::empty();
    check("capture_help", &run(&bench, &["capture", "--help"]));
    check("capture_token_help", &run(&bench, &["capture", "token", "set", "--help"]));
}

#[test]
fn the_plan_is_shown_and_nothing_is_taken() {
    let (bench, server) = (Bench::empty(), server(Duration::ZERO));
    let api = server.api();
    let words = ["capture", LOGIN, "--api", &api, "--out", "ada.tar.zst", "--depth", "light"];
    let asked = run(&bench, &words);
    check_text("capture_plan", &text(&asked, &server));
    assert_eq!(server.asked().len(), 1, "the profile, and the limits, which are free");
    assert!(!bench.path("ada.tar.zst").exists());
    let json = run(&bench, &[&words[..], &["--plan", "--no-token", "--json"]].concat());
    check_text("capture_plan_json", &text(&json, &server));
    assert_eq!(server.asked().len(), 1, "what was asked is kept");
}

#[test]
fn what_was_captured_is_imported() {
    let (bench, server) = (Bench::new(), server(Duration::ZERO));
    bench.write("token", &format!("{TOKEN}\n"));
    let api = server.api();
    let words = ["capture", LOGIN, "--api", &api, "--out", "ada.tar.zst", "--yes", "--token-file", "token"];
    let captured = run(&bench, &words);
    check_text("capture", &text(&captured, &server));
    let imported = bench.json(&["import", "ada.tar.zst", "--permission", "asked by mail"]);
    assert_eq!(imported["totals"]["refused"], 0, "{imported}");
    assert_eq!(imported["totals"]["candidates"], 1, "{imported}");
    let candidate = bench.json(&["candidate", "show", "Ada Fixture"]);
    assert_eq!(candidate["accounts"][0]["login"], LOGIN);
}

#[test]
fn the_token_is_in_no_output_and_no_file_and_a_kill_costs_no_request() {
    let (bench, server) = (Bench::empty(), server(Duration::from_millis(40)));
    let api = server.api();
    let words = ["capture", LOGIN, "--api", &api, "--out", "ada.tar.zst", "--yes", "--depth", "full"];
    let mut child = program(&bench, &words)
        .env("ASSAY_GITHUB_TOKEN", TOKEN)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while server.asked().len() < 9 {
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = server.asked().len();
    let output = program(&bench, &words).env("ASSAY_GITHUB_TOKEN", TOKEN).output().unwrap();
    assert!(output.status.success(), "{}", shown(&output));
    let mut asked: Vec<String> = server.asked().iter().map(|asked| asked.what.clone()).collect();
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert!(
        before >= 9 && all - asked.len() <= 1,
        "at most the one that was under way: {} of {all}",
        asked.len()
    );
    let bearer = format!("Bearer {TOKEN}");
    assert!(server.asked().iter().all(|asked| asked.head("authorization") == Some(&bearer)));
    assert!(!shown(&output).contains(TOKEN));
    let archive = std::fs::read(bench.path("ada.tar.zst")).unwrap();
    assert!(!holds(&archive) && !bench.path("ada.tar.zst.unfinished").exists());
}

fn holds(bytes: &[u8]) -> bool {
    bytes.windows(TOKEN.len()).any(|part| part == TOKEN.as_bytes())
}

#[test]
fn without_a_keyring_it_is_said_and_the_run_goes_on() {
    let (bench, server) = (Bench::empty(), server(Duration::ZERO));
    bench.write("token", &format!("{TOKEN}\n"));
    let status = run(&bench, &["capture", "token", "status"]);
    let kept = run(&bench, &["capture", "token", "set", "--token-file", "token"]);
    for output in [&status, &kept] {
        let text = shown(output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(text.contains("offers no keyring") && text.contains("--token-file"), "{text}");
        assert!(!text.contains(TOKEN));
    }
    let api = server.api();
    let words = ["capture", LOGIN, "--api", &api, "--out", "ada.tar.zst", "--yes", "--depth", "light"];
    let output = run(&bench, &words);
    assert!(output.status.success(), "{}", shown(&output));
    assert!(server.asked().iter().all(|asked| asked.head("authorization").is_none()));
}

#[test]
fn wrong_use_is_told_before_anything_is_asked() {
    let bench = Bench::empty();
    for words in [
        &["capture", "no login"][..],
        &["capture", LOGIN, "--api", "http://git.example/api/v3"],
        &["capture", LOGIN, "--repo", "kettle"],
        &["capture", LOGIN, "--depth", "deep"],
        &["capture"],
    ] {
        let output = run(&bench, words);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", shown(&output));
    }
}
