//! Blocks that are text: headings, paragraphs, names with values, quotes, lists; and the footers.

use assay_domain::document::{Block, Document, Paragraph, clean, one_line};

use crate::look::{ACCENT, ASIDE, BODY, HEADINGS, LINE, MUTED, PAGE, SIDE, SMALL, SUBTITLE, TITLE, WIDTH};
use crate::page::Pages;
use crate::typeset::Place;
use crate::{chart, page, table};

/// Where the footer stands.
const FOOT: f32 = 796.0;
/// What a heading keeps with it on its page.
const KEPT: f32 = 56.0;
/// Width of the names of facts.
const NAMES: f32 = 132.0;

/// The document's name, large, with a line under it.
pub fn title(pages: &mut Pages, document: &Document) {
    pages.text(&one_line(&document.title), 0, TITLE, 0.0);
    pages.text(&one_line(&document.subtitle), 0, SUBTITLE, 0.0);
    pages.down(6.0);
    let y = pages.y();
    pages.rule((SIDE, y), (SIDE + WIDTH, y), 1.2, ACCENT);
    pages.down(10.0);
}

/// One block.
pub fn block(pages: &mut Pages, block: &Block) {
    match block {
        Block::Heading { level, text } => heading(pages, *level, text),
        Block::Paragraph(one) => paragraph(pages, one),
        Block::Facts(all) => facts(pages, all),
        Block::Table(one) => table::table(pages, one),
        Block::Quote { text, source } => quote(pages, text, source),
        Block::List(items) => list(pages, items),
        Block::Chart(one) => chart::chart(pages, one),
    }
}

/// What stands at the foot of every page, with its number.
pub fn footers(pages: &mut Pages, footer: &str) {
    let (count, footer) = (pages.drawn.len(), one_line(footer));
    let drawn = std::mem::take(&mut pages.drawn);
    for (index, page) in drawn.into_iter().enumerate() {
        pages.drawn.push(page);
        pages.rule((SIDE, FOOT - 6.0), (SIDE + WIDTH, FOOT - 6.0), 0.5, LINE);
        pages.label(&footer, SMALL, Place::Left, (SIDE, FOOT), WIDTH - 80.0);
        let number = format!("Page {} of {count}", index + 1);
        pages.label(&number, SMALL, Place::Right, (PAGE.0 - SIDE - 80.0, FOOT), 80.0);
    }
}

fn heading(pages: &mut Pages, level: u8, text: &str) {
    let text = one_line(text);
    let index = usize::from(level.clamp(1, 3)) - 1;
    let kind = HEADINGS[index];
    let above = [18.0, 12.0, 8.0][index];
    pages.room(above + kind.leading + KEPT);
    pages.space(above);
    pages.bookmark(level, &text);
    pages.text(&text, 0, kind, 0.0);
    if level == 1 {
        let y = pages.y() + 1.0;
        pages.rule((SIDE, y), (SIDE + WIDTH, y), 0.5, LINE);
        pages.down(3.0);
    }
    pages.down(3.0);
}

fn paragraph(pages: &mut Pages, one: &Paragraph) {
    let kind = if one.aside { ASIDE } else { BODY };
    let lead = one_line(&one.lead);
    let text = match lead.is_empty() {
        true => clean(&one.text),
        false => format!("{lead} {}", clean(&one.text)),
    };
    pages.text(&text, lead.len(), kind, 0.0);
    pages.down(5.0);
}

fn facts(pages: &mut Pages, facts: &[(String, String)]) {
    for (name, value) in facts {
        let value = pages.lines(&one_line(value), 0, BODY, NAMES);
        pages.room(page::beginning(&value).max(BODY.leading));
        let y = pages.y();
        let height = pages.label(&one_line(name), BODY.colored(MUTED), Place::Left, (SIDE, y), NAMES - 8.0);
        pages.write(value, NAMES);
        // A long name may be higher than its value.
        let rest = y + height - pages.y();
        if rest > 0.0 && height > BODY.leading {
            pages.down(rest);
        }
        pages.down(1.0);
    }
    pages.down(5.0);
}

fn quote(pages: &mut Pages, text: &str, source: &str) {
    let text = clean(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    pages.room(BODY.leading + ASIDE.leading);
    for line in lines {
        barred(pages, |pages| pages.text(line, 0, BODY, 12.0));
    }
    if !source.is_empty() {
        let source = format!("— {}", one_line(source));
        barred(pages, |pages| pages.text(&source, 0, ASIDE, 12.0));
    }
    pages.down(6.0);
}

/// With a bar at the left; none where it went on to another page.
fn barred(pages: &mut Pages, write: impl FnOnce(&mut Pages)) {
    let (page, y) = (pages.count(), pages.y());
    write(pages);
    let from = if pages.count() == page { y } else { crate::look::TOP };
    let to = pages.y();
    pages.rule((SIDE + 3.0, from), (SIDE + 3.0, to), 2.0, LINE);
}

fn list(pages: &mut Pages, items: &[String]) {
    for item in items {
        let item = pages.lines(&one_line(item), 0, BODY, 12.0);
        pages.room(page::beginning(&item));
        let y = pages.y();
        pages.label("•", BODY.colored(MUTED), Place::Left, (SIDE + 2.0, y), 10.0);
        pages.write(item, 12.0);
        pages.down(2.0);
    }
    pages.down(4.0);
}
