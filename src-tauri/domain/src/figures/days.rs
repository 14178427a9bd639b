//! How many days something took.

use chrono::{DateTime, Utc};

/// So many values say something about the next one; fewer are shown, but no median of them.
pub const FEW: usize = 5;

/// Days that something took, as the middle and the ends of what was seen.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Days {
    /// How often it was seen.
    pub count: u32,
    /// The median; none for fewer than [`FEW`]: too few to tell.
    pub median: Option<f64>,
    /// The shortest.
    pub least: Option<f64>,
    /// The longest.
    pub most: Option<f64>,
}

impl Days {
    /// From what was seen, in any order.
    pub fn of(mut seen: Vec<f64>) -> Self {
        seen.sort_by(f64::total_cmp);
        let middle = seen.len() / 2;
        let median = match seen.get(middle) {
            Some(_) if seen.len() < FEW => None,
            Some(upper) if seen.len().is_multiple_of(2) => {
                seen.get(middle - 1).map(|lower| f64::midpoint(*lower, *upper))
            }
            other => other.copied(),
        };
        Self {
            count: u32::try_from(seen.len()).unwrap_or(u32::MAX),
            median,
            least: seen.first().copied(),
            most: seen.last().copied(),
        }
    }
}

/// Days from one instant to another; nought where the second is earlier.
pub fn days_between(from: DateTime<Utc>, to: DateTime<Utc>) -> f64 {
    const SECONDS_OF_A_DAY: f64 = 86_400.0;
    ((to - from).num_seconds() as f64 / SECONDS_OF_A_DAY).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_of_few_is_not_told() {
        assert_eq!(Days::of(vec![]), Days::default());
        let four = Days::of(vec![3.0, 1.0, 9.0, 2.0]);
        assert_eq!((four.count, four.median, four.least, four.most), (4, None, Some(1.0), Some(9.0)));
        assert_eq!(Days::of(vec![3.0, 1.0, 9.0, 2.0, 4.0]).median, Some(3.0));
        assert_eq!(Days::of(vec![3.0, 1.0, 9.0, 2.0, 4.0, 5.0]).median, Some(3.5));
    }
}
