//! The many-facet Rasch model of a file.

use assay_domain::measure::Ratings;
use assay_domain::measure::severity::Estimates;
use assay_domain::measure::severity::rasch::{Penalties, rasch};
use assay_domain::words::decimal;

use crate::commands::measure::{Told, json_of, unfit};
use crate::failure::Result;
use crate::output::{heading, indented, table};

/// Fits it; what the ratings do not link stands in tables of its own, under what is said of it.
pub fn steps(ratings: &Ratings, unpenalised: bool) -> Result<Told> {
    let penalties = (!unpenalised).then(Penalties::default);
    let found = rasch(ratings, penalties.as_ref()).map_err(|error| unfit(&error))?;
    let mut text = String::new();
    if !found.sentence.is_empty() {
        text += &format!("{}\n", found.sentence);
    }
    for (title, estimates, sets) in [
        ("candidate", &found.candidate, &found.comparable_candidates),
        ("rater's leniency", &found.rater_leniency, &found.comparable_raters),
        ("criterion's easiness", &found.criterion_easiness, &found.comparable_criteria),
    ] {
        text += &facet(title, estimates, sets);
    }
    Ok((json_of(&found)?, text))
}

/// One facet: a table, or one for each set; of who is alone in a set no number, since nothing is on a scale with it.
fn facet(title: &str, estimates: &Estimates, sets: &[Vec<String>]) -> String {
    let row = |name: &String| {
        let figure = |of: Option<f64>| of.map_or_else(String::new, |value| decimal(value, 2));
        [name.clone(), figure(estimates.est.get(name)), figure(estimates.sd.get(name))]
    };
    let told = |set: &[String]| table([title, "logits", "sd"], &set.iter().map(row).collect::<Vec<_>>(), "");
    if let [all] = sets {
        return told(all) + "\n";
    }
    let mut text = String::new();
    for (number, set) in (1..).zip(sets.iter().filter(|set| set.len() > 1)) {
        text += &heading(&format!("Set {number}: {title}, on a scale of this set's own"));
        text += &told(set);
    }
    let alone: Vec<&str> = sets.iter().filter(|set| set.len() == 1).flatten().map(String::as_str).collect();
    if !alone.is_empty() {
        text += &heading(&format!("On no scale with anybody else: {title}"));
        text += &indented(&format!("{}\n", alone.join(", ")));
    }
    text + "\n"
}
