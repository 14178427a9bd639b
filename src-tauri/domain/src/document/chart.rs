//! Charts of a document, each with its table: whoever cannot see the picture reads the same numbers.

use super::{Cell, Column, Table};
use crate::words::{decimal, percent, range, signed};

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Scores with their intervals on one axis; brackets join those that are not told apart.
    Dots(DotPlot),
    /// How far each rater stands from the others.
    Offsets(OffsetPlot),
    /// Scores or shares in a grid, shaded and with their numbers.
    Heat(Heat),
    /// Of how many weightings each is first.
    Shares(Shares),
}

/// Scores with their intervals.
#[derive(Clone, Debug, PartialEq)]
pub struct DotPlot {
    /// What a row is: "Candidate", "Assessment".
    pub of: String,
    /// Ends of the axis.
    pub scale: (f64, f64),
    /// Its rows, best first.
    pub rows: Vec<Dot>,
}

/// One row of a dot plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dot {
    /// Whose.
    pub label: String,
    /// The plain score; `None` where there is none.
    pub score: Option<f64>,
    /// The score corrected for severity, where something is corrected.
    pub corrected: Option<f64>,
    /// 95% interval, around the corrected score where there is one.
    pub interval: Option<(f64, f64)>,
    /// Bands it belongs to; two rows that share one are not told apart.
    pub bands: Vec<u32>,
}

/// How far raters stand from each other.
#[derive(Clone, Debug, PartialEq)]
pub struct OffsetPlot {
    /// Its rows.
    pub rows: Vec<Offset>,
}

/// One rater: points of the scale above (lenient) or below (strict) the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Offset {
    /// Who.
    pub label: String,
    /// The estimate.
    pub value: f64,
    /// Its standard deviation; `None` where the ratings do not tell it.
    pub sd: Option<f64>,
    /// On how much it rests.
    pub note: String,
}

/// What stands in a grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figures {
    /// Scores; a hole is what was not assessed.
    #[default]
    Scores,
    /// Shares of one; a hole is where a row meets itself, or both are always equal.
    Shares,
}

impl Figures {
    /// The figure of a cell.
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Scores => decimal(value, 1),
            Self::Shares => percent(value),
        }
    }

    /// What stands in a hole.
    pub fn hole(self) -> &'static str {
        match self {
            Self::Scores => NOT_ASSESSED,
            Self::Shares => "equal",
        }
    }
}

/// Scores or shares in a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// What a row is.
    pub of: String,
    /// Heads of the columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<HeatRow>,
    /// Ends of the scale, for the shades.
    pub scale: (f64, f64),
    /// What its figures are.
    pub figures: Figures,
}

/// One row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Whose.
    pub label: String,
    /// One for each column; `None` where there is none.
    pub cells: Vec<Option<f64>>,
}

/// Shares of weightings.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// What a row is.
    pub of: String,
    /// Its rows.
    pub rows: Vec<ShareRow>,
}

/// One row of shares.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareRow {
    /// Whose.
    pub label: String,
    /// Share of all weightings in which it is first, second, …
    pub places: Vec<f64>,
    /// Share of weightings near the chosen one in which it is first.
    pub first_near: f64,
}

/// What stands where nothing was assessed.
const NOT_ASSESSED: &str = "not assessed";
/// What stands where a score is corrected for others, but not for this one.
const NOT_CORRECTED: &str = "not corrected";

impl Chart {
    /// Whether it shows nobody.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Dots(plot) => plot.rows.is_empty(),
            Self::Offsets(plot) => plot.rows.is_empty(),
            Self::Heat(heat) => heat.rows.is_empty() || heat.columns.is_empty(),
            Self::Shares(shares) => shares.rows.is_empty(),
        }
    }

    /// The same as a table.
    pub fn table(&self) -> Table {
        match self {
            Self::Dots(plot) => dots(plot),
            Self::Offsets(plot) => offsets(plot),
            Self::Heat(heat) => grid(heat),
            Self::Shares(shares) => first(shares),
        }
    }
}

fn dots(plot: &DotPlot) -> Table {
    let corrected = plot.rows.iter().any(|row| row.corrected.is_some());
    let grouped = plot.rows.iter().any(|row| !row.bands.is_empty());
    let mut columns = vec![Column::words(&plot.of, 3.0), Column::figures("Score", 1.0)];
    if corrected {
        columns.push(Column::figures("Corrected", 1.0));
    }
    columns.push(Column::figures("95% interval", 1.5));
    if grouped {
        columns.push(Column::words("Band", 1.0));
    }
    let mut table = Table::new(columns);
    for row in &plot.rows {
        let figure = |value: Option<f64>| Cell::or(value.map(|value| decimal(value, 2)), NOT_ASSESSED);
        let mut cells = vec![Cell::from(row.label.as_str()), figure(row.score)];
        if corrected {
            let why = if row.score.is_some() { NOT_CORRECTED } else { NOT_ASSESSED };
            cells.push(Cell::or(row.corrected.map(|value| decimal(value, 2)), why));
        }
        let interval = row.interval.map(|ends| range(ends, 1));
        cells.push(Cell::or(interval, "unknown"));
        if grouped {
            let bands: Vec<String> = row.bands.iter().map(|band| (band + 1).to_string()).collect();
            cells.push(Cell::or((!bands.is_empty()).then(|| bands.join(", ")), "none"));
        }
        table.row(cells);
    }
    table
}

fn offsets(plot: &OffsetPlot) -> Table {
    let columns = vec![
        Column::words("Rater", 2.0),
        Column::figures("Points", 1.0),
        Column::figures("± sd", 1.0),
        Column::words("Rests on", 2.0),
    ];
    let mut table = Table::new(columns);
    for row in &plot.rows {
        let sd = row.sd.map(|sd| decimal(sd, 2));
        table.row([
            Cell::from(row.label.as_str()),
            Cell::from(signed(row.value, 2)),
            Cell::or(sd, "unknown"),
            row.note.as_str().into(),
        ]);
    }
    table
}

fn grid(heat: &Heat) -> Table {
    let head = std::iter::once(Column::words(&heat.of, 2.0));
    let mut table =
        Table::new(head.chain(heat.columns.iter().map(|title| Column::figures(title, 1.0))).collect());
    for row in &heat.rows {
        let cells = row
            .cells
            .iter()
            .map(|cell| Cell::or(cell.map(|cell| heat.figures.text(cell)), heat.figures.hole()));
        table.row(std::iter::once(Cell::from(row.label.as_str())).chain(cells));
    }
    table
}

fn first(shares: &Shares) -> Table {
    let places = shares.rows.iter().map(|row| row.places.len()).max().unwrap_or(0);
    let heads = (1..=places).map(|place| Column::figures(ordinal(place), 1.0));
    let columns = std::iter::once(Column::words(&shares.of, 2.0)).chain(heads);
    let mut table = Table::new(columns.chain([Column::figures("First, near weights", 1.2)]).collect());
    for row in &shares.rows {
        let cells = (0..places).map(|place| row.places.get(place).map_or_else(Cell::default, share));
        let label = std::iter::once(Cell::from(row.label.as_str()));
        table.row(label.chain(cells).chain([share(&row.first_near)]));
    }
    table
}

fn share(value: &f64) -> Cell {
    Cell::from(percent(*value))
}

/// "1st", "2nd", …, "11th".
fn ordinal(place: usize) -> String {
    let end = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{end}")
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn places_are_said_as_people_say_them() {
        let said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinal);
        assert_eq!(
            said,
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th"]
        );
    }
}
