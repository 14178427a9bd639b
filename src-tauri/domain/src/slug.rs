//! Slugs: the short stable names that data files use.

/// Longest slug, in bytes: they appear in file names and columns.
const LONGEST: usize = 64;

/// Whether the text is a slug: lower-case ASCII letters and digits in groups with single hyphens between, a letter first.
pub fn is_slug(text: &str) -> bool {
    let group = |group: &str| {
        !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.len() <= LONGEST
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(group)
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn tells_slugs_from_other_text() {
        for good in ["a", "api-design", "p95-latency", "x2"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "api_design", "9to5", "é", "a b", &"a".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
