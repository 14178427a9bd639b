//! `severity/d*.json`: lme4's fits by restricted maximum likelihood (E, E2). The model's marginal likelihood, with flat priors
//! on the criteria, is lme4's restricted likelihood; so lme4's criterion, its effects and its maximum are to be found again.

use assay_domain::measure::severity::design::Design;
use assay_domain::measure::severity::gaussian::Gaussian;
use assay_domain::measure::severity::{Deviations, Options, Prior, Sds, fit};
use serde_json::Value;

use super::severity::{files, keyed, ratings};
use crate::{Count, list};

/// The prior that makes candidates random, and the deviations, of an oracle.
fn of(oracle: &Value) -> (Prior, Sds) {
    let sd = |name: &str| oracle["sd"][name].as_f64().unwrap_or(0.0);
    let prior = Prior { candidate_sd: sd("cand"), criterion_sd: f64::INFINITY, ..Prior::default() };
    (prior, Sds { rater: sd("rater"), halo: sd("cr"), profile: 0.0, residual: sd("Residual") })
}

#[test]
fn restricted_likelihoods_and_effects_are_lme4_s_oracle_e() {
    let mut count = Count::new("lme4 E");
    for case in files() {
        for name in ["E_lme4_reml", "E2_lme4_reml_nohalo"] {
            count.what = format!("lme4 {name} {}", case["id"]);
            let (ratings, oracle) = (ratings(&case), &case["oracle"][name]);
            let (prior, sds) = of(oracle);
            let criteria = list(&case["criteria"]).len() as f64;
            // lme4 counts the p flat means among the parameters: p ln(2 pi) less.
            let criterion = |prior: &Prior, sds: &Sds| {
                let found = Gaussian::at(&Design::of(&ratings), prior, sds).unwrap();
                -2.0 * found.log_marginal - criteria * std::f64::consts::TAU.ln()
            };
            let best = criterion(&prior, &sds);
            count.value("REML criterion", Some(best), &oracle["reml_criterion"], 1e-6);
            for factor in [0.97, 1.03] {
                let moved = [
                    (Prior { candidate_sd: factor * prior.candidate_sd, ..prior }, sds),
                    (prior, Sds { rater: factor * sds.rater, ..sds }),
                    (prior, Sds { halo: factor * sds.halo, ..sds }),
                    (prior, Sds { residual: factor * sds.residual, ..sds }),
                ];
                assert!(
                    moved.iter().all(|(prior, sds)| criterion(prior, sds) > best - 1e-6),
                    "{}",
                    count.what
                );
            }
            let found = fit(&ratings, &Options { deviations: Deviations::Fixed(sds), prior }).unwrap();
            for (key, expected) in oracle["fixef"].as_object().unwrap() {
                let name = key.trim_start_matches("crit");
                count.value("fixef", found.criterion_mean.est.get(name), expected, 1e-6);
            }
            keyed(&mut count, "cand", &found.candidate.est, &oracle["ranef"]["cand"]["est"], 1e-6);
            if oracle["ranef"]["rater"].is_object() {
                keyed(&mut count, "rater", &found.rater_leniency.est, &oracle["ranef"]["rater"]["est"], 1e-6);
            }
        }
    }
    count.say();
}
