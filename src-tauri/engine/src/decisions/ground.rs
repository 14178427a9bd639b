//! What a decision would rest on now: the figures, who is not told apart, what is missing and open. With it the
//! context of the decision's record begins, and the ways that are open are offered as its options; a person reads, changes
//! and chooses them.

use std::collections::BTreeSet;

use assay_domain::decision::DecisionKind;
use assay_domain::ending::EndReason;
use assay_domain::ids::{ApplicationId, ScorecardId};
use assay_domain::scorecard::Recommendation;
use assay_domain::stage::Stage;
use assay_domain::words::{counted, decimal, percent, range};
use rusqlite::Connection;
use serde::Serialize;

use super::missing::{Missing, held, open_interviews};
use crate::debriefs::gather::{Applicant, Card};
use crate::interviews::{self, Interview};
use crate::measures::{self, LeftOut, Model, OrderRow, Ranked, Ranking, Whole};
use crate::questions::{self, OpenQuestion};
use crate::{EngineError, Instant, Result, Store, Viewer, applications, independence, plans, roles};

/// How the line of the figures begins; [`super::others`] tells the lines of a record apart by these.
pub(super) const FIGURES: &str = "Plan version ";
/// How a line of those who are not told apart begins.
pub(super) const APART: &str = "Not told apart from ";
/// How an option to take somebody else ends.
pub(super) const INSTEAD: &str = " instead, who is not told apart";

/// What a decision on an application would rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DecisionGround {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Where the application stands.
    pub stage: Stage,
    /// The newest plan version.
    pub plan_version: u32,
    /// Weighted mean on the scale of 1 to 5.
    pub score: Option<f64>,
    /// 95% interval, inside the scale.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
    /// Share of the plan's weight that was assessed, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// Names of the candidates under way who are not told apart from this one.
    pub not_told_apart: Vec<String>,
    /// Those who are not told apart and whose application has ended, hired first, each with the stage: `Al Fixture (hired)`.
    pub not_told_apart_ended: Vec<String>,
    /// Interviews that are still open.
    pub interviews_open: u32,
    /// What is missing for a decision that ends the application, in sentences; to be asked about before one is made.
    pub missing: Vec<String>,
    /// Questions that are still open.
    pub questions: Vec<String>,
    /// The scorecards that count.
    pub scorecard_ids: Vec<ScorecardId>,
    /// All of it in words: what the record's context begins with.
    pub context: String,
    /// The ways that are open, to be offered as options of the record.
    pub options: Vec<GroundOption>,
}

/// A way that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GroundOption {
    /// The kind of decision that it would be; `None` where it is about somebody or something else.
    pub kind: Option<DecisionKind>,
    /// Whether it would end the application, and cancel its open interviews.
    pub ends: bool,
    /// In words.
    pub option: String,
}

impl DecisionGround {
    /// What is missing for a decision of one kind: nothing where it does not end the application.
    pub fn missing_for(&self, kind: DecisionKind) -> &[String] {
        let ends = self.options.iter().any(|one| one.kind == Some(kind) && one.ends);
        if ends { &self.missing } else { &[] }
    }
}

