//! Agreement in a sentence for people.

use super::alpha::{Level, alpha};
use super::bootstrap::{Interval, LEAST};
use super::spearman_brown;
use super::table::Table;
use crate::words::{counted, decimal};

/// On average at most this many levels apart, two raters are near,
const NEAR: f64 = 0.5;
/// or at most this share of the scale: the same on five levels, more on a scale of ten.
const NEAR_SHARE: f64 = 0.125;
/// From this alpha on tentative conclusions may rest on what two say (Krippendorff, *Content Analysis*, 2nd ed., 2004, ch. 11).
const ALIKE: f64 = 0.667;
/// From this alpha on what two say can be relied on (the same place).
const RELIABLE: f64 = 0.8;
/// Candidates in common, for anything to be said of raters.
pub const ENOUGH: usize = 3;
/// From this reliability on no two scorecards of a candidate differ.
const EXACT: f64 = 1.0 - 1e-9;
/// With fewer candidates no more is said.
const FEW: usize = 20;

/// What may be said of two raters.
#[derive(Clone, Copy, PartialEq)]
enum Two {
    /// They have too few candidates in common.
    NotMet,
    /// Near each other, and well beyond chance.
    Same,
    /// Near each other, as raters are who hardly vary, but not well beyond chance.
    Near,
    /// Further apart, though they agree well beyond chance.
    Beyond,
    /// Further apart.
    Apart,
}

/// What counts as a level of a scale, and what as near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// Distance of two levels.
    pub step: f64,
    /// On average at most so far apart, two raters are near.
    near: f64,
}

impl Reach {
    /// Of a scale, or where none is named of the scores' own range.
    pub fn of(scale: Option<(f64, f64)>, table: &Table) -> Reach {
        let (step, range) = (step(scale, table), range(scale, table));
        let share = range.map_or(0.0, |(low, high)| NEAR_SHARE * (high - low));
        Reach { step, near: share.max(NEAR * step) }
    }

    /// How far that is, in words.
    fn words(self) -> String {
        if self.step == 1.0 && self.near == NEAR {
            return "half a level".to_owned();
        }
        format!("an eighth of the scale, {}", counted_points(self.near))
    }
}

fn counted_points(points: f64) -> String {
    let places = if points < 1.0 { 3 } else { 2 };
    format!("{} points", decimal(points, places))
}

/// The ends of a scale; without one the scores' own range stands for it.
fn range(scale: Option<(f64, f64)>, table: &Table) -> Option<(f64, f64)> {
    let values = table.values();
    let own = values.first().copied().zip(values.last().copied());
    scale.or(own).filter(|(low, high)| low < high)
}

/// Distance of two levels: one where the scores are whole steps of a scale of up to ten, else a quarter of the scale (the
/// levels of the common scale of 1 to 5).
fn step(scale: Option<(f64, f64)>, table: &Table) -> f64 {
    let values = table.values();
    let Some((low, high)) = range(scale, table) else { return 1.0 };
    let whole = |value: f64| libm::floor(value - low) == value - low;
    let levels = high - low <= 10.0 && whole(high) && values.iter().all(|value| whole(*value));
    if levels { 1.0 } else { 0.25 * (high - low) }
}

/// What the table says in plain words. A candidate has `wide` units; `interval` is that of the ordinal alpha.
pub fn sentence(table: &Table, wide: usize, reach: Reach, interval: Option<&Interval>) -> String {
    let raters: Vec<usize> =
        (0..table.rows.len()).filter(|rater| table.rows[*rater].iter().any(Option::is_some)).collect();
    let (common, candidates) = (table.pairable(), table.shared(wide).len());
    if common == 0 {
        return "No two interviewers rated the same: agreement cannot be computed.".to_owned();
    }
    if table.values().len() == 1 {
        return "Every score is equal: agreement cannot be computed.".to_owned();
    }
    let both_rated =
        format!("{} of {}", counted(common, "common rating", "common ratings"), whom(candidates));
    // What chance alone could do is never called seeing the same. The interval of more than two is not that of a pair.
    let chance = raters.len() == 2 && interval.is_some_and(|ends| ends.low <= 0.0);
    // Agreement well beyond chance is said of two by their interval, and not where there is none.
    let beyond = raters.len() != 2 || interval.is_some_and(|ends| ends.low > 0.0);
    let said = |a: usize, b: usize| match two(&table.two(a, b), wide, reach) {
        Two::Same if chance => Two::Near,
        Two::Beyond if !beyond => Two::Apart,
        found => found,
    };
    let pairs: Vec<Two> =
        raters.iter().enumerate().flat_map(|(at, a)| raters[..at].iter().map(|b| said(*a, *b))).collect();
    let count = |what: Two| pairs.iter().filter(|one| **one == what).count();
    let met = pairs.len() - count(Two::NotMet);
    let alike = largest(&raters, |a, b| said(a, b) == Two::Same);
    let known = alpha(table, Level::Ordinal).known();
    let (who, how) = match raters.len() {
        _ if met == 0 => {
            let enough = known.filter(|_| candidates >= ENOUGH);
            let all =
                enough.map_or_else(String::new, |alpha| format!(" Over all of them alpha is {alpha:.2}."));
            return format!(
                "No two interviewers rated {} candidates or more in common ({both_rated}): too few to say of any two whether they see the same.{all}",
                word(ENOUGH)
            );
        }
        2 => both(pairs[0], reach),
        all if met == pairs.len() => several(alike, all, (count(Two::Near), count(Two::Beyond)), reach),
        _ => (met_only(pairs.len(), met, count(Two::Same)), String::new()),
    };
    let known =
        alpha(table, Level::Ordinal).known().map_or_else(String::new, |alpha| format!("alpha {alpha:.2}, "));
    let how = if how.is_empty() { String::new() } else { format!("{how}, ") };
    let rest = if candidates < FEW { "; too few interviews to say more" } else { "" };
    format!("{who} ({how}{known}over {both_rated}){rest}.")
}

