//! What is to be said about correcting for severity, before any number.

use serde::Serialize;

use super::super::ratings::Ratings;
use super::design::Design;
use super::estimable::Estimability;
use super::sets::{Set, sets};

/// What is said of a complete design in any case.
pub const EVERYBODY: &str =
    "Every rater rated every candidate on the same criteria, so the raters' severity changes nothing.";

/// Whether the ratings allow to correct for severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub enum Verdict {
    /// One rater: nothing to compare with.
    OneRater,
    /// Panels that share no candidate, or each candidate a rater of its own: every candidate of a panel was rated by all of it, so
    /// that inside a panel there is nothing to correct, and across panels nothing can be.
    NestedPanels,
    /// Severity and the difficulty of the criteria cannot be told apart.
    SeverityIsDifficulty,
    /// Every rater rated every candidate on the same criteria.
    Complete,
    /// The candidates fall into sets that no rater links; severity can be estimated within some of them and is corrected there.
    WithinSets,
    /// Severity can be estimated and matters to the order.
    Corrected,
}

impl Verdict {
    /// Judges a design; with it, by candidate, whether the score is corrected, and whether everybody of its set was rated by the
    /// same raters on the same criteria, so that severity changes nothing inside it. Of sets that no rater links, those are corrected
    /// whose own raters can be told apart (`sets`), where any is not rated whole by its raters, or where it is the only one: the
    /// others' raters then stand in for it and are no panels.
    pub fn of(ratings: &Ratings, found: &Estimability, design: &Design) -> (Verdict, Vec<bool>, Vec<bool>) {
        let each = sets(ratings, found, design);
        let linked: Vec<&Set> = each.iter().filter(|set| set.linked).collect();
        let verdict = if ratings.raters.len() < 2 {
            Verdict::OneRater
        } else if each.len() > 1 {
            let panels = linked.len() != 1 && linked.iter().all(|set| set.whole);
            if panels { Verdict::NestedPanels } else { Verdict::WithinSets }
        } else if found.comparable_raters.iter().all(|group| group.len() < 2) {
            Verdict::SeverityIsDifficulty
        } else if design.patterns.len() == 1 {
            Verdict::Complete
        } else {
            Verdict::Corrected
        };
        let corrected = |set: &usize| match verdict {
            Verdict::WithinSets => each[*set].linked,
            other => other.corrects(),
        };
        let by_candidate = |of: &dyn Fn(&usize) -> bool| found.candidate_group.iter().map(of).collect();
        (verdict, by_candidate(&corrected), by_candidate(&|set| each[*set].whole))
    }

    /// Whether any score may be shown as corrected; whose, [`super::Report::corrected`] says.
    pub fn corrects(self) -> bool {
        matches!(self, Verdict::Complete | Verdict::Corrected | Verdict::WithinSets)
    }

    /// Why a model without any severity would still put one before another: with unequal weights, what stands out on one
    /// criterion is drawn towards the candidate's other criteria (the profile's variance is estimated, and finite).
    pub fn turned(ahead: &str, behind: &str) -> String {
        format!(
            "The model would still put {ahead} before {behind}: it takes what stands out on a single criterion as partly chance, which counts where criteria weigh differently."
        )
    }

    /// Why how sure an order of so many candidates is rests on what is assumed of chance, where it does: with one rater nothing
    /// shows how far raters differ, and two candidates show next to nothing.
    pub fn assumed(self, candidates: usize) -> Option<&'static str> {
        match (self, candidates) {
            (Verdict::OneRater, _) => Some(
                "How far raters differ is assumed, not seen in these ratings; how sure each order is rests on that.",
            ),
            (_, 0..=2) => Some(
                "So few candidates hardly show how much chance is in the scores: how sure their order is rests on what is assumed of it.",
            ),
            _ => None,
        }
    }

    /// Why a rater's leniency is no number, where it is none; `linked` says whether any other rater's can be compared with it.
    pub fn untold(self, linked: bool) -> Option<&'static str> {
        match self {
            Verdict::OneRater => Some("cannot be told apart from how strong the candidates are"),
            Verdict::Complete | Verdict::Corrected | Verdict::WithinSets if linked => None,
            Verdict::NestedPanels | Verdict::WithinSets => {
                Some("cannot be told apart from how strong their candidates are")
            }
            _ => Some("cannot be told apart from how difficult what they rated is"),
        }
    }

    /// The sentence of [`Verdict::WithinSets`] where in every set that is corrected the same raters rated everybody: severity is then
    /// corrected nowhere.
    pub const WHOLE_SETS: &str = "The candidates fall into sets that no rater links by rating both on the same criteria: compare only within a set.";

    /// In a sentence for people; of a complete design, where no pair is turned.
    pub fn sentence(self) -> &'static str {
        match self {
            Verdict::OneRater => "One rater only: severity cannot be estimated, and nothing is corrected.",
            Verdict::NestedPanels => {
                "The candidates fall into sets that no rater links by rating both on the same criteria: a strict panel cannot be told apart from weaker candidates. Compare only within a set; nothing is corrected."
            }
            Verdict::WithinSets => {
                "The candidates fall into sets that no rater links by rating both on the same criteria: compare only within a set. Scores are corrected for the raters' severity where a set's own raters can be told apart, and stand beside the plain ones."
            }
            Verdict::SeverityIsDifficulty => {
                "The raters' severity cannot be told apart from the difficulty of what they rated: nothing is corrected."
            }
            Verdict::Complete => {
                "Every rater rated every candidate on the same criteria: correcting for severity changes nothing that matters to the order."
            }
            Verdict::Corrected => {
                "Not everybody was rated by the same raters: the corrected scores take the raters' severity into account. They stand beside the plain scores."
            }
        }
    }
}
