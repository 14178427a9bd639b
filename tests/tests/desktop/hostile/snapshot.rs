//! A folder of REST bodies whose every text is hostile.

use std::path::Path;

use assay_tests::journey::snapshots::{Login, Work, write_folder};
use serde_json::{Value, json};

use super::vectors::{VECTORS, all, made};

const LOGIN: &str = "hostile-fixture";
const API: &str = "https://api.github.com/repos/hostile-fixture/kettle";

/// Writes the folder. `address` is what must not be heard of.
pub fn write(folder: &Path, address: &str) {
    let everything = all(address);
    let owner = Login { login: LOGIN, id: 900_000_777 };
    let name = format!("Hostile Fixture {}", made(0, address));
    write_folder(
        folder,
        &Work {
            owner,
            name: &name,
            bio: &everything,
            readme: &format!("# Hostile Fixture README\n\n{everything}"),
            author: owner,
            message: &format!("Hostile {}\n\n{everything}", made(10, address)),
            body: &everything,
        },
    );
    let short = |number| made(number, address);
    let user = json!({"login": LOGIN, "id": 900_000_777, "type": "User"});
    put(folder, "issues/comments.json", &comments(address, &user));
    put(
        folder,
        "pulls/comments.json",
        &json!([{
            "url": format!("{API}/pulls/comments/77"), "pull_request_url": format!("{API}/pulls/4"), "id": 77,
            "user": user, "body": everything, "path": format!("src/{}.rs", short(10)), "line": 4,
            "commit_id": "ab".repeat(20), "diff_hunk": format!("@@ -1,1 +1,2 @@\n {}\n+{}", short(0), short(50)),
            "created_at": "2025-05-28T10:00:00Z",
        }]),
    );
    put(
        folder,
        "issues.json",
        &json!([{
            "url": format!("{API}/issues/9"), "repository_url": API, "number": 9, "title": short(10), "state": "open",
            "user": user, "body": everything, "labels": [], "comments": 0, "created_at": "2025-05-28T10:00:00Z",
        }]),
    );
    put(
        folder,
        "releases.json",
        &json!([{
            "url": format!("{API}/releases/3"), "id": 3, "tag_name": short(10), "name": short(0), "body": everything,
            "draft": false, "assets": [], "author": user, "published_at": "2025-05-28T10:00:00Z",
        }]),
    );
    put(
        folder,
        "git/trees.json",
        &json!({
            "sha": "ab".repeat(20), "url": format!("{API}/git/trees/{}", "ab".repeat(20)), "truncated": false,
            "tree": [{"path": short(10).replace('/', "-"), "type": "blob", "mode": "100644", "sha": "cd".repeat(20)},
                     {"path": "src/main.rs", "type": "blob", "mode": "100644", "sha": "cd".repeat(20)}],
        }),
    );
}

/// One comment for each vector, so that none can hide behind another that broke the text before it.
fn comments(address: &str, user: &Value) -> Value {
    let one = |number: usize| {
        json!({
            "url": format!("{API}/issues/comments/{}", 1000 + number), "issue_url": format!("{API}/issues/4"),
            "id": 1000 + number, "user": user, "body": made(number, address),
            "created_at": format!("2025-06-01T10:{:02}:{:02}Z", number / 60, number % 60),
        })
    };
    Value::Array((0..VECTORS.len()).map(one).collect())
}

fn put(folder: &Path, name: &str, body: &Value) {
    let file = folder.join("repos").join(LOGIN).join("kettle").join(name);
    let made = file.parent().map(std::fs::create_dir_all);
    assert!(matches!(made, Some(Ok(()))), "{}", file.display());
    std::fs::write(&file, body.to_string()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
