//! Compressed streams: gzip with all its members, zstd with all its frames.

use std::io::Read;
use std::ops::ControlFlow;

use flate2::read::MultiGzDecoder;

use super::magic::Magic;
use super::meter::{Counted, Ratio};
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
            let mut open = Ratio::new(MultiGzDecoder::new(counted), went_in, self.limits);
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
