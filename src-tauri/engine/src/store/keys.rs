//! `keys.json`: the database's key, wrapped once by the passphrase and once by the recovery code.
//!
//! A slot derives a key from its secret (Argon2id, RFC 9106) and seals the 32-byte database key with XChaCha20-Poly1305,
//! bound to the workspace's id and the slot's kind. The envelope is versioned, and carries its parameters with it.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{folder, recovery};
use crate::{EngineError, Result, files};

/// A 32-byte key, wiped when dropped.
pub type Key = Zeroizing<[u8; 32]>;

const VERSION: u32 = 1;
/// RFC 9106, second recommended option, with fewer lanes: 64 MiB, three passes.
const MEMORY_KIB: u32 = 65_536;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// What a stranger's file may ask of this machine.
const MEMORY_KIB_AT_MOST: u32 = 1_048_576;
const PASSES_AT_MOST: u32 = 16;
const LANES_AT_MOST: u32 = 8;

/// A secret that opens a workspace.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Unlock {
    /// The passphrase.
    Passphrase(String),
    /// The recovery code, as shown once when the workspace was made.
    RecoveryCode(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Passphrase,
    Recovery,
}

/// The file's content.
#[derive(Debug, Serialize, Deserialize)]
pub struct Envelope {
    version: u32,
    /// Id of the workspace; the seals are bound to it.
    pub workspace: Uuid,
    cipher: String,
    slots: Vec<Slot>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Slot {
    kind: Kind,
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    wrapped: String,
}

impl Envelope {
    /// Wraps a key under a passphrase and a fresh recovery code; gives the envelope and the code.
    pub fn seal(workspace: Uuid, key: &Key, passphrase: &str) -> Result<(Self, String)> {
        let mut bytes = Zeroizing::new([0u8; 20]);
        random(bytes.as_mut())?;
        let code = recovery::encode(&bytes);
        let body = Zeroizing::new(recovery::normalise(&code).unwrap_or_default());
        let slots = vec![
            Slot::seal(Kind::Passphrase, workspace, key, &passphrase_bytes(passphrase))?,
            Slot::seal(Kind::Recovery, workspace, key, body.as_bytes())?,
        ];
        Ok((Self { version: VERSION, workspace, cipher: "sqlcipher-4-raw-key".into(), slots }, code))
    }

    /// The database's key. [`EngineError::WrongPassphrase`] where the secret opens no slot.
    pub fn open(&self, unlock: &Unlock) -> Result<Key> {
        let (kind, secret) = match unlock {
            Unlock::Passphrase(text) => (Kind::Passphrase, passphrase_bytes(text)),
            Unlock::RecoveryCode(text) => {
                let body = recovery::normalise(text).ok_or_else(|| {
                    EngineError::invalid(
                        "this is not a recovery code, or a character in it was mistyped",
                        "Compare it with the paper, character by character; it has 34 letters and digits.",
                    )
                })?;
                (Kind::Recovery, Zeroizing::new(body.into_bytes()))
            }
        };
        let slots = self.slots.iter().filter(|slot| slot.kind == kind);
        for slot in slots {
            if let Some(key) = slot.open(self.workspace, &secret)? {
                return Ok(key);
            }
        }
        Err(EngineError::WrongPassphrase)
    }

    /// Replaces the passphrase's slot; the recovery code stays valid.
    pub fn change_passphrase(&mut self, key: &Key, passphrase: &str) -> Result<()> {
        let slot = Slot::seal(Kind::Passphrase, self.workspace, key, &passphrase_bytes(passphrase))?;
        self.slots.retain(|slot| slot.kind != Kind::Passphrase);
        self.slots.insert(0, slot);
        Ok(())
    }

    /// Reads `keys.json` of a workspace folder.
    pub fn load(workspace: &Path) -> Result<Self> {
        let refuse = |why: String| EngineError::NotAWorkspace { path: workspace.into(), why };
        let text = std::fs::read_to_string(folder::keys(workspace))
            .map_err(|error| refuse(format!("keys.json cannot be read ({error})")))?;
        let envelope: Self = serde_json::from_str(&text)
            .map_err(|error| refuse(format!("keys.json is not an envelope ({error})")))?;
        if envelope.version > VERSION {
            return Err(refuse(format!(
                "keys.json has version {}, made by a newer Assay; this one reads up to {VERSION}",
                envelope.version
            )));
        }
        Ok(envelope)
    }

