//! `adverse_impact.json`.

use assay_domain::measure::impact::{Finding, Group, compare};
use serde_json::Value;

use crate::{Count, list, reference};

#[test]
fn tests_intervals_and_the_swap_are_those_of_the_file() {
    let Some(file) = reference("adverse_impact.json") else { return };
    let mut count = Count::new("adverse impact");
    for case in list(&file) {
        count.what = format!("adverse impact {}", case["id"]);
        let group = |name: &str| -> Group { serde_json::from_value(case[name].clone()).unwrap() };
        let found = compare(&group("group_a"), &group("group_b")).unwrap();
        let small = found.group_a.applicants.min(found.group_b.applicants) < 5;
        count.same("verdict", &(found.finding == Finding::TooFew), &small);
        let found = serde_json::to_value(&found).unwrap();
        let skipped = ["fisher_R"];
        for (name, expected) in case["expected"].as_object().unwrap() {
            if !skipped.contains(&name.as_str()) {
                each(&mut count, name, &found[name], expected);
            }
        }
    }
    count.say();
}

fn each(count: &mut Count, name: &str, found: &Value, expected: &Value) {
    match expected {
        Value::Object(fields) => {
            fields.iter().for_each(|(inner, expected)| {
                each(count, &format!("{name}.{inner}"), &found[inner], expected)
            });
        }
        Value::Array(ends) => {
            ends.iter().enumerate().for_each(|(index, expected)| each(count, name, &found[index], expected));
        }
        Value::Bool(_) => count.same(name, found, expected),
        _ => count.value(name, found.as_f64(), expected, 1e-6),
    }
}
