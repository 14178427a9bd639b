//! Made bodies, and what is read of one.

use assay_domain::import::{PullRequest, Record};
use serde_json::{Value, json};

use super::{Kept, read, read_bytes};

/// Reads a body.
pub fn read_json(value: &Value) -> Kept {
    read_bytes(value.to_string().as_bytes())
}

/// Reads a body at a path inside a folder.
pub fn read_at(path: &str, value: &Value) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, value.to_string()).unwrap();
    read(folder.path())
}

/// The only record.
pub fn one(kept: &Kept) -> &Record {
    assert_eq!(kept.records.len(), 1, "{:#?}", kept.reports);
    &kept.records[0].1
}

/// A short user object, as bodies hold them.
pub fn short(login: &str, id: u64) -> Value {
    json!({"login": login, "id": id, "type": "User", "url": format!("https://api.github.com/users/{login}")})
}

/// A pull request of a made repository.
pub fn pull_body() -> Value {
    json!({
        "url": "https://api.github.com/repos/example-labs/kettle/pulls/4", "number": 4, "state": "closed",
        "title": "Mend the valve", "body": null, "user": short("ada-fixture", 7), "merged_by": short("bo-fixture", 8),
        "created_at": "2024-01-01T00:00:00Z", "closed_at": "2024-01-02T00:00:00Z", "merged_at": "2024-01-02T00:00:00Z",
        "head": {"ref": "mend", "repo": null}, "base": {"ref": "main", "repo": {"full_name": "example-labs/kettle"}},
    })
}

/// A body with a key set.
pub fn with(mut value: Value, key: &str, to: Value) -> Value {
    value[key] = to;
    value
}

/// A body without a key.
pub fn without(mut value: Value, key: &str) -> Value {
    value.as_object_mut().unwrap().remove(key);
    value
}

/// The pull request in a body.
pub fn pull(value: &Value) -> PullRequest {
    let kept = read_json(value);
    let Record::PullRequest(pull) = one(&kept) else { panic!("{:#?}", kept.records) };
    (**pull).clone()
}
