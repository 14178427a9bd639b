//! Every field of the files of reference values beside what the program answers under the same name; what is not ours is said
//! with its reason.

use std::path::Path;

use serde_json::Value;

use crate::bench::{Bench, reference};

/// Where the values stand in a file, as the beginning of a path, and why the program has no such field of its own.
const NOT_OURS: [(&str, &str); 22] = [
    (
        "/krippendorff_alpha_irr_R",
        "wrong for complete data with more than two raters, by the file's own note",
    ),
    ("/icc_irr", "the coefficients and F of icc_psych again; other degrees of freedom for one interval"),
    ("/cohen_kappa_pairs_irr", "weights by the place among the levels used, not by distance on the scale"),
    ("/kendall_W", "agreement in order only; not among what is computed"),
    ("/weighted_ci95", "clipped by a defect of the package; the variance is checked in the domain"),
    ("/linear_var", "not the variance of Fleiss, Cohen and Everitt, which another derivation confirms"),
    ("/quadratic_var", "0 in the file, where it cannot be"),
    ("/smaa_R_0_3_3/large_mc", "draws of its own; the exact shares are compared"),
    ("/minmax_normalised_weighted_sum_pymcdm", "what must not be done: the order turns"),
    ("/topsis_minmax_pymcdm", "what must not be done: the order turns"),
    ("/sum_scaled_weighted_sum_skcriteria", "what must not be done: the order turns"),
    ("/A_severity_model_fixed_sd/sd_assumed", "what is given, not found"),
    ("/A_severity_model_fixed_sd/max_abs_gradient", "of the oracle's own solver"),
    (
        "/B_severity_model_nuts",
        "estimated deviations by draws; compared in the domain's tests at their tolerance",
    ),
    ("/C_gauss4_fixed_sd_random_candidates", "another prior; compared in the domain's tests"),
    ("/D_mfrm_map_fixed_sd", "--model rasch; compared in the domain's tests"),
    ("/E", "an ordinary mixed model; compared in the domain's tests"),
    ("/F_lme4_blup_fixed_sd", "an ordinary mixed model; compared in the domain's tests"),
    ("/G_vgam_acat_jmle", "--model rasch --unpenalised; compared in the domain's tests"),
    ("/H_tam_mml_mfr", "candidates as draws of one distribution; compared in the domain's tests"),
    ("/tolerance", "about the file"),
    ("/versions", "about the file"),
];

/// How near, where it is not a millionth.
const TOLERANCES: [(&str, f64); 5] = [
    ("/varcomp_reml_lme4", 1e-4),
    ("/krippendorff_alpha", 1e-9),
    ("/cohen_kappa_pairs_sklearn", 1e-9),
    // R finds the odds ratio by steps of its own.
    ("/fisher_R", 1e-3),
    ("/fixed_draws/n_draws", 0.0),
];

