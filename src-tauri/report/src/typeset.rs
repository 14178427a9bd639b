//! Text into lines of placed glyphs.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::layout::{Alignment, AlignmentOptions};
use parley::style::{
    FontFamily, FontFamilyName, FontFeatures, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{FontContext, Layout, LayoutContext};

use crate::ReportError;
use crate::fonts::{FAMILY, Fonts, REGULAR};
use crate::look::{Color, Type};

/// Semi-bold, as the embedded font names it.
const SEMI_BOLD: f32 = 600.0;

/// Glyphs of one font that follow each other.
pub struct Run {
    /// The font.
    pub font: Font,
    /// Its size.
    pub size: f32,
    /// Where it begins, from the left of the text.
    pub x: f32,
    /// The text that the glyphs' ranges refer to.
    pub text: Arc<str>,
    /// The glyphs.
    pub glyphs: Vec<KrillaGlyph>,
}

/// One line.
pub struct Line {
    /// What stands in it, from left to right.
    pub runs: Vec<Run>,
    /// From its top to where the letters stand.
    pub baseline: f32,
    /// Its height.
    pub height: f32,
    /// Its colour.
    pub color: Color,
}

/// Where text stands in its width.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// In the middle.
    Middle,
}

/// What sets text.
pub struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    known: HashMap<(u64, u32), Option<Font>>,
    missing: BTreeSet<char>,
    /// The built-in font, whose first glyph is an empty box.
    boxes: Font,
}

impl Typesetter {
    /// With these fonts.
    ///
    /// Errors: [`ReportError::Writer`] where the built-in font cannot be embedded.
    pub fn new(fonts: &Fonts) -> Result<Self, ReportError> {
        let boxes = Font::new(REGULAR.to_vec().into(), 0);
        Ok(Self {
            fonts: fonts.context(),
            layouts: LayoutContext::new(),
            known: HashMap::new(),
            missing: BTreeSet::new(),
            boxes: boxes.ok_or_else(|| ReportError::Writer("the built-in font cannot be embedded".into()))?,
        })
    }

    /// Characters for which there was no glyph.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    /// The lines of a text in a width; its first `strong` bytes are semi-bold. Empty text gives no lines.
    pub fn lines(&mut self, text: &str, strong: usize, kind: Type, place: Place, width: f32) -> Vec<Line> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let layout = self.layout(text, strong, kind, place, width);
        let text: Arc<str> = text.into();
        (0..layout.len()).filter_map(|index| Some(self.line(&layout.get(index)?, &text, kind))).collect()
    }

    /// The width of a text in one line.
    pub fn width(&mut self, text: &str, kind: Type) -> f32 {
        self.layout(text, 0, kind, Place::Left, f32::MAX).width()
    }

    fn layout(&mut self, text: &str, strong: usize, kind: Type, place: Place, width: f32) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let family = [FontFamilyName::Named(Cow::Borrowed(FAMILY))];
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&family))));
        builder.push_default(StyleProperty::FontSize(kind.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(kind.leading)));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\"")));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if kind.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::new(SEMI_BOLD)));
        } else if strong > 0 {
            builder.push(StyleProperty::FontWeight(FontWeight::new(SEMI_BOLD)), 0..strong);
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        // Names of any direction stand in the columns of a page that is read from left to right.
        let alignment = match place {
            Place::Left => Alignment::Left,
            Place::Right => Alignment::Right,
            Place::Middle => Alignment::Center,
        };
        layout.align(alignment, AlignmentOptions::default());
        layout
    }

    /// A line. Where a font of the system cannot be embedded its letters stand as empty boxes, and count as missing.
    fn line(&mut self, line: &parley::Line<'_, ()>, text: &Arc<str>, kind: Type) -> Line {
        let metrics = line.metrics();
        let mut x = metrics.offset;
        let mut runs = Vec::new();
        for run in line.runs() {
            let begins = x;
            let embedded = self.font(run.font());
            let usable = embedded.is_some();
            let font = embedded.unwrap_or_else(|| self.boxes.clone());
            let size = run.font_size();
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            for cluster in run.visual_clusters() {
                if cluster.is_ligature_continuation() {
                    if let Some(last) = glyphs.last_mut() {
                        last.text_range.end = last.text_range.end.max(cluster.text_range().end);
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    if glyph.id == 0 || !usable {
                        self.note_missing(&text[cluster.text_range()]);
                    }
                    let (advance, dx, dy) = (glyph.advance / size, glyph.x / size, glyph.y / size);
                    let id = GlyphId::new(if usable { glyph.id } else { 0 });
                    glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, cluster.text_range(), None));
                    x += glyph.advance;
                }
            }
            runs.push(Run { font, size, x: begins, text: Arc::clone(text), glyphs });
        }
        Line {
            runs,
            baseline: metrics.baseline - metrics.block_min_coord,
            height: kind.leading,
            color: kind.color,
        }
    }

    fn font(&mut self, found: &parley::FontData) -> Option<Font> {
        let (data, id) = found.data.clone().into_raw_parts();
        self.known.entry((id, found.index)).or_insert_with(|| Font::new(data.into(), found.index)).clone()
    }

    fn note_missing(&mut self, text: &str) {
        self.missing.extend(text.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::BODY;

    #[test]
    fn a_font_that_cannot_be_embedded_leaves_boxes_and_no_silent_gap() {
        let mut set = Typesetter::new(&Fonts::built_in()).unwrap();
        set.lines("Ilse", 0, BODY, Place::Left, 200.0);
        set.known.values_mut().for_each(|font| *font = None);
        let lines = set.lines("Ilse Fixture", 0, BODY, Place::Left, 200.0);
        let glyphs: Vec<u32> = lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.glyphs)
            .map(|one| one.glyph_id.to_u32())
            .collect();
        assert_eq!(glyphs, [0; 12], "a box for each letter and the blank");
        assert_eq!(set.missing().iter().collect::<String>(), "FIeilrstux");
    }
}
