//! One snapshot: its profile and its facts, each value in one of three states (law 1).

use assay_domain::evidence::{FactState, definition};
use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_domain::import::{Profile, Seen};
use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Display;
use uuid::Uuid;

use super::EvidenceKind;
use super::summary::{self, SnapshotSummary};
use crate::store::column;
use crate::{EngineError, Result, Store, Viewer};

/// Evidence named beside each fact; the rest is counted.
const BRIEFS: usize = 5;

/// One snapshot with its profile and facts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SnapshotDetail {
    /// In a few lines.
    pub summary: SnapshotSummary,
    /// The profile, field by field; empty where the source gives no profile.
    pub profile: Vec<ProfileField>,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// One field in one of its three states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ProfileField {
    /// Its name in JSON.
    pub field: String,
    /// Its name for people.
    pub title: String,
    /// Known, said to be empty, or not in this snapshot.
    pub state: FactState,
    /// The value; empty unless known.
    pub value: String,
}

/// Something computed from the records, with how.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Fact {
    /// Its id.
    pub fact: String,
    /// Version of its definition.
    pub version: u32,
    /// Its name for people.
    pub title: String,
    /// In which state.
    pub state: FactState,
    /// The value for people; empty where absent.
    pub value: String,
    /// The value as JSON; null where absent.
    #[cfg_attr(feature = "specta", specta(type = JsonValue))]
    pub data: Value,
    /// How it is computed.
    pub definition: String,
    /// What must not be read into it.
    pub not_meaning: String,
    /// The first records it was computed from.
    pub evidence: Vec<EvidenceBrief>,
    /// How many there are.
    pub evidence_total: u32,
}

/// A record that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceBrief {
    /// Id.
    pub id: EvidenceId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it stands.
    pub address: String,
    /// Its title.
    pub title: String,
}

/// One snapshot, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: SnapshotId) -> Result<SnapshotDetail> {
    store.read(viewer, |conn| {
        let summary = summary::query(conn, "s.id = ?1", &[&id.0])?
            .pop()
            .ok_or_else(|| EngineError::not_found("snapshot", id))?;
        let profile: Option<Profile> =
            conn.query_row("SELECT profile FROM snapshot WHERE id = ?1", [id.0], |row| column::json(row, 0))?;
        let profile = profile.as_ref().map(profile_fields).unwrap_or_default();
        Ok(SnapshotDetail { summary, profile, facts: facts(conn, id)? })
    })
}

fn facts(conn: &Connection, snapshot: SnapshotId) -> Result<Vec<Fact>> {
    let mut statement = conn.prepare_cached(
        "SELECT fact, version, state, text, value, evidence, evidence_total FROM fact WHERE snapshot_id = ?1",
    )?;
    let mut rows = statement.query([snapshot.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let evidence: Vec<Uuid> = column::json(row, 5)?;
        found.push((fact(row)?, evidence.into_iter().take(BRIEFS).collect::<Vec<_>>()));
    }
    found.sort_by_key(|(fact, _)| assay_domain::evidence::FACTS.iter().position(|one| one.id == fact.fact));
    let ids: Vec<Uuid> = found.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
    let briefs = briefs(conn, &ids)?;
    Ok(found
        .into_iter()
        .map(|(fact, ids)| Fact {
            evidence: ids.iter().filter_map(|id| briefs.get(id).cloned()).collect(),
            ..fact
        })
        .collect())
}

fn fact(row: &rusqlite::Row<'_>) -> rusqlite::Result<Fact> {
    let id: String = row.get(0)?;
    let known = definition(&id);
    Ok(Fact {
        title: known.map_or(id.as_str(), |known| known.title).to_string(),
        definition: known.map_or("", |known| known.definition).to_string(),
        not_meaning: known.map_or("", |known| known.not_meaning).to_string(),
        fact: id,
        version: row.get(1)?,
        state: column::word(row, 2)?,
        value: row.get(3)?,
        data: column::json(row, 4)?,
        evidence: Vec::new(),
        evidence_total: row.get(6)?,
    })
}

fn briefs(conn: &Connection, ids: &[Uuid]) -> Result<HashMap<Uuid, EvidenceBrief>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql =
        format!("SELECT id, kind, address, title FROM evidence WHERE id IN ({})", column::marks(ids.len()));
    let mut statement = conn.prepare(&sql)?;
    let rows = statement.query_map(params_from_iter(ids), |row| {
        let id: Uuid = row.get(0)?;
        let brief = EvidenceBrief {
            id: EvidenceId(id),
            kind: column::word(row, 1)?,
            address: row.get(2)?,
            title: row.get(3)?,
        };
        Ok((id, brief))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A field from what the source says of it.
fn field<T: Display>(name: &str, title: &str, seen: &Seen<T>) -> ProfileField {
    let (state, value) = match seen {
        Seen::Absent => (FactState::Absent, String::new()),
        Seen::Empty => (FactState::Zero, String::new()),
        Seen::Value(value) => (FactState::Known, value.to_string()),
    };
    let state =
        if value == "0" || (state == FactState::Known && value.is_empty()) { FactState::Zero } else { state };
    ProfileField { field: name.into(), title: title.into(), state, value }
}

fn date(seen: &Seen<crate::Instant>) -> Seen<String> {
    match seen {
        Seen::Absent => Seen::Absent,
        Seen::Empty => Seen::Empty,
        Seen::Value(at) => Seen::Value(at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
    }
}

fn yes_no(seen: &Seen<bool>) -> Seen<&'static str> {
    match seen {
        Seen::Absent => Seen::Absent,
        Seen::Empty => Seen::Empty,
        Seen::Value(yes) => Seen::Value(if *yes { "yes" } else { "no" }),
    }
}

/// The fields of a profile, in the order in which they are shown.
pub(super) fn profile_fields(profile: &Profile) -> Vec<ProfileField> {
    vec![
        field("name", "Name", &profile.name),
        field("bio", "Biography", &profile.bio),
        field("company", "Company", &profile.company),
        field("location", "Location", &profile.location),
        field("email", "E-mail", &profile.email),
        field("blog", "Web page", &profile.blog),
        field("hireable", "Available for hire", &yes_no(&profile.hireable)),
        field("public_repos", "Public repositories", &profile.public_repos),
        field("followers", "Followers", &profile.followers),
        field("following", "Following", &profile.following),
        field("created_at", "Account made", &date(&profile.created_at)),
        field("updated_at", "Profile changed", &date(&profile.updated_at)),
        field("suspended", "Suspended", &yes_no(&profile.suspended)),
    ]
}

/// How the window's types tell a JSON value: specta refuses serde_json's own, whose numbers may be too wide for it.
#[cfg(feature = "specta")]
#[derive(Serialize, specta::Type)]
#[serde(untagged)]
#[expect(dead_code, reason = "it is only looked at as a type")]
enum JsonValue {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<JsonValue>),
    Object(std::collections::BTreeMap<String, JsonValue>),
}
