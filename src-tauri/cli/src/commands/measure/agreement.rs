//! `assay measure agreement`.

use assay_domain::document::one_line;
use assay_domain::measure::agreement::icc::Icc;
use assay_domain::measure::agreement::kappa::{Kappa, Weighting, cohen, fleiss};
use assay_domain::measure::agreement::{
    Agreement, ENOUGH, Pair, Settings, Table, Value as Known, agreement, of_ratings, pairs, spearman_brown,
};
use assay_domain::words::signed;
use serde_json::{Map, Value, json};

use super::input::{Case, full_rows, named_scale, ratings, rows};
use super::{FileOrRole, Source, Told, json_of, number, plain, unfit};
use crate::failure::{Failure, Result};
use crate::output::table;

/// Arguments of `measure agreement`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub(super) input: FileOrRole,
    #[command(flatten)]
    pub(super) source: Source,
}

/// What stands for a figure over fewer than [`ENOUGH`] candidates.
pub(super) const TOO_FEW: &str = "too few";

/// Ratings, a matrix of raters and units, or a table of counts.
pub fn of(case: &Case, args: &Source) -> Result<Told> {
    let (seed, draws) = (args.seed.unwrap_or(1), args.drawn(1000)?);
    let settings = Settings { seed, draws, scale: named_scale(case, args)? };
    if let Some(counts) = full_rows(case, "counts").or_else(|| full_rows(case, "proportions")) {
        return two(case, &counts);
    }
    if let Some(counts) = full_rows(case, "counts_subjects_by_category") {
        let found =
            fleiss(&counts).map_err(|why| Failure::refused(format!("cannot be computed: {why}"), ""))?;
        return Ok((json_of(&found)?, format!("Fleiss' kappa {:.3}\n", found.kappa)));
    }
    // Rows of numbers only are a matrix of raters and units, unless the file names its columns.
    let matrix =
        rows(case, "ratings").filter(|rows| !rows.is_empty() && !case.fields.contains_key("ratings_columns"));
    if let Some(matrix) = matrix {
        return of_matrix(matrix, &settings);
    }
    let read = ratings(case, args)?;
    let found = of_ratings(&read.ratings, &settings);
    let criteria = found.criteria.iter().map(|one| {
        let alpha = enough(one.agreement.candidates, &one.agreement.krippendorff_alpha.ordinal);
        [one.criterion.clone(), one.agreement.units.to_string(), alpha]
    });
    let mut text = told(&found.all);
    text += "\n";
    text += &table(["criterion", "common", "alpha (ordinal)"], &criteria.collect::<Vec<_>>(), "No criteria.");
    let each = found.criteria.iter().map(|one| (one.criterion.as_str(), one.agreement.sentence.as_str()));
    text += &said_of(each);
    text += &format!("\n{}", pairs_told(&found.pairs));
    let mut value = with_icc(json_of(&found)?);
    for field in ["criteria", "pairs"] {
        let parts = value[field].as_array_mut().into_iter().flatten();
        parts.for_each(|part| *part = with_icc(part.take()));
    }
    read.noted((value, text))
}

fn of_matrix(matrix: Vec<Vec<Option<f64>>>, settings: &Settings) -> Result<Told> {
    let table = Table::new(matrix).map_err(|error| unfit(&error))?;
    if let Some((low, high)) = settings.scale {
        let off = table.rows.iter().flatten().flatten().find(|score| !(low..=high).contains(*score));
        if let Some(score) = off {
            let what = format!("a rating of {} is not on the scale from {low} to {high}", plain(*score));
            return Err(Failure::refused(what, "Mend the rating, or name another --scale LOW:HIGH."));
        }
    }
    let found = agreement(&table, settings);
    let names: Vec<String> = (0..table.rows.len()).map(|rater| rater.to_string()).collect();
    let pairs = pairs(&table, &names, settings);
    let mut value = with_icc(json_of(&found)?);
    let by_pair = |pair: &Pair| Ok((format!("{},{}", pair.rater, pair.other), json_of(&pair.cohen_kappa)?));
    value["cohen_kappa_pairs"] = Value::Object(pairs.iter().map(by_pair).collect::<Result<_>>()?);
    beside_others(&mut value, &found);
    value["pairs"] = json_of(&pairs)?;
    Ok((value, format!("{}\n{}", told(&found), pairs_told(&pairs))))
}

