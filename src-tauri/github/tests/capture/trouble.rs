//! Slow, cut and wrong answers, and answers that lead elsewhere.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use assay_github::capture::{CaptureError, Depth};

use crate::bench::{Bench, Instead, TOKEN};
use crate::server::{Reply, Server};
use crate::world::SMALL;

/// Less than the slow server takes.
const SHORT: Duration = Duration::from_millis(400);
const ONE: &str = "/repos/ada-fixture/kettle-0/languages";

fn at_one(reply: Reply) -> Box<Instead> {
    Box::new(move |asked, _| (asked.path() == ONE).then(|| reply.clone()))
}

#[test]
fn one_slow_or_cut_answer_is_asked_for_again() {
    let good = Reply::json(200, &serde_json::json!({"Rust": 1}));
    let slow = Reply { delay: Duration::from_millis(900), ..good.clone() };
    let cut = Reply { cut: Some(4), ..good };
    for broken in [slow, cut] {
        let mut bench = Bench::with(SMALL, move |asked, before| {
            (asked.path() == ONE && before == 0).then(|| broken.clone())
        });
        bench.patience = SHORT;
        let captured = bench.take(&bench.order(Depth::Light)).unwrap();
        assert_eq!(captured.left_out, []);
        assert_eq!(bench.server.asked().iter().filter(|asked| asked.path() == ONE).count(), 2);
    }
}

#[test]
fn a_server_that_stays_slow_or_cuts_is_named() {
    let good = Reply::json(200, &serde_json::json!({"Rust": 1}));
    let slow = Reply { delay: Duration::from_millis(900), ..good.clone() };
    let cut = Reply { cut: Some(4), ..good };
    for (broken, word) in [(slow, "slow"), (cut, "cut")] {
        let mut bench = Bench::with(SMALL, at_one(broken));
        bench.patience = SHORT;
        let error = bench.take(&bench.order(Depth::Light)).unwrap_err().to_string();
        assert!(error.contains(ONE) && error.contains(word), "{error}");
    }
}

#[test]
fn what_is_not_githubs_answer_is_named_and_not_kept() {
    let page = Reply::json(200, &serde_json::json!({})).with("content-type", "text/html; charset=utf-8");
    let unsound = Reply { body: b"{\"Rust\": ".to_vec(), ..Reply::json(200, &serde_json::json!({})) };
    for (wrong, word) in [
        (page, "text/html"),
        (unsound, "no sound JSON"),
        (Reply::json(200, &serde_json::json!([1])), "another shape"),
        (Reply::error(418, "teapot"), "418"),
        (Reply::error(304, "not asked for"), "not modified"),
    ] {
        let bench = Bench::with(SMALL, at_one(wrong));
        let error = bench.take(&bench.order(Depth::Light)).unwrap_err();
        assert!(error.to_string().contains(ONE) && error.to_string().contains(word), "{error}");
        assert!(!bench.home.path().join("ada.tar.zst").exists());
    }
}

#[test]
fn redirects_are_followed_on_the_same_server_only() {
    let here = Bench::with(SMALL, |asked, _| match asked.path() {
        ONE => Some(
            Reply::error(301, "Moved Permanently")
                .with("location", "/api/v3/repos/ada-fixture/moved/languages"),
        ),
        _ => None,
    });
    here.take(&here.order(Depth::Light)).unwrap();
    assert!(here.server.asked().iter().any(|asked| asked.path() == "/repos/ada-fixture/moved/languages"));

    let elsewhere = Server::new(|_| Reply::json(200, &serde_json::json!({"Rust": 1})));
    let there = format!("{}/repos/ada-fixture/kettle-0/languages", elsewhere.api());
    let bench = Bench::with(SMALL, at_one(Reply::error(302, "Found").with("location", there)));
    let error = bench.take(&bench.order(Depth::Light)).unwrap_err().to_string();
    assert!(error.contains(ONE) && error.contains("another address"), "{error}");
    assert!(!error.contains(TOKEN));
    assert_eq!(elsewhere.asked().len(), 0, "nobody else was asked, with or without the token");

    let circle =
        Bench::with(SMALL, at_one(Reply::error(307, "Round").with("location", format!("/api/v3{ONE}"))));
    assert!(circle.take(&circle.order(Depth::Light)).unwrap_err().to_string().contains("again and again"));
}

#[test]
fn a_token_that_is_not_accepted_ends_it() {
    let bench = Bench::with(SMALL, |_, _| Some(Reply::error(401, "Bad credentials")));
    let error = bench.take(&bench.order(Depth::Light)).unwrap_err();
    assert!(matches!(error, CaptureError::Token(_)), "{error}");
    assert_eq!(bench.server.asked().len(), 1);
}

#[test]
fn stopping_takes_less_than_a_second_even_while_the_server_is_silent() {
    let silent = Reply { delay: Duration::from_secs(20), ..Reply::error(404, "") };
    let limited = Reply::error(429, "Too many requests").with("retry-after", 3000);
    for held in [silent, limited] {
        let bench = Arc::new(Bench::with(SMALL, at_one(held)));
        let (own, order) = (Arc::clone(&bench), bench.order(Depth::Light));
        let taking = std::thread::spawn(move || {
            let mut means = own.means();
            means.patience = assay_github::capture::Patience::default();
            means.clock = &assay_github::capture::SystemClock;
            assay_github::capture::capture(&order, means, &mut |_| {})
        });
        while !bench.server.asked().iter().any(|asked| asked.path() == ONE) {
            std::thread::sleep(Duration::from_millis(5));
        }
        std::thread::sleep(Duration::from_millis(100));
        let stopped = Instant::now();
        bench.cancel.store(true, Ordering::Relaxed);
        let error = taking.join().unwrap().unwrap_err();
        assert!(matches!(error, CaptureError::Cancelled), "{error}");
        assert!(stopped.elapsed() < Duration::from_secs(1), "{:?}", stopped.elapsed());
    }
}
