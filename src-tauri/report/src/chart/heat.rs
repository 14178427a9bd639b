//! Scores or shares in a grid: one hue from light to dark, with the number in every cell; what was not assessed is hatched and says so.

use std::rc::Rc;

use assay_domain::document::{Heat, one_line};

use super::{ROW, name, narrow, room};
use crate::look::{CELL, LINE, MUTED, PALE, PAPER, SIDE, SMALL, WIDTH, on_shade, shade};
use crate::page::{Drawn, Pages};
use crate::typeset::{Line, Place};

/// Width of the names.
const NAMES: f32 = 140.0;
/// From hatch to hatch.
const HATCH: f32 = 6.0;

/// Draws it, the heads again on every page.
pub fn draw(pages: &mut Pages, heat: &Heat) {
    let x = SIDE + NAMES;
    #[expect(clippy::cast_precision_loss, reason = "columns of a chart")]
    let width = (WIDTH - NAMES) / heat.columns.len().max(1) as f32;
    let heads: Vec<Vec<Rc<Line>>> = heat
        .columns
        .iter()
        .map(|title| pages.set.lines(&one_line(title), 0, SMALL, Place::Middle, width - 4.0))
        .map(|lines| lines.into_iter().map(Rc::new).collect())
        .collect();
    let lines = heads.iter().map(Vec::len).max().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "lines of a head")]
    let high = SMALL.leading * lines as f32 + 4.0;
    room(pages, heat.rows.len(), high);
    head(pages, &heads, x, width, high);
    for row in &heat.rows {
        if pages.left() < ROW {
            pages.begin();
            head(pages, &heads, x, width, high);
        }
        name(pages, &row.label, 2.0, NAMES - 8.0);
        for (index, value) in row.cells.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "columns of a chart")]
            let left = width.mul_add(index as f32, x);
            cell(pages, *value, heat, left, width);
        }
        pages.down(ROW);
    }
}

fn head(pages: &mut Pages, heads: &[Vec<Rc<Line>>], x: f32, width: f32, high: f32) {
    let bottom = pages.y() + high - 3.0;
    for (index, lines) in heads.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "columns of a chart")]
        let left = width.mul_add(index as f32, x) + 2.0;
        let own: f32 = lines.iter().map(|line| line.height).sum();
        let mut y = bottom - own;
        for line in lines {
            pages.draw(Drawn::Text { x: left, y, line: Rc::clone(line) });
            y += line.height;
        }
    }
    pages.down(high);
}

fn cell(pages: &mut Pages, value: Option<f64>, heat: &Heat, x: f32, width: f32) {
    let (y, scale) = (pages.y(), heat.scale);
    let (left, top, wide, high) = (x + 1.0, y + 1.0, width - 2.0, ROW - 2.0);
    let Some(value) = value else {
        pages.draw(Drawn::Box { x: left, y: top, width: wide, height: high, fill: PALE });
        hatch(pages, left, top, wide, high);
        let word = fitting(pages, heat.figures.hole(), wide);
        let word_width = (pages.set.width(word, SMALL) + 6.0).min(wide);
        let middle = left + (wide - word_width) / 2.0;
        pages.draw(Drawn::Box { x: middle, y: y + 4.0, width: word_width, height: 11.0, fill: PAPER });
        pages.label(word, SMALL.colored(MUTED), Place::Middle, (x, y + 4.5), width);
        return;
    };
    let share = narrow((value - scale.0) / (scale.1 - scale.0).max(f64::EPSILON));
    pages.draw(Drawn::Box { x: left, y: top, width: wide, height: high, fill: shade(share) });
    let kind = CELL.strong().colored(on_shade(share));
    pages.label(&heat.figures.text(value), kind, Place::Middle, (x, y + (ROW - CELL.leading) / 2.0), width);
}

/// What a cell without a value says: what there is room for, in one line.
fn fitting(pages: &mut Pages, whole: &'static str, wide: f32) -> &'static str {
    if pages.set.width(whole, SMALL) + 6.0 <= wide { whole } else { "unknown" }
}

/// Slanting lines inside a rectangle.
fn hatch(pages: &mut Pages, left: f32, top: f32, width: f32, height: f32) {
    let mut begin = left - height + HATCH;
    while begin < left + width {
        // From the lower edge up to the right, cut where it leaves the rectangle.
        let (mut from, mut to) = ((begin, top + height), (begin + height, top));
        if from.0 < left {
            from = (left, top + height - (left - begin));
        }
        if to.0 > left + width {
            to = (left + width, top + (begin + height - left - width));
        }
        pages.rule(from, to, 0.5, LINE);
        begin += HATCH;
    }
}
