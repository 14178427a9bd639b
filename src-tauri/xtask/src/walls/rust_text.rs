//! Just enough understanding of Rust's text to look for things in code and not in comments or tests.

/// The text without comments and without modules marked `#[cfg(test)]`. Lines keep their numbers; literals stay.
pub fn without_tests(text: &str) -> String {
    let code = without_comments(text);
    let mut out = String::with_capacity(code.len());
    let mut rest = code.as_str();
    while let Some(start) = rest.find("#[cfg(test)]") {
        out.push_str(&rest[..start]);
        let end = start + item_length(&rest[start..]);
        out.extend(rest[start..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Length of the item at the start: to its closing brace, or to a semicolon where it has no body.
fn item_length(item: &str) -> usize {
    let mut depth = 0usize;
    for piece in Pieces::new(item) {
        let Piece { start, text, literal } = piece;
        match text {
            _ if literal => {}
            "{" => depth += 1,
            "}" if depth <= 1 => return start + 1,
            "}" => depth -= 1,
            ";" if depth == 0 => return start + 1,
            _ => {}
        }
    }
    item.len()
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in Pieces::new(text) {
        if piece.text.starts_with("//") || piece.text.starts_with("/*") {
            out.extend(piece.text.chars().filter(|c| *c == '\n'));
        } else {
            out.push_str(piece.text);
        }
    }
    out
}

/// A comment, a literal, or a single character.
struct Piece<'a> {
    start: usize,
    text: &'a str,
    literal: bool,
}

struct Pieces<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pieces<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Length of what begins at `rest`, and whether it is a literal.
    fn measure(&self, rest: &str) -> (usize, bool) {
        let until = |end: Option<usize>| end.unwrap_or(rest.len());
        if rest.starts_with("//") {
            return (until(rest.find('\n')), false);
        }
        if rest.starts_with("/*") {
            return (until(rest.find("*/").map(|end| end + 2)), false);
        }
        if rest.starts_with('"') {
            return (string_length(rest), true);
        }
        if let Some(length) = self.raw_length(rest) {
            return (length, true);
        }
        if let Some(length) = char_length(rest) {
            return (length, true);
        }
        (rest.chars().next().map_or(1, char::len_utf8), false)
    }

    /// `r"…"`, `r#"…"#` and so on, where the `r` does not end a longer name.
    fn raw_length(&self, rest: &str) -> Option<usize> {
        let inside_name =
            self.text[..self.at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let after = rest.strip_prefix('r')?;
        let hashes = after.len() - after.trim_start_matches('#').len();
        if (inside_name && !self.text[..self.at].ends_with('b')) || !after[hashes..].starts_with('"') {
            return None;
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let body = &after[hashes + 1..];
        Some(body.find(&end).map_or(rest.len(), |at| 1 + hashes + 1 + at + end.len()))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        if rest.is_empty() {
            return None;
        }
        let (length, literal) = self.measure(rest);
        let piece = Piece { start: self.at, text: &rest[..length], literal };
        self.at += length;
        Some(piece)
    }
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `'x'`, `'\n'`, `'\u{2014}'`; a lifetime is none of these.
fn char_length(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('\'')?;
    if after.starts_with('\\') {
        let end = after.char_indices().skip(2).find(|(_, c)| *c == '\'')?.0;
        return Some(1 + end + 1);
    }
    let c = after.chars().next()?;
    after[c.len_utf8()..].starts_with('\'').then_some(1 + c.len_utf8() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_test_modules_go_and_lines_stay() {
        let text = "a(); // .unwrap()\n#[cfg(test)]\nmod tests {\n  fn f() { \"}\"; '}'; b() }\n}\nc();\n";
        let code = without_tests(text);
        assert_eq!(code.lines().count(), text.lines().count());
        assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a();", "c();"]);
    }

    #[test]
    fn a_test_module_in_a_file_of_its_own_ends_at_the_semicolon() {
        assert_eq!(without_tests("#[cfg(test)]\nmod tests;\nfn f() {}").trim(), "fn f() {}");
    }

    #[test]
    fn literals_hide_no_code_and_are_no_comments() {
        for text in [
            "let a = \"// \\\" x\"; b()",
            "let a = r#\"/* \" \"#; b()",
            "let a: &'static str = '\"'; b()",
            "br\"//\"; b()",
        ] {
            assert_eq!(without_tests(text), text);
        }
    }
}
