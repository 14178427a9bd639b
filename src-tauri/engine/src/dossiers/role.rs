//! The dossier of a role: who stands where and how sure that is, whether it survives other weights, whether the raters agree,
//! what was decided, every score down to its levels, every scorecard, and what is missing.

use std::collections::BTreeMap;

use assay_domain::document::{Cell, Column, Document, Table};
use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::measure::severity::Verdict;
use assay_domain::words::{counted, listed, percent};

use super::foot::{Head, sign};
use super::reading::Reading;
use super::words::{UNASSESSED, capital, day, exact, moment, title};
use super::{Dossier, asked, cards, charts, decided, missing, opened, plan, sums, words};
use crate::debriefs::{self, CompetencyMatrix, Debrief, DebriefRow, Explanation};
use crate::decisions::{self, Decision};
use crate::interviews::{self, Interview, InterviewQuery};
use crate::measures::{LeftOut, RoleAgreement, RoleOrder, RoleRobustness};
use crate::questions::{self, QuestionQuery};
use crate::roles::{self, RoleDetail};
use crate::rubrics::Shelf;
use crate::{Instant, Result, Store, Viewer, people};

/// The dossier of a role, under its newest plan. Applications that are closed to the viewer are left out and counted.
///
/// Errors: [`crate::EngineError::NotFound`].
pub fn role(store: &Store, viewer: Viewer, at: Instant, id: RoleId) -> Result<Dossier> {
    let role = roles::show(store, viewer, id)?;
    let Reading { debrief, order, matrix, robustness, agreement, explained } =
        Reading::of(store, viewer, at, id)?;
    let title = &role.summary.title;
    let mut document = Document::new(title, "Dossier of a role", at);
    let by = store.read(viewer, |conn| people::name(conn, viewer))?;
    facts(&mut document, &role, &order.left_out, &by);
    standing(&mut document, &debrief, &order, &matrix);
    robust(&mut document, &robustness);
    raters(&mut document, &order, &agreement);
    let query = QuestionQuery { role_id: id, application_id: None };
    asked::write(&mut document, &questions::list(store, viewer, at, query)?.questions, true);
    let made = decisions::of_role(store, viewer, at, id)?;
    let mut shelf = Shelf::new(store, viewer);
    one_by_one(&mut document, (store, viewer, at), id, &mut shelf, &explained, &made)?;
    let used = plan::used(&explained);
    plan::write(&mut document, &mut shelf, &role.plan, &role.plan_versions, used)?;
    let head = Head::of(store)?;
    document.heading(1, "Where this comes from");
    document.aside(&order.assumption);
    document.say(head.sentence());
    sign(&mut document, &head);
    Ok(Dossier { stem: words::stem(&[title, "dossier"]), document, warning: None, in_general: Vec::new() })
}

fn facts(document: &mut Document, role: &RoleDetail, left_out: &LeftOut, by: &str) {
    let one = &role.summary;
    let applications = format!(
        "{}, {} under way",
        counted(one.applications as usize, "candidate", "candidates"),
        one.active
    );
    document.facts([
        ("Level", one.seniority.title().to_owned()),
        ("Specialisation", one.specialisation.title().to_owned()),
        ("Opened", format!("{}{}", day(one.created_at), if one.open { "" } else { "; closed since" })),
        ("Candidates", applications),
        ("Plan", format!("version {}", one.plan_version)),
        ("Made", format!("{} by {by}", moment(document.made_at))),
    ]);
    document.say(&left_out.sentence);
    document.heading(2, "After six months");
    document.list(role.goals.clone());
    document.heading(2, "What is asked for");
    let asked = role.competencies.iter().map(|one| format!("{}: {}", one.title, one.expectation));
    document.list(asked.collect());
}

fn standing(document: &mut Document, debrief: &Debrief, order: &RoleOrder, matrix: &CompetencyMatrix) {
    document.heading(1, "Where the candidates stand");
    document.say(&debrief.order_note);
    plan::weights_changed(document, &debrief.plan_versions);
    document.chart(charts::order(order));
    document.aside(
        "A dot is the score on the scale of 1 to 5, the line its 95% interval. A bracket joins candidates whose order is less than \
         90% sure: they are not told apart. Where scores are corrected for the raters' severity, a ring shows the corrected one, \
         and the interval is that of the ring.",
    );
    document.table(overview(debrief));
    let pairs = order.plain.neighbours.iter().map(|pair| {
        let sure = pair.probability.map(|share| format!(" ({:.0}%)", 100.0 * share)).unwrap_or_default();
        format!("{} before {}: {}{sure}", pair.ahead_name, pair.behind_name, pair.words)
    });
    let pairs: Vec<String> = pairs.collect();
    if !pairs.is_empty() {
        document.heading(2, "How sure each order is");
        document.list(pairs);
        if !order.plain.closeness.is_empty() {
            document.say(&order.plain.closeness);
        }
    }
    document.heading(2, "By assessment");
    charts::heat(debrief).into_iter().for_each(|chart| document.chart(chart));
    document.heading(2, "By competency");
    document.aside("What all assessments together say of each competency, by the criteria that observe it.");
    charts::competencies(matrix).into_iter().for_each(|chart| document.chart(chart));
}

