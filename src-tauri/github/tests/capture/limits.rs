//! Primary and secondary limits, `Retry-After`, and servers in trouble.

use assay_github::capture::{CaptureError, Depth};
use chrono::Utc;

use crate::bench::Bench;
use crate::server::Reply;
use crate::world::SMALL;

/// The request that the tests disturb.
const ONE: &str = "/repos/ada-fixture/kettle-0/readme";

#[test]
fn a_used_up_limit_is_waited_for() {
    let bench = Bench::with(SMALL, |asked, before| {
        let reset = Utc::now().timestamp() + 1800;
        (asked.path() == ONE && before == 0).then(|| {
            Reply::error(403, "API rate limit exceeded for user ID 1.")
                .with("x-ratelimit-limit", 60)
                .with("x-ratelimit-remaining", 0)
                .with("x-ratelimit-reset", reset)
                .with("x-ratelimit-resource", "core")
        })
    });
    bench.take(&bench.order(Depth::Light)).unwrap();
    assert!((1795..1810).contains(&bench.clock.waited()), "{}", bench.clock.waited());
    assert_eq!(bench.server.asked().iter().filter(|asked| asked.path() == ONE).count(), 2);
}

#[test]
fn the_last_request_of_a_window_is_not_overstepped() {
    let bench = Bench::with(SMALL, |asked, _| {
        let reset = Utc::now().timestamp() + 600;
        (asked.path() == ONE).then(|| {
            Reply::error(404, "Not Found")
                .with("x-ratelimit-limit", 60)
                .with("x-ratelimit-remaining", 0)
                .with("x-ratelimit-reset", reset)
                .with("x-ratelimit-resource", "core")
        })
    });
    bench.take(&bench.order(Depth::Light)).unwrap();
    assert!(
        (595..610).contains(&bench.clock.waited()),
        "it waited without being refused: {}",
        bench.clock.waited()
    );
}

#[test]
fn a_secondary_limit_waits_as_it_asks() {
    let bench = Bench::with(SMALL, |asked, before| {
        (asked.path() == ONE && before == 0)
            .then(|| Reply::error(403, "You have exceeded a secondary rate limit.").with("retry-after", 7))
    });
    bench.take(&bench.order(Depth::Light)).unwrap();
    assert!((7..12).contains(&bench.clock.waited()), "{}", bench.clock.waited());
}

#[test]
fn a_secondary_limit_that_does_not_say_is_met_ever_more_slowly_and_not_for_ever() {
    let bench =
        Bench::with(SMALL, |asked, _| (asked.path() == ONE).then(|| Reply::error(429, "Too many requests")));
    let error = bench.take(&bench.order(Depth::Light)).unwrap_err();
    assert!(error.to_string().contains(ONE) && error.can_go_on(), "{error}");
    assert!(bench.clock.waited() >= 60 + 120 + 240 + 480, "{}", bench.clock.waited());
}

#[test]
fn a_server_in_trouble_is_asked_again_ever_more_slowly() {
    let bench = Bench::with(SMALL, |asked, before| {
        (asked.path() == ONE && before < 3).then(|| Reply::error(502, "Server Error"))
    });
    bench.take(&bench.order(Depth::Light)).unwrap();
    assert!((7..12).contains(&bench.clock.waited()), "1 + 2 + 4 seconds: {}", bench.clock.waited());
}

#[test]
fn a_server_that_stays_in_trouble_ends_it_and_it_goes_on_later() {
    let bench = Bench::with(SMALL, |asked, before| {
        (asked.path() == ONE && before < 5).then(|| Reply::error(503, "Service Unavailable"))
    });
    let order = bench.order(Depth::Light);
    let error = bench.take(&order).unwrap_err();
    assert!(matches!(&error, CaptureError::Request { request, .. } if request.contains(ONE)), "{error}");
    let before = bench.server.asked().len();
    let captured = bench.take(&order).unwrap();
    assert_eq!(captured.asked as usize, bench.server.asked().len() - before);
    let mut rest: Vec<String> = bench.server.asked().iter().map(|asked| asked.what.clone()).collect();
    rest.retain(|what| !what.contains(ONE));
    let all = rest.len();
    rest.sort();
    rest.dedup();
    assert_eq!(rest.len(), all, "nothing was asked for twice");
}
