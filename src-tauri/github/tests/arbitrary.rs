//! No bytes make the reader panic, and every input ends in a report.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use common::{Kept, gzip, read_bytes, repo, tar, user, zip};
use proptest::prelude::*;
use serde_json::{Value, json};

fn assert_sound(kept: &Kept) {
    assert!(!kept.reports.is_empty());
    for report in &kept.reports {
        let silent = report.reason.is_none() && report.outcome != assay_domain::import::Outcome::Imported;
        assert!(!silent, "a row without a reason: {report:?}");
    }
}

/// Bodies whose keys are those that the shapes look for, with any values.
fn body() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        Just(json!("https://api.github.com/repos/ada-fixture/kettle/pulls/1")),
        Just(json!("PushEvent")),
        Just(json!("closed")),
        Just(json!("base64")),
        Just(json!("2024-01-01T00:00:00Z")),
    ];
    let key = prop::sample::select(vec![
        "login",
        "id",
        "url",
        "type",
        "public_repos",
        "name",
        "owner",
        "full_name",
        "sha",
        "commit",
        "message",
        "parents",
        "author",
        "number",
        "state",
        "head",
        "base",
        "title",
        "pull_request",
        "labels",
        "user",
        "body",
        "payload",
        "actor",
        "repo",
        "commits",
        "total_count",
        "items",
        "files",
        "public",
        "tree",
        "path",
        "content",
        "encoding",
        "data",
        "repositories",
        "nodes",
        "nameWithOwner",
        "isFork",
        "readme",
        "tag_name",
        "assets",
        "contributions",
        "starred_at",
        "diff_hunk",
        "pull_request_url",
        "commit_id",
        "_links",
        "root",
        "languages",
        "edges",
        "errors",
        "Rust",
        "mergedAt",
    ]);
    leaf.prop_recursive(4, 48, 12, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(key.clone(), inner, 0..12).prop_map(|map| Value::Object(
                map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2048)) {
        assert_sound(&read_bytes(&bytes));
    }

    #[test]
    fn any_json_like_text(text in r#"[\[\]{},:"\\ a-c0-9\n]{0,64}"#) {
        assert_sound(&read_bytes(text.as_bytes()));
    }

    #[test]
    fn any_body(bodies in prop::collection::vec(body(), 1..4)) {
        let lines: Vec<String> = bodies.iter().map(Value::to_string).collect();
        assert_sound(&read_bytes(lines.join("\n").as_bytes()));
        assert_sound(&read_bytes(format!("[{}]", lines.join(",")).as_bytes()));
    }

    #[test]
    fn any_change_of_an_archive(at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let (ada, kettle) = (user("ada-fixture", 7), repo("ada-fixture", 7, "kettle"));
        let entries: [(&str, &[u8]); 2] = [("a", ada.as_bytes()), ("b", kettle.as_bytes())];
        for mut bytes in [zip(&entries), tar(&entries), gzip(&tar(&entries)), zstd::encode_all(ada.as_bytes(), 1).unwrap()] {
            let at = at.index(bytes.len());
            bytes[at] = to;
            assert_sound(&read_bytes(&bytes));
            bytes.truncate(cut.index(bytes.len()));
            assert_sound(&read_bytes(&bytes));
        }
    }
}
