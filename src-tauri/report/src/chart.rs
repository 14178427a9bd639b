//! Charts. Every one shows its numbers beside the picture, so that nothing hangs on seeing it.

mod dots;
mod heat;
mod offsets;
mod scale;
mod shares;

use assay_domain::document::Chart;

use crate::look::{CELL, SIDE};
use crate::page::Pages;
use crate::typeset::Place;

/// Height of a row.
const ROW: f32 = 19.0;
/// Rows that a page's beginning of a chart should have at least.
const FEWEST: f32 = 4.0;

/// Draws a chart.
pub fn chart(pages: &mut Pages, chart: &Chart) {
    pages.space(2.0);
    match chart {
        Chart::Dots(plot) => dots::draw(pages, plot),
        Chart::Offsets(plot) => offsets::draw(pages, plot),
        Chart::Heat(heat) => heat::draw(pages, heat),
        Chart::Shares(shares) => shares::draw(pages, shares),
    }
    pages.down(10.0);
}

/// The name of a row, in the middle of its height; a long one is set smaller and cut at what fits in two lines.
fn name(pages: &mut Pages, text: &str, indent: f32, width: f32) {
    let text = assay_domain::document::one_line(text);
    let y = pages.y();
    let kind = if pages.set.width(&text, CELL) > width {
        crate::look::Type { size: 7.0, leading: 8.5, ..CELL }
    } else {
        CELL
    };
    let lines = pages.set.lines(&text, 0, kind, Place::Left, width);
    let shown = lines.into_iter().take(2).collect::<Vec<_>>();
    let height: f32 = shown.iter().map(|line| line.height).sum();
    let mut at = y + (ROW - height) / 2.0;
    for line in shown {
        let down = line.height;
        pages.draw(crate::page::Drawn::Text { x: SIDE + indent, y: at, line: std::rc::Rc::new(line) });
        at += down;
    }
}

/// A share or a score as a coordinate.
#[expect(clippy::cast_possible_truncation, reason = "points on a page")]
fn narrow(value: f64) -> f32 {
    value as f32
}
