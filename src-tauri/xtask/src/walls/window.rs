//! Walls inside the window's sources: the component library is wrapped in one place, and features share only through it.

use super::Breach;
use super::sources::Source;

/// Only `kit/` imports the component library; no feature imports another; only the bindings call the program.
pub fn imports(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("ui/src/") {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (number, line) in source.code.lines().enumerate() {
        if let Some(what) = imported(line).and_then(|module| wrong(&source.path, module)) {
            breaches.push(Breach::new(source.at(number), what));
        }
    }
    breaches
}

/// A share reads "90%" everywhere, as the engine's sentences say it: no space before the sign.
pub fn per_cent(source: &Source) -> Vec<Breach> {
    if !source.path.starts_with("ui/src/") {
        return Vec::new();
    }
    let spaced = |line: &str| {
        line.match_indices(" %").any(|(at, sign)| is_per_cent(&line[..at], &line[at + sign.len()..]))
    };
    let lines = source.text.lines().enumerate().filter(|(_, line)| spaced(line));
    lines
        .map(|(number, _)| Breach::new(source.at(number), "per cent stands without a space before it: 90%"))
        .collect()
}

/// Whether a `%` between these two is the sign behind a figure, not the remainder of a division.
fn is_per_cent(before: &str, after: &str) -> bool {
    let operand = |c: char| c.is_alphanumeric() || c == '(' || c == '_';
    before.ends_with(|c: char| c.is_ascii_digit() || c == '}')
        && !after.strip_prefix(' ').is_some_and(|after| after.starts_with(operand))
}

/// The module that a line imports, or exports from: what is quoted after `from`, or after a bare `import`.
fn imported(line: &str) -> Option<&str> {
    let line = line.trim();
    let after = line.split_once(" from ").map(|(_, after)| after).or_else(|| line.strip_prefix("import "))?;
    after.trim_end_matches(';').trim().trim_matches('"').trim_matches('\'').into()
}

fn wrong(path: &str, module: &str) -> Option<String> {
    let in_kit = path.starts_with("ui/src/kit/");
    if (module.starts_with("react-aria") || module.starts_with("@react-aria")) && !in_kit {
        return Some(format!("imports {module}: only kit/ wraps the component library"));
    }
    if module.starts_with("@tauri-apps/api/core") {
        return Some(format!("imports {module}: the generated bindings are the only way to the program"));
    }
    let (own, other) = (feature(path)?, feature_of_module(path, module)?);
    (own != other)
        .then(|| format!("feature {own} imports from feature {other}: features share only through kit/"))
}

/// The feature that a file belongs to.
fn feature(path: &str) -> Option<&str> {
    path.split_once("/features/")?.1.split('/').next()
}

/// The feature that a relative import leads to.
fn feature_of_module(path: &str, module: &str) -> Option<String> {
    if let Some((_, after)) = module.split_once("features/") {
        return after.split('/').next().map(str::to_owned);
    }
    if !module.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in module.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            name => parts.push(name),
        }
    }
    feature(&format!("{}/", parts.join("/"))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, line: &str) -> usize {
        imports(&Source::new(path, line)).len()
    }

    #[test]
    fn the_component_library_is_imported_in_kit_only() {
        let line = "import { Button } from \"react-aria-components\";";
        assert_eq!(found("ui/src/kit/button.tsx", line), 0);
        assert_eq!(found("ui/src/features/roles/list.tsx", line), 1);
    }

    #[test]
    fn a_feature_does_not_reach_into_another() {
        let path = "ui/src/features/roles/list.tsx";
        assert_eq!(found(path, "import { Row } from \"./row\";"), 0);
        assert_eq!(found(path, "import { Table } from '../../kit/table';"), 0);
        assert_eq!(found(path, "import { Card } from \"../candidates/card\";"), 1);
        assert_eq!(found(path, "import \"@/features/candidates/card.css\";"), 1);
        assert_eq!(found("ui/src/routes.tsx", "import { Card } from \"./features/candidates/card\";"), 0);
    }

    #[test]
    fn per_cent_has_one_form() {
        let found = |line: &str| per_cent(&Source::new("ui/src/a.tsx", line)).len();
        for spaced in ["<td>{weight} %</td>", "`${rounded} %`", "\"sum to 100 %.\"", "{weight} % · of it"] {
            assert_eq!(found(spaced), 1, "{spaced}");
        }
        assert_eq!(found("<td>{weight}%</td> {a % 2} {minutes % 60} {4 % n}"), 0);
    }

    #[test]
    fn the_program_is_called_through_the_bindings_only() {
        assert_eq!(found("ui/src/app.tsx", "import { invoke } from \"@tauri-apps/api/core\";"), 1);
    }
}
