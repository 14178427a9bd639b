//! What the path of an entry adds where its body is silent: the repository, and what an empty list is a list of.
//!
//! A shape is never recognised by this; it only attributes.

use assay_domain::import::{Relation, RepoRef};

use crate::url::{self, GITHUB};

/// What a folder's name begins with that names the host of what lies in it, as live capture writes it for others than
/// github.com.
pub(crate) const HOST: &str = "host=";

/// The folder in which a capture keeps the search for pull requests to others, and what it is a list of.
const ELSEWHERE: &str = "pulls-elsewhere";
pub(crate) const OTHERS: &str = "pull-requests-to-others";

/// What a path inside an input tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    /// From `repos/OWNER/NAME/...`.
    pub repo: Option<RepoRef>,
    /// Plural noun of the kind of list, as in [`assay_domain::import::Record::Nothing`].
    pub of: Option<&'static str>,
}

/// Names of bodies as GitHub's own addresses have them, and what they are lists of.
const NOUNS: &[(&str, &str)] = &[
    ("repos", "repositories"),
    ("repositories", "repositories"),
    ("starred", "starred"),
    ("followers", "followers"),
    ("following", "following"),
    ("orgs", "organizations"),
    ("organizations", "organizations"),
    ("events", "events"),
    ("gists", "gists"),
    ("pulls", "pull-requests"),
    ("prs", "pull-requests"),
    ("issues", "issues"),
    ("commits", "commits"),
    ("releases", "releases"),
    ("contributors", "contributors"),
    ("languages", "languages"),
    ("readme", "readme"),
];

impl Hints {
    /// Reads the path inside the input, its parts separated by `/`.
    pub(crate) fn from_path(path: &str) -> Self {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let at = parts.iter().rposition(|part| *part == "repos").filter(|at| parts.len() > at + 3);
        let repo = at.map(|at| RepoRef {
            host: host_before(&parts[..at]),
            owner: parts[at + 1].to_owned(),
            name: parts[at + 2].to_owned(),
        });
        let own = &parts[at.map_or(0, |at| at + 3)..];
        let of = match own {
            [.., ELSEWHERE, page] if is_page(page) => Some(OTHERS),
            [.., folder, page] if is_page(page) => noun(folder),
            [.., name] => noun(name),
            [] => None,
        };
        Self { repo, of: refine(of, own) }
    }

    /// How the accounts of a list are related, as far as the path tells.
    pub(crate) fn relation(&self) -> Relation {
        match self.of {
            Some("followers") => Relation::Follower,
            Some("following") => Relation::Following,
            Some("organizations") => Relation::Organization,
            Some("contributors") => Relation::Contributor,
            _ => Relation::Listed,
        }
    }
}

/// The host that a folder on the way to a repository names.
fn host_before(parts: &[&str]) -> String {
    let named = parts.last().and_then(|part| part.strip_prefix(HOST));
    let sound = |host: &&str| url::parse(&format!("https://{host}/")).is_some_and(|address| !address.api);
    named.filter(sound).map_or_else(|| GITHUB.to_owned(), str::to_ascii_lowercase)
}

/// The words of a file's or folder's name.
fn words(part: &str) -> impl Iterator<Item = &str> {
    let stem = part.split('.').next().unwrap_or(part);
    stem.split(|c: char| !c.is_ascii_alphanumeric())
}

/// Whether a name is a page's number only: then the folder names the list.
fn is_page(part: &str) -> bool {
    words(part).all(|word| word == "page" || word.bytes().all(|byte| byte.is_ascii_digit()))
}

fn noun(part: &str) -> Option<&'static str> {
    if words(part).any(|word| word == "comments") {
        return Some("comments");
    }
    if words(part).any(|word| word == "reviews") {
        return Some("reviews");
    }
    words(part).find_map(|word| NOUNS.iter().find(|(name, _)| *name == word).map(|(_, of)| *of))
}

/// Comments are on issues or at lines of pull requests; the rest of the path says which.
fn refine(of: Option<&'static str>, parts: &[&str]) -> Option<&'static str> {
    if of != Some("comments") {
        return of;
    }
    let mut all = parts.iter().flat_map(|part| words(part));
    match all.find(|word| matches!(*word, "pulls" | "prs" | "issues")) {
        Some("issues") => Some("issue-comments"),
        Some(_) => Some("review-comments"),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_attribute() {
        let of = |path| Hints::from_path(path).of;
        assert_eq!(of("x/starred_page2.json"), Some("starred"));
        assert_eq!(of("repos/ada-fixture/events/pulls_31_comments.json"), Some("review-comments"));
        assert_eq!(of("repos/ada-fixture/events/issues/3/comments.json"), Some("issue-comments"));
        assert_eq!(of("repos/ada-fixture/events/body.json"), None);
        assert_eq!(of("anything.json"), None);
        assert_eq!(of("users/ada-fixture/starred/page-2.json"), Some("starred"));
        assert_eq!(of("repos/ada-fixture/kettle/pulls/1.json"), Some("pull-requests"));
        assert_eq!(
            of("repos/ada-fixture/kettle.json"),
            None,
            "the folder of all repositories is no list of them"
        );
        assert_eq!(of("repos/ada-fixture/kettle/readme.json"), Some("readme"));
        assert_eq!(of("ada/pulls-elsewhere/page-1.json"), Some(OTHERS));
        assert_eq!(of("pulls-reviewed/page-1.json"), Some("pull-requests"));
        let repo = Hints::from_path("snap/repos/ada-fixture/kettle/languages.json").repo.unwrap();
        assert_eq!(repo.full_name(), "ada-fixture/kettle");
        assert_eq!(repo.host, GITHUB);
        let host = |path| Hints::from_path(path).repo.unwrap().host;
        assert_eq!(host("host=git.example:8443/repos/ada-fixture/kettle/languages.json"), "git.example:8443");
        assert_eq!(host("host=a b/repos/ada-fixture/kettle/languages.json"), GITHUB);
        assert_eq!(Hints::from_path("repos/ada-fixture/kettle.json").repo, None);
    }
}
