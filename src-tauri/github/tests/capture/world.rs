//! An invented account and what GitHub would say of it.

use serde_json::{Value, json};

use crate::server::{Asked, Reply};

/// How much there is.
#[derive(Clone, Copy, Debug)]
pub struct World {
    pub repositories: usize,
    pub events: usize,
    pub commits: usize,
    pub elsewhere: usize,
    pub reviewed: usize,
}

/// More of everything than any depth takes.
pub const LARGE: World = World { repositories: 640, events: 300, commits: 500, elsewhere: 400, reviewed: 80 };
/// A beginner's.
pub const SMALL: World = World { repositories: 2, events: 3, commits: 4, elsewhere: 1, reviewed: 1 };

pub const LOGIN: &str = "ada-fixture";
const SHA: &str = "0123456789abcdef0123456789abcdef01234567";

impl World {
    /// The answer to a request, with its mark; "not modified" where the asker has it.
    pub fn reply(&self, base: &str, asked: &Asked) -> Reply {
        let reply = self.plain(base, asked);
        if reply.status != 200 {
            return reply;
        }
        let etag = format!(
            "\"{:x}\"",
            reply.body.iter().fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(*byte))
        );
        if asked.head("if-none-match") == Some(&etag) {
            return Reply { status: 304, body: Vec::new(), ..reply }.with("etag", etag);
        }
        reply.with("etag", etag)
    }

    fn plain(&self, base: &str, asked: &Asked) -> Reply {
        let parts: Vec<&str> = asked.path().trim_start_matches('/').split('/').collect();
        match parts.as_slice() {
            ["rate_limit"] => Reply::json(200, &limits()),
            ["graphql"] => Reply::json(200, &self.pinned(base)),
            ["users", login] if login.eq_ignore_ascii_case(LOGIN) => Reply::json(200, &self.user(base)),
            ["users", LOGIN, "repos"] => self.page(asked, self.repositories, |n| repository(base, n)),
            ["users", LOGIN, "events", "public"] => self.page(asked, self.events, |n| event(base, n)),
            ["users", LOGIN, "orgs"] => self.page(asked, 1, |_| account(base, "team-fixture", 2)),
            ["users", LOGIN, "gists"] => self.page(asked, 1, |n| gist(base, n)),
            ["search", "issues"] => self.search(base, asked),
            ["repos", owner, name, rest @ ..] => self.repository(base, asked, owner, name, rest),
            _ => Reply::error(404, "Not Found"),
        }
    }

    fn repository(&self, base: &str, asked: &Asked, owner: &str, name: &str, rest: &[&str]) -> Reply {
        let here = format!("{base}/repos/{owner}/{name}");
        match rest {
            [] => Reply::json(200, &json!({
                "id": 77, "name": name, "full_name": format!("{owner}/{name}"), "owner": account(base, owner, 9),
                "fork": false, "url": here,
            })),
            ["readme"] if name == "kettle-1" => Reply::error(404, "Not Found"),
            ["readme"] => Reply::json(200, &json!({
                "name": "README.md", "path": "README.md", "encoding": "base64", "content": "IyBLZXR0bGUKCkJvaWxzLgo=",
                "url": format!("{here}/contents/README.md"),
            })),
            ["languages"] => Reply::json(200, &json!({"Rust": 4000, "Shell": 20})),
            ["git", "trees", "HEAD"] => Reply::json(200, &json!({
                "sha": SHA, "url": format!("{here}/git/trees/{SHA}"), "truncated": false,
                "tree": [{"path": "src/main.rs", "type": "blob"}, {"path": "tests/boil.rs", "type": "blob"}],
            })),
            ["commits"] => self.page(asked, self.commits, |n| json!({
                "sha": format!("{n:040x}"), "url": format!("{here}/commits/{n:040x}"), "parents": [],
                "commit": {"message": format!("Boil {n}\n\nBecause."), "author": {"date": "2026-01-02T03:04:05Z"}},
                "author": account(base, LOGIN, 1), "committer": account(base, LOGIN, 1),
            })),
            ["releases"] => self.page(asked, 1, |n| json!({
                "tag_name": format!("v{n}"), "draft": false, "assets": [], "url": format!("{here}/releases/{n}"),
                "published_at": "2026-01-02T03:04:05Z", "author": account(base, LOGIN, 1),
            })),
            ["issues"] => self.page(asked, 1, |n| issue(base, owner, name, n + 1, "guest-fixture")),
            ["issues", "comments"] => self.page(asked, 1, |n| comment(&format!("{here}/issues/1"), base, n)),
            ["issues", number, "comments"] => {
                self.page(asked, 1, |n| comment(&format!("{here}/issues/{number}"), base, n))
            }
            ["pulls", "comments"] => self.page(asked, 1, |n| line_comment(&here, base, "3", n)),
            ["pulls", number, "comments"] => self.page(asked, 1, |n| line_comment(&here, base, number, n)),
            ["pulls", number, "reviews"] => self.page(asked, 1, |_| json!({
                "id": 5, "user": account(base, LOGIN, 1), "body": "Two remarks.", "state": "APPROVED",
                "pull_request_url": format!("{here}/pulls/{number}"), "submitted_at": "2026-01-02T03:04:05Z",
            })),
            ["contributors"] => self.page(asked, 1, |_| {
                let mut one = account(base, LOGIN, 1);
                one["contributions"] = json!(12);
                one
            }),
            _ => Reply::error(404, "Not Found"),
        }
    }

    /// One page of a list of `all`, with a link to the next where there is one.
    fn page(&self, asked: &Asked, all: usize, item: impl Fn(usize) -> Value) -> Reply {
        let (page, size) = (asked.number("page").unwrap_or(1), asked.number("per_page").unwrap_or(30));
        let items: Vec<Value> = ((page - 1) * size..all.min(page * size)).map(item).collect();
        let reply = Reply::json(200, &json!(items));
        if page * size < all {
            reply.with("link", "<https://x.example/?page=2>; rel=\"next\"")
        } else {
            reply
        }
    }

    fn search(&self, base: &str, asked: &Asked) -> Reply {
        let (all, author) = match asked.what.as_str() {
            what if what.contains("reviewed-by") => (self.reviewed, "guest-fixture"),
            what if what.contains("type:issue") => (1, LOGIN),
            _ => (self.elsewhere, LOGIN),
        };
        let first = if author == LOGIN { 100 } else { 1000 };
        let is_issue = asked.what.contains("type:issue");
        let page = self.page(asked, all, |n| {
            let mut item = issue(base, "team-fixture", "core", n + first, author);
            if !is_issue {
                item["pull_request"] = json!({"url": format!("{base}/repos/team-fixture/core/pulls/{}", n + first), "merged_at": null});
            }
            item
        });
        let items: Value = serde_json::from_slice(&page.body).unwrap();
        let body = json!({"total_count": all, "incomplete_results": false, "items": items});
        Reply { body: body.to_string().into_bytes(), ..page }
    }

    fn user(&self, base: &str) -> Value {
        let mut user = account(base, LOGIN, 1);
        user["name"] = json!("Ada Fixture");
        user["public_repos"] = json!(self.repositories);
        user["public_gists"] = json!(1);
        user["created_at"] = json!("2020-01-02T03:04:05Z");
        user
    }

    fn pinned(&self, base: &str) -> Value {
        let node = |n: usize| {
            json!({
                "name": format!("kettle-{n}"), "nameWithOwner": format!("{LOGIN}/kettle-{n}"), "isFork": false,
                "url": format!("{}/{LOGIN}/kettle-{n}", base.trim_end_matches("/api/v3")),
            })
        };
        let nodes: Vec<Value> = (0..self.repositories.min(100)).map(node).collect();
        json!({"data": {"user": {
            "login": LOGIN, "databaseId": 1, "__typename": "User", "url": format!("{}/{LOGIN}", base.trim_end_matches("/api/v3")),
            "pinnedItems": {"nodes": [{"nameWithOwner": format!("{LOGIN}/kettle-1")}]},
            "repositories": {"nodes": nodes},
        }}})
    }
}

