//! The table of a role.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::measure::{Assessed, Order, Row};
use rusqlite::Connection;

use super::gather::{Applicant, Material, gather};
use super::{Debrief, DebriefRow, PreviewWeight, marks};
use crate::plans::{self, Plan};
use crate::{EngineError, Instant, Result, Store, Viewer, independence, roles};

/// The debrief of a role, under its newest plan or an earlier version. Whoever reads it is noted as having read ratings of
/// the applications that are open to them.
pub fn role(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    plan_version: Option<u32>,
) -> Result<Debrief> {
    let (debrief, seen) = store.read(|conn| {
        let plan = plans::load(conn, role, plan_version)?;
        table(conn, viewer, role, plan)
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(debrief)
}

/// The debrief under other weights, to see how much hangs on them. Nothing is stored but that the viewer has read it.
///
/// Errors: [`EngineError::Invalid`] for an assessment that the plan does not have, or weights that are all 0.
pub fn preview(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    weights: &[PreviewWeight],
) -> Result<Debrief> {
    let (debrief, seen) = store.read(|conn| {
        let mut plan = plans::current(conn, role)?;
        for new in weights {
            let known = plan.assessments.iter_mut().find(|one| one.id == new.assessment_id);
            let known = known.ok_or_else(|| EngineError::not_found("assessment", new.assessment_id))?;
            known.weight = new.weight;
        }
        if plan.assessments.iter().all(|one| one.weight == 0) {
            return Err(EngineError::invalid("all weights are 0", "Give at least one assessment a weight."));
        }
        table(conn, viewer, role, plan)
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(debrief)
}

/// The table, and the applications of which the viewer sees ratings of others.
fn table(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    plan: Plan,
) -> Result<(Debrief, Vec<ApplicationId>)> {
    let material = gather(conn, viewer, role, None, &plan)?;
    let (closed, open): (Vec<&Applicant>, Vec<&Applicant>) =
        material.applicants.iter().partition(|one| one.closed);
    let assessed: Vec<Vec<Assessed>> = open.iter().map(|one| material.assessed(one.id, &plan)).collect();
    let order = Order::of(&assessed);
    let mut rows: Vec<DebriefRow> = order
        .rows
        .iter()
        .filter_map(|row| {
            let (who, plan_parts) = (open.get(row.index)?, assessed.get(row.index)?);
            Some(open_row(&material, &plan, who, row, plan_parts))
        })
        .collect();
    rows.extend(closed.iter().map(|who| bare_row(&material, &plan, who)));
    let others = material.cards.iter().filter(|card| card.person != viewer.0);
    let seen = others.map(|card| card.application).collect();
    let debrief = Debrief {
        role: roles::summary(conn, role)?,
        plan_versions: plans::versions(conn, role)?,
        order_note: note(&order, open.len(), closed.len()),
        plan,
        rows,
    };
    Ok((debrief, seen))
}

fn note(order: &Order, open: usize, closed: usize) -> String {
    let left_out = match closed {
        0 => return order.note.sentence().to_owned(),
        1 => {
            "One candidate is closed to you while you hold an open interview there, and left out.".to_owned()
        }
        n => format!("{n} candidates are closed to you while you hold open interviews there, and left out."),
    };
    if open == 0 { left_out } else { format!("{} {left_out}", order.note.sentence()) }
}

/// What a row says without any rating.
fn bare_row(material: &Material, plan: &Plan, who: &Applicant) -> DebriefRow {
    let cells: Vec<_> = plan.assessments.iter().map(|one| marks::closed(material, who.id, one)).collect();
    let waiting = material.waiting.iter().filter(|((application, _), _)| *application == who.id);
    DebriefRow {
        application_id: who.id,
        candidate_id: who.candidate,
        candidate_name: who.name.clone(),
        stage: who.stage,
        closed: who.closed,
        cells,
        score: None,
        interval: None,
        coverage: None,
        bands: Vec::new(),
        interviews_open: waiting.map(|(_, (open, _))| open).sum(),
        flags: None,
        decision: None,
    }
}

fn open_row(
    material: &Material,
    plan: &Plan,
    who: &Applicant,
    row: &Row,
    assessed: &[Assessed],
) -> DebriefRow {
    let flags = material.cards.iter().filter(|card| card.application == who.id).map(|card| card.flags);
    let parts = plan.assessments.iter().zip(assessed).zip(&row.result.assessments);
    DebriefRow {
        cells: parts
            .map(|((one, cell), part)| marks::measured(material, who.id, one, cell.levels, part))
            .collect(),
        score: row.result.score,
        interval: row.interval,
        coverage: Some(row.result.coverage),
        bands: row.groups.clone(),
        flags: Some(flags.sum()),
        decision: who.decision,
        ..bare_row(material, plan, who)
    }
}
