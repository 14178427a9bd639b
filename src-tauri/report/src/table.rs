//! Tables: columns by their shares, heads again on every page, rows whole where they fit on one.

use std::rc::Rc;

use assay_domain::document::{Align, Cell, Table, clean, one_line};

use crate::look::{BOTTOM, CELL, LINE, MUTED, SIDE, SMALL, TOP, WIDTH};
use crate::page::{Drawn, Pages};
use crate::typeset::{Line, Place};

/// Blank at each side of a cell.
const PAD: f32 = 4.0;
/// Blank above and below a cell.
const RISE: f32 = 3.0;

/// Up to this height a table is not parted.
const WHOLE: f32 = (BOTTOM - TOP) / 3.0;

/// Where a column begins, how wide it is, how its cells stand.
struct Placed {
    x: f32,
    width: f32,
    place: Place,
}

/// Writes a table.
pub fn table(pages: &mut Pages, table: &Table) {
    let columns = columns(table);
    let head: Vec<_> =
        table.columns.iter().map(|one| Cell { text: one.title.clone(), ..Cell::default() }).collect();
    let head = set(pages, &head, &columns, true);
    let rows: Vec<Vec<Vec<Rc<Line>>>> =
        table.rows.iter().map(|row| set(pages, row, &columns, false)).collect();
    let first: f32 = rows.iter().take(2).map(|row| height(row)).sum();
    let all: f32 = rows.iter().map(|row| height(row)).sum();
    // A small table stays whole; of a large one two rows stand below its head.
    let kept = if all <= WHOLE { all } else { first.min((BOTTOM - TOP) / 2.0) };
    pages.room(height(&head) + kept);
    heads(pages, &head, &columns);
    for (index, row) in rows.iter().enumerate() {
        // The last row, often a sum, never stands alone on a page.
        let rest: f32 = rows[index..].iter().map(|row| height(row)).sum();
        if rows.len() > 2 && index + 2 == rows.len() && rest > pages.left() && rest <= WHOLE {
            pages.begin();
            heads(pages, &head, &columns);
        }
        one_row(pages, row, &head, &columns);
    }
    pages.down(9.0);
}

fn columns(table: &Table) -> Vec<Placed> {
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    let mut x = SIDE;
    let placed = table.columns.iter().map(|column| {
        let width = WIDTH * column.share / shares.max(f32::EPSILON);
        let place = match column.align {
            Align::Start => Place::Left,
            Align::End => Place::Right,
        };
        let one = Placed { x, width, place };
        x += width;
        one
    });
    placed.collect()
}

/// The lines of a row's cells.
fn set(pages: &mut Pages, row: &[Cell], columns: &[Placed], head: bool) -> Vec<Vec<Rc<Line>>> {
    let one = |(cell, column): (&Cell, &Placed)| {
        let kind = match (head, cell.strong, cell.unknown) {
            (true, ..) => SMALL,
            (_, true, _) => CELL.strong(),
            (_, _, true) => CELL.colored(MUTED),
            _ => CELL,
        };
        let text = if head { one_line(&cell.text) } else { clean(&cell.text) };
        let width = (column.width - 2.0 * PAD).max(1.0);
        // A word that has no room is set smaller rather than broken.
        let long = text.split_whitespace().any(|word| pages.set.width(word, kind) > width);
        let kind = if long { kind.smaller() } else { kind };
        pages.set.lines(&text, 0, kind, column.place, width).into_iter().map(Rc::new).collect()
    };
    row.iter().zip(columns).map(one).collect()
}

fn height(row: &[Vec<Rc<Line>>]) -> f32 {
    let of = |cell: &Vec<Rc<Line>>| cell.iter().map(|line| line.height).sum::<f32>();
    row.iter().map(of).fold(CELL.leading, f32::max) + 2.0 * RISE
}

fn heads(pages: &mut Pages, head: &[Vec<Rc<Line>>], columns: &[Placed]) {
    let (y, high) = (pages.y(), height(head));
    for (cell, column) in head.iter().zip(columns) {
        // Heads stand on their rule, however many lines the others have.
        let own: f32 = cell.iter().map(|line| line.height).sum();
        draw(pages, cell, column, y + high - RISE - own);
    }
    pages.rule((SIDE, y + high), (SIDE + WIDTH, y + high), 0.8, MUTED);
    pages.down(high);
}

/// A row; one that is higher than a page goes on over pages, line by line.
fn one_row(pages: &mut Pages, row: &[Vec<Rc<Line>>], head: &[Vec<Rc<Line>>], columns: &[Placed]) {
    let mut rest: Vec<&[Rc<Line>]> = row.iter().map(Vec::as_slice).collect();
    let whole = BOTTOM - TOP - height(head);
    loop {
        let left = rest.iter().map(|cell| lines_height(cell)).fold(CELL.leading, f32::max) + 2.0 * RISE;
        if left > pages.left() && (left <= whole || pages.left() < 4.0 * CELL.leading) {
            pages.begin();
            heads(pages, head, columns);
        }
        let room = pages.left() - 2.0 * RISE;
        let (y, mut used) = (pages.y() + RISE, CELL.leading);
        for (cell, column) in rest.iter_mut().zip(columns) {
            let fits = fitting(cell, room);
            let (now, later) = cell.split_at(fits);
            draw(pages, now, column, y);
            used = used.max(lines_height(now));
            *cell = later;
        }
        pages.down(used + 2.0 * RISE);
        let y = pages.y();
        pages.rule((SIDE, y), (SIDE + WIDTH, y), 0.4, LINE);
        if rest.iter().all(|cell| cell.is_empty()) {
            return;
        }
        pages.begin();
        heads(pages, head, columns);
    }
}

fn lines_height(lines: &[Rc<Line>]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

/// How many lines fit into a height; at least one.
fn fitting(lines: &[Rc<Line>], room: f32) -> usize {
    let mut used = 0.0;
    let fits = lines.iter().take_while(|line| {
        used += line.height;
        used <= room
    });
    fits.count().max(1).min(lines.len())
}

fn draw(pages: &mut Pages, cell: &[Rc<Line>], column: &Placed, from: f32) {
    let mut y = from;
    for line in cell {
        pages.draw(Drawn::Text { x: column.x + PAD, y, line: Rc::clone(line) });
        y += line.height;
    }
}
