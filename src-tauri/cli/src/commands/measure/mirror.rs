//! `assay measure mirror` over a file.

use std::collections::BTreeMap;
use std::fmt::Display;

use assay_domain::measure::mirror::{Figures, Mirror, Sheet, mirror};

use super::input::{Case, figure, list, ratings, word};
use super::{FileOrRole, Source, Told, json_of, number};
use crate::failure::{Failure, Result};
use crate::output::table;

/// Arguments of `measure mirror`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub(super) input: FileOrRole,
    /// Whose mirror, with a file; of a role it is your own
    #[arg(long, value_name = "NAME")]
    rater: Option<String>,
    #[command(flatten)]
    pub(super) source: Source,
}

impl Args {
    /// Refuses another rater's mirror of a role: a mirror is for whoever looks into it.
    pub(super) fn only_own(&self) -> Result<()> {
        let Some(rater) = &self.rater else { return Ok(()) };
        Err(Failure::usage(
            format!("of a role you see your own mirror only, not {rater}'s"),
            "Leave --rater out; with `--as NAME` somebody else sees theirs.",
        ))
    }
}

/// One rater's figures.
pub fn of(case: &Case, args: &Args) -> Result<Told> {
    let read = ratings(case, &args.source)?;
    let ratings = &read.ratings;
    let known = || format!("Known are {}.", ratings.raters.join(", "));
    let Some(rater) = &args.rater else {
        return Err(Failure::usage("no rater is named", format!("Give --rater NAME. {}", known())));
    };
    if !ratings.raters.contains(rater) {
        return Err(Failure::refused(
            format!("nobody called {rater} has rated anybody in the file"),
            known(),
        ));
    }
    let mut sheets: BTreeMap<(usize, usize), Sheet> = BTreeMap::new();
    for cell in &ratings.cells {
        let sheet = sheets.entry((cell.candidate, cell.rater)).or_insert_with(|| Sheet {
            rater: ratings.raters[cell.rater].clone(),
            application: ratings.candidates[cell.candidate].clone(),
            levels: vec![None; ratings.criteria.len()],
            note_length: None,
            minutes: None,
        });
        let level = cell.score - ratings.scale.0 + 1.0;
        if level.fract() != 0.0 || level > f64::from(u8::MAX) {
            return Err(Failure::refused(
                format!("{} is not a level: a mirror counts whole levels", cell.score),
                "",
            ));
        }
        sheet.levels[cell.criterion] = Some(level as u8);
    }
    for (index, row) in list(case, "ratings", "candidate, rater, criterion, score")?.iter().enumerate() {
        let place = |names: &[String], field: &str| {
            let name = row.get(field).and_then(word)?;
            names.iter().position(|one| *one == name)
        };
        let at = place(&ratings.candidates, "candidate").zip(place(&ratings.raters, "rater"));
        let Some(sheet) = at.and_then(|at| sheets.get_mut(&at)) else { continue };
        if let Some(written) = figure(case, index, row, "note_length")? {
            sheet.note_length = Some(sheet.note_length.unwrap_or(0) + written.max(0.0) as usize);
        }
        sheet.minutes = figure(case, index, row, "minutes")?.or(sheet.minutes);
    }
    let levels = (ratings.scale.1 - ratings.scale.0 + 1.0) as u8;
    let found = mirror(&sheets.into_values().collect::<Vec<_>>(), rater, levels);
    read.noted((json_of(&found)?, told(&found)))
}

fn told(found: &Mirror) -> String {
    let used = levels_given(&found.used);
    format!("{} scorecards. {used}\n\n{}", found.interviews, figures(&found.own, found.others.as_ref()))
}

/// How often each level was given, from 1.
pub(super) fn levels_given(used: &[impl Display]) -> String {
    let used: Vec<String> = used.iter().zip(1..).map(|(count, level)| format!("{level}: {count}")).collect();
    format!("Levels given: {}.", used.join(", "))
}

/// Own figures beside the middle of the others', as a table.
pub(super) fn figures(own: &Figures, others: Option<&Figures>) -> String {
    let few = || "fewer than four others".to_owned();
    let of_others =
        |pick: fn(&Figures) -> Option<f64>| others.map_or_else(few, |others| number(pick(others)));
    let beside = |name: &str, pick: fn(&Figures) -> Option<f64>| {
        let alone = || "nobody else rated the same".to_owned();
        [name.to_owned(), pick(own).map_or_else(alone, |value| number(Some(value))), of_others(pick)]
    };
    let row =
        |name: &str, pick: fn(&Figures) -> Option<f64>| [name.to_owned(), number(pick(own)), of_others(pick)];
    let known = |name: &str, pick: fn(&Figures) -> Option<f64>| {
        let text = |figures: &Figures| pick(figures).map_or_else(|| "unknown".into(), |it| number(Some(it)));
        [name.to_owned(), text(own), others.map_or_else(few, text)]
    };
    let rows = [
        row("mean level", |one| one.mean),
        beside("beside others on the same (below nought is strict)", |one| one.leniency),
        row("spread", |one| one.spread),
        beside("distance from others on the same", |one| one.apart),
        known("characters written", |one| one.note_length),
        known("minutes to submit", |one| one.minutes),
    ];
    table(["", "own", "middle of the others"], &rows, "")
}
