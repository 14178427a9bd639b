//! The order of a role's applications: plain and corrected for the raters' severity side by side, and how sure it is.

mod assessment;
mod whole;

pub(crate) use assessment::rater_offsets;
pub use assessment::{AssessmentOrder, AssessmentRow, CriterionMean, Deviations, RaterOffset};
pub use whole::Correction;
pub(crate) use whole::Whole;

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, RoleId};
use assay_domain::measure::severity::Verdict;
use assay_domain::measure::total::{Assessment, interval};
use assay_domain::words::{decimal, percent};
use rusqlite::Connection;
use serde::Serialize;

use self::assessment::assessment;
use super::ranking::Ranking;
use super::{LeftOut, Model};
use crate::plans::{self, PlanAssessment};
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// The order of a role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleOrder {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// The plan version whose weights are used.
    pub plan_version: u32,
    /// Applications left out.
    pub left_out: LeftOut,
    /// What correcting for severity does.
    pub correction: Correction,
    /// The same in a sentence or two.
    pub sentence: String,
    /// What the totals take for granted.
    pub assumption: String,
    /// By plain score, best first; then those without a score, by name. Nothing is re-ranked by the correction.
    pub rows: Vec<OrderRow>,
    /// The order by plain scores, with how sure the model is of it.
    pub plain: Ranking,
    /// The order by corrected totals as far as candidates can be compared ([`assay_domain::measure::sure::where_comparable`]): two who
    /// cannot stand as in the plain order, and so do two who can where one stands between whom either cannot pass. `None` where
    /// nothing is corrected.
    pub corrected: Option<Ranking>,
    /// Each assessment, in the plan's order.
    pub assessments: Vec<AssessmentOrder>,
}

/// One application, its total over the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OrderRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Plain weighted mean on the scale of 1 to 5, as the debrief shows it.
    pub raw: Option<f64>,
    /// Share of the plan's weight that was assessed, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// The plan's weighted sum of the assessments' totals, corrected where they are; `None` where none of its own is.
    pub corrected: Option<f64>,
    /// Standard deviation of the total.
    pub sd: Option<f64>,
    /// 95% interval of the total, inside the scale: around the corrected total where there is one.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
    /// Where the total and its variance come from, in the plan's order.
    pub parts: Vec<OrderPart>,
    /// The plan's weight of assessments that nobody has rated.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub missing_weight: f64,
    /// In a sentence, with the numbers that make it.
    pub sentence: String,
}

/// One assessment's part of a total.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OrderPart {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its weight in the plan, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight: f64,
    /// Plain score on the scale of 1 to 5.
    pub raw: Option<f64>,
    /// Corrected for severity; `None` where the assessment corrects nothing, or not this application.
    pub corrected: Option<f64>,
    /// Standard deviation, with what nobody rated.
    pub sd: Option<f64>,
    /// 95% interval inside the scale: around the corrected score where there is one.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
}

const ASSUMPTION: &str = "A total is the plan's weighted sum of its assessments. Each assessment is fitted by itself, so their errors are taken as independent: the variance of a total is the sum of squared weights times variances. A criterion that nobody rated adds the variance of a candidate's profile, an assessment that nobody rated that of an unknown score.";

