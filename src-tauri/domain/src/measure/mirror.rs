//! A rater's own mirror: severity, spread, use of the scale, agreement, notes and time, beside the others where there are so
//! many that nobody is made out. Leniency, spread and distance as rating errors: Saal, Downey and Lahey, *Psychological
//! Bulletin* 88 (1980).

use serde::Serialize;

use super::outcome::{deviation, median};

/// One submitted scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Who rated.
    pub rater: String,
    /// Whom.
    pub application: String,
    /// Level by criterion, in one order for all; `None` is not assessed.
    pub levels: Vec<Option<u8>>,
    /// Characters of all notes; `None` where unknown.
    pub note_length: Option<usize>,
    /// Minutes from the interview to submitting; `None` where unknown.
    pub minutes: Option<f64>,
}

/// One rater's figures, or the medians of the others'.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "MirrorFigures")]
pub struct Figures {
    /// Mean level.
    pub mean: Option<f64>,
    /// Mean of own level less the others' mean on the same criterion of the same application: negative is strict.
    /// `None` where nobody else rated the same.
    pub leniency: Option<f64>,
    /// Standard deviation of the levels.
    pub spread: Option<f64>,
    /// Mean distance from the others' mean on the same criterion of the same application, in levels; likewise.
    pub apart: Option<f64>,
    /// Median of the notes' characters.
    pub note_length: Option<f64>,
    /// Median minutes to submit.
    pub minutes: Option<f64>,
}

/// The mirror.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mirror {
    /// Own scorecards.
    pub interviews: usize,
    /// Own use of each level, from 1.
    pub used: Vec<usize>,
    /// Own figures.
    pub own: Figures,
    /// Medians over the others; `None` with fewer than four of them.
    pub others: Option<Figures>,
}

/// With fewer others their own figures are not shown beside it, so that nobody is made out.
const LEAST_OTHERS: usize = 4;

/// The mirror of one rater over the scorecards of one rubric with `levels` levels.
pub fn mirror(sheets: &[Sheet], rater: &str, levels: u8) -> Mirror {
    let mine: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.rater == rater).collect();
    let mut others: Vec<&str> =
        sheets.iter().map(|sheet| sheet.rater.as_str()).filter(|one| *one != rater).collect();
    others.sort_unstable();
    others.dedup();
    let used =
        |level: u8| mine.iter().flat_map(|sheet| &sheet.levels).filter(|one| **one == Some(level)).count();
    let enough = others.len() >= LEAST_OTHERS;
    Mirror {
        interviews: mine.len(),
        used: (1..=levels).map(used).collect(),
        own: figures(sheets, rater),
        others: enough
            .then(|| middle(&others.iter().map(|other| figures(sheets, other)).collect::<Vec<_>>())),
    }
}

fn figures(sheets: &[Sheet], rater: &str) -> Figures {
    let mine = || sheets.iter().filter(|sheet| sheet.rater == rater);
    let levels: Vec<f64> =
        mine().flat_map(|sheet| &sheet.levels).flatten().map(|level| f64::from(*level)).collect();
    let away: Vec<f64> = mine().flat_map(|sheet| deviations(sheets, sheet)).collect();
    Figures {
        mean: mean(&levels),
        leniency: mean(&away),
        spread: deviation(&levels).or((levels.len() > 1).then_some(0.0)),
        apart: mean(&away.iter().map(|one| one.abs()).collect::<Vec<_>>()),
        note_length: median(&mine().filter_map(|sheet| Some(sheet.note_length? as f64)).collect::<Vec<_>>()),
        minutes: median(&mine().filter_map(|sheet| sheet.minutes).collect::<Vec<_>>()),
    }
}

/// Own level less the others' mean, for each criterion that others rated too.
fn deviations(sheets: &[Sheet], own: &Sheet) -> Vec<f64> {
    let with = sheets.iter().filter(|one| one.application == own.application && one.rater != own.rater);
    let with: Vec<&Sheet> = with.collect();
    let one = |(criterion, level): (usize, &Option<u8>)| {
        let others: Vec<f64> = with
            .iter()
            .filter_map(|sheet| sheet.levels.get(criterion).copied().flatten())
            .map(f64::from)
            .collect();
        Some(f64::from((*level)?) - mean(&others)?)
    };
    own.levels.iter().enumerate().filter_map(one).collect()
}

fn middle(figures: &[Figures]) -> Figures {
    let of =
        |pick: &dyn Fn(&Figures) -> Option<f64>| median(&figures.iter().filter_map(pick).collect::<Vec<_>>());
    Figures {
        mean: of(&|one| one.mean),
        leniency: of(&|one| one.leniency),
        spread: of(&|one| one.spread),
        apart: of(&|one| one.apart),
        note_length: of(&|one| one.note_length),
        minutes: of(&|one| one.minutes),
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rater: &str, levels: &[u8]) -> Sheet {
        Sheet {
            rater: rater.to_owned(),
            application: "one".to_owned(),
            levels: levels.iter().map(|level| Some(*level)).collect(),
            note_length: Some(100),
            minutes: None,
        }
    }

    #[test]
    fn own_figures_are_held_against_the_same_candidates() {
        let mut sheets = vec![sheet("A", &[2, 3]), sheet("B", &[4, 3]), sheet("C", &[4, 4])];
        let found = mirror(&sheets, "A", 5);
        assert_eq!((found.used, found.own.mean), (vec![0, 1, 1, 0, 0], Some(2.5)));
        assert_eq!((found.own.leniency, found.own.apart), (Some((-2.0 - 0.5) / 2.0), Some(1.25)));
        assert_eq!(found.others, None, "two could be made out");
        let alone = mirror(&sheets[..1], "A", 5).own;
        assert_eq!((alone.leniency, alone.apart), (None, None), "nobody rated the same");
        sheets.extend([sheet("D", &[4, 4]), sheet("E", &[4, 3])]);
        let found = mirror(&sheets, "A", 5).own;
        assert_eq!((found.leniency, found.apart), (Some((-2.0 - 0.5) / 2.0), Some(1.25)));
    }

    #[test]
    fn four_others_are_shown_by_their_medians() {
        let mut sheets: Vec<Sheet> = ["B", "C", "D", "E"].map(|rater| sheet(rater, &[3, 4])).to_vec();
        sheets.push(sheet("A", &[1, 1]));
        let found = mirror(&sheets, "A", 5);
        assert_eq!(found.others.unwrap().mean, Some(3.5));
        assert_eq!(mirror(&sheets, "Nobody", 5).own.mean, None);
        sheets.iter_mut().for_each(|sheet| sheet.note_length = None);
        assert_eq!(mirror(&sheets, "A", 5).own.note_length, None, "unknown is not nought");
    }
}
