//! `assay marking`: one question or artefact across candidates, without names.

use assay_domain::ids::InterviewId;
use assay_domain::submission::PartKind;
use assay_engine::marking::{self, MarkingEntry, MarkingInput, MarkingPart, MarkingSet, MarkingSheet};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::failure::{Failure, Result};
use crate::output::{Answer, heading, indented, level, table};
use crate::session::Session;

/// Commands on marking.
#[derive(Debug, Subcommand)]
pub enum Marking {
    /// What you have to mark: your open interviews for which something was handed in, and their topics
    List,
    /// One topic across your candidates, in an order of your own and without names
    Show {
        /// The assessment: its kind, such as questionnaire, or the title or id
        assessment: String,
        /// The topic, as `marking list` names it; else the first
        #[arg(long)]
        topic: Option<String>,
    },
    /// Rate a criterion in your own draft
    Rate(Rate),
}

/// Arguments of `marking rate`.
#[derive(Debug, Args)]
pub struct Rate {
    /// Id of the interview, as `marking show` gives it
    interview: InterviewId,
    /// Id of the rubric's criterion
    #[arg(long)]
    criterion: String,
    /// The level, from 1; 0 says "not assessed", on purpose
    #[arg(long)]
    level: u8,
    /// What you saw; else the note stays as it is
    #[arg(long)]
    note: Option<String>,
}

/// Runs one.
pub fn run(session: &Session, command: Marking) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Marking::List => {
            let sets = marking::list(store, viewer)?;
            Ok(Answer::of("markings", &sets, listed(&sets)))
        }
        Marking::Show { assessment, topic } => {
            let set = meant(&marking::list(store, viewer)?, &assessment)?;
            let topic = topic.map(|topic| topic_of(&set, &topic)).transpose()?;
            let sheet = marking::show(store, viewer, set.assessment_id, topic.as_deref())?;
            Ok(Answer::of("marking", &sheet, shown(&sheet)))
        }
        Marking::Rate(args) => {
            let input = MarkingInput { criterion: args.criterion, level: Some(args.level), note: args.note };
            let said = format!("{}: {}, in your draft.", input.criterion, level(input.level));
            let at = marking::rate(store, viewer, now, args.interview, input)?;
            Ok(Answer::of("scorecard", &json!({"interview_id": args.interview, "saved_at": at}), said))
        }
    }
}

fn listed(sets: &[MarkingSet]) -> String {
    if sets.is_empty() {
        return "Nothing to mark: you hold no open interview for which something was handed in.\n".into();
    }
    let mut text = String::new();
    for set in sets {
        let of = format!("{} of {} handed in", set.handed_in, set.open);
        text +=
            &heading(&format!("{}, {}: {of} ({})", set.assessment_title, set.role_title, set.assessment_id));
        let row = |one: &marking::Topic| [one.id.clone(), one.title.clone(), one.handed_in.to_string()];
        let rows: Vec<_> = set.topics.iter().map(row).collect();
        text += &table(["topic", "title", "handed in"], &rows, "");
    }
    text.trim_start().to_owned()
}

fn meant(sets: &[MarkingSet], text: &str) -> Result<MarkingSet> {
    let wanted = text.trim().to_lowercase();
    let is_meant = |one: &&MarkingSet| {
        one.assessment_id.to_string() == wanted
            || one.kind.slug() == wanted
            || one.assessment_title.to_lowercase() == wanted
    };
    let found: Vec<&MarkingSet> = sets.iter().filter(is_meant).collect();
    match found[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::refused(
            format!("you have no {text} to mark"),
            "`assay marking list` shows what you have.",
        )),
        _ => Err(Failure::refused(
            format!("{text} means {} assessments", found.len()),
            "Give its id, as `assay marking list` shows it.",
        )),
    }
}

fn topic_of(set: &MarkingSet, text: &str) -> Result<String> {
    let wanted = text.trim().to_lowercase();
    let found =
        set.topics.iter().find(|one| one.id.to_lowercase() == wanted || one.title.to_lowercase() == wanted);
    found.map(|one| one.id.clone()).ok_or_else(|| {
        let ids: Vec<&str> = set.topics.iter().map(|one| one.id.as_str()).collect();
        Failure::refused(format!("there is no topic {text}"), format!("There are: {}.", ids.join(", ")))
    })
}

fn shown(sheet: &MarkingSheet) -> String {
    let mut text = format!("{}: {}\n", sheet.set.assessment_title, sheet.topic.title);
    if let Some(guide) = &sheet.guide {
        text += &format!(
            "  whole: {}\n  part: {}\n  does not count: {}\n",
            guide.full, guide.partial, guide.nothing
        );
    }
    for entry in &sheet.entries {
        text += &heading(&format!("{} ({})", entry.label, entry.interview_id));
        text += &entry_text(entry);
    }
    text
}

fn entry_text(entry: &MarkingEntry) -> String {
    let mut text: String = entry.parts.iter().map(part_text).collect();
    if entry.parts.is_empty() {
        text += "  Left out: not assessed, not rated low.\n";
    }
    let rated = entry.ratings.iter().filter(|one| one.level.is_some());
    let told: Vec<String> = rated.map(|one| format!("{} {}", one.criterion, level(one.level))).collect();
    text + &format!("  Your draft: {}\n", crate::output::list_or(told, "nothing rated yet"))
}

fn part_text(part: &MarkingPart) -> String {
    let body = match part.kind {
        PartKind::Named => format!("{} bytes; the text is not kept", part.bytes),
        _ => part.text.clone(),
    };
    indented(&format!("{}\n{body}\n", part.title))
}
