//! `cargo xtask test`: every check and every test, cheapest first, stopping loudly at the first that fails.

use std::time::Instant;

use crate::count::Count;
use crate::failure::{Done, Failure};
use crate::place::Place;
use crate::setup::Purpose;
use crate::{format, kits, process, say, setup, ui, walls};

/// Runs everything. The last line is a plain count of what ran.
pub fn test(place: &Place) -> Done {
    let started = Instant::now();
    setup::prepare(place, Purpose::Test)?;
    let mut checks = 0;
    check(&mut checks, "formatting", || format::check(place))?;
    check(&mut checks, "walls of the house", || walls::check(place).map(|summary| say::line(&summary)))?;
    check(&mut checks, "types of the window", || ui::typecheck(place))?;
    check(&mut checks, "clippy, warnings as errors", || clippy(place))?;
    check(&mut checks, "build", || build(place))?;
    let mut count = Count::default();
    stage("unit tests of the window", || {
        count.ui = ui::unit_tests(place)?;
        Ok(())
    })?;
    stage("proofs of the kits", || {
        count.kits = kits::prove(place)?;
        Ok(())
    })?;
    stage("tests: units, journeys, the program, the real window", || rust_tests(place, &mut count))?;
    say::line(&format!("\nin {} s", started.elapsed().as_secs()));
    say::line(&count.sentence(checks));
    Ok(())
}

fn check(checks: &mut usize, name: &str, task: impl FnOnce() -> Done) -> Done {
    stage(name, task)?;
    *checks += 1;
    Ok(())
}

fn stage(name: &str, task: impl FnOnce() -> Done) -> Done {
    say::stage(name);
    task().map_err(|failure| Failure::new(format!("{name}: {failure}")))
}

fn clippy(place: &Place) -> Done {
    let words = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    process::stream(process::cargo(&place.root).args(words))
}

/// One build of everything with the features of the tests: the window that is driven is the one built here.
fn build(place: &Place) -> Done {
    process::stream(process::cargo(&place.root).args(["build", "--workspace", "--all-targets", "--locked"]))
}

fn rust_tests(place: &Place, count: &mut Count) -> Done {
    let mut command = process::cargo(&place.root);
    command.args(["test", "--workspace", "--locked"]);
    command.env("ASSAY_APP", place.program("debug", "assay-app"));
    // A reader of a failure wants the assertion; a backtrace of every poll of the window hides it.
    command.env("RUST_BACKTRACE", "0").env("CARGO_TERM_COLOR", "never");
    process::stream_lines(&mut command, |line| count.see(line))?;
    if count.rust == 0 {
        return Err(Failure::new("cargo ran no test that could be counted"));
    }
    Ok(())
}
