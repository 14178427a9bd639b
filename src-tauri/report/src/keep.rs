//! What stays together: a heading with what it is about. A heading never stands alone at the foot of a page, nor does it
//! stand there with the words that lead to a table or a chart while that went on to the next page.

use assay_domain::document::Block;

use crate::blocks;
use crate::look::{ASIDE, BOTTOM, TOP};
use crate::page::Pages;

/// So many blocks of words at most lead from a heading to its table or chart.
const LEAD: usize = 4;
/// Words that lead to a table or a chart move with it up to this height.
const MOVED: f32 = (BOTTOM - TOP) / 2.0;

/// Blank between a chart and the words that explain it.
const BELOW: f32 = 10.0;

/// How many of these blocks stay together: headings, and what follows them up to the first table, chart or list; where none is
/// near, the next block. Words between a heading and a lesser one stay with both, and those that explain a chart with it.
pub fn length(blocks: &[Block]) -> usize {
    let headings = blocks.iter().take_while(|block| level(block).is_some()).count();
    let Some(own) = headings.checked_sub(1).and_then(|last| level(&blocks[last])) else {
        return explained(blocks);
    };
    let lead = blocks[headings..].iter().take_while(|block| leads(block)).count();
    let shown = &blocks[(headings + lead).min(blocks.len())..];
    let under = match shown.first().map(level) {
        _ if lead > LEAD => 1,
        Some(Some(lesser)) if lesser > own => lead + length(shown),
        Some(None) => lead + explained(shown),
        _ => 1,
    };
    (headings + under).min(blocks.len())
}

/// One block; a chart with the words below it that stand back.
fn explained(blocks: &[Block]) -> usize {
    match blocks {
        [Block::Chart(_), Block::Paragraph(words), ..] if words.aside => 2,
        _ => 1,
    }
}

/// The level of a heading.
fn level(block: &Block) -> Option<u8> {
    if let Block::Heading { level, .. } = block { Some(*level) } else { None }
}

/// Whether a block is words before something that shows.
fn leads(block: &Block) -> bool {
    matches!(block, Block::Paragraph(_) | Block::Facts(_) | Block::Quote { .. })
}

/// Writes blocks that stay together. Where one of them went on to another page whole, all of them go there, if that page
/// has room for them.
pub fn together(pages: &mut Pages, blocks: &[Block]) {
    let before = pages.mark();
    if !parted(pages, blocks) || before.is_at_top() {
        return;
    }
    pages.back_to(&before);
    pages.begin();
    if parted(pages, blocks) {
        // They do not fit on one page either: blank paper would help nobody.
        pages.back_to(&before);
        (0..blocks.len()).for_each(|at| write(pages, blocks, at));
    }
}

/// Writes blocks, and says whether one but the first left its page to those before it.
fn parted(pages: &mut Pages, blocks: &[Block]) -> bool {
    let mut parted = false;
    let mut height = 0.0;
    for at in 0..blocks.len() {
        let above = pages.mark();
        write(pages, blocks, at);
        parted |= at > 0 && height <= MOVED && pages.is_left_at(&above);
        height += pages.since(&above);
    }
    parted
}

/// Writes one of these blocks; a chart where the words that explain it have room below.
fn write(pages: &mut Pages, blocks: &[Block], at: usize) {
    pages.explained = match &blocks[at..] {
        [Block::Chart(_), Block::Paragraph(words), ..] if words.aside => {
            let lines = pages.lines(&words.text, 0, ASIDE, 0.0);
            lines.iter().map(|line| line.height).sum::<f32>() + BELOW
        }
        _ => 0.0,
    };
    blocks::block(pages, &blocks[at]);
}
