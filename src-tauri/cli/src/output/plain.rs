//! Imported text moves no cursor and turns no direction of writing.

/// The text for a terminal: control characters but line breaks and tabs become spaces, and marks that change the
/// direction of writing go.
pub fn plain(text: &str) -> String {
    let shown = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c };
    text.chars().filter(|c| !turns(*c)).map(shown).collect()
}

/// JSON with such marks escaped; they stand in its texts only, so its meaning stays.
pub fn plain_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        if turns(c) || ('\u{7f}'..='\u{9f}').contains(&c) {
            shown += &format!("\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm
/// (<https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>).
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{plain, plain_json};

    #[test]
    fn terminals_are_not_led_astray_and_json_keeps_its_meaning() {
        let hostile = "Ada \u{202e}gpj.exe\u{2066}\u{1b}[2J\tx\n";
        assert_eq!(plain(hostile), "Ada gpj.exe [2J\tx\n");
        let json = serde_json::json!({"name": format!("{hostile}\u{9b}")});
        let shown = plain_json(&json.to_string());
        assert!(shown.is_ascii(), "{shown}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), json);
    }
}
