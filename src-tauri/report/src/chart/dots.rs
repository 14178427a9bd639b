//! Scores with their intervals on one axis; brackets at the left join those that are not told apart.

use std::collections::BTreeSet;

use assay_domain::document::{Dot, DotPlot};
use assay_domain::words::{decimal, range};

use super::scale::{Scale, whole_numbers};
use super::{ROW, name, room};
use crate::look::{ACCENT, CELL, INK, LINE, MUTED, SIDE, WIDTH};
use crate::page::{Drawn, Pages};
use crate::typeset::Place;

/// Width of one bracket.
const BRACKET: f32 = 7.0;
/// Width of the names.
const NAMES: f32 = 128.0;
/// Width of the numbers at the right.
const NUMBERS: f32 = 122.0;
/// Width of all brackets; more than have room beside each other stand closer.
const BRACKETS: f32 = 60.0;

/// Draws it, row by row; it goes on over pages.
pub fn draw(pages: &mut Pages, plot: &DotPlot) {
    let lanes = lanes(plot);
    let count = lanes.iter().map(|one| one.lane + 1).max().unwrap_or(0);
    let step = BRACKET.min(BRACKETS / as_number(count.max(1)));
    let brackets = step * as_number(count);
    let x = SIDE + brackets + NAMES + 10.0;
    let scale = Scale { x, width: SIDE + WIDTH - NUMBERS - x, ends: plot.scale };
    let ticks = whole_numbers(plot.scale);
    room(pages, plot.rows.len(), 13.0);
    for (index, row) in plot.rows.iter().enumerate() {
        if pages.left() < ROW + 13.0 {
            scale.labels(pages, &ticks, |value| format!("{value:.0}"));
            pages.begin();
        }
        scale.grid(pages, &ticks, ROW);
        for one in &lanes {
            bracket(pages, plot, index, one, step);
        }
        name(pages, &row.label, brackets + 2.0, NAMES);
        marks(pages, &scale, row);
        numbers(pages, row);
        pages.down(ROW);
    }
    scale.labels(pages, &ticks, |value| format!("{value:.0}"));
}

#[expect(clippy::cast_precision_loss, reason = "rows and brackets of a chart")]
fn as_number(count: usize) -> f32 {
    count as f32
}

/// Where a band's bracket stands: from its first row to its last, in one of the lanes beside each other.
struct Lane {
    band: u32,
    first: usize,
    last: usize,
    lane: usize,
}

/// All bands in as few lanes as keep their brackets from touching.
fn lanes(plot: &DotPlot) -> Vec<Lane> {
    let bands: BTreeSet<u32> = plot.rows.iter().flat_map(|row| &row.bands).copied().collect();
    let mut all: Vec<Lane> = Vec::new();
    for band in bands {
        let member = |row: &Dot| row.bands.contains(&band);
        let ends = plot.rows.iter().position(member).zip(plot.rows.iter().rposition(member));
        let Some((first, last)) = ends else { continue };
        let free = |lane: &usize| {
            all.iter().all(|other| other.lane != *lane || other.last < first || last < other.first)
        };
        let lane = (0..).find(free).unwrap_or(all.len());
        all.push(Lane { band, first, last, lane });
    }
    all
}

/// This row's part of a band's bracket: thin where the row stands between members and is none.
fn bracket(pages: &mut Pages, plot: &DotPlot, index: usize, one: &Lane, step: f32) {
    let (first, last) = (one.first, one.last);
    if index < first || index > last {
        return;
    }
    let member = |row: &Dot| row.bands.contains(&one.band);
    let x = step.mul_add(as_number(one.lane), SIDE + 1.5);
    let y = pages.y();
    let from = if index == first { y + 3.0 } else { y };
    let to = if index == last { y + ROW - 3.0 } else { y + ROW };
    let (width, color) = if plot.rows.get(index).is_some_and(member) { (1.3, MUTED) } else { (0.5, LINE) };
    pages.rule((x, from), (x, to), width, color);
    for (end, at) in [(first, from), (last, to)] {
        if index == end {
            pages.rule((x, at), (x + step.min(4.0), at), width, color);
        }
    }
}

fn marks(pages: &mut Pages, scale: &Scale, row: &Dot) {
    let y = pages.y() + ROW / 2.0;
    if let Some((low, high)) = row.interval {
        let (from, to) = (scale.at(low), scale.at(high));
        pages.rule((from, y), (to, y), 1.4, ACCENT);
        for end in [from, to] {
            pages.rule((end, y - 3.0), (end, y + 3.0), 1.0, ACCENT);
        }
    }
    if let Some(corrected) = row.corrected {
        pages.draw(Drawn::Ring { x: scale.at(corrected), y, radius: 4.2, color: INK });
    }
    if let Some(score) = row.score {
        pages.draw(Drawn::Disc { x: scale.at(score), y, radius: 2.9, fill: INK });
    }
}

fn numbers(pages: &mut Pages, row: &Dot) {
    let (x, y) = (SIDE + WIDTH - NUMBERS + 10.0, pages.y() + (ROW - CELL.leading) / 2.0);
    let interval = row.interval.map_or_else(String::new, |ends| range(ends, 1));
    let (score, kind) = match row.score {
        Some(score) => (decimal(score, 2), CELL.strong()),
        None => ("not assessed".to_owned(), CELL.colored(MUTED)),
    };
    pages.label(&score, kind, Place::Left, (x, y), 56.0);
    pages.label(&interval, CELL.colored(MUTED), Place::Right, (x + 50.0, y), NUMBERS - 60.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::Fonts;

    #[test]
    fn every_group_has_its_bracket_and_none_touches_another() {
        let rows: Vec<Dot> = (0..14)
            .map(|row: u32| Dot { bands: (row.saturating_sub(7)..=row.min(9)).collect(), ..Dot::default() })
            .collect();
        let plot = DotPlot { of: "Candidate".into(), scale: (1.0, 5.0), rows };
        let mut pages = Pages::new(&Fonts::built_in()).unwrap();
        draw(&mut pages, &plot);
        let ends = pages.drawn.iter().flatten().filter(|one| {
            matches!(one, Drawn::Rule { from, to, color, .. }
                if *color == MUTED && from.1 == to.1 && from.0 < SIDE + BRACKETS && to.0 - from.0 <= 4.1)
        });
        assert_eq!(ends.count(), 2 * 10, "each of ten bands begins and ends");
        let apart = DotPlot {
            rows: [0, 0, 1, 1].map(|band| Dot { bands: vec![band], ..Dot::default() }).into(),
            ..plot
        };
        assert!(lanes(&apart).iter().all(|one| one.lane == 0), "one after the other needs no second lane");
    }
}
