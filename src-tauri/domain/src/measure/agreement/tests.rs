//! What the figures of agreement must say where textbook formulas run into their edges, and how far intervals hold.

use std::cell::Cell;

use super::super::random::Draws;
use super::super::ratings::{Rating, Ratings};
use super::alpha::{Level, alpha};
use super::bootstrap::{Interval, intervals};
use super::icc::six;
use super::kappa::{Weighting, of_pairs};
use super::reml::{absolute_interval, components};
use super::table::Value;
use super::{Settings, Table, agreement, of_ratings, pairs};

fn table(rows: &[&[f64]]) -> Table {
    Table::new(rows.iter().map(|row| row.iter().map(|score| Some(*score)).collect()).collect()).unwrap()
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
}

const LEVELS: [f64; 10] = [2.0, 3.0, 4.0, 3.0, 4.0, 2.0, 5.0, 4.0, 3.0, 2.0];

/// One rater a level below the other throughout: the components are those of the analysis of variance.
#[test]
fn a_constant_offset_leaves_no_residual_and_true_components() {
    let found = table(&[&LEVELS, &LEVELS.map(|level| level - 1.0)]);
    let reml = components(&found).unwrap();
    near(reml.unit, 9.6 / 9.0);
    near(reml.rater, 0.5);
    assert_eq!((reml.residual, reml.reml_criterion), (0.0, None));
    near(reml.mean, 2.7);
    let all = agreement(&found, &Settings { draws: 0, ..Settings::default() });
    for (name, raters) in [("ICC(A,1)", 1), ("ICC(A,k)", 2)] {
        let icc = all.icc.iter().find(|one| one.name == name).unwrap();
        near(icc.icc.known().unwrap(), all.spearman_brown[raters - 1]);
    }
    near(all.spearman_brown[0], (9.6 / 9.0) / (9.6 / 9.0 + 0.5));
}

#[test]
fn a_stratum_below_the_residual_is_pooled_with_it() {
    // Equal raters' means: the raters' mean square is nought and is pooled with the rest.
    let found = components(&table(&[&[1.0, 2.0, 3.0, 4.0], &[2.0, 1.0, 4.0, 3.0]])).unwrap();
    let (units, rest) = (16.0 / 6.0, 2.0 / 3.0);
    assert_eq!(found.rater, 0.0);
    near(found.residual, rest * 3.0 / 4.0);
    near(found.unit, (units - rest * 0.75) / 2.0);
}

#[test]
fn holes_without_a_residual_have_no_components() {
    let mut rows = table(&[&LEVELS, &LEVELS.map(|level| level - 1.0)]).rows;
    rows.push(LEVELS.map(|level| Some(level + 1.0)).to_vec());
    (rows[0][0], rows[1][3], rows[2][7]) = (None, None, None);
    assert_eq!(components(&Table::new(rows.clone()).unwrap()), None);
    rows[0][1] = Some(4.0);
    let holed = Table::new(rows).unwrap();
    let (found, (low, high)) = (components(&holed).unwrap(), absolute_interval(&holed).unwrap());
    assert!(0.0 < low && low < found.absolute && found.absolute < high && high < 1.0, "{low} {high}");
}

#[test]
fn perfect_agreement_of_a_few_is_no_certainty() {
    let rising = [1.0, 2.0, 3.0, 4.0, 5.0, 3.0];
    let found = agreement(&table(&[&rising, &rising]), &Settings::default());
    assert_eq!(found.alpha_ordinal_ci95, None);
    assert!(found.alpha_ordinal_no_interval.unwrap().contains("every draw"), "{found:?}");
    assert!(found.icc.iter().all(|one| one.ci95.is_none()) && found.reliability_ci95.is_none());
    near(found.varcomp_reml.unwrap().absolute, 1.0);
    assert!(found.reliability.contains("cannot be told"), "{}", found.reliability);
}

#[test]
fn no_correlation_leaves_its_range_and_one_rating_is_no_kappa() {
    for rows in [[[1.0, 3.0], [3.0, 1.0]], [[1.0, 2.0], [2.0, 1.0]]] {
        for one in six(&table(&[&rows[0], &rows[1]])) {
            assert!(one.icc.known().is_none_or(|icc| (-1.0..=1.0).contains(&icc)), "{one:?}");
        }
    }
    assert_eq!(of_pairs(&[(2.0, 4.0)], Weighting::Quadratic).known(), None);
    assert!(of_pairs(&[(2.0, 4.0), (3.0, 3.0)], Weighting::Quadratic).known().is_some());
}

