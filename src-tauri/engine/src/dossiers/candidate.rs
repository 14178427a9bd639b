//! The dossier of one candidacy: decision, score down to levels and weights, every scorecard, what is missing, the plan.

use assay_domain::document::{Cell, Column, Document, Table};
use assay_domain::ids::ApplicationId;
use assay_domain::words::{counted, decimal, percent, range};

use super::foot::{Head, sign};
use super::words::{capital, day, moment, score};
use super::{Dossier, asked, cards, charts, decided, missing, opened, plan, sums, words};
use crate::applications::{self, Application};
use crate::debriefs::{self, Explanation};
use crate::decisions::{self, Decision};
use crate::interviews::{self, InterviewQuery};
use crate::questions::{self, QuestionQuery};
use crate::rubrics::Shelf;
use crate::{Instant, Result, Store, Viewer, people, roles};

/// The dossier of an application, under the role's newest plan.
///
/// Errors: [`crate::EngineError::ClosedToViewer`] while the viewer holds an open interview there,
/// [`crate::EngineError::NotFound`].
pub fn candidate(store: &Store, viewer: Viewer, at: Instant, id: ApplicationId) -> Result<Dossier> {
    let explanation = debriefs::explain(store, viewer, at, id, None)?;
    let application = applications::show(store, viewer, id)?;
    let role = roles::show(store, viewer, application.role_id)?;
    let made = decisions::of_application(store, viewer, at, id)?;
    let name = &explanation.candidate_name;
    let mut document = Document::new(name, format!("Dossier of a candidacy: {}", application.role_title), at);
    let by = store.read(viewer, |conn| people::name(conn, viewer))?;
    facts(&mut document, &explanation, &application, &by);
    plan::weights_changed(&mut document, &role.plan_versions);
    document.chart(charts::parts(&explanation));
    document.heading(1, "Debrief");
    let opening = store.read(viewer, |conn| debriefs::opening(conn, id))?;
    document.say(opened::told(opening.as_ref()));
    decisions(&mut document, &made, &explanation);
    document.heading(1, "The score, down to levels and weights");
    sums::write(&mut document, &explanation, 2);
    let mut shelf = Shelf::new(store, viewer);
    if explanation.parts.iter().any(|part| !part.scorecards.is_empty()) {
        document.heading(1, "Scorecards");
        cards::write(&mut document, store, viewer, at, &mut shelf, &explanation, 2)?;
    }
    let query = InterviewQuery { application_id: Some(id), ..InterviewQuery::default() };
    missing::write(&mut document, 1, &interviews::list(store, viewer, &query)?, &explanation);
    document.aside("What was not assessed is unknown. It counts as nothing, not as nought.");
    let query = QuestionQuery { role_id: application.role_id, application_id: Some(id) };
    asked::write(&mut document, &questions::list(store, viewer, at, query)?.questions, false);
    let used = plan::used(std::slice::from_ref(&explanation));
    plan::write(&mut document, &mut shelf, &role.plan, &role.plan_versions, used)?;
    history(&mut document, &application);
    let head = Head::of(store)?;
    document.heading(1, "Where this comes from");
    document.say(head.sentence());
    sign(&mut document, &head);
    let stem = words::stem(&[name, &application.role_title, "dossier"]);
    Ok(Dossier { document, stem, warning: None, in_general: Vec::new() })
}

fn facts(document: &mut Document, explanation: &Explanation, application: &Application, by: &str) {
    let total = &explanation.total;
    let of = if total.corrected.is_some() { " of the corrected score" } else { "" };
    let sure = total.interval.map(|ends| format!("{}, 95% interval{of}", range(ends, 1)));
    let corrected = total.corrected.map(|corrected| decimal(corrected, 1)).unwrap_or_default();
    document.facts([
        ("Role", application.role_title.clone()),
        ("Stage", format!("{}, since {}", capital(&application.stage_title), day(application.since))),
        ("Score", format!("{} on the scale of 1 to 5", score(explanation.score))),
        ("How sure", sure.unwrap_or_else(|| "unknown: nothing has been rated yet".into())),
        ("Corrected for the raters' severity", corrected),
        ("Assessed", format!("{} of the plan's weight", percent(explanation.coverage))),
        ("Plan", format!("version {}", explanation.plan_version)),
        ("Made", format!("{} by {by}", moment(document.made_at))),
    ]);
}

fn decisions(document: &mut Document, made: &[Decision], explanation: &Explanation) {
    document.heading(1, "Decision");
    if made.is_empty() {
        document.say("Nobody has decided yet.");
    }
    for one in made {
        decision(document, one, explanation);
    }
}

/// One decision, as it was made.
fn decision(document: &mut Document, one: &Decision, explanation: &Explanation) {
    decided::write(document, one);
    let cards =
        explanation.parts.iter().flat_map(|part| part.scorecards.iter().map(move |card| (part, card)));
    let named: Vec<String> = cards
        .filter(|(_, card)| one.rests_on.contains(&card.id))
        .map(|(part, card)| {
            format!("{} by {}, version {}", part.title, card.interview.person_name, card.version)
        })
        .collect();
    let other = one.rests_on.len() - named.len();
    let other = (other > 0)
        .then(|| format!("{}, amended since", counted(other, "earlier version", "earlier versions")));
    let rests: Vec<String> = named.into_iter().chain(other).collect();
    let rests = if rests.is_empty() { "no scorecard".to_owned() } else { rests.join("; ") };
    document.lead("Rests on:", format!("{rests}."));
}

fn history(document: &mut Document, application: &Application) {
    document.heading(1, "How the application came here");
    let columns = vec![
        Column::words("When", 1.2),
        Column::words("To", 1.0),
        Column::words("By", 1.4),
        Column::words("Why", 3.0),
    ];
    let mut table = Table::new(columns);
    for one in &application.history {
        table.row([
            moment(one.at).into(),
            Cell::from(capital(&one.to_title)),
            one.by.as_str().into(),
            one.reason.as_str().into(),
        ]);
    }
    document.table(table);
}
