//! Writing one version of a scorecard, with its search row and journal entry.

use assay_domain::ids::{PersonId, ScorecardId};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{
    LogEvent, NOT_ASSESSED, ScorecardContent, completeness, ensure_log_has_come, tidy_log,
};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::form::{refuse, titled, with_rubric};
use super::freeze::freeze;
use super::read::{Scope, load};
use super::{RaisedFlag, Scorecard, log};
use crate::interviews::Interview;
use crate::store::{Noun, SearchRow, Tx};
use crate::{EngineError, Instant, Result, Viewer, blind, debriefs, independence, plans};

/// A version to be written.
pub(super) struct Version<'a> {
    pub interview: &'a Interview,
    pub rubric: &'a Rubric,
    pub occasion: u32,
    pub version: u32,
    pub typed_in_by: Option<PersonId>,
    pub amendment_reason: Option<&'a str>,
}

/// Writes a version. Refused with everything that is missing, where something is.
pub(super) fn write(
    tx: &mut Tx<'_>,
    at: Instant,
    new: &Version<'_>,
    mut content: ScorecardContent,
) -> Result<()> {
    refuse(&with_rubric(new.rubric, &content, completeness))?;
    ensure_log_has_come(&content.log, at)?;
    let Some(recommendation) = content.recommendation else {
        return Err(EngineError::Defect("a complete scorecard has a recommendation".into()));
    };
    freeze(tx, new.interview.candidate_id, &mut content)?;
    let id = ScorecardId(Uuid::now_v7());
    let plan = plans::current(tx, new.interview.role_id)?;
    let timing = Timing::of(tx, new.interview)?;
    tx.execute(
        "INSERT INTO scorecard (id, interview_id, version, submitted_at, typed_in_by, amendment_reason, plan_id,
            rubric_id, rubric_version, recommendation, summary, occasion, after_debrief, had_read)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            id.0,
            new.interview.id.0,
            new.version,
            at,
            new.typed_in_by.map(|person| person.0),
            new.amendment_reason,
            plan.id.0,
            new.rubric.id,
            new.rubric.version,
            recommendation.as_str(),
            content.summary,
            new.occasion,
            timing.after_debrief,
            timing.had_read
        ],
    )?;
    let flags = titled(&content, new.rubric);
    ratings(tx, id, new.rubric, &content)?;
    raised(tx, id, &flags)?;
    content.log = tidy_log(&content.log);
    log::write(tx, id, &content.log)?;
    if new.occasion == 1 {
        index(tx, new.interview, &content, &flags)?;
    }
    journal(tx, id, new, &content, timing)
}

/// When a version comes, as it is kept with it for ever.
#[derive(Clone, Copy)]
struct Timing {
    after_debrief: bool,
    had_read: bool,
}

impl Timing {
    fn of(tx: &Tx<'_>, interview: &Interview) -> Result<Self> {
        let application = interview.application_id;
        Ok(Self {
            after_debrief: debriefs::opening(tx, application)?.is_some(),
            had_read: independence::is_exposed(tx, interview.person_id, application)?,
        })
    }
}

fn ratings(tx: &Tx<'_>, id: ScorecardId, rubric: &Rubric, content: &ScorecardContent) -> Result<()> {
    for (position, criterion) in rubric.criteria.iter().enumerate() {
        let Some(rating) = content.ratings.iter().find(|rating| rating.criterion == criterion.id) else {
            continue;
        };
        tx.prepare_cached(
            "INSERT INTO rating (scorecard_id, position, criterion, level, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            id.0,
            position as i64,
            rating.criterion,
            rating.level.unwrap_or(NOT_ASSESSED),
            rating.note
        ])?;
        for (position, citation) in rating.citations.iter().enumerate() {
            tx.prepare_cached(
                "INSERT INTO citation (scorecard_id, criterion, position, evidence_id, address, quote)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                id.0,
                rating.criterion,
                position as i64,
                citation.evidence_id.map(|evidence| evidence.0),
                citation.address,
                citation.quote
            ])?;
        }
    }
    Ok(())
}

