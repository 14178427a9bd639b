//! One topic across the viewer's candidates, without names.

use assay_domain::ids::{AssessmentId, EvidenceId, InterviewId};
use assay_domain::kit::Marking;
use assay_domain::role::Seniority;
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{Missing, Rating};
use assay_domain::submission::PartKind;
use rusqlite::Connection;
use serde::Serialize;

use super::masked::{Mask, masked_text};
use super::order;
use super::topics::{Held, MarkingSet, Topic, is_of, set};
use crate::submissions::{self, Part};
use crate::{EngineError, Instant, Result, Store, Viewer, kits, plans, rubrics, scorecards};

/// A topic with everything that is needed to mark it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingSheet {
    /// The assessment, with its other topics.
    pub set: MarkingSet,
    /// The topic.
    pub topic: Topic,
    /// The line of the kit's marking sheet for this question, if there is one.
    pub guide: Option<Marking>,
    /// The rubric to rate by.
    pub rubric: Rubric,
    /// The role's level, for what is expected.
    pub seniority: Seniority,
    /// What was handed in, in the viewer's own order.
    pub entries: Vec<MarkingEntry>,
}

/// What one candidate handed in, and the viewer's draft for it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingEntry {
    /// The interview, whose draft is written.
    pub interview_id: InterviewId,
    /// What stands in the place of a name: the number in this order.
    pub label: String,
    /// How long it took, as it was told; the longest where several things were handed in.
    pub minutes: Option<u32>,
    /// What belongs to the topic; empty where it was left out.
    pub parts: Vec<MarkingPart>,
    /// The viewer's draft, a rating for each criterion of the rubric.
    pub ratings: Vec<MarkingRating>,
    /// What the draft still lacks for being submitted.
    pub missing: Vec<Missing>,
    /// When the draft was last saved.
    pub saved_at: Option<Instant>,
}

/// A part, without names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingPart {
    /// By which it is cited.
    pub id: EvidenceId,
    /// What it is.
    pub kind: PartKind,
    /// The question, or the file's name.
    pub title: String,
    /// Its text, with the lines of the original.
    pub text: String,
    /// Size in bytes, as it came.
    pub bytes: u32,
}

/// A rating of the viewer's draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingRating {
    /// Id of the rubric's criterion.
    pub criterion: String,
    /// 1 and up; 0 for "not assessed"; `None` where it is not filled in.
    pub level: Option<u8>,
    /// The note, without names.
    pub note: String,
    /// Whether the note names the candidate: then it is changed on the scorecard, where it stands whole.
    pub note_names: bool,
    /// How much it cites.
    pub citations: u32,
}

/// A topic of an assessment in the viewer's own order; the first topic where none is named.
///
/// Errors: [`EngineError::NotFound`] where the viewer holds no open interview of the assessment for which something was handed
/// in, or it has no such topic.
pub fn show(
    store: &Store,
    viewer: Viewer,
    assessment: AssessmentId,
    topic: Option<&str>,
) -> Result<MarkingSheet> {
    store.read(viewer, |conn| {
        let found = set(conn, viewer, assessment)?.filter(|(set, _)| set.handed_in > 0);
        let (set, mut held) =
            found.ok_or_else(|| EngineError::not_found("assessment to mark", assessment))?;
        let wanted = |one: &&Topic| topic.is_none_or(|topic| one.id == topic);
        let topic = set.topics.iter().find(wanted).cloned();
        let topic = topic.ok_or_else(|| EngineError::not_found("topic of the assessment", assessment))?;
        held.sort_by_key(|one| order::key(viewer, assessment, &topic.id, one.interview));
        let (rubric, seniority, guide) = by(conn, assessment, &topic.id)?;
        let entries = (1..).zip(&held).map(|(place, one)| entry(conn, assessment, &topic.id, one, place));
        let entries = entries.collect::<Result<_>>()?;
        Ok(MarkingSheet { set, topic, guide, rubric, seniority, entries })
    })
}

fn entry(
    conn: &Connection,
    assessment: AssessmentId,
    topic: &str,
    held: &Held,
    place: u32,
) -> Result<MarkingEntry> {
    let mask = Mask::of(conn, held.candidate)?;
    let (mut parts, mut minutes) = (Vec::new(), None);
    for id in submissions::ids_for(conn, held.application, assessment)? {
        let detail = submissions::detail(conn, id)?;
        minutes = minutes.max(detail.submission.minutes);
        let of_topic = detail.parts.into_iter().filter(|part| is_of(&part.head, topic));
        parts.extend(of_topic.map(|part| hidden(&mask, &part)));
    }
    let draft = scorecards::draft_of(conn, held.interview)?;
    Ok(MarkingEntry {
        interview_id: held.interview,
        label: format!("Answer {place}"),
        minutes,
        parts,
        ratings: draft.draft.ratings.iter().map(|one| rating(&mask, one)).collect(),
        missing: draft.missing,
        saved_at: draft.draft.saved_at,
    })
}

fn hidden(mask: &Mask, part: &Part) -> MarkingPart {
    MarkingPart {
        id: part.head.id,
        kind: part.head.kind,
        title: masked_text(mask, &part.head.title),
        text: masked_text(mask, &part.text),
        bytes: part.head.bytes,
    }
}

fn rating(mask: &Mask, one: &Rating) -> MarkingRating {
    let note = masked_text(mask, &one.note);
    MarkingRating {
        criterion: one.criterion.clone(),
        level: one.level,
        note_names: note != one.note,
        note,
        citations: u32::try_from(one.citations.len()).unwrap_or(u32::MAX),
    }
}

/// What is rated by, and the line of the marking sheet for the question.
fn by(
    conn: &Connection,
    assessment: AssessmentId,
    topic: &str,
) -> Result<(Rubric, Seniority, Option<Marking>)> {
    let (rubric, version, kit, seniority) = conn
        .prepare_cached(
            "SELECT a.rubric_id, a.rubric_version, a.kit_id, a.kit_version, r.seniority FROM assessment AS a
             JOIN role AS r ON r.id = a.role_id WHERE a.id = ?1",
        )?
        .query_row([assessment.0], |row| {
            let rubric: String = row.get(0)?;
            Ok((rubric, row.get(1)?, plans::kit_name(row)?, crate::store::column::word(row, 4)?))
        })?;
    let guide = match (kit, topic.strip_prefix("answer/")) {
        (Some(kit), Some(question)) => {
            kits::without_files(conn, &kit)?.marking.into_iter().find(|line| line.id == question)
        }
        _ => None,
    };
    Ok((rubrics::find(conn, &rubric, version)?, seniority, guide))
}
