//! `assay debrief --competencies`.

use assay_domain::ids::RoleId;
use assay_engine::debriefs::{self, CompetencyCell, CompetencyMatrix, CompetencyRow, MatrixCompetency};

use crate::failure::Result;
use crate::output::{Answer, heading, left_out, percent, score, table};
use crate::session::Session;

/// Candidates by competencies.
pub fn run(session: &Session, role: RoleId, plan_version: Option<u32>) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let matrix = debriefs::competencies(store, viewer, session.now(), role, plan_version)?;
    Ok(Answer::of("competencies", &matrix, shown(&matrix)))
}

fn shown(matrix: &CompetencyMatrix) -> String {
    let mut text = format!("Plan version {}\n", matrix.plan_version);
    for (index, one) in matrix.competencies.iter().enumerate() {
        text += &heading(&title(one));
        let rows: Vec<_> =
            matrix.rows.iter().filter_map(|row| Some(cells(row, row.cells.get(index)?))).collect();
        text += &table(["candidate", "score", "assessed", "ratings", "people"], &rows, "No candidate.");
    }
    text + &left_out(&matrix.left_out)
}

fn title(one: &MatrixCompetency) -> String {
    let asked = if one.asked { "" } else { ", not asked for" };
    let seen = match one.assessments {
        0 => "nobody looks at it".to_owned(),
        1 => "1 assessment looks at it".to_owned(),
        n => format!("{n} assessments look at it"),
    };
    format!("{} ({seen}{asked})", one.title)
}

fn cells(row: &CompetencyRow, cell: &CompetencyCell) -> [String; 5] {
    let (ratings, raters) = (cell.ratings.to_string(), cell.raters.to_string());
    [row.candidate_name.clone(), score(cell.score), percent(cell.coverage), ratings, raters]
}