/// What a decision on the application would rest on, under the newest plan. Whoever reads it is noted as having read ratings
/// of the applications of the role that are open to them.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there.
pub fn ground(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<DecisionGround> {
    let (ground, seen) = store.read(viewer, |conn| {
        let role = interviews::role_of(conn, application)?;
        independence::ensure_open(conn, viewer, application)?;
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        let asked = questions::of_application(conn, application)?;
        let seen = model.seen(viewer).into_iter().chain(questions::seen(&asked, viewer)).collect::<Vec<_>>();
        Ok((of_model(conn, viewer, &model, &Whole::of(&model).plain, &asked, application)?, seen))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(ground)
}

/// [`ground`] from a role's model with its order, and the application's questions. The caller has asked law 4.
pub(crate) fn of_model(
    conn: &Connection,
    viewer: Viewer,
    model: &Model,
    order: &Ranking,
    asked: &[OpenQuestion],
    application: ApplicationId,
) -> Result<DecisionGround> {
    let place = model.place(application).ok_or_else(|| EngineError::not_found("application", application))?;
    let who = model.applicant(place);
    let questions: Vec<String> =
        asked.iter().filter(|one| one.closed_at.is_none()).map(|one| one.question.clone()).collect();
    let open = open_interviews(conn, viewer, application)?;
    let cards: Vec<&Card> =
        model.material.cards.iter().filter(|card| card.application == application).collect();
    let tied = tied(model, order, application);
    let (active, over): (Vec<&Applicant>, Vec<&Applicant>) =
        tied.into_iter().partition(|one| one.stage.is_active());
    let not_told_apart: Vec<String> = active.into_iter().map(|one| one.name.clone()).collect();
    let not_told_apart_ended = ended_with(over);
    let total = measures::order_row(model, place);
    let alike = Alike { under_way: &not_told_apart, ended: &not_told_apart_ended };
    let mut context = context(model, &total, &cards, &alike, &open, &questions);
    let mut options = ways(conn, application, who.stage)?;
    if who.stage.is_active() {
        options.extend(beside(&not_told_apart, &open));
    } else {
        context = format!("{}\n{context}", ended(conn, application)?);
    }
    Ok(DecisionGround {
        application_id: application,
        candidate_name: who.name.clone(),
        stage: who.stage,
        plan_version: model.plan.version,
        score: total.raw,
        interval: total.interval,
        coverage: total.coverage,
        missing: Missing { unscored: total.raw.is_none(), open: &open }.before(),
        interviews_open: measures::count(open.len()),
        scorecard_ids: cards.iter().map(|card| card.id).collect(),
        not_told_apart,
        not_told_apart_ended,
        questions,
        context,
        options,
    })
}

/// Those who share a group with the application, best first.
fn tied<'a>(model: &'a Model, order: &Ranking, application: ApplicationId) -> Vec<&'a Applicant> {
    let Some(own) = order.rows.iter().find(|row| row.application_id == application) else {
        return Vec::new();
    };
    let shares = |row: &&Ranked| row.bands.iter().any(|band| own.bands.contains(band));
    let others = order.rows.iter().filter(|row| row.application_id != application).filter(shares);
    others.filter_map(|row| Some(model.applicant(model.place(row.application_id)?))).collect()
}

/// Those whose application has ended, hired first, each with the stage as the role calls it.
fn ended_with(mut over: Vec<&Applicant>) -> Vec<String> {
    over.sort_by_key(|one| one.stage.position());
    over.into_iter().map(|one| format!("{} ({})", one.name, one.stage_title)).collect()
}

/// Who is not told apart from the candidate.
struct Alike<'a> {
    under_way: &'a [String],
    ended: &'a [String],
}

impl Alike<'_> {
    fn sentences(&self) -> Vec<String> {
        let both = [(self.under_way, "."), (self.ended, ": no longer under way.")];
        let named = both.into_iter().filter(|(names, _)| !names.is_empty());
        named.map(|(names, end)| format!("{APART}{}{end}", names.join(", "))).collect()
    }
}

fn context(
    model: &Model,
    total: &OrderRow,
    cards: &[&Card],
    alike: &Alike<'_>,
    open: &[Interview],
    questions: &[String],
) -> String {
    let mut lines = vec![figures(model.plan.version, total, cards)];
    lines.extend(recommendations(cards));
    lines.extend(alike.sentences());
    let closed = LeftOut::of(model.closed()).sentence;
    lines.extend((!closed.is_empty()).then_some(closed));
    if !open.is_empty() {
        lines.push(format!("Still open: {}.", held(open)));
    }
    let flags: u32 = cards.iter().map(|card| card.flags).sum();
    if flags > 0 {
        lines.push(format!("{flags} red {} raised.", if flags == 1 { "flag was" } else { "flags were" }));
    }
    if !questions.is_empty() {
        lines.push(format!("Open questions: {}", questions.join(" ")));
    }
    lines.join("\n")
}

