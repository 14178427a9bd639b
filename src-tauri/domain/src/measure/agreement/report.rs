//! Agreement over a whole assessment: together, by criterion, by pair of raters. Each coefficient names its source where it is
//! computed.

use serde::Serialize;

use super::super::ratings::Ratings;
use super::alpha::{Level, of_levels};
use super::bootstrap::{Drawn, Interval, LEAST, intervals};
use super::icc::{Icc, six};
use super::kappa::{Fleiss, Weighting, fleiss, of_pairs};
use super::reml::{Components, absolute_interval, components};
use super::sentence::{Reach, of_pair, reliability, sentence};
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
pub struct Alphas<T = Value> {
    /// Scores as names.
    pub nominal: T,
    /// Scores as an order; this is what rubric levels are.
    pub ordinal: T,
    /// Scores in equal steps.
    pub interval: T,
    /// Scores in equal steps from zero.
    pub ratio: T,
}

/// Cohen's kappa under three weightings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kappas<T = Value> {
    /// Every disagreement the same.
    pub unweighted: T,
    /// By distance.
    pub linear: T,
    /// By squared distance.
    pub quadratic: T,
}

/// Two raters.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// One.
    pub rater: String,
    /// The other.
    pub other: String,
    /// In a sentence.
    pub sentence: String,
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
    /// Krippendorff's alpha of the two at all levels of measurement.
    pub krippendorff_alpha: Alphas,
    /// Bootstrap intervals of these over candidates.
    pub krippendorff_alpha_ci95: Alphas<Drawn>,
    /// Their kappas.
    pub cohen_kappa: Kappas,
    /// Bootstrap intervals of these over candidates.
    pub cohen_kappa_ci95: Kappas<Drawn>,
    /// Intraclass correlations of their scorecard scores, over whom both rated; empty with fewer than two.
    pub icc: Vec<Icc>,
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
    /// Bootstrap intervals of these over candidates.
    pub krippendorff_alpha_ci95: Alphas<Drawn>,
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
    /// Bootstrap interval of it over candidates.
    pub fleiss_kappa_ci95: Drawn,
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
    reach: Reach,
}

/// Agreement of one table, whose units are independent of each other.
pub fn agreement(table: &Table, settings: &Settings) -> Agreement {
    let reach = Reach::of(settings.scale, table);
    whole(&Rated { cells: table, wide: 1, sheets: table, reach }, settings)
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
    let Rated { cells, wide, sheets, reach } = *rated;
    let (reml, icc) = (components(sheets), six(sheets));
    let absolute = icc.iter().find(|one| one.name == "ICC(A,1)");
    // Without holes the textbook's coefficient, where it is one, so that the mean of all raters is ICC(A,k).
    let textbook = absolute.and_then(|one| one.icc.known()).filter(|icc| *icc >= 0.0);
    let single = textbook.or(reml.map(|found| found.absolute));
    let raters = cells.rows.len();
    let stepped = |rho: f64| (1..=raters + 1).map(|count| spearman_brown(rho, count as f64)).collect();
    let [nominal, ordinal, interval, ratio, fleiss_kappa_ci95] = intervals(
        cells,
        wide,
        |drawn| {
            let [nominal, ordinal, interval, ratio] = of_levels(drawn, LEVELS);
            [nominal, ordinal, interval, ratio, fleiss_value(drawn)]
        },
        settings.seed,
        settings.draws,
    );
    let (alpha_ordinal_ci95, alpha_ordinal_no_interval) = (ordinal.ends, ordinal.without);
    let reliability_ci95 =
        absolute.and_then(|one| one.ci95).filter(|_| single.is_some() && sheets.pairable() >= LEAST);
    Agreement {
        sentence: sentence(cells, wide, reach, alpha_ordinal_ci95.as_ref()),
        reliability: String::new(),
        basis: basis(cells, wide, sheets),
        raters,
        candidates: cells.shared(wide).len(),
        units: cells.pairable(),
        krippendorff_alpha: alphas(cells),
        krippendorff_alpha_ci95: Alphas { nominal, ordinal, interval, ratio },
        alpha_ordinal_ci95,
        alpha_ordinal_no_interval,
        icc,
        varcomp_reml: reml,
        spearman_brown: single.map(stepped).unwrap_or_default(),
        reliability_ci95,
        fleiss_kappa: fleiss(&counts(cells)).ok(),
        fleiss_kappa_ci95,
    }
}

