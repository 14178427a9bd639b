//! Where ids are shown, for whoever gave something that is none.

use std::error::Error as _;

use assay_domain::ids::NoId;

/// What clap found, as it prints it; behind what is no id the command that shows the ids.
pub fn told(error: &clap::Error) -> String {
    let text = error.render().to_string();
    match error.source().and_then(|source| source.downcast_ref::<NoId>()) {
        None => text,
        Some(none) => {
            let what = none.to_string();
            text.replacen(&what, &format!("{what}; {}", shown(none.noun)), 1)
        }
    }
}

/// The command that shows the ids of a noun.
fn shown(noun: &str) -> String {
    match noun {
        "person" | "role" | "candidate" | "application" | "interview" | "submission" | "receipt"
        | "question" => {
            format!("`assay {noun} list` shows the ids")
        }
        _ => "--json shows ids".to_owned(),
    }
}