fn overview(debrief: &Debrief) -> Table {
    let columns = vec![
        Column::words("Candidate", 2.4),
        Column::words("Stage", 1.2),
        Column::figures("Score", 0.9),
        Column::figures("Assessed", 1.0),
        Column::figures("Red flags", 0.8),
        Column::figures("Open interviews", 1.0),
        Column::words("Decision", 1.2),
    ];
    let mut table = Table::new(columns);
    for row in &debrief.rows {
        table.row(overview_row(row));
    }
    table
}

fn overview_row(row: &DebriefRow) -> [Cell; 7] {
    let unknown = if row.closed { "closed" } else { UNASSESSED };
    let decision = row.decision.map(|kind| title(kind.as_str()));
    [
        Cell::strong(&row.candidate_name),
        capital(&row.stage_title).into(),
        Cell::or(exact(row.score), unknown),
        Cell::or(row.coverage.map(percent), unknown),
        Cell::or(row.flags.map(|flags| flags.to_string()), unknown),
        row.interviews_open.to_string().into(),
        Cell::or(decision, if row.closed { "closed" } else { "none yet" }),
    ]
}

fn robust(document: &mut Document, robustness: &RoleRobustness) {
    document.heading(1, "Under other weights");
    document.say(&robustness.sentence);
    // With one assessment every weighting is the same: shares of them would say nothing.
    if robustness.held.assessments.len() == 1 {
        return;
    }
    document.chart(charts::shares(robustness));
    if !robustness.rows.is_empty() {
        document.aside(format!(
            "A bar shows in which share of all possible weightings the candidate comes first, second and so on; near weights give \
             away at most {:.0}% of the weight.",
            100.0 * robustness.near_share
        ));
    }
    if robustness.rows.len() > 1 {
        for (of, above) in [
            ("all weightings", &robustness.above_all),
            ("weightings near the chosen one", &robustness.above_near),
        ] {
            document.heading(2, format!("Before each other, of {of}"));
            document.say("The share of them in which the candidate of the row is before that of the column.");
            charts::before(robustness, above).into_iter().for_each(|chart| document.chart(chart));
        }
    }
    if !robustness.incomplete.is_empty() {
        document.say(format!(
            "Not in it, for want of a score on every assessment held: {}.",
            robustness.incomplete.join(", ")
        ));
    }
    let columns = vec![
        Column::words("Assessment", 2.0),
        Column::figures("Weight", 0.8),
        Column::words("Nobody else is first from", 1.6),
        Column::words("Order and ties stay from", 1.6),
    ];
    let mut table = Table::new(columns);
    for one in &robustness.assessments {
        let range = |(low, high): (f64, f64)| format!("{:.0}% to {:.0}%", 100.0 * low, 100.0 * high);
        let weight = format!("{:.0}%", 100.0 * one.weight);
        table.row([
            one.title.as_str().into(),
            weight.into(),
            range(one.first_stays).into(),
            range(one.order_stays).into(),
        ]);
    }
    document.table(table);
}

fn raters(document: &mut Document, order: &RoleOrder, agreement: &RoleAgreement) {
    document.heading(1, "The raters");
    for (one, agreed) in order.assessments.iter().zip(&agreement.assessments) {
        document.heading(2, &one.title);
        document.lead("Severity:", &one.sentence);
        let sets: Vec<String> = one.sets().iter().map(|set| listed(set)).collect();
        if !sets.is_empty() {
            document.lead("Who can be compared, within each of these sets only:", sets.join("; ") + ".");
        }
        if let Some(figures) = &agreed.all {
            document.lead("Agreement:", &figures.sentence);
        }
        if one.verdict.is_some_and(Verdict::corrects) {
            document.chart(charts::offsets(one));
            let untold = one.raters.iter().filter(|rater| !rater.untold.is_empty());
            untold.for_each(|rater| document.say(format!("How strict {} is {}.", rater.name, rater.untold)));
        }
    }
    document.aside(
        "Points above nought are lenient, below strict, on the scale of 1 to 5; the line is two standard deviations to each side.",
    );
}

/// Each candidate: the debrief, the decision, the score unfolded, every scorecard, what is missing.
fn one_by_one(
    document: &mut Document,
    reader: (&Store, Viewer, Instant),
    role: RoleId,
    shelf: &mut Shelf<'_>,
    explained: &[Explanation],
    made: &[Decision],
) -> Result<()> {
    let (store, viewer, at) = reader;
    let openings = store.read(viewer, |conn| debriefs::openings(conn, role))?;
    let query = InterviewQuery { role_id: Some(role), ..InterviewQuery::default() };
    let mut interviews: BTreeMap<ApplicationId, Vec<Interview>> = BTreeMap::new();
    for one in interviews::list(store, viewer, &query)? {
        interviews.entry(one.application_id).or_default().push(one);
    }
    document.heading(1, "Candidate by candidate");
    for explanation in explained {
        let id = explanation.application_id;
        document.heading(2, &explanation.candidate_name);
        document.lead("Debrief:", opened::told(openings.get(&id)));
        let own = made.iter().filter(|one| one.application_id == id && !one.taken_back);
        own.for_each(|one| decided::write(document, one));
        sums::write(document, explanation, 3);
        cards::write(document, store, viewer, at, shelf, explanation, 3)?;
        missing::write(document, 3, interviews.get(&id).map_or(&[], Vec::as_slice), explanation);
    }
    Ok(())
}
