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

use crate::fonts::{FAMILY, Fonts};
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
}

impl Typesetter {
    /// With these fonts.
    pub fn new(fonts: &Fonts) -> Self {
        Self {
            fonts: fonts.context(),
            layouts: LayoutContext::new(),
            known: HashMap::new(),
            missing: BTreeSet::new(),
        }
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
        (0..layout.len()).filter_map(|index| self.line(&layout, index, &text, kind)).collect()
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

    fn line(&mut self, layout: &Layout<()>, index: usize, text: &Arc<str>, kind: Type) -> Option<Line> {
        let line = layout.get(index)?;
        let metrics = line.metrics();
        let mut x = metrics.offset;
        let mut runs = Vec::new();
        for run in line.runs() {
            let begins = x;
            let font = self.font(run.font())?;
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
                    if glyph.id == 0 {
                        self.note_missing(&text[cluster.text_range()]);
                    }
                    let (advance, dx, dy) = (glyph.advance / size, glyph.x / size, glyph.y / size);
                    let id = GlyphId::new(glyph.id);
                    glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, cluster.text_range(), None));
                    x += glyph.advance;
                }
            }
            runs.push(Run { font, size, x: begins, text: Arc::clone(text), glyphs });
        }
        Some(Line {
            runs,
            baseline: metrics.baseline - metrics.block_min_coord,
            height: kind.leading,
            color: kind.color,
        })
    }

    fn font(&mut self, found: &parley::FontData) -> Option<Font> {
        let (data, id) = found.data.clone().into_raw_parts();
        self.known.entry((id, found.index)).or_insert_with(|| Font::new(data.into(), found.index)).clone()
    }

    fn note_missing(&mut self, text: &str) {
        self.missing.extend(text.chars().filter(|c| !c.is_whitespace() && !c.is_control()));
    }
}
