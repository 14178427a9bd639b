//! Moving applications between stages: one, or several as one action.

use assay_domain::ending::{EndProblem, EndReason};
use assay_domain::ids::ApplicationId;
use assay_domain::stage::{MoveRefused, Stage};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::change::refuse_second;
use super::{Application, get};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{Ask, EngineError, Instant, Result, Store, Viewer, candidates, interviews, roles};

const MOVE: Op = Op("application.move");

/// A move as a person asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MoveInput {
    /// To where.
    pub to: Stage,
    /// Why it ends, from the list; only for an end.
    pub why: Option<EndReason>,
    /// Why, in words; may be empty where a reason of the list says it.
    pub reason: String,
    /// Why, although candidates among them are not to be contacted; stands in their history.
    pub despite: Option<String>,
}

/// What became of a move of several.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MovedMany {
    /// Those that were moved, as they stand now.
    pub moved: Vec<Application>,
    /// Those that stayed where they were.
    pub stayed: Vec<Stayed>,
}

/// An application that was not moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Stayed {
    /// Which.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Why not.
    pub why: String,
    /// What would let it go; empty where nothing would.
    #[serde(skip)]
    pub asks: Vec<Ask>,
}

/// A move inside a write.
#[derive(Clone, Copy)]
pub(crate) struct Move<'a> {
    pub to: Stage,
    pub why: Option<EndReason>,
    pub reason: &'a str,
    pub despite: Option<&'a str>,
}

impl<'a> From<&'a MoveInput> for Move<'a> {
    fn from(input: &'a MoveInput) -> Self {
        Self { to: input.to, why: input.why, reason: input.reason.trim(), despite: input.despite.as_deref() }
    }
}

/// Moves an application to another stage, by the rules of [`Stage::check_move`]. Refused where that means getting in touch
/// with a candidate who is not to be contacted ([`move_many`] takes a word against it).
pub fn move_to(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    to: Stage,
    reason: &str,
) -> Result<Done<Application>> {
    let to = Move { to, why: None, reason: reason.trim(), despite: None };
    let done = store.transact(MOVE, viewer, at, |tx| {
        let before = get(tx, id)?;
        shift(tx, viewer, at, &before, to)
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, id)))
}

/// Moves several applications as one action, which is taken back as one. Those that a rule keeps where they are stay there,
/// each with why; the others go.
///
/// Errors: where all would stay, what keeps the first of them: [`EngineError::Invalid`], [`EngineError::Conflict`], or
/// [`EngineError::Asks`] with what any of them asks for;
/// [`EngineError::Invalid`] where none is named; [`EngineError::NotFound`].
pub fn move_many(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    ids: &[ApplicationId],
    input: &MoveInput,
) -> Result<Done<MovedMany>> {
    let to = Move::from(input);
    let done = store.transact(MOVE, viewer, at, |tx| {
        let (mut moved, mut stayed, mut seen) = (Vec::new(), Vec::new(), Vec::new());
        for id in ids {
            if seen.contains(id) {
                continue;
            }
            seen.push(*id);
            let before = get(tx, *id)?;
            match check(tx, &before, to) {
                Ok(()) => {
                    carry_out(tx, viewer, at, &before, to)?;
                    moved.push(*id);
                }
                Err(
                    error @ (EngineError::Invalid { .. }
                    | EngineError::Conflict { .. }
                    | EngineError::Asks { .. }),
                ) => stayed.push((*id, error)),
                Err(other) => return Err(other),
            }
        }
        if moved.is_empty() {
            return Err(none_moved(stayed.into_iter().map(|(_, error)| error)));
        }
        Ok((moved, stayed))
    })?;
    done.try_map(|(moved, stayed)| store.read(viewer, |conn| answer(conn, &moved, stayed)))
}

/// What keeps the first of those that stay, asking for all that any of them asks for.
fn none_moved(mut stayed: impl Iterator<Item = EngineError>) -> EngineError {
    match stayed.next() {
        None => EngineError::invalid("no application is named", "Choose the ones to be moved."),
        Some(EngineError::Asks { what, hint, mut asks }) => {
            stayed.for_each(|other| add_asks(&mut asks, other));
            EngineError::Asks { what, hint, asks }
        }
        Some(other) => other,
    }
}

