//! What a capture asks for, as data. One line is one kind of request; the numbers are pages at each depth.
//!
//! Addresses: <https://docs.github.com/en/rest>. Names in braces are filled in by [`super::entry`].

use super::order::Depth;

/// Which of GitHub's limits a request counts against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resource {
    /// Most of them.
    Core,
    /// Searches, counted by the minute.
    Search,
    /// GraphQL, with a token only.
    Graphql,
}

impl Resource {
    /// Its name in `/rate_limit` and in `x-ratelimit-resource`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Search => "search",
            Self::Graphql => "graphql",
        }
    }
}

/// What a step is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// The account, once.
    Account,
    /// A repository that the recruiter chose and the listing does not hold.
    Chosen,
    /// Each repository looked into.
    Repository,
    /// Each pull request of somebody else that the account reviewed.
    Reviewed,
    /// Each pull request of the account to somebody else's repository.
    Elsewhere,
}

/// What kind of body an answer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    /// An object.
    Object,
    /// A list.
    List,
}

/// What it means that something is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// Nothing is known: it is left out, and the archive says so.
    LeftOut,
    /// There is none, which is worth knowing: an empty list is kept.
    None,
}

/// One kind of request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// What it brings, for people.
    pub what: &'static str,
    /// What it is asked for.
    pub over: Over,
    /// Its address.
    pub path: &'static str,
    /// Its name in the archive; folders and names as GitHub's own addresses have them.
    pub entry: &'static str,
    pub resource: Resource,
    pub gives: Gives,
    pub absent: Absent,
    /// Most pages at light, usual and full depth.
    pub pages: [u32; 3],
}

impl Step {
    const fn new(
        over: Over,
        what: &'static str,
        path: &'static str,
        entry: &'static str,
        pages: [u32; 3],
    ) -> Self {
        let (resource, gives, absent) = (Resource::Core, Gives::List, Absent::LeftOut);
        Self { what, over, path, entry, resource, gives, absent, pages }
    }

    const fn object(self) -> Self {
        Self { gives: Gives::Object, ..self }
    }

    const fn search(self) -> Self {
        Self { resource: Resource::Search, gives: Gives::Object, ..self }
    }

    const fn none_where_absent(self) -> Self {
        Self { absent: Absent::None, ..self }
    }

    /// Most pages at a depth; none where there is no token for what needs one.
    pub(super) fn pages(&self, depth: Depth, token: bool) -> u32 {
        if self.resource == Resource::Graphql && !token { 0 } else { self.pages[depth as usize] }
    }
}

const ONCE: [u32; 3] = [1, 1, 1];

/// The profile: asked first, for it says how much there is.
pub(super) static PROFILE: Step =
    Step::new(Over::Account, "the profile", "/users/{login}", "user.json", ONCE).object();

/// The limits; not kept, and free.
pub(super) static RATE_LIMIT: Step = Step::new(Over::Account, "the limits", "/rate_limit", "", ONCE).object();

/// All repositories of the account.
pub(super) static REPOSITORIES: Step = Step::new(
    Over::Account,
    "the repositories",
    "/users/{login}/repos?type=owner&sort=pushed&per_page=100&page={page}",
    "repos/page-{page}.json",
    [1, 2, 5],
);

/// What the owner pinned: only GraphQL tells.
pub(super) static PINNED: Step = Step {
    resource: Resource::Graphql,
    ..Step::new(Over::Account, "the pinned repositories", "/graphql", "pinned.json", ONCE).object()
};

/// Pull requests to other people's repositories.
pub(super) static ELSEWHERE: Step = Step::new(
    Over::Account,
    "pull requests to others",
    "/search/issues?q=type:pr+author:{login}+-user:{login}+is:public&sort=updated&per_page=100&page={page}",
    "pulls-elsewhere/page-{page}.json",
    [1, 1, 3],
)
.search();

/// Other people's pull requests that the account reviewed.
pub(super) static REVIEWED: Step = Step::new(
    Over::Account,
    "pull requests reviewed",
    "/search/issues?q=type:pr+reviewed-by:{login}+-author:{login}+is:public&sort=updated&per_page=100&page={page}",
    "pulls-reviewed/page-{page}.json",
    ONCE,
)
.search();

/// What else is asked for of the account.
static OF_ACCOUNT: [Step; 4] = [
    Step::new(
        Over::Account,
        "public events",
        "/users/{login}/events/public?per_page=100&page={page}",
        "events/page-{page}.json",
        [1, 1, 3],
    ),
    Step::new(Over::Account, "organisations", "/users/{login}/orgs?per_page=100", "orgs/page-1.json", ONCE),
    Step::new(Over::Account, "gists", "/users/{login}/gists?per_page=100", "gists/page-1.json", [0, 1, 1]),
    Step::new(
        Over::Account,
        "issues opened elsewhere",
        "/search/issues?q=type:issue+author:{login}+-user:{login}+is:public&sort=updated&per_page=100&page={page}",
        "issues-elsewhere/page-{page}.json",
        [0, 1, 1],
    )
    .search(),
];

