//! Severity of raters, and scores corrected for it, with how sure they are.
//!
//! The model, in score points on the common scale of 1 to 5: `y = mu_k + theta_c + delta_ck + l_r + gamma_cr + e`, with
//! criterion k, candidate c, rater r: a linear mixed model with crossed random effects (Searle, Casella and McCulloch,
//! *Variance Components*, 1992), of the facets of generalizability theory (Brennan, *Generalizability Theory*, 2001). `l` is
//! leniency, `delta` the candidate's profile, `gamma` what one rater sees in one candidate throughout (halo). Priors:
//! `mu ~ N(3, 1.5^2)`, `theta ~ N(0, 5^2)` (candidates are practically fixed: nobody is shrunk towards the others),
//! `l ~ N(0, s_r^2)`, half-normal standard deviations ([`prior`]).
//!
//! Given the standard deviations all is Gaussian ([`gaussian`]); they are integrated over a deterministic grid ([`grid`],
//! after Rue, Martino and Chopin, *JRSS B* 71, 2009, sec. 3.1). No random numbers.

pub mod design;
pub mod estimable;
pub mod exact;
mod fit;
pub mod gaussian;
mod grid;
mod mode;
pub mod next;
mod posterior;
pub mod prior;
pub mod rasch;
mod sets;
pub mod space;
mod verdict;

pub use estimable::Estimability;
pub use fit::{Deviations, Estimates, Fit, Options, Report, Spread, fit, fit_whole};
pub use prior::{Prior, Sds};
pub use sets::{Told, apart};
pub use verdict::{EVERYBODY, Verdict};
