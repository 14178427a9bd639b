//! One assessment of a role: its order, its raters, its criteria.

use assay_domain::ids::{ApplicationId, AssessmentId, PersonId};
use assay_domain::measure::nothing::nothing_to_order;
use assay_domain::measure::severity::{EVERYBODY, Fit, Verdict};
use assay_domain::measure::sure::EXACT;
use assay_domain::measure::total::{Assessment, Totals, interval};
use serde::Serialize;

use super::whole::{Correction, Pairs, effect, rankings, stands_apart, verdict};
use crate::Result;
use crate::measures::{Model, Ranked, Ranking, count};
use crate::plans::PlanAssessment;

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
    /// What is said of that; empty elsewhere.
    pub exact: String,
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
    /// Standard deviations of the model; `None` where nobody has rated anybody, or every score is explained exactly.
    pub deviations: Option<Deviations>,
}

impl AssessmentOrder {
    /// Names of the candidates by the sets that can be compared; empty where everybody can be compared with everybody.
    pub fn sets(&self) -> Vec<Vec<String>> {
        let name = |id: &ApplicationId| {
            self.rows.iter().find(|row| row.application_id == *id).map(|row| row.candidate_name.clone())
        };
        let sets = self.comparable_candidates.iter().filter(|_| self.comparable_candidates.len() > 1);
        sets.map(|set| set.iter().filter_map(name).collect()).collect()
    }
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
    /// Corrected for severity; `None` where nothing is, or not this application.
    pub corrected: Option<f64>,
    /// Standard deviation, with what nobody rated; `None` where every score is explained exactly.
    pub sd: Option<f64>,
    /// 95% interval inside the scale; `None` as for `sd`.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
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
    /// Standard deviation; `None` where every score is explained exactly.
    pub sd: Option<f64>,
    /// Levels that they gave.
    pub ratings: u32,
    /// Candidates that they rated.
    pub candidates: u32,
    /// Number of the group whose severities can be compared, from 0.
    pub group: u32,
    /// Why the leniency is no number to go by; empty where it is one.
    pub untold: String,
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
    /// Standard deviation; `None` where every score is explained exactly.
    pub sd: Option<f64>,
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

/// Measures an assessment of the plan by itself.
pub(super) fn assessment(model: &Model, index: usize, one: &PlanAssessment) -> Result<AssessmentOrder> {
    let measured = &model.totals.assessments[index];
    let alone = Totals::new(&[], vec![Assessment { weight: 1.0, ..measured.clone() }]);
    let (plain, corrected) = rankings(model, &alone, &measured_plain(measured));
    let (correction, effect) = effect(&plain, corrected.as_ref(), &Pairs { model, totals: &alone });
    let verdict = verdict(measured);
    let report = measured.fit.as_ref().map(|fit| &fit.report);
    let ids = |group: &Vec<String>| -> Vec<ApplicationId> {
        let place =
            |name: &String| (0..model.open.len()).find(|at| model.applicant(*at).id.to_string() == *name);
        group.iter().filter_map(place).map(|at| model.applicant(at).id).collect()
    };
    let scores: Vec<f64> = measured_plain(measured).into_iter().flatten().collect();
    let degenerate = report.is_some_and(|report| report.degenerate);
    let exact = if degenerate { nothing_to_order(&scores).unwrap_or(EXACT) } else { "" };
    let said = match verdict {
        None => "Nobody has been rated here yet.".to_owned(),
        Some(Verdict::Corrected) => {
            format!("Not everybody was rated by the same raters. {effect}").trim_end().to_owned()
        }
        Some(Verdict::WithinSets) => {
            let parts = [
                report.map(|report| report.judged().to_owned()),
                Some(effect).filter(|_| severe(measured) || correction == Correction::ChangesOrder),
                stands_apart(model, index),
            ];
            let said = parts.into_iter().flatten().filter(|part| !part.is_empty());
            said.collect::<Vec<_>>().join(" ")
        }
        Some(Verdict::Complete) if correction == Correction::ChangesOrder => {
            format!("{EVERYBODY} {effect}")
        }
        Some(verdict) => {
            let assumed = verdict.assumed(plain.rows.len()).filter(|_| plain.pairs_told_apart > 0);
            format!("{} {}", verdict.sentence(), assumed.unwrap_or_default()).trim_end().to_owned()
        }
    };
    Ok(AssessmentOrder {
        assessment_id: one.id,
        title: one.title.clone(),
        weight: one.weight,
        verdict,
        correction,
        sentence: said,
        scorecards_left_out: model.left_out[index],
        degenerate,
        exact: exact.to_owned(),
        rows: assessment_rows(model, index, &alone, &plain),
        plain,
        corrected,
        comparable_candidates: report
            .map_or_else(Vec::new, |report| report.comparable_candidates.iter().map(ids).collect()),
        raters: rater_offsets(model, index),
        criteria: measured.fit.as_ref().map_or_else(|| Ok(Vec::new()), |fit| criteria(model, one, fit))?,
        deviations: report.filter(|report| !report.degenerate).map(|report| {
            let mean = report.deviations.mean;
            Deviations { rater: mean.rater, halo: mean.halo, profile: mean.profile, residual: mean.residual }
        }),
    })
}

/// Whether the raters' severity can change any score.
fn severe(measured: &Assessment) -> bool {
    let of = |fit: &Fit| (0..fit.report.candidates.len()).any(|one| fit.report.severe(one));
    measured.fit.as_ref().is_some_and(of)
}

/// Plain scores of those that the model knows.
fn measured_plain(measured: &Assessment) -> Vec<Option<f64>> {
    let known = |(plain, place): (&Option<f64>, &Option<usize>)| plain.filter(|_| place.is_some());
    measured.plain.iter().zip(&measured.place).map(known).collect()
}

fn assessment_rows(model: &Model, index: usize, alone: &Totals, plain: &Ranking) -> Vec<AssessmentRow> {
    let one = |row: &Ranked| {
        let place = model.place(row.application_id)?;
        let total = alone.total(place)?;
        let known = !alone.undecided(place);
        Some(AssessmentRow {
            application_id: row.application_id,
            candidate_name: row.candidate_name.clone(),
            raw: Some(row.score),
            coverage: model.plain[place].assessments.get(index).map_or(0.0, |part| part.coverage),
            corrected: alone.corrected(place),
            sd: known.then(|| total.variance().sqrt()),
            interval: known.then(|| interval(&total)),
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
            sd: report.rater_leniency.sd.get(key).filter(|_| !report.degenerate),
            ratings: count(levels),
            candidates: count(rated.len()),
            group: count(group),
            untold: report.leniency_untold(key).unwrap_or_default().to_owned(),
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
            sd: report.criterion_mean.sd.get(&criterion.id).filter(|_| !report.degenerate),
        })
    };
    Ok(model.criteria(one)?.iter().map(|one| one.criterion).filter_map(mean).collect())
}
