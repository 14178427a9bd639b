//! Tables of a document.

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// How its cells stand.
    pub align: Align,
    /// How much of the width it takes beside the others.
    pub share: f32,
}

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Start,
    /// Figures.
    End,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Whether it stands out: a sum, a name.
    pub strong: bool,
    /// Whether it says that something is not known (law 1).
    pub unknown: bool,
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Into<String>, share: f32) -> Self {
        Self { title: title.into(), align: Align::Start, share }
    }

    /// A column of figures.
    pub fn figures(title: impl Into<String>, share: f32) -> Self {
        Self { title: title.into(), align: Align::End, share }
    }
}

impl Cell {
    /// A cell that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true, unknown: false }
    }

    /// A value, or the words for what is not known.
    pub fn or(value: Option<String>, unknown: &str) -> Self {
        match value {
            Some(text) => Self { text, ..Self::default() },
            None => Self { text: unknown.to_owned(), strong: false, unknown: true },
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row; cells that are missing are empty, those too many are left out.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells = cells.into_iter().chain(std::iter::repeat_with(Cell::default));
        self.rows.push(cells.take(self.columns.len()).collect());
    }

    /// The table without the columns in which nothing stands.
    pub(super) fn without_empty_columns(self) -> Self {
        let says: Vec<bool> = (0..self.columns.len())
            .map(|at| {
                self.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.trim().is_empty()))
            })
            .collect();
        let kept = |at: &usize| says.get(*at).copied().unwrap_or(false);
        let columns = self.columns.into_iter().enumerate().filter(|(at, _)| kept(at));
        let cells = |row: Vec<Cell>| {
            let cells = row.into_iter().enumerate().filter(|(at, _)| kept(at));
            cells.map(|(_, cell)| cell).collect()
        };
        Self {
            columns: columns.map(|(_, column)| column).collect(),
            rows: self.rows.into_iter().map(cells).collect(),
        }
    }
}
