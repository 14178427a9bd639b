//! Statistics of ratings: pure, deterministic, on the rubric's fixed scale.
//!
//! [`aggregate`] makes scores out of ratings; [`order`] says how sure their order is.

pub mod aggregate;
mod normal;
pub mod order;

pub use aggregate::{Assessed, Criterion, Sheet};
pub use order::{Order, OrderNote, Row};
