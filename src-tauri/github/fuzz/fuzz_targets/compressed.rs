//! Gzip with its members, zstd with its frames, and what is in them.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    assay_github_fuzz::read(data, &[]);
    assay_github_fuzz::read(&assay_github_fuzz::common::gzip(data), &[]);
});
