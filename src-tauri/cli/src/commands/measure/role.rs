//! `assay measure … --role`: the same statistics over a role of the workspace.

mod raters;
mod whole;

pub use raters::{drift, mirror};
pub use whole::{agreement, robustness};

use assay_domain::words::{decimal, range, signed};
use assay_engine::measures::{self, AssessmentOrder, LeftOut, Ranking, RoleFurther, RoleOrder};
use clap::Args;

use super::severity::sets;
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, heading, list_or, percent, table};
use crate::session::Session;

/// A role of the workspace.
#[derive(Debug, Args)]
pub struct OfRole {
    /// Title or id
    #[arg(long, value_name = "ROLE")]
    pub role: String,
    /// Under an earlier version of the plan
    #[arg(long, value_name = "N")]
    pub plan_version: Option<u32>,
}

/// A sentence with what is left out behind it.
fn with(sentence: &str, left_out: &LeftOut) -> String {
    format!("{sentence} {}", left_out.sentence).trim_end().to_owned()
}

/// `measure order`.
pub fn order(session: &Session, role: &str, plan_version: Option<u32>) -> Result<Answer> {
    let (store, viewer, at) = (&session.store, session.viewer, session.now());
    let role = names::role(session, role)?;
    let found = measures::order(store, viewer, at, role.id, plan_version)?;
    let further = measures::further(store, viewer, at, role.id)?;
    let text = ordered(&found) + &further_told(&further) + &format!("\n{}\n", found.assumption);
    let answer = Answer::of("order", &found, text).with("further_interviews", &further.interviews);
    Ok(answer.with("further_sentence", &further.sentence))
}

fn ordered(found: &RoleOrder) -> String {
    let mut text = format!(
        "{}, plan version {}\n\n{}\n\n",
        found.role_title,
        found.plan_version,
        with(&found.sentence, &found.left_out)
    );
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            let ranked = found.plain.rows.iter().find(|one| one.application_id == row.application_id);
            [
                list_or(ranked.map_or(&[][..], |one| &one.bands).iter().map(|band| band + 1), "none"),
                row.candidate_name.clone(),
                two(row.raw),
                row.corrected.map_or_else(
                    || if row.raw.is_some() { "not corrected" } else { "" }.into(),
                    |score| decimal(score, 2),
                ),
                row.interval.map_or_else(String::new, ends),
                percent(row.coverage),
            ]
        })
        .collect();
    text += &table(["band", "candidate", "plain", "corrected", "95%", "assessed"], &rows, "No applications.");
    text += &neighbours(&found.plain);
    for one in &found.assessments {
        text += &assessment(one);
    }
    text
}

fn two(score: Option<f64>) -> String {
    score.map_or_else(|| "not assessed".into(), |score| decimal(score, 2))
}

fn ends((low, high): (f64, f64)) -> String {
    range((low, high), 2)
}

fn neighbours(ranking: &Ranking) -> String {
    if ranking.neighbours.is_empty() {
        return String::new();
    }
    let row = |pair: &measures::Neighbours| {
        let probability = pair.probability.map_or_else(|| "unknown".into(), |p| format!("{:.0}%", 100.0 * p));
        [pair.ahead_name.clone(), pair.behind_name.clone(), probability, pair.words.clone()]
    };
    let rows: Vec<_> = ranking.neighbours.iter().map(row).collect();
    let table = table(["ahead", "behind", "probability", ""], &rows, "Nobody.");
    let close = if ranking.closeness.is_empty() { "" } else { "\n" };
    heading("Neighbours by plain score") + &table + &ranking.closeness + close
}

fn assessment(one: &AssessmentOrder) -> String {
    let mut text = heading(&format!("{} ({}%)", one.title, one.weight)) + &format!("{}\n", one.sentence);
    if !one.exact.is_empty() {
        text += &format!("{}\n", one.exact);
    }
    if one.rows.is_empty() {
        return text;
    }
    let rows: Vec<_> = one
        .rows
        .iter()
        .map(|row| {
            let corrected = row.corrected.map_or_else(|| "not corrected".into(), |score| decimal(score, 2));
            [
                row.candidate_name.clone(),
                two(row.raw),
                corrected,
                row.interval.map_or_else(|| "unknown".into(), ends),
                percent(row.coverage),
            ]
        })
        .collect();
    text += &table(["candidate", "plain", "corrected", "95%", "assessed"], &rows, "Nobody.");
    let raters: Vec<_> = one
        .raters
        .iter()
        .map(|rater| {
            let sd = rater.sd.map_or_else(|| "unknown".into(), |sd| decimal(sd, 2));
            let known = rater.untold.is_empty();
            let leniency = if known { signed(rater.leniency, 2) } else { rater.untold.clone() };
            let sd = if known { sd } else { String::new() };
            [rater.name.clone(), leniency, sd, rater.candidates.to_string()]
        })
        .collect();
    text += &sets(&one.sets());
    text += "\n";
    text + &table(["rater", "leniency", "sd", "candidates"], &raters, "Nobody.")
}

fn further_told(found: &RoleFurther) -> String {
    let row =
        |one: &measures::FurtherInterview| [format!("{:.2}", one.expected_reduction), one.sentence.clone()];
    let rows: Vec<_> = found.interviews.iter().map(row).collect();
    heading("Further interviews that would settle the order most (fewer pairs the wrong way round)")
        + &table(["fewer", "interview"], &rows, &found.sentence)
}
