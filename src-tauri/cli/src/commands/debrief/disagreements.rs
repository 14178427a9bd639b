//! `assay debrief --disagreements`.

use assay_domain::ids::RoleId;
use assay_domain::scorecard::Citation;
use assay_engine::debriefs::{self, Disagreement, DisagreementSide, RoleDisagreements, SplitRecommendation};

use crate::failure::Result;
use crate::output::{Answer, heading, indented, left_out};
use crate::session::Session;

/// Where raters differ, the widest first.
pub fn run(session: &Session, role: RoleId) -> Result<Answer> {
    let found = debriefs::disagreements(&session.store, session.viewer, session.now(), role)?;
    Ok(with(Answer::of("disagreements", &found.disagreements, told(&found)), &found))
}

/// An answer with what is to be said beside the disagreements.
pub(super) fn with(answer: Answer, found: &RoleDisagreements) -> Answer {
    answer
        .with("recommendations", &found.recommendations)
        .with("compared", &found.compared)
        .with("rated_once", &found.rated_once)
        .with("left_out", &found.left_out)
}

/// What is to be said of them, each of them, and who is left out.
pub(super) fn told(found: &RoleDisagreements) -> String {
    format!("{}\n{}{}", found.sentence, shown(found), left_out(&found.left_out))
}

/// [`told`] with those criteria only on which levels are two or more apart, and where the others stand.
pub(super) fn widest(found: &RoleDisagreements) -> String {
    let (wide, near): (Vec<_>, Vec<_>) = found.disagreements.iter().cloned().partition(|one| one.gap >= 2);
    let text = told(&RoleDisagreements { disagreements: wide, ..found.clone() });
    if near.is_empty() {
        return text;
    }
    format!(
        "{text}\nWhat raters wrote where they are one level apart: `assay debrief ROLE --disagreements`.\n"
    )
}

/// Recommendations that are apart, then each criterion on which raters differ.
pub(super) fn shown(found: &RoleDisagreements) -> String {
    let mut text = String::new();
    for one in &found.recommendations {
        text += &split(one);
    }
    for one in &found.disagreements {
        text += &heading(&title(one));
        text += &indented(&one.sides.iter().map(side).collect::<String>());
    }
    text
}

fn title(one: &Disagreement) -> String {
    let levels = if one.gap == 1 { "1 level" } else { &format!("{} levels", one.gap) };
    format!("{}, {}: {}, {levels} apart", one.candidate_name, one.assessment_title, one.title)
}

fn split(one: &SplitRecommendation) -> String {
    let given = one.recommendations.iter().map(|given| {
        format!("{} after {}: {}\n", given.person, given.assessment_title, given.recommendation)
    });
    heading(&format!("{}: recommendations are {} steps apart", one.candidate_name, one.steps))
        + &indented(&given.collect::<String>())
}

fn side(side: &DisagreementSide) -> String {
    let mark = if side.independent { "" } else { " (not independent)" };
    let note = side.note.split_whitespace().collect::<Vec<_>>().join(" ");
    let note = if note.is_empty() { "no note" } else { &note };
    let cited: String = side.citations.iter().map(citation).collect();
    format!("{}{mark}: {}  {note}\n{}", side.person, side.level, indented(&cited))
}

/// A citation on its line.
pub(super) fn citation(one: &Citation) -> String {
    let quote = one.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("cites {}  {quote}\n", one.address)
}
