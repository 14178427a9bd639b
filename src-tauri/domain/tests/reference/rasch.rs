//! `severity/d*.json`: the oracles of the many-facet Rasch model (D penalised, G not, H by marginal likelihood).

use assay_domain::measure::severity::rasch::{Penalties, log_probabilities, rasch};
use serde_json::Value;

use super::severity::{files, keyed, matrix, ratings};
use crate::{Count, list, text};

#[test]
fn the_penalised_model_is_oracle_d() {
    let mut count = Count::new("Rasch D");
    for case in files() {
        count.what = format!("Rasch D {}", case["id"]);
        let found = rasch(&ratings(&case), Some(&Penalties::default())).unwrap();
        let oracle = &case["oracle"]["D_mfrm_map_fixed_sd"];
        for (j, expected) in list(&oracle["thresholds"]["est"]).iter().enumerate() {
            count.value("threshold", Some(found.thresholds.est[j]), expected, 1e-6);
            count.value("threshold sd", Some(found.thresholds.sd[j]), &oracle["thresholds"]["sd"][j], 1e-6);
        }
        for (name, found) in [
            ("candidate", &found.candidate),
            ("criterion_easiness", &found.criterion_easiness),
            ("rater_leniency", &found.rater_leniency),
        ] {
            keyed(&mut count, name, &found.est, &oracle[name]["est"], 1e-6);
            keyed(&mut count, name, &found.sd, &oracle[name]["sd"], 1e-6);
        }
        matrix(&mut count, "cov", &found.candidate_cov, &oracle["candidate_cov"], 1e-6);
    }
    count.say();
}

#[test]
fn the_unpenalised_model_is_oracle_g_or_refused() {
    let mut count = Count::new("Rasch G");
    for case in files() {
        count.what = format!("Rasch G {}", case["id"]);
        let oracle = &case["oracle"]["G_vgam_acat_jmle"];
        let found = rasch(&ratings(&case), None);
        if let Some(expected) = oracle["expected_outcome"].as_str() {
            let why = found.unwrap_err().to_string();
            let reason =
                if expected.contains("identified") { "not identified" } else { "runs off to infinity" };
            assert!(why.contains(reason), "{}: {why}", count.what);
            count.compared += 1;
            continue;
        }
        let found = found.unwrap();
        count.value("log likelihood", Some(found.log_likelihood), &oracle["loglik"], 1e-5);
        for (threshold, expected) in
            found.thresholds.est.iter().zip(oracle["intercepts"].as_object().unwrap().values())
        {
            count.value("intercept", Some(-threshold), expected, 1e-5);
        }
        for (name, found) in [
            ("cand", &found.candidate),
            ("rater", &found.rater_leniency),
            ("crit", &found.criterion_easiness),
        ] {
            if oracle[name]["est"].is_object() {
                keyed(&mut count, name, &found.est, &oracle[name]["est"], 1e-5);
            }
            if oracle[name]["se_first"].is_object() {
                keyed(&mut count, name, &found.sd, &oracle[name]["se_first"], 1e-5);
            }
        }
    }
    count.say();
}

/// Where TAM reached its maximum; elsewhere the design leaves it open (d03, d05, d16), scores are extreme (d06) or few (d10).
const CONVERGED: [&str; 3] = ["d01_complete", "d07_missing_cells", "d12_no_severity"];

/// TAM's deviance follows from its estimates and our probabilities of levels, integrated over the abilities.
#[test]
fn the_likelihood_of_tam_s_estimates_is_oracle_h() {
    let mut count = Count::new("Rasch H");
    for case in files().iter().filter(|case| CONVERGED.contains(&text(&case["id"]).as_str())) {
        count.what = format!("Rasch H {}", case["id"]);
        let oracle = &case["oracle"]["H_tam_mml_mfr"];
        let at = |facet: &str, name: &str| oracle["xsi"][facet]["est"][name].as_f64();
        let steps: Vec<f64> = oracle["xsi"]["step"]["est"]
            .as_object()
            .unwrap()
            .values()
            .map(|one| one.as_f64().unwrap())
            .collect();
        let sd = oracle["ability_sd"].as_f64().unwrap();
        let nodes: Vec<f64> = (0..161).map(|i| -8.0 + 0.1 * f64::from(i)).collect();
        let weights: Vec<f64> = nodes.iter().map(|node| (-0.5 * (node / sd).powi(2)).exp()).collect();
        let all: f64 = weights.iter().sum();
        let ratings = list(&case["ratings"]);
        let mut deviance = 0.0;
        for candidate in list(&case["candidates"]) {
            let own: Vec<&Value> = ratings.iter().filter(|row| row[0] == *candidate).collect();
            let likelihood = |ability: f64| -> f64 {
                own.iter()
                    .map(|row| {
                        let rater = at("rater", &format!("rater{}", text(&row[1]))).unwrap_or(0.0);
                        let eta = ability - rater - at("item", &text(&row[2])).unwrap();
                        log_probabilities(eta, &steps)[row[3].as_u64().unwrap() as usize - 1]
                    })
                    .sum::<f64>()
                    .exp()
            };
            let chance: f64 =
                nodes.iter().zip(&weights).map(|(node, weight)| weight / all * likelihood(*node)).sum();
            deviance -= 2.0 * chance.ln();
        }
        count.value("deviance", Some(deviance), &oracle["deviance"], 1e-4);
    }
    count.say();
}
