//! What GitHub's addresses tell: the host, and the repository.

use assay_domain::import::RepoRef;

/// The host of public GitHub.
pub(crate) const GITHUB: &str = "github.com";

/// An address taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// Host as accounts name it: `github.com`, or that of a GitHub Enterprise server.
    pub host: String,
    /// Segments of the path; those of the programming interface without its prefix.
    pub segments: Vec<&'a str>,
    /// Whether it is an address of the programming interface.
    pub api: bool,
}

/// Takes apart `https://api.github.com/...`, `https://HOST/api/v3/...` (GitHub Enterprise Server),
/// `https://api.NAME.ghe.com/...` and the addresses of web pages.
pub(crate) fn parse(url: &str) -> Option<Address<'_>> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.split(['?', '#', '{']).next().unwrap_or(rest);
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.to_ascii_lowercase();
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    if host.is_empty() || !host.chars().all(sound) {
        return None;
    }
    let mut segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    // Events of 2011 and 2012 name hosts of GitHub's own that leaked out.
    if matches!(host.as_str(), "api.github.com" | "api.dev.github.com" | "api.github.dev") {
        return Some(Address { host: GITHUB.to_owned(), segments, api: true });
    }
    if let Some(tenant) = host.strip_prefix("api.").filter(|rest| rest.ends_with(".ghe.com")) {
        return Some(Address { host: tenant.to_owned(), segments, api: true });
    }
    if segments.starts_with(&["api", "v3"]) {
        segments.drain(..2);
        return Some(Address { host, segments, api: true });
    }
    let host = host.strip_prefix("www.").map_or(host.clone(), str::to_owned);
    Some(Address { host, segments, api: false })
}

impl Address<'_> {
    /// The repository the address lies in: `/repos/OWNER/NAME/...`, or `/OWNER/NAME/...` of a web page.
    pub(crate) fn repo(&self) -> Option<RepoRef> {
        let (owner, name) = match self.segments.as_slice() {
            ["repos", owner, name, ..] if self.api => (*owner, *name),
            [owner, name, ..] if !self.api => (*owner, *name),
            _ => return None,
        };
        Some(RepoRef { host: self.host.clone(), owner: owner.to_owned(), name: name.to_owned() })
    }

    /// The number after `pulls`, `pull` or `issues`.
    pub(crate) fn thread_number(&self) -> Option<u64> {
        let at = self.segments.iter().position(|s| matches!(*s, "pulls" | "pull" | "issues"))?;
        self.segments.get(at + 1)?.parse().ok()
    }
}

/// The repository that an address lies in.
pub(crate) fn repo_of(url: &str) -> Option<RepoRef> {
    parse(url)?.repo()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_apart() {
        let host = |url| parse(url).map(|address| address.host);
        assert_eq!(host("https://api.github.com/users/a").as_deref(), Some("github.com"));
        assert_eq!(host("https://GIT.Corp.example/api/v3/users/a").as_deref(), Some("git.corp.example"));
        assert_eq!(host("https://api.acme.ghe.com/users/a").as_deref(), Some("acme.ghe.com"));
        assert_eq!(host("https://evil\u{202e}.example/users/a"), None);
        assert_eq!(host("javascript:alert(1)"), None);
    }

    #[test]
    fn repositories_and_numbers_come_from_both_kinds_of_address() {
        let api = parse("https://api.github.com/repos/ada-fixture/kettle/pulls/7/comments?page=2").unwrap();
        assert_eq!(api.repo().unwrap().full_name(), "ada-fixture/kettle");
        assert_eq!(api.thread_number(), Some(7));
        let page = parse("https://github.com/ada-fixture/kettle/pull/8#issuecomment-1").unwrap();
        assert_eq!(
            (page.repo().unwrap().full_name().as_str(), page.thread_number()),
            ("ada-fixture/kettle", Some(8))
        );
        assert_eq!(repo_of("https://api.github.com/users/ada-fixture"), None);
    }
}
