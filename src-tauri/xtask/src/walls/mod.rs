//! The walls of the house, checked over `cargo metadata` and the sources: who may know whom, and what stands where.
//!
//! Each rule is a function from what was read to the breaches it found, and proves on made inputs that it finds one.

mod crates;
mod graph;
mod lints;
mod network;
mod pure;
mod rust_text;
mod size;
mod sources;
mod sql;
mod window;

use crate::failure::Failure;
use crate::place::Place;
use crate::process;
use graph::Graph;
use sources::Source;

/// One place where a wall is broken: where, and what is wrong there.
#[derive(Debug, PartialEq, Eq)]
pub struct Breach {
    /// A file, with a line where that helps, or a crate.
    pub at: String,
    /// What is wrong, and what holds instead.
    pub what: String,
}

impl Breach {
    fn new(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self { at: at.into(), what: what.into() }
    }
}

/// Rules over single files.
const OVER_SOURCES: [fn(&Source) -> Vec<Breach>; 8] = [
    lints::argued,
    size::small,
    sql::only_in_the_engine,
    pure::domain,
    pure::report,
    window::imports,
    window::per_cent,
    network::sockets_only_in_capture,
];

/// Rules over the crates.
const OVER_CRATES: [fn(&Graph) -> Vec<Breach>; 4] =
    [crates::neighbours, crates::outsiders, crates::nothing_reaches_far, network::only_for_capture];

/// Checks every wall; the answer says in one sentence what was looked at.
pub fn check(place: &Place) -> Result<String, Failure> {
    let metadata =
        process::cargo(&place.root).args(["metadata", "--format-version", "1", "--locked"]).output();
    let metadata = metadata.map_err(|error| Failure::new(format!("cargo metadata: {error}")))?;
    if !metadata.status.success() {
        let errors = String::from_utf8_lossy(&metadata.stderr).into_owned();
        return Err(Failure::new("cargo metadata does not answer").hint(errors));
    }
    let graph = Graph::read(&metadata.stdout)?;
    let sources = sources::all(&place.root)?;
    let breaches: Vec<Breach> = OVER_CRATES
        .iter()
        .flat_map(|rule| rule(&graph))
        .chain(sources.iter().flat_map(|source| OVER_SOURCES.iter().flat_map(|rule| rule(source))))
        .chain(lints::opted_in(&place.root, &graph))
        .collect();
    report(&breaches, graph.members().count(), sources.len())
}

fn report(breaches: &[Breach], crates: usize, files: usize) -> Result<String, Failure> {
    if breaches.is_empty() {
        return Ok(format!("the walls hold: {crates} crates, {files} files"));
    }
    let lines: Vec<String> =
        breaches.iter().map(|breach| format!("  {}: {}", breach.at, breach.what)).collect();
    Err(Failure::new(format!("{} walls are broken", breaches.len())).hint(lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_breach_fails_the_check_and_is_named() {
        assert_eq!(report(&[], 7, 90).unwrap(), "the walls hold: 7 crates, 90 files");
        let failure = report(&[Breach::new("a.rs:3", "is wrong")], 7, 90).unwrap_err().to_string();
        assert!(failure.contains("a.rs:3: is wrong"), "{failure}");
    }
}
