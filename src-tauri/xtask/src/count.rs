//! Counts of tests, read from what the test runners print.

/// What ran, by where it ran.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Tests of the Rust crates, without the real window.
    pub rust: u32,
    /// Tests that drove the real window.
    pub desktop: u32,
    /// Unit tests of the window's sources.
    pub ui: u32,
    /// Proofs of the kits in `rubrics/kits/` that hold.
    pub kits: u32,
    /// Tests that were marked as ignored and did not run.
    pub ignored: u32,
    /// Whether the lines now seen belong to a test of the real window.
    in_desktop: bool,
}

impl Count {
    /// Takes one line of what `cargo test` prints.
    pub fn see(&mut self, line: &str) {
        let text = line.trim_start();
        if text.starts_with("Running ") || text.starts_with("Doc-tests ") {
            self.in_desktop = text.contains("tests/desktop") || text.contains(r"tests\desktop");
        } else if text.starts_with("test result: ") {
            let passed = number_before(text, " passed");
            if self.in_desktop {
                self.desktop += passed
            } else {
                self.rust += passed
            }
            self.ignored += number_before(text, " ignored");
        }
    }

    /// The last line of a run in which all passed.
    pub fn sentence(&self, checks: usize) -> String {
        let total = self.rust + self.ui + self.desktop;
        let ignored =
            if self.ignored == 0 { String::new() } else { format!("; {} ignored, not run", self.ignored) };
        format!(
            "all passed: {total} tests ({} Rust, {} UI, {} desktop), {} proofs of kits, {checks} checks{ignored}",
            self.rust, self.ui, self.desktop, self.kits
        )
    }
}

/// Tests that passed according to one line of vitest (`Tests  20 passed (20)`) or of Node's runner (`# pass 20`).
pub fn of_ui_line(line: &str) -> u32 {
    let line = without_colours(line);
    let text = line.trim();
    if text.starts_with("Tests ") {
        return number_before(text, " passed");
    }
    let count = text.strip_prefix("# pass ").or_else(|| text.strip_prefix("ℹ pass "));
    count.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A line without the escape sequences that colour it; some runners send them even where nobody asked.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or(part, |(_, rest)| rest))
}

/// The number that stands before a word in a line; 0 where the word or the number is not there.
pub fn number_before(text: &str, word: &str) -> u32 {
    let Some(end) = text.find(word) else { return 0 };
    text[..end]
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_kept_apart_by_where_the_tests_ran() {
        let mut count = Count { ui: 3, kits: 31, ..Count::default() };
        for line in [
            "     Running unittests src/lib.rs (target/debug/deps/assay_domain-1)",
            "test measure::tests::one ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "     Running tests/desktop.rs (target/debug/deps/desktop-2)",
            "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.00s",
            "   Doc-tests assay_domain",
            "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ] {
            count.see(line);
        }
        assert_eq!(
            count.sentence(5),
            "all passed: 21 tests (16 Rust, 3 UI, 2 desktop), 31 proofs of kits, 5 checks; 1 ignored, not run"
        );
    }

    #[test]
    fn both_runners_of_the_window_are_understood() {
        assert_eq!(of_ui_line("      Tests  20 passed (20)"), 20);
        assert_eq!(of_ui_line(" Test Files  4 passed (4)"), 0);
        assert_eq!(of_ui_line("      Tests  1 failed | 19 passed (20)"), 19);
        assert_eq!(
            of_ui_line(
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m60 passed\u{1b}[39m\u{1b}[22m (60)"
            ),
            60
        );
        assert_eq!(of_ui_line("# pass 7"), 7);
        assert_eq!(of_ui_line("ℹ pass 7"), 7);
    }
}
