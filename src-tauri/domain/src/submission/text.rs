//! Text of a submission, as it is kept.

/// The text with one kind of line end, without white space at its end, without marks that turn the direction of writing, and
/// with every control character but tabs shown as a replacement mark.
pub fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = lines.trim_end().chars().filter(|c| !turns(*c));
    let shown = kept
        .map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { char::REPLACEMENT_CHARACTER } else { c });
    shown.collect()
}

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm
/// (<https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>).
pub(super) fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
