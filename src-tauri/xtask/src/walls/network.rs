//! The one way to the network: the feature `capture` of `assay-github`.

use super::Breach;
use super::crates::{OUTSIDERS, matches};
use super::graph::Graph;
use super::sources::Source;

/// The feature of `assay-github` that alone may bring what talks to the network and the keyring, and the folder of the
/// sources that alone may speak of it.
pub(super) const CAPTURE: (&str, &str, &str) = ("assay-github", "capture", "src-tauri/github/src/capture/");

/// What the feature alone may bring, by its place in [`OUTSIDERS`].
pub(super) const BEHIND_CAPTURE: [usize; 2] = [3, 4];

/// What talks to the network or the keyring is an optional dependency, comes with the one feature only, and the feature
/// is not on by itself.
pub fn only_for_capture(graph: &Graph) -> Vec<Breach> {
    let (owner, feature, _) = CAPTURE;
    let Some(package) = graph.members().find(|package| package.name == owner) else { return Vec::new() };
    let breach = |what: String| Breach::new(owner, what);
    let guarded = |name: &str| BEHIND_CAPTURE.iter().any(|index| matches(name, OUTSIDERS[*index].1));
    let mut breaches = Vec::new();
    for declared in package.declared.iter().filter(|declared| guarded(&declared.name) && !declared.test_only)
    {
        if !declared.optional {
            breaches
                .push(breach(format!("{} must be optional, for feature `{feature}` only", declared.name)));
        }
    }
    for (name, brings) in &package.features {
        let opens = |item: &String| {
            let item = item.trim_start_matches("dep:");
            guarded(item.split(['/', '?']).next().unwrap_or(item)) || (name != feature && item == feature)
        };
        for item in brings.iter().filter(|item| name != feature && opens(item)) {
            breaches.push(breach(format!("feature `{name}` must not bring {item}: only `{feature}` may")));
        }
    }
    breaches
}

/// Only the sources of capture speak to the network.
pub fn sockets_only_in_capture(source: &Source) -> Vec<Breach> {
    const WORDS: [&str; 6] =
        ["ureq::", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs", "keyring_core::"];
    let product = source.path.starts_with("src-tauri/") && !source.path.starts_with("src-tauri/xtask/");
    if !product || source.is_test() || source.path.starts_with(CAPTURE.2) {
        return Vec::new();
    }
    let lines = source.code.lines().enumerate();
    let spoken =
        lines.filter_map(|(number, line)| Some((number, WORDS.iter().find(|word| line.contains(*word))?)));
    spoken
        .map(|(number, word)| {
            Breach::new(
                source.at(number),
                format!("speaks of {word}: only {} talks to the network", CAPTURE.2),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::graph::made::with_features;
    use super::*;

    #[test]
    fn the_http_client_comes_with_capture_only() {
        let kept = with_features(&[("ureq", true)], &[("capture", &["dep:ureq"]), ("other", &["serde/std"])]);
        assert_eq!(only_for_capture(&kept), []);
        let always = with_features(&[("ureq", false)], &[("capture", &[])]);
        assert_eq!(only_for_capture(&always).len(), 1);
        for wrong in ["dep:ureq", "ureq/gzip", "capture"] {
            let by_itself =
                with_features(&[("ureq", true)], &[("capture", &["dep:ureq"]), ("default", &[wrong])]);
            assert_eq!(only_for_capture(&by_itself).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_socket_elsewhere_is_found() {
        let line = "use std::net::TcpStream;";
        let found = |path: &str| sockets_only_in_capture(&Source::new(path, line)).len();
        assert_eq!(found("src-tauri/github/src/capture/http.rs"), 0);
        assert_eq!(found("src-tauri/github/tests/capture/server.rs"), 0);
        assert_eq!(found("tests/src/desktop/process.rs"), 0);
        assert_eq!(found("src-tauri/engine/src/store/open.rs"), 1);
        assert_eq!(found("src-tauri/github/src/source.rs"), 1);
    }
}
