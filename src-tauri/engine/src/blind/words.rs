//! By which words the candidates hidden from somebody can be told: everything that was ever said of them here.

use assay_domain::blind::Identity;
use assay_domain::import::Profile;
use rusqlite::Connection;
use serde_json::Value;
use uuid::Uuid;

use crate::Result;

const ACCOUNTS: &str = "SELECT a.login FROM main.account AS a JOIN main.candidate_account AS c ON c.account_id = a.id
    WHERE c.candidate_id = ?1
    UNION SELECT l.login FROM main.account_login AS l JOIN main.candidate_account AS c ON c.account_id = l.account_id
    WHERE c.candidate_id = ?1";
const PROFILES: &str = "SELECT s.profile FROM main.snapshot AS s WHERE s.candidate_id = ?1
    OR s.account_id IN (SELECT account_id FROM main.candidate_account WHERE candidate_id = ?1)";
const PAYLOADS: &str =
    "SELECT p.payload FROM main.journal AS j JOIN main.journal_payload AS p ON p.sequence = j.sequence
    WHERE j.subject_id = ?1 AND j.op IN ('candidate.create', 'candidate.update')";

/// The words of one candidate.
pub(crate) fn of(conn: &Connection, candidate: Uuid) -> Result<Identity> {
    let mut found = Identity { logins: texts(conn, ACCOUNTS, candidate)?, ..Identity::default() };
    let mut fields =
        conn.prepare_cached("SELECT name, email, location, headline FROM main.candidate WHERE id = ?1")?;
    fields.query_row([candidate], |row| {
        found.names.push(row.get(0)?);
        found.addresses.push(row.get(1)?);
        found.places.push(row.get(2)?);
        found.biographies.push(row.get(3)?);
        Ok(())
    })?;
    for profile in texts(conn, PROFILES, candidate)? {
        if let Some(profile) = serde_json::from_str::<Option<Profile>>(&profile)? {
            add_profile(&mut found, profile);
        }
    }
    // Names that they went by before.
    for payload in texts(conn, PAYLOADS, candidate)? {
        let payload: Value = serde_json::from_str(&payload)?;
        for said in [Some(&payload), payload.get("before"), payload.get("after")].into_iter().flatten() {
            let text = |field: &str| said.get(field).and_then(Value::as_str).map(str::to_owned);
            found.names.extend(text("name"));
            found.addresses.extend(text("email"));
            found.places.extend(text("location"));
            found.biographies.extend(text("headline"));
        }
    }
    Ok(found)
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

fn texts(conn: &Connection, sql: &str, candidate: Uuid) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let texts = statement.query_map([candidate], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(texts)
}
