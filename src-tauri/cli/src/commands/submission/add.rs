//! `assay submission add`.

use std::path::PathBuf;

use assay_domain::submission::Question;
use assay_engine::submissions::{self, AddedSubmission, FileOutcome, NewAnswer, NewSubmission};
use assay_engine::{applications, roles};
use clap::Args;

use super::took;
use crate::failure::{Failure, Result};
use crate::names;
use crate::output::Answer;
use crate::session::{Session, read_prose};

/// Arguments of `submission add`.
#[derive(Debug, Args)]
pub struct Add {
    /// The application: its id, or its candidate
    application: String,
    /// Files and folders; links are not followed, and what is no text is kept by name, size and digest
    paths: Vec<PathBuf>,
    /// What it was handed in for: the kind, such as code-review, or the title or id
    #[arg(long)]
    assessment: String,
    /// An answer to the kit's question of this id, or to a question in words; @FILE reads the answer from a file
    #[arg(long = "answer", value_name = "QUESTION=TEXT")]
    answers: Vec<String>,
    /// A text of its own, such as a review; - is standard input
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// How long it took, in minutes
    #[arg(long)]
    minutes: Option<u32>,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
}

/// Adds it; the same again changes nothing.
pub fn run(session: &Session, args: &Add) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let application = applications::show(store, viewer, id)?;
    let role = roles::show(store, viewer, application.role_id)?;
    let assessment = names::assessment(&role.plan, &args.assessment)?;
    let known = submissions::of_candidate(store, viewer, application.candidate_id)?;
    let sheet = known.sheets.iter().find(|one| one.assessment_id == assessment.id);
    let questions = sheet.map(|sheet| sheet.questions.as_slice()).unwrap_or_default();
    let new = NewSubmission {
        application_id: id,
        assessment_id: assessment.id,
        minutes: args.minutes,
        answers: args.answers.iter().map(|answer| read(answer, questions)).collect::<Result<_>>()?,
        text: args.text.as_deref().map(read_prose).transpose()?.unwrap_or_default(),
        paths: args.paths.iter().map(|path| path.display().to_string()).collect(),
    };
    let done = submissions::add(store, viewer, session.now(), &new)?;
    let refused = done.value.files.iter().any(|file| file.outcome == FileOutcome::Refused);
    Ok(Answer::done("added", &done, told(&done.value)).refused_if(refused))
}

fn read(answer: &str, questions: &[Question]) -> Result<NewAnswer> {
    let Some((question, text)) = answer.split_once('=') else {
        let hint = "Give the question's id, an equals sign, and the answer or @FILE.";
        return Err(Failure::usage(format!("\"{answer}\" names no question"), hint));
    };
    let text = match text.strip_prefix('@') {
        Some(path) => read_prose(path.as_ref())?,
        None => text.to_owned(),
    };
    let known = questions.iter().find(|one| one.id == question.trim());
    let (question, title) = match known {
        Some(known) => (known.id.clone(), known.title.clone()),
        None => (String::new(), in_words(question.trim(), questions)?),
    };
    Ok(NewAnswer { question, title, text })
}

/// A question of one's own in words. What is one word is meant as an id, and the kit has none such.
fn in_words(question: &str, questions: &[Question]) -> Result<String> {
    if questions.is_empty() || question.contains(char::is_whitespace) {
        return Ok(question.to_owned());
    }
    let ids: Vec<&str> = questions.iter().map(|one| one.id.as_str()).collect();
    Err(Failure::refused(
        format!("the questionnaire has no question \"{question}\""),
        format!("It has: {}. A question of your own is given in words.", ids.join(", ")),
    ))
}

fn told(added: &AddedSubmission) -> String {
    let one = &added.submission;
    let mut text = if added.known {
        format!("The same is here already ({}): nothing has changed.\n", one.id)
    } else {
        let (name, title) = (&one.candidate_name, &one.assessment_title);
        format!("{title} of {name}: {} parts, time taken {} ({}).\n", one.parts.len(), took(one), one.id)
    };
    for file in added.files.iter().filter(|file| !file.reason.is_empty()) {
        text += &format!("{}: {}\n", file.name, file.reason);
    }
    text
}
