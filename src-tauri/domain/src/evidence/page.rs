//! The documented list of facts, made from their definitions.

use std::fmt::Write as _;

use super::{EVIDENCE_MAX, FACTS};

/// The list as Markdown: for each fact its id, version, definition, what it does not mean, and its JSON.
pub fn page() -> String {
    let mut text = format!(
        "# Facts\n\n\
         What is computed from the records of one snapshot. This page is made from the code (`assay facts`); a test keeps it \
         so.\n\n\
         Every fact is in one of three states: `known`, `zero` (the source itself says that there is none) or `absent` (not in \
         this snapshot). In JSON it is `{{fact, version, state, data, value, evidence, evidence_total}}`: `data` is the value \
         as below, null where absent; `value` is the value in words; `evidence` are the first of at most {EVIDENCE_MAX} kept \
         records that it was computed from. The version is raised whenever the same records could give another value.\n\n\
         Never computed: streaks, activity totals, a tone score, an overall score, a rank. Private and paid work is invisible \
         here.\n"
    );
    for fact in FACTS {
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "\n## {}: `{}` (version {})\n\n{}\n\n**Does not mean:** {}\n\n**JSON:** `{}`\n",
            fact.title, fact.id, fact.version, fact.definition, fact.not_meaning, fact.json
        );
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_page_is_the_one_that_the_code_makes() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/FACTS.md");
        let made = super::page();
        if std::env::var_os("ASSAY_WRITE_FACTS").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            committed == made,
            "domain/FACTS.md is stale: ASSAY_WRITE_FACTS=1 cargo test -p assay-domain page"
        );
    }

    #[test]
    fn every_fact_says_what_its_json_is_and_no_fact_is_a_score() {
        for fact in super::FACTS {
            assert!(fact.json.starts_with('{') && fact.json.ends_with('}'), "{}", fact.id);
            assert!(!fact.definition.is_empty() && !fact.not_meaning.is_empty(), "{}", fact.id);
            for never in ["streak", "score", "rank", "total", "tone"] {
                assert!(!fact.id.contains(never), "{}", fact.id);
            }
        }
    }
}
