//! `assay shapes`: what import knows, and how much it reads.

use assay_github::{LIMITS, Limits, ShapeInfo};
use serde_json::{Value, json};

use crate::output::{Answer, fields, heading, table};

/// Lists the shapes and the limits.
pub fn run() -> Answer {
    let shapes = assay_github::shapes();
    let shown = |one: &ShapeInfo| {
        let rows = [
            ("recognised by", one.recognised_by.to_owned()),
            ("tells", one.tells.to_owned()),
            ("cannot tell", one.cannot_tell.to_owned()),
        ];
        format!("{}\n{}", one.id, crate::output::indented(&fields(&rows)))
    };
    let text: Vec<String> = shapes.iter().map(shown).collect();
    let limits: Vec<Value> = limits()
        .map(|(name, bounds, value)| json!({"limit": name, "bounds": bounds, "value": value}))
        .collect();
    let rows: Vec<_> = limits_shown();
    let text = text.join("\n")
        + &heading("Limits, each adjusted by `assay import --limit NAME=VALUE`:")
        + &table(["limit", "value", "bounds"], &rows, "");
    Answer::of("shapes", &shapes, text).with("limits", &limits)
}

fn limits() -> impl Iterator<Item = (&'static str, &'static str, u64)> {
    let usual = Limits::default();
    LIMITS.into_iter().filter_map(move |limit| Some((limit.name, limit.bounds, usual.get(limit.name)?)))
}

fn limits_shown() -> Vec<[String; 3]> {
    let usual = Limits::default();
    LIMITS.iter().map(|limit| [limit.name.to_owned(), usual.shown(limit), limit.bounds.to_owned()]).collect()
}
