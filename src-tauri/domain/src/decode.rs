//! Bytes of files that people choose, as text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file's text, and what is to be said of how it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a mark of its encoding.
    pub text: String,
    /// How it was read, where that is a guess: what to look at, and what to do. Empty where it is none.
    pub remark: &'static str,
}

/// Said of a text that is none of the encodings that can be told apart.
pub const OLDER: &str = "it is not saved as UTF-8, and was read as Windows-1252 (Latin-1), as older programs save; where letters \
                         look wrong, save it as \"CSV UTF-8\" and take that";

/// The text of a file's bytes: what its mark says, else UTF-8, else UTF-16 without its mark, else windows-1252, in which older
/// programs save. `None` where it is no text: a nought stands in it.
pub fn decoded(bytes: &[u8]) -> Option<Decoded> {
    let (encoding, mark) = Encoding::for_bom(bytes).or_else(|| Some((guessed(bytes)?, 0)))?;
    let text = encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    Some(Decoded { text, remark: if encoding == WINDOWS_1252 { OLDER } else { "" } })
}

/// [`decoded`] without the remark.
pub fn text(bytes: &[u8]) -> Option<String> {
    decoded(bytes).map(|found| found.text)
}

fn guessed(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.contains(&0) {
        return [UTF_16LE, UTF_16BE].into_iter().find(|encoding| reads_as(encoding, bytes));
    }
    Some(if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 })
}

/// Whether bytes are text in an encoding of two bytes: every pair is a character, none is a control but for white space, and
/// a row of a table ends or is divided somewhere, which the other order of bytes would not show.
fn reads_as(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else {
        return false;
    };
    let divides = |c: char| matches!(c, '\n' | '\r' | '\t' | ',' | ';' | ' ');
    text.contains(divides) && !text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::{OLDER, decoded, text};

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

    #[test]
    fn two_bytes_a_letter_are_read_without_their_mark_too() {
        let table = "name\tcity\nЗоя Зразок\tКиїв\n王小明\t北京\n";
        let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [&little, &big] {
            let found = decoded(bytes).unwrap();
            assert_eq!((found.text.as_str(), found.remark), (table, ""));
            assert_eq!(text(&bytes[..bytes.len() - 1]), None, "half a letter");
        }
        assert_eq!(text(b"\x7fELF\x02\x01\x01\0\0\0"), None);
    }

    #[test]
    fn what_is_a_guess_is_said() {
        let remark = |bytes: &[u8]| decoded(bytes).unwrap().remark;
        assert_eq!(remark(b"name\nZo\xEB"), OLDER);
        assert_eq!((remark("name\nZoë".as_bytes()), remark(b"\xFF\xFEZ\0")), ("", ""));
    }
}
