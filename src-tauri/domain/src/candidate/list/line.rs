//! Candidates from lines without a header: a name, with an address, a login, a location and a headline if they are there.

use super::super::is_email;
use super::{ListEntry, Reading, is_login, login_in};

/// Reads every line that is not empty.
pub fn read(text: &str, list: &mut Reading) {
    for (number, line) in (1..).zip(text.lines()) {
        let line = line
            .trim()
            .trim_start_matches(['•', '–'])
            .trim_start_matches("- ")
            .trim_start_matches("* ")
            .trim();
        if !line.is_empty() && !list.leaves_out(number, line) {
            list.take(entry(number, line), line);
        }
    }
}

/// Addresses and logins are told by their shape wherever they stand; of the rest the first part is the name, then come
/// the location and the headline.
fn entry(number: u32, line: &str) -> ListEntry {
    let mut entry = ListEntry { line: number, ..ListEntry::default() };
    let mut parts = Vec::new();
    for part in line.split([',', ';', '\t']) {
        let words: Vec<&str> = part.split_whitespace().filter(|word| !claim(&mut entry, word)).collect();
        if !words.is_empty() {
            parts.push(words.join(" "));
        }
    }
    let mut parts = parts.into_iter();
    entry.name = parts.next().map(|name| name.trim_matches('"').trim().to_owned()).unwrap_or_default();
    entry.location = parts.next().unwrap_or_default();
    entry.headline = parts.collect::<Vec<_>>().join(", ");
    if entry.name.is_empty() {
        entry.name.clone_from(&entry.login);
    }
    entry
}

/// Takes a word as the address or the login, if it is one and there is none yet.
fn claim(entry: &mut ListEntry, word: &str) -> bool {
    let bare = word.trim_matches(['<', '>', '(', ')', '"']);
    let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
    if entry.email.is_empty()
        && (is_email(bare) || (word.starts_with('<') && word.ends_with('>') && bare.contains('@')))
    {
        entry.email = bare.to_owned();
        return true;
    }
    let marked = bare.starts_with('@') || bare.contains("github.com/");
    if entry.login.is_empty() && marked && is_login(login_in(bare)) {
        entry.login = login_in(bare).to_owned();
        return true;
    }
    false
}
