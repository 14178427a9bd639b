//! One request: a step with its braces filled in.

use super::order::RepoName;
use super::steps::{Resource, Step};

/// What fills the braces.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    pub login: &'a str,
    pub repo: Option<&'a RepoName>,
    pub number: Option<u64>,
}

/// One request.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub step: &'static Step,
    /// Path of the interface, with its query.
    pub path: String,
    /// Name in the archive.
    pub entry: String,
    /// The body of a GraphQL request.
    pub query: Option<String>,
    /// What it brings, for people.
    pub title: String,
}

/// The pinned repositories, and all of the account's, so that those not pinned are known to be not
/// (<https://docs.github.com/en/graphql/reference/objects#user>).
const PINNED_QUERY: &str = "query($login: String!) { user(login: $login) { login databaseId url __typename \
    pinnedItems(first: 6, types: REPOSITORY) { nodes { ... on Repository { nameWithOwner } } } \
    repositories(first: 100, ownerAffiliations: OWNER, privacy: PUBLIC, orderBy: {field: PUSHED_AT, direction: DESC}) \
    { nodes { name nameWithOwner url isFork } } } }";

impl Request {
    /// The request for one page of a step. Logins and names are made of characters that need no escaping.
    pub(super) fn new(step: &'static Step, about: About<'_>, page: u32) -> Self {
        let number = about.number.map(|number| number.to_string()).unwrap_or_default();
        let fill = |text: &str| {
            let (owner, name) = about.repo.map_or(("", ""), |repo| (repo.owner.as_str(), repo.name.as_str()));
            text.replace("{login}", about.login)
                .replace("{owner}", owner)
                .replace("{name}", name)
                .replace("{number}", &number)
                .replace("{page}", &page.to_string())
        };
        let query = (step.resource == Resource::Graphql).then(|| {
            serde_json::json!({"query": PINNED_QUERY, "variables": {"login": about.login}}).to_string()
        });
        let title = match (about.repo, about.number) {
            (Some(repo), Some(number)) => format!("{repo}#{number}: {}", step.what),
            (Some(repo), None) => format!("{repo}: {}", step.what),
            (None, _) => step.what.to_owned(),
        };
        Self { step, path: fill(step.path), entry: fill(step.entry), query, title }
    }

    /// How it is named in errors and remembered on disk.
    pub(super) fn key(&self) -> String {
        if self.query.is_some() {
            format!("POST {} ({})", self.path, self.step.what)
        } else {
            format!("GET {}", self.path)
        }
    }
}
