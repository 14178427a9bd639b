//! `assay measure robustness`.

use assay_domain::measure::Ratings;
use assay_domain::measure::robust::draws::over;
use assay_domain::measure::robust::{Candidates, Near, Robustness as Report, Shares, robustness};
use assay_domain::measure::severity::estimable::estimability;
use assay_domain::measure::sure::untold;
use assay_domain::words::decimal;
use clap::Args;
use serde_json::{Value, json};

use super::input::{Case, full_rows, pairs, ratings, word};
use super::{FileOrRole, Source, Told, json_of, many, not_too_many, number, on_scale, unfit};
use crate::failure::{Failure, Result};
use crate::output::{heading, table};

/// Arguments of `measure robustness`.
#[derive(Debug, Args)]
pub struct Robustness {
    #[command(flatten)]
    pub(super) input: FileOrRole,
    #[command(flatten)]
    pub(super) source: Source,
    /// Share of the weight that weightings near the chosen ones may give otherwise
    #[arg(long, default_value_t = 0.2)]
    near: f64,
}

/// What the order of candidates is tried with, and what is to be said of where it comes from.
struct Input {
    candidates: Candidates,
    criteria: Vec<String>,
    /// Who has no score on some criterion, with those criteria.
    left_out: Vec<(String, Vec<String>)>,
    /// The plain scores of `measure severity`, where they are others: name, plain score, score here.
    plain: Vec<(String, f64, f64)>,
    /// Who cannot be compared with whom, in a sentence, where scores are of ratings.
    untold: Option<String>,
    /// The scale of the scores, where they are of ratings.
    scale: Option<(f64, f64)>,
}

/// Scores by candidate and criterion, or ratings, whose mean over the raters is taken.
pub fn of(case: &Case, args: &Robustness) -> Result<Told> {
    if !case.fields.contains_key("scores") {
        let read = ratings(case, &args.source)?;
        return read.noted(measured(case, args, &rated(&read.ratings)?)?);
    }
    let Some(scores) = full_rows(case, "scores") else {
        let hint = "Write a number for each candidate and criterion. What was not assessed has no score: leave the candidate out, or give ratings instead.";
        return Err(Failure::refused("scores is no list of rows of numbers", hint));
    };
    measured(case, args, &listed(case, args, scores)?)
}

fn measured(case: &Case, args: &Robustness, input: &Input) -> Result<Told> {
    not_too_many(input.candidates.names.len())?;
    let near =
        Near { seed: args.source.seed.unwrap_or(1), draws: args.source.drawn(10_000)?, share: args.near };
    if !(0.0..=1.0).contains(&near.share) {
        let what = format!("--near {} is no share", near.share);
        return Err(Failure::usage(what, "Give one from 0 to 1, such as 0.2."));
    }
    let found = robustness(&input.candidates, &near).map_err(|error| unfit(&error))?;
    let mut value = json_of(&found)?;
    value["fixed_scale_weighted_sum"] = value["weighted_sum"].clone();
    let named = in_a_word(case, "candidates");
    if !named.is_empty() {
        // Of those the file names, whoever was added beside them.
        let mut order: Vec<usize> = (0..named.len().min(found.candidates.len())).collect();
        order.sort_by(|a, b| found.weighted_sum[*b].total_cmp(&found.weighted_sum[*a]));
        let field = format!("fixed_scale_weighted_sum__order_of_{}", named.concat());
        value[field] = order.iter().map(|at| named[*at].clone()).collect();
    }
    value["exact_pairwise_winning_uniform"] = json_of(&found.uniform.exact_pairwise_winning)?;
    value["exact_first_rank_acceptability_uniform"] = json_of(&found.uniform.exact_first_rank_acceptability)?;
    if let Some(weightings) = full_rows(case, "weight_draws") {
        if weightings.iter().any(|row| row.len() != input.criteria.len()) {
            return Err(Failure::refused("weight_draws does not fit the criteria", ""));
        }
        value["fixed_draws"] = json_of(&over(&input.candidates.scores, &weightings))?;
    }
    let left_out = input.left_out.iter();
    value["left_out"] =
        left_out.map(|(name, criteria)| json!({"candidate": name, "not_rated_on": criteria})).collect();
    value["scale"] = json_of(&input.scale)?;
    value["not_comparable"] = json_of(&input.untold)?;
    Ok((value, told(&found, &input.criteria) + &said(input)))
}

