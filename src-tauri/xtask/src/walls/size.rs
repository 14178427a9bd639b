//! Files stay small enough to be read at one sitting.

use super::Breach;
use super::sources::Source;

const MOST_LINES: usize = 400;

/// No file that a person wrote has more than 400 lines.
pub fn small(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().count();
    if lines <= MOST_LINES {
        return Vec::new();
    }
    vec![Breach::new(
        &source.path,
        format!("has {lines} lines, more than {MOST_LINES}: one file has one purpose"),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        assert_eq!(small(&Source::new("ui/src/a.tsx", "x\n".repeat(400))), []);
        assert_eq!(small(&Source::new("ui/src/a.tsx", "x\n".repeat(401))).len(), 1);
    }
}
