//! `assay measure impact`.

use std::collections::BTreeMap;

use assay_domain::measure::impact::{Comparison, Finding, Group, compare, impact};
use serde_json::{Value, json};

use super::input::{Case, place, word};
use super::{Told, json_of, number, p_value, unfit};
use crate::failure::{Failure, Result};
use crate::output::{fields, heading};

/// Two groups under `group_a` and `group_b`, or a list of groups, each with its stage and source where it has one.
///
/// Two groups are a case of a file of reference values, which asks for every figure: there `below_four_fifths` tells of the rates
/// alone and may be true beside the finding `too-few`. From rows, what reads as a verdict is null then.
pub fn of(case: &Case) -> Result<Told> {
    if let (Some(a), Some(b)) = (case.fields.get("group_a"), case.fields.get("group_b")) {
        let found = compare(&group(a, "a")?, &group(b, "b")?).map_err(|error| unfit(&error))?;
        return Ok((with_r(json_of(&found)?), told(&found)));
    }
    let Some(rows) = case.fields.get("groups").and_then(Value::as_array) else {
        return Err(Failure::refused(
            "the file has no groups",
            "`assay help measure` says what the file may hold.",
        ));
    };
    if rows.is_empty() {
        let hint = "Write a row for each group: its name, how many applied, how many were selected.";
        return Err(Failure::refused("the file has a heading, but no group under it", hint));
    }
    let mut parts: BTreeMap<(String, String), Vec<Group>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let text = |field: &str| row.get(field).and_then(word).unwrap_or_default();
        let at = place(case, index);
        if ["group", "name"].iter().all(|field| text(field).trim().is_empty()) {
            let what = format!("{at}: the group has no name");
            return Err(Failure::refused(what, "Write whom the numbers are about, or take the row out."));
        }
        let (group, beside) = (group(row, &at)?, parts.entry((text("stage"), text("source"))).or_default());
        if beside.iter().any(|one| one.name == group.name) {
            let what = format!("{at}: the group {} stands above, for the same stage and source", group.name);
            return Err(Failure::refused(what, "Add the two up, or leave one out."));
        }
        beside.push(group);
    }
    let (mut values, mut text) = (Vec::new(), String::new());
    for ((stage, source), groups) in &parts {
        let found = impact(groups).map_err(|error| unfit(&error))?;
        if parts.len() > 1 {
            text += &heading(format!("{stage} {source}").trim());
        }
        text += &found.comparisons.iter().map(told).collect::<Vec<_>>().join("\n");
        values.push(json!({
            "stage": stage,
            "source": source,
            "reference": found.reference,
            "comparisons": found.comparisons.iter().map(of_rows).collect::<Result<Value>>()?,
        }));
    }
    Ok((json!({"parts": values}), text))
}

/// What would read as a verdict: every figure of the difference between two groups. The rate of each stays, with its interval.
const VERDICT: [&str; 15] = [
    "impact_ratio",
    "below_four_fifths",
    "fisher_p_two-sided",
    "fisher_p_adjusted",
    "fisher_p_less",
    "fisher_p_greater",
    "boschloo_p_two_sided",
    "boschloo_p_two_sided_groups_fixed",
    "odds_ratio_conditional",
    "odds_ratio_ci95",
    "z_pooled",
    "z_p",
    "risk_ratio_b_over_a",
    "risk_ratio_katz_ci95",
    "one_person_swap",
];

/// One comparison of groups from rows; with too few people it has nothing that reads as a verdict.
fn of_rows(found: &Comparison) -> Result<Value> {
    let mut value = json_of(found)?;
    if found.finding == Finding::TooFew {
        VERDICT.iter().for_each(|field| value[*field] = Value::Null);
    }
    Ok(value)
}

/// Fisher's test also under the name that R's has in files of reference values.
fn with_r(mut value: Value) -> Value {
    value["fisher_R"] = json!({
        "p": value["fisher_p_two-sided"],
        "or": value["odds_ratio_conditional"],
        "ci": value["odds_ratio_ci95"],
    });
    value
}

fn group(row: &Value, name: &str) -> Result<Group> {
    let count = |names: [&str; 2]| match names.iter().find_map(|name| row.get(*name))? {
        Value::String(text) => text.parse().ok(),
        value => value.as_u64(),
    };
    let named = ["group", "name"].iter().find_map(|field| row.get(*field).and_then(word));
    let name = named.unwrap_or_else(|| name.to_owned());
    let wrong = || {
        Failure::refused(
            format!("group {name} has no whole numbers of applicants and selected"),
            "For example 40 and 12.",
        )
    };
    let (applicants, selected) = (
        count(["applicants", "applied"]).ok_or_else(wrong)?,
        count(["selected", "passed"]).ok_or_else(wrong)?,
    );
    Ok(Group { name, applicants, selected })
}

fn told(found: &Comparison) -> String {
    let rate = |group: &Group, rate: f64, (low, high): (f64, f64)| {
        let share = |value: f64| format!("{:.0}%", 100.0 * value);
        format!(
            "{} of {}: {} (95%: {} to {})",
            group.selected,
            group.applicants,
            share(rate),
            share(low),
            share(high)
        )
    };
    // With too few people nothing that looks like a verdict.
    let enough = found.finding != Finding::TooFew;
    let figure = |value: Option<f64>| if enough { number(value) } else { String::new() };
    let p = |value: Option<f64>| if enough { p_value(value) } else { String::new() };
    let swap = found.one_person_swap.filter(|_| enough);
    let swap = swap.map_or_else(String::new, |swap| {
        let below = if swap.below_four_fifths { "below four fifths" } else { "not below four fifths" };
        let turned = if swap.direction_reversed { ", the other way round" } else { "" };
        let (a, b) = (&found.group_a.name, &found.group_b.name);
        let (from, to) = if found.rate_b > found.rate_a { (b, a) } else { (a, b) };
        format!("from {from} to {to}: ratio {}, {below}{turned}", number(swap.impact_ratio))
    });
    let adjusted = found.fisher_p_adjusted;
    let among = if adjusted > found.fisher_p_two_sided { p(Some(adjusted)) } else { String::new() };
    let mut text = format!("{}\n\n", found.sentence);
    text += &fields(&[
        (&found.group_a.name, rate(&found.group_a, found.rate_a, found.wilson95_a)),
        (&found.group_b.name, rate(&found.group_b, found.rate_b, found.wilson95_b)),
        ("ratio", figure(found.impact_ratio)),
        ("Fisher, two-sided", p(Some(found.fisher_p_two_sided))),
        ("among all groups", among),
        ("Boschloo, two-sided", p(found.boschloo_p_two_sided)),
        ("one place moved", swap),
    ]);
    text
}
