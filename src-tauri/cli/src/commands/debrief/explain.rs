//! `assay debrief --explain`: a score opened down to the ratings, notes and weights.

use assay_domain::ids::ApplicationId;
use assay_domain::words::decimal;
use assay_engine::debriefs::{self, ExplainedAssessment, ExplainedCriterion, Explanation};
use assay_engine::scorecards::Scorecard;

use crate::commands::scorecard::log;
use crate::failure::Result;
use crate::output::{Answer, heading, indented, level, percent, score};
use crate::session::Session;

/// Opens the score of one application.
pub fn run(session: &Session, application: ApplicationId, plan_version: Option<u32>) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let explanation = debriefs::explain(store, viewer, session.now(), application, plan_version)?;
    Ok(Answer::of("explanation", &explanation, shown(&explanation)))
}

/// The sum, then each assessment with its criteria, ratings and notes.
pub(super) fn shown(explanation: &Explanation) -> String {
    let mut text = format!(
        "{}, plan version {}: {}, {} of the plan assessed\n{}\n",
        explanation.candidate_name,
        explanation.plan_version,
        score(explanation.score),
        percent(explanation.coverage),
        explanation.sentence
    );
    for part in &explanation.parts {
        text += &heading(&title(part));
        for card in part.scorecards.iter().filter(|card| !card.timing.is_empty()) {
            text += &indented(&amended(card));
        }
        if !part.comes_from.is_empty() {
            text += &indented(&part.comes_from);
        }
        if !part.versions.is_empty() {
            text += &indented(&part.versions);
        }
        for criterion in &part.criteria {
            text += &indented(&lines(criterion));
        }
        for card in part.scorecards.iter().filter(|card| !card.log.is_empty()) {
            let log = log::lines(&card.log);
            text += &indented(&format!("From the room, {}:\n{}", card.interview.person_name, indented(&log)));
        }
    }
    text
}

fn title(part: &ExplainedAssessment) -> String {
    let counted = match part.score {
        Some(_) => format!("counts {}", percent(part.weight_used)),
        None => "does not count".into(),
    };
    format!("{}: {} (weight {}%, {counted})", part.title, score(part.score), part.weight)
}

/// Which version of a scorecard counts, whether it came before or after the debrief, and why it was amended.
fn amended(card: &Scorecard) -> String {
    let why = card.amendment_reason.as_ref().map_or_else(String::new, |why| format!(" Why: {why}"));
    format!("{}, version {}: {}{why}", card.interview.person_name, card.version, card.timing)
}

fn lines(criterion: &ExplainedCriterion) -> String {
    let mean = criterion.mean.map_or_else(|| "not assessed".into(), |mean| decimal(mean, 1));
    let gap = match criterion.gap {
        Some(gap) if gap >= 2 => format!(", GAP of {gap} levels"),
        _ => String::new(),
    };
    let only = criterion.version.map_or_else(String::new, |version| format!(", in version {version} only"));
    let mut text = format!("{}: {mean} (weight {}{only}{gap})\n", criterion.title, criterion.weight);
    for rating in &criterion.ratings {
        let note = rating.note.split_whitespace().collect::<Vec<_>>().join(" ");
        text += &format!("  {}: {}  {note}\n", rating.person, level(rating.level));
    }
    text
}
