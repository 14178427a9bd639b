//! A document of the domain as PDF: A4 pages with numbers, bookmarks, tables that go on over pages, and charts.
//!
//! krilla writes the file and subsets fonts; parley shapes, orders and breaks text, and finds a font for every script. What
//! stands between them, the layout, is here: blocks flow down pages (`page.rs`); text is in `blocks.rs`, tables and charts have
//! files of their own. The same document with the same fonts gives the same bytes.
//!
//! Of the machine it reads one thing: the system's fonts, and only where it is given [`Fonts::of_system`].

mod annex;
mod blocks;
mod chart;
mod fonts;
mod keep;
mod look;
mod page;
mod scripts;
mod table;
mod typeset;
mod write;

pub use fonts::Fonts;

use assay_domain::document::{Block, Document, Paragraph};

use crate::page::Pages;

/// A document as PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Scripts in it for which no font that can be embedded is installed here: their letters stand as empty boxes, and the first page says so.
    pub without_font: Vec<String>,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The writer of PDF refused.
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

/// The document as PDF.
///
/// Errors: [`ReportError::Writer`] where the writer refuses. A font of the system that cannot be embedded is no error: its
/// letters stand as boxes, and are said.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Pdf, ReportError> {
    let mut pages = laid_out(document, fonts)?;
    let without_font = scripts::names(pages.set.missing());
    if !without_font.is_empty() {
        pages = laid_out(&warned(document, &without_font), fonts)?;
    }
    let count = pages.count();
    let bytes = write::file(document, &pages)?;
    Ok(Pdf { bytes, pages: count, without_font })
}

fn laid_out(document: &Document, fonts: &Fonts) -> Result<Pages, ReportError> {
    let mut pages = Pages::new(fonts)?;
    blocks::title(&mut pages, document);
    let with_tables = annex::with_tables(&document.blocks);
    let mut blocks = &with_tables[..];
    while !blocks.is_empty() {
        let (together, rest) = blocks.split_at(keep::length(blocks));
        keep::together(&mut pages, together);
        blocks = rest;
    }
    blocks::footers(&mut pages, &document.footer);
    Ok(pages)
}

/// The document with a sentence at its beginning about what could not be written.
fn warned(document: &Document, scripts: &[String]) -> Document {
    let text = format!(
        "this machine has no font for {}. Such letters stand here as empty boxes; the Markdown version has them. Install a \
         font for them and make the document again.",
        scripts.join(", ")
    );
    let warning = Paragraph { lead: "Not everything could be written:".into(), text, aside: false };
    let mut warned = document.clone();
    warned.blocks.insert(0, Block::Paragraph(warning));
    warned
}
