//! How sure an order is, in words: neighbours, bands that are not told apart (law 6).

use serde::Serialize;

mod bands;
mod sets;

pub use sets::{components, untold, where_comparable};

/// At least so sure, and two candidates are told apart.
pub const SURE: f64 = 0.9;

/// Why nobody is told apart where every score is explained exactly ([`super::severity::exact`]), however far apart they are.
pub const EXACT: &str = "Nobody is told apart from anybody: the ratings fit together exactly, so nothing shows how much chance is in them. The order may well be right; how sure it is cannot be said.";

/// Why it cannot be said how sure an order is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing that was rated allows the comparison.
    Incomparable,
    /// Every score is explained exactly ([`super::severity::exact`]).
    Exact,
}

impl Doubt {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Doubt::Incomparable => "cannot be compared: no rater links the two",
            Doubt::Exact => "cannot be said: the ratings fit together exactly",
        }
    }
}

/// Two neighbours in the order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Neighbours<K = String> {
    /// The one ahead.
    pub ahead: K,
    /// The one behind.
    pub behind: K,
    /// Probability that they stand in the right order; `None` where it cannot be said.
    pub probability: Option<f64>,
    /// The same in words, or why it cannot be said.
    pub words: String,
    /// Whether the order is sure enough to be shown.
    pub told_apart: bool,
}

/// One candidate in the order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placed<K = String> {
    /// Its name.
    pub candidate: K,
    /// What the order goes by.
    pub total: f64,
    /// Groups that it belongs to, from 0 (best); who shares one is not told apart. Groups may overlap.
    pub bands: Vec<u32>,
}

/// An order with how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sureness<K = String> {
    /// Best first.
    pub order: Vec<Placed<K>>,
    /// Each candidate with the next.
    pub neighbours: Vec<Neighbours<K>>,
    /// Pairs of candidates that are told apart.
    pub pairs_told_apart: usize,
    /// All pairs.
    pub pairs: usize,
}

impl<K: Clone> Sureness<K> {
    /// Orders candidates by their totals; equal ones keep their order. Else as [`Sureness::along`].
    pub fn of(
        names: &[K],
        totals: &[f64],
        before: impl Fn(usize, usize) -> Result<f64, Doubt>,
    ) -> Sureness<K> {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|a, b| totals[*b].total_cmp(&totals[*a]));
        Sureness::along(&order, names, totals, before)
    }

    /// Of candidates in an order. `before(a, b)` is the probability that a is truly above b, or why that cannot be said. Two are
    /// told apart where the one that stands ahead is so with 90% or more: an order that the model holds for wrong is not sure,
    /// however sure the model is.
    pub fn along(
        order: &[usize],
        names: &[K],
        totals: &[f64],
        before: impl Fn(usize, usize) -> Result<f64, Doubt>,
    ) -> Sureness<K> {
        let count = order.len();
        let told = |place: usize| {
            let (ahead, behind) = (order[place / count], order[place % count]);
            place / count < place % count && before(ahead, behind).is_ok_and(|found| found >= SURE)
        };
        let told: Vec<bool> = (0..count * count).map(told).collect();
        let apart = |ahead: usize, behind: usize| told[ahead * count + behind];
        let memberships = bands::bands(order.len(), |a, b| !apart(a.min(b), a.max(b)));
        let placed = order.iter().zip(memberships).map(|(row, bands)| Placed {
            candidate: names[*row].clone(),
            total: totals[*row],
            bands,
        });
        let neighbours = (1..order.len()).map(|behind| {
            let pair = (order[behind - 1], order[behind]);
            let found = before(pair.0, pair.1);
            Neighbours {
                ahead: names[pair.0].clone(),
                behind: names[pair.1].clone(),
                probability: found.ok(),
                words: found.map_or_else(Doubt::words, words).to_owned(),
                told_apart: apart(behind - 1, behind),
            }
        });
        let pairs = (0..order.len()).flat_map(|behind| (0..behind).map(move |ahead| (ahead, behind)));
        Sureness {
            pairs_told_apart: pairs.clone().filter(|(ahead, behind)| apart(*ahead, *behind)).count(),
            pairs: pairs.count(),
            neighbours: neighbours.collect(),
            order: placed.collect(),
        }
    }
}

impl<K> Sureness<K> {
    /// The same, the words of pairs that are told apart naming what would make them untrue: "sure enough to say, unless ...".
    pub fn unless(mut self, conditions: &[&str]) -> Self {
        if !conditions.is_empty() {
            let unless = conditions.join(" or ");
            let told = self.neighbours.iter_mut().filter(|pair| pair.told_apart);
            told.for_each(|pair| pair.words = format!("{}, unless {unless}", pair.words));
        }
        self
    }

