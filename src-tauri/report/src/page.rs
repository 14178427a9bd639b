//! Pages that things flow down. What is drawn is kept as a list until all pages are known, so that each can say how many
//! there are.

use std::rc::Rc;

use crate::ReportError;
use crate::fonts::Fonts;
use crate::look::{BOTTOM, Color, SIDE, TOP, Type, WIDTH};
use crate::typeset::{Line, Place, Typesetter};

/// Something drawn.
pub enum Drawn {
    /// A line of text, its upper left corner at a place.
    Text { x: f32, y: f32, line: Rc<Line> },
    /// A rectangle, filled.
    Box { x: f32, y: f32, width: f32, height: f32, fill: Color },
    /// A straight line.
    Rule { from: (f32, f32), to: (f32, f32), width: f32, color: Color },
    /// A disc.
    Disc { x: f32, y: f32, radius: f32, fill: Color },
    /// A circle.
    Ring { x: f32, y: f32, radius: f32, color: Color },
}

/// A place that a heading marks.
pub struct Bookmark {
    /// Level of the heading, from 1.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// On which page, from 0.
    pub page: usize,
    /// How far down.
    pub y: f32,
}

/// Pages under way.
pub struct Pages {
    /// What sets their text.
    pub set: Typesetter,
    /// What is drawn, page by page.
    pub drawn: Vec<Vec<Drawn>>,
    /// The headings.
    pub bookmarks: Vec<Bookmark>,
    /// Height of the words that explain the next chart, which stay below it.
    pub explained: f32,
    y: f32,
}

/// How far the pages have come.
pub struct Mark {
    pages: usize,
    on_last: usize,
    bookmarks: usize,
    y: f32,
}

impl Mark {
    /// Whether nothing stood on the last page yet.
    pub fn is_at_top(&self) -> bool {
        self.on_last == 0
    }
}

impl Pages {
    /// How far they have come.
    pub fn mark(&self) -> Mark {
        let on_last = self.drawn.last().map_or(0, Vec::len);
        Mark { pages: self.drawn.len(), on_last, bookmarks: self.bookmarks.len(), y: self.y }
    }

    /// Whether nothing was drawn on the page of a mark after it, and another page was begun.
    pub fn is_left_at(&self, mark: &Mark) -> bool {
        self.drawn.len() > mark.pages && self.drawn.get(mark.pages - 1).map_or(0, Vec::len) == mark.on_last
    }

    /// How far down the pages went from a mark; what is left blank at the foot of a page counts too.
    pub fn since(&self, mark: &Mark) -> f32 {
        let whole = self.drawn[mark.pages..].iter().map(|_| BOTTOM - TOP).sum::<f32>();
        whole + self.y - mark.y
    }

    /// Takes away what came after a mark.
    pub fn back_to(&mut self, mark: &Mark) {
        self.drawn.truncate(mark.pages);
        if let Some(page) = self.drawn.last_mut() {
            page.truncate(mark.on_last);
        }
        self.bookmarks.truncate(mark.bookmarks);
        self.y = mark.y;
    }

    /// One empty page. Errors: those of [`Typesetter::new`].
    pub fn new(fonts: &Fonts) -> Result<Self, ReportError> {
        Ok(Self {
            set: Typesetter::new(fonts)?,
            drawn: vec![Vec::new()],
            bookmarks: Vec::new(),
            explained: 0.0,
            y: TOP,
        })
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.drawn.len()).unwrap_or(u32::MAX)
    }

    /// Where the next thing goes.
    pub fn y(&self) -> f32 {
        self.y
    }

    /// How much is left of the page.
    pub fn left(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Whether nothing stands on the page yet.
    pub fn at_top(&self) -> bool {
        self.y <= TOP
    }

    /// Begins a page where so much is not left, unless the page is empty.
    pub fn room(&mut self, height: f32) {
        if self.left() < height && !self.at_top() {
            self.begin();
        }
    }

    /// Begins a page.
    pub fn begin(&mut self) {
        self.drawn.push(Vec::new());
        self.y = TOP;
    }

    /// Goes down; a page does not begin with a blank.
    pub fn down(&mut self, height: f32) {
        self.y += height;
    }

    /// A blank before what follows; none at the top of a page.
    pub fn space(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height;
        }
    }

    /// Draws on the page.
    pub fn draw(&mut self, one: Drawn) {
        if let Some(page) = self.drawn.last_mut() {
            page.push(one);
        }
    }

    /// A straight line.
    pub fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32, color: Color) {
        self.draw(Drawn::Rule { from, to, width, color });
    }

    /// Remembers a heading.
    pub fn bookmark(&mut self, level: u8, text: &str) {
        let page = self.drawn.len() - 1;
        self.bookmarks.push(Bookmark { level, text: text.to_owned(), page, y: self.y });
    }

    /// Text over the whole width from `indent` on, its first `strong` bytes semi-bold. It goes on over pages.
    pub fn text(&mut self, text: &str, strong: usize, kind: Type, indent: f32) {
        let lines = self.lines(text, strong, kind, indent);
        self.write(lines, indent);
    }

    /// The lines of such a text, for [`Pages::write`].
    pub fn lines(&mut self, text: &str, strong: usize, kind: Type, indent: f32) -> Vec<Line> {
        self.set.lines(text, strong, kind, Place::Left, WIDTH - indent)
    }

    /// Writes lines from `indent` on. No line stands alone at the foot of a page or at the top of the next one.
    pub fn write(&mut self, lines: Vec<Line>, indent: f32) {
        self.room(beginning(&lines));
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let two_left = index + 2 == count;
            self.room(if two_left { 2.0 * line.height } else { line.height });
            let (y, height) = (self.y, line.height);
            self.draw(Drawn::Text { x: SIDE + indent, y, line: Rc::new(line) });
            self.y += height;
        }
    }

    /// Text at a place of the page, in a width; gives its height.
    pub fn label(&mut self, text: &str, kind: Type, place: Place, at: (f32, f32), width: f32) -> f32 {
        let mut y = at.1;
        for line in self.set.lines(text, 0, kind, place, width) {
            let height = line.height;
            self.draw(Drawn::Text { x: at.0, y, line: Rc::new(line) });
            y += height;
        }
        y - at.1
    }
}

/// The height of the lines that stay together where a text begins: all of up to three, the first two of more.
pub fn beginning(lines: &[Line]) -> f32 {
    let kept = if lines.len() <= 3 { lines.len() } else { 2 };
    lines.iter().take(kept).map(|line| line.height).sum()
}
