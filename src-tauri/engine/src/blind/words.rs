//! By which words the candidates hidden from somebody can be told: everything that was ever said of them here.

use std::collections::HashMap;

use assay_domain::blind::Identity;
use assay_domain::import::Profile;
use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use crate::{EngineError, Result};

/// The candidates that are asked about: a list of their ids, in hexadecimal.
const ASKED: &str = "WITH asked(id) AS (SELECT unhex(value) FROM json_each(?1))";
const FIELDS: &str =
    "SELECT c.id, c.name, c.email, c.location, c.headline FROM main.candidate AS c JOIN asked USING (id)";
const ACCOUNTS: &str = "SELECT c.candidate_id, a.login FROM asked
    JOIN main.candidate_account AS c ON c.candidate_id = asked.id JOIN main.account AS a ON a.id = c.account_id
    UNION SELECT c.candidate_id, l.login FROM asked
    JOIN main.candidate_account AS c ON c.candidate_id = asked.id
    JOIN main.account_login AS l ON l.account_id = c.account_id";
const PROFILES: &str =
    "SELECT asked.id, s.profile FROM asked JOIN main.snapshot AS s ON s.candidate_id = asked.id
    UNION SELECT asked.id, s.profile FROM asked JOIN main.candidate_account AS c ON c.candidate_id = asked.id
    JOIN main.snapshot AS s ON s.account_id = c.account_id";
const PAYLOADS: &str =
    "SELECT asked.id, p.payload FROM asked JOIN main.journal AS j ON j.subject_id = asked.id
    JOIN main.journal_payload AS p ON p.sequence = j.sequence
    WHERE j.op IN ('candidate.create', 'candidate.update')";

/// The words of one candidate.
///
/// Errors: [`EngineError::NotFound`].
pub(crate) fn of(conn: &Connection, candidate: Uuid) -> Result<Identity> {
    let found = of_all(conn, [candidate])?.pop();
    found.ok_or_else(|| EngineError::not_found("candidate", candidate))
}

/// The words of each of these candidates, in no order, by four queries however many they are.
pub(crate) fn of_all(conn: &Connection, candidates: impl IntoIterator<Item = Uuid>) -> Result<Vec<Identity>> {
    let asked = list(candidates)?;
    let mut all = now(conn, &asked)?;
    // Names that they went by before.
    for (id, payload) in texts(conn, PAYLOADS, &asked)? {
        let payload: Value = serde_json::from_str(&payload)?;
        let found = all.entry(id).or_default();
        for said in [Some(&payload), payload.get("before"), payload.get("after")].into_iter().flatten() {
            let text = |field: &str| said.get(field).and_then(Value::as_str).map(str::to_owned);
            found.names.extend(text("name"));
            found.addresses.extend(text("email"));
            found.places.extend(text("location"));
            found.biographies.extend(text("headline"));
        }
    }
    Ok(all.into_values().collect())
}

/// As [`of_all`], without the names that they went by before.
pub(crate) fn now_of_all(
    conn: &Connection,
    candidates: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<Identity>> {
    Ok(now(conn, &list(candidates)?)?.into_values().collect())
}

fn list(candidates: impl IntoIterator<Item = Uuid>) -> Result<String> {
    let ids: Vec<String> = candidates.into_iter().map(|id| id.simple().to_string()).collect();
    Ok(serde_json::to_string(&ids)?)
}

/// What stands of them in tables: their own rows, accounts, snapshots.
fn now(conn: &Connection, asked: &str) -> Result<HashMap<Uuid, Identity>> {
    let mut all = fields(conn, asked)?;
    for (id, login) in texts(conn, ACCOUNTS, asked)? {
        all.entry(id).or_default().logins.push(login);
    }
    for (id, profile) in texts(conn, PROFILES, asked)? {
        if let Some(profile) = serde_json::from_str::<Option<Profile>>(&profile)? {
            add_profile(all.entry(id).or_default(), profile);
        }
    }
    Ok(all)
}

/// What stands in their own rows.
fn fields(conn: &Connection, asked: &str) -> Result<HashMap<Uuid, Identity>> {
    let mut statement = conn.prepare_cached(&format!("{ASKED} {FIELDS}"))?;
    let rows = statement.query_map([asked], |row| {
        let one = Identity {
            names: vec![row.get(1)?],
            addresses: vec![row.get(2)?],
            places: vec![row.get(3)?],
            biographies: vec![row.get(4)?],
            ..Identity::default()
        };
        Ok((row.get(0)?, one))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn add_profile(found: &mut Identity, profile: Profile) {
    found.logins.push(profile.account.login);
    found.names.extend(profile.name.value().cloned());
    found.addresses.extend(profile.email.value().cloned());
    found.addresses.extend(profile.blog.value().cloned());
    found.places.extend(profile.company.value().cloned());
    found.places.extend(profile.location.value().cloned());
    found.biographies.extend(profile.bio.value().cloned());
}

/// Texts with whose they are.
fn texts(conn: &Connection, sql: &str, asked: &str) -> Result<Vec<(Uuid, String)>> {
    let mut statement = conn.prepare_cached(&format!("{ASKED} {sql}"))?;
    let texts = statement.query_map([asked], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}
