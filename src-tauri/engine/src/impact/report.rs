//! What may be said about how groups fare, by stage and source.

use std::collections::BTreeMap;

use assay_domain::ids::RoleId;
use assay_domain::measure::impact::totals::Total;
use assay_domain::measure::impact::{self, Comparison, Finding, Group, Swap, intervals::wilson};
use serde::Serialize;

use super::batch::Groups;
use super::{LEAST, counted, rates, totals};
use crate::{EngineError, Instant, Result, Store, Viewer};

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImpactGroup {
    /// Its name.
    pub name: String,
    /// How many came to the stage.
    pub applied: u32,
    /// How many of them passed.
    pub passed: u32,
    /// Their share, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub rate: f64,
    /// Lower end of its 95% interval.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub low: f64,
    /// Upper end.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub high: f64,
}

/// What one place moved would make of it: one person more of the group that fares worse, one fewer of the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OnePersonMore {
    /// Lower rate over higher.
    pub impact_ratio: Option<f64>,
    /// Whether it is below four fifths.
    pub below_four_fifths: bool,
    /// Whether the other group would then fare worse.
    pub direction_reversed: bool,
    /// Fisher's two-sided p-value.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub fisher_p: f64,
    /// In words.
    pub sentence: String,
}

/// A group against the one that fares best.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImpactComparison {
    /// The group.
    pub group: String,
    /// The one that fares best.
    pub reference: String,
    /// What may be said.
    pub finding: Finding,
    /// The same for people.
    pub sentence: String,
    /// Lower rate over higher; `None` where nobody passed, or too few came for any verdict.
    pub impact_ratio: Option<f64>,
    /// The four-fifths rule; never where too few came.
    pub below_four_fifths: bool,
    /// Lower end of the 95% interval of the group's rate over the best one's; `None` where it cannot be computed.
    pub ratio_low: Option<f64>,
    /// Its upper end.
    pub ratio_high: Option<f64>,
    /// Fisher's exact test, two-sided.
    pub fisher_p: Option<f64>,
    /// The same, allowing for several groups having been looked at (Holm).
    pub fisher_p_adjusted: Option<f64>,
    /// Boschloo's exact test, two-sided, the number of places fixed.
    pub boschloo_p: Option<f64>,
    /// What one place moved would change, as an object of its own: the number of places stays, the group that fares worse has
    /// one more of them and the other one fewer. `None` with too few people, and where no place can be moved.
    pub one_person_more: Option<OnePersonMore>,
}

/// The groups at one stage from one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImpactPart {
    /// What candidates were asked ("gender"); empty for imported totals.
    pub category: String,
    /// The stage; empty for the whole process.
    pub stage: String,
    /// The source; empty for all.
    pub source: String,
    /// The groups that may be shown.
    pub groups: Vec<ImpactGroup>,
    /// Whether something is withheld: groups of fewer than five people, or what would make single answers known.
    pub withheld: bool,
    /// In words.
    pub sentence: String,
    /// Each group against the one that fares best.
    pub comparisons: Vec<ImpactComparison>,
}

/// How groups fare.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImpactReport {
    /// From imported totals.
    pub imported: Vec<ImpactPart>,
    /// From what candidates gave of their own accord.
    pub voluntary: Vec<ImpactPart>,
    /// What is to be said of that part: why it is withheld or empty, or else what is counted in it.
    pub voluntary_note: String,
    /// What to bear in mind.
    pub note: String,
}

const NOTE: &str = "A difference is no proof of discrimination, and none is no proof of fairness: it says where to look. The \
    four-fifths rule is a rule of thumb; with small numbers it turns with one person.";
const NOTHING: &str = "Nothing is counted yet of what candidates gave themselves. A role is counted once nobody is under way in \
    it, or fifty who gave an answer have ended, where at least five people in each of two groups gave one.";
const COUNTED: &str = "Counted when nobody was under way in the role or fifty who gave an answer had ended: an answer that is changed or taken back \
    afterwards moves nothing, and answers that come later are counted as a further batch only. Whoever withdrew is not counted.";

/// How groups fare for a role, or over everything: from imported totals and from what candidates gave, each by stage and
/// source. The latter is withheld from whoever rates these candidates; of others it counts first what may be counted.
pub fn report(store: &Store, viewer: Viewer, at: Instant, role: Option<RoleId>) -> Result<ImpactReport> {
    let (rows, why) =
        store.read(viewer, |conn| Ok((totals::rows(conn, role)?, rates::withheld(conn, viewer, role)?)))?;
    let imported = by_stage(rows)
        .into_iter()
        .map(|((stage, source), groups)| part((String::new(), stage, source), groups, 1, false))
        .collect::<Result<_>>()?;
    let voluntary = match why {
        Some(_) => Vec::new(),
        None => voluntary(store, viewer, at, role)?,
    };
    let said = why.unwrap_or(if voluntary.is_empty() { NOTHING } else { COUNTED });
    Ok(ImpactReport { imported, voluntary, voluntary_note: said.into(), note: NOTE.into() })
}

