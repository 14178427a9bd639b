//! A stream of bytes as UTF-8, whatever it was written in; broken text is an error that says where.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use crate::walk::Trouble;

const CHUNK: usize = 64 * 1024;

/// Decoded bytes, one at a time.
pub(super) struct Text<'a> {
    data: &'a mut dyn Read,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    raw_end: usize,
    /// Raw bytes before `raw_at`, for messages.
    offset: u64,
    ended: bool,
    out: Vec<u8>,
    at: usize,
    end: usize,
}

impl<'a> Text<'a> {
    /// Reads `data`, which has no byte order mark any more, as `encoding`.
    pub(super) fn new(data: &'a mut dyn Read, encoding: &'static Encoding) -> Self {
        Self {
            data,
            decoder: encoding.new_decoder_without_bom_handling(),
            raw: vec![0; CHUNK],
            raw_at: 0,
            raw_end: 0,
            offset: 0,
            ended: false,
            // Three bytes of UTF-8 for two of UTF-16 is the worst case; room for one character more.
            out: vec![0; CHUNK * 2],
            at: 0,
            end: 0,
        }
    }

    /// The next byte, left in place; `None` at the end.
    #[inline]
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        if self.at == self.end && !self.fill()? {
            return Ok(None);
        }
        Ok(self.out.get(self.at).copied())
    }

    /// Goes past the byte that was peeked at.
    #[inline]
    pub(super) fn bump(&mut self) {
        self.at += 1;
    }

    /// What is decoded and not yet passed; empty only at the end.
    pub(super) fn ahead(&mut self) -> io::Result<&[u8]> {
        if self.at == self.end && !self.fill()? {
            return Ok(&[]);
        }
        Ok(&self.out[self.at..self.end])
    }

    /// Goes past `count` bytes of those [`Text::ahead`] gave.
    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    /// Decodes more; `false` at the end.
    fn fill(&mut self) -> io::Result<bool> {
        (self.at, self.end) = (0, 0);
        while self.end == 0 {
            if self.raw_at == self.raw_end {
                if self.ended {
                    return Ok(false);
                }
                self.raw_at = 0;
                self.raw_end = read_some(self.data, &mut self.raw)?;
                self.ended = self.raw_end == 0;
            }
            let raw = &self.raw[self.raw_at..self.raw_end];
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(raw, &mut self.out, self.ended);
            self.raw_at += read;
            self.offset += read as u64;
            self.end = written;
            if let DecoderResult::Malformed(..) = result {
                return Err(self.malformed());
            }
            if self.ended && self.raw_at == self.raw_end {
                return Ok(self.end > 0);
            }
        }
        Ok(true)
    }

    fn malformed(&self) -> io::Error {
        io::Error::other(Trouble(format!(
            "not valid {} near byte {}: save or convert it as UTF-8 and import it again",
            self.decoder.encoding().name(),
            self.offset
        )))
    }
}

fn read_some(data: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match data.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
