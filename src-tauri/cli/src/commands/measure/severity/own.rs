//! What the model found, on the scale of the file. Its own fields are on the common scale of 1 to 5.

use assay_domain::measure::Ratings;
use assay_domain::measure::closeness::Closeness;
use assay_domain::measure::severity::Fit;
use assay_domain::measure::sure::{Placed, Sureness};
use assay_domain::measure::total::interval;
use serde_json::{Map, Value, json};

use crate::commands::measure::json_of;
use crate::failure::Result;

/// Plain and corrected scores, intervals, leniency and standard deviations on the file's scale, which stands with them. What is
/// not corrected, or not known where every score is explained exactly, is null.
pub fn own_scale(ratings: &Ratings, fit: &Fit, sure: &Sureness, close: Option<&Closeness>) -> Result<Value> {
    let (found, point) = (&fit.report, ratings.point());
    let known = !found.degenerate;
    let scores = |all: &[(String, f64)]| -> Map<String, Value> {
        all.iter().map(|(name, score)| (name.clone(), json!(ratings.own(*score)))).collect()
    };
    let widths = |all: &[(String, f64)]| -> Map<String, Value> {
        all.iter().map(|(name, width)| (name.clone(), json!(width * point))).collect()
    };
    let intervals = sure.order.iter().map(|one| (one.candidate.clone(), json!(ends(ratings, fit, one))));
    let mean = &found.deviations.mean;
    let deviations =
        [("rater", mean.rater), ("halo", mean.halo), ("profile", mean.profile), ("residual", mean.residual)];
    let totals = found.weighted_total.est.0.iter().zip(&found.corrected);
    let corrected: Map<String, Value> = totals
        .map(|((name, total), corrected)| (name.clone(), json!(corrected.then(|| ratings.own(*total)))))
        .collect();
    let deviations = deviations.map(|(name, sd)| (name.to_owned(), json!(sd * point)));
    Ok(json!({
        "scale": json_of(&ratings.scale)?,
        "plain": scores(&found.raw_total.0),
        "corrected": found.verdict.corrects().then_some(corrected),
        "interval": intervals.collect::<Map<_, _>>(),
        "rater_leniency": {
            "est": widths(&found.rater_leniency.est.0),
            "sd": known.then(|| widths(&found.rater_leniency.sd.0)),
        },
        "deviations": known.then(|| Map::from_iter(deviations)),
        "closeness_sentence": close.map(|one| one.sentence_in(point)),
    }))
}

/// The ends of a candidate's 95% interval on the file's scale; `None` where every score is explained exactly.
pub fn ends(ratings: &Ratings, fit: &Fit, one: &Placed) -> Option<(f64, f64)> {
    let found = &fit.report;
    let at = found.candidates.iter().position(|name| *name == one.candidate).filter(|_| !found.degenerate)?;
    let (low, high) = interval(&fit.own(at).centred(one.total));
    Some((ratings.own(low), ratings.own(high)))
}
