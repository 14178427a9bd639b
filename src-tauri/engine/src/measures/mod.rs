//! Statistics of a role's ratings, for people: how sure the order is, whether raters agree, whether the order survives other
//! weights, whether severity moves, and each rater's own mirror. All numbers come from `assay_domain::measure`; here stand
//! the reads and what their answers are called.
//!
//! Law 4: applications that are closed to the viewer are left out of every statistic, and every answer says how many
//! ([`LeftOut`]). Nothing is kept: the models take milliseconds and are fitted for every read.

mod agreement;
mod drift;
mod further;
mod mirror;
mod model;
mod order;
mod ranking;
mod robustness;
mod times;
mod weights;

pub(crate) use agreement::of_model as agreement_of;
pub use agreement::{
    AgreementFigures, AssessmentAgreement, Coefficient, CriterionAgreement, IccFigure, RaterPair,
    Reliability, RoleAgreement, agreement,
};
pub use drift::{DriftEffect, DriftFigures, RoleDrift, drift};
pub use further::{FurtherInterview, RoleFurther, SeparatedPair, further};
pub use mirror::{MyMirror, ScaleMirror, mirror};
pub(crate) use model::Model;
pub use order::{
    AssessmentOrder, AssessmentRow, Correction, CriterionMean, Deviations, OrderPart, OrderRow, RaterOffset,
    RoleOrder, order,
};
pub(crate) use order::{Whole, of_model as order_of, order_row, rater_offsets};
use ranking::untold;
pub use ranking::{Neighbours, Ranked, Ranking};
pub(crate) use robustness::of_model as robustness_of;
pub use robustness::{FirstShare, Held, RobustRow, RoleRobustness, WeightRange, robustness};
pub use weights::{TriedRow, WeightsTried, weights};

use serde::Serialize;

/// Applications that a statistic leaves out because they are closed to the viewer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct LeftOut {
    /// How many.
    pub closed: u32,
    /// The same in a sentence; empty where none is.
    pub sentence: String,
}

/// Stands in each sentence of [`LeftOut`].
pub(crate) const CLOSED: &str = " closed to you while you hold ";

impl LeftOut {
    pub(crate) fn of(closed: u32) -> LeftOut {
        let sentence = match closed {
            0 => String::new(),
            1 => {
                format!("One candidate is{CLOSED}an open interview there, and left out.")
            }
            n => format!("{n} candidates are{CLOSED}open interviews there, and left out."),
        };
        LeftOut { closed, sentence }
    }
}

/// A count, as the window takes numbers.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