    /// Writes `keys.json` so that a crash leaves either the old or the new one.
    pub fn save(&self, workspace: &Path) -> Result<()> {
        let path = folder::keys(workspace);
        let text = serde_json::to_string_pretty(self)?;
        files::replace_secret(&path, text.as_bytes()).map_err(EngineError::writing(path.clone()))
    }
}

impl Slot {
    fn seal(kind: Kind, workspace: Uuid, key: &Key, secret: &[u8]) -> Result<Self> {
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 24]);
        random(&mut salt)?;
        random(&mut nonce)?;
        let wrapping = derive(secret, &salt, MEMORY_KIB, PASSES, LANES)?;
        let aad = associated(workspace, kind);
        let wrapped = XChaCha20Poly1305::new((&*wrapping).into())
            .encrypt(&XNonce::from(nonce), Payload { msg: key.as_ref(), aad: &aad })
            .map_err(|_| EngineError::Defect("the key could not be sealed".into()))?;
        Ok(Self {
            kind,
            kdf: "argon2id".into(),
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: BASE64.encode(salt),
            nonce: BASE64.encode(nonce),
            wrapped: BASE64.encode(wrapped),
        })
    }

    /// `None` where the secret is not this slot's.
    fn open(&self, workspace: Uuid, secret: &[u8]) -> Result<Option<Key>> {
        let broken = || EngineError::Damaged("keys.json holds a slot that cannot be read".into());
        let too_much = self.memory_kib > MEMORY_KIB_AT_MOST
            || self.passes > PASSES_AT_MOST
            || self.lanes > LANES_AT_MOST;
        if self.kdf != "argon2id" || too_much {
            return Err(broken());
        }
        let decode = |text: &str| BASE64.decode(text).map_err(|_| broken());
        let (salt, wrapped) = (decode(&self.salt)?, decode(&self.wrapped)?);
        let nonce: [u8; 24] = decode(&self.nonce)?.try_into().map_err(|_| broken())?;
        let wrapping = derive(secret, &salt, self.memory_kib, self.passes, self.lanes)?;
        let aad = associated(workspace, self.kind);
        let opened = XChaCha20Poly1305::new((&*wrapping).into())
            .decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: &aad })
            .map(Zeroizing::new);
        match opened {
            Err(_) => Ok(None),
            Ok(bytes) => {
                let key: [u8; 32] = bytes.as_slice().try_into().map_err(|_| broken())?;
                Ok(Some(Zeroizing::new(key)))
            }
        }
    }
}

/// Fills a buffer from the operating system's random source.
pub fn random(buffer: &mut [u8]) -> Result<()> {
    getrandom::fill(buffer).map_err(|error| EngineError::Defect(format!("no random numbers: {error}")))
}

/// The same passphrase typed on another keyboard may arrive decomposed: Unicode NFC first.
fn passphrase_bytes(text: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.nfc().collect::<String>().into_bytes())
}

fn derive(secret: &[u8], salt: &[u8], memory_kib: u32, passes: u32, lanes: u32) -> Result<Key> {
    let broken = |error: argon2::Error| EngineError::Damaged(format!("keys.json: {error}"));
    let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(broken)?;
    let mut key = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, key.as_mut())
        .map_err(broken)?;
    Ok(key)
}

fn associated(workspace: Uuid, kind: Kind) -> Vec<u8> {
    let kind: &[u8] = match kind {
        Kind::Passphrase => b"passphrase",
        Kind::Recovery => b"recovery",
    };
    [b"assay keys 1 ".as_slice(), workspace.as_bytes(), kind].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> (Envelope, Key, String) {
        let key = Zeroizing::new([7u8; 32]);
        let (envelope, code) = Envelope::seal(Uuid::from_u128(1), &key, "correct horse é").unwrap();
        (envelope, key, code)
    }

    #[test]
    fn both_secrets_open_and_others_do_not() {
        let (envelope, key, code) = sealed();
        let decomposed = "correct horse e\u{301}".to_string();
        assert_eq!(envelope.open(&Unlock::Passphrase(decomposed)).unwrap(), key);
        assert_eq!(envelope.open(&Unlock::RecoveryCode(code)).unwrap(), key);
        let wrong = envelope.open(&Unlock::Passphrase("correct horse".into()));
        assert!(matches!(wrong, Err(EngineError::WrongPassphrase)));
    }

    #[test]
    fn a_seal_belongs_to_its_workspace() {
        let (mut envelope, _, code) = sealed();
        envelope.workspace = Uuid::from_u128(2);
        assert!(matches!(envelope.open(&Unlock::RecoveryCode(code)), Err(EngineError::WrongPassphrase)));
    }

    #[test]
    fn a_file_cannot_ask_for_endless_work() {
        let (mut envelope, _, code) = sealed();
        for slot in &mut envelope.slots {
            slot.passes = 4_000_000;
        }
        assert!(matches!(envelope.open(&Unlock::RecoveryCode(code)), Err(EngineError::Damaged(_))));
    }

    #[test]
    fn a_changed_passphrase_leaves_the_recovery_code() {
        let (mut envelope, key, code) = sealed();
        envelope.change_passphrase(&key, "another one").unwrap();
        assert!(envelope.open(&Unlock::Passphrase("correct horse é".into())).is_err());
        assert_eq!(envelope.open(&Unlock::Passphrase("another one".into())).unwrap(), key);
        assert_eq!(envelope.open(&Unlock::RecoveryCode(code)).unwrap(), key);
    }
}
