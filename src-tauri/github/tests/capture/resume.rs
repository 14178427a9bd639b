//! Going on after a break, and asking again for what may have changed.

use std::sync::atomic::Ordering;

use assay_github::capture::{self, CaptureError, CaptureProgress, Depth};
use chrono::TimeDelta;

use crate::bench::{Bench, Read};
use crate::world::{LARGE, SMALL, World};

#[test]
fn after_a_break_nothing_is_asked_for_twice() {
    let whole = Bench::new(LARGE);
    whole.take(&whole.order(Depth::Light)).unwrap();
    let all = whole.server.asked().len();
    for stop_after in [1, 2, 7, 30] {
        let bench = Bench::new(LARGE);
        let order = bench.order(Depth::Light);
        let stopped = capture::capture(&order, bench.means(), &mut |progress: &CaptureProgress| {
            bench.cancel.store(progress.done >= stop_after, Ordering::Relaxed);
        });
        assert!(matches!(stopped, Err(CaptureError::Cancelled)), "{stopped:?}");
        bench.cancel.store(false, Ordering::Relaxed);
        let found = capture::unfinished(bench.home.path());
        assert_eq!((found.len(), found[0].answers, &found[0].out), (1, stop_after, &order.out));
        assert_eq!(capture::estimate(&order, bench.means()).unwrap().answered, stop_after);
        bench.take(&order).unwrap();
        let mut asked: Vec<String> = bench.server.asked().iter().map(|asked| asked.what.clone()).collect();
        asked.sort();
        asked.dedup();
        assert_eq!((asked.len(), bench.server.asked().len()), (all, all), "stopped after {stop_after}");
        assert_eq!(
            bodies(&bench),
            bodies(&whole).map_hosts(&whole, &bench),
            "the archive is as without a break"
        );
    }
}

#[test]
fn a_line_or_body_that_was_cut_by_a_break_is_asked_for_again() {
    let bench = Bench::new(SMALL);
    let order = bench.order(Depth::Light);
    let stopped = capture::capture(&order, bench.means(), &mut |progress: &CaptureProgress| {
        bench.cancel.store(progress.done >= 5, Ordering::Relaxed);
    });
    assert!(stopped.is_err());
    bench.cancel.store(false, Ordering::Relaxed);
    let folder = bench.home.path().join("ada.tar.zst.unfinished");
    let lines = std::fs::read_to_string(folder.join("answers.jsonl")).unwrap();
    std::fs::write(folder.join("answers.jsonl"), &lines[..lines.len() - 20]).unwrap();
    std::fs::write(folder.join("bodies/000002.json"), "[").unwrap();
    let before = bench.server.asked().len();
    bench.take(&order).unwrap();
    let again: Vec<String> = bench.server.asked()[before..].iter().map(|asked| asked.what.clone()).collect();
    let first: Vec<String> = bench.server.asked()[..before].iter().map(|asked| asked.what.clone()).collect();
    let twice: Vec<&String> = first.iter().filter(|what| again.contains(what)).collect();
    assert_eq!(twice.len(), 2, "{twice:?}");
}

#[test]
fn what_has_not_changed_since_an_earlier_capture_is_free() {
    let bench = Bench::new(LARGE);
    let first = bench.take(&bench.order(Depth::Light)).unwrap();
    let mut order = bench.order(Depth::Light);
    order.previous = Some(first.out.clone());
    order.out = bench.home.path().join("later.tar.zst");
    let before = bench.server.asked().len();
    let later = bench.take(&order).unwrap();
    let asked = &bench.server.asked()[before..];
    // A README that is not there has no mark.
    assert_eq!((later.asked, later.unchanged), (first.answers, first.answers - 1));
    assert_eq!(asked.iter().filter(|asked| asked.head("if-none-match").is_some()).count(), asked.len() - 1);
    assert_eq!(Read::of(&later.out).records.len(), Read::of(&first.out).records.len());
    let mut own = bench.order(Depth::Light);
    own.previous = Some(own.out.clone());
    assert_eq!(
        bench.take(&own).unwrap().unchanged,
        later.unchanged,
        "an archive may be renewed in its place"
    );
}

#[test]
fn an_unfinished_capture_of_days_ago_is_asked_for_again_by_its_marks() {
    let bench = Bench::new(SMALL);
    let order = bench.order(Depth::Light);
    let stopped = capture::capture(&order, bench.means(), &mut |progress: &CaptureProgress| {
        bench.cancel.store(progress.done >= 6, Ordering::Relaxed);
    });
    assert!(stopped.is_err());
    bench.cancel.store(false, Ordering::Relaxed);
    bench.clock.pass(TimeDelta::days(3));
    assert_eq!(bench.take(&order).unwrap().unchanged, 6);
}

#[test]
fn nothing_is_written_over_and_accounts_are_not_mixed() {
    let bench = Bench::new(SMALL);
    let mut order = bench.order(Depth::Light);
    let first = bench.take(&order).unwrap();
    assert!(matches!(bench.take(&order), Err(CaptureError::InTheWay { .. })));
    let other = Bench::new(World { repositories: 1, ..SMALL });
    order = other.order(Depth::Light);
    order.previous = Some(first.out);
    let error = other.take(&order).unwrap_err();
    assert!(error.to_string().contains("another account"), "{error}");
    order.previous = Some(other.home.path().join("no.tar.zst"));
    std::fs::write(order.previous.as_ref().unwrap(), "no archive").unwrap();
    assert!(matches!(other.take(&order), Err(CaptureError::InTheWay { .. })));
}

#[test]
fn an_unfinished_capture_is_discarded_and_nothing_else_is() {
    let bench = Bench::new(SMALL);
    let order = bench.order(Depth::Light);
    capture::estimate(&order, bench.means()).unwrap();
    assert_eq!(capture::unfinished(bench.home.path()).len(), 1);
    capture::discard(&order.out).unwrap();
    assert_eq!(std::fs::read_dir(bench.home.path()).unwrap().count(), 0);
    let own = bench.home.path().join("thesis.unfinished");
    std::fs::create_dir(&own).unwrap();
    assert!(capture::discard(&bench.home.path().join("thesis")).is_err() && own.exists());
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_what_was_captured() {
    use std::os::unix::fs::PermissionsExt as _;
    let bench = Bench::new(SMALL);
    let order = bench.order(Depth::Light);
    capture::estimate(&order, bench.means()).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = bench.home.path().join("ada.tar.zst.unfinished");
    assert_eq!((mode(&folder), mode(&folder.join("bodies/000001.json"))), (0o700, 0o600));
    bench.take(&order).unwrap();
    assert_eq!(mode(&order.out), 0o600);
}

/// Records by entry, as text.
#[derive(Debug, PartialEq)]
struct Bodies(Vec<String>);

fn bodies(bench: &Bench) -> Bodies {
    let read = Read::of(&bench.home.path().join("ada.tar.zst"));
    Bodies(read.records.iter().map(|(_, record)| format!("{record:?}")).collect())
}

impl Bodies {
    fn map_hosts(self, from: &Bench, to: &Bench) -> Self {
        Self(self.0.iter().map(|text| text.replace(&from.server.host(), &to.server.host())).collect())
    }
}
