//! Whether severity moves: over the order of interviews, by the candidate before, over the order of marking, after the debrief.
//!
//! Candidates, raters and each rater's movement are fitted together ([`joint`]), so that one rater's movement is not laid to
//! another who saw the same candidates; where the interviews were so placed that only a difference or a sum of movements can be
//! told, that is what is said. Interviews of one time have no order among them ([`order`]). Several looks are allowed for ([`holm`]): over the four ways, and over raters and ways.

mod joint;
mod order;
mod shared;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::holm::holm;
use crate::words::listed;
use joint::{Fitted, Point, Told, fit};
use order::{along, unordered};
pub use shared::{Shared, shared};

/// One interview of a rater.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// What was rated: a candidate in an assessment.
    pub unit: String,
    /// Who rated.
    pub rater: String,
    /// In what a rater has one severity: the assessment; may be the same for all.
    pub part: String,
    /// The score.
    pub score: f64,
    /// When it was held, in any unit that grows; `None` where that is unknown.
    pub held: Option<i64>,
    /// When it was marked, likewise.
    pub marked: Option<i64>,
    /// Whether it was submitted after the debrief; `None` where that is unknown.
    pub after_debrief: Option<bool>,
}

/// A slope or a difference with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Estimate, in score points (per interview, per point of the candidate before, or of the difference).
    pub estimate: f64,
    /// 95% interval.
    pub ci95: (f64, f64),
    /// Two-sided p-value, of this alone.
    pub p: f64,
    /// Interviews that it rests on.
    pub interviews: usize,
}

impl Effect {
    /// How often chance alone would show as much or more, looking in this way only (the p-value), in words: it is no share of being
    /// right. Of fewer than ten interviews with the remark that it goes by the shape that chance is taken to have (Student's).
    pub fn chance(&self) -> String {
        let times = |share: f64, of: u32| match (share * f64::from(of)).round() {
            1.0 => format!("once in {of}"),
            times => format!("{times:.0} times in {of}"),
        };
        let often = match self.p {
            p if p < 0.001 => "less than once in 1000".to_owned(),
            p if p < 0.0095 => times(p, 1000),
            p => times(p, 100),
        };
        if self.interviews < FEW { format!("{often}, as far as so few show") } else { often }
    }
}

/// A way in which severity may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Over the order of interviews.
    OverOrder,
    /// With the candidate before.
    Contrast,
    /// Over the order of marking.
    OverMarking,
    /// After the debrief.
    AfterDebrief,
}

impl Way {
    /// Why there is no effect for it, in words, by what a [`Drift`] holds as unordered, untold and too wide.
    pub fn unknown(self, unordered: &[Way], untold: &[Way], too_wide: &[Way]) -> &'static str {
        match () {
            () if unordered.contains(&self) => "the order is not known",
            () if untold.contains(&self) => "cannot be told from another's",
            () if too_wide.contains(&self) => "too uncertain to say",
            () => "cannot be computed",
        }
    }
}

const WAYS: [Way; 4] = [Way::OverOrder, Way::Contrast, Way::OverMarking, Way::AfterDebrief];

/// How severity moves. An effect is `None` where there are fewer than five interviews for it, nothing varies, it cannot be told
/// from a movement of others (`untold`), or its interval is wider than the scale (`too_wide`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Drift {
    /// Interviews.
    pub interviews: usize,
    /// Score over the order of interviews.
    pub over_order: Option<Effect>,
    /// Score over that of the candidate before (contrast where it is negative).
    pub contrast: Option<Effect>,
    /// Score over the order of marking.
    pub over_marking: Option<Effect>,
    /// After the debrief less before.
    pub after_debrief: Option<Effect>,
    /// Ways of which only differences or sums of raters' movements can be told.
    pub untold: Vec<Way>,
    /// Ways in which the movement could be anything: its interval is wider than the scale.
    pub too_wide: Vec<Way>,
    /// Ways along an order that is not known: all that a rater held, or marked, has one time; or of no interview is it known which
    /// was before.
    pub unordered: Vec<Way>,
    /// In words.
    pub sentence: String,
}

/// Drift of all and of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Drifts {
    /// What all raters have in common.
    pub all: Drift,
    /// Each rater by name.
    pub raters: Vec<(String, Drift)>,
}

