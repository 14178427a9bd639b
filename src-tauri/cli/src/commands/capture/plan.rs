//! What a capture will cost, shown.

use std::path::Path;

use assay_github::capture::{Estimate, Limit};
use serde_json::{Value, json};

use crate::output::{fields, moment};

/// What it means to have no token.
const WITHOUT_TOKEN: &str = "\
Without a token GitHub gives 60 requests an hour to everybody at your address together: a light capture just fits, a usual \
one takes two hours, a full one eight. What was pinned is not told. `assay capture token set` keeps one in the keyring.\n";

/// As text.
pub(super) fn shown(estimate: &Estimate, out: &Path) -> String {
    let known = estimate.public_repositories.map_or_else(String::new, |all| format!(" of {all}"));
    let mut rows = vec![
        ("account", format!("{} on {}", estimate.login, estimate.host)),
        ("depth", estimate.depth.to_string()),
        (
            "requests",
            format!("at most {}, {} of them answered already", estimate.requests, estimate.answered),
        ),
        ("repositories", format!("up to {}{known} are looked into", estimate.repositories)),
        ("takes", format!("about {}", duration(estimate.seconds))),
        ("limit", limit(estimate.allowance.core, "an hour")),
        ("limit of searches", limit(estimate.allowance.search, "a minute")),
        ("token", if estimate.token { "yes".to_owned() } else { "none".to_owned() }),
        ("archive", out.display().to_string()),
    ];
    rows.retain(|(_, value)| !value.is_empty());
    let text = fields(&rows);
    if estimate.token || estimate.host != "github.com" { text } else { text + WITHOUT_TOKEN }
}

/// As JSON.
pub(super) fn json(estimate: &Estimate, out: &Path) -> Value {
    let limit = |limit: Option<Limit>| {
        limit.map(|one| json!({"limit": one.limit, "remaining": one.remaining, "reset": one.reset}))
    };
    json!({
        "login": estimate.login, "host": estimate.host, "depth": estimate.depth, "requests": estimate.requests,
        "answered": estimate.answered, "public_repositories": estimate.public_repositories,
        "repositories": estimate.repositories, "token": estimate.token, "seconds": estimate.seconds,
        "limits": {
            "core": limit(estimate.allowance.core), "search": limit(estimate.allowance.search),
            "graphql": limit(estimate.allowance.graphql),
        },
        "path": out,
    })
}

fn limit(limit: Option<Limit>, window: &str) -> String {
    match limit {
        Some(limit) => {
            format!(
                "{} of {} {window} are left, all again at {}",
                limit.remaining,
                limit.limit,
                moment(limit.reset)
            )
        }
        None => "none on this server".to_owned(),
    }
}

fn duration(seconds: u32) -> String {
    match seconds {
        0..90 => format!("{seconds} seconds"),
        90..5400 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{:.1} hours", f64::from(seconds) / 3600.0),
    }
}
