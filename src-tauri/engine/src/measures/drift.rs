//! Whether severity moves in a role: over the interviews, by the candidate before, over the marking, after the debrief.
//!
//! Over all raters together, so that nobody is made out; and the viewer's own.

use assay_domain::ids::RoleId;
use assay_domain::measure::drift::{Drift, Effect, Held, Way, drift as moved, shared};
use serde::Serialize;

use super::times::times;
use super::{LeftOut, Model, count};
use crate::plans;
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// Drift in a role.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleDrift {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// Applications left out.
    pub left_out: LeftOut,
    /// What all raters have in common.
    pub all: DriftFigures,
    /// The viewer's own; `None` where they have rated nobody whom somebody else rated too.
    pub own: Option<DriftFigures>,
    /// What the figures rest on, and what they cannot tell.
    pub basis: String,
}

/// How severity moves. An effect is `None` where there are fewer than five interviews for it, nothing varies, or its way is one
/// of `unordered`, `untold` and `too_wide`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DriftFigures {
    /// Interviews whose candidate somebody else rated too.
    pub interviews: u32,
    /// Ways of which only differences or sums of raters' movements can be told: no effect stands there.
    pub untold: Vec<Way>,
    /// Ways in which the movement could be anything, its interval being wider than the scale: no effect stands there.
    pub too_wide: Vec<Way>,
    /// Ways along an order that is not known, a rater's interviews having one time: no effect stands there.
    pub unordered: Vec<Way>,
    /// In a sentence.
    pub sentence: String,
    /// Per interview in the order in which they were held: above nought is getting lenient.
    pub over_order: Option<DriftEffect>,
    /// Per point of the candidate interviewed before: below nought is contrast.
    pub contrast: Option<DriftEffect>,
    /// Per scorecard in the order in which they were submitted.
    pub over_marking: Option<DriftEffect>,
    /// Submitted after the application came into the debrief, less before.
    pub after_debrief: Option<DriftEffect>,
}

/// A slope or a difference, in points of the scale of 1 to 5.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DriftEffect {
    /// Estimate.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub estimate: f64,
    /// 95% interval.
    #[cfg_attr(feature = "specta", specta(type = (specta_typescript::Number, specta_typescript::Number)))]
    pub interval: (f64, f64),
    /// Two-sided p-value.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub p: f64,
    /// How often chance alone would show as much or more, in words.
    pub chance: String,
    /// Interviews that it rests on.
    pub interviews: u32,
}

/// Drift over the ratings of a role under its newest plan. Whoever reads it is noted as having read ratings.
pub fn drift(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleDrift> {
    let (found, seen) = store.read(viewer, |conn| {
        let title = roles::summary(conn, role)?.title;
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        let times = times(conn, viewer, role)?;
        let mut all: Vec<Held> = Vec::new();
        for (one, ratings) in model.plan.assessments.iter().zip(&model.ratings) {
            for found in ratings.iter().flat_map(shared) {
                let card = model.material.cards.iter().rfind(|card| {
                    card.assessment == one.id
                        && card.application.to_string() == found.candidate
                        && card.person.to_string() == found.rater
                });
                let known = card.and_then(|card| times.get(&card.id));
                all.push(Held {
                    unit: format!("{} {}", one.id, found.candidate),
                    rater: found.rater,
                    part: one.id.to_string(),
                    score: found.score,
                    held: known.and_then(|times| times.held).map(|at| at.timestamp()),
                    marked: known.map(|times| times.first.timestamp()),
                    after_debrief: known
                        .map(|times| times.debrief.is_some_and(|debrief| times.submitted > debrief)),
                });
            }
        }
        let me = viewer.0.to_string();
        let drifts = moved(&all);
        let own = drifts.raters.iter().find(|(rater, _)| *rater == me).map(|(_, own)| figures(own));
        let found = RoleDrift {
            role_id: role,
            role_title: title,
            left_out: LeftOut::of(model.closed()),
            all: figures(&drifts.all),
            own,
            basis: basis(&all),
        };
        Ok((found, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

fn basis(all: &[Held]) -> String {
    let untimed = all.iter().filter(|one| one.held.is_none()).count();
    let after = all.iter().filter(|one| one.after_debrief == Some(true)).count();
    let mut text = "Candidates, raters and what moves are fitted together, so that nobody is charged with what another did; interviews whose candidate nobody else rated are left out, and a change that all raters of a candidate share cannot be seen. Looking in several ways is allowed for.".to_owned();
    match untimed {
        0 => {}
        1 => text += " One has no time, so its place among the interviews is unknown.",
        some => text += &format!(" {some} have no time, so their place among the interviews is unknown."),
    }
    text + &match after {
        0 => " No scorecard was submitted or amended after its application came into the debrief.".to_owned(),
        1 => " One was submitted or amended after its application came into the debrief.".to_owned(),
        some => format!(" {some} were submitted or amended after their application came into the debrief."),
    }
}

fn figures(found: &Drift) -> DriftFigures {
    let effect = |effect: &Option<Effect>| {
        effect.map(|one| DriftEffect {
            estimate: one.estimate,
            interval: one.ci95,
            p: one.p,
            chance: one.chance(),
            interviews: count(one.interviews),
        })
    };
    DriftFigures {
        interviews: count(found.interviews),
        untold: found.untold.clone(),
        too_wide: found.too_wide.clone(),
        unordered: found.unordered.clone(),
        sentence: found.sentence.clone(),
        over_order: effect(&found.over_order),
        contrast: effect(&found.contrast),
        over_marking: effect(&found.over_marking),
        after_debrief: effect(&found.after_debrief),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_in_the_singular() {
        let one = |held, after| Held { held, after_debrief: Some(after), ..Held::default() };
        let told = basis(&[one(None, true), one(Some(1), false)]);
        assert!(
            told.contains("One has no time, so its place")
                && told.contains("One was submitted or amended after its"),
            "{told}"
        );
        let told = basis(&[one(None, true), one(None, true)]);
        assert!(told.contains("2 have no time") && told.contains("2 were submitted"), "{told}");
    }
}