const LEVELS: [Level; 4] = [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio];

fn alphas(cells: &Table) -> Alphas {
    let [nominal, ordinal, interval, ratio] = of_levels(cells, LEVELS);
    Alphas { nominal, ordinal, interval, ratio }
}

fn fleiss_value(cells: &Table) -> Value {
    fleiss(&counts(cells)).map_or_else(Value::Undefined, |found| Value::Known(found.kappa))
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
    let reach = Reach::of(Some(ratings.scale), &table);
    let by = |criterion: usize| {
        let cells = Table::of(ratings, Some(criterion));
        let rated = Rated { cells: &cells, wide: 1, sheets: &cells, reach };
        OfCriterion { criterion: ratings.criteria[criterion].clone(), agreement: of(&rated, settings) }
    };
    let wide = ratings.criteria.len();
    let rated = Rated { cells: &table, wide, sheets: &sheets, reach };
    Whole {
        all: whole(&rated, settings),
        criteria: (0..wide).map(by).collect(),
        pairs: each_pair(&rated, &ratings.raters, settings),
    }
}

/// Each pair of raters of a table, whose units are independent of each other.
pub fn pairs(table: &Table, names: &[String], settings: &Settings) -> Vec<Pair> {
    let reach = Reach::of(settings.scale, table);
    each_pair(&Rated { cells: table, wide: 1, sheets: table, reach }, names, settings)
}

fn each_pair(rated: &Rated<'_>, names: &[String], settings: &Settings) -> Vec<Pair> {
    let count = rated.cells.rows.len();
    let each = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    each.map(|(a, b)| pair(rated, names, a, b, settings)).collect()
}

fn pair(rated: &Rated<'_>, names: &[String], a: usize, b: usize, settings: &Settings) -> Pair {
    let common = rated.cells.common(a, b);
    let two = rated.cells.two(a, b);
    let difference = common.iter().map(|(x, y)| x - y).sum::<f64>() / common.len() as f64;
    let [nominal, ordinal, interval, ratio, unweighted, linear, quadratic] =
        intervals(&two, rated.wide, of_two, settings.seed, settings.draws);
    let krippendorff_alpha = alphas(&two);
    let [.., one, by_distance, by_square] = of_two(&two);
    Pair {
        rater: names[a].clone(),
        other: names[b].clone(),
        sentence: of_pair(&two, rated.wide, rated.reach, ordinal.ends.as_ref()),
        common: common.len(),
        candidates: two.shared(rated.wide).len(),
        difference: difference.is_finite().then_some(difference / rated.reach.step),
        alpha_ordinal: krippendorff_alpha.ordinal.clone(),
        alpha_ordinal_ci95: ordinal.ends,
        alpha_ordinal_no_interval: ordinal.without,
        krippendorff_alpha,
        krippendorff_alpha_ci95: Alphas { nominal, ordinal, interval, ratio },
        cohen_kappa: Kappas { unweighted: one, linear: by_distance, quadratic: by_square },
        cohen_kappa_ci95: Kappas { unweighted, linear, quadratic },
        icc: six(&both(&rated.sheets.two(a, b))),
    }
}

/// The four alphas and the three kappas of two raters.
fn of_two(two: &Table) -> [Value; 7] {
    let [nominal, ordinal, interval, ratio] = of_levels(two, LEVELS);
    let common = two.common(0, 1);
    let kappa = |weighting| of_pairs(&common, weighting);
    let [one, linear, quadratic] =
        [kappa(Weighting::Unweighted), kappa(Weighting::Linear), kappa(Weighting::Quadratic)];
    [nominal, ordinal, interval, ratio, one, linear, quadratic]
}

/// The units that both rated.
fn both(two: &Table) -> Table {
    let units: Vec<usize> = (0..two.units()).filter(|unit| two.unit(*unit).len() == 2).collect();
    two.pick(&units)
}

fn counts(table: &Table) -> Vec<Vec<f64>> {
    let values = table.values();
    let count = |unit: usize| {
        let scores = table.unit(unit);
        values.iter().map(|value| scores.iter().filter(|score| *score == value).count() as f64).collect()
    };
    (0..table.units()).map(count).filter(|row: &Vec<f64>| row.iter().any(|count| *count > 0.0)).collect()
}
