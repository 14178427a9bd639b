//! Cuts a stream of JSON into the values that make up records, without holding more than one of them.
//!
//! Read are: one value, several after each other (lines, or pages joined as `gh api --paginate` prints them: `][`,
//! `}{`), and lists of lists (`--slurp`). Each element of a list comes alone. Depth and length are checked here, before
//! anything is parsed; whether a value is sound inside is the parser's matter.

use std::io;

use super::text::Text;
use crate::limits::{Limits, show_bytes};
use crate::walk::Trouble;

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The only value of its body.
    Lone,
    /// One of several values, none inside another.
    Top,
    /// An element of a list.
    Listed,
}

/// One step through the stream.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A value; its bytes are in [`Split::bytes`].
    Value(Place),
    /// A list, or page, without elements.
    EmptyList,
    /// A value beyond a limit was passed over.
    TooMuch(String),
}

/// The splitter.
pub(super) struct Split<'a> {
    text: Text<'a>,
    limits: &'a Limits,
    bytes: Vec<u8>,
    /// Lists we are inside of: none, a list, or a page in a list of pages.
    lists: usize,
    /// Whether the next thing in the list is its first.
    fresh: bool,
    values: u64,
}

fn wrong(reason: &str) -> io::Error {
    io::Error::other(Trouble(reason.to_owned()))
}

impl<'a> Split<'a> {
    pub(super) fn new(text: Text<'a>, limits: &'a Limits) -> Self {
        Self { text, limits, bytes: Vec::new(), lists: 0, fresh: false, values: 0 }
    }

    /// The bytes of the value that [`Split::next`] just gave.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The next step; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Item>> {
        loop {
            let Some(byte) = self.significant()? else {
                return if self.lists == 0 { Ok(None) } else { Err(cut()) };
            };
            match (self.lists, byte) {
                (0, b'[') => self.open(),
                (0, b'{') => return self.value(false).map(Some),
                (0, _) => return Err(wrong("not sound JSON: something else stands after a value")),
                (_, b']') => {
                    if self.close() {
                        return Ok(Some(Item::EmptyList));
                    }
                }
                (_, b',') if !self.fresh => {
                    self.text.bump();
                    if matches!(self.significant()?, Some(b']' | b',')) {
                        return Err(wrong("not sound JSON: a comma with nothing after it"));
                    }
                    self.fresh = true;
                }
                (_, _) if !self.fresh => return Err(wrong("not sound JSON: a comma is missing in a list")),
                (1, b'[') => self.open(),
                (_, _) => return self.value(true).map(Some),
            }
        }
    }

    fn open(&mut self) {
        self.text.bump();
        self.lists += 1;
        self.fresh = true;
        self.bytes.clear();
    }

    /// Leaves a list; says whether it was empty.
    fn close(&mut self) -> bool {
        self.text.bump();
        self.lists -= 1;
        std::mem::replace(&mut self.fresh, false)
    }

    fn value(&mut self, listed: bool) -> io::Result<Item> {
        self.values += 1;
        self.fresh = false;
        if let Some(reason) = self.collect()? {
            return Ok(Item::TooMuch(reason));
        }
        if listed {
            return Ok(Item::Value(Place::Listed));
        }
        // A body whose end cannot be read is not known to be whole.
        let more = self.significant()?;
        let lone = self.values == 1 && more.is_none();
        Ok(Item::Value(if lone { Place::Lone } else { Place::Top }))
    }

    /// The next byte that is not white space.
    fn significant(&mut self) -> io::Result<Option<u8>> {
        while let Some(byte) = self.text.peek()? {
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
            self.text.bump();
        }
        Ok(None)
    }

    /// Takes one whole value into `bytes`; a reason where it passes a limit (it is then read to its end, not kept).
    fn collect(&mut self) -> io::Result<Option<String>> {
        self.bytes.clear();
        let mut scan = Scan { depth: self.lists, deepest: self.lists, quoted: false, escaped: false };
        let mut length = 0;
        loop {
            let ahead = self.text.ahead()?;
            if ahead.is_empty() {
                return Err(cut());
            }
            let (taken, ended) = scan.run(ahead, self.lists);
            length += taken;
            if length <= self.limits.record_bytes && scan.deepest <= self.limits.json_depth {
                self.bytes.extend_from_slice(&ahead[..taken]);
            }
            self.text.skip(taken);
            if ended {
                return Ok(self.beyond(length, scan.deepest));
            }
        }
    }

    fn beyond(&self, length: usize, deepest: usize) -> Option<String> {
        if length > self.limits.record_bytes {
            let limit = show_bytes(self.limits.record_bytes as u64);
            return Some(format!("a record of more than {limit}, the limit (record-bytes); it was not read"));
        }
        (deepest > self.limits.json_depth).then(|| {
            format!(
                "more than {} levels inside each other, the limit (json-depth); it was not read",
                self.limits.json_depth
            )
        })
    }
}

fn cut() -> io::Error {
    wrong("the JSON ends too early: the file is cut; fetch or copy it again")
}

/// Follows brackets and quotes through a value.
struct Scan {
    depth: usize,
    deepest: usize,
    quoted: bool,
    escaped: bool,
}

impl Scan {
    /// Takes bytes up to the end of the value that began at `floor`; how many, and whether it ended there.
    fn run(&mut self, bytes: &[u8], floor: usize) -> (usize, bool) {
        for (at, byte) in bytes.iter().enumerate() {
            if self.quoted {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.quoted = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.quoted = true,
                b'{' | b'[' => {
                    self.depth += 1;
                    self.deepest = self.deepest.max(self.depth);
                }
                // A number, a word or a text in a list ends where the list goes on.
                b',' if self.depth == floor => return (at, true),
                b'}' | b']' if self.depth == floor => return (at, true),
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == floor {
                        return (at + 1, true);
                    }
                }
                _ => {}
            }
        }
        (bytes.len(), false)
    }
}