/// What is said of each, a line for each.
pub(super) fn said_of<'a>(each: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    each.map(|(name, sentence)| format!("{}: {}\n", one_line(name), one_line(sentence))).collect()
}

/// The same figures under the names that other programs' have in files of reference values.
fn beside_others(value: &mut Value, found: &Agreement) {
    value["cohen_kappa_pairs_sklearn"] = value["cohen_kappa_pairs"].clone();
    value["icc_pingouin"] = value["icc"].clone();
    let psych = |one: &Icc| {
        let name = ["ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"]
            .into_iter()
            .zip(["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"])
            .find(|(_, own)| *own == one.name)?;
        let (low, high) = one.ci95.unzip();
        Some((name.0.to_owned(), json!({"icc": one.icc, "F": one.f, "lower95": low, "upper95": high})))
    };
    value["icc_psych"] = found.icc.iter().filter_map(psych).collect::<Map<_, _>>().into();
    let mut lme4 = value["varcomp_reml"].clone();
    if let Some(reml) = found.varcomp_reml {
        // As lme4: a ratio of standard deviations under a ten-thousandth.
        let gone = |variance: f64| variance < 1e-8 * reml.residual;
        lme4["singular"] = json!(gone(reml.unit) || gone(reml.rater));
    }
    value["varcomp_reml_lme4"] = lme4;
}

/// The coefficients under their names, too.
fn with_icc(mut value: Value) -> Value {
    let named = value["icc"].as_array().map(|all| {
        all.iter()
            .filter_map(|one| Some((one["name"].as_str()?.to_owned(), one.clone())))
            .collect::<Map<_, _>>()
    });
    value["icc"] = named.map_or(Value::Null, Value::Object);
    value
}

/// Two raters by their table of counts.
fn two(case: &Case, counts: &[Vec<f64>]) -> Result<Told> {
    let square =
        |rows: &[Vec<f64>]| rows.len() == counts.len() && rows.iter().all(|row| row.len() == counts.len());
    if counts.is_empty() || !square(counts) {
        let hint = "One row and one column for each level, the same for both raters.";
        return Err(Failure::refused("the table of counts is not square", hint));
    }
    if counts.iter().flatten().any(|count| *count < 0.0) {
        return Err(Failure::refused("a count is negative", "Counts are numbers of cases, from 0."));
    }
    let all: f64 = counts.iter().flatten().sum();
    let n = case.fields.get("n").and_then(Value::as_f64).unwrap_or(all);
    let mut value = Map::new();
    for (name, weighting) in
        [("kappa", Weighting::Unweighted), ("linear", Weighting::Linear), ("quadratic", Weighting::Quadratic)]
    {
        let by = |a: usize, b: usize| weighting.disagreement(a as f64, b as f64);
        value.extend(coefficient(name, name, cohen(counts, by, n)));
    }
    if let Some(weights) = full_rows(case, "disagreement_weights") {
        if !square(&weights) {
            let hint = "It needs a row and a column for each level.";
            return Err(Failure::refused("disagreement_weights does not fit the table of counts", hint));
        }
        value.extend(coefficient("weighted_kappa", "weighted", cohen(counts, |a, b| weights[a][b], n)));
    }
    let text = format!("Cohen's kappa {}\n", number(value["kappa"].as_f64()));
    Ok((Value::Object(value), text))
}

/// A kappa under its name, with its large-sample variance and interval; or why there is none.
fn coefficient(name: &str, short: &str, found: std::result::Result<Kappa, &str>) -> Map<String, Value> {
    match found {
        Ok(found) => Map::from_iter([
            (name.to_owned(), json!(found.kappa)),
            (format!("{short}_var"), json!(found.variance)),
            (format!("{short}_ci95"), json!(ci95(found.kappa, found.variance))),
        ]),
        Err(why) => {
            Map::from_iter([(name.to_owned(), json!({"undefined": format!("cannot be computed: {why}")}))])
        }
    }
}

