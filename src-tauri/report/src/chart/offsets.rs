//! How far each rater stands from the others: strict to the left, lenient to the right.

use assay_domain::document::{Offset, OffsetPlot};
use assay_domain::words::signed;

use super::scale::{Scale, whole_numbers};
use super::{ROW, name, room};
use crate::look::{ACCENT, CELL, INK, MUTED, SIDE, SMALL, WIDTH};
use crate::page::{Drawn, Pages};
use crate::typeset::Place;

/// Width of the names.
const NAMES: f32 = 128.0;
/// Width of the words at the right.
const NUMBERS: f32 = 170.0;

/// Draws it.
pub fn draw(pages: &mut Pages, plot: &OffsetPlot) {
    let reach = |one: &Offset| 2.0f64.mul_add(one.sd.unwrap_or(0.0), one.value.abs());
    let most = plot.rows.iter().map(reach).fold(1.0, f64::max).ceil();
    let x = SIDE + NAMES + 10.0;
    let scale = Scale { x, width: SIDE + WIDTH - NUMBERS - x, ends: (-most, most) };
    let ticks = whole_numbers(scale.ends);
    room(pages, plot.rows.len(), 25.0);
    let y = pages.y();
    pages.label("strict", SMALL, Place::Left, (x, y), 60.0);
    pages.label("lenient", SMALL, Place::Right, (x + scale.width - 60.0, y), 60.0);
    pages.down(12.0);
    for row in &plot.rows {
        if pages.left() < ROW + 13.0 {
            scale.labels(pages, &ticks, named);
            pages.begin();
        }
        scale.grid(pages, &ticks, ROW);
        name(pages, &row.label, 2.0, NAMES);
        marks(pages, &scale, row);
        pages.down(ROW);
    }
    scale.labels(pages, &ticks, named);
}

fn named(value: f64) -> String {
    if value == 0.0 { "0".into() } else { format!("{value:+.0}") }
}

fn marks(pages: &mut Pages, scale: &Scale, row: &Offset) {
    let y = pages.y() + ROW / 2.0;
    let zero = scale.at(0.0);
    pages.rule((zero, pages.y()), (zero, pages.y() + ROW), 0.9, MUTED);
    if let Some(sd) = row.sd {
        let ends = [-2.0, 2.0].map(|sds: f64| scale.at(sds.mul_add(sd, row.value)));
        pages.rule((ends[0], y), (ends[1], y), 1.4, ACCENT);
    }
    pages.draw(Drawn::Disc { x: scale.at(row.value), y, radius: 2.9, fill: INK });
    let (x, y) = (SIDE + WIDTH - NUMBERS + 10.0, pages.y() + (ROW - CELL.leading) / 2.0);
    pages.label(&signed(row.value, 2), CELL.strong(), Place::Left, (x, y), 40.0);
    pages.label(&row.note, CELL.colored(MUTED), Place::Right, (x + 40.0, y), NUMBERS - 50.0);
}
