//! A candidate's own feedback: what was seen in their assessments, in the words that the rubrics have for candidates, and what
//! would have raised it.
//! No other candidate is in it, no rater's name, nobody's scores, and no internal note unless it is chosen.

mod names;
mod told;

use std::collections::BTreeSet;
use std::rc::Rc;

use assay_domain::document::Document;
use assay_domain::ids::{ApplicationId, AssessmentId};
use assay_domain::role::Seniority;
use assay_domain::rubric::Rubric;
use serde::{Deserialize, Serialize};

use self::names::Names;
use self::told::{Further, Told};
use super::foot::{Head, sign};
use super::words::{day, level};
use super::{Dossier, words};
use crate::debriefs::{self, ExplainedAssessment, ExplainedCriterion, Explanation};
use crate::rubrics::Shelf;
use crate::{Instant, Result, Store, Viewer, applications, roles};

/// Why a feedback is a draft.
const UNDECIDED: &str = "nobody has decided yet how this application ends. Make it again after the decision.";

/// What a feedback holds beyond the words of the rubrics, and what it leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FeedbackOptions {
    /// Keys of criteria that stay out ([`FeedbackCriterion::key`]).
    pub leave_out: Vec<String>,
    /// Whether the raters' notes are in it, without the names of the workspace's people and of other candidates. Other
    /// names that a note may hold stay: whoever hands it over reads it first.
    pub with_notes: bool,
}

/// One assessment that a feedback can speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FeedbackPart {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its criteria, in the rubric's order.
    pub criteria: Vec<FeedbackCriterion>,
}

/// One criterion that a feedback can speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FeedbackCriterion {
    /// What [`FeedbackOptions::leave_out`] names it by: the assessment's key ([`crate::plans::Plan::keys`]), then the
    /// criterion's id.
    pub key: String,
    /// Its name for people.
    pub title: String,
    /// Whether somebody assessed it.
    pub assessed: bool,
    /// Whether it is told in general words, since the rubric that it was rated by has none for candidates.
    pub in_general: bool,
}

/// What a feedback on an application can speak of: the assessments with a scorecard.
///
/// Errors: as [`feedback`].
pub fn feedback_parts(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
) -> Result<Vec<FeedbackPart>> {
    let seen = Seen::of(store, viewer, at, id)?;
    let part = |one: &SeenPart<'_>| FeedbackPart {
        assessment_id: one.part.assessment_id,
        title: one.part.title.clone(),
        criteria: one
            .criteria()
            .map(|one| FeedbackCriterion {
                title: one.explained.title.clone(),
                assessed: one.told.is_some(),
                in_general: one.told.is_some_and(|told| told.in_general()),
                key: one.key,
            })
            .collect(),
    };
    Ok(seen.parts().iter().map(part).collect())
}