/// The order of a role under its newest plan or an earlier version. Whoever reads it is noted as having read ratings of the
/// applications that are open to them.
pub fn order(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    plan_version: Option<u32>,
) -> Result<RoleOrder> {
    let (order, seen) = store.read(viewer, |conn| {
        let plan = plans::load(conn, role, plan_version)?;
        let model = Model::of(conn, viewer, role, plan)?;
        Ok((of_model(conn, role, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(order)
}

/// The order of a model.
pub(crate) fn of_model(conn: &Connection, role: RoleId, model: &Model) -> Result<RoleOrder> {
    let whole = Whole::of(model);
    let mut rows: Vec<OrderRow> = (0..model.open.len()).map(|place| order_row(model, place)).collect();
    let key = |row: &OrderRow| row.raw.unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|a, b| key(b).total_cmp(&key(a)));
    let each = model.plan.assessments.iter().enumerate();
    Ok(RoleOrder {
        role_id: role,
        role_title: roles::summary(conn, role)?.title,
        plan_version: model.plan.version,
        left_out: LeftOut::of(model.closed()),
        correction: whole.correction,
        sentence: whole.sentence,
        assumption: ASSUMPTION.to_owned(),
        rows,
        plain: whole.plain,
        corrected: whole.corrected,
        assessments: each.map(|(index, one)| assessment(model, index, one)).collect::<Result<_>>()?,
    })
}

fn degenerate(one: &Assessment) -> bool {
    one.fit.as_ref().is_some_and(|fit| fit.report.degenerate)
}

/// One application's row.
pub(crate) fn order_row(model: &Model, place: usize) -> OrderRow {
    let (who, totals) = (model.applicant(place), &model.totals);
    let total = totals.total(place);
    let corrected = totals.corrected(place);
    let parts: Vec<OrderPart> = model
        .plan
        .assessments
        .iter()
        .zip(&totals.assessments)
        .map(|(one, measured)| OrderPart {
            assessment_id: one.id,
            title: one.title.clone(),
            weight: measured.weight,
            raw: measured.plain[place],
            corrected: measured.corrected(place),
            sd: measured.variance(place).filter(|_| !degenerate(measured)).map(f64::sqrt),
            interval: measured.own(place).filter(|_| !degenerate(measured)).as_ref().map(interval),
        })
        .collect();
    let missing_weight = (1.0 - totals.assessed(place)).clamp(0.0, 1.0);
    let total = total.filter(|_| !totals.undecided(place));
    let sd = total.as_ref().map(|total| total.variance().sqrt());
    OrderRow {
        application_id: who.id,
        candidate_id: who.candidate,
        candidate_name: who.name.clone(),
        raw: totals.plain[place],
        coverage: model.plain[place].coverage,
        corrected,
        sentence: sentence(&parts, totals.centre(place), sd, missing_weight) + &uncorrected(model, place),
        sd,
        interval: total.as_ref().map(interval),
        parts,
        missing_weight,
    }
}

/// Where the scores of others are corrected for severity and this one is not, and why: a sentence each, begun with a space.
fn uncorrected(model: &Model, place: usize) -> String {
    let each = model.plan.assessments.iter().zip(&model.totals.assessments);
    let left = each.filter(|(_, measured)| {
        let apart = measured.fit.as_ref().is_some_and(|fit| fit.report.verdict == Verdict::WithinSets);
        apart
            && measured.weight > 0.0
            && measured.centre(place).is_some()
            && measured.corrected(place).is_none()
    });
    let words = |(one, _): (&PlanAssessment, _)| {
        format!(
            " {} is not corrected for the raters' severity here: no rater links this candidate to those whose scores are.",
            one.title
        )
    };
    left.map(words).collect()
}

/// The total and its standard deviation, as sums of what stands in the parts.
fn sentence(parts: &[OrderPart], centre: Option<f64>, sd: Option<f64>, missing: f64) -> String {
    let Some(centre) = centre else { return "Nothing has been rated yet.".into() };
    let counted: Vec<(&OrderPart, f64)> = parts
        .iter()
        .filter_map(|part| Some((part, part.corrected.or(part.raw)?)))
        .filter(|(part, _)| part.weight > 0.0)
        .collect();
    let terms: Vec<String> = counted
        .iter()
        .map(|(part, score)| {
            format!("{} × {} ({})", percent(part.weight / (1.0 - missing)), decimal(*score, 2), part.title)
        })
        .collect();
    let sum = format!("{} = {}.", decimal(centre, 2), terms.join(" + "));
    let Some(sd) = sd else {
        return format!(
            "{sum} How sure it is cannot be said: every score of an assessment is explained exactly."
        );
    };
    let squares = counted
        .iter()
        .filter_map(|(part, _)| Some(format!("({} × {})²", percent(part.weight), decimal(part.sd?, 2))));
    let unknown =
        (missing > 0.0005).then(|| format!("({} × 1.15)² for what nobody assessed", percent(missing)));
    let squares: Vec<String> = squares.chain(unknown).collect();
    format!("{sum} Its standard deviation {} is the root of {}.", decimal(sd, 2), squares.join(" + "))
}
