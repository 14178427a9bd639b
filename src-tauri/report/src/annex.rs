//! The tables behind the charts, at the end of the file: whoever cannot see a picture, or wants a figure that had no room in
//! it, reads the same numbers there.

use assay_domain::document::{Block, Paragraph};

/// The blocks with a word below every chart that says which it is, and behind them the table of each. As they are where none
/// is a chart.
pub fn with_tables(blocks: &[Block]) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    let mut tables = Vec::new();
    let (mut under, mut charts) = ("", 0);
    let mut blocks = blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        out.push(block.clone());
        match block {
            Block::Heading { text, .. } => under = text,
            Block::Chart(chart) => {
                charts += 1;
                tables.push(Block::Heading { level: 2, text: format!("Chart {charts}: {under}") });
                tables.push(Block::Table(chart.table()));
                let explained = blocks.next_if(|next| matches!(next, Block::Paragraph(words) if words.aside));
                out.push(Block::Paragraph(caption(charts, explained)));
            }
            _ => {}
        }
    }
    if charts > 0 {
        out.push(Block::Heading { level: 1, text: "The charts as tables".into() });
        out.append(&mut tables);
    }
    out
}

/// The words that explain a chart, with which it is.
fn caption(number: usize, explained: Option<&Block>) -> Paragraph {
    let words = match explained {
        Some(Block::Paragraph(words)) => format!(" {}", words.text),
        _ => String::new(),
    };
    Paragraph {
        lead: String::new(),
        text: format!("Chart {number}; as a table at the end.{words}"),
        aside: true,
    }
}
