//! `assay measure severity`.

mod own;
mod steps;

use std::path::PathBuf;

use assay_domain::measure::Ratings;
use assay_domain::measure::closeness::{Closeness, conditions};
use assay_domain::measure::nothing::nothing_to_order;
use assay_domain::measure::severity::next::{Further, further, none_offered};
use assay_domain::measure::severity::{Deviations, Fit, Options, Prior, Report, Sds, fit_whole};
use assay_domain::measure::sure::{Doubt, EXACT, Placed, Sureness, where_comparable};
use assay_domain::words::{decimal, range, signed};
use clap::{Args, ValueEnum};
use serde_json::Value;

use super::input::{Case, not_assessed, pairs, ratings};
use super::{Source, Told, json_of, not_too_many, on_scale, unfit};
use own::{ends, own_scale};
use steps::steps;

use crate::failure::{Failure, Result};
use crate::output::{fields, heading, indented, percent, table};

/// Arguments of `measure severity`.
#[derive(Debug, Args)]
pub struct Severity {
    /// CSV with the columns candidate, rater, criterion, score; or JSON; - is standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) source: Source,
    /// Standard deviations held fixed, in points of the scale of 1 to 5; else they are estimated:
    /// "rater=0.4,halo=0.4,profile=0.4,residual=0.6", and candidate (5 where it is not given)
    #[arg(long, value_name = "NAME=SD,...")]
    fixed: Option<String>,
    /// gaussian: levels are distances. rasch: levels are steps (many-facet Rasch, in logits), a second opinion
    #[arg(long, value_enum, default_value = "gaussian", conflicts_with = "fixed")]
    model: Model,
    /// With rasch: without penalties, the plain maximum of the likelihood
    #[arg(long)]
    unpenalised: bool,
}

/// Which model is fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Model {
    Gaussian,
    Rasch,
}

/// How many further interviews are told.
const FURTHER: usize = 5;

/// Fits the model.
pub fn of(case: &Case, args: &Severity) -> Result<Told> {
    let read = ratings(case, &args.source)?;
    not_too_many(read.ratings.candidates.len())?;
    read.noted(match args.model {
        Model::Rasch => steps(&read.ratings, args.unpenalised)?,
        Model::Gaussian => gaussian(case, args, &read.ratings)?,
    })
}

