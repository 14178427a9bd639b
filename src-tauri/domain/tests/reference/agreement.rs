//! `irr_cases.json` and `kappa_tables.json`.

use assay_domain::measure::agreement::Table;
use assay_domain::measure::agreement::alpha::{Level, alpha};
use assay_domain::measure::agreement::icc::six;
use assay_domain::measure::agreement::kappa::{Weighting, cohen, fleiss, of_pairs};
use assay_domain::measure::agreement::reml::components;
use serde_json::Value;

use crate::{Count, list, reference, rows};

#[test]
fn alphas_correlations_kappas_and_components_are_those_of_the_file() {
    let Some(file) = reference("irr_cases.json") else { return };
    let mut count = Count::new("agreement");
    for case in list(&file) {
        let scores = list(&case["ratings"]).iter().map(|row| list(row).iter().map(Value::as_f64).collect());
        let table = Table::new(scores.collect()).unwrap();
        count.what = format!("agreement {}", case["id"]);
        let expected = &case["expected"];
        alphas(&mut count, &table, &expected["krippendorff_alpha"]);
        correlations(&mut count, &table, expected);
        kappas(&mut count, &table, &expected["cohen_kappa_pairs_sklearn"]);
        reml(&mut count, &table, &expected["varcomp_reml_lme4"]);
    }
    count.say();
}

fn alphas(count: &mut Count, table: &Table, expected: &Value) {
    for (name, level) in [
        ("nominal", Level::Nominal),
        ("ordinal", Level::Ordinal),
        ("interval", Level::Interval),
        ("ratio", Level::Ratio),
    ] {
        // Where the file gives no number it gives an object with the reason.
        count.value(name, alpha(table, level).known(), &expected[name], 1e-9);
    }
}

fn correlations(count: &mut Count, table: &Table, expected: &Value) {
    let (Some(python), Some(r)) = (expected.get("icc_pingouin"), expected.get("icc_psych")) else { return };
    let found = six(table);
    for (name, other) in [
        ("ICC(1,1)", "ICC1"),
        ("ICC(A,1)", "ICC2"),
        ("ICC(C,1)", "ICC3"),
        ("ICC(1,k)", "ICC1k"),
        ("ICC(A,k)", "ICC2k"),
        ("ICC(C,k)", "ICC3k"),
    ] {
        let icc = found.iter().find(|icc| icc.name == name).unwrap();
        count.value(name, icc.icc.known(), &python[name]["icc"], 1e-9);
        let (low, high) = icc.ci95.unwrap();
        count.value(name, Some(low), &r[other]["lower95"], 1e-9);
        count.value(name, Some(high), &r[other]["upper95"], 1e-9);
    }
}

fn kappas(count: &mut Count, table: &Table, expected: &Value) {
    let Some(pairs) = expected.as_object() else { return };
    for (key, values) in pairs {
        let (a, b) = key.split_once(',').unwrap();
        let common = table.common(a.parse().unwrap(), b.parse().unwrap());
        for (name, weighting) in [
            ("unweighted", Weighting::Unweighted),
            ("linear", Weighting::Linear),
            ("quadratic", Weighting::Quadratic),
        ] {
            let found = of_pairs(&common, weighting).known();
            count.value(&format!("{key} {name}"), found, &values[name], 1e-9);
        }
    }
}

fn reml(count: &mut Count, table: &Table, expected: &Value) {
    if !expected.is_object() {
        return;
    }
    let Some(found) = components(table) else { panic!("{}: no components", count.what) };
    let found = serde_json::to_value(found).unwrap();
    for (name, value) in found.as_object().unwrap() {
        count.value(name, value.as_f64(), &expected[name], 1e-4);
    }
}

#[test]
fn kappas_of_published_tables() {
    let Some(file) = reference("kappa_tables.json") else { return };
    let mut count = Count::new("kappa tables");
    let published = &file["cohen1968"];
    let (table, weights) = (rows(&published["proportions"]), rows(&published["disagreement_weights"]));
    let plain = cohen(&table, |a, b| by(Weighting::Unweighted, a, b), 200.0).unwrap();
    let weighted = cohen(&table, |a, b| weights[a][b], 200.0).unwrap();
    let expected = &published["expected"];
    count.value("kappa", Some(plain.kappa), &expected["kappa"], 1e-9);
    count.value("weighted", Some(weighted.kappa), &expected["weighted_kappa"], 1e-9);
    let reach = 1.959_963_984_540_054 * plain.variance.sqrt();
    count.value("low", Some(plain.kappa - reach), &expected["kappa_ci95"][0], 1e-9);
    count.value("high", Some(plain.kappa + reach), &expected["kappa_ci95"][1], 1e-9);
    let five = &file["five_by_five"];
    let counts = rows(&five["counts"]);
    let all = counts.iter().flatten().sum();
    for (name, weighting) in
        [("kappa", Weighting::Unweighted), ("linear", Weighting::Linear), ("quadratic", Weighting::Quadratic)]
    {
        let found = cohen(&counts, |a, b| by(weighting, a, b), all).unwrap();
        count.value(name, Some(found.kappa), &five["expected"][name], 1e-9);
        if weighting == Weighting::Unweighted {
            count.value("variance", Some(found.variance), &five["expected"]["kappa_var"], 1e-9);
        }
    }
    let fleiss = fleiss(&rows(&file["fleiss_10x14"]["counts_subjects_by_category"])).unwrap();
    count.value("fleiss", Some(fleiss.kappa), &file["fleiss_10x14"]["expected"]["kappa"], 1e-9);
    count.value("z", Some(fleiss.z), &file["fleiss_10x14"]["expected"]["z"], 1e-9);
    count.say();
}

fn by(weighting: Weighting, a: usize, b: usize) -> f64 {
    weighting.disagreement(a as f64, b as f64)
}
