//! A document to be handed over, as plain data: what it says, in which order, and nothing of how it looks. It is written as
//! Markdown here ([`markdown`]); pages are made of it elsewhere.
//!
//! Everything in it is text for people. Texts that came from outside pass [`clean`] when they are written.

mod chart;
mod markdown;
mod table;

pub use chart::{Chart, Dot, DotPlot, Figures, Heat, HeatRow, Offset, OffsetPlot, ShareRow, Shares};
pub use markdown::markdown;
pub use table::{Align, Cell, Column, Table};

use chrono::{DateTime, Utc};

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What or whom it is about.
    pub title: String,
    /// What it is, in a line under the title.
    pub subtitle: String,
    /// As of when.
    pub made_at: DateTime<Utc>,
    /// Stands at the foot of every page.
    pub footer: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; 1 is a chapter, 3 the least.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// Names with values, one under the other.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// What somebody wrote or said, word for word.
    Quote {
        /// The words; may have several lines.
        text: String,
        /// Whose or whence; may be empty.
        source: String,
    },
    /// Items of equal rank.
    List(Vec<String>),
    /// A chart.
    Chart(Chart),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its first words, set off from the rest; may be empty.
    pub lead: String,
    /// Its text.
    pub text: String,
    /// Whether it stands back: how something was computed, what a chart means.
    pub aside: bool,
}

impl Document {
    /// An empty one.
    pub fn new(title: impl Into<String>, subtitle: impl Into<String>, made_at: DateTime<Utc>) -> Self {
        Self {
            title: title.into(),
            subtitle: subtitle.into(),
            made_at,
            footer: String::new(),
            blocks: Vec::new(),
        }
    }

    /// Adds a heading of a level from 1 to 3.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading { level, text: text.into() });
    }

    /// Adds a paragraph; none where the text is empty.
    pub fn say(&mut self, text: impl Into<String>) {
        self.paragraph("", text, false);
    }

    /// Adds a paragraph with its first words set off.
    pub fn lead(&mut self, lead: impl Into<String>, text: impl Into<String>) {
        self.paragraph(lead, text, false);
    }

    /// Adds a paragraph that stands back; none where the text is empty.
    pub fn aside(&mut self, text: impl Into<String>) {
        self.paragraph("", text, true);
    }

    /// Adds names with values; a value that is empty is left out with its name.
    pub fn facts<'a>(&mut self, facts: impl IntoIterator<Item = (&'a str, String)>) {
        let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let known: Vec<_> = known.map(|(name, value)| (name.to_owned(), value)).collect();
        if !known.is_empty() {
            self.blocks.push(Block::Facts(known));
        }
    }

    /// Adds what somebody wrote; nothing where that is empty.
    pub fn quote(&mut self, text: impl Into<String>, source: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.blocks.push(Block::Quote { text, source: source.into() });
        }
    }

    /// Adds a list; nothing where it has no items.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table without the columns in which nothing stands; nothing where it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table.without_empty_columns()));
        }
    }

    /// Adds a chart; nothing where it shows nobody.
    pub fn chart(&mut self, chart: Chart) {
        if !chart.is_empty() {
            self.blocks.push(Block::Chart(chart));
        }
    }

    fn paragraph(&mut self, lead: impl Into<String>, text: impl Into<String>, aside: bool) {
        let (lead, text) = (lead.into(), text.into());
        if !lead.is_empty() || !text.is_empty() {
            self.blocks.push(Block::Paragraph(Paragraph { lead, text, aside }));
        }
    }
}

/// The text without control characters but line breaks, and without marks that turn the direction of writing (Unicode
/// Bidirectional Algorithm, directional formatting characters: <https://www.unicode.org/reports/tr9/>), which could make a
/// page read otherwise than what is written.
pub fn clean(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    text.replace("\r\n", "\n").chars().filter(|c| !turns(*c)).map(shown).collect()
}

/// [`clean`] in one line.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