#[test]
fn every_interval_of_a_correlation_has_its_ends_in_order() {
    let mut random = Draws::new(5);
    let mut seen = 0;
    for _ in 0..300 {
        let mut row = || (0..5).map(|_| if random.normal() > 0.0 { 4.0 } else { 3.0 }).collect::<Vec<f64>>();
        let rows = [row(), row(), row()];
        for icc in six(&table(&[&rows[0], &rows[1], &rows[2]])) {
            let Some((low, high)) = icc.ci95 else { continue };
            seen += 1;
            assert!(low <= high + 1e-12 && high <= 1.0, "{}: {low} to {high} of {rows:?}", icc.name);
        }
    }
    assert!(seen > 500);
}

/// The interval of one coefficient.
fn interval(
    table: &Table,
    wide: usize,
    statistic: impl Fn(&Table) -> Value,
    seed: u64,
    draws: usize,
) -> Option<Interval> {
    let [found] = intervals(table, wide, |drawn| [statistic(drawn)], seed, draws);
    found.ends
}

#[test]
fn of_what_cannot_be_computed_nothing_is_drawn() {
    let count = Cell::new(0);
    let computed = |all: &Table| {
        count.set(count.get() + 1);
        [alpha(all, Level::Ordinal), alpha(all, Level::Nominal)]
    };
    let found = intervals(&table(&[&[3.0; 6], &[3.0; 6]]), 1, computed, 1, 400);
    assert!(found.iter().all(|one| one.ends.is_none() && one.without.is_none()), "{found:?}");
    assert_eq!(count.get(), 1);
}

#[test]
fn undefined_draws_are_counted() {
    // Only one candidate differs: a third of the draws misses it and has every score equal.
    let found = table(&[&[3.0, 3.0, 3.0, 3.0, 3.0, 4.0], &[3.0, 3.0, 3.0, 3.0, 3.0, 5.0]]);
    let ends = interval(&found, 1, |drawn| alpha(drawn, Level::Ordinal), 1, 400).unwrap();
    assert!((100..170).contains(&ends.undefined), "{ends:?}");
    assert_eq!(ends.draws + ends.undefined, 400);
}

/// Scores as people give them: what a rater sees in a candidate runs through all criteria.
fn simulated(draws: &mut Draws, candidates: usize, criteria: usize, raters: usize) -> Table {
    let mut rows = vec![Vec::new(); raters];
    for _ in 0..candidates {
        let candidate = 0.7 * draws.normal();
        let halo: Vec<f64> = (0..raters).map(|_| 0.5 * draws.normal()).collect();
        for _ in 0..criteria {
            let profile = 0.3 * draws.normal();
            for (row, halo) in rows.iter_mut().zip(&halo) {
                let score = 3.0 + candidate + profile + halo + 0.5 * draws.normal();
                row.push(Some(libm::round(score).clamp(1.0, 5.0)));
            }
        }
    }
    Table::new(rows).unwrap()
}

/// Draws in which nothing differs do not stretch the interval over the whole scale.
#[test]
fn two_who_differ_once_agree_well_beyond_chance() {
    let level = |unit: usize| Some((unit % 5) as f64 + 1.0);
    let first: Vec<Option<f64>> = (0..30).map(level).collect();
    let mut second = first.clone();
    second[0] = Some(2.0);
    let table = Table::new(vec![first, second]).unwrap();
    let ordinal = |table: &Table| alpha(table, Level::Ordinal);
    let ends = interval(&table, 1, ordinal, 1, 1000).unwrap();
    assert!(ends.low > 0.9 && ends.high <= 1.0, "{ends:?}");
}

/// Of the intervals at 95%, over candidates with several criteria, nearly as many hold the alpha of the population.
#[test]
fn the_interval_of_alpha_covers_it() {
    let mut draws = Draws::new(11);
    let ordinal = |table: &Table| alpha(table, Level::Ordinal);
    let truth = ordinal(&simulated(&mut draws, 4000, 5, 3)).known().unwrap();
    let (mut inside, mut all) = (0, 0);
    for seed in 0..200 {
        let sample = simulated(&mut draws, 8, 5, 3);
        if let Some(ends) = interval(&sample, 5, ordinal, seed, 120) {
            all += 1;
            inside += usize::from(ends.low <= truth && truth <= ends.high);
        }
    }
    let coverage = f64::from(inside as u32) / f64::from(all);
    assert!(coverage > 0.87, "{coverage} of {all} intervals hold {truth}");
}

fn rows(scores: &[(usize, usize, usize, f64)]) -> Vec<Rating> {
    let row = |(candidate, rater, criterion, score): &(usize, usize, usize, f64)| Rating {
        candidate: format!("C{candidate:02}"),
        rater: format!("R{rater}"),
        criterion: format!("K{criterion}"),
        score: *score,
    };
    scores.iter().map(row).collect()
}

