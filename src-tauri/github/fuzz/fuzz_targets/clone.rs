//! Git clones inside a tar: loose objects, packs, refs, configuration.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    assay_github_fuzz::read(data, &[]);
});
