//! What there is about a candidate, and by which words they are named.

use assay_domain::blind::Identity;
use assay_domain::erasure::Redaction;
use assay_domain::ids::CandidateId;
use rusqlite::Connection;
use uuid::Uuid;

use crate::store::Noun;
use crate::{Result, blind, candidates};

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
    /// What the journal tells of their applications, also of what was taken back and is in no table any more.
    pub told: Vec<Uuid>,
    /// By what they are called.
    pub known: Identity,
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
            &self.told,
        ];
        let mut subjects = vec![self.candidate];
        subjects.extend(groups.into_iter().flatten().copied());
        subjects[1..].sort_unstable();
        subjects.dedup();
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
    candidates::exists(conn, candidate)?;
    let known = blind::identity_of(conn, id)?;
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
        told: told(conn, id)?,
        redaction: redaction(&known).sparing(&others(conn, id)?),
        known,
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
/// Subjects of entries that name the candidate, an application of theirs, or what belongs to one: a question that was taken
/// back is in the journal only.
const TOLD: &str = "WITH RECURSIVE theirs (id) AS (
        SELECT ?1
        UNION SELECT j.subject_id FROM theirs JOIN journal_id AS n ON n.id = theirs.id
        JOIN journal AS j ON j.sequence = n.sequence
        WHERE j.subject_noun IN ('application', 'interview', 'scorecard', 'decision', 'question', 'submission'))
    SELECT id FROM theirs WHERE id <> ?1";

/// What the journal tells of a candidate's applications, by its subjects.
pub(super) fn told(conn: &Connection, candidate: Uuid) -> Result<Vec<Uuid>> {
    ids(conn, TOLD, candidate)
}

/// By names and logins, the earlier ones too, and by addresses. Places and biographies name nobody by themselves.
fn redaction(known: &Identity) -> Redaction {
    let [names, logins, emails] = [&known.names, &known.logins, &known.addresses]
        .map(|words| words.iter().map(String::as_str).collect::<Vec<_>>());
    Redaction::new(&names, &logins, &emails)
}

/// How everybody else here is called now: the candidates who stay, and colleagues.
fn others(conn: &Connection, candidate: Uuid) -> Result<Vec<Identity>> {
    let stay = ids(conn, "SELECT id FROM candidate WHERE id <> ?1", candidate)?;
    let mut others = blind::identities_now(conn, stay)?;
    let mut names = conn.prepare("SELECT name FROM person")?;
    let names = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    others.push(Identity { names, ..Identity::default() });
    Ok(others)
}

pub(super) fn ids(conn: &Connection, sql: &str, candidate: Uuid) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare(sql)?;
    let ids = statement.query_map([candidate], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}
