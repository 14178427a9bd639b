//! Whether groups fare alike: totals that somebody imports, and groups that candidates gave of their own accord.
//!
//! What candidates gave stands apart from their record, under a keyed digest. No read gives a single answer, or whether
//! somebody gave one; out come sums over at least [`LEAST`] people. The journal says that answers were kept, not whose.

mod given;
mod report;
mod stages;
mod totals;

pub(crate) use given::forget;
pub use given::{give, withdraw};
pub use report::{ImpactComparison, ImpactGroup, ImpactPart, ImpactReport, OnePersonMore, report};
pub use totals::{RefusedTotal, TotalsImport, TotalsReport, import_totals, remove_totals, totals};

/// People of a group at least, for anything of what candidates gave to be shown.
pub const LEAST: u32 = 5;

#[cfg(test)]
mod tests;
