//! Agreement over a whole assessment: together, by criterion, by pair of raters. Each coefficient names its source where it is
//! computed.

use serde::Serialize;

use super::super::ratings::Ratings;
use super::alpha::{Level, alpha};
use super::bootstrap::{Interval, interval};
use super::icc::{Icc, six};
use super::kappa::{Fleiss, Weighting, fleiss, of_pairs};
use super::reml::{Components, components};
use super::sentence::sentence;
use super::spearman_brown;
use super::table::{Table, Value};

/// How to compute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Draws of the bootstrap; 0 for no intervals.
    pub draws: usize,
    /// Distance of two levels.
    pub step: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 1, draws: 1000, step: 1.0 }
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
    /// Mean of the first's scores less the second's, in levels; `None` with nothing in common.
    pub difference: Option<f64>,
    /// Krippendorff's alpha of the two, ordinal.
    pub alpha_ordinal: Value,
    /// Its bootstrap interval.
    pub alpha_ordinal_ci95: Option<Interval>,
    /// Their kappas.
    pub cohen_kappa: Kappas,
}

/// Agreement of one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// In a sentence.
    pub sentence: String,
    /// Raters.
    pub raters: usize,
    /// Units that two or more rated.
    pub units: usize,
    /// Krippendorff's alpha.
    pub krippendorff_alpha: Alphas,
    /// Bootstrap interval of the ordinal alpha.
    pub alpha_ordinal_ci95: Option<Interval>,
    /// Intraclass correlations; empty where a cell is missing.
    pub icc: Vec<Icc>,
    /// Variance components by REML, with reliabilities that allow for holes.
    pub varcomp_reml: Option<Components>,
    /// Reliability (ICC(A,1)) of the mean of 1, 2, … raters, by Spearman and Brown, to one more than there are.
    pub spearman_brown: Vec<f64>,
    /// Fleiss' kappa; `None` where the units have different numbers of ratings or every score is equal.
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

/// Agreement of one table.
pub fn agreement(table: &Table, settings: &Settings) -> Agreement {
    let reml = components(table);
    let single = reml.map(|found| found.absolute);
    let raters = table.rows.len();
    let stepped = |rho: f64| (1..=raters + 1).map(|count| spearman_brown(rho, count as f64)).collect();
    Agreement {
        sentence: sentence(table, settings.step),
        raters,
        units: table.pairable(),
        krippendorff_alpha: Alphas {
            nominal: alpha(table, Level::Nominal),
            ordinal: alpha(table, Level::Ordinal),
            interval: alpha(table, Level::Interval),
            ratio: alpha(table, Level::Ratio),
        },
        alpha_ordinal_ci95: ordinal_interval(table, settings),
        icc: six(table),
        varcomp_reml: reml,
        spearman_brown: single.map(stepped).unwrap_or_default(),
        fleiss_kappa: fleiss(&counts(table)).ok(),
    }
}

/// Agreement over one assessment: together, by criterion, by pair of raters.
pub fn of_ratings(ratings: &Ratings, settings: &Settings) -> Whole {
    let table = Table::of(ratings, None);
    let by = |criterion: usize| OfCriterion {
        criterion: ratings.criteria[criterion].clone(),
        agreement: agreement(&Table::of(ratings, Some(criterion)), settings),
    };
    Whole {
        all: agreement(&table, settings),
        criteria: (0..ratings.criteria.len()).map(by).collect(),
        pairs: pairs(&table, &ratings.raters, settings),
    }
}

/// Each pair of raters of a table.
pub fn pairs(table: &Table, names: &[String], settings: &Settings) -> Vec<Pair> {
    let each = (0..table.rows.len()).flat_map(|a| (a + 1..table.rows.len()).map(move |b| (a, b)));
    each.map(|(a, b)| pair(table, names, a, b, settings)).collect()
}

fn pair(table: &Table, names: &[String], a: usize, b: usize, settings: &Settings) -> Pair {
    let common = table.common(a, b);
    let kappa = |weighting| of_pairs(&common, weighting);
    let two = Table { rows: vec![table.rows[a].clone(), table.rows[b].clone()] };
    let difference = common.iter().map(|(x, y)| x - y).sum::<f64>() / common.len() as f64;
    Pair {
        rater: names[a].clone(),
        other: names[b].clone(),
        common: common.len(),
        difference: difference.is_finite().then_some(difference / settings.step),
        alpha_ordinal: alpha(&two, Level::Ordinal),
        alpha_ordinal_ci95: ordinal_interval(&two, settings),
        cohen_kappa: Kappas {
            unweighted: kappa(Weighting::Unweighted),
            linear: kappa(Weighting::Linear),
            quadratic: kappa(Weighting::Quadratic),
        },
    }
}

fn ordinal_interval(table: &Table, settings: &Settings) -> Option<Interval> {
    let statistic = |drawn: &Table| alpha(drawn, Level::Ordinal);
    (settings.draws > 0).then(|| interval(table, statistic, settings.seed, settings.draws)).flatten()
}

fn counts(table: &Table) -> Vec<Vec<f64>> {
    let values = table.values();
    let count = |unit: usize| {
        let scores = table.unit(unit);
        values.iter().map(|value| scores.iter().filter(|score| *score == value).count() as f64).collect()
    };
    (0..table.units()).map(count).filter(|row: &Vec<f64>| row.iter().any(|count| *count > 0.0)).collect()
}
