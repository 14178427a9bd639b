//! The stages that a role uses, and what it calls them. Their kinds and their order are the domain's: figures stand on them.

use std::collections::BTreeMap;

use assay_domain::ids::RoleId;
use assay_domain::stage::Stage;
use assay_domain::words::counted;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{RoleDetail, detail, show, summary};
use crate::journal::Entry;
use crate::store::column::word;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer};

const STAGES: Op = Op("role.stages");
/// The longest name of a stage, in characters: it stands over a column.
const TITLE_MAX: usize = 40;

/// A stage of a role's pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleStage {
    /// Its kind.
    pub stage: Stage,
    /// The role's name for it; empty for the usual one.
    pub title: String,
    /// Whether the role uses it.
    pub used: bool,
    /// Whether it can be left out.
    pub optional: bool,
}

impl RoleStage {
    /// What the role calls it: its own name, or the usual word.
    pub fn name(&self) -> String {
        named(self.stage, &self.title)
    }
}

/// A role's own name for a stage, or the usual word where it has none: [`stage_name_sql`] says the same in SQL.
fn named(stage: Stage, title: &str) -> String {
    if title.is_empty() { stage.to_string() } else { title.to_owned() }
}

/// What a role calls a stage, by its pipeline.
pub fn stage_called(pipeline: &[RoleStage], stage: Stage) -> String {
    pipeline.iter().find(|one| one.stage == stage).map_or_else(|| stage.to_string(), RoleStage::name)
}

/// A stage as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleStageInput {
    /// Its kind.
    pub stage: Stage,
    /// The role's name for it; empty for the usual one.
    pub title: String,
}