/// What an error asks for, each but once.
fn add_asks(asks: &mut Vec<Ask>, error: EngineError) {
    if let EngineError::Asks { asks: more, .. } = error {
        more.into_iter().for_each(|ask| {
            if !asks.contains(&ask) {
                asks.push(ask);
            }
        });
    }
}

/// Read anew: what is hidden from the viewer stays hidden in the answer to a write.
fn answer(
    conn: &Connection,
    moved: &[ApplicationId],
    stayed: Vec<(ApplicationId, EngineError)>,
) -> Result<MovedMany> {
    let left = |(id, error): (ApplicationId, EngineError)| {
        let before = get(conn, id)?;
        let (why, mut asks) = (error.to_string(), Vec::new());
        add_asks(&mut asks, error);
        Ok(Stayed { application_id: id, candidate_name: before.candidate_name, why, asks })
    };
    Ok(MovedMany {
        moved: moved.iter().map(|id| get(conn, *id)).collect::<Result<_>>()?,
        stayed: stayed.into_iter().map(left).collect::<Result<_>>()?,
    })
}

/// Moves an application inside a write, by the rules of [`Stage::check_move`]; a move and a decision both pass here. Where
/// it ends the application, the interviews still open there are cancelled with it: nobody waits for them any more.
pub(crate) fn shift(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    before: &Application,
    to: Move<'_>,
) -> Result<()> {
    check(tx, before, to)?;
    carry_out(tx, viewer, at, before, to)
}

/// A move that [`check`] has let pass.
fn carry_out(tx: &mut Tx<'_>, viewer: Viewer, at: Instant, before: &Application, to: Move<'_>) -> Result<()> {
    let reason = &with_despite(to.reason, to.despite);
    set_stage(tx, before.id, to.to, at)?;
    add_move(tx, viewer, at, before.id, Some(before.stage), Move { reason, ..to })?;
    let to_title = roles::stage_name(tx, before.role_id, to.to)?;
    let mut payload = json!({
        "from": before.stage, "to": to.to, "reason": reason,
        "from_title": before.stage_title, "to_title": to_title,
    });
    if let Some(why) = to.why {
        payload["why"] = json!(why);
    }
    tx.record(Noun::Application, before.id.0, &[before.candidate_id.0, before.role_id.0], &payload)?;
    tx.touch(Noun::Candidate, before.candidate_id.0);
    tx.touch(Noun::Role, before.role_id.0);
    if to.to.is_active() {
        return Ok(());
    }
    interviews::cancel_open(tx, viewer, before.id, &format!("the application ended: {to_title}"))
}

/// Every rule that a move may break; nothing is written. What cannot be at all comes first; then everything that is asked for is
/// said at once: nobody is to come back for each.
fn check(conn: &Connection, before: &Application, to: Move<'_>) -> Result<()> {
    let needs = reason(conn, before, to)?;
    if !roles::used_stages(conn, before.role_id)?.contains(&to.to) {
        return Err(EngineError::conflict(
            format!("the role {} has no stage {to}", before.role_title, to = to.to),
            "Choose one of the role's stages, or add it to them.",
        ));
    }
    if to.to.is_active() && !before.stage.is_active() {
        refuse_second(conn, before.candidate_id, before.role_id)?;
    }
    let Some(needs) = needs else {
        return candidates::allow_stage(conn, before.candidate_id, to.to, to.despite);
    };
    let hint = "Say why in a sentence; it stands in the history.";
    let kinds = EndReason::ALL.iter().copied().filter(|why| why.fits(to.to)).collect();
    let reason = Ask::Reason { kinds };
    match candidates::allow_stage(conn, before.candidate_id, to.to, to.despite) {
        Err(EngineError::Asks { what, hint: other, asks }) => Err(EngineError::Asks {
            what: format!("{needs}; and {what}"),
            hint: format!("{hint} {other}"),
            asks: [vec![reason], asks].concat(),
        }),
        Err(other) => Err(other),
        Ok(()) => Err(EngineError::asks(needs, hint, reason)),
    }
}

