//! `assay measure robustness`.

use assay_domain::measure::Ratings;
use assay_domain::measure::robust::draws::over;
use assay_domain::measure::robust::{Candidates, Near, Robustness as Report, robustness};
use assay_domain::words::decimal;
use clap::Args;
use serde_json::Value;

use super::input::{Case, full_rows, pairs, ratings, word};
use super::{FileOrRole, Source, Told, json_of, not_too_many, number, unfit};
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

/// Scores by candidate and criterion, or ratings, whose mean over the raters is taken.
pub fn of(case: &Case, args: &Robustness) -> Result<Told> {
    let (input, criteria) = match full_rows(case, "scores") {
        Some(scores) => listed(case, args, scores)?,
        None if case.fields.contains_key("scores") => {
            let hint = "Write a number for each candidate and criterion. What was not assessed has no score: leave the candidate out, or give ratings instead.";
            return Err(Failure::refused("scores is no list of rows of numbers", hint));
        }
        None => rated(&ratings(case, &args.source)?)?,
    };
    not_too_many(input.names.len())?;
    let near = Near {
        seed: args.source.seed.unwrap_or(1),
        draws: args.source.draws.unwrap_or(10_000),
        share: args.near,
    };
    let found = robustness(&input, &near).map_err(|error| unfit(&error))?;
    let mut value = json_of(&found)?;
    value["fixed_scale_weighted_sum"] = value["weighted_sum"].clone();
    value["exact_pairwise_winning_uniform"] = json_of(&found.uniform.exact_pairwise_winning)?;
    value["exact_first_rank_acceptability_uniform"] = json_of(&found.uniform.exact_first_rank_acceptability)?;
    if let Some(weightings) = full_rows(case, "weight_draws") {
        if weightings.iter().any(|row| row.len() != input.weights.len()) {
            return Err(Failure::refused("weight_draws does not fit the criteria", ""));
        }
        value["fixed_draws"] = json_of(&over(&input.scores, &weightings))?;
    }
    Ok((value, told(&found, &criteria)))
}

fn listed(case: &Case, args: &Robustness, scores: Vec<Vec<f64>>) -> Result<(Candidates, Vec<String>)> {
    let count = scores.first().map_or(0, Vec::len);
    let given = args.source.weights.as_deref().map(pairs).transpose()?;
    let weights = match given {
        Some(given) => given.into_iter().map(|(_, weight)| weight).collect(),
        None => case.fields.get("weights").and_then(Value::as_array).map_or_else(
            || vec![1.0; count],
            |all| all.iter().map(|one| one.as_f64().unwrap_or(f64::NAN)).collect(),
        ),
    };
    let names = |field: &str, count: usize| {
        let listed = case.fields.get(field).and_then(Value::as_array);
        let all: Vec<String> = listed.into_iter().flatten().filter_map(word).collect();
        if all.len() == count { all } else { (1..=count).map(|one| one.to_string()).collect() }
    };
    let criteria = names("criteria", count);
    Ok((Candidates { names: names("candidates", scores.len()), scores, weights }, criteria))
}

/// Mean over the raters for each candidate and criterion. A cell that nobody rated has no score (law 1).
fn rated(ratings: &Ratings) -> Result<(Candidates, Vec<String>)> {
    let mut scores = Vec::with_capacity(ratings.candidates.len());
    for (candidate, name) in ratings.candidates.iter().enumerate() {
        let mut row = Vec::with_capacity(ratings.criteria.len());
        for (criterion, what) in ratings.criteria.iter().enumerate() {
            let mine = ratings
                .cells
                .iter()
                .filter(|cell| (cell.candidate, cell.criterion) == (candidate, criterion));
            let given: Vec<f64> = mine.map(|cell| cell.score).collect();
            if given.is_empty() {
                let what = format!("nobody rated {name} on {what}, so its weight cannot be varied");
                return Err(Failure::refused(what, "Leave out the candidate or the criterion."));
            }
            row.push(given.iter().sum::<f64>() / given.len() as f64);
        }
        scores.push(row);
    }
    let (names, weights) = (ratings.candidates.clone(), ratings.weights.clone());
    Ok((Candidates { names, scores, weights }, ratings.criteria.clone()))
}

fn told(found: &Report, criteria: &[String]) -> String {
    let mut order: Vec<usize> = (0..found.candidates.len()).collect();
    order.sort_by(|a, b| found.weighted_sum[*b].total_cmp(&found.weighted_sum[*a]));
    let share =
        |value: Option<f64>| value.map_or_else(|| number(None), |share| format!("{:.1}%", 100.0 * share));
    let row = |at: &usize| {
        [
            found.candidates[*at].clone(),
            decimal(found.weighted_sum[*at], 2),
            share(found.uniform.exact_first_rank_acceptability[*at]),
            share(found.near.exact_first_rank_acceptability[*at]),
        ]
    };
    let rows: Vec<_> = order.iter().map(row).collect();
    let headings = ["candidate", "score", "first under all weights", "first near the chosen weights"];
    let mut text = table(headings, &rows, "No candidates.");
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
    text + &table(
        ["criterion", "weight", "the first stays first", "nobody changes places"],
        &rows,
        "No criteria.",
    )
}
