//! Encodings: marks, UTF-16 in both orders, what is broken.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((choice, data)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(data);
    let big = || text.encode_utf16().flat_map(u16::to_be_bytes);
    let little = || text.encode_utf16().flat_map(u16::to_le_bytes);
    let bytes: Vec<u8> = match choice % 7 {
        0 => [b"\xef\xbb\xbf", data].concat(),
        1 => [b"\xff\xfe", data].concat(),
        2 => [b"\xfe\xff", data].concat(),
        3 => big().collect(),
        4 => little().collect(),
        5 => [0xff, 0xfe].into_iter().chain(little()).collect(),
        _ => data.to_vec(),
    };
    assay_github_fuzz::read(&bytes, &[]);
});