    /// The same with other names.
    pub fn map<L>(self, name: impl Fn(K) -> L) -> Sureness<L> {
        let placed =
            |one: Placed<K>| Placed { candidate: name(one.candidate), total: one.total, bands: one.bands };
        let neighbours = |one: Neighbours<K>| Neighbours {
            ahead: name(one.ahead),
            behind: name(one.behind),
            probability: one.probability,
            words: one.words,
            told_apart: one.told_apart,
        };
        Sureness {
            order: self.order.into_iter().map(placed).collect(),
            neighbours: self.neighbours.into_iter().map(neighbours).collect(),
            pairs_told_apart: self.pairs_told_apart,
            pairs: self.pairs,
        }
    }
}

/// The probability that an order is right, in words.
pub fn words(probability: f64) -> &'static str {
    match probability {
        p if p >= 0.99 => "practically certain",
        p if p >= SURE => "sure enough to say",
        p if p >= 0.75 => "likely, but not told apart",
        p if p >= 0.6 => "leaning, not told apart",
        p if p > 0.4 => "a coin toss",
        p if p > 0.1 => "rather the other way round",
        _ => "almost surely the other way round",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names() -> Vec<String> {
        ["A Fixture", "B Fixture", "C Fixture"].map(str::to_owned).to_vec()
    }

    #[test]
    fn groups_overlap_where_neighbours_are_close() {
        let totals = [3.0, 4.0, 3.5];
        let found = Sureness::of(&names(), &totals, |a, b| Ok(0.5 + 0.45 * (totals[a] - totals[b])));
        let order: Vec<&str> = found.order.iter().map(|one| one.candidate.as_str()).collect();
        assert_eq!(order, ["B Fixture", "C Fixture", "A Fixture"]);
        assert_eq!(found.order[1].bands, [0, 1]);
        assert_eq!((found.pairs_told_apart, found.pairs), (1, 3));
        assert_eq!(found.neighbours[0].words, "leaning, not told apart");
    }

    #[test]
    fn what_cannot_be_compared_is_not_told_apart() {
        let before = |a: usize, b: usize| {
            let ahead = [1, 2, 0].iter().position(|x| *x == a) < [1, 2, 0].iter().position(|x| *x == b);
            if a + b == 3 { Err(Doubt::Incomparable) } else { Ok(if ahead { 0.999 } else { 0.001 }) }
        };
        let found = Sureness::of(&names(), &[1.0, 5.0, 3.0], before);
        assert!(!found.neighbours[0].told_apart && found.neighbours[0].words.starts_with("cannot"));
        assert!(found.neighbours[1].told_apart);
    }

    #[test]
    fn what_is_explained_exactly_is_not_told_apart_however_far() {
        let found = Sureness::of(&names(), &[1.0, 5.0, 3.0], |_, _| Err(Doubt::Exact));
        assert_eq!((found.pairs_told_apart, found.neighbours[0].probability), (0, None));
        assert!(found.neighbours[0].words.starts_with("cannot be said") && found.order[2].bands == [0]);
    }

    #[test]
    fn an_order_that_is_held_for_wrong_tells_nobody_apart() {
        let found = Sureness::of(&names()[..2], &[4.0, 3.0], |a, _| Ok(if a == 0 { 0.02 } else { 0.98 }));
        assert_eq!((found.pairs_told_apart, found.order[0].bands.clone()), (0, vec![0]));
        assert_eq!(found.neighbours[0].words, "almost surely the other way round");
    }

    #[test]
    fn what_a_pair_depends_on_is_said_of_those_that_are_told_apart() {
        let before = |a: usize, b: usize| Ok(if (a, b) == (0, 1) { 0.95 } else { 0.7 });
        let found = Sureness::of(&names(), &[3.0, 2.0, 1.0], before).unless(&["it rains", "it snows"]);
        assert_eq!(found.neighbours[0].words, "sure enough to say, unless it rains or it snows");
        assert_eq!(found.neighbours[1].words, "leaning, not told apart");
        assert_eq!(found.clone().unless(&[]), found);
    }

    #[test]
    fn nobody_and_one() {
        let none = Sureness::<String>::of(&[], &[], |_, _| Ok(0.5));
        assert!(none.order.is_empty() && none.neighbours.is_empty() && none.pairs == 0);
        let one = Sureness::of(&names()[..1], &[3.0], |_, _| Ok(0.5));
        assert_eq!(one.order[0].bands, [0]);
    }

    proptest! {
        #[test]
        fn two_share_a_group_exactly_where_they_are_not_told_apart(totals in prop::collection::vec(1.0_f64..5.0, 0..9)) {
            let before = |a: usize, b: usize| super::super::normal::phi((totals[a] - totals[b]) / 0.7);
            let names: Vec<usize> = (0..totals.len()).collect();
            let found = Sureness::of(&names, &totals, |a, b| Ok(before(a, b)));
            for (i, one) in found.order.iter().enumerate() {
                for other in &found.order[i + 1..] {
                    let shared = one.bands.iter().any(|band| other.bands.contains(band));
                    prop_assert_eq!(shared, before(one.candidate, other.candidate) < SURE);
                }
            }
        }
    }
}
