//! What there is to mark: the assessments of which the viewer holds open interviews with something handed in, and their topics.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, RoleId};
use assay_domain::submission::PartKind;
use rusqlite::{Connection, named_params};
use serde::Serialize;

use crate::interviews::{self, Interview};
use crate::submissions::{self, PartHead, questions_of};
use crate::{Result, Store, Viewer};

/// The topic of everything that was handed in.
pub(super) const ALL: &str = "all";

/// A question or artefact to go through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Topic {
    /// By which it is asked for.
    pub id: String,
    /// Name for people.
    pub title: String,
    /// How many of the viewer's candidates handed something in for it.
    pub handed_in: u32,
}

/// An assessment to be marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingSet {
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// Its kind.
    pub kind: AssessmentKind,
    /// How many open interviews of it the viewer holds.
    pub open: u32,
    /// For how many of them something was handed in.
    pub handed_in: u32,
    /// Questions and artefacts, in their order; everything together last.
    pub topics: Vec<Topic>,
}

/// What the viewer has to mark. Names nobody.
pub fn list(store: &Store, viewer: Viewer) -> Result<Vec<MarkingSet>> {
    store.read(viewer, |conn| {
        let mut sets: Vec<MarkingSet> = Vec::new();
        for held in mine(conn, viewer, None)? {
            if sets.iter().any(|set| set.assessment_id == held.assessment_id) {
                continue;
            }
            let set = set(conn, viewer, held.assessment_id)?;
            sets.extend(set.filter(|set| set.0.handed_in > 0).map(|set| set.0));
        }
        Ok(sets)
    })
}

/// One of the viewer's open interviews, and the parts that were handed in for it.
pub(super) struct Held {
    pub interview: InterviewId,
    pub candidate: CandidateId,
    pub application: ApplicationId,
    pub parts: Vec<PartHead>,
}

/// The set of an assessment with the interviews for which something was handed in; `None` where the viewer holds none.
pub(super) fn set(
    conn: &Connection,
    viewer: Viewer,
    assessment: AssessmentId,
) -> Result<Option<(MarkingSet, Vec<Held>)>> {
    let all = mine(conn, viewer, Some(assessment))?;
    let Some(first) = all.first() else { return Ok(None) };
    let mut held = Vec::new();
    for one in &all {
        let parts = parts(conn, one.application_id, assessment)?;
        if !parts.is_empty() {
            let (interview, candidate, application) = (one.id, one.candidate_id, one.application_id);
            held.push(Held { interview, candidate, application, parts });
        }
    }
    let set = MarkingSet {
        role_id: first.role_id,
        role_title: first.role_title.clone(),
        assessment_id: assessment,
        assessment_title: first.assessment_title.clone(),
        kind: first.kind,
        open: number(all.len()),
        handed_in: number(held.len()),
        topics: topics(conn, assessment, &held)?,
    };
    Ok(Some((set, held)))
}

fn mine(conn: &Connection, viewer: Viewer, assessment: Option<AssessmentId>) -> Result<Vec<Interview>> {
    let rest = "WHERE i.state = 'open' AND i.person_id = :viewer
        AND (:assessment IS NULL OR i.assessment_id = :assessment) ORDER BY i.assigned_at, i.id";
    let bound = named_params! {":viewer": viewer.0.0, ":assessment": assessment.map(|id| id.0)};
    interviews::select(conn, rest, bound)
}

/// All parts of an application for an assessment, of the newest submission first.
fn parts(conn: &Connection, application: ApplicationId, assessment: AssessmentId) -> Result<Vec<PartHead>> {
    let ids = submissions::ids_for(conn, application, assessment)?;
    let mut heads = submissions::heads(conn, &ids)?;
    Ok(ids.iter().filter_map(|id| heads.remove(id)).flatten().collect())
}

/// The kit's questions, questions in words, the texts, files that several handed in, and everything.
fn topics(conn: &Connection, assessment: AssessmentId, held: &[Held]) -> Result<Vec<Topic>> {
    let mut topics: Vec<Topic> = Vec::new();
    for question in questions_of(conn, assessment)? {
        topics.push(counted(format!("answer/{}", question.id), question.title, held));
    }
    for part in held.iter().flat_map(|one| &one.parts) {
        let id = topic_of(part);
        if topics.iter().all(|topic| topic.id != id) {
            let title = if part.kind == PartKind::Text { "Texts" } else { part.title.as_str() };
            topics.push(counted(id, title.to_owned(), held));
        }
    }
    // What only one of them has compares with nothing, and its words could name them.
    topics.retain(|topic| topic.handed_in > 1 || topic.id.starts_with("answer/") || topic.id == "text");
    topics.push(counted(ALL.into(), "Everything handed in".into(), held));
    Ok(topics)
}

fn counted(id: String, title: String, held: &[Held]) -> Topic {
    let has = |one: &&Held| one.parts.iter().any(|part| is_of(part, &id));
    Topic { handed_in: number(held.iter().filter(has).count()), id, title }
}

/// Whether a part belongs to a topic.
pub(super) fn is_of(part: &PartHead, topic: &str) -> bool {
    topic == ALL || topic_of(part) == topic
}

fn topic_of(part: &PartHead) -> String {
    match part.kind {
        PartKind::Answer if !part.question.is_empty() => format!("answer/{}", part.question),
        PartKind::Answer => format!("question/{}", part.title),
        PartKind::Text => "text".into(),
        PartKind::File | PartKind::Named => format!("file/{}", part.title),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