/// What was compared, and what differs.
#[derive(Default)]
struct Walk {
    compared: usize,
    not_ours: std::collections::BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Walk {
    fn value(&mut self, at: &str, path: &str, expected: &Value, ours: Option<&Value>) {
        if let Some((start, _)) = NOT_OURS.iter().find(|(start, _)| path.starts_with(start)) {
            *self.not_ours.entry(start).or_default() += 1;
            return;
        }
        match expected {
            // Why it cannot be computed is said in other words.
            Value::Object(fields) if fields.contains_key("undefined") => {
                self.leaf(at, path, &Value::Null, ours)
            }
            Value::Object(fields) => {
                for (name, one) in fields {
                    let inner = ours.and_then(|ours| ours.get(name));
                    self.value(at, &format!("{path}/{name}"), one, inner);
                }
            }
            Value::Array(items) => {
                let same = ours.and_then(Value::as_array).is_some_and(|ours| ours.len() == items.len());
                if !same {
                    self.wrong.push(format!("{at}{path}: another length"));
                }
                for (index, one) in items.iter().enumerate() {
                    self.value(at, &format!("{path}/{index}"), one, ours.and_then(|ours| ours.get(index)));
                }
            }
            leaf => self.leaf(at, path, leaf, ours),
        }
    }

    fn leaf(&mut self, at: &str, path: &str, expected: &Value, ours: Option<&Value>) {
        self.compared += 1;
        let tolerance = if path.contains("/icc_pingouin/") && path.contains("/ci95") {
            0.005_000_1
        } else {
            TOLERANCES.iter().find(|(start, _)| path.contains(start)).map_or(1e-6, |(_, near)| *near)
        };
        let same = match (expected.as_f64(), ours.and_then(Value::as_f64)) {
            (Some(a), Some(b)) => (a - b).abs() <= tolerance * (1.0 + a.abs()),
            (None, None) => match ours {
                Some(ours) if expected.is_null() => ours.is_null() || ours.get("undefined").is_some(),
                Some(ours) => ours == expected,
                None => false,
            },
            _ => false,
        };
        if !same {
            let ours = ours.map_or_else(|| "nothing".to_owned(), Value::to_string);
            self.wrong.push(format!("{at}{path}: {ours} instead of {expected}"));
        }
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn answer(words: &[&str], file: &Path) -> Value {
    let file = file.to_string_lossy();
    let found = Bench::empty().bare(&[&["measure"], words, &[file.as_ref(), "--json"]].concat());
    assert!(found.status.success(), "{words:?} {file}: {}", String::from_utf8_lossy(&found.stderr));
    serde_json::from_slice(&found.stdout).unwrap()
}

/// The fields of a case that are no input.
fn expected(case: &Value) -> Value {
    const INPUT: [&str; 7] = ["id", "note", "scores", "weights", "weight_draws", "added", "source"];
    let mut fields = case.as_object().unwrap().clone();
    fields.retain(|name, _| !INPUT.contains(&name.as_str()));
    Value::Object(fields)
}

#[test]
fn every_field_of_the_files_is_answered_under_its_name_or_said_not_to_be_ours() {
    let Some(folder) = reference() else { return };
    let mut walk = Walk::default();
    for (command, file, draws) in [
        ("agreement", "irr_cases.json", "20"),
        ("agreement", "kappa_tables.json", "20"),
        ("impact", "adverse_impact.json", ""),
    ] {
        let path = folder.join(file);
        let words = if draws.is_empty() { vec![command] } else { vec![command, "--draws", draws] };
        let found = answer(&words, &path);
        let cases = read(&path);
        let each: Vec<&Value> = match &cases {
            Value::Array(all) => all.iter().collect(),
            other => other.as_object().unwrap().values().collect(),
        };
        for (index, case) in each.into_iter().enumerate() {
            walk.value(&format!("{file} {index} "), "", &case["expected"], found["cases"].get(index));
        }
    }
    for file in ["smaa_cases.json", "rank_reversal.json"] {
        let path = folder.join(file);
        let (found, cases) = (answer(&["robustness"], &path), read(&path));
        let each = cases.as_array().or_else(|| cases["cases"].as_array()).unwrap();
        for (index, case) in each.iter().enumerate() {
            let mut ours = found["cases"][index].clone();
            ours["smaa_R_0_3_3"] = serde_json::json!({"fixed_draws": ours["fixed_draws"]});
            walk.value(&format!("{file} {index} "), "", &expected(case), Some(&ours));
        }
    }
    severity(&folder, &mut walk);
    for (start, _) in NOT_OURS {
        assert!(walk.not_ours.contains_key(start), "{start} is in no file");
    }
    assert!(walk.wrong.is_empty(), "{} of {}:\n{}", walk.wrong.len(), walk.compared, walk.wrong.join("\n"));
    assert!(walk.compared > 3_000, "only {} values compared", walk.compared);
}

/// With the deviations of oracle A held fixed.
fn severity(folder: &Path, walk: &mut Walk) {
    let fixed = "candidate=5,rater=0.4,halo=0.4,profile=0.4,residual=0.6";
    let mut files: Vec<_> =
        std::fs::read_dir(folder.join("severity")).unwrap().map(|one| one.unwrap().path()).collect();
    files.sort();
    for path in files {
        let (found, case) = (answer(&["severity", "--fixed", fixed], &path), read(&path));
        let at = format!("{} ", path.file_name().unwrap().to_string_lossy());
        let mut ours = found.clone();
        ours["A_severity_model_fixed_sd"] = found.clone();
        walk.value(&at, "", &case["oracle"], Some(&ours));
        for field in [
            "comparable_candidates",
            "comparable_raters",
            "comparable_criteria",
            "rank",
            "columns",
            "deficiency",
        ] {
            let value = found["estimability"].get(field);
            walk.value(&at, &format!("/estimability/{field}"), &case["estimability"][field], value);
        }
    }
}
