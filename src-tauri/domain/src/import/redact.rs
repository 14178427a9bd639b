//! Takes other people's names and addresses out of commit messages and of trailers wherever they stand, before anything of
//! them is written down.

use super::{Record, Seen};

const GONE: &str = "[redacted]";

/// Redacts what a record says in prose: of a commit its [`message`]; of pull requests, issues, comments and releases their
/// [`trailers`], which come into them with the messages of their commits.
pub fn record(record: &mut Record, keep: &[String]) {
    let text = match record {
        Record::Commit(commit) => {
            commit.message = message(&commit.message, keep);
            return;
        }
        Record::Comment(comment) => &mut comment.body,
        Record::PullRequest(pull) => match &mut pull.body {
            Seen::Value(body) => body,
            Seen::Absent | Seen::Empty => return,
        },
        Record::Issue(issue) => match &mut issue.body {
            Seen::Value(body) => body,
            Seen::Absent | Seen::Empty => return,
        },
        Record::Release(release) => match &mut release.body {
            Seen::Value(body) => body,
            Seen::Absent | Seen::Empty => return,
        },
        _ => return,
    };
    if text.contains('@') {
        *text = trailers(text, keep);
    }
}

/// The text with the value of every trailer that holds an address replaced by `[redacted]`, but for those that name nobody
/// but whoever has the addresses in `keep`. The rest of the text stays as it is.
pub fn trailers(text: &str, keep: &[String]) -> String {
    let line = |line: &str| match trailer_key(line) {
        Some(key) if without_addresses(line, &[]) != line && !is_theirs(line, keep) => {
            format!("{key}: {GONE}")
        }
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The message with the value of every trailer that names people, and every mail address, replaced by `[redacted]`; but for
/// the addresses in `keep` (in lower case), which the candidate gave, and trailers that name nobody else.
/// Trailers: <https://git-scm.com/docs/git-interpret-trailers>.
pub fn message(message: &str, keep: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut in_trailer = Trailer::None;
    for line in message.split('\n') {
        let continued = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        match (continued, &in_trailer) {
            (true, Trailer::Gone) => continue,
            (true, Trailer::Kept) => lines.push(without_addresses(line, keep)),
            _ => {
                let key = trailer_key(line);
                in_trailer = match key {
                    None => Trailer::None,
                    Some(_) if is_theirs(line, keep) => Trailer::Kept,
                    Some(_) => Trailer::Gone,
                };
                lines.push(match (key, &in_trailer) {
                    (Some(key), Trailer::Gone) => format!("{key}: {GONE}"),
                    _ => without_addresses(line, keep),
                });
            }
        }
    }
    lines.join("\n")
}

/// What the line before was.
enum Trailer {
    None,
    Kept,
    Gone,
}

/// Whether a trailer names nobody but the candidate: it has an address, and only such as they gave.
fn is_theirs(line: &str, keep: &[String]) -> bool {
    !keep.is_empty() && without_addresses(line, &[]) != line && without_addresses(line, keep) == line
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

/// The line with each mail address replaced but those to keep. `git@host:` is no person's address and stays.
fn without_addresses(line: &str, keep: &[String]) -> String {
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
            let address = format!("{local}@{domain}");
            let kept = keep.contains(&address.to_lowercase());
            out.push_str(if kept { &address } else { GONE });
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
        assert_eq!(message(before, &[]), after);
    }

    #[test]
    fn what_the_candidate_gave_stays_and_whoever_stands_beside_them_goes() {
        let before = "Mend\n\nMail Ada@Fixture.example or bo@fixture.example.\n\n\
                      Signed-off-by: Ada Fixture\n <ada@fixture.example>\nSigned-off-by: Ada Fixture <ada@fixture.example>\n\
                      Cc: ada@fixture.example, bo@fixture.example\nReviewed-by: Bo Fixture <bo@fixture.example>";
        let after = "Mend\n\nMail Ada@Fixture.example or [redacted].\n\n\
                     Signed-off-by: [redacted]\nSigned-off-by: Ada Fixture <ada@fixture.example>\n\
                     Cc: [redacted]\nReviewed-by: [redacted]";
        assert_eq!(message(before, &["ada@fixture.example".into()]), after);
    }

    #[test]
    fn in_a_conversation_trailers_go_and_the_rest_stays() {
        let before = "Squashed (ask bo@fixture.example).\r\nCo-authored-by: Bo <bo@fixture.example>\nSigned-off-by: Ada <ada@fixture.example>\n\
                      Powered-by: tea\n> Reviewed-by";
        let after = "Squashed (ask bo@fixture.example).\r\nCo-authored-by: [redacted]\nSigned-off-by: Ada <ada@fixture.example>\n\
                     Powered-by: tea\n> Reviewed-by";
        assert_eq!(trailers(before, &["ada@fixture.example".into()]), after);
    }

    #[test]
    fn odd_places_of_an_at_sign_do_no_harm() {
        for text in ["@", "a@", "@b.c", "ü@é.com", "a@@b.c", "x@y..", "Reviewed-by:", "@@ -1,2 @@"] {
            let once = message(text, &[]);
            assert_eq!(message(&once, &[]), once);
        }
        assert_eq!(message("ü@é.com!", &[]), "[redacted]!");
    }
}
