//! Whether groups fare alike: totals that somebody imports, and groups that candidates gave of their own accord.
//!
//! What candidates gave stands apart from their record, under a keyed digest. No read gives a single answer, or whether
//! somebody gave one. Out come sums, counted in batches ([`batch`]) that are kept ([`counted`]), so that neither a table beside
//! another nor a look before and after an answer makes one person out; and they come out to nobody who rates ([`rates`]). The
//! journal says that answers were kept and counted, not whose.

mod batch;
mod counted;
mod given;
mod rates;
mod replace;
mod report;
mod stages;
mod totals;

pub(crate) use counted::forget_counted;
pub(crate) use given::forget;
pub use given::{give, withdraw};
pub use report::{ImpactComparison, ImpactGroup, ImpactPart, ImpactReport, OnePersonMore, report};
pub use totals::{
    RefusedTotal, StandingTotal, TotalsImport, TotalsReport, import_totals, remove_totals, totals,
};

/// People of a group at least, for anything of what candidates gave to be shown.
pub const LEAST: u32 = 5;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod voluntary_tests;
