//! The table of a role.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::measure::total::interval;
use rusqlite::Connection;

use super::gather::{Applicant, Material};
use super::{Debrief, DebriefRow, PreviewWeight, marks};
use crate::measures::{LeftOut, Model, Ranking, Whole};
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
    let (debrief, seen) = store.read(viewer, |conn| {
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
    let (debrief, seen) = store.read(viewer, |conn| {
        let plan = with_weights(plans::current(conn, role)?, weights)?;
        table(conn, viewer, role, plan)
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(debrief)
}

/// A plan with other weights. Errors as [`preview`].
pub(crate) fn with_weights(mut plan: Plan, weights: &[PreviewWeight]) -> Result<Plan> {
    for new in weights {
        let known = plan.assessments.iter_mut().find(|one| one.id == new.assessment_id);
        let known = known.ok_or_else(|| EngineError::not_found("assessment", new.assessment_id))?;
        known.weight = new.weight;
    }
    if plan.assessments.iter().all(|one| one.weight == 0) {
        return Err(EngineError::invalid("all weights are 0", "Give at least one assessment a weight."));
    }
    Ok(plan)
}

/// The table, and the applications of which the viewer sees ratings of others.
fn table(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    plan: Plan,
) -> Result<(Debrief, Vec<ApplicationId>)> {
    let model = Model::of(conn, viewer, role, plan)?;
    Ok((of_model(conn, role, &model)?, model.seen(viewer)))
}

/// The table of a model.
pub(crate) fn of_model(conn: &Connection, role: RoleId, model: &Model) -> Result<Debrief> {
    let whole = Whole::of(model);
    let mut rows: Vec<DebriefRow> =
        by_score(model).into_iter().map(|place| open_row(model, &whole.plain, place)).collect();
    let closed = model.material.applicants.iter().filter(|who| who.closed);
    rows.extend(closed.map(|who| bare_row(&model.material, &model.plan, who)));
    Ok(Debrief {
        role: roles::summary(conn, role)?,
        plan_versions: plans::versions(conn, role)?,
        order_note: note(&whole.sentence, model),
        rows,
        plan: model.plan.clone(),
    })
}

/// Places of the open applications: by score, best first; those without one last, by name.
pub(super) fn by_score(model: &Model) -> Vec<usize> {
    let mut places: Vec<usize> = (0..model.open.len()).collect();
    let key = |place: &usize| model.plain[*place].score.unwrap_or(f64::NEG_INFINITY);
    places.sort_by(|a, b| key(b).total_cmp(&key(a)));
    places
}

fn note(sentence: &str, model: &Model) -> String {
    let left_out = LeftOut::of(model.closed()).sentence;
    match (model.open.len(), left_out.is_empty()) {
        (_, true) => sentence.to_owned(),
        (0, false) => left_out,
        (_, false) => format!("{sentence} {left_out}"),
    }
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
        stage_title: who.stage_title.clone(),
        closed: who.closed,
        cells,
        score: None,
        corrected: None,
        interval: None,
        coverage: None,
        bands: Vec::new(),
        interviews_open: waiting.map(|(_, (open, _))| open).sum(),
        flags: None,
        decision: None,
    }
}

pub(super) fn open_row(model: &Model, order: &Ranking, place: usize) -> DebriefRow {
    let (who, result) = (model.applicant(place), &model.plain[place]);
    let flags = model.material.cards.iter().filter(|card| card.application == who.id).map(|card| card.flags);
    let parts = model.plan.assessments.iter().zip(&model.assessed[place]).zip(&result.assessments);
    let ranked = order.rows.iter().find(|row| row.application_id == who.id);
    DebriefRow {
        cells: parts
            .map(|((one, cell), part)| marks::measured(&model.material, who.id, one, cell.levels, part))
            .collect(),
        score: result.score,
        corrected: model.totals.corrected(place),
        interval: model.totals.total(place).filter(|_| !model.totals.undecided(place)).as_ref().map(interval),
        coverage: Some(result.coverage),
        bands: ranked.map_or_else(Vec::new, |row| row.bands.clone()),
        flags: Some(flags.sum()),
        decision: who.decision,
        ..bare_row(&model.material, &model.plan, who)
    }
}
