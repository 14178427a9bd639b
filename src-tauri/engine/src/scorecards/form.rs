//! The scorecard screen: the form, drafts, and what is still missing.

use assay_domain::ids::{InterviewId, RoleId};
use assay_domain::role::Seniority;
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{
    Missing, Rating, ScorecardContent, ScorecardInput, completeness, ensure_log_has_come, problems,
    what_would_have_raised,
};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Draft, Form, RaisedFlag};
use crate::interviews::{self, Interview, InterviewState};
use crate::snapshots::SnapshotSummary;
use crate::store::column::{json, word};
use crate::{EngineError, Instant, Result, Store, Viewer, independence, rubrics, snapshots};

/// What is needed to write the scorecard of an open interview: the viewer's own, or somebody else's that was written on
/// paper. Nobody sees the draft of another.
///
/// Errors: [`EngineError::Conflict`] where the interview is not open, [`EngineError::ClosedToViewer`] for a paper scorecard
/// where the viewer holds an open interview in the application.
pub fn form(store: &Store, viewer: Viewer, id: InterviewId) -> Result<Form> {
    store.read(viewer, |conn| {
        let interview = open(conn, viewer, id)?;
        let rubric = rubric(conn, id)?;
        let draft = if interview.mine {
            stored(conn, id, &rubric)?.draft(&rubric)
        } else {
            independence::ensure_open(conn, viewer, interview.application_id)?;
            Stored::default().draft(&rubric)
        };
        let snapshots = snapshots::of_candidate(conn, interview.candidate_id)?;
        with_draft(conn, interview, rubric, draft, snapshots)
    })
}

/// The form of an interview with what stands in its draft, for whoever is not to know whose it is: without snapshots to cite
/// from. The caller has asked whether the viewer may have it.
pub(crate) fn form_of(conn: &Connection, interview: Interview) -> Result<Form> {
    let rubric = rubric(conn, interview.id)?;
    let draft = stored(conn, interview.id, &rubric)?.draft(&rubric);
    with_draft(conn, interview, rubric, draft, Vec::new())
}

/// The form with what stands in it already.
pub(super) fn with_draft(
    conn: &Connection,
    interview: Interview,
    rubric: Rubric,
    draft: Draft,
    snapshots: Vec<SnapshotSummary>,
) -> Result<Form> {
    let seniority = seniority(conn, interview.role_id)?;
    let kit = conn
        .prepare_cached("SELECT kit_id, kit_version FROM assessment WHERE id = ?1")?
        .query_row([interview.assessment_id.0], crate::plans::kit_name)?;
    Ok(Form { interview, rubric, kit, seniority, draft, snapshots })
}

