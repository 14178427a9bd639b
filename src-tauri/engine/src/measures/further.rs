//! Which further interview would settle the order of a role most.

use assay_domain::ids::{ApplicationId, AssessmentId, PersonId, RoleId};
use assay_domain::measure::further::{Further, further as measured, none_offered};
use serde::Serialize;

use super::{LeftOut, Model};
use crate::plans;
use crate::{Instant, Result, Store, Viewer, independence};

/// Further interviews, the most useful first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleFurther {
    /// The role.
    pub role_id: RoleId,
    /// Applications left out.
    pub left_out: LeftOut,
    /// What is to be said, in a sentence.
    pub sentence: String,
    /// At most ten; none that is hardly likely to tell anybody apart.
    pub interviews: Vec<FurtherInterview>,
}

/// One further interview: a rater over one assessment's whole rubric.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FurtherInterview {
    /// Of which application.
    pub application_id: ApplicationId,
    /// Its candidate.
    pub candidate_name: String,
    /// Which assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Who would interview; `None` is somebody who has rated nobody in this assessment yet.
    pub person_id: Option<PersonId>,
    /// Their name; empty for somebody new.
    pub person_name: String,
    /// By how much the expected number of pairs in the wrong order falls.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub expected_reduction: f64,
    /// Pairs that are not told apart now, the likeliest to be separated first; at most three.
    pub separates: Vec<SeparatedPair>,
    /// In a sentence.
    pub sentence: String,
}

/// Two candidates that an interview might tell apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SeparatedPair {
    /// One.
    pub application_id: ApplicationId,
    /// Its candidate.
    pub candidate_name: String,
    /// The other.
    pub other_id: ApplicationId,
    /// Its candidate.
    pub other_name: String,
    /// Probability that their order is 90% sure after the interview.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub probability: f64,
}

const MOST: usize = 10;

/// The further interviews of candidates still under way that would help most, under the newest plan. Whoever reads it is
/// noted as having read ratings.
pub fn further(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<RoleFurther> {
    let (found, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::current(conn, role)?)?;
        Ok((answer(&model, role), model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(found)
}

fn answer(model: &Model, role: RoleId) -> RoleFurther {
    let names: Vec<String> =
        (0..model.open.len()).map(|place| model.applicant(place).id.to_string()).collect();
    let found = measured(&model.totals, &model.ratings, &names, usize::MAX);
    let useful = found.iter().filter(|one| one.worth() && model.applicant(one.application).stage.is_active());
    let interviews: Vec<FurtherInterview> = useful.take(MOST).map(|one| interview(model, one)).collect();
    let sentence = interviews.first().map_or_else(
        || none(model).to_owned(),
        |first| format!("Most would be gained by this: {}", first.sentence),
    );
    RoleFurther { role_id: role, left_out: LeftOut::of(model.closed()), sentence, interviews }
}

/// Why no interview is offered, by the applications that have a score.
fn none(model: &Model) -> &'static str {
    let scored: Vec<usize> =
        (0..model.open.len()).filter(|place| model.totals.centre(*place).is_some()).collect();
    let pairs = scored.iter().flat_map(|b| scored.iter().take_while(move |a| *a < b).map(move |a| (*a, *b)));
    let exact = scored.iter().any(|place| model.totals.undecided(*place));
    none_offered(exact, pairs.map(|(a, b)| model.totals.above(a, b)))
}

fn interview(model: &Model, one: &Further) -> FurtherInterview {
    let (who, assessment) = (model.applicant(one.application), &model.plan.assessments[one.assessment]);
    let person = one.rater.as_deref().and_then(|key| model.rater(key));
    let separates: Vec<SeparatedPair> = one
        .separates
        .iter()
        .map(|pair| {
            let (a, b) = (model.applicant(pair.a), model.applicant(pair.b));
            SeparatedPair {
                application_id: a.id,
                candidate_name: a.name.clone(),
                other_id: b.id,
                other_name: b.name.clone(),
                probability: pair.probability,
            }
        })
        .collect();
    let by = person.as_ref().map_or("somebody new", |(_, name)| name);
    let apart = separates.first().map_or_else(String::new, |pair| {
        format!(
            ": {:.0}% likely to tell {} and {} apart",
            100.0 * pair.probability,
            pair.candidate_name,
            pair.other_name
        )
    });
    FurtherInterview {
        sentence: format!("{} for {}, rated by {by}{apart}.", assessment.title, who.name),
        application_id: who.id,
        candidate_name: who.name.clone(),
        assessment_id: assessment.id,
        title: assessment.title.clone(),
        person_id: person.as_ref().map(|(id, _)| *id),
        person_name: person.map_or_else(String::new, |(_, name)| name),
        expected_reduction: one.expected_reduction,
        separates,
    }
}
