//! Parts as they are cited: by their lines, at an address that people can read.

use super::PartKind;

/// How many lines a text has.
pub fn line_count(body: &str) -> u32 {
    u32::try_from(body.lines().count()).unwrap_or(u32::MAX)
}

/// The lines of a text from one to another, counted from 1, both included; `None` where the text does not have them.
pub fn lines(body: &str, from: u32, to: u32) -> Option<String> {
    if from == 0 || to < from || to > line_count(body) {
        return None;
    }
    let (skip, take) = (from as usize - 1, (to - from) as usize + 1);
    Some(body.lines().skip(skip).take(take).collect::<Vec<_>>().join("\n"))
}

/// Where a citation stands: `submission shop/history.py:17-19`, `submission answer shipped:2`. Without lines it is the whole.
/// `question` is that of an answer, `title` the name of anything else.
pub fn address(kind: PartKind, question: &str, title: &str, lines: Option<(u32, u32)>) -> String {
    let what = match kind {
        PartKind::Answer if !question.is_empty() => format!("answer {question}"),
        PartKind::Answer => format!("answer “{title}”"),
        PartKind::Text => "text".to_owned(),
        PartKind::File | PartKind::Named => title.to_owned(),
    };
    match lines {
        None => format!("submission {what}"),
        Some((from, to)) if from == to => format!("submission {what}:{from}"),
        Some((from, to)) => format!("submission {what}:{from}-{to}"),
    }
}
