//! Keyed digests of addresses and accounts: what matches people without naming them. HMAC-SHA256 (RFC 2104) under a key of
//! the workspace that stands in its encrypted database.
//!
//! Whoever holds the workspace's key can try an address or an account number against a digest; nobody else can.

use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::Connection;
use sha2::Sha256;
use uuid::Uuid;

use crate::Result;

/// Makes digests under the workspace's key.
pub(crate) struct Digests {
    key: Vec<u8>,
}

impl Digests {
    /// Those of this workspace.
    pub fn of(conn: &Connection) -> Result<Self> {
        let key = conn
            .prepare_cached("SELECT key FROM digest_key WHERE one = 1")?
            .query_row([], |row| row.get(0))?;
        Ok(Self { key })
    }

    /// The digest of an e-mail address; case and white space round it make no difference. `None` for an empty one.
    pub fn address(&self, address: &str) -> Option<Vec<u8>> {
        let address = address.trim().to_lowercase();
        (!address.is_empty()).then(|| self.digest(&["address", &address]))
    }

    /// The digest of an account by its number.
    pub fn number(&self, host: &str, github_id: i64) -> Vec<u8> {
        self.digest(&["account", host, &github_id.to_string()])
    }

    /// The digest of an account that is known by its login only.
    pub fn login(&self, host: &str, login: &str) -> Vec<u8> {
        self.digest(&["login", host, &login.to_lowercase()])
    }

    /// The digest of a login that an account with a number goes by, or went by: it stands for that account only where no
    /// number is told, for a login can pass to somebody else.
    pub fn login_of_number(&self, host: &str, login: &str) -> Vec<u8> {
        self.digest(&["login of a number", host, &login.to_lowercase()])
    }

    /// The digest under which stands what a candidate gave of their own accord.
    pub fn volunteer(&self, candidate: Uuid) -> Vec<u8> {
        self.digest(&["volunteer", &candidate.to_string()])
    }

    /// The digest under which it stands that an application is counted in the sums over what candidates gave.
    pub fn counted(&self, application: Uuid) -> Vec<u8> {
        self.digest(&["counted", &application.to_string()])
    }

    /// The digest of which the label of an application to a blind role is made.
    pub fn blind(&self, role: Uuid, application: Uuid) -> Vec<u8> {
        self.digest(&["blind", &role.to_string(), &application.to_string()])
    }

    fn digest(&self, parts: &[&str]) -> Vec<u8> {
        // HMAC takes keys of any length; the error type exists for other constructions.
        Hmac::<Sha256>::new_from_slice(&self.key)
            .map(|mac| mac.chain_update(parts.join("\0").as_bytes()).finalize().into_bytes().to_vec())
            .unwrap_or_default()
    }
}
