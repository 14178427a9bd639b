//! Walls between crates: which of ours may know which, and who may know the outside world.

use super::Breach;
use super::graph::Graph;
use super::network::{BEHIND_CAPTURE, CAPTURE};

/// For each crate, those of ours that it may depend on. A crate that is not listed may depend on none.
const NEIGHBOURS: [(&str, &[&str]); 6] = [
    ("assay-engine", &["assay-domain"]),
    ("assay-github", &["assay-domain"]),
    ("assay-report", &["assay-domain"]),
    ("assay", &["assay-domain", "assay-engine", "assay-github", "assay-report"]),
    ("assay-app", &["assay-domain", "assay-engine", "assay-github", "assay-report"]),
    ("assay-tests", &["assay-domain", "assay-engine", "assay-github", "assay-report"]),
];

/// Outsiders by what they are: a name, or the beginning of one where it ends in `*`, or its
/// end; and who alone may depend on them.
pub(super) const OUTSIDERS: [(&str, &[&str], &[&str]); 6] = [
    ("the window's toolkit", &["tauri", "tauri-*", "wry", "tao", "webkit2gtk", "gtk"], &["assay-app"]),
    ("SQLite", &["rusqlite", "rusqlite_*", "libsqlite3-sys", "sqlx", "diesel"], &["assay-engine"]),
    ("a runtime", &["tokio", "tokio-*", "async-std", "smol"], &["assay-app", "assay-tests"]),
    (
        "an HTTP client",
        &[
            "reqwest",
            "hyper",
            "hyper-*",
            "ureq",
            "ureq-*",
            "isahc",
            "curl",
            "attohttpc",
            "octocrab",
            "native-tls",
            "rustls",
            "thirtyfour",
        ],
        &["assay-github", "assay-tests"],
    ),
    ("the system's keyring", &["keyring", "keyring-core", "*-keyring-store"], &["assay-github"]),
    ("the writer of PDF", &["krilla", "krilla-*", "pdf-writer", "parley", "fontique"], &["assay-report"]),
];

/// What must not be part of a crate, however far down it comes in.
const UNREACHABLE: [(&str, &[usize]); 6] = [
    ("assay-domain", &[0, 1, 2, 3, 4, 5]),
    ("assay-engine", &[0, 2, 3, 4, 5]),
    ("assay-github", &[0, 1, 2, 5]),
    ("assay-report", &[0, 1, 2, 3, 4]),
    ("assay", &[0, 2, 3, 4]),
    ("assay-app", &[3, 4]),
];

/// Our crates know only those of ours that they may.
pub fn neighbours(graph: &Graph) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for package in graph.members() {
        let allowed = NEIGHBOURS
            .iter()
            .find(|(name, _)| *name == package.name)
            .map_or(&[][..], |(_, allowed)| *allowed);
        for name in graph.direct(package) {
            if graph.is_member(name) && !allowed.contains(&name) {
                breaches.push(Breach::new(&package.name, format!("must not depend on {name}")));
            }
        }
    }
    breaches
}

/// Only those depend on an outsider who may.
pub fn outsiders(graph: &Graph) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for package in graph.members() {
        for name in graph.direct(package) {
            for (kind, patterns, owners) in OUTSIDERS {
                if matches(name, patterns) && !owners.contains(&package.name.as_str()) {
                    let what =
                        format!("must not depend on {name}: {kind} belongs to {}", owners.join(" and "));
                    breaches.push(Breach::new(&package.name, what));
                }
            }
        }
    }
    breaches
}

/// Nor does an outsider come in through somebody else. What `assay-github` has for its capture is its own affair.
pub fn nothing_reaches_far(graph: &Graph) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for package in graph.members() {
        let kinds =
            UNREACHABLE.iter().find(|(name, _)| *name == package.name).map_or(&[][..], |(_, kinds)| *kinds);
        for index in kinds {
            let (kind, patterns, _) = OUTSIDERS[*index];
            let past = BEHIND_CAPTURE.contains(index).then_some(CAPTURE.0);
            let reached = graph.reached(package, past);
            for name in reached.iter().filter(|name| matches(name, patterns)) {
                breaches.push(Breach::new(
                    &package.name,
                    format!("must not contain {kind}, and {name} comes in"),
                ));
            }
        }
    }
    breaches
}

pub(super) fn matches(name: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| match (pattern.strip_suffix('*'), pattern.strip_prefix('*')) {
        (Some(beginning), _) => name.starts_with(beginning),
        (None, Some(end)) => name.ends_with(end),
        (None, None) => name == *pattern,
    })
}

#[cfg(test)]
mod tests {
    use super::super::graph::made::graph;
    use super::*;

    #[test]
    fn the_house_as_designed_has_no_breach() {
        let graph = graph(&[
            ("assay-domain", &["serde"]),
            ("assay-engine", &["assay-domain", "rusqlite"]),
            ("assay-github", &["assay-domain", "ureq", "keyring-core"]),
            ("assay", &["assay-engine", "assay-github"]),
            ("assay-app", &["assay-engine", "tauri", "tokio"]),
            ("assay-tests", &["assay-engine", "thirtyfour", "tokio"]),
            ("tauri", &["wry", "tokio"]),
            ("thirtyfour", &["reqwest"]),
            ("rusqlite", &["libsqlite3-sys"]),
        ]);
        assert_eq!(neighbours(&graph), []);
        assert_eq!(outsiders(&graph), []);
        assert_eq!(nothing_reaches_far(&graph), []);
    }

    #[test]
    fn the_domain_may_not_know_the_engine_nor_a_reader_the_engine() {
        let graph = graph(&[("assay-domain", &["assay-engine"]), ("assay-github", &["dev:assay-engine"])]);
        let breaches = neighbours(&graph);
        assert_eq!(breaches.len(), 2, "{breaches:?}");
        assert_eq!(breaches[0], Breach::new("assay-domain", "must not depend on assay-engine"));
    }

    #[test]
    fn every_outsider_is_kept_out_of_everybody_else() {
        for (name, expected) in [
            ("tauri-plugin-fs", 1),
            ("rusqlite", 1),
            ("tokio", 1),
            ("reqwest", 1),
            ("keyring-core", 1),
            ("krilla", 1),
            ("serde", 0),
        ] {
            assert_eq!(outsiders(&graph(&[("assay", &[name])])).len(), expected, "{name}");
        }
    }

    #[test]
    fn an_outsider_that_comes_in_through_another_is_found() {
        let graph = graph(&[
            ("assay-github", &["rusqlite"]),
            ("helper", &["reqwest"]),
            ("assay-app", &["helper", "assay-github"]),
            ("assay-engine", &["helper"]),
        ]);
        let breaches = nothing_reaches_far(&graph);
        assert_eq!(breaches.len(), 3, "{breaches:?}");
        assert!(breaches[0].what.contains("reqwest comes in"), "{breaches:?}");
    }
}
