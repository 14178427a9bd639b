//! The axis of a chart.

use super::narrow;
use crate::look::{LINE, MUTED, SMALL};
use crate::page::Pages;
use crate::typeset::Place;

/// An axis from left to right.
pub struct Scale {
    /// Where it begins.
    pub x: f32,
    /// How wide it is.
    pub width: f32,
    /// Its ends, in units of what it shows.
    pub ends: (f64, f64),
}

impl Scale {
    /// Where a value stands; beyond the ends at the end.
    pub fn at(&self, value: f64) -> f32 {
        let (low, high) = self.ends;
        let share = narrow((value - low) / (high - low).max(f64::EPSILON));
        self.width.mul_add(share.clamp(0.0, 1.0), self.x)
    }

    /// Thin lines at these values, from the present place down so far.
    pub fn grid(&self, pages: &mut Pages, values: &[f64], height: f32) {
        let y = pages.y();
        for value in values {
            let x = self.at(*value);
            pages.rule((x, y), (x, y + height), 0.4, LINE);
        }
    }

    /// The values' names at the present place, and a line above them.
    pub fn labels(&self, pages: &mut Pages, values: &[f64], named: impl Fn(f64) -> String) {
        let y = pages.y();
        pages.rule((self.x, y), (self.x + self.width, y), 0.6, MUTED);
        for value in values {
            let x = self.at(*value);
            pages.label(&named(*value), SMALL, Place::Middle, (x - 20.0, y + 2.0), 40.0);
        }
        pages.down(13.0);
    }
}

/// The whole numbers of a scale.
pub fn whole_numbers(ends: (f64, f64)) -> Vec<f64> {
    let mut values = Vec::new();
    let mut value = ends.0.ceil();
    while value <= ends.1 {
        values.push(value);
        value += 1.0;
    }
    values
}
