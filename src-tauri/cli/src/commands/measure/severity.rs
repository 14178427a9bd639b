//! `assay measure severity`.

use assay_domain::measure::Ratings;
use assay_domain::measure::severity::next::{Further, further};
use assay_domain::measure::severity::rasch::{Penalties, rasch};
use assay_domain::measure::severity::{Deviations, Options, Prior, Report, Sds, fit};
use assay_domain::measure::sure::Sureness;
use clap::{Args, ValueEnum};

use super::input::{Case, pairs, ratings};
use super::{Source, Told, json_of, unfit};
use crate::failure::{Failure, Result};
use crate::output::{fields, heading, table};

/// Arguments of `measure severity`.
#[derive(Debug, Args)]
pub struct Severity {
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
    let ratings = ratings(case, &args.source)?;
    if args.model == Model::Rasch {
        return steps(&ratings, args.unpenalised);
    }
    let options = args.fixed.as_deref().map_or_else(|| Ok(Options::default()), held)?;
    let found = fit(&ratings, &options).map_err(|error| unfit(&error))?;
    let totals: Vec<f64> = found.weighted_total.est.0.iter().map(|(_, total)| *total).collect();
    let group = &found.estimability.candidate_group;
    let before = |a: usize, b: usize| found.prob_row_beats_col[a][b];
    let sure = Sureness::of(&found.candidates, &totals, before, |a, b| group[a] == group[b]);
    let mut next = further(&ratings, &found.deviations.mean, &options.prior);
    next.truncate(FURTHER);
    let mut value = json_of(&found)?;
    value["sure"] = json_of(&sure)?;
    value["further_interviews"] = json_of(&next)?;
    Ok((value, told(&found, &sure, &next)))
}

/// The many-facet Rasch model.
fn steps(ratings: &Ratings, unpenalised: bool) -> Result<Told> {
    let penalties = (!unpenalised).then(Penalties::default);
    let found = rasch(ratings, penalties.as_ref()).map_err(|error| unfit(&error))?;
    let mut text = String::new();
    for (title, estimates) in [
        ("candidate", &found.candidate),
        ("rater's leniency", &found.rater_leniency),
        ("criterion's easiness", &found.criterion_easiness),
    ] {
        let both = estimates.est.0.iter().zip(&estimates.sd.0);
        let row = |((name, est), (_, sd)): (&(String, f64), &(String, f64))| {
            [name.clone(), format!("{est:.2}"), format!("{sd:.2}")]
        };
        text += &table([title, "logits", "sd"], &both.map(row).collect::<Vec<_>>(), "");
        text += "\n";
    }
    Ok((json_of(&found)?, text))
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
    }
    if !(prior.candidate_sd > 0.0 && prior.candidate_sd.is_finite()) {
        return Err(Failure::usage("the candidates' standard deviation must be positive", ""));
    }
    Ok(Options { deviations: Deviations::Fixed(sds), prior })
}

fn told(found: &Report, sure: &Sureness, next: &[Further]) -> String {
    let mut text = format!("{}\n", found.sentence);
    if found.degenerate {
        text += "Every score is explained exactly: how sure the order is cannot be computed from that.\n";
    }
    text += "\n";
    let rows: Vec<_> = sure
        .order
        .iter()
        .filter_map(|one| {
            let at = found.candidates.iter().position(|name| *name == one.candidate)?;
            let (low, high) = found.weighted_total_interval[at];
            let groups: Vec<String> = one.groups.iter().map(|group| (group + 1).to_string()).collect();
            Some([
                groups.join(", "),
                one.candidate.clone(),
                format!("{:.2}", found.raw_total.get(&one.candidate)?),
                format!("{:.2}", one.total),
                format!("{low:.2} to {high:.2}"),
            ])
        })
        .collect();
    text += &table(["group", "candidate", "plain", "corrected", "95%"], &rows, "No candidates.");
    text += "Who shares a group is not told apart.\n";
    text += &heading("Neighbours");
    let rows: Vec<_> = sure
        .neighbours
        .iter()
        .map(|one| {
            [
                one.ahead.clone(),
                one.behind.clone(),
                format!("{:.0}%", 100.0 * one.probability),
                one.words.clone(),
            ]
        })
        .collect();
    text += &table(["ahead", "behind", "probability", ""], &rows, "Nobody.");
    text += &heading("Raters (leniency in points of the scale of 1 to 5; below nought is strict)");
    let lenient = found.rater_leniency.est.0.iter().zip(&found.rater_leniency.sd.0);
    let rows: Vec<_> = lenient
        .map(|((name, est), (_, sd))| [name.clone(), format!("{est:+.2}"), format!("{sd:.2}")])
        .collect();
    text += &table(["rater", "leniency", "sd"], &rows, "Nobody.");
    text += &heading("Standard deviations");
    let mean = found.deviations.mean;
    text += &fields(&[
        ("rater", format!("{:.2}", mean.rater)),
        ("halo", format!("{:.2}", mean.halo)),
        ("profile", format!("{:.2}", mean.profile)),
        ("residual", format!("{:.2}", mean.residual)),
    ]);
    text += &heading("Further interviews that would settle the order most (fewer pairs the wrong way round)");
    let rows: Vec<_> = next.iter().map(one_more).collect();
    text + &table(["candidate", "rater", "fewer", "would tell apart"], &rows, "Nothing would.")
}

fn one_more(one: &Further) -> [String; 4] {
    let pair = one.separates.first().map_or_else(String::new, |pair| {
        format!("{} and {} ({:.0}%)", pair.candidate, pair.other, 100.0 * pair.probability)
    });
    let rater = one.rater.clone().unwrap_or_else(|| "somebody new".into());
    [one.candidate.clone(), rater, format!("{:.3}", one.expected_reduction), pair]
}
