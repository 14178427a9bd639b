//! Agreement over a whole assessment: together, by criterion, by pair of raters. Each coefficient names its source where it is
//! computed.

use serde::Serialize;

use super::super::ratings::Ratings;
use super::alpha::{Level, alpha};
use super::bootstrap::{Interval, LEAST, interval};
use super::icc::{Icc, six};
use super::kappa::{Fleiss, Weighting, fleiss, of_pairs};
use super::reml::{Components, absolute_interval, components};
use super::sentence::{reliability, sentence, step};
use super::spearman_brown;
use super::table::{Table, Value};

/// How to compute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Draws of the bootstrap; 0 for no intervals.
    pub draws: usize,
    /// Lowest and highest score of a plain table, where it is known; ratings bring their own.
    pub scale: Option<(f64, f64)>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 1, draws: 1000, scale: None }
    }
}

/// Krippendorff's alpha at four levels of measurement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alphas {
    /// Scores as names.
    pub nominal: Value,
    /// Scores as an order; this is what rubric levels are.
    pub ordinal: Value,
    /// Scores in equal steps.
    pub interval: Value,
    /// Scores in equal steps from zero.
    pub ratio: Value,
}

/// Cohen's kappa under three weightings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kappas {
    /// Every disagreement the same.
    pub unweighted: Value,
    /// By distance.
    pub linear: Value,
    /// By squared distance.
    pub quadratic: Value,
}

/// Two raters.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// One.
    pub rater: String,
    /// The other.
    pub other: String,
    /// What both rated.
    pub common: usize,
    /// Of so many candidates.
    pub candidates: usize,
    /// Mean of the first's scores less the second's, in levels; `None` with nothing in common.
    pub difference: Option<f64>,
    /// Krippendorff's alpha of the two, ordinal.
    pub alpha_ordinal: Value,
    /// Its bootstrap interval over candidates.
    pub alpha_ordinal_ci95: Option<Interval>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alpha_ordinal_no_interval: Option<&'static str>,
    /// Their kappas.
    pub cohen_kappa: Kappas,
}

/// Agreement of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// In a sentence.
    pub sentence: String,
    /// How reliable scorecards are, in a sentence; empty where it cannot be computed, and for single criteria.
    pub reliability: String,
    /// What each figure is computed over.
    pub basis: String,
    /// Raters.
    pub raters: usize,
    /// Candidates of whom two or more rated the same.
    pub candidates: usize,
    /// Criteria of candidates that two or more rated.
    pub units: usize,
    /// Krippendorff's alpha over the units.
    pub krippendorff_alpha: Alphas,
    /// Bootstrap interval of the ordinal alpha over candidates.
    pub alpha_ordinal_ci95: Option<Interval>,
    /// Why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alpha_ordinal_no_interval: Option<&'static str>,
    /// Intraclass correlations of scorecard scores; empty where one is missing.
    pub icc: Vec<Icc>,
    /// Variance components of scorecard scores by REML, with reliabilities that allow for holes.
    pub varcomp_reml: Option<Components>,
    /// Reliability (ICC(A,1)) of the mean of 1, 2, … raters' scorecard scores, by Spearman and Brown, to one more than there are.
    pub spearman_brown: Vec<f64>,
    /// 95% interval of the first of these; `None` with fewer than five candidates, and for single criteria with holes.
    pub reliability_ci95: Option<(f64, f64)>,
    /// Fleiss' kappa over the units; `None` where they have different numbers of ratings or every score is equal.
    pub fleiss_kappa: Option<Fleiss>,
}

/// Agreement over one assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Whole {
    /// All criteria together.
    #[serde(flatten)]
    pub all: Agreement,
    /// Each criterion.
    pub criteria: Vec<OfCriterion>,
    /// Each pair of raters.
    pub pairs: Vec<Pair>,
}

/// Agreement on one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfCriterion {
    /// Its name.
    pub criterion: String,
    /// Its agreement.
    #[serde(flatten)]
    pub agreement: Agreement,
}

/// What agreement is computed over: scores as they were given, and one score for each candidate and rater.
struct Rated<'a> {
    cells: &'a Table,
    /// Units of one candidate.
    wide: usize,
    sheets: &'a Table,
    step: f64,
}

/// Agreement of one table, whose units are independent of each other.
pub fn agreement(table: &Table, settings: &Settings) -> Agreement {
    let step = step(settings.scale, table);
    whole(&Rated { cells: table, wide: 1, sheets: table, step }, settings)
}

/// With what is said of scorecards.
fn whole(rated: &Rated<'_>, settings: &Settings) -> Agreement {
    let mut found = of(rated, settings);
    let candidates = rated.sheets.pairable();
    if candidates >= LEAST && found.icc.is_empty() {
        found.reliability_ci95 = absolute_interval(rated.sheets);
    }
    // A reliability below nought is none; and Spearman and Brown's formula turns round there.
    found.reliability_ci95 = found.reliability_ci95.map(|(low, high)| (low.max(0.0), high.max(0.0)));
    found.reliability =
        reliability(found.spearman_brown.first().copied(), found.reliability_ci95, candidates);
    found
}

