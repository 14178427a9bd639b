//! Statistics of ratings: pure, deterministic, on the rubric's fixed scale.
//!
//! [`aggregate`] makes scores out of ratings, [`competency`] those of one competency over all assessments. [`severity`] is the model behind corrected scores; [`total`] adds its
//! assessments up over a plan, [`further`] says which interview would settle most, [`sure`] how sure an order is, [`nothing`] where there is none,
//! [`closeness`] what that is worth where candidates are close.
//! [`agreement`] asks whether raters see the same; [`robust`] whether the order survives other weights; [`impact`] whether
//! groups fare alike; [`outcome`] whether scores predict; [`mirror`], [`retest`] and [`drift`] show raters their own marking.

pub mod aggregate;
pub mod agreement;
pub mod blend;
pub mod closeness;
pub mod competency;
pub mod drift;
pub mod further;
pub mod holm;
pub mod impact;
mod linear;
pub mod mirror;
mod normal;
pub mod nothing;
pub mod outcome;
mod preposterior;
mod random;
pub mod ratings;
pub mod retest;
pub mod robust;
pub mod severity;
mod special;
pub mod sure;
pub mod total;

pub use aggregate::{Assessed, Criterion, Sheet};
pub use ratings::{Keyed, MeasureError, Rating, Ratings};