/// Saves the viewer's own draft; gives when. Levels and criteria that the rubric does not have are refused, gaps are not.
pub fn save_draft(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Instant> {
    let content = ScorecardContent::from(input);
    store.scratch(|tx| {
        ensure_mine(&open(tx, viewer, id)?)?;
        keep(tx, at, id, &content)?;
        Ok(at)
    })
}

/// Writes a draft. Levels and criteria that the interview's rubric does not have are refused, gaps are not.
pub(crate) fn keep(tx: &Connection, at: Instant, id: InterviewId, content: &ScorecardContent) -> Result<()> {
    keep_by(tx, at, id, &rubric(tx, id)?, content)
}

/// [`keep`], where the interview's rubric has been read.
pub(super) fn keep_by(
    tx: &Connection,
    at: Instant,
    id: InterviewId,
    rubric: &Rubric,
    content: &ScorecardContent,
) -> Result<()> {
    refuse(&with_rubric(rubric, content, problems))?;
    tx.prepare_cached(
        "INSERT INTO draft (interview_id, content, saved_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (interview_id) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at",
    )?
    .execute(params![id.0, serde_json::to_string(content)?, at])?;
    Ok(())
}

/// All that keeps this content from being submitted at a time; empty means that it can be.
pub fn check(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Vec<Missing>> {
    let content = ScorecardContent::from(input);
    store.read(viewer, |conn| {
        interviews::get(conn, viewer, id)?;
        let mut missing = with_rubric(&rubric(conn, id)?, &content, completeness);
        let to_come = ensure_log_has_come(&content.log, at).err();
        missing.extend(to_come.map(|problem| Missing { criterion: None, what: problem.to_string() }));
        Ok(missing)
    })
}

/// What the content leaves open that nothing demands: what would have raised each rating below what is expected of the role's
/// level, where the note does not answer it.
pub fn hints(store: &Store, viewer: Viewer, id: InterviewId, input: ScorecardInput) -> Result<Vec<Missing>> {
    let content = ScorecardContent::from(input);
    store.read(viewer, |conn| {
        let role = interviews::get(conn, viewer, id)?.role_id;
        Ok(what_would_have_raised(&content, &rubric(conn, id)?, seniority(conn, role)?))
    })
}

fn seniority(conn: &Connection, role: RoleId) -> Result<Seniority> {
    let mut statement = conn.prepare_cached("SELECT seniority FROM role WHERE id = ?1")?;
    Ok(statement.query_row([role.0], |row| word(row, "seniority"))?)
}

/// The interview, refused where it is not open.
pub(super) fn open(conn: &Connection, viewer: Viewer, id: InterviewId) -> Result<Interview> {
    let interview = interviews::get(conn, viewer, id)?;
    match interview.state {
        InterviewState::Open => Ok(interview),
        InterviewState::Submitted => Err(EngineError::conflict(
            "the scorecard of this interview is submitted",
            "Its author can amend it, with a reason.",
        )),
        InterviewState::Cancelled => {
            Err(EngineError::conflict("this interview was cancelled", "Have another one assigned."))
        }
    }
}

/// Refuses somebody else's interview.
pub(super) fn ensure_mine(interview: &Interview) -> Result<()> {
    if interview.mine {
        return Ok(());
    }
    Err(EngineError::conflict(
        format!("this interview is held by {}", interview.person_name),
        "What they wrote on paper can be typed in as such.",
    ))
}

/// The rubric of an interview: the one that its scorecard used, or else the one that the plan names now.
pub(super) fn rubric(conn: &Connection, id: InterviewId) -> Result<Rubric> {
    let (rubric, version): (String, u32) = conn
        .prepare_cached(
            "SELECT coalesce(s.rubric_id, a.rubric_id), coalesce(s.rubric_version, a.rubric_version)
             FROM interview AS i JOIN assessment AS a ON a.id = i.assessment_id
             LEFT JOIN scorecard AS s ON s.interview_id = i.id WHERE i.id = ?1 LIMIT 1",
        )?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rubrics::find(conn, &rubric, version)
}

/// One of the domain's checks, with what it needs of the rubric.
pub(super) fn with_rubric(
    rubric: &Rubric,
    content: &ScorecardContent,
    check: impl Fn(&ScorecardContent, &[(&str, u8)], &[&str]) -> Vec<Missing>,
) -> Vec<Missing> {
    let criteria: Vec<(&str, u8)> =
        rubric.criteria.iter().map(|one| (one.id.as_str(), rubric.levels)).collect();
    let flags: Vec<&str> = rubric.red_flags.iter().map(|one| one.id.as_str()).collect();
    check(content, &criteria, &flags)
}

/// An error that tells everything missing.
pub(super) fn refuse(missing: &[Missing]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = missing
        .iter()
        .map(|one| match &one.criterion {
            Some(criterion) => format!("{criterion}: {}", one.what),
            None => one.what.clone(),
        })
        .collect();
    Err(EngineError::invalid(
        format!("the scorecard is not complete: {}", told.join("; ")),
        "Fill these in; what was not assessed is marked as such, never guessed.",
    ))
}

/// What an interview's draft holds.
#[derive(Default)]
pub(super) struct Stored {
    pub content: ScorecardContent,
    saved_at: Option<Instant>,
}

/// What an interview's draft holds, nothing yet where there is none. What the rubric does not have (any more, after the plan
/// moved to another version of it) is left out, and so is a level beyond its scale: the rest of the draft stays usable.
pub(super) fn stored(conn: &Connection, id: InterviewId, rubric: &Rubric) -> Result<Stored> {
    let found: Option<(ScorecardContent, Instant)> = conn
        .prepare_cached("SELECT content, saved_at FROM draft WHERE interview_id = ?1")?
        .query_row([id.0], |row| Ok((json(row, "content")?, row.get("saved_at")?)))
        .optional()?;
    let Some((mut content, saved_at)) = found else { return Ok(Stored::default()) };
    content.ratings.retain(|rating| rubric.criteria.iter().any(|one| one.id == rating.criterion));
    for rating in &mut content.ratings {
        rating.level = rating.level.filter(|level| *level <= rubric.levels);
    }
    content.flags.retain(|raised| rubric.red_flag(&raised.flag).is_some());
    Ok(Stored { content, saved_at: Some(saved_at) })
}

impl Stored {
    /// As a draft with a rating for each criterion.
    pub fn draft(self, rubric: &Rubric) -> Draft {
        let Stored { mut content, saved_at } = self;
        let mut rating = |id: &str| {
            let found = content.ratings.iter().position(|rating| rating.criterion == id);
            found.map_or_else(
                || Rating { criterion: id.to_owned(), ..Rating::default() },
                |index| content.ratings.swap_remove(index),
            )
        };
        let ratings = rubric.criteria.iter().map(|one| rating(&one.id)).collect();
        Draft {
            ratings,
            flags: titled(&content, rubric),
            summary: content.summary,
            recommendation: content.recommendation,
            log: content.log,
            saved_at,
        }
    }
}

/// The raised flags with their names for people.
pub(super) fn titled(content: &ScorecardContent, rubric: &Rubric) -> Vec<RaisedFlag> {
    let flag = |raised: &assay_domain::scorecard::RaisedFlag| {
        let known = rubric.red_flag(&raised.flag)?;
        let evidence = raised.evidence.clone();
        Some(RaisedFlag { flag: raised.flag.clone(), title: known.title.clone(), evidence })
    };
    content.flags.iter().filter_map(flag).collect()
}