/// What is asked for of repositories and pull requests.
static OF_REST: [Step; 14] = [
    Step::new(
        Over::Chosen,
        "repository",
        "/repos/{owner}/{name}",
        "repos/{owner}/{name}/repository.json",
        ONCE,
    )
    .object(),
    Step::new(
        Over::Repository,
        "README",
        "/repos/{owner}/{name}/readme",
        "repos/{owner}/{name}/readme.json",
        ONCE,
    )
    .object()
    .none_where_absent(),
    Step::new(
        Over::Repository,
        "languages",
        "/repos/{owner}/{name}/languages",
        "repos/{owner}/{name}/languages.json",
        ONCE,
    )
    .object(),
    Step::new(
        Over::Repository,
        "files",
        "/repos/{owner}/{name}/git/trees/HEAD?recursive=1",
        "repos/{owner}/{name}/tree.json",
        ONCE,
    )
    .object(),
    Step::new(
        Over::Repository,
        "commits",
        "/repos/{owner}/{name}/commits?author={login}&per_page=100&page={page}",
        "repos/{owner}/{name}/commits/page-{page}.json",
        [1, 1, 3],
    ),
    Step::new(
        Over::Repository,
        "releases",
        "/repos/{owner}/{name}/releases?per_page=100",
        "repos/{owner}/{name}/releases/page-1.json",
        ONCE,
    ),
    Step::new(
        Over::Repository,
        "issues",
        "/repos/{owner}/{name}/issues?state=all&per_page=100",
        "repos/{owner}/{name}/issues/page-1.json",
        [0, 1, 1],
    ),
    Step::new(
        Over::Repository,
        "comments on issues",
        "/repos/{owner}/{name}/issues/comments?sort=created&direction=desc&per_page=100",
        "repos/{owner}/{name}/issues/comments/page-1.json",
        [0, 1, 1],
    ),
    Step::new(
        Over::Repository,
        "review comments",
        "/repos/{owner}/{name}/pulls/comments?sort=created&direction=desc&per_page=100",
        "repos/{owner}/{name}/pulls/comments/page-1.json",
        [0, 0, 1],
    ),
    Step::new(
        Over::Repository,
        "contributors",
        "/repos/{owner}/{name}/contributors?per_page=100",
        "repos/{owner}/{name}/contributors/page-1.json",
        [0, 0, 1],
    ),
    Step::new(
        Over::Reviewed,
        "reviews",
        "/repos/{owner}/{name}/pulls/{number}/reviews?per_page=100",
        "repos/{owner}/{name}/pulls/{number}/reviews/page-1.json",
        ONCE,
    ),
    Step::new(
        Over::Reviewed,
        "comments in the review",
        "/repos/{owner}/{name}/pulls/{number}/comments?per_page=100",
        "repos/{owner}/{name}/pulls/{number}/comments/page-1.json",
        ONCE,
    ),
    Step::new(
        Over::Elsewhere,
        "the conversation",
        "/repos/{owner}/{name}/issues/{number}/comments?per_page=100",
        "repos/{owner}/{name}/issues/{number}/comments/page-1.json",
        [0, 0, 1],
    ),
    Step::new(
        Over::Elsewhere,
        "comments in the review",
        "/repos/{owner}/{name}/pulls/{number}/comments?per_page=100",
        "repos/{owner}/{name}/pulls/{number}/comments/page-1.json",
        [0, 0, 1],
    ),
];

/// The account's steps in the order in which they are asked: what others depend on comes first.
pub(super) fn of_account() -> impl Iterator<Item = &'static Step> {
    [&REPOSITORIES, &PINNED, &ELSEWHERE, &REVIEWED].into_iter().chain(&OF_ACCOUNT)
}

/// The steps over something else than the account.
pub(super) fn over(what: Over) -> impl Iterator<Item = &'static Step> {
    OF_REST.iter().filter(move |step| step.over == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_in_pages_says_which() {
        for step in of_account().chain(&OF_REST) {
            let several = step.pages.iter().any(|pages| *pages > 1);
            assert_eq!(several, several && step.path.contains("{page}"), "{}", step.path);
            assert_eq!(step.path.contains("{page}"), step.entry.contains("{page}"), "{}", step.path);
            assert!(step.pages.is_sorted(), "a greater depth takes no less: {}", step.path);
        }
    }
}
