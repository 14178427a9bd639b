//! `assay debrief --of` and `--open`: the debrief of one application, in the order in which it is held.

use assay_domain::ids::ApplicationId;
use assay_engine::debriefs::{self, ApplicationDebrief, ExplainedCriterion};
use assay_engine::scorecards::Scorecard;

use super::{absences, disagreements, explain, flags, weights_changed};
use crate::failure::Result;
use crate::output::{Answer, heading, indented, moment, or};
use crate::session::Session;

/// Opens the debrief.
pub fn open(session: &Session, application: ApplicationId) -> Result<Answer> {
    let done = debriefs::open(&session.store, session.viewer, session.now(), application)?;
    let text = format!(
        "The debrief is open since {}. Amendments from now on say that they came after it.",
        moment(done.value.at)
    );
    Ok(Answer::done("opening", &done, text))
}

/// Walks through it.
pub fn run(session: &Session, application: ApplicationId) -> Result<Answer> {
    let found = debriefs::application(&session.store, session.viewer, session.now(), application)?;
    Ok(Answer::of("debrief", &found, shown(&found)))
}

fn shown(found: &ApplicationDebrief) -> String {
    let opened = found.opening.as_ref().map_or_else(
        || "The debrief is not opened yet.".to_owned(),
        |opening| format!("The debrief was opened by {}, {}.", opening.by, moment(opening.at)),
    );
    let mut text = format!("{}, {}\n{opened}\n", found.row.candidate_name, found.role_title);
    text += &weights_changed(&found.plan_versions);
    text += &heading("1. WHAT IS MISSING");
    text += &absences::shown(&found.absences);
    text += &heading("2. EVIDENCE, BEFORE ANY LEVEL");
    text += &evidence(found);
    let raised: String = found.flags.iter().map(flags::shown).collect();
    text += &or(&raised, "\nNo red flag was raised.\n");
    text += &heading("3. WHERE RATERS DIFFER");
    text += &format!("{}\n{}", found.disagreements.sentence, disagreements::shown(&found.disagreements));
    text += &heading("4. RATINGS");
    text += &explain::shown(&found.explanation);
    text += &heading("5. OPEN QUESTIONS");
    let open = found.questions.iter().filter(|one| one.closed_at.is_none());
    let open: String = open.map(|one| format!("- {} ({})\n", one.question, one.asked_by)).collect();
    text += &or(&open, "None is open.\n");
    text += &heading("6. WHAT A DECISION WOULD REST ON");
    text + &found.ground.context
}

/// Every note and citation, criterion by criterion, without the levels.
fn evidence(found: &ApplicationDebrief) -> String {
    let mut text = String::new();
    for part in found.explanation.parts.iter().filter(|part| !part.scorecards.is_empty()) {
        text += &heading(&part.title);
        for criterion in &part.criteria {
            text += &indented(&noted(criterion, &part.scorecards));
        }
        let summaries = part.scorecards.iter().filter(|card| !card.summary.is_empty());
        let summaries: String = summaries
            .map(|card| format!("{} in short: {}\n", card.interview.person_name, card.summary))
            .collect();
        text += &indented(&summaries);
    }
    text
}

fn noted(criterion: &ExplainedCriterion, cards: &[Scorecard]) -> String {
    let mut text = format!("{}\n", criterion.title);
    for card in cards {
        let Some(rating) = card.ratings.iter().find(|rating| rating.criterion == criterion.criterion) else {
            continue;
        };
        let note = rating.note.split_whitespace().collect::<Vec<_>>().join(" ");
        text += &format!("  {}: {}\n", card.interview.person_name, or(&note, "no note"));
        let cited: String = rating.citations.iter().map(disagreements::citation).collect();
        text += &indented(&indented(&cited));
    }
    text
}
