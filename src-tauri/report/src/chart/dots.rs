//! Scores with their intervals on one axis; brackets at the left join those that are not told apart.

use assay_domain::document::{Dot, DotPlot};

use super::scale::{Scale, whole_numbers};
use super::{FEWEST, ROW, name};
use crate::look::{ACCENT, CELL, INK, LINE, MUTED, SIDE, WIDTH};
use crate::page::{Drawn, Pages};
use crate::typeset::Place;

/// Width of one bracket.
const BRACKET: f32 = 7.0;
/// Width of the names.
const NAMES: f32 = 128.0;
/// Width of the numbers at the right.
const NUMBERS: f32 = 122.0;
/// Most brackets beside each other; there are rarely more than three.
const BRACKETS: usize = 6;

/// Draws it, row by row; it goes on over pages.
pub fn draw(pages: &mut Pages, plot: &DotPlot) {
    let groups = plot.rows.iter().flat_map(|row| &row.groups).max().map_or(0, |last| *last as usize + 1);
    #[expect(clippy::cast_precision_loss, reason = "at most six")]
    let brackets = BRACKET * groups.min(BRACKETS) as f32;
    let x = SIDE + brackets + NAMES + 10.0;
    let scale = Scale { x, width: SIDE + WIDTH - NUMBERS - x, ends: plot.scale };
    let ticks = whole_numbers(plot.scale);
    pages.room(ROW * FEWEST.min(as_rows(plot.rows.len())) + 13.0);
    for (index, row) in plot.rows.iter().enumerate() {
        if pages.left() < ROW + 13.0 {
            scale.labels(pages, &ticks, |value| format!("{value:.0}"));
            pages.begin();
        }
        scale.grid(pages, &ticks, ROW);
        for group in 0..groups.min(BRACKETS) {
            bracket(pages, plot, index, group);
        }
        name(pages, &row.label, brackets + 2.0, NAMES);
        marks(pages, &scale, row);
        numbers(pages, row);
        pages.down(ROW);
    }
    scale.labels(pages, &ticks, |value| format!("{value:.0}"));
}

#[expect(clippy::cast_precision_loss, reason = "rows of a chart")]
fn as_rows(number: usize) -> f32 {
    number as f32
}

/// This row's part of a group's bracket: thin where the row stands between members and is none.
fn bracket(pages: &mut Pages, plot: &DotPlot, index: usize, group: usize) {
    let member = |row: &Dot| row.groups.iter().any(|one| *one as usize == group);
    let (Some(first), Some(last)) = (plot.rows.iter().position(member), plot.rows.iter().rposition(member))
    else {
        return;
    };
    if index < first || index > last {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most six")]
    let x = BRACKET.mul_add(group as f32, SIDE + 1.5);
    let y = pages.y();
    let from = if index == first { y + 3.0 } else { y };
    let to = if index == last { y + ROW - 3.0 } else { y + ROW };
    let (width, color) = if plot.rows.get(index).is_some_and(member) { (1.3, MUTED) } else { (0.5, LINE) };
    pages.rule((x, from), (x, to), width, color);
    for (end, at) in [(first, from), (last, to)] {
        if index == end {
            pages.rule((x, at), (x + 4.0, at), width, color);
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
    let interval = row.interval.map_or_else(String::new, |(low, high)| format!("{low:.1} to {high:.1}"));
    let (score, kind) = match row.score {
        Some(score) => (format!("{score:.2}"), CELL.strong()),
        None => ("not assessed".to_owned(), CELL.colored(MUTED)),
    };
    pages.label(&score, kind, Place::Left, (x, y), 56.0);
    pages.label(&interval, CELL.colored(MUTED), Place::Right, (x + 50.0, y), NUMBERS - 60.0);
}
