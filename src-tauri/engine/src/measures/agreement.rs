//! Whether the raters of a role see the same: by assessment, criterion and pair of raters.

use assay_domain::ids::{AssessmentId, PersonId, RoleId};
use assay_domain::measure::Ratings;
use assay_domain::measure::agreement::bootstrap::Drawn;
use assay_domain::measure::agreement::icc::Icc;
use assay_domain::measure::agreement::{
    Agreement, Alphas, Pair, Settings, Value, of_ratings, spearman_brown,
};
use rusqlite::Connection;
use serde::Serialize;

use super::{LeftOut, Model, count};
use crate::plans::{self, PlanAssessment};
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// Agreement over a role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleAgreement {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// Applications left out.
    pub left_out: LeftOut,
    /// Each assessment, in the plan's order.
    pub assessments: Vec<AssessmentAgreement>,
}

/// Agreement over one assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AssessmentAgreement {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// All criteria together; `None` where nobody has rated anybody.
    pub all: Option<AgreementFigures>,
    /// Each criterion, in the rubric's order.
    pub criteria: Vec<CriterionAgreement>,
    /// Each pair of raters.
    pub pairs: Vec<RaterPair>,
}

/// Agreement on one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CriterionAgreement {
    /// Its id.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// The figures.
    pub figures: AgreementFigures,
}

/// A coefficient, or why there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Coefficient {
    /// The number.
    pub value: Option<f64>,
    /// Why it cannot be computed; empty where there is a number.
    pub undefined: String,
    /// 95% interval; `None` where there are too few for one, or it was not asked for.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
    /// Why there is no interval, or how many of its draws gave none; empty where there is nothing to say.
    pub note: String,
}

/// How far a set of ratings agrees.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct AgreementFigures {
    /// In a sentence.
    pub sentence: String,
    /// Raters.
    pub raters: u32,
    /// Criteria of candidates that two or more of them rated.
    pub common: u32,
    /// Candidates of whom two or more of them rated the same.
    pub candidates: u32,
    /// What each figure is computed over.
    pub basis: String,
    /// Krippendorff's alpha, ordinal (what levels are), with a bootstrap interval from a fixed seed.
    pub alpha_ordinal: Coefficient,
    /// Krippendorff's alpha over levels as names.
    pub alpha_nominal: Coefficient,
    /// Krippendorff's alpha over levels in equal steps.
    pub alpha_interval: Coefficient,
    /// Krippendorff's alpha over levels in equal steps from zero.
    pub alpha_ratio: Coefficient,
    /// Intraclass correlations of scorecard scores; empty where one is missing.
    pub icc: Vec<IccFigure>,
    /// Fleiss' kappa.
    pub fleiss_kappa: Coefficient,
    /// Reliability of the mean of so many raters' scorecard scores, to one more than there are (Spearman and Brown); empty
    /// where too few candidates stand behind it for an interval.
    pub reliability: Vec<Reliability>,
    /// How reliable one interviewer's scorecard is and what more would bring, in a sentence, or why that cannot be told; empty
    /// where it cannot be computed, and for single criteria.
    pub one_more: String,
}

/// One intraclass correlation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct IccFigure {
    /// Its name: ICC(1,1), ICC(A,1), …
    pub name: String,
    /// What it says.
    pub meaning: String,
    /// The coefficient.
    pub coefficient: Coefficient,
}

/// Reliability of a mean.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Reliability {
    /// So many raters.
    pub raters: u32,
    /// Reliability of their mean, absolute agreement.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub reliability: f64,
    /// Its 95% interval.
    #[cfg_attr(feature = "specta", specta(type = (specta_typescript::Number, specta_typescript::Number)))]
    pub interval: (f64, f64),
}

/// Two raters.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RaterPair {
    /// One.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// The other.
    pub other_id: PersonId,
    /// Their name.
    pub other_name: String,
    /// Whether they see the same, in a sentence.
    pub sentence: String,
    /// Ratings that both gave on the same.
    pub common: u32,
    /// Of so many candidates.
    pub candidates: u32,
    /// Mean of the first's levels less the second's; `None` with nothing in common.
    pub difference: Option<f64>,
    /// Krippendorff's alpha of the two, ordinal.
    pub alpha_ordinal: Coefficient,
    /// Over levels as names.
    pub alpha_nominal: Coefficient,
    /// Over levels in equal steps.
    pub alpha_interval: Coefficient,
    /// Over levels in equal steps from zero.
    pub alpha_ratio: Coefficient,
    /// Cohen's kappa, quadratic weights.
    pub kappa_quadratic: Coefficient,
    /// Cohen's kappa, linear weights.
    pub kappa_linear: Coefficient,
    /// Cohen's kappa, unweighted.
    pub kappa_unweighted: Coefficient,
    /// Intraclass correlations of their scorecard scores, over whom both rated; empty with fewer than two.
    pub icc: Vec<IccFigure>,
}

/// Seeded draws of the intervals: enough for two digits, and quick.
const SETTINGS: Settings = Settings { seed: 1, draws: 400, scale: None };

