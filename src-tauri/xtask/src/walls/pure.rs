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

/// What the report crate may not do: of the machine it reads the system's fonts, and nothing else.
const REPORT: &str = "src-tauri/report/src/";
/// The one file of it that finds fonts.
const FONTS: &str = "src-tauri/report/src/fonts.rs";

/// The report crate is as pure as the domain, but for finding fonts in one file.
pub fn report(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with(REPORT) || source.is_test() {
        return Vec::new();
    }
    let finds = ["system_fonts", "fontique::"];
    let finds = finds.iter().filter(|_| source.path != FONTS);
    let forbidden: Vec<&str> = IMPURE.iter().chain(finds).copied().collect();
    let mut breaches = Vec::new();
    for (number, line) in source.code.lines().enumerate() {
        for word in forbidden.iter().filter(|word| line.contains(**word)) {
            let what = format!("`{word}` in the report, which reads nothing but fonts, in {FONTS}");
            breaches.push(Breach::new(source.at(number), what));
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

    #[test]
    fn the_report_finds_fonts_in_one_file_and_reads_nothing_else() {
        let found = |path: &str, text: &str| report(&Source::new(path, text)).len();
        let fonts = "CollectionOptions { shared: false, system_fonts };";
        assert_eq!(found("src-tauri/report/src/fonts.rs", fonts), 0);
        assert_eq!(found("src-tauri/report/src/page.rs", fonts), 1);
        assert_eq!(found("src-tauri/report/src/fonts.rs", "std::fs::read(path)"), 1);
        assert_eq!(found("src-tauri/report/tests/pdf.rs", "std::fs::read(path)"), 0);
    }
}
