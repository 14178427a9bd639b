//! What the severity model assumes before any rating.

use serde::{Deserialize, Serialize};

/// The four standard deviations of the model, in score points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sds {
    /// Between raters (leniency).
    pub rater: f64,
    /// Of what one rater sees in one candidate throughout.
    pub halo: f64,
    /// Of a candidate's profile over the criteria.
    pub profile: f64,
    /// Of the rest.
    pub residual: f64,
}

impl Sds {
    /// From their logarithms, in the order rater, halo, profile, residual.
    pub fn of_logs(logs: &[f64; 4]) -> Sds {
        let [rater, halo, profile, residual] = logs.map(libm::exp);
        Sds { rater, halo, profile, residual }
    }

    /// In the order rater, halo, profile, residual.
    pub fn array(self) -> [f64; 4] {
        [self.rater, self.halo, self.profile, self.residual]
    }
}

/// The priors of the fixed part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// Mean of every criterion's mean.
    pub criterion_mean: f64,
    /// Standard deviation of the means of the criteria; infinite for none.
    pub criterion_sd: f64,
    /// Standard deviation of the candidates.
    pub candidate_sd: f64,
}

impl Default for Prior {
    /// `mu ~ N(3, 1.5^2)`, `theta ~ N(0, 5^2)`.
    fn default() -> Prior {
        Prior { criterion_mean: 3.0, criterion_sd: 1.5, candidate_sd: 5.0 }
    }
}

/// Scales of the half-normal priors, in the order rater, halo, profile, residual.
const HALF_NORMAL: [f64; 4] = [0.5, 0.5, 0.5, 1.0];

/// Log density of the logarithms of the standard deviations, up to a constant: half-normal, with the Jacobian of the
/// logarithm (Gelman, *Bayesian Analysis* 1, 2006, on priors for standard deviations).
pub fn log_prior(logs: &[f64; 4]) -> f64 {
    let one = |(log, scale): (&f64, f64)| {
        let sd = libm::exp(*log) / scale;
        log - 0.5 * sd * sd
    };
    logs.iter().zip(HALF_NORMAL).map(one).sum()
}