/// Who is left out and why, and where scores are others than those of `measure severity`.
fn said(input: &Input) -> String {
    let scale = input.scale.map(|scale| format!("\nScores are weighted means {}.\n", on_scale(scale)));
    let mut text = scale.unwrap_or_default();
    text += &input.untold.as_ref().map_or_else(String::new, |untold| format!("\n{untold}\n"));
    if !input.left_out.is_empty() {
        let each = input.left_out.iter().map(|(name, criteria)| format!("{name} ({})", criteria.join(", ")));
        text += &format!(
            "\nLeft out, as nobody rated them on a criterion, whose weight can then not be varied: {}.\n",
            each.collect::<Vec<_>>().join("; ")
        );
    }
    if !input.plain.is_empty() {
        let each = input.plain.iter().map(|(name, plain, here)| {
            format!("{name} {} instead of {}", decimal(*here, 2), decimal(*plain, 2))
        });
        text += &format!(
            "\nScores here are weighted sums of each criterion's mean over its raters, as only such a sum has weights to vary. The plain score of `measure severity` is the mean over the raters, each by what they rated; where a rater left a criterion out they differ: {}.\n",
            each.collect::<Vec<_>>().join("; ")
        );
    }
    text
}

fn listed(case: &Case, args: &Robustness, scores: Vec<Vec<f64>>) -> Result<Input> {
    let count = scores.first().map_or(0, Vec::len);
    let names = |field: &str, count: usize| {
        let listed = case.fields.get(field).and_then(Value::as_array);
        let mut all: Vec<String> = listed.into_iter().flatten().filter_map(word).collect();
        if all.is_empty() {
            all = in_a_word(case, field);
            all.extend((all.len() + 1..=count).map(|one| one.to_string()));
        }
        if all.len() == count { all } else { (1..=count).map(|one| one.to_string()).collect() }
    };
    let criteria = names("criteria", count);
    let weights = match args.source.weights.as_deref().map(pairs).transpose()? {
        Some(given) => by_name(&given, &criteria)?,
        None => case.fields.get("weights").and_then(Value::as_array).map_or_else(
            || vec![1.0; count],
            |all| all.iter().map(|one| one.as_f64().unwrap_or(f64::NAN)).collect(),
        ),
    };
    let candidates = Candidates { names: names("candidates", scores.len()), scores, weights };
    Ok(Input { candidates, criteria, left_out: Vec::new(), plain: Vec::new(), untold: None, scale: None })
}