/// What the table of two raters says of them; as [`sentence`].
pub fn of_pair(table: &Table, wide: usize, reach: Reach, interval: Option<&Interval>) -> String {
    let candidates = table.shared(wide).len();
    if candidates == 0 {
        return "They rated nothing in common.".to_owned();
    }
    if candidates < ENOUGH {
        return format!(
            "They have {} in common: too few to say whether they see the same.",
            whom(candidates)
        );
    }
    sentence(table, wide, reach, interval)
}

/// How reliable scorecards are, with the interval of one rater; why not, where there is none.
pub fn reliability(single: Option<f64>, ci95: Option<(f64, f64)>, candidates: usize) -> String {
    let Some(single) = single else { return String::new() };
    let who = "How reliable the score on one interviewer's scorecard is, cannot be told";
    if single > EXACT {
        return format!(
            "{who}: all scorecards of a candidate say the same ({} rated by two or more), and from no disagreement at all it cannot be worked out how much there would be elsewhere.",
            whom(candidates)
        );
    }
    let Some((low, high)) = ci95 else {
        let of = whom(candidates);
        let why =
            if candidates < LEAST { "too few" } else { "the scorecards leave no variation to measure it by" };
        return format!("{who}: {why} ({of} rated by two or more).");
    };
    let share = |value: f64| format!("{:.0}%", 100.0 * value.clamp(0.0, 1.0));
    let with = |raters: f64| share(spearman_brown(single, raters));
    format!(
        "The score on one interviewer's scorecard is {} reliable (95%: {} to {}), the mean of two {}, of three {} (Spearman and Brown; from {} rated by two or more).",
        share(single),
        share(low),
        share(high),
        with(2.0),
        with(3.0),
        whom(candidates),
    )
}

fn both(two: Two, reach: Reach) -> (String, String) {
    let (within, apart) = near_or_not(reach);
    match two {
        Two::Same => ("Both interviewers see the same".to_owned(), within),
        Two::Near => (
            "The two interviewers are near each other, but agree too little beyond chance to be said to see the same".to_owned(),
            within,
        ),
        Two::Beyond => {
            ("The two interviewers agree well beyond chance, but are not near each other".to_owned(), apart)
        }
        _ => ("The two interviewers do not see the same".to_owned(), apart),
    }
}

fn near_or_not(reach: Reach) -> (String, String) {
    let how_far = reach.words();
    (format!("on average within {how_far}"), format!("on average more than {how_far} apart"))
}

/// Where all pairs have met; `near` of them near each other without being alike, `beyond` the other way round.
fn several(alike: usize, all: usize, (near, beyond): (usize, usize), reach: Reach) -> (String, String) {
    let (within, apart) = near_or_not(reach);
    match alike {
        _ if alike == all => (format!("All {} interviewers see the same", word(all)), within),
        2.. => (format!("{} of {} interviewers see the same", capital(&word(alike)), word(all)), within),
        _ if beyond > 0 => (
            format!(
                "Some of {} interviewers agree well beyond chance, but are not near each other",
                word(all)
            ),
            apart,
        ),
        _ if near > 0 => (
            format!(
                "No two of {} interviewers agree enough beyond chance to be said to see the same",
                word(all)
            ),
            String::new(),
        ),
        _ => (format!("No two of {} interviewers see the same", word(all)), apart),
    }
}

/// Where some pairs have too little in common.
fn met_only(pairs: usize, met: usize, same: usize) -> String {
    let rated = format!(
        "Of {} pairs of interviewers {} rated {} candidates or more in common",
        word(pairs),
        word(met),
        word(ENOUGH)
    );
    match (met, same) {
        (1, 1) => format!("{rated}, and these two see the same"),
        (1, _) => format!("{rated}, and these two cannot be said to see the same"),
        (_, 0) => format!("{rated}; of no pair of these can it be said that they see the same"),
        (_, 1) => format!("{rated}; one pair of these sees the same"),
        _ => format!("{rated}; {} pairs of these see the same", word(same)),
    }
}

fn two(table: &Table, wide: usize, reach: Reach) -> Two {
    let candidates = table.shared(wide).len();
    if candidates < ENOUGH {
        return Two::NotMet;
    }
    let common = table.common(0, 1);
    let apart: f64 = common.iter().map(|(x, y)| (x - y).abs()).sum();
    let apart = apart / common.len() as f64 > reach.near;
    match alpha(table, Level::Ordinal).known() {
        // Of fewer there is no interval to say it by.
        Some(alpha) if apart && alpha >= RELIABLE && candidates >= LEAST => Two::Beyond,
        _ if apart => Two::Apart,
        Some(alpha) if alpha >= ALIKE => Two::Same,
        _ => Two::Near,
    }
}

/// Size of a large set in which each pair is alike: grown from each rater in turn.
fn largest(raters: &[usize], alike: impl Fn(usize, usize) -> bool) -> usize {
    let grow = |first: &usize| {
        let mut set = vec![*first];
        for other in raters {
            if !set.contains(other) && set.iter().all(|one| alike(*one, *other)) {
                set.push(*other);
            }
        }
        set.len()
    };
    raters.iter().map(grow).max().unwrap_or(0)
}

fn whom(candidates: usize) -> String {
    counted(candidates, "candidate", "candidates")
}

fn word(count: usize) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
