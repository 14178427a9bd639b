//! The order under weights that are being tried: light enough to follow a slider.

use std::cmp::Ordering;

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::measure::aggregate;
use serde::Serialize;

use super::ranking::ranking;
use super::{LeftOut, Model, count, untold};
use crate::debriefs::{PreviewWeight, with_weights};
use crate::plans;
use crate::{Instant, Result, Store, Viewer, independence};

/// The order under other weights. Nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct WeightsTried {
    /// Applications left out.
    pub left_out: LeftOut,
    /// Best first; those without a score are not in it.
    pub rows: Vec<TriedRow>,
    /// Whether somebody else is first.
    pub first_changed: bool,
    /// How many pairs stand the other way round than under the chosen weights.
    pub pairs_turned: u32,
    /// The same in a sentence.
    pub sentence: String,
}

/// One application under other weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TriedRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Plain score under the tried weights, on the scale of 1 to 5.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub score: f64,
    /// Place, from 1.
    pub place: u32,
    /// Place under the plan's own weights.
    pub chosen_place: u32,
    /// Bands of those that are not told apart, from 0 (best).
    pub bands: Vec<u32>,
}

/// The order under the newest plan with other weights. Whoever reads it is noted as having read ratings.
///
/// Errors: [`crate::EngineError::NotFound`] for an assessment that the plan does not have, [`crate::EngineError::Invalid`]
/// for weights that are all 0.
pub fn weights(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    weights: &[PreviewWeight],
) -> Result<WeightsTried> {
    let (found, seen) = store.read(viewer, |conn| {
        let plan = plans::current(conn, role)?;
        let tried = with_weights(plan.clone(), weights)?;
        let model = Model::of(conn, viewer, role, plan)?;
        let given: Vec<f64> = tried.assessments.iter().map(|one| f64::from(one.weight)).collect();
        Ok((answer(&model, &given), model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

fn answer(model: &Model, weights: &[f64]) -> WeightsTried {
    let mut assessed = model.assessed.clone();
    for application in &mut assessed {
        application.iter_mut().zip(weights).for_each(|(one, weight)| one.weight = *weight);
    }
    let plain: Vec<_> = assessed.iter().map(|one| aggregate::application(one)).collect();
    let totals = model.totals.clone().weighed(weights, &plain);
    let tried = ranking(model, &totals, &totals.plain, &totals.plain);
    let chosen = |id: ApplicationId| model.place(id).and_then(|place| model.totals.plain[place]);
    let scores: Vec<f64> = tried.rows.iter().filter_map(|row| chosen(row.application_id)).collect();
    let rows: Vec<TriedRow> = tried
        .rows
        .iter()
        .zip(1..)
        .map(|(row, place)| {
            let own = chosen(row.application_id).unwrap_or(0.0);
            TriedRow {
                application_id: row.application_id,
                candidate_name: row.candidate_name.clone(),
                score: row.score,
                place,
                chosen_place: 1 + count(scores.iter().filter(|score| **score > own).count()),
                bands: row.bands.clone(),
            }
        })
        .collect();
    let turned = rows.iter().enumerate().flat_map(|(at, ahead)| {
        rows[at + 1..].iter().filter(move |behind| behind.chosen_place < ahead.chosen_place)
    });
    let pairs_turned = count(turned.count());
    let first_changed = rows.first().is_some_and(|first| first.chosen_place > 1);
    let sentence: String = match (rows.first(), pairs_turned.cmp(&0), first_changed) {
        (None, _, _) => "Nothing has been scored yet.".into(),
        (_, Ordering::Equal, _) => "The order stays as it is.".into(),
        (Some(first), _, true) => {
            format!(
                "{} would be first, and {} would stand the other way round.",
                first.candidate_name,
                pairs(pairs_turned)
            )
        }
        (Some(first), _, false) => {
            format!(
                "{} stays first; {} would stand the other way round.",
                first.candidate_name,
                pairs(pairs_turned)
            )
        }
    };
    let places: Vec<usize> = rows.iter().filter_map(|row| model.place(row.application_id)).collect();
    let parts: [String; 2] = [sentence, untold(model, &totals, &places)];
    let sentence = parts.join(" ").trim_end().to_owned();
    WeightsTried { left_out: LeftOut::of(model.closed()), rows, first_changed, pairs_turned, sentence }
}

fn pairs(number: u32) -> String {
    if number == 1 { "one pair".into() } else { format!("{number} pairs") }
}