fn gaussian(case: &Case, args: &Severity, ratings: &Ratings) -> Result<Told> {
    let options = args.fixed.as_deref().map_or_else(|| Ok(Options::default()), held)?;
    let fit = fit_whole(ratings, &options).map_err(|error| unfit(&error))?;
    let found = &fit.report;
    // Who is not corrected stands by the plain score, and the model says only how sure it is.
    let plain: Vec<f64> = found.raw_total.0.iter().map(|(_, score)| *score).collect();
    let total = |(at, plain): (usize, &f64)| fit.corrected(at).unwrap_or(*plain);
    let totals: Vec<f64> = plain.iter().enumerate().map(total).collect();
    let group = &found.estimability.candidate_group;
    let before = |a: usize, b: usize| match (group[a] == group[b], found.degenerate) {
        (false, _) => Err(Doubt::Incomparable),
        (true, true) => Err(Doubt::Exact),
        (true, false) if found.corrected[a] => Ok(found.prob_row_beats_col[a][b]),
        (true, false) => Ok(fit.difference(a, b).centred(totals[a] - totals[b]).above_nought()),
    };
    let closeness =
        Closeness::among(&totals, &totals, |a, b| Ok((before(a, b)?, fit.difference(a, b).variance())));
    let fixed = matches!(options.deviations, Deviations::Fixed(_));
    let assumed = found.verdict.assumed(found.candidates.len()).filter(|_| !fixed);
    let unless = conditions(closeness.as_ref(), assumed.is_some());
    let order = where_comparable(&plain, &totals, |a, b| group[a] == group[b]);
    let sure = Sureness::along(&order, &found.candidates, &totals, before).unless(&unless);
    // What more would tell goes by how sure the order is now.
    let all = match found.degenerate {
        true => Vec::new(),
        false => further(ratings, &found.deviations.mean, &options.prior),
    };
    let next: Vec<Further> = all.into_iter().filter(Further::worth).take(FURTHER).collect();
    let pairs = (0..totals.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let none = || none_offered(found.degenerate, pairs.map(|(a, b)| before(a, b)));
    let no_further = next.is_empty().then(none);
    let assumed = assumed.filter(|_| sure.pairs_told_apart > 0);
    let exact = found.degenerate.then(|| nothing_to_order(&totals).unwrap_or(EXACT));
    let said = Said { closeness, assumed, next, no_further, exact };
    let mut value = json_of(found)?;
    if found.degenerate {
        UNDECIDED.iter().for_each(|at| value.pointer_mut(at).into_iter().for_each(unknown));
    }
    value["sure"] = json_of(&sure)?;
    value["closeness"] = json_of(&said.closeness)?;
    value["assumed"] = json_of(&said.assumed)?;
    value["further_interviews"] = json_of(&said.next)?;
    value["further_sentence"] = json_of(&exact.or(said.no_further))?;
    value["rater_leniency_untold"] = untold(found);
    value["own_scale"] = own_scale(ratings, &fit, &sure, said.closeness.as_ref())?;
    let left = not_assessed(case, &found.candidates);
    value["not_assessed"] = json_of(&left)?;
    let left = if left.is_empty() {
        String::new()
    } else {
        format!("Not assessed, and in no table: {}.\n", left.join(", "))
    };
    Ok((value, left + &told(ratings, &fit, &sure, &said)))
}

/// The sets that can be compared, a line each; nothing where there is one only.
pub(super) fn sets(all: &[Vec<String>]) -> String {
    if all.len() < 2 {
        return String::new();
    }
    let lines: String = all.iter().map(|set| set.join(", ") + "\n").collect();
    heading("Sets that can be compared (within a line, not across)") + &indented(&lines)
}

/// What is said beside the figures.
struct Said {
    closeness: Option<Closeness>,
    /// Why how sure the order is rests on what is assumed.
    assumed: Option<&'static str>,
    next: Vec<Further>,
    /// Why no further interview is offered, where none is.
    no_further: Option<&'static str>,
    /// Why nobody is told apart where every score is explained exactly.
    exact: Option<&'static str>,
}

/// Raters whose leniency is no number, with why.
fn untold(found: &Report) -> Value {
    let raters = found.rater_leniency.est.0.iter();
    raters.filter_map(|(name, _)| Some((name.clone(), Value::from(found.leniency_untold(name)?)))).collect()
}

/// What of a report goes by how sure the model is.
const UNDECIDED: [&str; 11] = [
    "/weighted_total/sd",
    "/weighted_total_interval",
    "/weighted_total_cov",
    "/unrated_variance",
    "/prob_row_beats_col",
    "/expected_rank",
    "/candidate/sd",
    "/candidate_cov",
    "/criterion_mean/sd",
    "/rater_leniency/sd",
    "/deviations",
];

/// Makes every number in a value unknown, its shape kept.
fn unknown(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(unknown),
        Value::Object(named) => named.values_mut().for_each(unknown),
        Value::Number(_) => *value = Value::Null,
        _ => {}
    }
}

fn held(text: &str) -> Result<Options> {
    let mut prior = Prior::default();
    let mut sds = Sds { rater: 0.4, halo: 0.4, profile: 0.4, residual: 0.6 };
    for (name, value) in pairs(text)? {
        *match name.as_str() {
            "candidate" => &mut prior.candidate_sd,
            "rater" => &mut sds.rater,
            "halo" => &mut sds.halo,
            "profile" => &mut sds.profile,
            "residual" => &mut sds.residual,
            _ => {
                let known = "They are candidate, rater, halo, profile and residual.";
                return Err(Failure::usage(format!("there is no standard deviation {name}"), known));
            }
        } = value;
        if !(value >= 0.0 && value.is_finite()) {
            let what = format!("--fixed {name}={value}: a standard deviation is not below nought");
            return Err(Failure::usage(what, "Give points of the scale of 1 to 5, such as 0.4."));
        }
    }
    if sds.residual <= 0.0 {
        let hint = "Give points of the scale of 1 to 5, such as 0.6: ratings always hold some chance.";
        return Err(Failure::usage("--fixed residual must be above nought", hint));
    }
    if !(prior.candidate_sd > 0.0 && prior.candidate_sd.is_finite()) {
        return Err(Failure::usage("the candidates' standard deviation must be positive", ""));
    }
    Ok(Options { deviations: Deviations::Fixed(sds), prior })
}

/// Whether a candidate's score is corrected.
fn corrected(found: &Report, name: &str) -> bool {
    found.candidates.iter().zip(&found.corrected).any(|(one, corrected)| one == name && *corrected)
}

