//! What needs no workspace.

use std::process::Command;

use crate::bench::{Bench, check};

#[test]
fn shapes_and_templates_are_listed() {
    let bench = Bench::empty();
    check("role_templates", &bench.bare(&["role", "templates"]));
    let shapes = bench.bare(&["shapes", "--json"]);
    let shapes: serde_json::Value = serde_json::from_slice(&shapes.stdout).unwrap();
    assert!(shapes["shapes"].as_array().unwrap().iter().any(|shape| shape["id"] == "rest-user"));
}

#[test]
fn a_rubric_file_is_checked_by_line() {
    let bench = Bench::empty();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rubrics/backend/code-review.toml");
    let good = std::fs::read_to_string(source).unwrap();
    bench.write("good.toml", &good);
    bench.write("bad.toml", &good.replacen("weight = ", "weight = 0 #", 1));
    let competency = good.lines().find(|line| line.starts_with("competency = ")).unwrap();
    bench.write("odd.toml", &good.replacen(competency, "competency = \"juggling\"", 1));
    check("rubric_check_good", &bench.bare(&["rubric", "check", "good.toml"]));
    check("rubric_check_bad", &bench.bare(&["rubric", "check", "bad.toml", "odd.toml"]));
}

#[test]
fn help_says_how_to_begin() {
    check("help", &Bench::empty().bare(&["help"]));
}

#[test]
fn whoever_stops_reading_hears_no_complaint() {
    let command = format!("'{}' shapes | head -n 1; echo ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_assay"));
    let output = Command::new("bash").args(["-c", &command]).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("\n0\n"));
}
