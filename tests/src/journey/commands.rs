//! Generated commands: numbers that choose among what there is when the command runs.

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::ids::PersonId;
use assay_domain::stage::Stage;
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::interviews::{self, Interview, InterviewQuery};
use assay_engine::{
    EngineError, Instant, Result, Viewer, applications, candidates, debriefs, erasure, journal, people,
    plans, roles, scorecards,
};

use super::{World, new_candidate, new_interview};

/// One command; `a` and `b` choose whom and what it is about, `who` on whose behalf.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// What is done.
    pub verb: Verb,
    /// On whose behalf.
    pub who: u8,
    /// First choice.
    pub a: u8,
    /// Second choice.
    pub b: u8,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the engine's command of that name")]
pub enum Verb {
    AddPerson,
    RenamePerson,
    ArchivePerson,
    UpdateRole,
    UpdatePlan,
    AddCandidate,
    UpdateCandidate,
    AddApplication,
    Move,
    Assign,
    Reassign,
    Cancel,
    Draft,
    Submit,
    Paper,
    Amend,
    ReadDebrief,
    Decide,
    Undo,
    Erase,
}

impl Verb {
    /// All, the frequent ones more than once.
    pub const ALL: [Verb; 24] = [
        Verb::AddPerson,
        Verb::RenamePerson,
        Verb::ArchivePerson,
        Verb::UpdateRole,
        Verb::UpdatePlan,
        Verb::AddCandidate,
        Verb::AddCandidate,
        Verb::UpdateCandidate,
        Verb::AddApplication,
        Verb::AddApplication,
        Verb::Move,
        Verb::Assign,
        Verb::Assign,
        Verb::Assign,
        Verb::Reassign,
        Verb::Cancel,
        Verb::Draft,
        Verb::Submit,
        Verb::Submit,
        Verb::Paper,
        Verb::Amend,
        Verb::ReadDebrief,
        Verb::Decide,
        Verb::Undo,
    ];
}

/// The `index`th of these, round and round.
pub fn pick<T: Copy>(of: &[T], index: u8) -> Option<T> {
    (!of.is_empty()).then(|| of[usize::from(index) % of.len()])
}

/// Runs a command on a workspace with at least one role. `Ok(false)` where there was nothing to choose from, or where the
/// engine refused for a reason that is a person's to mend; other errors are the engine's own and are given on.
pub fn run(world: &World, at: Instant, serial: usize, command: Command) -> Result<bool> {
    match attempt(world, at, serial, command) {
        Ok(Some(())) => Ok(true),
        Ok(None)
        | Err(EngineError::Invalid { .. } | EngineError::Conflict { .. } | EngineError::ClosedToViewer) => {
            Ok(false)
        }
        Err(other) => Err(other),
    }
}