/// Candidates with their bands, plain score and interval; and corrected only where something is corrected: on the scale of the
/// file.
fn ordered(ratings: &Ratings, fit: &Fit, sure: &Sureness) -> String {
    let found = &fit.report;
    let row = |one: &Placed| {
        let ends = ends(ratings, fit, one).map_or_else(|| "unknown".into(), |ends| range(ends, 2));
        let bands: Vec<String> = one.bands.iter().map(|band| (band + 1).to_string()).collect();
        let plain = decimal(ratings.own(found.raw_total.get(&one.candidate)?), 2);
        Some([
            bands.join(", "),
            one.candidate.clone(),
            plain,
            if corrected(found, &one.candidate) {
                decimal(ratings.own(one.total), 2)
            } else {
                "not corrected".into()
            },
            ends,
            percent(found.coverage.get(&one.candidate)),
        ])
    };
    let rows: Vec<[String; 6]> = sure.order.iter().filter_map(row).collect();
    if found.verdict.corrects() {
        return table(
            ["band", "candidate", "plain", "corrected", "95%", "assessed"],
            &rows,
            "No candidates.",
        );
    }
    let rows: Vec<[String; 5]> = rows
        .into_iter()
        .map(|[band, name, plain, _, ends, assessed]| [band, name, plain, ends, assessed])
        .collect();
    table(["band", "candidate", "plain", "95%", "assessed"], &rows, "No candidates.")
}

/// By what the rows and the neighbours stand where scores are corrected.
const BY_CORRECTED: &str = "Rows and neighbours stand by the corrected scores as far as candidates can be compared, else by the plain ones. ";
/// What a plain score is.
const PLAIN: &str = "Plain is the mean over the raters, each by the weighted mean of all that they rated";

fn told(ratings: &Ratings, fit: &Fit, sure: &Sureness, said: &Said) -> String {
    let (found, scale, point) = (&fit.report, on_scale(ratings.scale), ratings.point());
    let mut text = format!("{}\n", found.sentence);
    text += &said.exact.map_or_else(String::new, |exact| format!("{exact}\n"));
    text += "\n";
    text += &ordered(ratings, fit, sure);
    let by = if found.verdict.corrects() { BY_CORRECTED } else { "" };
    text += &format!("{by}Who shares a band is not told apart. {PLAIN}, {scale}.\n");
    let close = said.closeness.as_ref();
    text += &close.map_or_else(String::new, |found| format!("{}\n", found.sentence_in(point)));
    text += &sets(&found.comparable_candidates);
    text += &heading("Neighbours");
    let rows: Vec<_> = sure
        .neighbours
        .iter()
        .map(|one| [one.ahead.clone(), one.behind.clone(), percent(one.probability), one.words.clone()])
        .collect();
    text += &table(["ahead", "behind", "probability", ""], &rows, "Nobody.");
    text += &said.assumed.map_or_else(String::new, |assumed| format!("{assumed}\n"));
    text += &heading(&format!("Raters (leniency in points {scale}; below nought is strict)"));
    let lenient = found.rater_leniency.est.0.iter().zip(&found.rater_leniency.sd.0);
    let figure = |sd: f64| if found.degenerate { "unknown".into() } else { decimal(sd * point, 2) };
    let rows: Vec<_> = lenient
        .map(|((name, est), (_, sd))| match found.leniency_untold(name) {
            Some(why) => [name.clone(), why.to_owned(), String::new()],
            None => [name.clone(), signed(*est * point, 2), figure(*sd)],
        })
        .collect();
    text += &table(["rater", "leniency", "sd"], &rows, "Nobody.");
    if found.degenerate {
        return text;
    }
    text += &heading("Standard deviations");
    let mean = found.deviations.mean;
    text += &fields(&[
        ("rater", decimal(mean.rater * point, 2)),
        ("halo", decimal(mean.halo * point, 2)),
        ("profile", decimal(mean.profile * point, 2)),
        ("residual", decimal(mean.residual * point, 2)),
    ]);
    text += &heading("Further interviews that would settle the order most (fewer pairs the wrong way round)");
    let rows: Vec<_> = said.next.iter().map(one_more).collect();
    let none = said.no_further.unwrap_or_default();
    text + &table(["candidate", "rater", "fewer", "would tell apart"], &rows, none)
}

fn one_more(one: &Further) -> [String; 4] {
    let pair = one.separates.first().map_or_else(String::new, |pair| {
        format!("{} and {} ({:.0}%)", pair.candidate, pair.other, 100.0 * pair.probability)
    });
    let rater = one.rater.clone().unwrap_or_else(|| "somebody new".into());
    [one.candidate.clone(), rater, format!("{:.2}", one.expected_reduction), pair]
}