/// Fewer interviews say nothing.
const LEAST: usize = 5;
/// Of fewer interviews a share of chance goes by the shape that chance is taken to have.
const FEW: usize = 10;
/// An adjusted p-value below this is worth a look.
const SEEN: f64 = 0.05;

/// Looks for drift in interviews whose unit somebody else rated too; others are left out.
pub fn drift(held: &[Held]) -> Drifts {
    let units = indexed(held, |one| one.unit.clone());
    let shared: Vec<&Held> = held
        .iter()
        .zip(&units.0)
        .filter(|(_, unit)| units.0.iter().filter(|one| one == unit).count() > 1)
        .map(|(one, _)| one)
        .collect();
    let raters = indexed(&shared, |one| one.rater.clone());
    let fits: Vec<Option<Fitted>> =
        WAYS.iter().map(|way| fit(&points(&shared, &raters.0, *way), raters.1.len())).collect();
    let own = |rater: usize| unordered(&shared, &raters.0, |one| one == rater);
    let common = unordered(&shared, &raters.0, |_| true);
    let unordered: Vec<Vec<Way>> = (0..raters.1.len()).map(own).collect();
    Drifts {
        all: together(&fits, shared.len(), raters.1.len(), common),
        raters: each(&fits, &raters, unordered),
    }
}

/// Positions in the list of distinct keys, and the list.
fn indexed<T>(all: &[T], key: impl Fn(&T) -> String) -> (Vec<usize>, Vec<String>) {
    let mut names: Vec<String> = all.iter().map(&key).collect();
    names.sort_unstable();
    names.dedup();
    let place = |one: &T| names.binary_search(&key(one)).unwrap_or_default();
    (all.iter().map(place).collect(), names)
}

/// The interviews with what the score may move over ([`along`]). The candidate before counts with the mean of all who rated them: a
/// rater's own score there, and others' alone, would carry chance into the slope.
fn points(held: &[&Held], raters: &[usize], way: Way) -> Vec<Point> {
    let units = indexed(held, |one| one.unit.clone()).0;
    let parts = indexed(held, |one| format!("{}\u{0}{}", one.rater, one.part)).0;
    let mean = |unit: usize| {
        let scores = units.iter().zip(held).filter(|(one, _)| **one == unit).map(|(_, held)| held.score);
        scores.clone().sum::<f64>() / scores.count() as f64
    };
    let places = along(held, raters, way);
    let x = |index: usize| match way {
        Way::AfterDebrief => held[index].after_debrief.map(|after| f64::from(u8::from(after))),
        Way::Contrast => places[index].before.map(|before| mean(units[before])),
        Way::OverOrder | Way::OverMarking => places[index].place,
    };
    let point = |index: usize| {
        let (unit, part, rater) = (units[index], parts[index], raters[index]);
        Some(Point { unit, part, rater, x: x(index)?, y: held[index].score })
    };
    (0..held.len()).filter_map(point).collect()
}

/// What is common to all raters.
fn together(fits: &[Option<Fitted>], interviews: usize, raters: usize, unordered: Vec<Way>) -> Drift {
    let mut out = Drift { interviews, unordered, ..Drift::default() };
    let mut looks = Vec::new();
    for (way, fitted) in WAYS.into_iter().zip(fits) {
        let Some(fitted) = fitted else { continue };
        if let Some(effect) = fitted.pooled {
            out.set(way, effect);
            looks.push((way, effect.p, said(way).to_owned()));
            continue;
        }
        if fitted.too_wide {
            out.too_wide.push(way);
        } else if fitted.apart.is_some() {
            out.untold.push(way);
        }
        looks.extend(fitted.apart.map(|p| (way, p, unclear(way, raters))));
    }
    let p: Vec<f64> = looks.iter().map(|look| look.1).collect();
    let found = looks.iter().zip(holm(&p, 0)).filter(|(_, p)| *p < SEEN).map(|(look, _)| look.2.clone());
    out.sentence = sentence(&out, &found.collect::<Vec<_>>());
    out
}

/// One test of one way, and whom it speaks of in which words.
struct Look {
    way: Way,
    p: f64,
    whom: Vec<(usize, String)>,
}

