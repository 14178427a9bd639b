//! `assay scorecard form`.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use assay_domain::file_words::{self, FileUse};
use assay_domain::ids::InterviewId;
use assay_domain::scorecard::{RAISE_WORDS, Recommendation};
use assay_engine::scorecards::{self, Draft, Form};
use serde_json::{Value, json};

use super::super::rubric;
use super::log;
use crate::failure::{Failure, Result};
use crate::output::{Answer, fields, heading, indented};
use crate::session::Session;

/// Shows what to rate, with the viewer's draft as a scorecard to fill in; or writes that into a file. `amend`: what was submitted
/// stands in it.
pub fn run(session: &Session, interview: InterviewId, out: Option<&Path>, amend: bool) -> Result<Answer> {
    let of = if amend { scorecards::amend_form } else { scorecards::form };
    let form = of(&session.store, session.viewer, interview).map_err(|error| {
        let own = !amend && scorecards::amend_form(&session.store, session.viewer, interview).is_ok();
        let hint = format!(
            "It is yours: `assay scorecard form {interview} --amend` gives it filled in, to be amended."
        );
        if own { Failure::refused(error.to_string(), hint) } else { error.into() }
    })?;
    let Some(path) = out else { return Ok(answer(&form)) };
    let text = format!("{:#}\n", blank(&form.draft));
    let written = File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::refused(
            format!("{} is there already", path.display()),
            "Name a file that is not there yet.",
        ),
        _ => Failure::refused(
            format!("{} cannot be written: {}", path.display(), file_words::told(&error)),
            file_words::advice(&error, FileUse::Writing),
        ),
    })?;
    let shown = path.display();
    let text = if amend { begun(&form, path) } else { empty(&form, path) };
    Ok(Answer::of("path", &shown.to_string(), text))
}

/// What to do with a form to be filled in.
fn empty(form: &Form, path: &Path) -> String {
    let (shown, interview) = (path.display(), form.interview.id);
    format!(
        "{shown}: fill in a level (0 says \"not assessed\") and a note for each of {} criteria, and a recommendation ({}).\n\
         {}\n\
         `assay scorecard check {interview} --file {shown}` says what is missing, `submit` hands it in.\n",
        form.rubric.criteria.len(),
        all_words(Recommendation::ALL),
        notes()
    )
}

/// What to do with a form that holds what was submitted.
fn begun(form: &Form, path: &Path) -> String {
    let (shown, interview) = (path.display(), form.interview.id);
    format!(
        "{shown}: what you submitted of {}. Change what was wrong; what was noted in the room stays as it is.\n\
         `assay scorecard amend {interview} --file {shown} --reason \"...\"` submits it as a later version; the first is kept.\n",
        form.interview.candidate_name
    )
}

/// A form as text, and in JSON with the scorecard to fill in.
pub fn answer(form: &Form) -> Answer {
    let of = &form.interview;
    let mut text = fields(&[
        ("Candidate", of.candidate_name.clone()),
        ("Role", format!("{}, {}", of.role_title, form.seniority.title())),
        ("Assessment", format!("{}, {} minutes", of.assessment_title, of.minutes)),
        ("Held by", of.person_name.clone()),
    ]);
    text += &format!("\n{}", rubric::shown(&form.rubric, &[form.seniority]));
    text += &format!("\nRecommendations: {}.\n", all_words(Recommendation::ALL));
    text += &format!("{}\n", notes());
    text += "Levels go from 1 up; 0 says \"not assessed\", on purpose. With --json this holds a \"scorecard\" to fill in.\n";
    if !form.draft.log.is_empty() {
        text += &heading("From the room");
        text += &indented(&log::lines(&form.draft.log));
    }
    Answer::of("form", form, text).with("scorecard", &blank(&form.draft))
}

/// What a note is for.
fn notes() -> String {
    format!(
        "A note says what the candidate said or did, not an impression; below the expected level it also says, after \
         \"{RAISE_WORDS}\", what would have."
    )
}

fn all_words(all: &[Recommendation]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The draft in the form in which a scorecard is handed in.
fn blank(draft: &Draft) -> Value {
    let flags: Vec<Value> =
        draft.flags.iter().map(|one| json!({"flag": one.flag, "evidence": one.evidence})).collect();
    json!({
        "ratings": draft.ratings, "flags": flags, "summary": draft.summary,
        "recommendation": draft.recommendation, "log": draft.log,
    })
}
