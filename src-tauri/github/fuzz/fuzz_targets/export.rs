//! Account exports: a shard of anything beside a sound one, in a tar.

#![no_main]

use assay_github_fuzz::common::tar;

const REPOSITORIES: &[u8] = br#"[{"type":"repository","url":"https://github.com/ada-fixture/kettle",
    "owner":"https://github.com/ada-fixture","name":"kettle"}]"#;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let shards: [(&str, &[u8]); 2] = [("a_000001.json", data), ("repositories_000001.json", REPOSITORIES)];
    assay_github_fuzz::read(&tar(&shards), &[]);
});