/// The feedback for an application's candidate, in the words that the rubrics have for candidates, of the versions that the
/// scorecards were rated by: for what raters saw, and where they differ, for each. It is marked as a draft until the application has ended, and
/// again once it is reopened.
///
/// Errors: [`crate::EngineError::ClosedToViewer`] while the viewer holds an open interview there,
/// [`crate::EngineError::NotFound`], [`crate::EngineError::Invalid`] for a key that is none of the application's.
pub fn feedback(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    options: &FeedbackOptions,
) -> Result<Dossier> {
    let seen = Seen::of(store, viewer, at, id)?;
    let parts = seen.parts();
    let left_out = chosen(&parts, &options.leave_out)?;
    let names = options.with_notes.then(|| Names::of(store, seen.candidate)).transpose()?;
    let name = &seen.explanation.candidate_name;
    let (title, kind) = if seen.decided {
        (format!("Feedback for {name}"), "feedback")
    } else {
        (format!("Draft: feedback for {name}"), "feedback draft")
    };
    let mut document = Document::new(title, seen.role_title.clone(), at);
    opening(&mut document, &seen, &parts);
    let kept = |one: &SeenCriterion<'_>| !left_out.contains(&one.key);
    went_well(&mut document, &parts, &kept);
    let (mut unassessed, mut in_general) = (Vec::new(), Vec::new());
    for one in &parts {
        let criteria: Vec<_> = one.criteria().filter(kept).collect();
        if criteria.iter().filter_map(|criterion| criterion.told.as_ref()).any(Told::in_general) {
            in_general.push(one.part.title.clone());
        }
        if criteria.iter().any(|criterion| criterion.told.is_some()) {
            document.heading(1, &one.part.title);
        }
        for criterion in criteria {
            let Some(told) = &criterion.told else {
                unassessed.push(format!("{} ({})", criterion.title, one.part.title));
                continue;
            };
            document.heading(2, criterion.title);
            said(&mut document, told);
            notes(&mut document, criterion.explained, names.as_ref());
        }
    }
    closing(&mut document, unassessed);
    sign(&mut document, &Head::of(store)?);
    let warning = (!seen.decided).then_some(UNDECIDED);
    Ok(Dossier { stem: words::stem(&[name, &seen.role_title, kind]), document, warning, in_general })
}

/// What was read for a feedback.
struct Seen {
    explanation: Explanation,
    role_title: String,
    seniority: Seniority,
    /// Whether it has ended: every decision that ends an application moves it there, and only a reopening moves it back.
    decided: bool,
    candidate: assay_domain::ids::CandidateId,
    /// For each part of the explanation the versions of its rubric that make its score, and the one it is measured by.
    rubrics: Vec<Vec<Rc<Rubric>>>,
}

/// One assessment with the versions of its rubric that its scorecards were rated by, the oldest first.
struct SeenPart<'a> {
    part: &'a ExplainedAssessment,
    rubrics: &'a [Rc<Rubric>],
    seniority: Seniority,
}

/// One criterion of it.
struct SeenCriterion<'a> {
    /// [`FeedbackCriterion::key`].
    key: String,
    explained: &'a ExplainedCriterion,
    /// What stands over it for the candidate.
    title: &'a str,
    /// What the candidate is told; `None` where nobody assessed it.
    told: Option<Told<'a>>,
}

impl Seen {
    fn of(store: &Store, viewer: Viewer, at: Instant, id: ApplicationId) -> Result<Self> {
        let explanation = debriefs::explain(store, viewer, at, id, None)?;
        let application = applications::show(store, viewer, id)?;
        let role = roles::show(store, viewer, application.role_id)?;
        let mut shelf = Shelf::new(store, viewer);
        let rubrics = explanation.parts.iter().map(|part| {
            let mut versions: BTreeSet<u32> = part.counted().map(|card| card.rubric_version).collect();
            versions.insert(part.rubric_version);
            versions.into_iter().map(|version| shelf.get(&part.rubric_id, version)).collect()
        });
        let rubrics = rubrics.collect::<Result<_>>()?;
        let decided = !application.stage.is_active();
        Ok(Self {
            explanation,
            role_title: application.role_title,
            seniority: role.summary.seniority,
            decided,
            candidate: application.candidate_id,
            rubrics,
        })
    }

    /// The assessments that somebody has submitted.
    fn parts(&self) -> Vec<SeenPart<'_>> {
        let both = self.explanation.parts.iter().zip(&self.rubrics);
        let rated = both.filter(|(part, _)| !part.scorecards.is_empty());
        rated.map(|(part, rubrics)| SeenPart { part, rubrics, seniority: self.seniority }).collect()
    }
}

