//! Where the interface is, and which addresses belong to it.

use std::fmt;
use std::net::IpAddr;

use super::error::CaptureError;
use crate::url;

/// The base address of a GitHub's REST interface, and the host whose accounts it gives.
#[derive(Clone, PartialEq, Eq)]
pub struct Api {
    base: String,
    host: String,
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Api({})", self.base)
    }
}

impl Default for Api {
    fn default() -> Self {
        Self { base: "https://api.github.com".to_owned(), host: url::GITHUB.to_owned() }
    }
}

impl Api {
    /// Takes `https://api.github.com`, `https://HOST/api/v3` (GitHub Enterprise Server) or `https://api.NAME.ghe.com`.
    /// Only https, but for the machine itself.
    ///
    /// # Errors
    /// Where it is none of these.
    pub fn new(address: &str) -> Result<Self, CaptureError> {
        let wrong = |why: &str| CaptureError::Address { address: shown(address), why: why.to_owned() };
        let base = address.trim().trim_end_matches('/');
        if base.contains(['@', '?', '#', ' ', '\\']) {
            return Err(wrong("it holds more than a host and a path"));
        }
        let parsed = url::parse(base).ok_or_else(|| wrong("it is no web address"))?;
        if !parsed.api || !parsed.segments.is_empty() {
            return Err(wrong(
                "a GitHub Enterprise Server has its interface at https://HOST/api/v3, github.com at https://api.github.com",
            ));
        }
        if base.starts_with("http://") && !is_loopback(authority(base)) {
            return Err(wrong("it is not https, so that the token could be read on the way"));
        }
        Ok(Self { base: base.to_owned(), host: parsed.host })
    }

    /// The base address, without a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The host as accounts name it: `github.com`, or that of the server.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the interface is this machine's own, as in tests.
    pub(super) fn is_loopback(&self) -> bool {
        is_loopback(authority(&self.base))
    }

    /// The address of a path of the interface. GraphQL stands beside it
    /// (<https://docs.github.com/en/enterprise-server/graphql/guides/managing-enterprise-accounts>).
    pub(super) fn address(&self, path: &str) -> String {
        match self.base.strip_suffix("/api/v3") {
            Some(root) if path == "/graphql" => format!("{root}/api/graphql"),
            _ => format!("{}{path}", self.base),
        }
    }

    /// The path of an address that a redirect names; `None` where it leads elsewhere: the token does not go there.
    pub(super) fn path_of(&self, address: &str) -> Option<String> {
        let path = match address.strip_prefix(&self.base) {
            Some(path) => path,
            // A redirect may name the path only.
            None if address.starts_with('/') && !address.starts_with("//") => {
                let prefix = self.base.strip_suffix("/api/v3").map_or("", |_| "/api/v3");
                address.strip_prefix(prefix)?
            }
            None => return None,
        };
        path.starts_with('/').then(|| path.to_owned())
    }
}

fn authority(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}

fn is_loopback(authority: &str) -> bool {
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// An address for a message: one line, and nothing that could be a password before an `@`.
fn shown(address: &str) -> String {
    let tail = address.rsplit_once('@').map_or(address, |(_, tail)| tail);
    tail.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_and_hosts() {
        let host = |address: &str| Api::new(address).map(|api| api.host().to_owned());
        assert_eq!(host("https://api.github.com/").unwrap(), "github.com");
        assert_eq!(host("https://git.example/api/v3").unwrap(), "git.example");
        assert_eq!(host("https://api.acme.ghe.com").unwrap(), "acme.ghe.com");
        assert_eq!(host("http://127.0.0.1:8080/api/v3").unwrap(), "127.0.0.1:8080");
        for wrong in [
            "http://git.example/api/v3",
            "http://api.github.com",
            "http://127.0.0.1.example/api/v3",
            "https://user:secret@git.example/api/v3",
            "https://github.com",
            "https://git.example",
            "ftp://git.example/api/v3",
            "",
        ] {
            let error = host(wrong).unwrap_err().to_string();
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn addresses_and_redirects_stay_inside() {
        let (public, own) = (Api::default(), Api::new("https://git.example/api/v3").unwrap());
        assert_eq!(public.address("/graphql"), "https://api.github.com/graphql");
        assert_eq!(own.address("/graphql"), "https://git.example/api/graphql");
        assert_eq!(own.address("/users/a"), "https://git.example/api/v3/users/a");
        assert_eq!(own.path_of("https://git.example/api/v3/user/1").as_deref(), Some("/user/1"));
        assert_eq!(own.path_of("/api/v3/user/1").as_deref(), Some("/user/1"));
        assert_eq!(public.path_of("/user/1").as_deref(), Some("/user/1"));
        for elsewhere in [
            "https://git.example.evil/api/v3/user/1",
            "https://evil.example/api/v3/user/1",
            "http://git.example/api/v3/user/1",
            "https://git.example/api/v3.evil/user",
            "//evil.example/user/1",
            "/login",
        ] {
            assert_eq!(own.path_of(elsewhere), None, "{elsewhere}");
        }
        assert_eq!(public.path_of("https://api.github.com.evil/user/1"), None);
    }
}
