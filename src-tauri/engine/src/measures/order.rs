//! The order of a role's applications: plain and corrected for the raters' severity side by side, and how sure it is.

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, PersonId, RoleId};
use assay_domain::measure::severity::{Fit, Verdict};
use assay_domain::measure::total::{Assessment, Totals, interval};
use assay_domain::words::percent;
use serde::Serialize;

use super::ranking::{Ranking, ranking};
use super::{LeftOut, Model, count};
use crate::plans::{self, PlanAssessment};
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// What correcting for severity does to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub enum Correction {
    /// Severity cannot be estimated, so nothing is corrected; or there is nothing to correct.
    None,
    /// The corrected order is the plain one.
    ChangesNothing,
    /// The corrected order is another. The plain one is kept beside it.
    ChangesOrder,
}

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
    /// The order by corrected totals; `None` where nothing is corrected.
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
    /// The plan's weighted sum of the assessments' corrected totals; `None` where nothing is corrected.
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
    /// Corrected for severity; `None` where the assessment corrects nothing.
    pub corrected: Option<f64>,
    /// Standard deviation, with what nobody rated.
    pub sd: Option<f64>,
}

/// One assessment of the plan over the applications.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AssessmentOrder {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its weight in the plan, in per cent.
    pub weight: u32,
    /// Whether severity can be corrected for; `None` where nobody has rated anybody.
    pub verdict: Option<Verdict>,
    /// What correcting does to the order.
    pub correction: Correction,
    /// Both in a sentence.
    pub sentence: String,
    /// Scorecards left out: by another rubric or scale, or a second one of the same rater.
    pub scorecards_left_out: u32,
    /// Whether every score is explained exactly, so that how sure the order is cannot be computed.
    pub degenerate: bool,
    /// By plain score, best first; only those with a score.
    pub rows: Vec<AssessmentRow>,
    /// The order by plain scores.
    pub plain: Ranking,
    /// The order by corrected totals; `None` where nothing is corrected.
    pub corrected: Option<Ranking>,
    /// Groups of applications that the ratings allow to compare; one group where everybody can be compared.
    pub comparable_candidates: Vec<Vec<ApplicationId>>,
    /// Raters with their leniency.
    pub raters: Vec<RaterOffset>,
    /// Criteria with their means, in the rubric's order.
    pub criteria: Vec<CriterionMean>,
    /// Standard deviations of the model; `None` where nobody has rated anybody.
    pub deviations: Option<Deviations>,
}

/// One application in one assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AssessmentRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Plain score on the scale of 1 to 5.
    pub raw: Option<f64>,
    /// Share of the rubric's weight that somebody rated.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// Corrected for severity; `None` where nothing is corrected.
    pub corrected: Option<f64>,
    /// Standard deviation, with what nobody rated.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub sd: f64,
    /// 95% interval inside the scale.
    #[cfg_attr(feature = "specta", specta(type = (specta_typescript::Number, specta_typescript::Number)))]
    pub interval: (f64, f64),
}

/// How lenient a rater is, as far as the ratings can tell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RaterOffset {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Points of the scale of 1 to 5 above (lenient) or below (strict) the others.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub leniency: f64,
    /// Standard deviation.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub sd: f64,
    /// Levels that they gave.
    pub ratings: u32,
    /// Candidates that they rated.
    pub candidates: u32,
    /// Number of the group whose severities can be compared, from 0.
    pub group: u32,
}

/// The mean of a criterion over candidates and raters: low is difficult.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CriterionMean {
    /// Its id.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// Its share of the rubric's weight.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight: f64,
    /// Mean on the scale of 1 to 5.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub mean: f64,
    /// Standard deviation.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub sd: f64,
}

