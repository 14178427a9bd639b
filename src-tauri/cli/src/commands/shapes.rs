//! `assay shapes`: what import knows.

use assay_github::ShapeInfo;

use crate::output::{Answer, fields};

/// Lists the shapes.
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
    Answer::of("shapes", &shapes, text.join("\n"))
}