fn of(rated: &Rated<'_>, settings: &Settings) -> Agreement {
    let Rated { cells, wide, sheets, step } = *rated;
    let (reml, icc) = (components(sheets), six(sheets));
    let absolute = icc.iter().find(|one| one.name == "ICC(A,1)");
    // Without holes the textbook's coefficient, where it is one, so that the mean of all raters is ICC(A,k).
    let textbook = absolute.and_then(|one| one.icc.known()).filter(|icc| *icc >= 0.0);
    let single = textbook.or(reml.map(|found| found.absolute));
    let raters = cells.rows.len();
    let stepped = |rho: f64| (1..=raters + 1).map(|count| spearman_brown(rho, count as f64)).collect();
    let (alpha_ordinal_ci95, alpha_ordinal_no_interval) = ordinal_interval(cells, wide, settings);
    let reliability_ci95 =
        absolute.and_then(|one| one.ci95).filter(|_| single.is_some() && sheets.pairable() >= LEAST);
    Agreement {
        sentence: sentence(cells, wide, step, alpha_ordinal_ci95.as_ref()),
        reliability: String::new(),
        basis: basis(cells, wide, sheets),
        raters,
        candidates: cells.shared(wide).len(),
        units: cells.pairable(),
        krippendorff_alpha: Alphas {
            nominal: alpha(cells, Level::Nominal),
            ordinal: alpha(cells, Level::Ordinal),
            interval: alpha(cells, Level::Interval),
            ratio: alpha(cells, Level::Ratio),
        },
        alpha_ordinal_ci95,
        alpha_ordinal_no_interval,
        icc,
        varcomp_reml: reml,
        spearman_brown: single.map(stepped).unwrap_or_default(),
        reliability_ci95,
        fleiss_kappa: fleiss(&counts(cells)).ok(),
    }
}

fn basis(cells: &Table, wide: usize, sheets: &Table) -> String {
    let (units, candidates) = (cells.pairable(), cells.shared(wide).len());
    if wide == 1 {
        return format!(
            "All figures: one score for each candidate and rater; {candidates} candidates rated by two or more."
        );
    }
    format!(
        "Alphas and kappas: {units} times two or more rated the same criterion of the same candidate, {candidates} candidates; intervals by drawing candidates. Intraclass correlations and reliabilities: scorecard scores (weighted means), one for each candidate and rater; {} candidates with two or more.",
        sheets.pairable()
    )
}

/// Agreement over one assessment: together, by criterion, by pair of raters.
pub fn of_ratings(ratings: &Ratings, settings: &Settings) -> Whole {
    let (table, sheets) = (Table::of(ratings, None), Table::sheets(ratings));
    let step = step(Some(ratings.scale), &table);
    let by = |criterion: usize| {
        let cells = Table::of(ratings, Some(criterion));
        let rated = Rated { cells: &cells, wide: 1, sheets: &cells, step };
        OfCriterion { criterion: ratings.criteria[criterion].clone(), agreement: of(&rated, settings) }
    };
    let wide = ratings.criteria.len();
    let rated = Rated { cells: &table, wide, sheets: &sheets, step };
    Whole {
        all: whole(&rated, settings),
        criteria: (0..wide).map(by).collect(),
        pairs: each_pair(&rated, &ratings.raters, settings),
    }
}

/// Each pair of raters of a table, whose units are independent of each other.
pub fn pairs(table: &Table, names: &[String], settings: &Settings) -> Vec<Pair> {
    let step = step(settings.scale, table);
    each_pair(&Rated { cells: table, wide: 1, sheets: table, step }, names, settings)
}

fn each_pair(rated: &Rated<'_>, names: &[String], settings: &Settings) -> Vec<Pair> {
    let count = rated.cells.rows.len();
    let each = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    each.map(|(a, b)| pair(rated, names, a, b, settings)).collect()
}

fn pair(rated: &Rated<'_>, names: &[String], a: usize, b: usize, settings: &Settings) -> Pair {
    let common = rated.cells.common(a, b);
    let kappa = |weighting| of_pairs(&common, weighting);
    let two = rated.cells.two(a, b);
    let difference = common.iter().map(|(x, y)| x - y).sum::<f64>() / common.len() as f64;
    let (alpha_ordinal_ci95, alpha_ordinal_no_interval) = ordinal_interval(&two, rated.wide, settings);
    Pair {
        rater: names[a].clone(),
        other: names[b].clone(),
        common: common.len(),
        candidates: two.shared(rated.wide).len(),
        difference: difference.is_finite().then_some(difference / rated.step),
        alpha_ordinal: alpha(&two, Level::Ordinal),
        alpha_ordinal_ci95,
        alpha_ordinal_no_interval,
        cohen_kappa: Kappas {
            unweighted: kappa(Weighting::Unweighted),
            linear: kappa(Weighting::Linear),
            quadratic: kappa(Weighting::Quadratic),
        },
    }
}

/// The interval, or why there is none; neither where none was asked for or there is no alpha.
fn ordinal_interval(
    table: &Table,
    wide: usize,
    settings: &Settings,
) -> (Option<Interval>, Option<&'static str>) {
    let statistic = |drawn: &Table| alpha(drawn, Level::Ordinal);
    if settings.draws == 0 || statistic(table).known().is_none() {
        return (None, None);
    }
    match interval(table, wide, statistic, settings.seed, settings.draws) {
        Ok(found) => (Some(found), None),
        Err(why) => (None, Some(why)),
    }
}

fn counts(table: &Table) -> Vec<Vec<f64>> {
    let values = table.values();
    let count = |unit: usize| {
        let scores = table.unit(unit);
        values.iter().map(|value| scores.iter().filter(|score| *score == value).count() as f64).collect()
    };
    (0..table.units()).map(count).filter(|row: &Vec<f64>| row.iter().any(|count| *count > 0.0)).collect()
}