/// Names that stand in one text, "A,B,C (+ added)": the first of the rows.
fn in_a_word(case: &Case, field: &str) -> Vec<String> {
    let text = case.fields.get(field).and_then(Value::as_str).unwrap_or_default();
    let listed = text.split(" (").next().unwrap_or_default();
    listed.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The weight of each criterion, by its name; where the file names none, they go by their number.
fn by_name(given: &[(String, f64)], criteria: &[String]) -> Result<Vec<f64>> {
    let hint = format!("The criteria of this file are {}: give each one weight.", criteria.join(", "));
    if let Some((name, _)) = given.iter().find(|(name, _)| !criteria.contains(name)) {
        return Err(Failure::usage(
            format!("--weights names {name}, which is no criterion of the file"),
            hint,
        ));
    }
    let one = |name: &String| {
        let mut found = given.iter().filter(|(one, _)| one == name).map(|(_, weight)| *weight);
        match (found.next(), found.next()) {
            (Some(weight), None) => Ok(weight),
            (None, _) => Err(Failure::usage(format!("--weights gives no weight to {name}"), hint.clone())),
            _ => Err(Failure::usage(format!("--weights gives {name} two weights"), hint.clone())),
        }
    };
    criteria.iter().map(one).collect()
}

/// Mean over the raters for each candidate and criterion. A cell that nobody rated has no score, and whoever has one is left
/// out (law 1), as in a role.
fn rated(ratings: &Ratings) -> Result<Input> {
    let (mut names, mut scores, mut left_out, mut plain) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for ((candidate, name), (raw, _)) in ratings.candidates.iter().enumerate().zip(ratings.raw()) {
        let row: Vec<Option<f64>> =
            (0..ratings.criteria.len()).map(|criterion| mean(ratings, candidate, criterion)).collect();
        let holes = ratings.criteria.iter().zip(&row).filter(|(_, score)| score.is_none());
        let holes: Vec<String> = holes.map(|(criterion, _)| criterion.clone()).collect();
        if !holes.is_empty() {
            left_out.push((name.clone(), holes));
            continue;
        }
        let row: Vec<f64> = row.into_iter().flatten().collect();
        let sum: f64 = row.iter().zip(&ratings.weights).map(|(score, weight)| score * weight).sum();
        if (ratings.common(sum) - raw).abs() > 0.005 {
            plain.push((name.clone(), ratings.own(raw), sum));
        }
        names.push(name.clone());
        scores.push(row);
    }
    if names.is_empty() {
        let what = "nobody was rated on every criterion, so no weight can be varied";
        return Err(Failure::refused(what, "Leave out the criteria that few were rated on."));
    }
    let scale = Some(ratings.scale);
    let group = estimability(ratings).candidate_group;
    let of = |name: &String| ratings.candidates.iter().position(|one| one == name).map(|at| group[at]);
    let groups: Vec<_> = names.iter().map(of).collect();
    let untold = untold(&names, |a, b| groups[a] == groups[b]);
    let candidates = Candidates { names, scores, weights: ratings.weights.clone() };
    Ok(Input { candidates, criteria: ratings.criteria.clone(), left_out, plain, untold, scale })
}

/// Mean over whoever rated a candidate on a criterion.
fn mean(ratings: &Ratings, candidate: usize, criterion: usize) -> Option<f64> {
    let mine = ratings.cells.iter().filter(|cell| (cell.candidate, cell.criterion) == (candidate, criterion));
    let given: Vec<f64> = mine.map(|cell| cell.score).collect();
    (!given.is_empty()).then(|| given.iter().sum::<f64>() / given.len() as f64)
}

fn told(found: &Report, criteria: &[String]) -> String {
    let mut order: Vec<usize> = (0..found.candidates.len()).collect();
    order.sort_by(|a, b| found.weighted_sum[*b].total_cmp(&found.weighted_sum[*a]));
    let share = |value: Option<f64>| value.map_or_else(|| number(None), many::share);
    let row = |at: &usize| {
        [
            found.candidates[*at].clone(),
            decimal(found.weighted_sum[*at], 2),
            share(found.uniform.exact_first_rank_acceptability[*at]),
            share(found.near.exact_first_rank_acceptability[*at]),
        ]
    };
    let rows: Vec<_> = order.iter().map(row).collect();
    let headings = ["candidate", "score", "first in all weightings", "first in those near the chosen"];
    let mut text = table(headings, &rows, "No candidates.");
    let ties = found.ties();
    text += &if ties.is_empty() { ties } else { ties + "\n" };
    text += &heading("How far one weight can move before the order changes");
    let ends = found.one_weight_stability_interval.iter().zip(&found.one_weight_order_interval);
    let percent = |(low, high): &(f64, f64)| format!("{:.0}% to {:.0}%", 100.0 * low, 100.0 * high);
    let rows: Vec<_> = criteria
        .iter()
        .zip(&found.normalised_weights)
        .zip(ends)
        .map(|((name, weight), (first, any))| {
            [name.clone(), format!("{:.0}%", 100.0 * weight), percent(first), percent(any)]
        })
        .collect();
    let headings = ["criterion", "weight", "nobody else is first", "order and ties stay"];
    text += &table(headings, &rows, "No criteria.");
    let sets =
        [over_many("all weights", &found.uniform), over_many("weights near the chosen ones", &found.near)];
    text + &many::shown(&found.candidates, &order, &sets)
}

fn over_many<'a>(which: &'a str, shares: &'a Shares) -> many::Shares<'a> {
    many::Shares {
        which,
        places: shares.exact_rank_acceptability.as_ref().unwrap_or(&shares.drawn.rank_acceptability),
        before: &shares.exact_pairwise_winning,
    }
}
