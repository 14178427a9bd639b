//! Names that must not be in what is handed to a candidate: those of the people who interview and decide, and of other
//! candidates, by whatever part of a name, login or address they can be told.

use assay_domain::blind::{Identity, naming};
use assay_domain::erasure::Redaction;
use assay_domain::ids::CandidateId;
use rusqlite::Connection;
use uuid::Uuid;

use crate::{Result, Store, blind};

/// What stands where a name was.
const LEFT_OUT: &str = "[name left out]";

/// The present and the earlier names of the workspace's people.
const PEOPLE: &str = "SELECT name FROM person
    UNION SELECT p.payload ->> 'before' FROM journal AS j JOIN journal_payload AS p USING (sequence)
    WHERE j.op = 'person.rename' AND p.payload ->> 'before' IS NOT NULL";

/// Names to be left out of notes.
pub struct Names(Redaction);

impl Names {
    /// Everybody's but the candidate's own, whose words stay even where they are somebody else's too.
    pub fn of(store: &Store, candidate: CandidateId) -> Result<Self> {
        store.look(|conn| {
            let own = blind::identity_of(conn, candidate.0)?;
            let mut others = vec![Identity { names: people(conn)?, ..Identity::default() }];
            others.extend(blind::identities_of(conn, candidates(conn, candidate)?)?);
            Ok(Self(naming(LEFT_OUT, &others, &own.names)))
        })
    }

    /// The text without them.
    pub fn left_out_of(&self, text: &str) -> String {
        self.0.text(text).unwrap_or_else(|| text.to_owned())
    }
}

fn people(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(PEOPLE)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn candidates(conn: &Connection, but: CandidateId) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare_cached("SELECT id FROM candidate WHERE id <> ?1")?;
    let rows = statement.query_map([but.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
