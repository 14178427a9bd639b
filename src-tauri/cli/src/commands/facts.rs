//! `assay facts`: every fact that is computed from a snapshot, as the documented list has it.

use assay_domain::evidence::{FACTS, page};
use serde_json::{Value, json};

use crate::output::Answer;

/// Lists them.
pub fn run() -> Answer {
    let one = |fact: &assay_domain::evidence::Definition| -> Value {
        json!({
            "fact": fact.id, "version": fact.version, "title": fact.title, "definition": fact.definition,
            "not_meaning": fact.not_meaning, "json": fact.json,
        })
    };
    let facts: Vec<Value> = FACTS.iter().map(one).collect();
    Answer::of("facts", &facts, page())
}