/// Agreement over the ratings of a role under its newest plan. Whoever reads it is noted as having read ratings.
pub fn agreement(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleAgreement> {
    let (found, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        Ok((of_model(conn, role, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

/// The agreement of a model's raters.
pub(crate) fn of_model(conn: &Connection, role: RoleId, model: &Model) -> Result<RoleAgreement> {
    let each = model.plan.assessments.iter().zip(&model.ratings);
    let assessments = each.map(|(one, ratings)| assessment(model, one, ratings.as_ref()));
    Ok(RoleAgreement {
        role_id: role,
        role_title: roles::summary(conn, role)?.title,
        left_out: LeftOut::of(model.closed()),
        assessments: assessments.collect::<Result<_>>()?,
    })
}

fn assessment(model: &Model, one: &PlanAssessment, ratings: Option<&Ratings>) -> Result<AssessmentAgreement> {
    let found = ratings.map(|ratings| of_ratings(ratings, &SETTINGS));
    let known = model.criteria(one)?;
    let title =
        |id: &str| known.iter().find(|one| one.criterion.id == id).map(|one| one.criterion.title.clone());
    let (all, criteria, pairs) = match found {
        None => (None, Vec::new(), Vec::new()),
        Some(found) => {
            let criteria = found.criteria.into_iter().map(|one| CriterionAgreement {
                title: title(&one.criterion).unwrap_or_default(),
                criterion: one.criterion,
                figures: figures(&one.agreement),
            });
            let pairs = found.pairs.iter().filter_map(|pair| self::pair(model, pair));
            (Some(figures(&found.all)), criteria.collect(), pairs.collect())
        }
    };
    Ok(AssessmentAgreement { assessment_id: one.id, title: one.title.clone(), all, criteria, pairs })
}

fn pair(model: &Model, pair: &Pair) -> Option<RaterPair> {
    let ((person_id, name), (other_id, other_name)) = (model.rater(&pair.rater)?, model.rater(&pair.other)?);
    let (kappas, drawn) = (&pair.cohen_kappa, &pair.cohen_kappa_ci95);
    let alphas = alphas(&pair.krippendorff_alpha, &pair.krippendorff_alpha_ci95);
    Some(RaterPair {
        person_id,
        name,
        other_id,
        other_name,
        sentence: pair.sentence.clone(),
        common: count(pair.common),
        candidates: count(pair.candidates),
        difference: pair.difference,
        alpha_ordinal: alphas.ordinal,
        alpha_nominal: alphas.nominal,
        alpha_interval: alphas.interval,
        alpha_ratio: alphas.ratio,
        kappa_quadratic: self::drawn(&kappas.quadratic, drawn.quadratic),
        kappa_linear: self::drawn(&kappas.linear, drawn.linear),
        kappa_unweighted: self::drawn(&kappas.unweighted, drawn.unweighted),
        icc: iccs(&pair.icc),
    })
}

fn alphas(values: &Alphas, ends: &Alphas<Drawn>) -> Alphas<Coefficient> {
    Alphas {
        nominal: drawn(&values.nominal, ends.nominal),
        ordinal: drawn(&values.ordinal, ends.ordinal),
        interval: drawn(&values.interval, ends.interval),
        ratio: drawn(&values.ratio, ends.ratio),
    }
}

fn iccs(found: &[Icc]) -> Vec<IccFigure> {
    let one = |one: &Icc| IccFigure {
        name: one.name.to_owned(),
        meaning: one.meaning.to_owned(),
        coefficient: coefficient(&one.icc, one.ci95),
    };
    found.iter().map(one).collect()
}

fn figures(found: &Agreement) -> AgreementFigures {
    let alphas = alphas(&found.krippendorff_alpha, &found.krippendorff_alpha_ci95);
    let unequal =
        Value::Undefined("the candidates have different numbers of ratings, or every score is equal");
    let fleiss = found.fleiss_kappa.map_or(unequal, |one| Value::Known(one.kappa));
    AgreementFigures {
        sentence: found.sentence.clone(),
        raters: count(found.raters),
        common: count(found.units),
        candidates: count(found.candidates),
        basis: found.basis.clone(),
        alpha_ordinal: alphas.ordinal,
        alpha_nominal: alphas.nominal,
        alpha_interval: alphas.interval,
        alpha_ratio: alphas.ratio,
        icc: iccs(&found.icc),
        fleiss_kappa: drawn(&fleiss, found.fleiss_kappa_ci95),
        reliability: found.reliability_ci95.map_or_else(Vec::new, |ends| reliability(found, ends)),
        one_more: found.reliability.clone(),
    }
}

fn reliability(found: &Agreement, (low, high): (f64, f64)) -> Vec<Reliability> {
    let one = |(raters, reliability): (u32, &f64)| {
        let end = |end: f64| spearman_brown(end, f64::from(raters));
        Reliability { raters, reliability: *reliability, interval: (end(low), end(high)) }
    };
    (1..).zip(&found.spearman_brown).map(one).collect()
}

/// A coefficient with an interval by drawing candidates.
fn drawn(value: &Value, found: Drawn) -> Coefficient {
    let undefined = found.ends.filter(|ends| ends.undefined > 0).map_or_else(String::new, |ends| {
        format!("{} of {} draws gave none", ends.undefined, ends.undefined + ends.draws)
    });
    let note = found.without.map_or(undefined, str::to_owned);
    Coefficient { note, ..coefficient(value, found.ends.map(|ends| (ends.low, ends.high))) }
}

fn coefficient(value: &Value, interval: Option<(f64, f64)>) -> Coefficient {
    let undefined = match value {
        Value::Known(_) => String::new(),
        Value::Undefined(why) => format!("cannot be computed: {why}"),
    };
    Coefficient { value: value.known(), undefined, interval, note: String::new() }
}
