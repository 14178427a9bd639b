//! `assay scorecard form`.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::Recommendation;
use assay_engine::scorecards::{self, Draft, Form};
use serde_json::{Value, json};

use super::super::rubric;
use super::log;
use crate::failure::Result;
use crate::output::{Answer, fields, heading, indented};
use crate::session::Session;

/// Shows what to rate, with the viewer's draft as a scorecard to fill in.
pub fn run(session: &Session, interview: InterviewId) -> Result<Answer> {
    Ok(answer(&scorecards::form(&session.store, session.viewer, interview)?))
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
    text += &format!("\n{}", rubric::shown(&form.rubric));
    text += &heading(&format!("Expected at this level, {}", form.seniority.title()));
    for criterion in &form.rubric.criteria {
        let expected = criterion.expected.get(form.seniority);
        let level = expected.level;
        text += &indented(&format!("{}: level {level}. {}\n", criterion.title, expected.text));
        text += &indented(&indented(
            &criterion.look_for.iter().map(|one| format!("- {one}\n")).collect::<String>(),
        ));
    }
    text += &format!("\nRecommendations: {}.\n", all_words(Recommendation::ALL));
    text += "Levels go from 1 up; 0 says \"not assessed\", on purpose. With --json this holds a \"scorecard\" to fill in.\n";
    if !form.draft.log.is_empty() {
        text += &heading("From the room");
        text += &indented(&log::lines(&form.draft.log));
    }
    Answer::of("form", form, text).with("scorecard", &blank(&form.draft))
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