fn voluntary(store: &Store, viewer: Viewer, at: Instant, role: Option<RoleId>) -> Result<Vec<ImpactPart>> {
    counted::count(store, viewer, at, role)?;
    let sums = store.read(viewer, |conn| counted::sums(conn, role))?;
    sums.into_iter().map(|(key, (groups, withheld))| part(key, groups, LEAST, withheld)).collect()
}

/// Totals of several imports added up; where sources are told apart, also all of them together.
fn by_stage(rows: Vec<Total>) -> BTreeMap<(String, String), Groups> {
    let mut out: BTreeMap<(String, String), Groups> = BTreeMap::new();
    for one in rows {
        let mut sources = vec![one.source.clone()];
        if !one.source.is_empty() {
            sources.push(String::new());
        }
        for source in sources {
            let cell =
                out.entry((one.stage.clone(), source)).or_default().entry(one.group.clone()).or_default();
            *cell = (cell.0.saturating_add(one.applied), cell.1.saturating_add(one.passed));
        }
    }
    out
}

fn part(
    (category, stage, source): (String, String, String),
    groups: Groups,
    least: u32,
    held_back: bool,
) -> Result<ImpactPart> {
    let all = groups.len();
    let shown: Vec<ImpactGroup> =
        groups.into_iter().filter(|(_, (applied, _))| *applied >= least).map(group).collect();
    let withheld = held_back || shown.len() < all;
    let compared = if shown.len() > 1 { compare(&shown)? } else { Vec::new() };
    let sentence = match (shown.len(), withheld) {
        (0 | 1, true) => {
            "Withheld: too few people in a group, or single answers could be worked out from it."
        }
        (0 | 1, false) => "One group only: there is nothing to compare.",
        (_, true) => "Not everybody is counted here: of some, single answers could be worked out.",
        (_, false) => "",
    };
    // One group alone, beside known numbers of applications, would tell how many the withheld ones are.
    let shown = if compared.is_empty() && withheld { Vec::new() } else { shown };
    Ok(ImpactPart {
        category,
        stage,
        source,
        groups: shown,
        withheld,
        sentence: sentence.into(),
        comparisons: compared,
    })
}

fn group((name, (applied, passed)): (String, (u32, u32))) -> ImpactGroup {
    let (low, high) = wilson(u64::from(passed), u64::from(applied));
    ImpactGroup { name, applied, passed, rate: f64::from(passed) / f64::from(applied), low, high }
}

fn compare(groups: &[ImpactGroup]) -> Result<Vec<ImpactComparison>> {
    let plain: Vec<Group> = groups
        .iter()
        .map(|one| Group {
            name: one.name.clone(),
            applicants: u64::from(one.applied),
            selected: u64::from(one.passed),
        })
        .collect();
    let found = impact::impact(&plain)
        .map_err(|error| EngineError::invalid(error.to_string(), "Remove the import with these totals."))?;
    Ok(found.comparisons.iter().map(comparison).collect())
}

fn comparison(found: &Comparison) -> ImpactComparison {
    // With too few people nothing that looks like a verdict.
    let enough = found.finding != Finding::TooFew;
    let interval = found.risk_ratio_katz_ci95.filter(|_| enough);
    ImpactComparison {
        group: found.group_b.name.clone(),
        reference: found.group_a.name.clone(),
        finding: found.finding,
        sentence: found.sentence.clone(),
        impact_ratio: found.impact_ratio.filter(|_| enough),
        below_four_fifths: found.below_four_fifths && enough,
        ratio_low: interval.map(|ends| ends.0),
        ratio_high: interval.map(|ends| ends.1),
        fisher_p: enough.then_some(found.fisher_p_two_sided),
        fisher_p_adjusted: enough.then_some(found.fisher_p_adjusted),
        boschloo_p: found.boschloo_p_two_sided.filter(|_| enough),
        one_person_more: found.one_person_swap.filter(|_| enough).map(|swap| one_person_more(&swap)),
    }
}

fn one_person_more(swap: &Swap) -> OnePersonMore {
    let below = if swap.below_four_fifths { "below four fifths" } else { "not below four fifths" };
    let turned = if swap.direction_reversed { ", and the other group would fare worse" } else { "" };
    let ratio = swap.impact_ratio.map_or_else(|| "unknown".into(), |ratio| format!("{:.0}%", 100.0 * ratio));
    OnePersonMore {
        impact_ratio: swap.impact_ratio,
        below_four_fifths: swap.below_four_fifths,
        direction_reversed: swap.direction_reversed,
        fisher_p: swap.fisher_p,
        sentence: format!(
            "With one place moved to the group that fares worse from the other, the ratio would be {ratio}, {below}{turned}."
        ),
    }
}