fn raised(tx: &Tx<'_>, id: ScorecardId, flags: &[RaisedFlag]) -> Result<()> {
    for one in flags {
        tx.prepare_cached(
            "INSERT INTO red_flag (scorecard_id, flag, title, evidence) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![id.0, one.flag, one.title, one.evidence])?;
    }
    Ok(())
}

/// The row says the newest version only, and leads to the interview, where all versions are shown.
fn index(tx: &Tx<'_>, interview: &Interview, content: &ScorecardContent, flags: &[RaisedFlag]) -> Result<()> {
    let notes = content.ratings.iter().map(|rating| rating.note.as_str());
    let evidence = flags.iter().map(|flag| flag.evidence.as_str());
    let in_the_room =
        content.log.iter().filter(|one| one.event == LogEvent::Note).map(|one| one.text.as_str());
    let texts: Vec<&str> = std::iter::once(content.summary.as_str())
        .chain(notes)
        .chain(evidence)
        .chain(in_the_room)
        .filter(|it| !it.is_empty())
        .collect();
    let title =
        format!("{}, {} for {}", interview.assessment_title, interview.person_name, interview.candidate_name);
    SearchRow {
        noun: Noun::Scorecard,
        subject: interview.id.0,
        candidate: Some(interview.candidate_id.0),
        snapshot: None,
        application: Some(interview.application_id.0),
        title: &title,
        body: &texts.join("\n"),
    }
    .replace(tx)
}

fn journal(
    tx: &mut Tx<'_>,
    id: ScorecardId,
    new: &Version<'_>,
    content: &ScorecardContent,
    timing: Timing,
) -> Result<()> {
    let mut payload = serde_json::json!({
        "interview": new.interview.id, "version": new.version, "content": content,
        "rubric": {"id": new.rubric.id, "version": new.rubric.version},
        "after_debrief": timing.after_debrief, "had_read": timing.had_read,
    });
    if new.occasion > 1 {
        payload["occasion"] = new.occasion.into();
    }
    if let Some(reason) = new.amendment_reason {
        payload["reason"] = reason.into();
    }
    let mut names = vec![new.interview.id.0, new.interview.application_id.0];
    names.extend(new.typed_in_by.map(|person| person.0));
    tx.record(Noun::Scorecard, id.0, &names, &payload)?;
    tx.touch(Noun::Application, new.interview.application_id.0);
    tx.touch(Noun::Role, new.interview.role_id.0);
    Ok(())
}

/// Writes the second marking of an interview: another occasion, which no score counts and no search finds. Its draft is done
/// with.
pub(crate) fn write_again(
    tx: &mut Tx<'_>,
    at: Instant,
    interview: &Interview,
    content: ScorecardContent,
) -> Result<()> {
    let rubric = super::form::rubric(tx, interview.id)?;
    let (occasion, version) = (crate::retests::AGAIN, 1);
    let new =
        Version { interview, rubric: &rubric, occasion, version, typed_in_by: None, amendment_reason: None };
    tx.execute("DELETE FROM draft WHERE interview_id = ?1", [interview.id.0])?;
    write(tx, at, &new, content)
}

/// Turns the open interview into a submitted one; its draft is done with.
/// Whether it was blind is kept with it.
pub(super) fn close_interview(tx: &mut Tx<'_>, at: Instant, interview: &Interview) -> Result<()> {
    blind::keep_mark(tx, interview)?;
    tx.execute("UPDATE interview SET state = 'submitted' WHERE id = ?1", [interview.id.0])?;
    tx.execute("DELETE FROM draft WHERE interview_id = ?1", [interview.id.0])?;
    blind::note_submitted(tx, at, interview.person_id, interview.application_id)?;
    let payload = serde_json::json!({"from": "open", "to": "submitted"});
    tx.record(Noun::Interview, interview.id.0, &[interview.application_id.0], &payload)
}

/// The version just written, as its author's answer. Where another interview of theirs there is still open, without its
/// score.
pub(super) fn answer(conn: &Connection, viewer: Viewer, interview: &Interview) -> Result<Scorecard> {
    let newest = load(conn, viewer, Scope::Interview(interview.id))?.into_iter().next();
    let mut card = newest.ok_or_else(|| EngineError::Defect("a scorecard written is not there".into()))?;
    if independence::is_closed(conn, viewer, interview.application_id)? {
        card.score = None;
        card.closed = true;
    }
    Ok(card)
}
