//! Small published cases of the statistics, each with its source, so that the suite means something wherever it runs. Where a
//! source prints few digits, the further ones were computed independently from its data, in exact fractions.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use assay_domain::measure::agreement::alpha::{Level, alpha};
use assay_domain::measure::agreement::icc::six;
use assay_domain::measure::agreement::kappa::{cohen, fleiss};
use assay_domain::measure::agreement::reml::components;
use assay_domain::measure::agreement::{Table, spearman_brown};
use assay_domain::measure::impact::{Comparison, Finding, Group, compare, intervals};
use assay_domain::measure::outcome::validity;
use assay_domain::measure::severity::rasch::{Penalties, rasch};
use assay_domain::measure::{Rating, Ratings};

fn near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} instead of {expected}");
}

/// Raters' scores over units; 0 is not rated.
fn table(rows: &[&[u8]]) -> Table {
    let score = |level: &u8| (*level > 0).then_some(f64::from(*level));
    Table::new(rows.iter().map(|row| row.iter().map(score).collect()).collect()).unwrap()
}

/// Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011: the data of sections A to E.
#[test]
fn krippendorff_2011() {
    let binary = table(&[&[1, 2, 1, 1, 1, 1, 1, 1, 2, 1], &[2, 2, 2, 1, 1, 2, 1, 1, 1, 1]]);
    near(alpha(&binary, Level::Nominal).known().unwrap(), 0.095, 0.0005);
    let nominal = table(&[&[1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], &[2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]]);
    near(alpha(&nominal, Level::Nominal).known().unwrap(), 0.692, 0.0005);
    let with_holes = table(&[
        &[1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        &[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        &[0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        &[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ]);
    for (level, published, digits) in [
        (Level::Nominal, 0.743, 0.743_421_052_631_579),
        (Level::Ordinal, 0.815, 0.815_387_503_754_881),
        (Level::Interval, 0.849, 0.849_107_142_857_143),
        (Level::Ratio, 0.797, 0.797_402_774_711_612),
    ] {
        let found = alpha(&with_holes, level).known().unwrap();
        near(found, published, 0.0005);
        near(found, digits, 1e-12);
    }
}

/// Shrout and Fleiss, *Psychological Bulletin* 86 (1979), tables 2 to 4: four judges, six targets. Mean squares of 11.24
/// between targets, 32.49 between judges, 1.02 for the rest; six coefficients.
#[test]
fn shrout_and_fleiss_1979() {
    let table = table(&[&[9, 6, 8, 7, 10, 6], &[2, 1, 4, 1, 5, 2], &[5, 3, 6, 2, 6, 4], &[8, 2, 8, 6, 9, 7]]);
    let found = six(&table);
    for (name, published, digits) in [
        ("ICC(1,1)", 0.17, 0.165_741_768_405_475),
        ("ICC(A,1)", 0.29, 0.289_763_779_527_559),
        ("ICC(C,1)", 0.71, 0.714_840_714_840_715),
        ("ICC(1,k)", 0.44, 0.442_797_133_679_269),
        ("ICC(A,k)", 0.62, 0.620_050_547_598_989),
        ("ICC(C,k)", 0.91, 0.909_315_542_377_070),
    ] {
        let icc = found.iter().find(|icc| icc.name == name).unwrap();
        near(icc.icc.known().unwrap(), published, 0.005);
        near(icc.icc.known().unwrap(), digits, 1e-12);
        let (low, high) = icc.ci95.unwrap();
        assert!(low < published && published < high, "{name} {low} {high}");
    }
    // In a balanced table with positive estimates, REML is the analysis of variance (Searle and others, 1992, sec. 4.8).
    let reml = components(&table).unwrap();
    near(reml.unit, (11.241_666_666_666_667 - 1.019_444_444_444_444) / 4.0, 1e-5);
    near(reml.rater, (32.486_111_111_111_114 - 1.019_444_444_444_444) / 6.0, 1e-5);
    near(reml.residual, 1.019_444_444_444_444, 1e-5);
    // Four judges instead of one: from .29 to .62, and from .71 to .91.
    near(spearman_brown(0.289_763_779_527_559, 4.0), 0.620_050_547_598_989, 1e-12);
}

/// Cohen, *Psychological Bulletin* 70 (1968), table 1: kappa .492, weighted kappa .348.
#[test]
fn cohen_1968() {
    let proportions = [vec![0.44, 0.07, 0.09], vec![0.05, 0.20, 0.05], vec![0.01, 0.03, 0.06]];
    let weights = [[0.0, 1.0, 3.0], [1.0, 0.0, 6.0], [3.0, 6.0, 0.0]];
    let plain = cohen(&proportions, |a, b| if a == b { 0.0 } else { 1.0 }, 200.0).unwrap();
    near(plain.kappa, 0.492, 0.0005);
    let weighted = cohen(&proportions, |a, b| weights[a][b], 200.0).unwrap();
    near(weighted.kappa, 0.348, 0.0005);
    near(weighted.kappa, 8.0 / 23.0, 1e-12);
}

/// The worked example of Fleiss' kappa in general use: ten subjects, fourteen raters, five categories; kappa .210.
#[test]
fn fleiss_of_ten_subjects() {
    let counts: Vec<Vec<f64>> = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ]
    .iter()
    .map(|row| row.iter().map(|count| f64::from(*count)).collect())
    .collect();
    let found = fleiss(&counts).unwrap();
    near(found.kappa, 0.210, 0.0005);
    near(found.kappa, 0.209_930_704_421_955, 1e-12);
}

fn two(a: (u64, u64), b: (u64, u64)) -> Comparison {
    let group = |(selected, applicants)| Group { name: String::new(), applicants, selected };
    compare(&group(a), &group(b)).unwrap()
}

/// Fisher, *The Design of Experiments*, 1935, ch. II (the lady tasting tea, three of four right: 17/70 one-sided); and
/// *Statistical Methods for Research Workers*, sec. 21.02 (convictions of criminals' twins: 619/1330665 one-sided).
#[test]
fn fisher_s_own_examples() {
    let tea = two((3, 4), (1, 4));
    near(tea.fisher_p_greater, 17.0 / 70.0, 1e-12);
    near(tea.fisher_p_two_sided, 17.0 / 35.0, 1e-12);
    near(tea.odds_ratio_conditional.unwrap(), 6.408_319_658_2, 1e-9);
    assert_eq!(tea.finding, Finding::TooFew);
    let twins = two((2, 12), (15, 18));
    near(twins.fisher_p_less, 619.0 / 1_330_665.0, 1e-14);
    near(twins.fisher_p_two_sided, 3_571.0 / 6_653_325.0, 1e-14);
    near(twins.odds_ratio_conditional.unwrap(), 0.046_936_639_05, 1e-10);
    let (low, high) = twins.odds_ratio_ci95;
    near(low.unwrap(), 0.003_317_163_95, 1e-10);
    near(high.unwrap(), 0.363_189_602_357, 1e-10);
}

/// The example in SciPy's page of `boschloo_exact` (74 of 117 against 31 of 63; p = 0.0356 one-sided), and twelve of fifteen
/// against seven, by adding up every table.
#[test]
fn boschloo_s_test() {
    near(two((74, 117), (31, 63)).boschloo_p_two_sided_groups_fixed.unwrap(), 2.0 * 0.035_564_064, 1e-7);
    near(two((12, 15), (7, 15)).boschloo_p_two_sided_groups_fixed.unwrap(), 2.0 * 0.034_109_154_66, 1e-9);
}

/// *Questions and Answers on the Uniform Guidelines* (44 FR 11996, 1979), no. 12: 48 of 80 against 12 of 40, a ratio of 50%.
/// Exactly four fifths is not below; what no rounding may turn.
#[test]
fn four_fifths_in_whole_numbers() {
    let found = two((48, 80), (12, 40));
    near(found.impact_ratio.unwrap(), 0.5, 1e-15);
    assert!(found.below_four_fifths);
    assert_eq!(found.finding, Finding::Below);
    let (low, high) = found.risk_ratio_katz_ci95.unwrap();
    near(low, 0.301_432_941_046, 1e-11);
    near(high, 0.829_371_863_383, 1e-11);
    assert!(!two((50, 100), (40, 100)).below_four_fifths);
    assert!(two((50, 100), (39, 100)).below_four_fifths);
    assert!(!two((50_001, 100_000), (40_001, 100_000)).below_four_fifths);
    assert!(two((50_001, 100_000), (40_000, 100_000)).below_four_fifths);
    let endless = Group { name: "everybody".to_owned(), applicants: 3_000_000_000, selected: 1 };
    assert!(compare(&endless, &endless).unwrap_err().to_string().contains("more than 1000000"));
}

/// Newcombe, *Statistics in Medicine* 17 (1998), 857, table I, method 3 (Wilson's score interval).
#[test]
fn wilson_s_interval() {
    for (x, n, low, high) in
        [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
    {
        let found = intervals::wilson(x, n);
        near(found.0, low, 0.000_05);
        near(found.1, high, 0.000_05);
    }
}

/// Seven hires by hand: Pearson's r, Fisher's interval with `1 / sqrt(n - 3)` = 1/2, Thorndike's case 2 at twice the spread.
#[test]
fn seven_hires() {
    let pairs = [(3.1, 2.0), (3.4, 3.0), (3.9, 2.0), (4.0, 4.0), (4.2, 3.0), (4.4, 3.0), (4.6, 4.0)];
    // The same scores twice as far from each other.
    let applicants: Vec<f64> = pairs.iter().map(|(score, _)| 2.0 * score).collect();
    let found = validity(&pairs, &applicants).unwrap();
    let r = 0.610_501_553_169_710;
    near(found.correlation.unwrap(), r, 1e-12);
    let (low, high) = found.ci95.unwrap();
    near(low, -0.263_868_111_957, 1e-11);
    near(high, 0.934_109_310_146, 1e-11);
    near(found.corrected_for_range.unwrap(), 2.0 * r / (1.0 + 3.0 * r * r).sqrt(), 1e-12);
}

/// With everybody alike (priors of no width) a threshold is the log odds of neighbouring levels' counts: two, six and three
/// scores give `ln(2/6)` and `ln(6/3)` (Andrich, *Psychometrika* 43, 1978).
#[test]
fn thresholds_are_log_odds_of_counts() {
    let levels = [1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3];
    let rows: Vec<Rating> = levels
        .iter()
        .enumerate()
        .map(|(rater, level)| Rating {
            candidate: "A Fixture".to_owned(),
            rater: format!("R{rater}"),
            criterion: "K".to_owned(),
            score: f64::from(*level),
        })
        .collect();
    let ratings = Ratings::new(&rows, &[], (1.0, 5.0)).unwrap();
    let alike = Penalties { candidate: 1e-5, rater: 1e-5, criterion: 1e-5, threshold: 1e5 };
    let found = rasch(&ratings, Some(&alike)).unwrap();
    near(found.thresholds.est[0], (2.0_f64 / 6.0).ln(), 1e-6);
    near(found.thresholds.est[1], (6.0_f64 / 3.0).ln(), 1e-6);
    assert!(rasch(&ratings, None).unwrap_err().to_string().contains("runs off to infinity"));
}
