//! Lines of iCalendar: escaped (RFC 5545, 3.3.11), folded after 75 octets (3.1), ended by CR LF.

use chrono::Weekday;

/// Octets of a line, without its end.
const WIDTH: usize = 75;

/// Lines under way.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    /// A line whose value is no text: a date, a word, a number.
    pub fn plain(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A line with a text of people.
    pub fn text(&mut self, name: &str, value: &str) {
        self.plain(name, &escape(value));
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.0
    }

    /// A fold never parts a character: each piece is text by itself.
    fn fold(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Backslash, comma, semicolon and line breaks; other control characters have no place in a text.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// `MO` to `SU`.
pub fn weekday(day: Weekday) -> &'static str {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.num_days_from_monday() as usize]
}
