//! The sample opens by itself and says so.

use crate::bench::{Bench, check};

#[test]
fn the_sample_needs_no_passphrase_and_nobody_named() {
    let bench = Bench::empty();
    check("sample_init", &bench.bare(&["init", "sample.assay", "--sample"]));
    let run = |words: &[&str]| bench.bare(&[&["-w", "sample.assay"], words].concat());
    check("sample_roles", &run(&["role", "list"]));
    check("sample_debrief", &run(&["debrief", "Senior backend engineer, payments"]));
    assert!(run(&["verify"]).status.success());
}