/// That a move needs a reason, with the stages as the role calls them; `None` where it has what it needs.
fn reason(conn: &Connection, before: &Application, to: Move<'_>) -> Result<Option<String>> {
    let name = || roles::stage_name(conn, before.role_id, to.to);
    match to.why.map(|why| (why, why.check(to.to, to.reason))) {
        Some((_, Err(EndProblem::NeedsWords))) => {
            return Ok(Some("the reason \"other\" needs words".to_owned()));
        }
        Some((why, Err(EndProblem::Unfit))) => {
            return Err(EngineError::invalid(
                format!("\"{why}\" is no reason for {}", name()?),
                "Choose a reason of the list for that end.",
            ));
        }
        Some((_, Ok(()))) | None => {}
    }
    let said = if to.reason.is_empty() { to.why.map_or("", EndReason::title) } else { to.reason };
    match before.stage.check_move(to.to, said) {
        // A hire by a move alone; a decision brings its own words.
        Ok(()) if to.to == Stage::Hired && said.is_empty() && !before.before_hire.is_empty() => {
            Ok(Some(format!("{}: a move to {} needs a reason", before.before_hire.join(", "), name()?)))
        }
        Ok(()) => Ok(None),
        Err(MoveRefused::Same) => Err(EngineError::invalid(
            format!("the application is already in stage {}", name()?),
            "Choose another stage.",
        )),
        Err(MoveRefused::EndNeedsReason) => Ok(Some(format!("a move to {} needs a reason", name()?))),
        Err(MoveRefused::ReopenNeedsReason) => Ok(Some(format!(
            "the application ended as {}: opening it again needs a reason",
            before.stage_title
        ))),
    }
}

/// The reason of a move, with the word against the mark.
pub(super) fn with_despite(reason: &str, despite: Option<&str>) -> String {
    match despite.map(str::trim).filter(|why| !why.is_empty()) {
        Some(why) => format!("{reason} (despite do-not-contact: {why})").trim_start().to_owned(),
        None => reason.to_owned(),
    }
}

fn set_stage(tx: &Connection, id: ApplicationId, stage: Stage, since: Instant) -> Result<()> {
    tx.execute(
        "UPDATE application SET stage = ?2, since = ?3 WHERE id = ?1",
        params![id.0, stage.as_str(), since],
    )?;
    Ok(())
}

pub(super) fn add_move(
    tx: &Connection,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    from: Option<Stage>,
    to: Move<'_>,
) -> Result<()> {
    tx.execute(
        "INSERT INTO stage_move (application_id, position, at, person_id, from_stage, to_stage, reason, why)
         SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6, ?7 FROM stage_move WHERE application_id = ?1",
        params![
            id.0,
            at,
            viewer.0.0,
            from.map(Stage::as_str),
            to.to.as_str(),
            to.reason,
            to.why.map(EndReason::as_str)
        ],
    )?;
    Ok(())
}

/// Undo of an entry of a move: the stage before it, and the move out of the history (the journal keeps both); the
/// interviews that ended with it are open again.
pub(crate) fn undo_move(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    if entry.noun == Noun::Interview {
        return interviews::reopen(tx, entry);
    }
    let id = ApplicationId(entry.subject);
    let from = entry.text("from")?.parse().map_err(|error| EngineError::Damaged(format!("{error}")))?;
    tx.execute(
        "DELETE FROM stage_move WHERE application_id = ?1
         AND position = (SELECT max(position) FROM stage_move WHERE application_id = ?1)",
        [id.0],
    )?;
    let since = tx.query_row(
        "SELECT at FROM stage_move WHERE application_id = ?1 ORDER BY position DESC LIMIT 1",
        [id.0],
        |row| row.get(0),
    )?;
    set_stage(tx, id, from, since)
}
