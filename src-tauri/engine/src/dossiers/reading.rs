//! Everything of a role that comes from its ratings, read at one moment and with the models fitted once.

use assay_domain::ids::RoleId;

use crate::debriefs::{self, CompetencyMatrix, Debrief, Explanation};
use crate::measures::{self, Model, RoleAgreement, RoleOrder, RoleRobustness};
use crate::{Instant, Result, Store, Viewer, independence, plans};

/// What was read, under the newest plan.
pub struct Reading {
    /// The debrief.
    pub debrief: Debrief,
    /// The order.
    pub order: RoleOrder,
    /// Candidates by competencies.
    pub matrix: CompetencyMatrix,
    /// The order under other weights.
    pub robustness: RoleRobustness,
    /// Whether raters see the same.
    pub agreement: RoleAgreement,
    /// The score of each application that is open to the viewer, in the debrief's order.
    pub explained: Vec<Explanation>,
}

impl Reading {
    /// Reads it; the viewer is noted as having read ratings.
    pub fn of(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<Self> {
        let (reading, seen) = store.read(viewer, |conn| {
            let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
            let reading = Self {
                debrief: debriefs::table_of(conn, role, &model)?,
                order: measures::order_of(conn, role, &model)?,
                matrix: debriefs::competencies_of(conn, role, &model)?,
                robustness: measures::robustness_of(conn, role, &model)?,
                agreement: measures::agreement_of(conn, role, &model)?,
                explained: debriefs::all_opened(conn, viewer, &model)?,
            };
            Ok((reading, model.seen(viewer)))
        })?;
        independence::expose(store, viewer, at, seen)?;
        Ok(reading)
    }
}
