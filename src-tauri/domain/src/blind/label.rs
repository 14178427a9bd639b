//! Neutral labels. They come from keyed digests, so that they follow neither names nor the order of arrival.

use std::collections::HashSet;

/// Letters and digits that are not taken for one another.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS: &[u8] = b"23456789";
/// Characters of a label; more only where two would be the same.
const LENGTH: usize = 3;

/// The label of each digest, such as `Candidate K7M`, in the order given. No two are alike: of two that would be, the later
/// one is longer, so that a label never changes when others come.
pub fn labels<'a>(digests: impl IntoIterator<Item = &'a [u8]>) -> Vec<String> {
    let mut taken = HashSet::new();
    let label = |digest: &[u8]| {
        let code: String = code(digest).collect();
        let free = (LENGTH..=code.len()).map(|length| &code[..length]).find(|code| !taken.contains(*code));
        let code = free.unwrap_or(&code).to_owned();
        taken.insert(code.clone());
        format!("Candidate {code}")
    };
    digests.into_iter().map(label).collect()
}

/// A label as it stands where logins and file names stand: `candidate-k7m`.
pub fn handle(label: &str) -> String {
    label.to_lowercase().replace(' ', "-")
}

/// A letter, a digit, a letter, …
fn code(digest: &[u8]) -> impl Iterator<Item = char> {
    digest.iter().enumerate().map(|(place, byte)| {
        let signs = if place % 2 == 0 { LETTERS } else { DIGITS };
        char::from(signs[usize::from(*byte) % signs.len()])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ones_give_way() {
        let digests: [&[u8]; 3] = [&[9, 5, 11, 0], &[9, 5, 11, 1], &[0, 0, 0, 0]];
        assert_eq!(labels(digests), ["Candidate K7M", "Candidate K7M3", "Candidate A2A"]);
        assert_eq!(labels([digests[0]]), ["Candidate K7M"]);
        assert_eq!(handle("Candidate K7M"), "candidate-k7m");
    }
}