/// How much of the differences between scores comes from where: standard deviations on the scale of 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Deviations {
    /// Between raters.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub rater: f64,
    /// Of what one rater sees in one candidate throughout.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub halo: f64,
    /// Of a candidate's profile over the criteria.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub profile: f64,
    /// Of the rest.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub residual: f64,
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
    let (order, seen) = store.read(|conn| {
        let plan = plans::load(conn, role, plan_version)?;
        let title = roles::summary(conn, role)?.title;
        let model = Model::of(conn, viewer, role, plan)?;
        Ok((answer(&model, role, title)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(order)
}

fn answer(model: &Model, role: RoleId, title: String) -> Result<RoleOrder> {
    let whole = Whole::of(model);
    let mut rows: Vec<OrderRow> = (0..model.open.len()).map(|place| order_row(model, place)).collect();
    let key = |row: &OrderRow| row.raw.unwrap_or(f64::NEG_INFINITY);
    rows.sort_by(|a, b| key(b).total_cmp(&key(a)));
    let each = model.plan.assessments.iter().enumerate();
    Ok(RoleOrder {
        role_id: role,
        role_title: title,
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

/// The order of all applications, and what is to be said about it.
pub(crate) struct Whole {
    pub plain: Ranking,
    pub corrected: Option<Ranking>,
    pub correction: Correction,
    pub sentence: String,
}

impl Whole {
    /// Of a role's model.
    pub fn of(model: &Model) -> Whole {
        let totals = &model.totals;
        let (plain, corrected) = rankings(model, totals, &totals.plain);
        let (correction, effect) = effect(&plain, corrected.as_ref());
        let counted: Vec<&Assessment> =
            totals.assessments.iter().filter(|one| one.weight > 0.0 && one.fit.is_some()).collect();
        let corrects = |one: &&Assessment| verdict(one).is_some_and(Verdict::corrects);
        let uncorrected = counted.iter().filter(|one| !corrects(one)).count();
        let mut parts = vec![plain.sentence.clone()];
        if plain.rows.len() > 1 {
            parts.push(match uncorrected {
                0 => effect,
                all if all == counted.len() => nothing_corrected(&counted),
                some => format!(
                    "{effect} In {some} of {} assessments severity cannot be estimated, and nothing is corrected there.",
                    counted.len()
                ),
            });
        }
        Whole { plain, corrected, correction, sentence: parts.join(" ") }
    }
}

fn verdict(one: &Assessment) -> Option<Verdict> {
    one.fit.as_ref().map(|fit| fit.report.verdict)
}

fn nothing_corrected(counted: &[&Assessment]) -> String {
    let mut found: Vec<Verdict> = counted.iter().filter_map(|one| verdict(one)).collect();
    found.dedup();
    match found.as_slice() {
        [one] => one.sentence().to_owned(),
        _ => "Severity cannot be estimated in any assessment (one rater only, or raters who met in no candidate): nothing is corrected.".into(),
    }
}

/// The plain order, and the corrected one where something is corrected.
fn rankings(model: &Model, totals: &Totals, plain: &[Option<f64>]) -> (Ranking, Option<Ranking>) {
    let by_plain = ranking(model, totals, plain);
    let centres: Vec<Option<f64>> = (0..plain.len()).map(|at| totals.centre(at)).collect();
    let corrected = totals.corrects().then(|| ranking(model, totals, &centres));
    (by_plain, corrected)
}

/// What the correction does to the order, with the sentence for it.
fn effect(plain: &Ranking, corrected: Option<&Ranking>) -> (Correction, String) {
    let Some(corrected) = corrected.filter(|_| plain.rows.len() > 1) else {
        return (Correction::None, String::new());
    };
    let at =
        |ranking: &Ranking, id| ranking.rows.iter().find(|row| row.application_id == id).map(|row| row.score);
    let swapped = plain.rows.iter().enumerate().flat_map(|(index, ahead)| {
        plain.rows[index + 1..].iter().filter_map(move |behind| {
            let turned = at(corrected, behind.application_id)? > at(corrected, ahead.application_id)?;
            (turned && ahead.score > behind.score)
                .then(|| format!("{} before {}", behind.candidate_name, ahead.candidate_name))
        })
    });
    let swapped: Vec<String> = swapped.collect();
    match swapped.as_slice() {
        [] => (
            Correction::ChangesNothing,
            "Correcting for the raters' severity changes nothing that matters: the order is the same.".into(),
        ),
        [first] => (
            Correction::ChangesOrder,
            format!(
                "Correcting for the raters' severity would put {first}. Both orders are shown; nothing is re-ranked."
            ),
        ),
        [first, ..] => (
            Correction::ChangesOrder,
            format!(
                "Correcting for the raters' severity would put {first}, and turn {} more pairs. Both orders are shown; nothing is re-ranked.",
                swapped.len() - 1
            ),
        ),
    }
}

/// One application's row.
pub(crate) fn order_row(model: &Model, place: usize) -> OrderRow {
    let (who, totals) = (model.applicant(place), &model.totals);
    let total = totals.total(place);
    let corrected = totals.centre(place).filter(|_| totals.corrects());
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
            corrected: measured.centre(place).filter(|_| verdict(measured).is_some_and(Verdict::corrects)),
            sd: measured.variance(place).map(f64::sqrt),
        })
        .collect();
    let missing_weight = (1.0 - totals.assessed(place)).clamp(0.0, 1.0);
    let sd = total.as_ref().map(|total| total.variance().sqrt());
    OrderRow {
        application_id: who.id,
        candidate_id: who.candidate,
        candidate_name: who.name.clone(),
        raw: totals.plain[place],
        coverage: model.plain[place].coverage,
        corrected,
        sentence: sentence(&parts, totals.centre(place), sd, missing_weight),
        sd,
        interval: total.as_ref().map(interval),
        parts,
        missing_weight,
    }
}

/// The total and its standard deviation, as sums of what stands in the parts.
fn sentence(parts: &[OrderPart], centre: Option<f64>, sd: Option<f64>, missing: f64) -> String {
    let (Some(centre), Some(sd)) = (centre, sd) else { return "Nothing has been rated yet.".into() };
    let counted: Vec<(&OrderPart, f64)> = parts
        .iter()
        .filter_map(|part| Some((part, part.corrected.or(part.raw)?)))
        .filter(|(part, _)| part.sd.is_some() && part.weight > 0.0)
        .collect();
    let terms: Vec<String> = counted
        .iter()
        .map(|(part, score)| {
            format!("{} × {score:.2} ({})", percent(part.weight / (1.0 - missing)), part.title)
        })
        .collect();
    let squares =
        counted.iter().filter_map(|(part, _)| Some(format!("({} × {:.2})²", percent(part.weight), part.sd?)));
    let unknown =
        (missing > 0.0005).then(|| format!("({} × 1.15)² for what nobody assessed", percent(missing)));
    let squares: Vec<String> = squares.chain(unknown).collect();
    format!(
        "{centre:.2} = {}. Its standard deviation {sd:.2} is the root of {}.",
        terms.join(" + "),
        squares.join(" + ")
    )
}

fn assessment(model: &Model, index: usize, one: &PlanAssessment) -> Result<AssessmentOrder> {
    let measured = &model.totals.assessments[index];
    let alone = Totals::new(&[], vec![Assessment { weight: 1.0, ..measured.clone() }]);
    let (plain, corrected) = rankings(model, &alone, &measured_plain(measured));
    let (correction, effect) = effect(&plain, corrected.as_ref());
    let verdict = verdict(measured);
    let report = measured.fit.as_ref().map(|fit| &fit.report);
    let ids = |group: &Vec<String>| -> Vec<ApplicationId> {
        let place =
            |name: &String| (0..model.open.len()).find(|at| model.applicant(*at).id.to_string() == *name);
        group.iter().filter_map(place).map(|at| model.applicant(at).id).collect()
    };
    let said = match verdict {
        None => "Nobody has been rated here yet.".to_owned(),
        Some(Verdict::Corrected) => {
            format!("Not everybody was rated by the same raters. {effect}").trim_end().to_owned()
        }
        Some(verdict) => verdict.sentence().to_owned(),
    };
    Ok(AssessmentOrder {
        assessment_id: one.id,
        title: one.title.clone(),
        weight: one.weight,
        verdict,
        correction,
        sentence: said,
        scorecards_left_out: model.left_out[index],
        degenerate: report.is_some_and(|report| report.degenerate),
        rows: assessment_rows(model, index, &alone, &plain),
        plain,
        corrected,
        comparable_candidates: report
            .map_or_else(Vec::new, |report| report.comparable_candidates.iter().map(ids).collect()),
        raters: rater_offsets(model, index),
        criteria: measured.fit.as_ref().map_or_else(|| Ok(Vec::new()), |fit| criteria(model, one, fit))?,
        deviations: report.map(|report| {
            let mean = report.deviations.mean;
            Deviations { rater: mean.rater, halo: mean.halo, profile: mean.profile, residual: mean.residual }
        }),
    })
}

/// Plain scores of those that the model knows.
fn measured_plain(measured: &Assessment) -> Vec<Option<f64>> {
    let known = |(plain, place): (&Option<f64>, &Option<usize>)| plain.filter(|_| place.is_some());
    measured.plain.iter().zip(&measured.place).map(known).collect()
}

fn assessment_rows(model: &Model, index: usize, alone: &Totals, plain: &Ranking) -> Vec<AssessmentRow> {
    let one = |row: &super::Ranked| {
        let place = model.place(row.application_id)?;
        let total = alone.total(place)?;
        Some(AssessmentRow {
            application_id: row.application_id,
            candidate_name: row.candidate_name.clone(),
            raw: Some(row.score),
            coverage: model.plain[place].assessments.get(index).map_or(0.0, |part| part.coverage),
            corrected: alone.centre(place).filter(|_| alone.corrects()),
            sd: total.variance().sqrt(),
            interval: interval(&total),
        })
    };
    plain.rows.iter().filter_map(one).collect()
}

/// The raters of an assessment with their leniency.
pub(crate) fn rater_offsets(model: &Model, index: usize) -> Vec<RaterOffset> {
    let (Some(ratings), Some(fit)) = (&model.ratings[index], &model.totals.assessments[index].fit) else {
        return Vec::new();
    };
    let report = &fit.report;
    let one = |(place, key): (usize, &String)| {
        let (person_id, name) = model.rater(key)?;
        let mut rated: Vec<usize> =
            ratings.cells.iter().filter(|cell| cell.rater == place).map(|cell| cell.candidate).collect();
        let levels = rated.len();
        rated.dedup();
        let group = report.estimability.comparable_raters.iter().position(|group| group.contains(key))?;
        Some(RaterOffset {
            person_id,
            name,
            leniency: report.rater_leniency.est.get(key)?,
            sd: report.rater_leniency.sd.get(key)?,
            ratings: count(levels),
            candidates: count(rated.len()),
            group: count(group),
        })
    };
    ratings.raters.iter().enumerate().filter_map(one).collect()
}

fn criteria(model: &Model, one: &PlanAssessment, fit: &Fit) -> Result<Vec<CriterionMean>> {
    let report = &fit.report;
    let mean = |criterion: &assay_domain::rubric::Criterion| {
        Some(CriterionMean {
            criterion: criterion.id.clone(),
            title: criterion.title.clone(),
            weight: report.normalised_weights.get(&criterion.id)?,
            mean: report.criterion_mean.est.get(&criterion.id)?,
            sd: report.criterion_mean.sd.get(&criterion.id)?,
        })
    };
    Ok(model.rubric(one)?.criteria.iter().filter_map(mean).collect())
}
