//! `assay scorecard show`.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::Rating;
use assay_engine::scorecards::{self, Scorecard};

use super::log;
use crate::failure::Result;
use crate::output::{
    Answer, blind_word, fields, heading, indented, level, list_or, moment, or, percent, score, table,
};
use crate::session::Session;

/// Shows all versions of what was submitted.
pub fn run(session: &Session, interview: InterviewId) -> Result<Answer> {
    let cards = scorecards::show(&session.store, session.viewer, session.now(), interview)?;
    let text: Vec<String> = cards.iter().map(shown).collect();
    Ok(Answer::of("scorecards", &cards, or(&text.join("\n"), "Not submitted yet.")))
}

/// When it was amended and why; empty for a first version.
fn amended(card: &Scorecard) -> String {
    let told = |why: &String| format!("{}, because: {why}", moment(card.submitted_at));
    card.amendment_reason.as_ref().map_or_else(String::new, told)
}

fn shown(card: &Scorecard) -> String {
    let of = &card.interview;
    let mut text = fields(&[
        ("Candidate", of.candidate_name.clone()),
        ("Assessment", of.assessment_title.clone()),
        ("By", by(card)),
        ("Submitted", format!("{}, version {}", moment(card.submitted_at), card.version)),
        ("Amended", amended(card)),
        ("When", card.timing.clone()),
        ("Score", score(card.score)),
        ("Assessed", percent(card.coverage)),
        ("Recommends", card.recommendation.to_string()),
        ("Rubric", format!("{}, version {}", card.rubric_id, card.rubric_version)),
        ("Id", card.id.to_string()),
    ]);
    text += "\n";
    text += &ratings(&card.ratings);
    for flag in &card.flags {
        text += &heading(&format!("Red flag: {}", flag.title));
        text += &indented(&flag.evidence);
    }
    text += &heading("Summary");
    text += &indented(&or(&card.summary, "None."));
    if !card.log.is_empty() {
        text += &heading("From the room");
        text += &indented(&log::lines(&card.log));
    }
    text
}

fn by(card: &Scorecard) -> String {
    let mut by = card.interview.person_name.clone();
    if !card.interview.independent {
        by += ", not independent";
    }
    by += blind_word(card.interview.blind);
    if let Some(name) = &card.typed_in_by {
        by += &format!(", typed in from paper by {name}");
    }
    by
}

fn ratings(ratings: &[Rating]) -> String {
    let row = |one: &Rating| {
        let cited = one.citations.iter().map(|citation| citation.address.as_str());
        [one.criterion.clone(), level(one.level), one.note.clone(), list_or(cited, "")]
    };
    let rows: Vec<_> = ratings.iter().map(row).collect();
    table(["criterion", "level", "note", "cites"], &rows, "Nothing was rated.")
}