/// Candidates differ by one level, criteria and raters only by what cancels in a scorecard: single cells are unreliable,
/// scorecards are not.
#[test]
fn an_interviewer_s_reliability_is_that_of_scorecards() {
    let mut scores = Vec::new();
    for candidate in 0..10_usize {
        for rater in 0..3_usize {
            for criterion in 0..4_usize {
                let by = if (candidate + rater + criterion) % 2 == 0 { 1.0 } else { -1.0 };
                let slip = if (candidate, rater, criterion) == (3, 1, 2) { 1.0 } else { 0.0 };
                scores.push((candidate, rater, criterion, 2.0 + (candidate % 3) as f64 + by + slip));
            }
        }
    }
    let ratings = Ratings::new(&rows(&scores), &[], (1.0, 6.0)).unwrap();
    let found = of_ratings(&ratings, &Settings { draws: 0, ..Settings::default() });
    let cells = components(&Table::of(&ratings, None)).unwrap().absolute;
    assert!(cells < 0.6 && found.all.spearman_brown[0] > 0.98, "{cells} {:?}", found.all.spearman_brown);
    let (low, high) = found.all.reliability_ci95.unwrap();
    assert!(low > 0.9 && high < 1.0, "{low} {high}");
    assert_eq!((found.all.candidates, found.all.units), (10, 40));
    assert!(found.all.basis.contains("10 candidates"), "{}", found.all.basis);
    let few: Vec<_> = scores.iter().copied().filter(|one| one.0 < 4).collect();
    let few = of_ratings(&Ratings::new(&rows(&few), &[], (1.0, 6.0)).unwrap(), &Settings::default()).all;
    assert!(few.reliability.contains("too few (4 candidates"), "{}", few.reliability);
    assert!(few.sentence.contains("too few interviews to say more") && few.alpha_ordinal_ci95.is_none());
}

fn said(scale: (f64, f64), rows: &[&[f64]]) -> String {
    agreement(&table(rows), &Settings { scale: Some(scale), ..Settings::default() }).sentence
}

#[test]
fn a_level_is_a_step_of_the_scale() {
    assert!(
        said((0.0, 1.0), &[&[0.0, 0.9, 0.1, 0.8, 0.2], &[0.4, 0.5, 0.6, 0.3, 0.6]])
            .contains("do not see the same")
    );
    let hundred = table(&[&[10.0, 50.0, 80.0, 30.0], &[12.0, 48.0, 83.0, 31.0]]);
    let settings = Settings { scale: Some((0.0, 100.0)), ..Settings::default() };
    assert!(agreement(&hundred, &settings).sentence.starts_with("Both interviewers see the same"));
    near(pairs(&hundred, &["A".into(), "B".into()], &settings)[0].difference.unwrap(), -1.0 / 25.0);
}

/// What is near goes by the scale: a point apart is much of five levels, and little of ten.
#[test]
fn near_goes_by_the_range_of_the_scale() {
    let one = [1.0, 3.0, 5.0, 7.0, 9.0, 10.0, 2.0, 8.0];
    let other = [2.0, 4.0, 4.0, 8.0, 8.0, 9.0, 3.0, 7.0];
    let found = said((1.0, 10.0), &[&one, &other]);
    assert!(
        found.starts_with(
            "Both interviewers see the same (on average within an eighth of the scale, 1.13 points, alpha 0.9"
        ),
        "{found}"
    );
    let other = [3.0, 5.0, 4.0, 9.0, 8.0, 9.0, 3.0, 6.0];
    let found = said((1.0, 10.0), &[&one, &other]);
    assert!(found.starts_with("The two interviewers agree well beyond chance, but are not near"), "{found}");
    let five = said((1.0, 5.0), &[&[1.0, 2.0, 3.0, 4.0], &[1.0, 2.0, 3.0, 5.0]]);
    assert!(five.contains("on average within half a level"), "{five}");
}

#[test]
fn of_too_few_candidates_no_alpha_is_said() {
    let scores: Vec<_> = (0..6).flat_map(|k| [(0, 0, k, 3.0), (0, 1, k, 3.0 + (k % 2) as f64)]).collect();
    let ratings = Ratings::new(&rows(&scores), &[], (1.0, 5.0)).unwrap();
    let found = of_ratings(&ratings, &Settings::default()).all.sentence;
    assert!(found.contains("too few to say") && !found.contains("alpha"), "{found}");
}