fn attempt(world: &World, at: Instant, serial: usize, command: Command) -> Result<Option<()>> {
    let Command { verb, who, a, b } = command;
    let store = &world.store;
    let people: Vec<PersonId> =
        people::list(store)?.iter().filter(|one| !one.archived).map(|one| one.id).collect();
    let Some(viewer) = pick(&people, who).map(Viewer) else { return Ok(None) };
    let Some(role) = roles::list(store, viewer)?.first().map(|one| one.id) else { return Ok(None) };
    let found = applications::list(store, viewer, role)?;
    let application = pick(&found.iter().collect::<Vec<_>>(), a);
    let candidate = candidate_ids(world, viewer)?;
    match verb {
        Verb::AddPerson => {
            people::add(store, viewer, at, &format!("Person {serial} Fixture"), "").map(drop)?
        }
        Verb::RenamePerson => {
            let Some(person) = pick(&people, a) else { return Ok(None) };
            people::rename(store, viewer, at, person, &format!("Renamed {serial} Fixture")).map(drop)?;
        }
        Verb::ArchivePerson => {
            let Some(person) = pick(&people, a).filter(|_| people.len() > 2) else { return Ok(None) };
            people::archive(store, viewer, at, person).map(drop)?;
        }
        Verb::UpdateRole => {
            let mut input = super::new_role().role;
            input.title = format!("Backend engineer {serial}");
            roles::update(store, viewer, at, role, &input).map(drop)?;
        }
        Verb::UpdatePlan => {
            let detail = roles::show(store, viewer, role)?;
            let mut inputs = super::new_role().assessments;
            for (input, known) in inputs.iter_mut().zip(&detail.plan.assessments) {
                input.id = known.id.to_string();
            }
            let weight = u32::from(a % 9) * 10 + 10;
            (inputs[0].weight, inputs[1].weight) = (weight, 100 - weight);
            plans::update(store, viewer, at, role, &inputs, "another balance").map(drop)?;
        }
        Verb::AddCandidate => {
            let input = new_candidate(&format!("Candidate {serial} Fixture"));
            candidates::create(store, viewer, at, input).map(drop)?;
        }
        Verb::UpdateCandidate => {
            let Some(candidate) = pick(&candidate, a) else { return Ok(None) };
            let mut input = new_candidate(&format!("Candidate {serial} Fixture"));
            input.headline = format!("headline {serial}");
            candidates::update(store, viewer, at, candidate, input).map(drop)?;
        }
        Verb::AddApplication => {
            let Some(candidate) = pick(&candidate, a) else { return Ok(None) };
            applications::add(store, viewer, at, candidate, role).map(drop)?;
        }
        Verb::Move => {
            let Some(application) = application else { return Ok(None) };
            let Some(to) = pick(Stage::ALL, b) else { return Ok(None) };
            applications::move_to(store, viewer, at, application.id, to, "as agreed").map(drop)?;
        }
        Verb::Assign => {
            let (Some(application), Some(person)) = (application, pick(&people, b)) else { return Ok(None) };
            let plan = roles::show(store, viewer, role)?.plan;
            let Some(assessment) = plan.assessments.get(usize::from(b / 8) % 2) else { return Ok(None) };
            let new = new_interview(application.id, assessment.id, Viewer(person));
            interviews::assign(store, viewer, at, &new).map(drop)?;
        }
        Verb::Reassign | Verb::Cancel | Verb::Draft | Verb::Submit | Verb::Paper | Verb::Amend => {
            let held = interviews::list(store, viewer, &InterviewQuery::default())?;
            let Some(interview) = pick(&held.iter().collect::<Vec<_>>(), a) else { return Ok(None) };
            return on_interview(world, at, serial, command, viewer, interview, pick(&people, b)).map(Some);
        }
        Verb::ReadDebrief => debriefs::role(store, viewer, at, role, None).map(drop)?,
        Verb::Decide => {
            let Some(application) = application else { return Ok(None) };
            let Some(kind) = pick(DecisionKind::ALL, b) else { return Ok(None) };
            let input = DecisionInput {
                application_id: application.id,
                kind,
                reason: format!("reason {serial}"),
                scorecard_ids: vec![],
                record: DecisionRecord::default(),
            };
            decisions::make(store, viewer, at, &input).map(drop)?;
        }
        Verb::Undo => journal::undo(store, viewer, at, None).map(drop)?,
        Verb::Erase => {
            let Some(candidate) = pick(&candidate, a) else { return Ok(None) };
            erasure::erase(store, viewer, at, candidate, &erasure::ErasureInput::because("asked for it"))
                .map(drop)?;
        }
    }
    Ok(Some(()))
}

fn on_interview(
    world: &World,
    at: Instant,
    serial: usize,
    command: Command,
    viewer: Viewer,
    interview: &Interview,
    other: Option<PersonId>,
) -> Result<()> {
    let (store, id, holder) = (&world.store, interview.id, Viewer(interview.person_id));
    let card = || world.card(interview, command.b % 5 + 1, &format!("words {serial}"));
    match command.verb {
        Verb::Reassign => interviews::reassign(store, viewer, at, id, other.unwrap_or(viewer.0)).map(drop),
        Verb::Cancel => interviews::cancel(store, viewer, at, id, "fell ill").map(drop),
        Verb::Draft => scorecards::save_draft(store, holder, at, id, card()).map(drop),
        Verb::Submit => scorecards::submit(store, holder, at, id, card()).map(drop),
        Verb::Paper => scorecards::submit_paper(store, viewer, at, id, card()).map(drop),
        _ => {
            let card = world.amendment(interview, command.b % 5 + 1, &format!("words {serial}"));
            scorecards::amend(store, holder, at, id, card, "misread a note").map(drop)
        }
    }
}

fn candidate_ids(world: &World, viewer: Viewer) -> Result<Vec<assay_domain::ids::CandidateId>> {
    Ok(candidates::list(&world.store, viewer, &every_candidate(""))?.rows.iter().map(|row| row.id).collect())
}

/// A query for the first hundred candidates whose texts hold these words.
pub fn every_candidate(text: &str) -> candidates::CandidateQuery {
    candidates::CandidateQuery {
        text: text.into(),
        source: None,
        stage: None,
        role_id: None,
        language: None,
        do_not_contact: None,
        sort: candidates::SortKey::Name,
        descending: false,
        offset: 0,
        limit: 100,
    }
}
