//! PINs: they tell the people at one keyboard apart. They do not protect the data; the passphrase does.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use subtle::ConstantTimeEq as _;

use super::keys::random;
use crate::{EngineError, Result};

/// Small on purpose: a PIN has few values whatever is done, and choosing a person must be quick.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// Salt and hash in base 64, parted by `$`.
pub fn hash_pin(pin: &str) -> Result<String> {
    if pin.chars().count() < 4 {
        return Err(EngineError::invalid("a PIN has at least four characters", "Choose a longer one."));
    }
    let mut salt = [0u8; 16];
    random(&mut salt)?;
    Ok(format!("{}${}", BASE64.encode(salt), BASE64.encode(derive(pin, &salt)?)))
}

/// Whether the PIN is the one that was hashed.
pub fn pin_matches(pin: &str, stored: &str) -> Result<bool> {
    let broken = || EngineError::Damaged("a stored PIN cannot be read".into());
    let (salt, hash) = stored.split_once('$').ok_or_else(broken)?;
    let salt = BASE64.decode(salt).map_err(|_| broken())?;
    let hash = BASE64.decode(hash).map_err(|_| broken())?;
    Ok(derive(pin, &salt)?.ct_eq(hash.as_slice()).into())
}

fn derive(pin: &str, salt: &[u8]) -> Result<[u8; 32]> {
    let broken = |error: argon2::Error| EngineError::Defect(error.to_string());
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32)).map_err(broken)?;
    let mut hash = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(pin.as_bytes(), salt, &mut hash)
        .map_err(broken)?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_told_from_another() {
        let stored = hash_pin("4711").unwrap();
        assert!(pin_matches("4711", &stored).unwrap());
        assert!(!pin_matches("4712", &stored).unwrap());
        assert!(hash_pin("123").is_err());
    }
}
