//! The recovery code: 160 random bits in Crockford's base 32, in groups of four, with two check characters.
//!
//! Base 32 as in <https://www.crockford.com/base32.html>: no I, L, O, U; what is read as one of those is understood.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BODY: usize = 32;
const CHECK: usize = 2;

/// A new code from 20 random bytes, such as `ABCD-EFGH-…`.
pub fn encode(bytes: &[u8; 20]) -> String {
    let mut text: Vec<u8> = (0..BODY).map(|index| ALPHABET[usize::from(five_bits(bytes, index))]).collect();
    text.extend(check(&text));
    text.chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join("-")
}

/// The code as it is used for the key: upper case, without separators, misread letters mended.
/// `None` where it is not a code or its check characters do not fit (a typing error).
pub fn normalise(code: &str) -> Option<String> {
    let text: Vec<u8> = code.bytes().filter(u8::is_ascii_alphanumeric).map(mend).collect();
    if text.len() != BODY + CHECK || !text.iter().all(|byte| ALPHABET.contains(byte)) {
        return None;
    }
    let (body, end) = text.split_at(BODY);
    (check(body) == end).then(|| String::from_utf8_lossy(body).into_owned())
}

fn mend(byte: u8) -> u8 {
    match byte.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        other => other,
    }
}

fn five_bits(bytes: &[u8; 20], index: usize) -> u8 {
    let bit = index * 5;
    let pair = u16::from(bytes[bit / 8]) << 8 | u16::from(bytes.get(bit / 8 + 1).copied().unwrap_or(0));
    (pair >> (11 - bit % 8) & 31) as u8
}

fn check(body: &[u8]) -> Vec<u8> {
    let digest = Sha256::digest(body);
    digest.iter().take(CHECK).map(|byte| ALPHABET[usize::from(byte & 31)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_careless_typing() {
        let code = encode(&[0xA7; 20]);
        let body = normalise(&code).unwrap();
        assert_eq!(body.len(), 32);
        let careless = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(normalise(&careless), Some(body));
    }

    #[test]
    fn a_wrong_character_is_noticed() {
        let code = encode(&[3; 20]);
        let wrong =
            if code.starts_with('Z') { code.replacen('Z', "Y", 1) } else { format!("Z{}", &code[1..]) };
        assert_eq!(normalise(&wrong), None);
        assert_eq!(normalise("short"), None);
    }

    #[test]
    fn every_byte_counts() {
        let mut seen = std::collections::BTreeSet::new();
        for index in 0..20 {
            let mut bytes = [0u8; 20];
            bytes[index] = 1;
            seen.insert(encode(&bytes));
        }
        assert_eq!(seen.len(), 20);
    }
}
