//! Names that differ only in capitals or blanks: most often one that was written in two ways.

use std::collections::BTreeMap;

use assay_domain::measure::Ratings;

/// A remark for candidates, raters and criteria of which two look alike.
pub fn alike(ratings: &Ratings) -> Vec<String> {
    let all =
        [("candidates", &ratings.candidates), ("raters", &ratings.raters), ("criteria", &ratings.criteria)];
    all.into_iter().flat_map(|(what, names)| of(what, names)).collect()
}

fn of(what: &str, names: &[String]) -> Vec<String> {
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for name in names {
        let key = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        found.entry(key).or_default().push(name);
    }
    let remark = |names: Vec<&str>| {
        let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let (count, all) = (names.len(), quoted.join(" and "));
        format!("{all} look alike and count as {count} {what}: mend the file if they are one.")
    };
    found.into_values().filter(|names| names.len() > 1).map(remark).collect()
}
