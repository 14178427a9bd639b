//! Takes other people's names and addresses out of commit messages.

const GONE: &str = "[redacted]";

/// The message with the value of every trailer that names people, and every mail address, replaced by `[redacted]`.
/// Trailers: <https://git-scm.com/docs/git-interpret-trailers>.
pub(crate) fn message(message: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut in_trailer = false;
    for line in message.split('\n') {
        let continued = in_trailer && line.starts_with([' ', '\t']) && !line.trim().is_empty();
        if continued {
            continue;
        }
        let key = trailer_key(line);
        in_trailer = key.is_some();
        lines.push(key.map_or_else(|| without_addresses(line), |key| format!("{key}: {GONE}")));
    }
    lines.join("\n")
}

/// The key of a line that is a trailer naming a person: `Signed-off-by`, `Co-authored-by`, any other `...-by`, `Cc`.
fn trailer_key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let lower = key.to_ascii_lowercase();
    let names_people =
        lower.ends_with("-by") || ((lower == "cc" || lower == "author") && value.contains('@'));
    (plain && names_people && !value.trim().is_empty()).then_some(key)
}

/// The line with each mail address replaced. `git@host:` is no person's address and stays.
fn without_addresses(line: &str) -> String {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '[' | ']');
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('@') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let from = before.char_indices().rev().take_while(|(_, c)| inside(*c)).last().map_or(at, |(i, _)| i);
        let length: usize = after.chars().take_while(|c| inside(*c)).map(char::len_utf8).sum();
        let (local, domain) = (&before[from..], after[..length].trim_end_matches('.'));
        if local.is_empty() || local == "git" || !domain.contains('.') {
            out.push_str(&rest[..=at]);
            rest = after;
        } else {
            out.push_str(&before[..from]);
            out.push_str(GONE);
            rest = &after[domain.len()..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailers_and_addresses_go_and_the_rest_stays() {
        let before = "Fix tank: overflow\n\nWhy: it leaked (see bo@fixture.example).\nClone git@github.com:a/b.git @me\n\n\
                      Signed-off-by: Ada Fixture <ada@fixture.example>\nco-authored-by: Bo\n\tFixture <bo@x.example>\nFixes: #3";
        let after = "Fix tank: overflow\n\nWhy: it leaked (see [redacted]).\nClone git@github.com:a/b.git @me\n\n\
                     Signed-off-by: [redacted]\nco-authored-by: [redacted]\nFixes: #3";
        assert_eq!(message(before), after);
    }

    #[test]
    fn odd_places_of_an_at_sign_do_no_harm() {
        for text in ["@", "a@", "@b.c", "ü@é.com", "a@@b.c", "x@y..", "Reviewed-by:", "@@ -1,2 @@"] {
            let once = message(text);
            assert_eq!(message(&once), once);
        }
        assert_eq!(message("ü@é.com!"), "[redacted]!");
    }
}
