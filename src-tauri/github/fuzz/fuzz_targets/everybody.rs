//! Hours of GH Archive, of whom one account is chosen.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    assay_github_fuzz::read(data, &["ada-fixture", "id:8"]);
});
