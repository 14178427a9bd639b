//! `assay question`: what is still to be found out about an application.

use assay_domain::ids::QuestionId;
use assay_engine::applications;
use assay_engine::questions::{self, OpenQuestion, OpenQuestions, QuestionQuery};
use clap::Subcommand;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, date, left_out, table};
use crate::session::Session;

/// Commands on open questions.
#[derive(Debug, Subcommand)]
pub enum Question {
    /// Add a question
    Add {
        /// The application: its id, or its candidate
        application: String,
        /// What is still to be found out
        question: String,
        /// The role, where the candidate has several applications
        #[arg(long)]
        role: Option<String>,
    },
    /// Close a question
    Close {
        /// Its id
        id: QuestionId,
        /// What was found out, or why it is open no more
        #[arg(long)]
        answer: String,
    },
    /// The questions of a role, open ones first
    List {
        /// The role
        role: String,
        /// One application of it: its id, or its candidate
        #[arg(long)]
        application: Option<String>,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Question) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    match command {
        Question::Add { application, question, role } => {
            let id = names::application(session, &application, role.as_deref())?;
            let done = questions::add(store, viewer, session.now(), id, &question)?;
            let name = applications::show(store, viewer, id)?.candidate_name;
            Ok(Answer::done("question", &done, format!("Asked about {name}: {}", done.value.question)))
        }
        Question::Close { id, answer } => {
            let done = questions::close(store, viewer, session.now(), id, &answer)?;
            Ok(Answer::done("question", &done, format!("Closed: {}", done.value.question)))
        }
        Question::List { role, application } => {
            let application =
                application.map(|text| names::application(session, &text, Some(&role))).transpose()?;
            let role = names::role(session, &role)?;
            let query = QuestionQuery { role_id: role.id, application_id: application };
            let found = questions::list(store, viewer, session.now(), query)?;
            let text = shown(&found);
            Ok(Answer::of("questions", &found.questions, text).with("left_out", &found.left_out))
        }
    }
}

fn shown(found: &OpenQuestions) -> String {
    let row = |one: &OpenQuestion| {
        let answer = match (&one.closed_at, &one.closed_by) {
            (Some(at), Some(by)) => format!("{} ({by}, {})", one.answer, date(*at)),
            _ => "open".to_owned(),
        };
        [one.candidate_name.clone(), one.question.clone(), one.asked_by.clone(), answer, one.id.to_string()]
    };
    let rows: Vec<_> = found.questions.iter().map(row).collect();
    table(["candidate", "question", "asked by", "answer", "id"], &rows, "No open question.")
        + &left_out(&found.left_out)
}