fn figures(plan_version: u32, total: &OrderRow, cards: &[&Card]) -> String {
    let Some(score) = total.raw else {
        return format!("{FIGURES}{plan_version}. Nothing has been rated, so there is no score.");
    };
    let interval = total.interval.map_or_else(String::new, |ends| format!(" (95%: {})", range(ends, 1)));
    let raters: BTreeSet<_> = cards.iter().map(|card| card.person).collect();
    format!(
        "{FIGURES}{plan_version}. Score {}{interval}; {} of the plan's weight assessed, by {} of {}.",
        decimal(score, 1),
        percent(total.coverage),
        counted(cards.len(), "scorecard", "scorecards"),
        counted(raters.len(), "person", "people"),
    )
}

fn recommendations(cards: &[&Card]) -> Option<String> {
    let counted = Recommendation::ALL.iter().rev().filter_map(|step| {
        let count = cards.iter().filter(|card| card.recommendation == *step).count();
        (count > 0).then(|| format!("{count} {}", step.as_str().replace('-', " ")))
    });
    let counted: Vec<String> = counted.collect();
    (!counted.is_empty()).then(|| format!("Recommended: {}.", counted.join(", ")))
}

/// The decisions that can be made from a stage, by the names that the role gives its stages. What has ended takes none until
/// it is under way again.
fn ways(conn: &Connection, application: ApplicationId, stage: Stage) -> Result<Vec<GroundOption>> {
    if !stage.is_active() {
        let again = "Move it back to a stage that is under way, with a reason".into();
        return Ok(vec![GroundOption { kind: None, ends: false, option: again }]);
    }
    let kind = |kind, ends, option: String| GroundOption { kind: Some(kind), ends, option };
    let mut options = Vec::new();
    let role = interviews::role_of(conn, application)?;
    if let Some(next) = roles::next_stage(conn, role, stage)? {
        let name = roles::stage_name(conn, role, next)?;
        options.push(kind(DecisionKind::Advance, !next.is_active(), format!("Advance to {name}")));
    }
    options.extend([
        kind(DecisionKind::Hire, true, "Hire now".into()),
        kind(DecisionKind::Hold, false, "Hold, and decide later".into()),
        kind(DecisionKind::Reject, true, "Reject".into()),
    ]);
    Ok(options)
}

/// How an application ended: the stage, the reason of the list, and the words.
fn ended(conn: &Connection, application: ApplicationId) -> Result<String> {
    let of = applications::get(conn, application)?;
    let stage = roles::stage_name(conn, of.role_id, of.stage)?;
    let last = of.history.last();
    let kind = last.and_then(|one| one.why).map(EndReason::title);
    let words = last.map(|one| one.reason.as_str()).filter(|words| !words.is_empty());
    let told: Vec<&str> = kind.into_iter().chain(words).collect();
    let told = if told.is_empty() { String::new() } else { format!(": {}", told.join("; ")) };
    Ok(format!("The application has ended ({stage}){told}."))
}

/// What is open beside a decision on the application itself: waiting, or somebody else.
fn beside(not_told_apart: &[String], open: &[Interview]) -> Vec<GroundOption> {
    let other = |option| GroundOption { kind: None, ends: false, option };
    let waits = by_assessment(open).into_iter();
    let mut options: Vec<GroundOption> =
        waits.map(|(title, people)| other(format!("Wait for {title} ({})", people.join(", ")))).collect();
    let tied = |name: &String| other(format!("Take {name}{INSTEAD}"));
    options.extend(not_told_apart.iter().take(NAMED).map(tied));
    options
}

/// Candidates who are not told apart that stand among the options at most; the context names all.
const NAMED: usize = 3;

/// Who holds the open interviews of each assessment.
fn by_assessment(open: &[Interview]) -> Vec<(&str, Vec<&str>)> {
    let mut grouped: Vec<(&str, Vec<&str>)> = Vec::new();
    for one in open {
        match grouped.iter_mut().find(|(title, _)| *title == one.assessment_title) {
            Some((_, people)) => people.push(&one.person_name),
            None => grouped.push((&one.assessment_title, vec![&one.person_name])),
        }
    }
    grouped
}
