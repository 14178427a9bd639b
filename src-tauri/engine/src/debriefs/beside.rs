//! Two to four candidates side by side: their scores with how sure their order is, every criterion, every rater's note.

use std::collections::BTreeSet;

use assay_domain::ids::{ApplicationId, RoleId};
use serde::Serialize;

use super::competencies::{self, CompetencyRow, MatrixCompetency};
use super::flags::{self, DebriefFlag};
use super::table::open_row;
use super::{DebriefRow, Explanation, explain};
use crate::measures::{Model, Ranking, Whole};
use crate::plans::{self, Plan};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

/// How many candidates stand side by side.
pub const BESIDE: std::ops::RangeInclusive<usize> = 2..=4;

/// Candidates side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SideBySide {
    /// The role.
    pub role_id: RoleId,
    /// The plan version whose weights are used.
    pub plan: Plan,
    /// The competencies, in the order of the sides' cells.
    pub competencies: Vec<MatrixCompetency>,
    /// The candidates, in the order asked for.
    pub sides: Vec<Side>,
    /// Each pair of them in a sentence: who is ahead and how sure that is, or that they are not told apart.
    pub pairs: Vec<String>,
}

/// One candidate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Side {
    /// As in the debrief.
    pub row: DebriefRow,
    /// The score, opened down to ratings and notes.
    pub explanation: Explanation,
    /// The competencies.
    pub competencies: CompetencyRow,
    /// Red flags with their evidence.
    pub flags: Vec<DebriefFlag>,
}

/// Puts two to four applications of a role side by side, under the newest plan or an earlier version. Whoever reads it is
/// noted as having read ratings.
///
/// Errors: [`EngineError::Invalid`] for fewer than two or more than four different ones; [`EngineError::NotFound`] for one of
/// another role; [`EngineError::ClosedToViewer`] where one of them is closed to the viewer.
pub fn beside(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    applications: &[ApplicationId],
    plan_version: Option<u32>,
) -> Result<SideBySide> {
    let different: BTreeSet<ApplicationId> = applications.iter().copied().collect();
    if different.len() != applications.len() || !BESIDE.contains(&applications.len()) {
        return Err(EngineError::invalid(
            format!("{} different candidates were chosen", different.len()),
            "Choose two to four.",
        ));
    }
    let (found, seen) = store.read(viewer, |conn| {
        for application in applications {
            independence::ensure_open(conn, viewer, *application)?;
        }
        let model = Model::of(conn, viewer, role, plans::load(conn, role, plan_version)?)?;
        let whole = Whole::of(&model);
        let matrix = competencies::of_model(conn, role, &model)?;
        let side = |id: &ApplicationId| -> Result<Side> {
            let place =
                model.place(*id).ok_or_else(|| EngineError::not_found("application of this role", id))?;
            let own = matrix.rows.iter().find(|row| row.application_id == *id);
            Ok(Side {
                row: open_row(&model, &whole.plain, place),
                explanation: explain::opened(conn, viewer, *id, &model)?,
                competencies: own.cloned().ok_or_else(|| EngineError::not_found("application", id))?,
                flags: flags::of(conn, viewer, role, Some(*id))?,
            })
        };
        let sides = applications.iter().map(side).collect::<Result<Vec<_>>>()?;
        let pairs = pairs(&whole.plain, &sides);
        let found = SideBySide {
            role_id: role,
            plan: model.plan.clone(),
            competencies: matrix.competencies,
            sides,
            pairs,
        };
        Ok((found, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

fn pairs(order: &Ranking, sides: &[Side]) -> Vec<String> {
    let mut told = Vec::new();
    for (index, one) in sides.iter().enumerate() {
        for other in &sides[index + 1..] {
            told.push(pair(order, &one.row, &other.row));
        }
    }
    told
}

fn pair(order: &Ranking, one: &DebriefRow, other: &DebriefRow) -> String {
    let place =
        |row: &DebriefRow| order.rows.iter().position(|ranked| ranked.application_id == row.application_id);
    let (a, b) = (&one.candidate_name, &other.candidate_name);
    let (Some(at), Some(other_at)) = (place(one), place(other)) else {
        return format!("{a} and {b}: at least one has no score yet.");
    };
    let tied = order.rows[at].bands.iter().any(|band| order.rows[other_at].bands.contains(band));
    let (ahead, behind, row, column) =
        if at < other_at { (a, b, at, other_at) } else { (b, a, other_at, at) };
    match (tied, order.probabilities[row][column]) {
        (_, None) => format!("{ahead} and {behind}: the ratings do not allow the comparison."),
        (true, Some(sure)) => {
            let (likelier, sure) = if sure >= 0.5 { (ahead, sure) } else { (behind, 1.0 - sure) };
            format!("{ahead} and {behind} are not told apart ({likelier} ahead: {:.0}%).", sure * 100.0)
        }
        (false, Some(sure)) => format!("{ahead} is ahead of {behind}, {:.0}% sure.", sure * 100.0),
    }
}