/// Sets which stages the role uses and what it calls them; those not named are left out.
///
/// Errors: [`EngineError::Invalid`] where a stage that every role has is left out, a name stands there twice, is another
/// stage's word or is too long; [`EngineError::Conflict`] where an application stands in a stage that is left out.
pub fn set_stages(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: RoleId,
    input: &[RoleStageInput],
) -> Result<Done<RoleDetail>> {
    let wanted = checked(input)?;
    let done = store.transact(STAGES, viewer, at, |tx| {
        let before = detail(tx, id)?;
        let same = before.pipeline.iter().all(|one| match wanted.get(&one.stage) {
            Some(title) => one.used && one.title == *title,
            None => !one.used,
        });
        if same {
            return Ok(());
        }
        refuse_inhabited(&before, &wanted)?;
        write(tx, id, &wanted)?;
        let used: Vec<String> = wanted.iter().map(|(stage, title)| named(*stage, title)).collect();
        let payload = serde_json::json!({
            "title": before.summary.title, "what": used.join(", "), "stages": wanted, "before": before.pipeline,
        });
        tx.record(Noun::Role, id.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, id))
}

fn write(conn: &Connection, id: RoleId, wanted: &BTreeMap<Stage, String>) -> Result<()> {
    conn.execute("DELETE FROM role_stage WHERE role_id = ?1", [id.0])?;
    for (stage, title) in wanted {
        conn.execute(
            "INSERT INTO role_stage (role_id, stage, title) VALUES (?1, ?2, ?3)",
            params![id.0, stage.as_str(), title],
        )?;
    }
    Ok(())
}

/// Undo: the stages as they were before; refused where an application stands in one that would be left out again.
pub(crate) fn undo_set_stages(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let id = RoleId(entry.subject);
    let before: Vec<Before> =
        serde_json::from_value(entry.payload.get("before").cloned().unwrap_or_default())?;
    let used = before.into_iter().filter(|one| one.used);
    let wanted = used.map(|one| (one.stage, one.title)).collect();
    refuse_inhabited(&detail(tx, id)?, &wanted)?;
    write(tx, id, &wanted)
}

/// A stage as the journal has it.
#[derive(Deserialize)]
struct Before {
    stage: Stage,
    title: String,
    used: bool,
}

/// Whether every role has it: where applications come in, and the ends.
fn is_everywhere(stage: Stage) -> bool {
    stage == Stage::Applied || !stage.is_active()
}

/// The stage of which a text is the usual word, whatever the case.
fn key(text: &str) -> Option<Stage> {
    Stage::ALL.iter().find(|stage| stage.as_str() == text.trim().to_lowercase()).copied()
}

/// The stage that somebody means in a role: by its usual word, or by the role's own name for it, whatever the case.
///
/// Errors: [`EngineError::Invalid`] where the role has none of that name; [`EngineError::NotFound`].
pub fn stage_meant(store: &Store, viewer: Viewer, id: RoleId, text: &str) -> Result<Stage> {
    if let Some(stage) = key(text) {
        return Ok(stage);
    }
    let (role, pipeline) = store.read(viewer, |conn| Ok((summary(conn, id)?, pipeline(conn, id)?)))?;
    let wanted = text.trim().to_lowercase();
    let used: Vec<&RoleStage> = pipeline.iter().filter(|one| one.used).collect();
    let meant = used.iter().find(|one| !wanted.is_empty() && one.title.to_lowercase() == wanted);
    meant.map(|one| one.stage).ok_or_else(|| {
        let told: Vec<String> = used.iter().map(|one| told(one)).collect();
        EngineError::invalid(
            format!("\"{text}\" is no stage of {}", role.title),
            format!("It has: {}.", told.join(", ")),
        )
    })
}

fn told(one: &RoleStage) -> String {
    if one.title.is_empty() { one.stage.to_string() } else { format!("{} (\"{}\")", one.stage, one.title) }
}

fn checked(input: &[RoleStageInput]) -> Result<BTreeMap<Stage, String>> {
    let mut wanted = BTreeMap::new();
    for one in input {
        let title = one.title.trim();
        if title.chars().count() > TITLE_MAX {
            return Err(EngineError::invalid(
                format!("the name \"{title}\" is longer than {TITLE_MAX} characters"),
                "It stands over a column: shorten it.",
            ));
        }
        if !title.is_empty()
            && wanted.values().any(|other: &String| other.to_lowercase() == title.to_lowercase())
        {
            return Err(EngineError::invalid(
                format!("two stages are called \"{title}\""),
                "Give each its own name.",
            ));
        }
        if let Some(other) = key(title).filter(|other| *other != one.stage) {
            return Err(EngineError::invalid(
                format!("\"{title}\" is another stage: {other}"),
                "Give the stage a name that is no other stage's; moves take either.",
            ));
        }
        wanted.insert(one.stage, title.to_owned());
    }
    if let Some(missing) =
        Stage::ALL.iter().find(|stage| is_everywhere(**stage) && !wanted.contains_key(stage))
    {
        return Err(EngineError::invalid(
            format!("the stage {missing} cannot be left out"),
            "Applications come in and end somewhere; you can call it something else.",
        ));
    }
    Ok(wanted)
}

fn refuse_inhabited(before: &RoleDetail, wanted: &BTreeMap<Stage, String>) -> Result<()> {
    match before.stages.iter().find(|one| !wanted.contains_key(&one.stage)) {
        None => Ok(()),
        Some(one) => Err(EngineError::conflict(
            format!(
                "{} in the stage {}",
                counted(one.count as usize, "of the applications stands", "of the applications stand"),
                one.stage_title
            ),
            "Move them to another stage first.",
        )),
    }
}

/// All stages in their order, with whether the role uses them.
pub(crate) fn pipeline(conn: &Connection, id: RoleId) -> Result<Vec<RoleStage>> {
    let own = own(conn, id)?;
    let one = |stage: &Stage| RoleStage {
        stage: *stage,
        title: own.get(stage).cloned().unwrap_or_default(),
        used: own.is_empty() || own.contains_key(stage),
        optional: !is_everywhere(*stage),
    };
    Ok(Stage::ALL.iter().map(one).collect())
}

/// The stages that a role uses, in their order.
pub(crate) fn used_stages(conn: &Connection, id: RoleId) -> Result<Vec<Stage>> {
    Ok(pipeline(conn, id)?.into_iter().filter(|one| one.used).map(|one| one.stage).collect())
}

/// The stage of the role that follows; `None` at an end.
pub(crate) fn next_stage(conn: &Connection, id: RoleId, from: Stage) -> Result<Option<Stage>> {
    let used = used_stages(conn, id)?;
    Ok(std::iter::successors(from.next(), |stage| stage.next()).find(|stage| used.contains(stage)))
}

/// SQL of what the role calls a stage, as [`RoleStage::name`] has it, for lists that go over many roles; `role` and `stage` are columns with their table.
pub(crate) fn stage_name_sql(role: &str, stage: &str) -> String {
    format!(
        "COALESCE(NULLIF((SELECT named.title FROM role_stage AS named WHERE named.role_id = {role} AND named.stage = {stage}), ''), \
         {stage})"
    )
}

/// What the role calls a stage; its usual word where it has no name of its own.
pub(crate) fn stage_name(conn: &Connection, id: RoleId, stage: Stage) -> Result<String> {
    Ok(stage_called(&pipeline(conn, id)?, stage))
}

fn own(conn: &Connection, id: RoleId) -> Result<BTreeMap<Stage, String>> {
    let mut statement = conn.prepare_cached("SELECT stage, title FROM role_stage WHERE role_id = ?1")?;
    let rows = statement.query_map([id.0], |row| Ok((word(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
