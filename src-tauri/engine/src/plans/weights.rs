//! Weights that were changed when scorecards were in already: what moved, told wherever scores are read.

use assay_domain::words::counted;

use super::{PlanAssessment, PlanVersion};

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

impl PlanVersion {
    /// Where this version changed weights after scorecards were in: that it did, who, when and why, for people; `moment`
    /// says an instant.
    pub fn weights_told(&self, moment: impl Fn(crate::Instant) -> String) -> Option<String> {
        let by = format!("By {}, {}, in plan version {}.", self.by, moment(self.at), self.version);
        (!self.weights.is_empty()).then(|| format!("{} {by} Why: {}", self.weights, self.reason))
    }
}
