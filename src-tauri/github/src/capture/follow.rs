//! What answers lead to: the repositories and pull requests to look into.

use serde_json::Value;

use super::order::{Order, RepoName};

/// A pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pull {
    pub repo: RepoName,
    pub number: u64,
}

/// Which repositories are looked into: those chosen, then those pinned, then those last pushed to; forks only where they
/// were chosen. `listed` is the owner's listing, newest push first. Names that GitHub cannot give are passed over.
pub(super) fn repositories(
    order: &Order,
    login: &str,
    listed: &[Value],
    pinned: Option<&Value>,
) -> Vec<RepoName> {
    let own: Vec<RepoName> = listed
        .iter()
        .filter(|body| body.get("fork").and_then(Value::as_bool) != Some(true))
        .filter_map(name)
        .filter(|repo| repo.owner.eq_ignore_ascii_case(login))
        .collect();
    let pinned = pinned_names(pinned).into_iter().filter(|name| own.iter().any(|repo| repo.same(name)));
    let mut chosen: Vec<RepoName> = Vec::new();
    let most = order.depth.repositories().max(order.repositories.len());
    for repo in order.repositories.iter().cloned().chain(pinned).chain(own.iter().cloned()) {
        if chosen.len() < most && !chosen.iter().any(|other| other.same(&repo)) {
            chosen.push(repo);
        }
    }
    chosen
}

/// The chosen repositories that the listing does not hold.
pub(super) fn unlisted(order: &Order, listed: &[Value]) -> Vec<RepoName> {
    let listed: Vec<RepoName> = listed.iter().filter_map(name).collect();
    order.repositories.iter().filter(|repo| !listed.iter().any(|other| other.same(repo))).cloned().collect()
}

fn name(body: &Value) -> Option<RepoName> {
    body.get("full_name")?.as_str()?.parse().ok()
}

fn pinned_names(body: Option<&Value>) -> Vec<RepoName> {
    let nodes = body.and_then(|body| body.pointer("/data/user/pinnedItems/nodes")?.as_array());
    let name = |node: &Value| node.get("nameWithOwner")?.as_str()?.parse().ok();
    nodes.into_iter().flatten().filter_map(name).collect()
}

/// The first pull requests of a page of search results, at most `most`.
pub(super) fn pulls(found: Option<&Value>, most: usize) -> Vec<Pull> {
    let items = found.and_then(|found| found.get("items")?.as_array());
    items.into_iter().flatten().filter_map(pull).take(most).collect()
}

fn pull(item: &Value) -> Option<Pull> {
    let address = item.get("repository_url")?.as_str()?;
    let repo = crate::url::repo_of(address)?;
    let repo = format!("{}/{}", repo.owner, repo.name).parse().ok()?;
    Some(Pull { repo, number: item.get("number")?.as_u64()? })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::address::Api;
    use super::super::order::Depth;
    use super::*;

    fn order(chosen: &[&str]) -> Order {
        Order {
            login: "ada-fixture".into(),
            depth: Depth::Light,
            repositories: chosen.iter().map(|name| name.parse().unwrap()).collect(),
            api: Api::default(),
            out: "a.tar.zst".into(),
            previous: None,
        }
    }

    fn listed() -> Vec<Value> {
        let repo = |name: &str, fork: bool| json!({"full_name": format!("ada-fixture/{name}"), "fork": fork});
        let mut all =
            vec![repo("new", false), repo("forked", true), repo("pinned", false), repo("old", false)];
        all.push(json!({"full_name": "ada-fixture/../../etc", "fork": false}));
        all.push(json!({"full_name": "someone-fixture/guest", "fork": false}));
        all
    }

    #[test]
    fn chosen_then_pinned_then_newest() {
        let pinned = json!({"data": {"user": {"pinnedItems": {"nodes": [
            {"nameWithOwner": "ada-fixture/pinned"}, {"nameWithOwner": "other-fixture/elsewhere"}
        ]}}}});
        let order = order(&["team-fixture/core", "Ada-Fixture/OLD"]);
        let found = repositories(&order, "ada-fixture", &listed(), Some(&pinned));
        let names: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["team-fixture/core", "Ada-Fixture/OLD", "ada-fixture/pinned", "ada-fixture/new"]);
        let unlisted = unlisted(&order, &listed());
        assert_eq!(unlisted.iter().map(ToString::to_string).collect::<Vec<_>>(), ["team-fixture/core"]);
    }

    #[test]
    fn pull_requests_come_from_their_addresses() {
        let found = json!({"total_count": 3, "items": [
            {"number": 7, "repository_url": "https://api.github.com/repos/team-fixture/core"},
            {"number": 8, "repository_url": "https://api.github.com/repos/team-fixture/../x"},
            {"number": 9, "repository_url": "https://git.example/api/v3/repos/team-fixture/core"},
        ]});
        let numbers: Vec<u64> = pulls(Some(&found), 5).iter().map(|pull| pull.number).collect();
        assert_eq!(numbers, [7, 9]);
        assert_eq!(pulls(Some(&found), 1).len(), 1);
        assert_eq!(pulls(None, 5), []);
    }
}
