//! The token goes to the server, in one head, and nowhere else.

use std::path::Path;

use assay_github::capture::{self, CaptureProgress, Depth};

use crate::bench::{Bench, TOKEN};
use crate::server::Reply;
use crate::world::SMALL;

/// Every file below a folder, archives unpacked.
fn all_bytes(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(all_bytes(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if path.extension().is_some_and(|ending| ending == "zst") {
            all.extend(zstd::decode_all(bytes.as_slice()).unwrap());
        }
        all.extend(bytes);
    }
    all
}

fn holds_token(bytes: &[u8]) -> bool {
    bytes.windows(TOKEN.len()).any(|part| part == TOKEN.as_bytes())
}

#[test]
fn the_token_stands_in_no_file_and_no_output() {
    let bench = Bench::new(SMALL);
    let order = bench.order(Depth::Full);
    let mut said = String::new();
    let estimate = capture::estimate(&order, bench.means()).unwrap();
    said += &format!("{estimate:?} {order:?} {:?}", bench.token);
    assert!(!holds_token(&all_bytes(bench.home.path())), "in the unfinished folder");
    let captured = capture::capture(&order, bench.means(), &mut |progress: &CaptureProgress| {
        said += &format!("{progress:?}");
    });
    said += &format!("{captured:?}");
    captured.unwrap();
    assert!(!holds_token(&all_bytes(bench.home.path())), "in the archive");
    assert!(!said.contains(TOKEN));
    let asked = bench.server.asked();
    let bearer = format!("Bearer {TOKEN}");
    assert!(
        asked.iter().all(|asked| asked.head("authorization") == Some(&bearer)),
        "every request carried it"
    );
    assert!(asked.iter().all(|asked| !asked.what.contains(TOKEN)), "in its head only");
    assert!(
        asked.iter().all(|asked| asked.heads.iter().filter(|(_, value)| value.contains(TOKEN)).count() == 1)
    );
}

#[test]
fn a_server_that_gives_the_token_back_does_not_get_it_kept_or_shown() {
    let echo = |status: u16| {
        let body = serde_json::json!({"login": TOKEN, "message": format!("Bad token {TOKEN}")});
        Reply::json(status, &body).with("x-echo", TOKEN)
    };
    for reply in [
        echo(200),
        echo(403),
        echo(418),
        echo(500),
        Reply::json(200, &serde_json::json!({})).with("content-type", TOKEN),
        Reply::error(302, "Found").with("location", format!("https://evil.example/{TOKEN}")),
        Reply::json(200, &serde_json::json!({"Rust": 1})).with("etag", TOKEN),
    ] {
        let bench =
            Bench::with(SMALL, move |asked, _| asked.path().ends_with("/languages").then(|| reply.clone()));
        let mut said = String::new();
        let outcome = capture::capture(&bench.order(Depth::Light), bench.means(), &mut |progress| {
            said += &format!("{progress:?}");
        });
        match &outcome {
            Ok(captured) => said += &format!("{captured:?}"),
            Err(error) => said += &format!("{error} {error:?}"),
        }
        assert!(outcome.is_err(), "{said}");
        assert!(!said.contains(TOKEN), "{said}");
        assert!(!holds_token(&all_bytes(bench.home.path())));
    }
}