fn ci95(kappa: f64, variance: f64) -> [f64; 2] {
    let reach = 1.959_963_984_540_054 * variance.sqrt();
    [kappa - reach, kappa + reach]
}

/// A figure over so many candidates, where they are enough for one to say anything.
fn enough(candidates: usize, value: &Known) -> String {
    if candidates < ENOUGH { TOO_FEW.into() } else { known(value) }
}

fn told(found: &Agreement) -> String {
    if found.candidates < ENOUGH {
        return format!("{}\nFigures over so few say nothing and are left out here.\n", found.sentence);
    }
    let alpha = &found.krippendorff_alpha;
    let interval = found.alpha_ordinal_ci95.map(|ends| {
        let none = match ends.undefined {
            0 => String::new(),
            some => format!(" ({some} of {} draws gave none)", some + ends.draws),
        };
        format!("{:.2} to {:.2}{none}", ends.low, ends.high)
    });
    let interval =
        interval.or_else(|| found.alpha_ordinal_no_interval.map(str::to_owned)).unwrap_or_default();
    let mut rows = vec![["Krippendorff's alpha, ordinal".to_owned(), known(&alpha.ordinal), interval]];
    for (name, value) in [("nominal", &alpha.nominal), ("interval", &alpha.interval), ("ratio", &alpha.ratio)]
    {
        rows.push([format!("Krippendorff's alpha, {name}"), known(value), String::new()]);
    }
    for one in &found.icc {
        // Intervals of means reach far below -1, which says no more than that.
        let end = |end: f64| if end < -1.0 { "under -1".to_owned() } else { format!("{end:.2}") };
        let ends = one.ci95.map_or_else(String::new, |(low, high)| format!("{} to {}", end(low), end(high)));
        rows.push([one.name.to_owned(), known(&one.icc), ends]);
    }
    if let Some((low, high)) = found.reliability_ci95 {
        let all = (1..).zip(&found.spearman_brown).filter(|(count, _)| *count == 1 || *count >= found.raters);
        rows.extend(all.map(|(count, reliability)| {
            let end = |end: f64| spearman_brown(end, count as f64);
            let of = if count == 1 { "one rater".to_owned() } else { format!("the mean of {count} raters") };
            [
                format!("reliability of {of}"),
                format!("{reliability:.3}"),
                format!("{:.2} to {:.2}", end(low), end(high)),
            ]
        }));
    }
    let mut text = format!("{}\n", found.sentence);
    if !found.reliability.is_empty() {
        text += &format!("{}\n", found.reliability);
    }
    format!("{text}\n{}\n{}\n", table(["", "value", "95%"], &rows, ""), found.basis)
}

fn pairs_told(pairs: &[Pair]) -> String {
    let of = |pair: &Pair| format!("{} and {}", pair.rater, pair.other);
    let row = |pair: &Pair| {
        let kappas = &pair.cohen_kappa;
        [
            of(pair),
            pair.common.to_string(),
            pair.candidates.to_string(),
            pair.difference.map_or_else(|| "nothing in common".into(), |by| signed(by, 2)),
            enough(pair.candidates, &kappas.unweighted),
            enough(pair.candidates, &kappas.linear),
            enough(pair.candidates, &kappas.quadratic),
            enough(pair.candidates, &pair.alpha_ordinal),
        ]
    };
    let rows: Vec<_> = pairs.iter().map(row).collect();
    let met: Vec<_> =
        pairs.iter().filter(|pair| pair.common > 0).map(|pair| (of(pair), &pair.sentence)).collect();
    table(
        ["raters", "common", "candidates", "difference", "kappa", "linear", "quadratic", "alpha (ordinal)"],
        &rows,
        "No pairs.",
    ) + &said_of(met.iter().map(|(name, sentence)| (name.as_str(), sentence.as_str())))
}

fn known(value: &Known) -> String {
    number(value.known())
}
