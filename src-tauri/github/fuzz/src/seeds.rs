//! Writes what the fuzz targets start from, made by the tests' own code.

use assay_github_fuzz::common::git::{Deltas, borrowed, folder_of, kettle};
use assay_github_fuzz::common::{gzip, repo, tar, user, zip};
use assay_github_fuzz::seed;

const EVENTS: &str = r#"{"id":"1","type":"PushEvent","actor":{"id":7,"login":"ada-fixture"},"repo":{"name":"ada-fixture/kettle"},"payload":{"commits":[{"sha":"abababababababababababababababababababab","message":"Mend","author":{"name":"A","email":"a@b.example"}}]},"created_at":"2024-01-01T00:00:00Z"}
{"id":"2","type":"PullRequestEvent","actor":{"id":8,"login":"bo-fixture"},"repo":{"name":"example-labs/kettle"},"payload":{"action":"closed","pull_request":{"number":4,"state":"closed","title":"Mend","body":null,"user":{"login":"ada-fixture","id":7},"merged_at":"2024-01-01T00:00:00Z","head":{},"base":{"repo":{"full_name":"example-labs/kettle"}}}},"created_at":"2024-01-01T00:00:00Z"}
{"type":"PushEvent","actor":"ada-fixture","actor_attributes":{"login":"ada-fixture","type":"User"},"repository":{"owner":"a","name":"b"},"payload":{"shas":[["abababababababababababababababababababab","a@b.example","Mend","A",true]]},"created_at":"2012/03/10 22:46:25 -0800"}
"#;

const GRAPHQL: &str = r#"{"data":{"viewer":{"login":"ada-fixture","databaseId":7,"bio":null,"followers":{"nodes":[{"login":"bo-fixture"}]},"repositories":{"nodes":[{"nameWithOwner":"ada-fixture/kettle","readme":{"text":"K"},"languages":{"edges":[{"size":1,"node":{"name":"Rust"}}]},"root":{"entries":[{"name":"a","type":"tree"}]},"defaultBranchRef":{"target":{"history":{"nodes":[{"oid":"ab","message":"m"}]}}}}]},"pullRequests":{"nodes":[{"number":1,"title":"t","url":"https://github.com/a/b/pull/1","reviews":{"nodes":[{"body":"b","state":"APPROVED","comments":{"nodes":[{"body":"c","path":"p","line":1}]}}]}}]}},"search":{"edges":[{"node":{"__typename":"Issue","number":2,"title":"i","url":"https://github.com/a/b/issues/2","comments":{"nodes":[{"body":"c","author":{"login":"x"}}]}}}]},"repository":{"discussions":{"nodes":[{"number":1,"title":"d"}]}}},"errors":[{"message":"late"}]}"#;

const EXPORT: &str = r#"[{"type":"user","url":"https://github.com/ada-fixture","login":"ada-fixture","emails":[{"address":"a@b.example","primary":true}]},
{"type":"pull_request","url":"https://github.com/ada-fixture/kettle/pull/3","user":"https://github.com/ada-fixture","merged_at":null,"closed_at":"2024-01-01T00:00:00Z"},
{"type":"pull_request_review","url":"https://github.com/ada-fixture/kettle/pull/3/files#r1","pull_request":"https://github.com/ada-fixture/kettle/pull/3","state":40,"body":"b"},
{"type":"issue_event","url":"https://github.com/ada-fixture/kettle/issues/1#event-1","issue":"https://github.com/ada-fixture/kettle/issues/1","event":"closed"},
{"type":"organization","url":"https://github.com/example-labs","members":[{"user":"https://github.com/ada-fixture"}]},{"version":"1","github_sha":"a"}]"#;

fn main() {
    let (ada, kettle_body) = (user("ada-fixture", 7), repo("ada-fixture", 7, "kettle"));
    let list = format!("[{kettle_body},{kettle_body}][{ada}]\n{ada}");
    let bodies = [
        ("user", ada.as_str()),
        ("list", &list),
        ("error", r#"{"message":"Not Found","documentation_url":"https://docs.github.com"}"#),
        ("events", EVENTS),
        (
            "issue",
            r#"[{"number":5,"title":"t","state":"open","labels":[],"repository_url":"https://api.github.com/repos/a/b","pull_request":{"url":"u","merged_at":null}}]"#,
        ),
        (
            "search",
            r#"{"total_count":1,"items":[{"sha":"abababababababababababababababababababab","commit":{"message":"m\n\nCo-authored-by: x"},"parents":[]}]}"#,
        ),
        (
            "readme",
            r#"{"name":"README","path":"README","sha":"a","type":"file","encoding":"base64","content":"IyBL\n"}"#,
        ),
        (
            "tree",
            r#"{"sha":"a","tree":[{"path":"a","type":"tree"},{"path":"a/b","type":"blob"}],"truncated":false}"#,
        ),
        (
            "gh",
            r#"[{"nameWithOwner":"a/b","isFork":false,"languages":[{"size":1,"node":{"name":"Rust"}}]},{"number":1,"title":"t","url":"https://github.com/a/b/issues/1","comments":[{"body":"b"}]}]"#,
        ),
    ];
    for (name, body) in bodies {
        seed("json", name, body.as_bytes());
        seed("compressed", name, &gzip(body.as_bytes()));
        seed("compressed", &format!("{name}-zst"), &zstd::encode_all(body.as_bytes(), 3).expect("it packs"));
        (0..7_u8).for_each(|way| seed("text", &format!("{name}-{way}"), &[&[way], body.as_bytes()].concat()));
    }
    seed("compressed", "members", &[gzip(ada.as_bytes()), gzip(kettle_body.as_bytes())].concat());
    seed("graphql", "whole", GRAPHQL.as_bytes());
    seed("graphql", "error", br#"{"data":null,"errors":[{"message":"no"}]}"#);
    seed("export", "models", EXPORT.as_bytes());
    seed("everybody", "lines", EVENTS.as_bytes());
    seed("everybody", "packed", &gzip(EVENTS.as_bytes()));
    let entries: [(&str, &[u8]); 3] =
        [("a.json", ada.as_bytes()), ("b/../c", b"x"), ("repos/a/b/x.json", b"[]")];
    seed("zip", "plain", &zip(&entries));
    seed("zip", "nested", &zip(&[("in.zip", &zip(&entries)), ("t.tar.gz", &gzip(&tar(&entries)))]));
    seed("tar", "plain", &tar(&entries));
    seed("tar", "nested", &tar(&[("in.zip", &zip(&entries)), ("in.tar", &tar(&entries))]));
    git();
}

fn git() {
    let (made, commits, tag) = kettle();
    let Some(main) = commits.last().copied() else { return };
    for (name, deltas) in [("whole", Deltas::None), ("offset", Deltas::Offset), ("id", Deltas::Id)] {
        let (pack, _) = made.pack(deltas, &[]);
        seed("bundle", name, &made.bundle(&[("refs/heads/main", main), ("refs/tags/v1", tag)], &[], &pack));
    }
    let files = folder_of(&made, main, &[]);
    seed("clone", "loose", &tar(&borrowed(&assay_github_fuzz::common::git::at("kettle/.git", files))));
}
