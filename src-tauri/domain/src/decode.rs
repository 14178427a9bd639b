//! Bytes of files that people choose, as text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file's bytes: what its mark says, else UTF-8, else windows-1252, in which older programs save. `None` where
/// it is no text: a nought stands in it.
pub fn text(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    if encoding.is_ascii_compatible() && bytes.contains(&0) {
        return None;
    }
    Some(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_of_spreadsheets_and_editors_is_decoded() {
        assert_eq!(text("Zoë".as_bytes()).unwrap(), "Zoë");
        assert_eq!(text(b"\xEF\xBB\xBFx").unwrap(), "x");
        assert_eq!(text(b"Zo\xEB").unwrap(), "Zoë");
        assert_eq!(text(b"Zoe\x92s").unwrap(), "Zoe’s");
        assert_eq!(text(b"\xFF\xFEZ\0o\0\xEB\0").unwrap(), "Zoë");
        assert_eq!(text(b"\xFE\xFF\0Z\0o\0\xEB").unwrap(), "Zoë");
        assert_eq!(text(b"PK\x03\x04\0\0"), None);
    }
}
