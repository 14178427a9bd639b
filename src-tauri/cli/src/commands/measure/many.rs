//! Over many weightings: the share of each place, and who is before whom.

use crate::output::{grid, heading};

/// Candidates for whom a table with a column for each still fits a screen.
const WIDEST: usize = 12;

/// Shares over one set of weightings; the lists are in the order of the names.
pub struct Shares<'a> {
    /// "under all weights"
    pub which: &'a str,
    /// For each candidate the share of first, second, … places.
    pub places: &'a [Vec<f64>],
    /// Share in which the row's candidate is before the column's; `None` where both are always equal.
    pub before: &'a [Vec<Option<f64>>],
}

/// The tables, in the order that is given (best first).
pub fn shown(names: &[String], order: &[usize], sets: &[Shares<'_>]) -> String {
    if order.len() > WIDEST {
        return format!(
            "\nThe shares of every place, and of who is before whom, fill {0} rows and columns: --json gives them.\n",
            order.len()
        );
    }
    sets.iter()
        .map(|set| places(names, order, set))
        .chain(sets.iter().map(|set| before(names, order, set)))
        .collect()
}

fn places(names: &[String], order: &[usize], set: &Shares<'_>) -> String {
    let heads = (1..=order.len()).map(|place| format!("place {place}"));
    let rows = order.iter().map(|at| {
        let shares = set.places[*at].iter().map(|one| share(*one));
        std::iter::once(names[*at].clone()).chain(shares).collect()
    });
    heading(&format!("Share of weightings in which each has a place, {}", set.which))
        + &grid(&std::iter::once("candidate".to_owned()).chain(heads).collect::<Vec<_>>(), rows.collect())
}

fn before(names: &[String], order: &[usize], set: &Shares<'_>) -> String {
    let heads = (1..=order.len()).map(|place| format!("before {place}"));
    let rows = order.iter().zip(1..).map(|(row, place)| {
        let cell = |column: &usize| match set.before[*row][*column] {
            _ if row == column => "-".to_owned(),
            Some(part) => share(part),
            None => "equal".to_owned(),
        };
        std::iter::once(format!("{place} {}", names[*row])).chain(order.iter().map(cell)).collect()
    });
    heading(&format!("Share of weightings in which one is before another, {}", set.which))
        + &grid(&std::iter::once("candidate".to_owned()).chain(heads).collect::<Vec<_>>(), rows.collect())
}

/// A share of weightings, in per cent to one decimal. What is not all or none is not rounded to it.
pub fn share(share: f64) -> String {
    match share {
        share if share > 1e-9 && share < 0.0005 => "under 0.1%".to_owned(),
        share if share < 1.0 - 1e-9 && share > 0.9995 => "over 99.9%".to_owned(),
        share => format!("{:.1}%", 100.0 * share),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn only_all_and_none_read_so() {
        let told = [0.0, 1e-10, 0.0004, 0.0006, 0.4567, 0.9994, 0.9996, 1.0 - 1e-10, 1.0].map(share);
        let expected =
            ["0.0%", "0.0%", "under 0.1%", "0.1%", "45.7%", "99.9%", "over 99.9%", "100.0%", "100.0%"];
        assert_eq!(told, expected);
    }
}