impl<'a> SeenPart<'a> {
    fn criteria(&self) -> impl Iterator<Item = SeenCriterion<'a>> {
        let (part, rubrics, seniority) = (self.part, self.rubrics, self.seniority);
        part.criteria.iter().map(move |explained| {
            let id = &explained.criterion;
            // The newest that has any: a title without words for the candidate speaks to raters.
            let words = rubrics.iter().rev().find_map(|rubric| rubric.criterion(id)?.feedback.as_ref());
            SeenCriterion {
                key: format!("{}/{id}", part.key),
                explained,
                title: words.map_or(&explained.title, |words| &words.title),
                told: Told::of(part, id, rubrics.iter().map(Rc::as_ref), seniority),
            }
        })
    }
}

/// The keys to be left out, each known.
fn chosen(parts: &[SeenPart<'_>], wanted: &[String]) -> Result<BTreeSet<String>> {
    let known: Vec<String> = parts.iter().flat_map(|one| one.criteria().map(|it| it.key)).collect();
    match wanted.iter().find(|key| !known.contains(key)) {
        Some(key) => Err(crate::EngineError::invalid(
            format!("there is no criterion {key} in this feedback"),
            format!("It has: {}.", known.join(", ")),
        )),
        None => Ok(wanted.iter().cloned().collect()),
    }
}

fn opening(document: &mut Document, seen: &Seen, parts: &[SeenPart<'_>]) {
    if !seen.decided {
        document.lead("Draft, not to be handed over:", UNDECIDED);
    }
    document.say(
        "Thank you for the time and the work that you gave us. This is what we saw in your assessments: for each part what we \
         looked at, what we saw, and what would have raised it or would take it further. It is about these assessments on \
         these days; it is no judgement of you as a person, nor of everything that you can do.",
    );
    let taken: Vec<&str> = parts.iter().map(|one| one.part.title.as_str()).collect();
    document.facts([
        ("Role", seen.role_title.clone()),
        ("Seniority", seen.seniority.title().to_owned()),
        ("Assessments", taken.join(", ")),
        ("Written", day(document.made_at)),
    ]);
    if parts.is_empty() {
        document.say("We have rated none of your assessments yet, so there is nothing to say.");
    }
}

/// Criteria in which every rater saw what the role expects, or more.
fn went_well(document: &mut Document, parts: &[SeenPart<'_>], kept: &impl Fn(&SeenCriterion<'_>) -> bool) {
    let good = parts.iter().flat_map(|one| {
        let reached = |criterion: &SeenCriterion<'_>| criterion.told.as_ref().is_some_and(Told::meets);
        let good = one.criteria().filter(kept).filter(reached);
        good.map(|criterion| format!("{} ({})", criterion.title, one.part.title))
    });
    let good: Vec<String> = good.collect();
    if !good.is_empty() {
        document.heading(1, "What went well");
        document.say("Here you reached what we look for in this role, or more:");
        document.list(good);
    }
}

fn said(document: &mut Document, told: &Told<'_>) {
    for text in told.looked_at() {
        document.say(text);
    }
    let mut seen = told.seen();
    if seen.len() == 1 {
        document.lead("What we saw:", seen.remove(0));
    } else {
        document.lead("What we saw:", "We did not all see the same.");
        document.list(seen);
    }
    if let Some(Further { lead, steps }) = told.further() {
        document.lead(lead, steps.join(" "));
    }
}

fn notes(document: &mut Document, explained: &ExplainedCriterion, names: Option<&Names>) {
    let Some(names) = names else { return };
    let assessed = explained.ratings.iter().filter(|rating| level(rating.level).is_some());
    for rating in assessed {
        document.quote(names.left_out_of(&rating.note), "a note taken at the time");
    }
}

fn closing(document: &mut Document, unassessed: Vec<String>) {
    if !unassessed.is_empty() {
        document.heading(1, "Not looked at");
        document
            .say("There was no occasion to see these. That says nothing about you, and it did not count.");
        document.list(unassessed);
    }
    document.heading(1, "Your rights");
    document.say(
        "You may ask what is kept about you, have it corrected, and have it erased. If something here is wrong, or helps, tell us.",
    );
}
