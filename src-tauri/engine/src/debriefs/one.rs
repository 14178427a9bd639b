//! The debrief of one application, in the order in which it is held: what is missing, the evidence, where raters differ, the
//! ratings, flags, open questions, and what a decision would rest on.

use assay_domain::ids::ApplicationId;
use serde::Serialize;

use super::absences::{self, Absence};
use super::competencies::{self, CompetencyRow, MatrixCompetency};
use super::disagreements::{self, RoleDisagreements};
use super::flags::{self, DebriefFlag};
use super::opening::{DebriefOpening, opening};
use super::table::open_row;
use super::{DebriefRow, Explanation, explain};
use crate::decisions::{self, DecisionGround};
use crate::measures::{Model, Whole};
use crate::plans::{self, Plan, PlanVersion};
use crate::questions::{self, OpenQuestion};
use crate::scorecards::{self, Scope};
use crate::{EngineError, Instant, Result, Store, Viewer, applications, independence};

/// The debrief of one application.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ApplicationDebrief {
    /// The role's title.
    pub role_title: String,
    /// The newest plan.
    pub plan: Plan,
    /// All plan versions, newest first.
    pub plan_versions: Vec<PlanVersion>,
    /// As in the debrief of the role.
    pub row: DebriefRow,
    /// When it was opened; `None` where nobody has.
    pub opening: Option<DebriefOpening>,
    /// Interviews that are missing, open or cancelled.
    pub absences: Vec<Absence>,
    /// The score, opened down to ratings, notes and citations.
    pub explanation: Explanation,
    /// Where its raters differ.
    pub disagreements: RoleDisagreements,
    /// The competencies, in the order of the row's cells.
    pub competencies: Vec<MatrixCompetency>,
    /// The candidate's competencies.
    pub competency_row: CompetencyRow,
    /// Red flags with their evidence.
    pub flags: Vec<DebriefFlag>,
    /// Questions, open ones first.
    pub questions: Vec<OpenQuestion>,
    /// What a decision would rest on.
    pub ground: DecisionGround,
}

/// The debrief of one application, under the newest plan. Whoever reads it is noted as having read ratings.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there.
pub fn application(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<ApplicationDebrief> {
    let (found, seen) = store.read(viewer, |conn| {
        let of = applications::get(conn, application)?;
        independence::ensure_open(conn, viewer, application)?;
        let model = Model::of(conn, viewer, of.role_id, plans::current(conn, of.role_id)?)?;
        let missing = || EngineError::not_found("application", application);
        let place = model.place(application).ok_or_else(missing)?;
        let plain = Whole::of(&model).plain;
        let cards = scorecards::load(conn, viewer, Scope::Application(application))?;
        let only = disagreements::Only { application, cards: &cards };
        let asked = questions::of_application(conn, application)?;
        let seen: Vec<_> = model.seen(viewer).into_iter().chain(questions::seen(&asked, viewer)).collect();
        let matrix = competencies::of_model(conn, of.role_id, &model)?;
        let own = matrix.rows.into_iter().find(|row| row.application_id == application);
        let found = ApplicationDebrief {
            role_title: of.role_title.clone(),
            plan_versions: plans::versions(conn, of.role_id)?,
            row: open_row(&model, &plain, place),
            opening: opening(conn, application)?,
            absences: absences::of_application(conn, viewer, &of, &model.plan)?,
            disagreements: disagreements::of_model(conn, viewer, of.role_id, &model, Some(&only))?,
            explanation: explain::of_cards(cards, application, &model)?,
            competencies: matrix.competencies,
            competency_row: own.ok_or_else(missing)?,
            flags: flags::of(conn, viewer, of.role_id, Some(application))?,
            ground: decisions::ground_of(conn, viewer, &model, &plain, &asked, application)?,
            questions: asked,
            plan: model.plan.clone(),
        };
        Ok((found, seen))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}