fn limits() -> Value {
    let one = |limit: u32, remaining: u32| json!({"limit": limit, "remaining": remaining, "reset": 4_000_000_000_u32, "used": 0});
    json!({"resources": {"core": one(5000, 4990), "search": one(30, 30), "graphql": one(5000, 5000)}, "rate": one(5000, 4990)})
}

fn account(base: &str, login: &str, id: u64) -> Value {
    let kind = if login.starts_with("team") { "Organization" } else { "User" };
    json!({"login": login, "id": id, "type": kind, "url": format!("{base}/users/{login}")})
}

/// Every fourth is a fork.
fn repository(base: &str, n: usize) -> Value {
    json!({
        "id": n, "name": format!("kettle-{n}"), "full_name": format!("{LOGIN}/kettle-{n}"), "fork": n % 4 == 3,
        "owner": account(base, LOGIN, 1), "url": format!("{base}/repos/{LOGIN}/kettle-{n}"), "private": false,
        "pushed_at": "2026-01-02T03:04:05Z", "created_at": "2025-01-02T03:04:05Z",
    })
}

fn event(base: &str, n: usize) -> Value {
    json!({
        "id": n.to_string(), "type": "WatchEvent", "actor": account(base, LOGIN, 1), "payload": {"action": "started"},
        "repo": {"name": "team-fixture/core", "url": format!("{base}/repos/team-fixture/core")},
        "created_at": "2026-01-02T03:04:05Z",
    })
}

fn gist(base: &str, n: usize) -> Value {
    json!({"id": format!("aa{n}"), "files": {"a.txt": {}}, "public": true, "url": format!("{base}/gists/aa{n}"), "owner": account(base, LOGIN, 1)})
}

fn issue(base: &str, owner: &str, name: &str, number: usize, author: &str) -> Value {
    let here = format!("{base}/repos/{owner}/{name}");
    json!({
        "number": number, "title": "Leaks", "state": "open", "body": null, "comments": 1, "labels": [],
        "user": account(base, author, if author == LOGIN { 1 } else { 3 }), "repository_url": here,
        "url": format!("{here}/issues/{number}"), "created_at": "2026-01-01T00:00:00Z",
    })
}

fn comment(issue: &str, base: &str, n: usize) -> Value {
    json!({"id": n + 1, "user": account(base, LOGIN, 1), "body": "It is the lid.", "issue_url": issue, "created_at": "2026-01-02T00:00:00Z"})
}

fn line_comment(here: &str, base: &str, number: &str, n: usize) -> Value {
    json!({
        "id": n + 1, "user": account(base, LOGIN, 1), "body": "Say why.", "path": "src/lid.rs", "line": 3,
        "diff_hunk": "@@ -1 +1 @@", "pull_request_url": format!("{here}/pulls/{number}"), "created_at": "2026-01-02T00:00:00Z",
    })
}
