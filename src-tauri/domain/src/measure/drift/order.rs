//! Places of a rater's interviews in the order of their times.

use std::collections::BTreeSet;

use super::{Held, Way};

/// Where an interview stands in its rater's order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Along {
    /// Place from nought; those of one time share the mean of their places (as ranks do: Kendall, *Rank Correlation Methods*, 4th
    /// ed., 1970, ch. 3), since which came first is not known. `None` without a time.
    pub place: Option<f64>,
    /// The interview just before; `None` for the first, and where several of one time could be it or this one is of such.
    pub before: Option<usize>,
}

/// Places along a way, within each rater.
pub(super) fn along(held: &[&Held], raters: &[usize], way: Way) -> Vec<Along> {
    let mut out = vec![Along::default(); held.len()];
    for rater in raters.iter().copied().collect::<BTreeSet<_>>() {
        let mut mine: Vec<(i64, usize)> = (0..held.len())
            .filter(|index| raters[*index] == rater)
            .filter_map(|index| Some((time(held[index], way)?, index)))
            .collect();
        mine.sort_unstable();
        let (mut first, mut last) = (0, None);
        for same in mine.chunk_by(|a, b| a.0 == b.0) {
            let place = Some(first as f64 + 0.5 * (same.len() as f64 - 1.0));
            let before = last.filter(|_| same.len() == 1);
            same.iter().for_each(|(_, index)| out[*index] = Along { place, before });
            first += same.len();
            last = if let [(_, index)] = same { Some(*index) } else { None };
        }
    }
    out
}

/// Ways along an order that is not known for any of the raters: somebody's interviews have times, and nobody's differ, or of none
/// is it known which was before.
pub(super) fn unordered(held: &[&Held], raters: &[usize], of: impl Fn(usize) -> bool) -> Vec<Way> {
    let not_known = |way: &Way| {
        let mine = |rater: usize| -> Vec<i64> {
            let own = (0..held.len()).filter(|index| raters[*index] == rater);
            own.filter_map(|index| time(held[index], *way)).collect()
        };
        let known: BTreeSet<usize> = raters.iter().copied().filter(|rater| of(*rater)).collect();
        let times: Vec<Vec<i64>> = known.into_iter().map(mine).filter(|times| times.len() > 1).collect();
        let level = || times.iter().all(|times| times.iter().all(|time| *time == times[0]));
        let no_before = || {
            let own = along(held, raters, *way).into_iter().zip(raters).filter(|(_, rater)| of(**rater));
            own.into_iter().all(|(one, _)| one.before.is_none())
        };
        !times.is_empty() && if *way == Way::Contrast { no_before() } else { level() }
    };
    [Way::OverOrder, Way::Contrast, Way::OverMarking].into_iter().filter(not_known).collect()
}

fn time(held: &Held, way: Way) -> Option<i64> {
    if way == Way::OverMarking { held.marked } else { held.held }
}