#[test]
fn chance_is_never_called_seeing_the_same() {
    // Within half a level, as both hardly vary, and never together.
    let (mut one, mut other) = ([3.0; 20], [3.0; 20]);
    (0..8).for_each(|at| if at % 2 == 0 { one[at] = 4.0 } else { other[at] = 4.0 });
    let found = said((1.0, 5.0), &[&one, &other]);
    assert!(!found.contains("interviewers see the same") && found.contains("alpha -0.22"), "{found}");
    // Nor agreement beyond chance where the interval of a high alpha reaches nought, or there is none.
    let reaching = [&[2.0, 9.0, 2.0, 5.0, 6.0][..], &[4.0, 7.0, 4.0, 5.0, 6.0]];
    let without = [&[1.0, 4.0, 7.0, 10.0][..], &[3.0, 5.0, 9.0, 10.0]];
    for rows in [reaching, without] {
        let alpha = alpha(&table(&rows), Level::Ordinal).known().unwrap();
        let found = said((1.0, 10.0), &rows);
        assert!(alpha >= 0.8 && found.starts_with("The two interviewers do not see the same"), "{found}");
    }
    let found = said((1.0, 10.0), &[without[0], without[1], &[10.0, 1.0, 5.0, 2.0]]);
    assert!(found.starts_with("No two of three interviewers see the same"), "{found}");
}

#[test]
fn only_who_met_often_enough_is_spoken_of() {
    let level = |candidate: usize| 1.0 + (candidate % 5) as f64;
    let mut scores: Vec<_> = (0..6).flat_map(|c| [(c, 0, 0, level(c)), (c, 1, 0, level(c))]).collect();
    scores.extend([(0, 2, 0, 5.0), (1, 2, 0, 5.0)]);
    let sentence = |scores: &[(usize, usize, usize, f64)]| {
        let ratings = Ratings::new(&rows(scores), &[], (1.0, 5.0)).unwrap();
        of_ratings(&ratings, &Settings::default()).all.sentence
    };
    let found = sentence(&scores);
    assert!(found.starts_with("Of three pairs of interviewers one rated three candidates or more in common, and these two see the same"), "{found}");
    let found = sentence(&[(0, 0, 0, 2.0), (0, 1, 0, 2.0), (1, 0, 0, 4.0), (1, 1, 0, 4.0)]);
    assert!(found.starts_with("No two interviewers rated three candidates or more in common"), "{found}");
    scores.extend((2..6).map(|c| (c, 2, 0, 6.0 - level(c))));
    assert!(sentence(&scores).starts_with("Two of three interviewers see the same"), "{}", sentence(&scores));
}

/// Each pair's coefficients are those of a table of its own, with a sentence, and with intervals from the same seed.
#[test]
fn a_pair_has_every_coefficient_that_a_table_of_two_has() {
    let third = [2.0, 2.0, 4.0, 4.0, 4.0, 3.0, 5.0, 3.0, 3.0, 1.0];
    let one = [2.0, 3.0, 4.0, 3.0, 5.0, 2.0, 5.0, 4.0, 2.0, 2.0];
    let settings = Settings { draws: 200, ..Settings::default() };
    let names = ["A", "B", "C"].map(str::to_owned);
    let found = pairs(&table(&[&LEVELS, &one, &third]), &names, &settings);
    let alone = agreement(&table(&[&LEVELS, &third]), &settings);
    let pair = &found[1];
    assert_eq!((pair.rater.as_str(), pair.other.as_str()), ("A", "C"));
    assert_eq!(pair.krippendorff_alpha, alone.krippendorff_alpha);
    assert_eq!(pair.krippendorff_alpha_ci95, alone.krippendorff_alpha_ci95);
    assert_eq!((&pair.icc, &pair.sentence), (&alone.icc, &alone.sentence));
    assert_eq!(pair.icc.len(), 6);
    let kappas = &pair.cohen_kappa;
    for (value, drawn) in [
        (&kappas.unweighted, pair.cohen_kappa_ci95.unweighted),
        (&kappas.linear, pair.cohen_kappa_ci95.linear),
        (&kappas.quadratic, pair.cohen_kappa_ci95.quadratic),
        (&pair.krippendorff_alpha.nominal, pair.krippendorff_alpha_ci95.nominal),
        (&pair.krippendorff_alpha.interval, pair.krippendorff_alpha_ci95.interval),
        (&pair.krippendorff_alpha.ratio, pair.krippendorff_alpha_ci95.ratio),
    ] {
        let (value, ends) = (value.known().unwrap(), drawn.ends.unwrap());
        assert!(ends.low < value && value < ends.high && ends.high < 1.0, "{value} {ends:?}");
    }
    assert_eq!(found, pairs(&table(&[&LEVELS, &one, &third]), &names, &settings), "seeded");
    let fleiss = alone.fleiss_kappa.unwrap().kappa;
    let ends = alone.fleiss_kappa_ci95.ends.unwrap();
    assert!(ends.low < fleiss && fleiss < ends.high, "{fleiss} {ends:?}");
    let few = pairs(&table(&[&[2.0, 3.0], &[2.0, 4.0]]), &names[..2], &settings);
    assert_eq!(
        few[0].sentence,
        "They have 2 candidates in common: too few to say whether they see the same."
    );
    assert_eq!(few[0].cohen_kappa_ci95.linear.without, Some("too few candidates for an interval"));
}
