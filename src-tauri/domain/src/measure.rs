//! Statistics of ratings: pure, deterministic, on the rubric's fixed scale.
//!
//! [`aggregate`] makes scores out of ratings; [`order`] says how sure their order is in a first, plain form. [`severity`] is
//! the model behind corrected scores and their certainty ([`sure`]); [`agreement`] asks whether raters see the same;
//! [`robust`] whether the order survives other weights; [`impact`] whether groups fare alike; [`outcome`] whether scores
//! predict; [`mirror`], [`retest`] and [`drift`] show raters their own marking.

pub mod aggregate;
pub mod agreement;
pub mod drift;
pub mod impact;
mod linear;
pub mod mirror;
mod normal;
pub mod order;
pub mod outcome;
mod random;
pub mod ratings;
pub mod retest;
pub mod robust;
pub mod severity;
mod special;
pub mod sure;

pub use aggregate::{Assessed, Criterion, Sheet};
pub use order::{Order, OrderNote, Row};
pub use ratings::{Keyed, MeasureError, Rating, Ratings};
