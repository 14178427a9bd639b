//! The domain is pure: it reads no clock, no file, no network, no environment, draws no random number, prints nothing.

use super::Breach;
use super::sources::Source;

const IMPURE: [&str; 14] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "now_v7",
    "new_v4",
    "println!",
    "eprintln!",
    "thread_local!",
];

/// No such word stands in the domain's code.
pub fn domain(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("src-tauri/domain/src/") || source.is_test() {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (number, line) in source.code.lines().enumerate() {
        for word in IMPURE.iter().filter(|word| line.contains(**word)) {
            breaches.push(Breach::new(
                source.at(number),
                format!("`{word}` in the domain, which is pure: pass it in"),
            ));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_in_the_domain_is_found_and_elsewhere_not() {
        let text = "use chrono::Utc;\nlet now = Utc::now();\n#[cfg(test)]\nmod tests { use std::fs; }";
        let found = domain(&Source::new("src-tauri/domain/src/a.rs", text));
        assert_eq!(
            found.iter().map(|breach| breach.at.as_str()).collect::<Vec<_>>(),
            ["src-tauri/domain/src/a.rs:2"]
        );
        assert_eq!(domain(&Source::new("src-tauri/cli/src/a.rs", text)), []);
    }
}
