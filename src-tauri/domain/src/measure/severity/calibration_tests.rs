//! Stated against observed probability of order, over simulated roles whose ratings follow the model.

use super::super::super::random::Draws;
use super::super::super::ratings::Cell;
use super::*;

const CANDIDATES: usize = 12;
const RATERS: usize = 4;
const CRITERIA: usize = 4;

/// A role in which each candidate is seen by two raters in turn, and the true totals.
fn simulated(random: &mut Draws) -> (Ratings, Vec<f64>) {
    let mut half = |scale: f64| scale * random.normal().abs();
    let sds = [half(0.5), half(0.5), half(0.5), half(1.0).max(0.05)];
    let mut drawn =
        |count: usize, sd: f64| -> Vec<f64> { (0..count).map(|_| sd * random.normal()).collect() };
    let (means, leniency) = (drawn(CRITERIA, 0.5), drawn(RATERS, sds[0]));
    let (mut cells, mut totals) = (Vec::new(), Vec::new());
    for candidate in 0..CANDIDATES {
        let (effect, profile) = (drawn(1, 1.0)[0], drawn(CRITERIA, sds[2]));
        let own = |criterion: usize| 3.0 + means[criterion] + effect + profile[criterion];
        totals.push((0..CRITERIA).map(own).sum::<f64>() / CRITERIA as f64);
        for rater in [candidate % RATERS, (candidate + 1 + candidate / RATERS) % RATERS] {
            let (halo, rest) = (drawn(1, sds[1])[0], drawn(CRITERIA, sds[3]));
            let score = |criterion: usize| own(criterion) + leniency[rater] + halo + rest[criterion];
            cells.extend((0..CRITERIA).map(|criterion| Cell {
                candidate,
                rater,
                criterion,
                score: score(criterion),
            }));
        }
    }
    cells.sort_by_key(|cell| (cell.candidate, cell.criterion, cell.rater));
    let names = |letter: &str, count: usize| (0..count).map(|one| format!("{letter}{one}")).collect();
    let ratings = Ratings {
        candidates: names("C", CANDIDATES),
        raters: names("R", RATERS),
        criteria: names("K", CRITERIA),
        weights: vec![1.0 / CRITERIA as f64; CRITERIA],
        scale: (1.0, 5.0),
        cells,
    };
    (ratings, totals)
}

#[test]
#[ignore = "minutes without optimisation: cargo test --release -p assay-domain -- --ignored calibration"]
fn stated_probabilities_come_true() {
    let mut random = Draws::new(5);
    let mut bins = [(0_usize, 0.0, 0_usize); 5];
    while bins.iter().any(|bin| bin.0 < 2000) {
        let (ratings, totals) = simulated(&mut random);
        let found = fit(&ratings, &Options::default()).unwrap();
        for a in 0..CANDIDATES {
            for b in 0..a {
                let stated = found.prob_row_beats_col[a][b];
                let right = (stated > 0.5) == (totals[a] > totals[b]);
                let sure = stated.max(1.0 - stated);
                let bin = &mut bins[((sure - 0.5) * 10.0).clamp(0.0, 4.0) as usize];
                *bin = (bin.0 + 1, bin.1 + sure, bin.2 + usize::from(right));
            }
        }
    }
    for (count, stated, right) in bins {
        let (stated, observed) = (stated / count as f64, right as f64 / count as f64);
        println!("stated {stated:.3}, observed {observed:.3}, over {count} pairs");
        assert!((stated - observed).abs() < 0.05);
    }
}
