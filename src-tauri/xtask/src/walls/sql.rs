//! All SQL of the project stands in the engine.

use super::Breach;
use super::sources::Source;

/// A statement's first word and one that must follow in the same line, both in capitals as the house writes SQL.
const STATEMENTS: [(&str, &str); 8] = [
    ("SELECT ", " FROM "),
    ("INSERT ", "INTO "),
    ("UPDATE ", " SET "),
    ("DELETE ", "FROM "),
    ("CREATE ", "TABLE "),
    ("ALTER ", "TABLE "),
    ("DROP ", "TABLE "),
    ("PRAGMA ", ""),
];

/// No SQL outside the engine, but in tests, which also look at what the engine left behind.
pub fn only_in_the_engine(source: &Source) -> Vec<Breach> {
    let exempt =
        ["src-tauri/engine/", "src-tauri/xtask/src/walls/"].iter().any(|home| source.path.starts_with(home));
    if exempt || source.is_test() {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    if source.path.ends_with(".sql") {
        breaches.push(Breach::new(&source.path, "SQL outside the engine"));
    }
    for (number, line) in source.code.lines().enumerate() {
        if STATEMENTS.iter().any(|(first, then)| line.find(first).is_some_and(|at| line[at..].contains(then)))
        {
            breaches.push(Breach::new(source.at(number), "SQL outside the engine"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_found_outside_the_engine_only() {
        let text = "fn f() {\n    run(\"SELECT name FROM candidate\");\n} // SELECT a FROM b\n";
        let found = only_in_the_engine(&Source::new("src-tauri/cli/src/a.rs", text));
        assert_eq!(found, [Breach::new("src-tauri/cli/src/a.rs:2", "SQL outside the engine")]);
        assert_eq!(only_in_the_engine(&Source::new("src-tauri/engine/src/a.rs", text)), []);
        assert_eq!(only_in_the_engine(&Source::new("tests/tests/a.rs", text)), []);
        assert_eq!(only_in_the_engine(&Source::new("src-tauri/cli/a.sql", "")).len(), 1);
    }

    #[test]
    fn words_of_a_person_are_no_statement() {
        assert_eq!(only_in_the_engine(&Source::new("ui/src/a.ts", "\"Select a role from the list\"")), []);
    }
}
