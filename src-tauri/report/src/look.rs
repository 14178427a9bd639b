//! Sizes and colours: the window's light theme on paper. Lengths are in points.

/// A colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Color {
    const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
}

/// Width and height of A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// Blank to the left and right.
pub const SIDE: f32 = 56.0;
/// Blank above.
pub const TOP: f32 = 56.0;
/// From where on nothing but the footer stands.
pub const BOTTOM: f32 = 774.0;
/// Width of what is written.
pub const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;

/// Words.
pub const INK: Color = Color::new(0x1B, 0x1A, 0x18);
/// Words that stand back.
pub const MUTED: Color = Color::new(0x5E, 0x5A, 0x54);
/// Rules.
pub const LINE: Color = Color::new(0xDD, 0xD8, 0xD0);
/// Marks.
pub const ACCENT: Color = Color::new(0x23, 0x5A, 0x97);
/// What is behind a bar or a cell without a value.
pub const PALE: Color = Color::new(0xF4, 0xF2, 0xEE);
/// Words on a dark ground.
pub const PAPER: Color = Color::new(0xFF, 0xFF, 0xFF);

/// A size of type with the distance of its lines.
#[derive(Clone, Copy)]
pub struct Type {
    /// Size.
    pub size: f32,
    /// From line to line.
    pub leading: f32,
    /// Whether it is semi-bold.
    pub bold: bool,
    /// Its colour.
    pub color: Color,
}

impl Type {
    const fn new(size: f32, leading: f32, bold: bool, color: Color) -> Self {
        Self { size, leading, bold, color }
    }

    /// The same in another colour.
    pub const fn colored(self, color: Color) -> Self {
        Self { color, ..self }
    }

    /// The same, as small as can be read, for what has no room.
    pub const fn smaller(self) -> Self {
        Self { size: 7.0, leading: 8.5, ..self }
    }

    /// The same in semi-bold.
    pub const fn strong(self) -> Self {
        Self { bold: true, ..self }
    }
}

/// What the document is about.
pub const TITLE: Type = Type::new(22.0, 28.0, true, INK);
/// What the document is.
pub const SUBTITLE: Type = Type::new(11.0, 16.0, false, MUTED);
/// Headings, by level.
pub const HEADINGS: [Type; 3] =
    [Type::new(14.5, 20.0, true, INK), Type::new(11.0, 16.0, true, INK), Type::new(9.5, 14.0, true, ACCENT)];
/// Text.
pub const BODY: Type = Type::new(9.5, 14.0, false, INK);
/// What stands back.
pub const ASIDE: Type = Type::new(8.5, 12.0, false, MUTED);
/// Cells of tables, words in charts.
pub const CELL: Type = Type::new(8.5, 12.0, false, INK);
/// Heads of tables, axes, footers.
pub const SMALL: Type = Type::new(7.5, 10.0, false, MUTED);

/// The shade of a score by its share of the scale, 0 to 1: one hue from light to dark.
pub fn shade(share: f32) -> Color {
    let (light, dark) = ([0xE6_u8, 0xEE, 0xF7], [0x23_u8, 0x5A, 0x97]);
    let part = |index: usize| {
        let (from, to) = (f32::from(light[index]), f32::from(dark[index]));
        let mixed = (to - from).mul_add(share.clamp(0.0, 1.0), from).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let byte = mixed as u8;
        byte
    };
    Color::new(part(0), part(1), part(2))
}

/// The colour of words on a [`shade`], so that they can be read: 4.5 to 1 or more.
pub fn on_shade(share: f32) -> Color {
    if share > 0.62 { PAPER } else { INK }
}
