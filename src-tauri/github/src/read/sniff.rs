//! What a leaf is, by its first bytes: JSON in which encoding, a web page, or nothing for us.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many first bytes are looked at.
pub(super) const LOOKED_AT: usize = 512;

/// What a leaf turned out to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sniffed {
    /// It begins like JSON.
    Json {
        /// Encoding, by its mark or by where the zero bytes stand.
        encoding: &'static Encoding,
        /// Length of the byte order mark.
        mark: usize,
    },
    /// Nothing in it.
    Empty,
    /// A web page.
    Page,
    /// UTF-32.
    Utf32,
    /// Text that is not JSON.
    Text,
    /// Not text.
    Binary,
}

/// Judges the first bytes: [`LOOKED_AT`] of them, where there are so many.
pub(super) fn sniff(head: &[u8]) -> Sniffed {
    if head.starts_with(&[0xff, 0xfe, 0, 0]) || head.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Sniffed::Utf32;
    }
    if matches!(head, [first, 0, 0, 0, ..] | [0, 0, 0, first, ..] if *first != 0) {
        return Sniffed::Utf32;
    }
    let (encoding, mark) = Encoding::for_bom(head).unwrap_or_else(|| (unmarked(head), 0));
    let body = &head[mark.min(head.len())..];
    let start = body.iter().copied().filter(|byte| *byte != 0).find(|byte| !byte.is_ascii_whitespace());
    match start {
        // Blanks as far as was looked: whatever follows them is for the splitter to find.
        None if body.iter().all(u8::is_ascii_whitespace) && head.len() >= LOOKED_AT => {
            Sniffed::Json { encoding, mark }
        }
        None if body.iter().all(u8::is_ascii_whitespace) => Sniffed::Empty,
        None => Sniffed::Binary,
        Some(b'{' | b'[') => Sniffed::Json { encoding, mark },
        Some(b'<') if is_page(body) => Sniffed::Page,
        Some(_) if encoding == UTF_8 && (body.contains(&0) || mangled(body)) => Sniffed::Binary,
        Some(_) => Sniffed::Text,
    }
}

/// Without a mark: an ASCII character beside a zero byte is UTF-16 (RFC 4627, section 3).
fn unmarked(head: &[u8]) -> &'static Encoding {
    match head {
        [first, 0, third, 0, ..] if *first != 0 && *third != 0 => UTF_16LE,
        [0, second, 0, fourth, ..] if *second != 0 && *fourth != 0 => UTF_16BE,
        _ => UTF_8,
    }
}

fn is_page(body: &[u8]) -> bool {
    let text: String =
        body.iter().filter(|byte| **byte != 0).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    text.contains("<html") || text.contains("<!doctype html")
}

/// Whether the bytes are no UTF-8, but for a character cut at the end.
fn mangled(body: &[u8]) -> bool {
    std::str::from_utf8(body).is_err_and(|error| error.error_len().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_and_kinds() {
        let json = |encoding, mark| Sniffed::Json { encoding, mark };
        assert_eq!(sniff(b"  {}"), json(UTF_8, 0));
        assert_eq!(sniff(b"\xef\xbb\xbf[]"), json(UTF_8, 3));
        assert_eq!(sniff(b"\xff\xfe{\0}\0"), json(UTF_16LE, 2));
        assert_eq!(sniff(b"\0{\0}"), json(UTF_16BE, 0));
        assert_eq!(sniff(b"\xff\xfe\0\0{\0\0\0"), Sniffed::Utf32);
        assert_eq!(sniff(b"{\0\0\0}\0\0\0"), Sniffed::Utf32);
        assert_eq!(sniff(b"\0\0\0{\0\0\0}"), Sniffed::Utf32);
        assert_eq!(sniff(b" \n"), Sniffed::Empty);
        assert_eq!(sniff(b"<!DOCTYPE html><p>"), Sniffed::Page);
        assert_eq!(sniff(b"<svg/>"), Sniffed::Text);
        assert_eq!(sniff(b"\x89PNG\r\n\x1a\n\0"), Sniffed::Binary);
        assert_eq!(sniff(b"login,name"), Sniffed::Text);
    }
}
