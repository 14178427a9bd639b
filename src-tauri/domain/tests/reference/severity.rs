//! `severity/d*.json`: the model's oracles.

use std::path::PathBuf;

use assay_domain::measure::severity::{Deviations, Options, Prior, Report, Sds, fit};
use assay_domain::measure::{Keyed, Rating, Ratings};
use serde_json::Value;

use crate::{Count, file, folder, list, text};

pub fn files() -> Vec<Value> {
    let Some(folder) = folder() else { return Vec::new() };
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder.join("severity")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

pub fn ratings(case: &Value) -> Ratings {
    let row = |row: &Value| Rating {
        candidate: text(&row[0]),
        rater: text(&row[1]),
        criterion: text(&row[2]),
        score: row[3].as_f64().unwrap(),
    };
    let criteria: Vec<(String, f64)> = list(&case["criteria"])
        .iter()
        .map(|one| (text(&one["id"]), one["weight"].as_f64().unwrap()))
        .collect();
    let rows: Vec<Rating> = list(&case["ratings"]).iter().map(row).collect();
    let scale = (case["scale"][0].as_f64().unwrap(), case["scale"][1].as_f64().unwrap());
    Ratings::new(&rows, &criteria, scale).unwrap()
}

pub fn keyed(count: &mut Count, name: &str, found: &Keyed, expected: &Value, tolerance: f64) {
    for (key, expected) in expected.as_object().unwrap() {
        count.value(&format!("{name} {key}"), found.get(key), expected, tolerance);
    }
}

pub fn matrix(count: &mut Count, name: &str, found: &[Vec<f64>], expected: &Value, tolerance: f64) {
    for (row, expected) in found.iter().zip(list(expected)) {
        for (value, expected) in row.iter().zip(list(expected)) {
            count.value(name, Some(*value), expected, tolerance);
        }
    }
}

pub fn fixed(rater: f64, halo: f64, profile: f64, residual: f64) -> Deviations {
    Deviations::Fixed(Sds { rater, halo, profile, residual })
}

#[test]
fn fixed_deviations_are_exact_oracle_a() {
    let mut count = Count::new("severity A");
    for case in files() {
        count.what = format!("severity A {}", case["id"]);
        let options = Options { deviations: fixed(0.4, 0.4, 0.4, 0.6), ..Options::default() };
        let found = fit(&ratings(&case), &options).unwrap();
        let oracle = &case["oracle"]["A_severity_model_fixed_sd"];
        for (name, found) in [
            ("criterion_mean", &found.criterion_mean),
            ("candidate", &found.candidate),
            ("rater_leniency", &found.rater_leniency),
            ("weighted_total", &found.weighted_total),
        ] {
            keyed(&mut count, name, &found.est, &oracle[name]["est"], 1e-6);
            keyed(&mut count, name, &found.sd, &oracle[name]["sd"], 1e-6);
        }
        matrix(&mut count, "cov", &found.weighted_total_cov, &oracle["weighted_total_cov"], 1e-6);
        matrix(&mut count, "candidate_cov", &found.candidate_cov, &oracle["candidate_cov"], 1e-6);
        matrix(&mut count, "prob", &found.prob_row_beats_col, &oracle["prob_row_beats_col"], 1e-6);
        count.same("unrated", &Some(found.unrated_cells as u64), &oracle["unrated_cells"].as_u64());
    }
    count.say();
}

#[test]
fn random_candidates_are_exact_oracle_c() {
    let mut count = Count::new("severity C");
    for case in files() {
        count.what = format!("severity C {}", case["id"]);
        let prior = Prior { candidate_sd: 0.8, ..Prior::default() };
        let options = Options { deviations: fixed(0.4, 0.4, 0.0, 0.7), prior };
        let found = fit(&ratings(&case), &options).unwrap();
        let oracle = &case["oracle"]["C_gauss4_fixed_sd_random_candidates"];
        for (name, found) in [
            ("criterion_mean", &found.criterion_mean),
            ("candidate", &found.candidate),
            ("rater_leniency", &found.rater_leniency),
        ] {
            keyed(&mut count, name, &found.est, &oracle[name]["est"], 1e-6);
            keyed(&mut count, name, &found.sd, &oracle[name]["sd"], 1e-6);
        }
        matrix(&mut count, "candidate_cov", &found.candidate_cov, &oracle["candidate_cov"], 1e-6);
    }
    count.say();
}

#[test]
fn lme4_at_fixed_deviations_is_oracle_f() {
    let mut count = Count::new("severity F");
    for case in files() {
        let oracle = &case["oracle"]["F_lme4_blup_fixed_sd"];
        if !oracle.is_object() {
            continue;
        }
        count.what = format!("severity F {}", case["id"]);
        let prior = Prior { candidate_sd: 0.8, criterion_sd: f64::INFINITY, ..Prior::default() };
        let options = Options { deviations: fixed(0.4, 0.4, 0.0, 0.7), prior };
        let found = fit(&ratings(&case), &options).unwrap();
        keyed(&mut count, "cand", &found.candidate.est, &oracle["ranef"]["cand"]["est"], 1e-6);
        keyed(&mut count, "rater", &found.rater_leniency.est, &oracle["ranef"]["rater"]["est"], 1e-6);
        for (key, expected) in oracle["fixef"].as_object().unwrap() {
            let name = key.trim_start_matches("crit");
            count.value("fixef", found.criterion_mean.est.get(name), expected, 1e-6);
            count.value("se", found.criterion_mean.sd.get(name), &oracle["fixef_se"][key], 1e-6);
        }
    }
    count.say();
}

#[test]
fn integrated_deviations_are_those_of_nuts_oracle_b() {
    let mut count = Count::new("severity B");
    for case in files() {
        let oracle = &case["oracle"]["B_severity_model_nuts"];
        if oracle["reliable"].as_bool() != Some(true) {
            continue;
        }
        count.what = format!("severity B {}", case["id"]);
        let started = std::time::Instant::now();
        let found = fit(&ratings(&case), &Options::default()).unwrap();
        let took = started.elapsed();
        nuts(&mut count, &found, oracle);
        println!("{}: {:?}, {} points", count.what, took, found.grid_points);
    }
    count.say();
}

fn nuts(count: &mut Count, found: &Report, oracle: &Value) {
    let total = &oracle["weighted_total"];
    keyed(count, "total", &found.weighted_total.est, &total["mean"], 0.02);
    keyed(count, "total sd", &found.weighted_total.sd, &total["sd"], 0.02);
    matrix(count, "prob", &found.prob_row_beats_col, &oracle["prob_row_beats_col"], 0.02);
    keyed(count, "rater", &found.rater_leniency.est, &oracle["rater_leniency"]["mean"], 0.02);
    keyed(count, "rater sd", &found.rater_leniency.sd, &oracle["rater_leniency"]["sd"], 0.02);
    let (mean, sd) = (found.deviations.mean, found.deviations.sd);
    let expected = &oracle["sd"];
    for (name, mean, sd) in
        [("rater", mean.rater, sd.rater), ("halo", mean.halo, sd.halo), ("profile", mean.profile, sd.profile)]
    {
        count.value(name, Some(mean), &expected["mean"][name], 0.02);
        count.value(name, Some(sd), &expected["sd"][name], 0.02);
    }
    count.value("residual", Some(mean.residual), &oracle["sigma"]["mean"]["residual"], 0.02);
    count.value("residual", Some(sd.residual), &oracle["sigma"]["sd"]["residual"], 0.02);
    // Means of criteria and candidates move against each other over a wide ridge: NUTS itself is less exact there.
    let slack = |part: &Value| 0.02_f64.max(4.0 * part["max_mcse"].as_f64().unwrap_or(0.0));
    let (criteria, candidates) = (&oracle["criterion_mean"], &oracle["candidate"]);
    keyed(count, "criterion", &found.criterion_mean.est, &criteria["mean"], slack(criteria));
    keyed(count, "criterion sd", &found.criterion_mean.sd, &criteria["sd"], slack(criteria));
    keyed(count, "candidate", &found.candidate.est, &candidates["mean"], slack(candidates));
    keyed(count, "candidate sd", &found.candidate.sd, &candidates["sd"], slack(candidates));
}

#[test]
fn what_can_be_compared_is_that_of_the_files() {
    let mut count = Count::new("estimability");
    for case in files() {
        count.what = format!("estimability {}", case["id"]);
        let options = Options { deviations: fixed(0.4, 0.4, 0.4, 0.6), ..Options::default() };
        let found = fit(&ratings(&case), &options).unwrap();
        let found = serde_json::to_value(&found.estimability).unwrap();
        for (name, value) in found.as_object().unwrap() {
            count.same(name, value, &case["estimability"][name]);
        }
    }
    count.say();
}
