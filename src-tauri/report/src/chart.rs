//! Charts. Every one says its figures in words too, beside the marks or in them; of the shares, those that have room. The whole
//! table stands at the end (`annex.rs`).

mod dots;
mod heat;
mod offsets;
mod scale;
mod shares;

use assay_domain::document::Chart;

use crate::look::{BOTTOM, CELL, SIDE, TOP};
use crate::page::Pages;
use crate::typeset::Place;

/// Height of a row.
const ROW: f32 = 19.0;
/// Blank that a chart leaves on a page of its own, for its heading and the words above it.
const HEADED: f32 = 120.0;
/// So many rows of a chart that is cut stay together with its beginning.
const BEGINNING: f32 = 12.0;

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

/// The name of a row, in the middle of its height; a long one is set smaller, and what does not fit in two lines is left out.
fn name(pages: &mut Pages, text: &str, indent: f32, width: f32) {
    let text = assay_domain::document::one_line(text);
    let y = pages.y();
    let kind = if pages.set.width(&text, CELL) > width { CELL.smaller() } else { CELL };
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

/// Room for all of a chart's rows, for so much beside them and for the words that explain it: a chart is not cut, unless it is
/// longer than a page without its heading.
fn room(pages: &mut Pages, rows: usize, beside: f32) {
    #[expect(clippy::cast_precision_loss, reason = "rows of a chart")]
    let whole = ROW.mul_add(rows as f32, beside + pages.explained);
    let fits = whole <= BOTTOM - TOP - HEADED;
    pages.room(if fits { whole } else { ROW.mul_add(BEGINNING, beside) });
}

/// A share or a score as a coordinate.
#[expect(clippy::cast_possible_truncation, reason = "points on a page")]
fn narrow(value: f64) -> f32 {
    value as f32
}
