//! Compressed streams: gzip with all its members, zstd with all its frames.

use std::io::{self, BufRead as _, BufReader, ErrorKind, Read};
use std::ops::ControlFlow;

use flate2::bufread::GzDecoder;

use super::magic::Magic;
use super::meter::{Counted, Ratio, Trouble};
use super::{At, Level, Passed, Walk, explain};

/// Largest window of a zstd frame that is accepted, as a power of two: 128 MiB, the format's recommended bound.
const ZSTD_WINDOW_LOG: u32 = 27;

impl Walk<'_> {
    /// A compressed stream; its content stands at the same path.
    pub(super) fn packed(
        &mut self,
        at: &At,
        magic: Magic,
        data: &mut dyn Read,
        level: Level,
    ) -> ControlFlow<()> {
        let (counted, went_in) = Counted::new(data);
        if magic == Magic::Gzip {
            let mut open = Ratio::new(Members::new(counted), went_in, self.limits);
            return self.stream(at, &mut open, level);
        }
        let decoder = zstd::stream::read::Decoder::new(counted).and_then(|mut decoder| {
            decoder.window_log_max(ZSTD_WINDOW_LOG)?;
            Ok(decoder)
        });
        match decoder {
            Ok(decoder) => self.stream(at, &mut Ratio::new(decoder, went_in, self.limits), level),
            Err(error) => self.visitor.passed(at, Passed::refused(explain(&error))),
        }
    }
}

/// Most zero bytes behind the last member: the padding of a tape's block is far less.
const PADDING: usize = 1024 * 1024;

/// A gzip stream with all its members (RFC 1952, section 2.2), and with zeros behind them, as blocks are padded. What else
/// stands there is an error, as of a stream that is cut: what came before it is whole.
struct Members<R> {
    member: Option<GzDecoder<BufReader<R>>>,
}

impl<R: Read> Members<R> {
    fn new(data: R) -> Self {
        Self { member: Some(GzDecoder::new(BufReader::new(data))) }
    }

    /// Goes on to the next member, where there is one.
    fn next(&mut self, mut data: BufReader<R>) -> io::Result<()> {
        let mut padding = 0;
        let first = loop {
            let ahead = data.fill_buf()?;
            let zeros = ahead.iter().take_while(|byte| **byte == 0).count();
            padding += zeros;
            match ahead.get(zeros).copied() {
                None if ahead.is_empty() => return Ok(()),
                None if padding > PADDING => break 0,
                first => {
                    data.consume(zeros);
                    if let Some(first) = first {
                        break first;
                    }
                }
            }
        };
        if first != 0x1f {
            let reason = "something that is not gzip stands behind its end; what is before it was read";
            return Err(io::Error::new(ErrorKind::UnexpectedEof, Trouble(reason.to_owned())));
        }
        self.member = Some(GzDecoder::new(data));
        Ok(())
    }
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = self.member.as_mut().filter(|_| !buffer.is_empty()) {
            let read = member.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            if let Some(ended) = self.member.take() {
                self.next(ended.into_inner())?;
            }
        }
        Ok(0)
    }
}
