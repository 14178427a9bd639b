//! Of how many weightings each candidate is first, second and so on: one bar each, from dark to light.

use assay_domain::document::{ShareRow, Shares};
use assay_domain::words::percent;

use super::{ROW, name, narrow, room};
use crate::look::{CELL, MUTED, PAPER, SIDE, SMALL, WIDTH, on_shade, shade};
use crate::page::{Drawn, Pages};
use crate::typeset::Place;

/// Width of the names.
const NAMES: f32 = 128.0;
/// Width of the words at the right.
const NUMBERS: f32 = 132.0;
/// Narrowest part of a bar that says its share.
const SAYS: f32 = 24.0;

/// Draws it.
pub fn draw(pages: &mut Pages, shares: &Shares) {
    let places = shares.rows.iter().map(|row| row.places.len()).max().unwrap_or(1);
    let (x, width) = (SIDE + NAMES + 10.0, WIDTH - NAMES - NUMBERS - 10.0);
    room(pages, shares.rows.len(), 14.0);
    let y = pages.y();
    pages.label("from dark to light: first, second, …", SMALL, Place::Left, (x, y), width);
    pages.label("first: of all weights, near the plan's", SMALL, Place::Right, (x + width, y), NUMBERS);
    pages.down(13.0);
    for row in &shares.rows {
        pages.room(ROW);
        name(pages, &row.label, 2.0, NAMES);
        bar(pages, row, places, x, width);
        let y = pages.y() + (ROW - CELL.leading) / 2.0;
        let first = row.places.first().copied().unwrap_or(0.0);
        let right = x + width + 8.0;
        pages.label(&percent(first), CELL.strong(), Place::Right, (right, y), 52.0);
        pages.label(
            &percent(row.first_near),
            CELL.colored(MUTED),
            Place::Right,
            (right + 56.0, y),
            NUMBERS - 64.0,
        );
        pages.down(ROW);
    }
}

fn bar(pages: &mut Pages, row: &ShareRow, places: usize, x: f32, width: f32) {
    let (mut left, y) = (x, pages.y());
    for (place, share) in row.places.iter().enumerate() {
        let wide = width * narrow(share.clamp(0.0, 1.0));
        #[expect(clippy::cast_precision_loss, reason = "places of candidates")]
        let dark = 1.0 - place as f32 / places.max(2) as f32;
        if wide > 0.2 {
            pages.draw(Drawn::Box { x: left, y: y + 3.0, width: wide, height: ROW - 6.0, fill: shade(dark) });
            pages.rule((left + wide, y + 3.0), (left + wide, y + ROW - 3.0), 0.6, PAPER);
        }
        if wide > SAYS {
            let kind = SMALL.colored(on_shade(dark));
            pages.label(&percent(*share), kind, Place::Middle, (left, y + (ROW - SMALL.leading) / 2.0), wide);
        }
        left += wide;
    }
}
