//! Where raters differ, the widest first, with what each of them wrote and cited: the debrief begins here.

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, PersonId, RoleId};
use assay_domain::measure::aggregate::{GAP_LEVELS, on_common_scale};
use assay_domain::rubric::{Criterion, Rubric};
use assay_domain::scorecard::{Citation, Recommendation};
use rusqlite::Connection;
use serde::Serialize;

use super::gather::{Applicant, Card};
use super::versions::Versioned;
use crate::measures::{LeftOut, Model, count};
use crate::plans::{self, PlanAssessment};
use crate::scorecards::{self, Scope, Scorecard};
use crate::{Instant, Result, Store, Viewer, independence};

/// Where the raters of a role differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleDisagreements {
    /// The role.
    pub role_id: RoleId,
    /// Criteria on which two raters differ by a level or more: the widest first, then what weighs most.
    pub disagreements: Vec<Disagreement>,
    /// Candidates about whom recommendations are two steps or more apart, the widest first.
    pub recommendations: Vec<SplitRecommendation>,
    /// How many criteria of candidates two people or more rated.
    pub compared: u32,
    /// How many only one person rated: there nobody can differ, and that is no agreement.
    pub rated_once: u32,
    /// In a sentence.
    pub sentence: String,
    /// Applications left out because they are closed to the viewer.
    pub left_out: LeftOut,
}

/// One criterion of one candidate on which raters differ.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Disagreement {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// The criterion.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// What was to be watched for.
    pub observe: String,
    /// Levels of the scale.
    pub levels: u8,
    /// Highest less lowest level.
    pub gap: u8,
    /// Share of the plan's weight that the criterion has, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight: f64,
    /// What each rater gave, the lowest first.
    pub sides: Vec<DisagreementSide>,
}

/// One rater's side of a disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DisagreementSide {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub person: String,
    /// Their interview.
    pub interview_id: InterviewId,
    /// False where they had read ratings before.
    pub independent: bool,
    /// The level, from 1.
    pub level: u8,
    /// What the rubric says of that level.
    pub anchor: String,
    /// What they wrote.
    pub note: String,
    /// What they cited.
    pub citations: Vec<Citation>,
}

/// A candidate about whom raters recommend different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SplitRecommendation {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Steps between the lowest and the highest, of four.
    pub steps: u8,
    /// Each rater's, the lowest first.
    pub recommendations: Vec<GivenRecommendation>,
}

/// What one rater recommends after one interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GivenRecommendation {
    /// The rater.
    pub person: String,
    /// After which assessment.
    pub assessment_title: String,
    /// What.
    pub recommendation: Recommendation,
}

/// Where the raters of a role differ. Whoever reads it is noted as having read ratings.
pub fn disagreements(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleDisagreements> {
    let (found, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        Ok((of_model(conn, viewer, role, &model, None)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

/// One application of a role, with its scorecards.
pub(super) struct Only<'a> {
    pub application: ApplicationId,
    pub cards: &'a [Scorecard],
}

/// Those of a model; of one application, where one is named.
pub(super) fn of_model(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    model: &Model,
    only: Option<&Only<'_>>,
) -> Result<RoleDisagreements> {
    let cards = match only {
        None => scorecards::load(conn, viewer, Scope::Open(role))?,
        Some(_) => Vec::new(),
    };
    let cards = only.map_or(cards.as_slice(), |only| only.cards);
    let (mut disagreements, mut recommendations) = (Vec::new(), Vec::new());
    let (mut compared, mut rated_once) = (0, 0);
    for place in 0..model.open.len() {
        let who = model.applicant(place);
        if only.is_some_and(|only| only.application != who.id) {
            continue;
        }
        let found = gaps(model, who)?;
        compared += count(found.compared);
        rated_once += count(found.once);
        disagreements.extend(found.gaps.iter().map(|gap| told(who, gap, cards)));
        recommendations.extend(split(model, who));
    }
    disagreements.sort_by(|a, b| size(b).total_cmp(&size(a)).then(b.weight.total_cmp(&a.weight)));
    recommendations.sort_by_key(|one| std::cmp::Reverse(one.steps));
    Ok(RoleDisagreements {
        role_id: role,
        sentence: sentence(&disagreements, compared, rated_once),
        disagreements,
        recommendations,
        compared,
        rated_once,
        left_out: if only.is_some() { LeftOut::default() } else { LeftOut::of(model.closed()) },
    })
}

/// The gap as a share of the scale, so that scales of different length can be set beside each other.
fn size(one: &Disagreement) -> f64 {
    on_common_scale(f64::from(one.gap) + 1.0, one.levels)
}

/// One criterion on which raters differ, with the scorecards that rated it, the lowest first.
struct Gap<'a> {
    one: &'a PlanAssessment,
    rubric: &'a Rubric,
    criterion: &'a Criterion,
    sides: Vec<(&'a Card, u8)>,
}

struct Gaps<'a> {
    gaps: Vec<Gap<'a>>,
    compared: usize,
    once: usize,
}

fn gaps<'a>(model: &'a Model, who: &Applicant) -> Result<Gaps<'a>> {
    let mut found = Gaps { gaps: Vec::new(), compared: 0, once: 0 };
    for one in &model.plan.assessments {
        let rubric = model.material.rubric(who.id, one)?;
        let cards = model.material.counted(who.id, one, rubric);
        for Versioned { rubric, criterion } in model.material.criteria(rubric, &cards) {
            let given = cards.iter().filter_map(|card| Some((*card, card.level(&criterion.id)?)));
            let mut sides: Vec<(&Card, u8)> = given.collect();
            sides.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.name.cmp(&b.0.name)));
            match sides.as_slice() {
                [] => {}
                [_] => found.once += 1,
                [low, .., high] => {
                    found.compared += 1;
                    if high.1 > low.1 {
                        found.gaps.push(Gap { one, rubric, criterion, sides });
                    }
                }
            }
        }
    }
    Ok(found)
}

