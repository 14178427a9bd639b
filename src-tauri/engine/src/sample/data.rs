//! The sample's data files.

use std::collections::BTreeMap;

use assay_domain::candidate::SourceKind;
use assay_domain::stage::Stage;
use serde::Deserialize;

use crate::{EngineError, Result};

/// An interviewer.
#[derive(Deserialize)]
pub struct Person {
    pub name: String,
    /// By how many levels this person rates lower than the others.
    pub severity: f64,
}

/// A candidate. `ability` is on the five-level scale, an entry for each assessment of the plan; 0: not held yet.
#[derive(Deserialize)]
pub struct Candidate {
    pub name: String,
    pub source: SourceKind,
    pub login: String,
    pub headline: String,
    pub location: String,
    pub ability: Vec<f64>,
    pub stage: Stage,
    pub raters: usize,
    pub open: Vec<String>,
}

/// Notes by assessment kind, criterion and level.
pub type Notes = BTreeMap<String, BTreeMap<String, Vec<Vec<String>>>>;

/// All of it.
pub struct Data {
    pub people: Vec<Person>,
    pub candidates: Vec<Candidate>,
    pub notes: Notes,
}

#[derive(Deserialize)]
struct People {
    people: Vec<Person>,
    candidates: Vec<Candidate>,
}

/// Reads the files that are built in.
pub fn load() -> Result<Data> {
    let People { people, candidates } = read(include_str!("people.json"))?;
    Ok(Data { people, candidates, notes: read(include_str!("notes.json"))? })
}

/// Reads one built-in file.
pub fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| EngineError::Defect(format!("the sample's data: {error}")))
}
