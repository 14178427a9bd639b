//! What stays together: a heading with what it is about. A heading never stands alone at the foot of a page, nor does it
//! stand there with the words that lead to a table or a chart while that went on to the next page.

use assay_domain::document::Block;

use crate::blocks;
use crate::look::{BOTTOM, TOP};
use crate::page::Pages;

/// So many blocks of words at most lead from a heading to its table or chart.
const LEAD: usize = 4;
/// Words that lead to a table or a chart move with it up to this height.
const MOVED: f32 = (BOTTOM - TOP) / 2.0;

/// How many of these blocks stay together: headings, and what follows them up to the first table, chart or list; where none is
/// near, the next block. Words between a heading and a lesser one stay with both.
pub fn length(blocks: &[Block]) -> usize {
    let headings = blocks.iter().take_while(|block| level(block).is_some()).count();
    let Some(own) = headings.checked_sub(1).and_then(|last| level(&blocks[last])) else { return 1 };
    let lead = blocks[headings..].iter().take_while(|block| leads(block)).count();
    let next = headings + lead;
    let under = match blocks.get(next).map(level) {
        _ if lead > LEAD => 1,
        Some(Some(lesser)) if lesser > own => lead + length(&blocks[next..]),
        Some(None) => lead + 1,
        _ => 1,
    };
    (headings + under).min(blocks.len())
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
        blocks.iter().for_each(|block| blocks::block(pages, block));
    }
}

/// Writes blocks, and says whether one but the first left its page to those before it.
fn parted(pages: &mut Pages, blocks: &[Block]) -> bool {
    let mut parted = false;
    let mut height = 0.0;
    for (index, block) in blocks.iter().enumerate() {
        let above = pages.mark();
        blocks::block(pages, block);
        parted |= index > 0 && height <= MOVED && pages.is_left_at(&above);
        height += pages.since(&above);
    }
    parted
}
