//! Charts of a document, from the answers that the screens draw.

use assay_domain::document::{
    Chart, Dot, DotPlot, Figures, Heat, HeatRow, Offset, OffsetPlot, ShareRow, Shares,
};
use assay_domain::measure::total::SCALE;
use assay_domain::words::counted;

use crate::debriefs::{CompetencyMatrix, Debrief, Explanation};
use crate::measures::{AssessmentOrder, RoleOrder, RoleRobustness};

/// How many columns of a heat map have room for their names.
const NAMED: usize = 6;
/// How many have room for a number.
const NUMBERED: usize = 10;

/// The assessments of one application, each with its interval.
pub fn parts(explanation: &Explanation) -> Chart {
    let parts = explanation.total.parts.iter();
    let mut rows: Vec<Dot> = parts
        .map(|part| Dot {
            label: part.title.clone(),
            score: part.raw,
            corrected: part.corrected,
            interval: part.interval,
            bands: Vec::new(),
        })
        .collect();
    rows.push(Dot {
        label: "All together".into(),
        score: explanation.total.raw,
        corrected: explanation.total.corrected,
        interval: explanation.total.interval,
        bands: Vec::new(),
    });
    Chart::Dots(DotPlot { of: "Assessment".into(), scale: SCALE, rows })
}

/// The order of a role: dots, intervals, and who is not told apart.
pub fn order(order: &RoleOrder) -> Chart {
    let rows = order.rows.iter().map(|row| {
        let ranked = order.plain.rows.iter().find(|ranked| ranked.application_id == row.application_id);
        Dot {
            label: row.candidate_name.clone(),
            score: row.raw,
            corrected: row.corrected,
            interval: row.interval,
            bands: ranked.map_or_else(Vec::new, |ranked| ranked.bands.clone()),
        }
    });
    Chart::Dots(DotPlot { of: "Candidate".into(), scale: SCALE, rows: rows.collect() })
}

/// Candidates by assessments; several charts below each other where there are more than a page's width can name.
pub fn heat(debrief: &Debrief) -> Vec<Chart> {
    let open = debrief.rows.iter().filter(|row| !row.closed);
    let rows: Vec<HeatRow> = open
        .map(|row| HeatRow {
            label: row.candidate_name.clone(),
            cells: row.cells.iter().map(|cell| cell.score).collect(),
        })
        .collect();
    let columns = debrief.plan.assessments.iter().map(|one| format!("{} {}%", one.title, one.weight));
    in_width(&columns.collect::<Vec<_>>(), &rows, Figures::Scores)
}

/// Candidates by competencies, as [`heat`].
pub fn competencies(matrix: &CompetencyMatrix) -> Vec<Chart> {
    let rows = matrix.rows.iter().map(|row| HeatRow {
        label: row.candidate_name.clone(),
        cells: row.cells.iter().map(|cell| cell.score).collect(),
    });
    let columns: Vec<String> = matrix.competencies.iter().map(|one| one.title.clone()).collect();
    in_width(&columns, &rows.collect::<Vec<_>>(), Figures::Scores)
}

/// A grid of candidates in parts of so many columns as a page can name.
fn in_width(columns: &[String], rows: &[HeatRow], figures: Figures) -> Vec<Chart> {
    let (scale, most) = match figures {
        Figures::Shares => ((0.0, 1.0), NUMBERED),
        Figures::Scores => (SCALE, NAMED),
    };
    let width = even(columns.len(), most);
    let part = |(index, columns): (usize, &[String])| {
        let from = index * width;
        let rows = rows.iter().map(|row| HeatRow {
            label: row.label.clone(),
            cells: row.cells[from..from + columns.len()].to_vec(),
        });
        Chart::Heat(Heat {
            of: "Candidate".into(),
            columns: columns.to_vec(),
            rows: rows.collect(),
            scale,
            figures,
        })
    };
    columns.chunks(width).enumerate().map(part).collect()
}

/// The width of parts of at most so many columns that are as even as can be: seven are four and three, not six and one.
fn even(columns: usize, most: usize) -> usize {
    columns.div_ceil(columns.div_ceil(most).max(1)).max(1)
}

/// The raters of an assessment whose leniency is known.
pub fn offsets(assessment: &AssessmentOrder) -> Chart {
    let rows = assessment.raters.iter().filter(|one| one.untold.is_empty()).map(|one| Offset {
        label: one.name.clone(),
        value: one.leniency,
        sd: one.sd,
        note: format!(
            "{} of {}",
            counted(one.ratings as usize, "level", "levels"),
            counted(one.candidates as usize, "candidate", "candidates")
        ),
    });
    Chart::Offsets(OffsetPlot { rows: rows.collect() })
}

/// Of how many weightings each candidate is first.
pub fn shares(robustness: &RoleRobustness) -> Chart {
    let rows = robustness.rows.iter().map(|row| ShareRow {
        label: row.candidate_name.clone(),
        places: row.places_all.clone(),
        first_near: row.first_near.share,
    });
    Chart::Shares(Shares { of: "Candidate".into(), rows: rows.collect() })
}

/// Of how many weightings, all or those near the chosen one, the row's candidate is before the column's; columns have the numbers
/// of the rows.
pub fn before(robustness: &RoleRobustness, above: &[Vec<Option<f64>>]) -> Vec<Chart> {
    let rows = robustness.rows.iter().zip(above).enumerate().map(|(at, (row, cells))| HeatRow {
        label: format!("{} {}", at + 1, row.candidate_name),
        cells: cells.clone(),
    });
    let columns: Vec<String> = (0..above.len()).map(|at| format!("Before {}", at + 1)).collect();
    in_width(&columns, &rows.collect::<Vec<_>>(), Figures::Shares)
}

#[cfg(test)]
mod tests {
    use super::{even, in_width};
    use assay_domain::document::{Chart, Figures, HeatRow};

    #[test]
    fn the_parts_of_a_wide_grid_are_even_and_lose_no_column() {
        assert_eq!([0, 1, 6, 7, 12, 13].map(|columns| even(columns, 6)), [1, 1, 6, 4, 6, 5]);
        let columns: Vec<String> = (0..13).map(|at| at.to_string()).collect();
        let row =
            HeatRow { label: "Ilse Fixture".into(), cells: (0..13).map(|at| Some(f64::from(at))).collect() };
        let charts = in_width(&columns, &[row], Figures::Scores);
        let parts = charts.iter().map(|chart| match chart {
            Chart::Heat(heat) => (heat.columns.clone(), heat.rows[0].cells.clone()),
            other => panic!("{other:?}"),
        });
        let parts: Vec<_> = parts.collect();
        assert_eq!(parts.iter().map(|(columns, _)| columns.len()).collect::<Vec<_>>(), [5, 5, 3]);
        assert_eq!(
            parts.iter().flat_map(|(columns, _)| columns).collect::<Vec<_>>(),
            columns.iter().collect::<Vec<_>>()
        );
        let cells: Vec<f64> = parts.iter().flat_map(|(_, cells)| cells).flatten().copied().collect();
        assert_eq!(cells, (0..13).map(f64::from).collect::<Vec<_>>());
    }
}
