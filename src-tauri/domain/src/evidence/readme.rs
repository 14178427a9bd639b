//! Fact `readme`: repositories with a README, and its headings.

use crate::words::counted;
use std::collections::BTreeMap;

use serde_json::json;

use super::repo_book::{RepoBook, keyed};
use super::tools::Evidence;
use super::{Definition, Fact, FactState, FactValue};
use crate::ids::EvidenceId;
use crate::import::{AccountRef, Record};

pub(super) const FACT: Definition = Definition {
    id: "readme",
    version: 1,
    title: "README",
    definition: "Repositories in this snapshot with a README, known forks excluded, and for each the number of its headings (Markdown, both forms). A repository counts as without one only where the source says so.",
    not_meaning: "Not whether the text is good or whose it is: read it.",
    json: "{with, with_headings, without: numbers; repositories: up to 50 of {repository, headings: number}}",
    start: || Box::new(Readme::default()),
};

/// Most repositories named one by one in the value.
const LISTED: usize = 50;

#[derive(Default)]
struct Readme {
    book: RepoBook,
    found: BTreeMap<String, (usize, EvidenceId)>,
    without: BTreeMap<String, EvidenceId>,
}

impl Fact for Readme {
    fn observe(&mut self, subject: &AccountRef, id: EvidenceId, record: &Record) {
        match record {
            Record::Readme { repo, text, .. } => {
                let key = keyed(&mut self.book, subject, repo.as_ref());
                self.found.insert(key, (headings(text), id));
            }
            Record::Nothing { of, repo: Some(repo) } if of == "readme" => {
                let key = keyed(&mut self.book, subject, Some(repo));
                self.without.insert(key, id);
            }
            _ => self.book.observe(subject, id, record),
        }
    }

    fn finish(mut self: Box<Self>) -> FactValue {
        let book = std::mem::take(&mut self.book);
        self.found.retain(|key, _| !book.is_fork(key));
        self.without.retain(|key, _| !book.is_fork(key) && !self.found.contains_key(key));
        if self.found.is_empty() && self.without.is_empty() {
            return FactValue::absent();
        }
        let with_headings = self.found.values().filter(|(headings, _)| *headings > 0).count();
        let each = self.found.iter().take(LISTED);
        let each: Vec<_> = each
            .map(|(key, (headings, _))| json!({ "repository": book.name(key), "headings": headings }))
            .collect();
        let value = json!({
            "with": self.found.len(), "with_headings": with_headings, "without": self.without.len(), "repositories": each,
        });
        let with = counted(self.found.len(), "repository has one", "repositories have one");
        let text =
            format!("{with}, {with_headings} with headings; {} known to have none", self.without.len());
        let state = if self.found.is_empty() { FactState::Zero } else { FactState::Known };
        let ids = self.found.values().map(|(_, id)| *id).chain(self.without.values().copied());
        FactValue::told(state, value, text, Evidence::of(ids))
    }
}

/// Headings of a Markdown text, as CommonMark 0.31.2 has them: ATX (4.2) and setext (4.3), not inside fenced code (4.5).
fn headings(text: &str) -> usize {
    let mut fence: Option<(char, usize)> = None;
    let mut after_text = false;
    let mut found = 0;
    for line in text.lines() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let line = line.trim();
        if let Some((mark, length)) = fence {
            if run(line, mark) >= length && line.chars().all(|c| c == mark) {
                fence = None;
            }
            continue;
        }
        let opened = ['`', '~'].into_iter().find(|mark| indent < 4 && run(line, *mark) >= 3);
        if let Some(mark) = opened {
            (fence, after_text) = (Some((mark, run(line, mark))), false);
            continue;
        }
        let heading = indent < 4 && (is_atx(line) || (after_text && is_underline(line)));
        found += usize::from(heading);
        after_text = !heading && !line.is_empty() && (indent < 4 || after_text) && !starts_block(line);
    }
    found
}

fn run(line: &str, mark: char) -> usize {
    line.chars().take_while(|c| *c == mark).count()
}

fn is_atx(line: &str) -> bool {
    let hashes = run(line, '#');
    (1..=6).contains(&hashes) && line[hashes..].chars().next().is_none_or(char::is_whitespace)
}

fn is_underline(line: &str) -> bool {
    !line.is_empty() && (line.chars().all(|c| c == '=') || line.chars().all(|c| c == '-'))
}

/// A line under which a row of dashes is a thematic break and no underline.
fn starts_block(line: &str) -> bool {
    line.starts_with(['>', '|']) || line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")
}

#[cfg(test)]
mod tests {
    use super::headings;

    #[test]
    fn headings_of_both_forms_count() {
        assert_eq!(
            headings("# Kettle\r\n\r\nBoils.\n\nUse\n---\ntext\n\n## More ##\n####### seven\n#tag\n"),
            3
        );
        assert_eq!(headings("Title\n=====\n"), 1);
    }

    #[test]
    fn code_and_rules_are_no_headings() {
        assert_eq!(headings("```sh\n# comment\n```\n~~~~\n# x\n~~~\n# y\n~~~~\n    # indented\n"), 0);
        assert_eq!(headings("\n---\n\n- item\n---\n"), 0);
        assert_eq!(headings(""), 0);
    }
}
