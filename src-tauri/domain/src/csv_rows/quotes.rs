//! Quotation marks of a CSV that stand where they cannot: one that is never closed, and one inside a field. The reader of CSV
//! takes both along without a word, the first with everything below it.

use std::collections::VecDeque;

/// A quotation mark that is out of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Odd {
    /// Where it stands, in bytes from the beginning of the text.
    pub at: usize,
    /// Its line, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// It opens a field that is never closed.
    Unclosed,
    /// It stands inside a field, without another that belongs to it.
    Stray,
}

impl Odd {
    /// What is wrong, and what to do.
    pub fn reason(&self) -> String {
        let line = self.line;
        match self.what {
            What::Unclosed => format!(
                "the quotation mark that opens a field in line {line} is never closed, so that everything below it would belong \
                 to that field: close it, or take it out"
            ),
            What::Stray => format!(
                "a single quotation mark stands inside a field in line {line}: take it out, or put the whole field in quotation \
                 marks and write the one inside twice"
            ),
        }
    }
}

/// Where the scan stands.
enum State {
    /// Before the first byte of a field.
    Start,
    /// In a field without quotation marks around it, and the marks that it holds.
    Bare(Vec<(usize, u32)>),
    /// In one with them.
    Quoted,
    /// Behind a mark in such a field: its end, or the first of two.
    Closing,
}

/// The quotation marks of a text that are out of place, in their order, by RFC 4180. A pair inside a field belongs together
/// and is none of them.
pub(crate) fn odd(text: &str, delimiter: u8) -> VecDeque<Odd> {
    let (mut found, mut state, mut line) = (VecDeque::new(), State::Start, 1);
    // Where the last field with marks around it was opened.
    let mut opened = (0, 1);
    for (at, byte) in text.bytes().enumerate() {
        let ends = byte == delimiter || byte == b'\n' || byte == b'\r';
        state = match state {
            State::Quoted if byte == b'"' => State::Closing,
            State::Quoted => State::Quoted,
            State::Closing if byte == b'"' => State::Quoted,
            State::Bare(marks) if ends => {
                found.extend(stray(&marks));
                State::Start
            }
            State::Start | State::Closing if ends => State::Start,
            State::Start if byte == b'"' => {
                opened = (at, line);
                State::Quoted
            }
            State::Start => State::Bare(Vec::new()),
            // Behind its end a field goes on: the mark that ended it was inside. Where it ran over lines, the one that opened
            // it was out of place, and took those lines along.
            State::Closing if opened.1 != line => {
                found.push_back(Odd { at: opened.0, line: opened.1, what: What::Stray });
                State::Bare(Vec::new())
            }
            State::Closing => State::Bare(vec![(at - 1, line)]),
            State::Bare(mut marks) => {
                if byte == b'"' {
                    marks.push((at, line));
                }
                State::Bare(marks)
            }
        };
        line += u32::from(byte == b'\n');
    }
    match state {
        State::Quoted => {
            let (at, line) = opened;
            found.push_back(Odd { at, line, what: What::Unclosed });
        }
        State::Bare(marks) => found.extend(stray(&marks)),
        State::Start | State::Closing => {}
    }
    found
}

/// The last of the marks in a field where they do not pair.
fn stray(marks: &[(usize, u32)]) -> Option<Odd> {
    let (at, line) = marks.last().copied().filter(|_| marks.len() % 2 == 1)?;
    Some(Odd { at, line, what: What::Stray })
}

#[cfg(test)]
mod tests {
    use super::{What, odd};

    fn told(text: &str) -> Vec<(u32, What)> {
        odd(text, b',').iter().map(|one| (one.line, one.what)).collect()
    }

    #[test]
    fn marks_in_their_place_are_none() {
        for text in
            ["a,\"b\",c\n", "\"\"\"Bo\"\" Fixture\",x", "\"one\ntwo\",\"\"\r\n", "Ada \"Ace\" Fixture,x", ""]
        {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn one_inside_a_field_and_one_that_is_never_closed_are_told_by_their_line() {
        assert_eq!(told("name,x\nIlse Example\",y\nCy,z\n"), [(2, What::Stray)]);
        assert_eq!(told("\"Ilse\" Example,y"), [(1, What::Stray)]);
        assert_eq!(told("name,x\n\"Ilse\nCy,z\n"), [(2, What::Unclosed)]);
        assert_eq!(
            told("name,x\nB,\"2\nC,\"1\"\n"),
            [(2, What::Stray), (3, What::Stray)],
            "rows taken along"
        );
        assert_eq!(told("a\"b,\"c"), [(1, What::Stray), (1, What::Unclosed)]);
    }
}
