//! The sample's interviews and scorecards.

use std::collections::HashMap;

use assay_domain::ids::{ApplicationId, InterviewId};
use assay_domain::rubric::{Criterion, Rubric};
use assay_domain::scorecard::{RaisedFlagInput, RatingInput, Recommendation, ScorecardInput};
use assay_domain::stage::Stage;
use sha2::{Digest as _, Sha256};

use super::candidates::Added;
use super::data::{Candidate, Data};
use super::{DAYS, Sample, room};
use crate::interviews::{self, NewInterview};
use crate::plans::PlanAssessment;
use crate::roles::RoleDetail;
use crate::{Instant, Result, Viewer, rubrics, scorecards};

/// An interview, and by whom.
struct Slot<'a> {
    candidate: &'a Candidate,
    /// Index of the candidate.
    index: usize,
    application: ApplicationId,
    assessment: &'a PlanAssessment,
    /// Its place in the plan.
    place: usize,
    /// Index of the interviewer.
    rater: usize,
    /// Whether it was held; else it is still to come.
    held: bool,
}

impl Slot<'_> {
    /// The day on which it was assigned.
    fn day(&self) -> i64 {
        days(self.index / 4 + self.place * 2) + 6
    }

    /// The day on which it is held.
    fn held_on(&self) -> i64 {
        if self.held { self.day() + 2 } else { DAYS + 1 + days(self.index % 3) }
    }

    /// The hour at which it begins: nobody holds two at once.
    fn hour(&self) -> usize {
        9 + 2 * (self.index % 4) + self.place % 2
    }
}

fn days(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(0)
}

/// Assigns all interviews and submits the scorecards of those that were held, as their holders, in the order of time.
pub fn hold(sample: &Sample<'_>, data: &Data, role: &RoleDetail, added: &[Added]) -> Result<()> {
    let slots = slots(data, role, added);
    let assigned = slots.iter().enumerate().map(|(number, slot)| (sample.at(slot.day(), 90), number, false));
    let submitted = slots.iter().enumerate().filter(|(_, slot)| slot.held);
    let submitted = submitted.map(|(number, slot)| (submitted_at(sample, slot), number, true));
    let mut steps: Vec<_> = assigned.chain(submitted).collect();
    steps.sort();
    let mut interviews = HashMap::new();
    for (at, number, submits) in steps {
        match interviews.get(&number) {
            Some(interview) if submits => submit(sample, data, role, &slots[number], *interview, at)?,
            _ => drop(interviews.insert(number, assign(sample, &slots[number], at)?)),
        }
    }
    Ok(())
}

fn slots<'a>(data: &'a Data, role: &'a RoleDetail, added: &[Added]) -> Vec<Slot<'a>> {
    let mut slots = Vec::new();
    for (index, (candidate, one)) in data.candidates.iter().zip(added).enumerate() {
        for (place, assessment) in role.plan.assessments.iter().enumerate() {
            let open = candidate.open.iter().any(|kind| kind == assessment.kind.slug());
            let held = candidate.ability.get(place).is_some_and(|ability| *ability > 0.0) && !open;
            if !open && !held {
                continue;
            }
            slots.extend((0..candidate.raters).map(|seat| {
                let rater = rater(index, place, seat, open, data.people.len());
                Slot { candidate, index, application: one.application, assessment, place, rater, held }
            }));
        }
    }
    slots
}

/// The afternoon of the interview, once it is over, each interviewer at another time.
fn submitted_at(sample: &Sample<'_>, slot: &Slot<'_>) -> Instant {
    sample.at(slot.held_on(), 450 + days(slot.rater) * 17)
}

/// Two colleagues a step apart, another pair for each assessment. What is still open is mostly not with the owner, so
/// that who explores the sample finds most ratings readable; one candidate shows what closed ones look like.
fn rater(candidate: usize, place: usize, seat: usize, open: bool, people: usize) -> usize {
    let rater = (candidate + place + 2 * seat) % people;
    match (open, rater) {
        (true, _) if candidate >= MARKED => 0,
        (true, 0) if candidate.is_multiple_of(4) => (1 + seat) % people,
        (true, _) if candidate == OWN && seat == 0 => 0,
        _ => rater,
    }
}

/// The candidate with whom the owner holds an open interview.
const OWN: usize = 10;
/// From here on they have only answered the questionnaire, which the owner is to mark: there are no ratings to be closed.
const MARKED: usize = 13;

fn assign(sample: &Sample<'_>, slot: &Slot<'_>, at: Instant) -> Result<InterviewId> {
    let new = NewInterview {
        application_id: slot.application,
        assessment_id: slot.assessment.id,
        person_id: sample.people[slot.rater],
        starts_local: Some(format!(
            "{}T{:02}:00",
            sample.at(slot.held_on(), 0).format("%Y-%m-%d"),
            slot.hour()
        )),
        zone: Some("Europe/Brussels".into()),
    };
    Ok(interviews::assign(sample.store, sample.owner, at, &new)?.value.id)
}