/// Each rater beside the others.
fn each(
    fits: &[Option<Fitted>],
    (places, names): &(Vec<usize>, Vec<String>),
    unordered: Vec<Vec<Way>>,
) -> Vec<(String, Drift)> {
    let count = |rater: usize| places.iter().filter(|one| **one == rater).count();
    let drift = |(rater, unordered)| Drift { interviews: count(rater), unordered, ..Drift::default() };
    let mut out: Vec<Drift> = unordered.into_iter().enumerate().map(drift).collect();
    // A difference of two raters is one look, though it stands under both.
    let mut looks: Vec<Look> = Vec::new();
    for (way, fitted) in WAYS.into_iter().zip(fits) {
        for (rater, slope) in fitted.iter().flat_map(|fitted| fitted.slopes.iter().enumerate()) {
            let Some(slope) = slope else { continue };
            let words = match slope.told {
                Told::Alone => said(way).to_owned(),
                Told::TooWide => format!("{}, by how much cannot be said", said(way)),
                Told::Mixed => unclear(way, names.len()),
            };
            match slope.told {
                Told::Alone => out[rater].set(way, slope.effect),
                Told::TooWide => out[rater].too_wide.push(way),
                Told::Mixed => out[rater].untold.push(way),
            }
            let mixed = slope.told == Told::Mixed;
            let same = looks
                .iter_mut()
                .find(|look| mixed && look.way == way && (look.p - slope.effect.p).abs() < 1e-9);
            match same {
                Some(look) => look.whom.push((rater, words)),
                None => looks.push(Look { way, p: slope.effect.p, whom: vec![(rater, words)] }),
            }
        }
    }
    let p: Vec<f64> = looks.iter().map(|look| look.p).collect();
    let mut found = vec![Vec::new(); names.len()];
    for (look, _) in looks.iter().zip(holm(&p, 0)).filter(|(_, p)| *p < SEEN) {
        look.whom.iter().for_each(|(rater, words)| found[*rater].push(words.clone()));
    }
    for (one, found) in out.iter_mut().zip(found) {
        one.sentence = sentence(one, &found);
    }
    names.iter().cloned().zip(out).collect()
}

impl Drift {
    fn set(&mut self, way: Way, effect: Effect) {
        let place = match way {
            Way::OverOrder => &mut self.over_order,
            Way::Contrast => &mut self.contrast,
            Way::OverMarking => &mut self.over_marking,
            Way::AfterDebrief => &mut self.after_debrief,
        };
        *place = Some(effect);
    }
}

fn said(way: Way) -> &'static str {
    match way {
        Way::OverOrder => "severity moved over the interviews",
        Way::Contrast => "scores went with those of the candidate before",
        Way::OverMarking => "severity moved over the order of marking",
        Way::AfterDebrief => "scores moved after the debrief",
    }
}

fn unclear(way: Way, raters: usize) -> String {
    let over = match way {
        Way::OverOrder => "over the interviews",
        Way::Contrast => "with the candidate before",
        Way::OverMarking => "over the order of marking",
        Way::AfterDebrief => "after the debrief",
    };
    let who =
        if raters == 2 { "one of the two raters" } else { "one of the raters who saw the same candidates" };
    format!("{who} moved {over}, and the data cannot tell which")
}

fn sentence(drift: &Drift, found: &[String]) -> String {
    let effects = [drift.over_order, drift.contrast, drift.over_marking, drift.after_debrief];
    let looked = effects.iter().any(Option::is_some) || !drift.untold.is_empty();
    let over = |way: Way, what: &str| drift.unordered.contains(&way).then(|| what.to_owned());
    let unordered: Vec<String> =
        [over(Way::OverOrder, "the interviews"), over(Way::OverMarking, "the marking")]
            .into_iter()
            .flatten()
            .collect();
    let unordered = match unordered.as_slice() {
        [] => String::new(),
        some => format!(
            " The order of {} is not known, as all of a rater's have one time, so no movement along it can be seen.",
            listed(some)
        ),
    };
    // One that is too wide to say how much is a drift all the same.
    let few = drift.interviews < LEAST || (!looked && found.is_empty());
    if few && drift.interviews >= LEAST && !unordered.is_empty() {
        return unordered.trim_start().to_owned();
    }
    let said = match (few, found.is_empty()) {
        (true, _) if drift.interviews >= LEAST && !drift.too_wide.is_empty() => {
            "Whether severity moved is too uncertain to say.".to_owned()
        }
        (true, _) => "Too few interviews to see any drift.".to_owned(),
        (false, true) => "No drift can be seen; with so few interviews a small one could not be.".to_owned(),
        (false, false) => format!("Look again: {}.", found.join("; ")),
    };
    said + &unordered
}
