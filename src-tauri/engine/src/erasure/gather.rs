//! What there is about a candidate, and by which words they are named.

use assay_domain::erasure::Redaction;
use assay_domain::ids::CandidateId;
use assay_domain::import::Profile;
use rusqlite::{Connection, OptionalExtension as _};
use uuid::Uuid;

use crate::store::Noun;
use crate::{EngineError, Result};

/// Everything about one candidate.
pub(super) struct Found {
    pub candidate: Uuid,
    pub applications: Vec<Uuid>,
    pub interviews: Vec<Uuid>,
    pub scorecards: Vec<Uuid>,
    pub decisions: Vec<Uuid>,
    pub questions: Vec<Uuid>,
    pub accounts: Vec<Uuid>,
    pub snapshots: Vec<Uuid>,
    pub submissions: Vec<Uuid>,
    pub emails: Vec<String>,
    pub redaction: Redaction,
}

impl Found {
    /// The subjects whose journal payloads and keys go.
    pub fn subjects(&self) -> Vec<Uuid> {
        let groups = [
            &self.applications,
            &self.interviews,
            &self.scorecards,
            &self.decisions,
            &self.questions,
            &self.accounts,
            &self.snapshots,
            &self.submissions,
        ];
        let mut subjects = vec![self.candidate];
        subjects.extend(groups.into_iter().flatten().copied());
        subjects
    }

    /// What the window must read anew.
    pub fn changes(&self) -> Vec<(Noun, Uuid)> {
        let groups = [
            (Noun::Application, &self.applications),
            (Noun::Interview, &self.interviews),
            (Noun::Scorecard, &self.scorecards),
            (Noun::Decision, &self.decisions),
            (Noun::Question, &self.questions),
            (Noun::Account, &self.accounts),
            (Noun::Snapshot, &self.snapshots),
            (Noun::Submission, &self.submissions),
        ];
        groups.into_iter().flat_map(|(noun, ids)| ids.iter().map(move |id| (noun, *id))).collect()
    }
}

/// Finds everything about the candidate.
pub(super) fn gather(conn: &Connection, candidate: CandidateId) -> Result<Found> {
    let id = candidate.0;
    let (name, email) = conn
        .query_row("SELECT name, email FROM candidate WHERE id = ?1", [id], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?
        .ok_or_else(|| EngineError::not_found("candidate", candidate))?;
    let mut named = Named { names: vec![name], logins: texts(conn, LOGINS, id)?, emails: vec![email] };
    for profile in texts(conn, PROFILES, id)? {
        named.add_profile(&profile)?;
    }
    Ok(Found {
        candidate: id,
        applications: ids(conn, "SELECT id FROM application WHERE candidate_id = ?1", id)?,
        interviews: ids(conn, INTERVIEWS, id)?,
        scorecards: ids(conn, SCORECARDS, id)?,
        decisions: ids(conn, DECISIONS, id)?,
        questions: ids(conn, QUESTIONS, id)?,
        accounts: ids(conn, "SELECT account_id FROM candidate_account WHERE candidate_id = ?1", id)?,
        snapshots: ids(conn, SNAPSHOTS, id)?,
        submissions: ids(conn, SUBMISSIONS, id)?,
        redaction: named.redaction(),
        emails: named.emails,
    })
}

const INTERVIEWS: &str = "SELECT i.id FROM interview AS i JOIN application AS a ON a.id = i.application_id
    WHERE a.candidate_id = ?1";
const SCORECARDS: &str = "SELECT s.id FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
    JOIN application AS a ON a.id = i.application_id WHERE a.candidate_id = ?1";
const DECISIONS: &str = "SELECT d.id FROM decision AS d JOIN application AS a ON a.id = d.application_id
    WHERE a.candidate_id = ?1";
const QUESTIONS: &str = "SELECT q.id FROM open_question AS q JOIN application AS a ON a.id = q.application_id
    WHERE a.candidate_id = ?1";
const SNAPSHOTS: &str = "SELECT s.id FROM snapshot AS s WHERE s.candidate_id = ?1
    OR s.account_id IN (SELECT account_id FROM candidate_account WHERE candidate_id = ?1)";
const SUBMISSIONS: &str = "SELECT s.id FROM submission AS s JOIN application AS a ON a.id = s.application_id
    WHERE a.candidate_id = ?1";
const LOGINS: &str = "SELECT a.login FROM account AS a JOIN candidate_account AS c ON c.account_id = a.id
    WHERE c.candidate_id = ?1
    UNION SELECT l.login FROM account_login AS l JOIN candidate_account AS c USING (account_id)
    WHERE c.candidate_id = ?1";
const PROFILES: &str = "SELECT s.profile FROM snapshot AS s WHERE s.candidate_id = ?1
    OR s.account_id IN (SELECT account_id FROM candidate_account WHERE candidate_id = ?1)";

/// The words by which somebody is named.
struct Named {
    names: Vec<String>,
    logins: Vec<String>,
    emails: Vec<String>,
}

impl Named {
    fn add_profile(&mut self, profile: &str) -> Result<()> {
        let profile: Option<Profile> = serde_json::from_str(profile)?;
        let Some(profile) = profile else { return Ok(()) };
        self.names.extend(profile.name.value().cloned());
        self.emails.extend(profile.email.value().cloned());
        self.logins.push(profile.account.login);
        Ok(())
    }

    fn redaction(&self) -> Redaction {
        let slices = [&self.names, &self.logins, &self.emails];
        let [names, logins, emails] =
            slices.map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
        Redaction::new(&names, &logins, &emails)
    }
}

fn ids(conn: &Connection, sql: &str, candidate: Uuid) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare(sql)?;
    let ids = statement.query_map([candidate], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

fn texts(conn: &Connection, sql: &str, candidate: Uuid) -> Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    let texts = statement.query_map([candidate], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(texts)
}
