//! Bytes of files that people choose, as text.

/// The text of a file's bytes: UTF-16 where its mark says so, else UTF-8, else Latin-1, in which older programs save. `None`
/// where it is no text: a nought stands in it.
pub fn text(bytes: &[u8]) -> Option<String> {
    let utf16 = |read: fn([u8; 2]) -> u16| -> String {
        let units = bytes.chunks_exact(2).skip(1).map(|pair| match pair {
            [a, b] => read([*a, *b]),
            _ => 0,
        });
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFF, 0xFE, ..] => Some(utf16(u16::from_le_bytes)),
        [0xFE, 0xFF, ..] => Some(utf16(u16::from_be_bytes)),
        _ if bytes.contains(&0) => None,
        _ => Some(match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_of_spreadsheets_and_editors_is_decoded() {
        assert_eq!(text("Zoë".as_bytes()).unwrap(), "Zoë");
        assert_eq!(text(b"\xEF\xBB\xBFx").unwrap(), "x");
        assert_eq!(text(b"Zo\xEB").unwrap(), "Zoë");
        assert_eq!(text(b"\xFF\xFEZ\0o\0\xEB\0").unwrap(), "Zoë");
        assert_eq!(text(b"\xFE\xFF\0Z\0o\0\xEB").unwrap(), "Zoë");
        assert_eq!(text(b"PK\x03\x04\0\0"), None);
    }
}