fn told(who: &Applicant, gap: &Gap<'_>, cards: &[Scorecard]) -> Disagreement {
    let all: u32 = gap.rubric.criteria.iter().map(|criterion| criterion.weight).sum();
    let share = f64::from(gap.criterion.weight) / f64::from(all.max(1));
    let (low, high) = (gap.sides.first(), gap.sides.last());
    Disagreement {
        application_id: who.id,
        candidate_id: who.candidate,
        candidate_name: who.name.clone(),
        assessment_id: gap.one.id,
        assessment_title: gap.one.title.clone(),
        criterion: gap.criterion.id.clone(),
        title: gap.criterion.title.clone(),
        observe: gap.criterion.observe.clone(),
        levels: gap.rubric.levels,
        gap: low.zip(high).map_or(0, |(low, high)| high.1 - low.1),
        weight: share * f64::from(gap.one.weight) / 100.0,
        sides: gap
            .sides
            .iter()
            .filter_map(|(card, level)| side(card, *level, gap.criterion, cards))
            .collect(),
    }
}

fn side(card: &Card, level: u8, criterion: &Criterion, cards: &[Scorecard]) -> Option<DisagreementSide> {
    let full = cards.iter().find(|full| full.id == card.id)?;
    let rating = full.ratings.iter().find(|rating| rating.criterion == criterion.id)?;
    Some(DisagreementSide {
        person_id: card.person,
        person: card.name.clone(),
        interview_id: full.interview.id,
        independent: card.independent,
        level,
        anchor: criterion.anchor(level).unwrap_or_default().to_owned(),
        note: rating.note.clone(),
        citations: rating.citations.clone(),
    })
}

/// Steps from which recommendations are said to be apart: from "yes" to "undecided" is none, to "no" it is.
const APART: usize = 2;

fn split(model: &Model, who: &Applicant) -> Option<SplitRecommendation> {
    let title = |card: &Card| {
        let of = model.plan.assessments.iter().find(|one| one.id == card.assessment);
        of.map(|one| one.title.clone()).unwrap_or_default()
    };
    let own = model.material.cards.iter().filter(|card| card.application == who.id);
    let mut given: Vec<(usize, GivenRecommendation)> = own
        .map(|card| {
            let (person, assessment_title) = (card.name.clone(), title(card));
            let given = GivenRecommendation { person, assessment_title, recommendation: card.recommendation };
            (step(card.recommendation), given)
        })
        .collect();
    given.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.person.cmp(&b.1.person)));
    let steps = given.last()?.0 - given.first()?.0;
    (steps >= APART).then(|| SplitRecommendation {
        application_id: who.id,
        candidate_name: who.name.clone(),
        steps: u8::try_from(steps).unwrap_or(u8::MAX),
        recommendations: given.into_iter().map(|(_, one)| one).collect(),
    })
}

/// Its place on the scale, from 0.
fn step(recommendation: Recommendation) -> usize {
    Recommendation::ALL.iter().take_while(|one| **one != recommendation).count()
}

fn sentence(disagreements: &[Disagreement], compared: u32, rated_once: u32) -> String {
    let once = match rated_once {
        0 => String::new(),
        1 => " One more criterion was rated by one person only: nobody can differ there, and that is no agreement.".into(),
        n => format!(
            " {n} more criteria were rated by one person only: nobody can differ there, and that is no agreement."
        ),
    };
    if compared == 0 {
        return format!("No criterion has been rated by two people yet.{once}");
    }
    let wide = disagreements.iter().filter(|one| one.gap >= GAP_LEVELS).count();
    let near = disagreements.len() - wide;
    format!(
        "Criteria that two or more people rated: {compared}. Two levels or more apart: {wide}; one level: {near}.{once}"
    )
}
