//! Weights that were changed when scorecards were in already: what moved, told wherever scores are read.

use assay_domain::words::{counted, moment};

use super::{Plan, PlanAssessment, PlanAssessmentInput, PlanVersion};

/// The assessments whose weight moved from one version to the next, with both; one that was not there weighs 0%.
pub(super) fn moved(before: &[PlanAssessment], after: &[PlanAssessment]) -> Vec<String> {
    let weight = |plan: &[PlanAssessment], one: &PlanAssessment| {
        plan.iter().find(|other| other.id == one.id).map_or(0, |other| other.weight)
    };
    let gone = before.iter().filter(|one| after.iter().all(|kept| kept.id != one.id));
    let all = after.iter().chain(gone).map(|one| (one, weight(before, one), weight(after, one)));
    let moved = all.filter(|(_, from, to)| from != to);
    moved.map(|(one, from, to)| format!("{} from {from}% to {to}%", one.title)).collect()
}

/// That weights were changed, after how many scorecards; empty where none moved. Where scorecards were erased since, nobody can
/// say how many.
pub(super) fn sentence(moved: &[String], scorecards: u32) -> String {
    if moved.is_empty() {
        return String::new();
    }
    let after = match scorecards {
        0 => "scorecards had been submitted that were erased since".to_owned(),
        1 => "1 scorecard had been submitted".to_owned(),
        many => format!("{} had been submitted", counted(many as usize, "scorecard", "scorecards")),
    };
    format!("Weights were changed after {after}: {}.", moved.join(", "))
}

/// Where a version changed weights after scorecards were in: [`sentence`] with who, when and why, for people; else empty.
pub(super) fn told(weights: &str, version: &PlanVersion) -> String {
    if weights.is_empty() {
        return String::new();
    }
    let PlanVersion { by, at, version, reason, .. } = version;
    format!("{weights} By {by}, {}, in plan version {version}. Why: {reason}", moment(*at))
}

/// What is said before weights are changed under which so many scorecards are in; empty where none is.
pub(super) fn warning(submitted: u32) -> String {
    if submitted == 0 {
        return String::new();
    }
    let are = counted(submitted as usize, "scorecard is", "scorecards are");
    format!(
        "{are} in already: other weights change the order of candidates who have been rated. The debrief and the dossier will \
         say who changed them, when, after how many scorecards, and why. It is final: undo does not \
         take it back, and other weights afterwards make yet another version, which is told as well."
    )
}

impl Plan {
    /// Whether these assessments would weigh otherwise than the plan's. One that is new or taken out weighs 0% on the other side.
    pub fn moves_weights(&self, after: &[PlanAssessmentInput]) -> bool {
        let after_of = |id: &str| after.iter().find(|one| one.id == id).map_or(0, |one| one.weight);
        let before_of = |id: &str| {
            self.assessments.iter().find(|one| one.id.to_string() == id).map_or(0, |one| one.weight)
        };
        self.assessments.iter().any(|one| after_of(&one.id.to_string()) != one.weight)
            || after.iter().any(|one| before_of(&one.id) != one.weight)
    }
}
