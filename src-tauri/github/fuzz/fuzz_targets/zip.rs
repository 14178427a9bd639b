//! Zip archives: the directory, entries, nesting.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.extend_from_slice(data);
    assay_github_fuzz::read(&bytes, &[]);
    assay_github_fuzz::read(data, &[]);
});
