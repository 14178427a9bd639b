//! What a repository's `config` says of it. It is read as data with a small reader of our own: nothing in it is obeyed,
//! no `include` is followed, nothing that it names is run.
//!
//! Format: <https://git-scm.com/docs/git-config#_syntax>.

use assay_domain::import::RepoRef;
use gix_hash::Kind;

use crate::url::GITHUB;

/// What of a config matters here.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Config {
    /// `extensions.objectFormat`.
    object_format: Option<String>,
    /// `extensions.refStorage`.
    pub ref_storage: Option<String>,
    /// Whether objects may be missing on purpose (`extensions.partialClone`).
    pub partial: bool,
    /// `remote.origin.url`.
    origin: Option<String>,
}

impl Config {
    pub(super) fn parse(text: &str) -> Self {
        let mut config = Self::default();
        let mut section = String::new();
        for line in text.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix('[') {
                section = rest.split(']').next().unwrap_or_default().replace('"', "");
                section.make_ascii_lowercase();
                continue;
            }
            let Some((key, value)) = line.split_once('=') else { continue };
            let value = value.trim().trim_matches('"').to_owned();
            match (section.as_str(), key.trim().to_ascii_lowercase().as_str()) {
                ("extensions", "objectformat") => config.object_format = Some(value),
                ("extensions", "refstorage") => config.ref_storage = Some(value),
                ("extensions", "partialclone") => config.partial = true,
                ("remote origin", "url") => config.origin = config.origin.or(Some(value)),
                _ => {}
            }
        }
        config
    }

    /// How objects are named; an error names a format that is unknown.
    pub(super) fn kind(&self) -> Result<Kind, String> {
        self.object_format.as_deref().map_or(Ok(Kind::Sha1), object_format)
    }

    /// The repository on GitHub that it was cloned from.
    pub(super) fn origin(&self) -> Option<RepoRef> {
        github(self.origin.as_deref()?)
    }
}

/// The format of object ids by its name.
pub(super) fn object_format(name: &str) -> Result<Kind, String> {
    match name.to_ascii_lowercase().as_str() {
        "sha1" => Ok(Kind::Sha1),
        "sha256" => Ok(Kind::Sha256),
        _ => Err("its objects are named in a format that Assay does not know (it knows sha1 and sha256)"
            .to_owned()),
    }
}

/// The repository that an address of GitHub names, in any of the forms that `git clone` takes.
fn github(address: &str) -> Option<RepoRef> {
    let rest = match address.split_once("://") {
        Some(("https" | "http" | "ssh" | "git", rest)) => rest.to_owned(),
        Some(_) => return None,
        // `git@github.com:owner/name.git`
        None => address.replacen(':', "/", 1),
    };
    let (authority, path) = rest.split_once('/')?;
    // A name and a password can stand before the host; they are no concern of ours.
    let host = authority.rsplit('@').next()?.split(':').next()?.to_ascii_lowercase();
    let host = match host.as_str() {
        "github.com" | "www.github.com" | "ssh.github.com" => GITHUB.to_owned(),
        tenant if tenant.ends_with(".ghe.com") => host,
        _ => return None,
    };
    // With `ssh.github.com:443/owner/name` in its short form the port came to stand here.
    let mut parts = path.trim_matches('/').split('/');
    let (owner, name) = (parts.next()?, parts.next()?);
    let name = name.strip_suffix(".git").unwrap_or(name);
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let named = crate::account::is_login(owner) && !name.is_empty() && name.chars().all(sound);
    (named && parts.next().is_none()).then(|| RepoRef {
        host,
        owner: owner.to_owned(),
        name: name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_github_are_told_apart_from_others() {
        let name = |address| github(address).map(|repo| format!("{} {}", repo.host, repo.full_name()));
        for address in [
            "https://github.com/ada-fixture/kettle.git",
            "https://ada:secret@GitHub.com/ada-fixture/kettle",
            "git@github.com:ada-fixture/kettle.git",
            "ssh://git@github.com:22/ada-fixture/kettle.git/",
            "git://github.com/ada-fixture/kettle",
        ] {
            assert_eq!(name(address).as_deref(), Some("github.com ada-fixture/kettle"), "{address}");
        }
        assert_eq!(name("https://acme.ghe.com/a-b/c").as_deref(), Some("acme.ghe.com a-b/c"));
        for address in [
            "https://gitlab.com/a/b.git",
            "/srv/kettle.git",
            "C:/x/y",
            "ext::sh -c x",
            "https://github.com/a",
            "https://github.com/a/b/c",
            "",
        ] {
            assert_eq!(name(address), None, "{address}");
        }
    }

    #[test]
    fn includes_are_not_followed_and_odd_lines_do_no_harm() {
        let config = Config::parse(
            "[include]\n\tpath = /etc/passwd\n[core]\nfsmonitor=/bin/sh\n[extensions]\n\tobjectFormat = SHA256\n[remote \"origin\"]\n\turl = git@github.com:ada-fixture/kettle.git\n[x\n=\n]",
        );
        assert_eq!(config.kind(), Ok(Kind::Sha256));
        assert_eq!(config.origin().unwrap().full_name(), "ada-fixture/kettle");
        assert!(object_format("md5").is_err());
    }
}