fn submit(
    sample: &Sample<'_>,
    data: &Data,
    role: &RoleDetail,
    slot: &Slot<'_>,
    interview: InterviewId,
    at: Instant,
) -> Result<()> {
    let rubric = rubrics::show(
        sample.store,
        sample.owner,
        &slot.assessment.rubric_id,
        slot.assessment.rubric_version,
    )?;
    let mut input = scorecard(data, slot, &rubric);
    input.log = room::log(slot.assessment, at);
    let viewer = Viewer(sample.people[slot.rater]);
    // One of them was written on paper in the room, and typed in by the owner.
    let paper = slot.index == 4 && slot.place + 1 == role.plan.assessments.len() && slot.rater != 0;
    if paper {
        input.log.clear();
        scorecards::submit_paper(sample.store, sample.owner, at, interview, input)?;
    } else {
        scorecards::submit(sample.store, viewer, at, interview, input)?;
    }
    Ok(())
}

fn scorecard(data: &Data, slot: &Slot<'_>, rubric: &Rubric) -> ScorecardInput {
    let ratings: Vec<RatingInput> =
        rubric.criteria.iter().map(|criterion| rating(data, slot, criterion)).collect();
    let levels: Vec<f64> =
        ratings.iter().filter_map(|rating| rating.level).filter(|level| *level > 0).map(f64::from).collect();
    let mean = levels.iter().sum::<f64>() / levels.len().max(1) as f64;
    let (recommendation, summary) = verdict(mean);
    ScorecardInput {
        ratings,
        flags: flags(slot, rubric),
        summary: summary.into(),
        recommendation: Some(recommendation),
        log: vec![],
    }
}

fn rating(data: &Data, slot: &Slot<'_>, criterion: &Criterion) -> RatingInput {
    let chance = chance(slot, &criterion.id);
    let level = if chance > 0.96 { 0 } else { level(data, slot, chance) };
    let note = if level == 0 {
        "We ran out of time before this.".to_string()
    } else {
        note(data, slot, &criterion.id, level, chance)
    };
    RatingInput { criterion: criterion.id.clone(), level: Some(level), note, citations: Vec::new() }
}

/// What the candidate showed, less the rater's severity, and what chance adds to a rating.
fn level(data: &Data, slot: &Slot<'_>, chance: f64) -> u8 {
    let severity = data.people[slot.rater].severity;
    let level = slot.candidate.ability[slot.place] - severity + (chance - 0.48) * 2.2;
    // In 1..=5, so the cast is exact.
    level.round().clamp(1.0, 5.0) as u8
}

fn note(data: &Data, slot: &Slot<'_>, criterion: &str, level: u8, chance: f64) -> String {
    let notes = data
        .notes
        .get(slot.assessment.kind.slug())
        .and_then(|kind| kind.get(criterion))
        .and_then(|levels| levels.get(usize::from(level) - 1));
    let pick = |notes: &Vec<String>| {
        let index = (chance * 1_000.0) as usize % notes.len().max(1);
        notes.get(index).cloned()
    };
    notes.and_then(pick).unwrap_or_default()
}

fn verdict(mean: f64) -> (Recommendation, &'static str) {
    match mean {
        mean if mean >= 4.3 => {
            (Recommendation::StrongYes, "I would be glad to work with this person on Monday.")
        }
        mean if mean >= 3.5 => (Recommendation::Yes, "Above what the role asks for, with the gaps noted."),
        mean if mean >= 2.9 => {
            (Recommendation::Undecided, "Solid in parts; I could not see enough of the rest.")
        }
        mean if mean >= 2.0 => (Recommendation::No, "Below what the role asks for in what I could see."),
        _ => (Recommendation::StrongNo, "Not what this role needs; the notes say where."),
    }
}

/// The candidate who was rejected spoke of incidents as of the weather.
fn flags(slot: &Slot<'_>, rubric: &Rubric) -> Vec<RaisedFlagInput> {
    let raised = slot.candidate.stage == Stage::Rejected && slot.assessment.kind.slug() == "questionnaire";
    rubric
        .red_flags
        .iter()
        .filter(|flag| raised && flag.id == "passive-incident")
        .map(|flag| RaisedFlagInput {
            flag: flag.id.clone(),
            evidence: "\"The database went down and then the queue was full.\" Asked twice what they did: \"we waited\"."
                .into(),
        })
        .collect()
}

/// Between 0 and 1, the same for the same rater, candidate and criterion.
fn chance(slot: &Slot<'_>, criterion: &str) -> f64 {
    let text = format!("{}/{}/{criterion}/{}", slot.candidate.name, slot.place, slot.rater);
    let digest = Sha256::digest(text.as_bytes());
    f64::from(u16::from_be_bytes([digest[0], digest[1]])) / f64::from(u16::MAX)
}
