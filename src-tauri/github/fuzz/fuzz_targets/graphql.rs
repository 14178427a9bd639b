//! GraphQL responses, and what `gh` writes with the same names.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    assay_github_fuzz::read(data, &[]);
});
