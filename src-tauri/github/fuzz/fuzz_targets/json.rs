//! Bodies of JSON: the splitter, the parser, every shape.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    assay_github_fuzz::read(data, &[]);
});
