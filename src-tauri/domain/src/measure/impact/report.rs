//! Two groups compared, and several groups each with the one that fares best: the four-fifths rule of the Uniform Guidelines on
//! Employee Selection Procedures (29 CFR 1607.4 D, 1978), with exact tests beside it.

use serde::{Deserialize, Serialize};

use super::super::holm::holm;
use super::super::ratings::{MeasureError, unfit};
use super::boschloo;
use super::fisher::{Table, odds, two_sided};
use super::intervals::{katz, pooled_z, wilson};

/// A group: how many applied, how many were selected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name; may be left out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Applicants.
    pub applicants: u64,
    /// Selected.
    pub selected: u64,
}

/// What one place moved would make of it: one person more selected of the group that fares worse, one fewer of the other.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swap {
    /// Ratio of the lower rate over the higher.
    pub impact_ratio: Option<f64>,
    /// Whether it is below four fifths.
    pub below_four_fifths: bool,
    /// Whether the other group would then fare worse.
    pub direction_reversed: bool,
    /// Fisher's two-sided p-value.
    pub fisher_p: f64,
}

/// What may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Finding {
    /// A group has fewer than five applicants: no verdict.
    TooFew,
    /// Nobody was selected, or everybody.
    NothingToCompare,
    /// Below four fifths, and not by chance alone.
    Below,
    /// Below four fifths, but so few that chance alone would do it often.
    BelowPerhapsChance,
    /// Not below four fifths, yet the difference is not by chance alone.
    DifferentThoughNotBelow,
    /// Neither.
    NotBelow,
}

/// Two groups compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The first group.
    pub group_a: Group,
    /// The second group.
    pub group_b: Group,
    /// What may be said.
    pub finding: Finding,
    /// The same for people.
    pub sentence: String,
    /// Selection rate of the first.
    pub rate_a: f64,
    /// Selection rate of the second.
    pub rate_b: f64,
    /// Lower rate over higher; `None` where nobody was selected.
    pub impact_ratio: Option<f64>,
    /// The four-fifths rule, strict, in whole numbers: of the rates alone, also where the finding is that there are too few people
    /// for a verdict. Who shows it asks `finding` first.
    pub below_four_fifths: bool,
    /// Fisher, two-sided.
    #[serde(rename = "fisher_p_two-sided")]
    pub fisher_p_two_sided: f64,
    /// The same, allowing for several groups having been looked at (Holm); of two groups the same number.
    pub fisher_p_adjusted: f64,
    /// Fisher: the first group having as many selected or fewer.
    pub fisher_p_less: f64,
    /// Fisher: as many or more.
    pub fisher_p_greater: f64,
    /// Boschloo, two-sided, the number of places fixed.
    pub boschloo_p_two_sided: Option<f64>,
    /// Boschloo, two-sided, the sizes of the groups fixed.
    pub boschloo_p_two_sided_groups_fixed: Option<f64>,
    /// Conditional odds ratio; `None` where infinite or undefined.
    pub odds_ratio_conditional: Option<f64>,
    /// Its 95% interval; an end is `None` where infinite or undefined.
    pub odds_ratio_ci95: (Option<f64>, Option<f64>),
    /// Difference of the rates in pooled standard errors.
    pub z_pooled: Option<f64>,
    /// Its two-sided p-value.
    pub z_p: Option<f64>,
    /// Second rate over first; `None` where either is nought.
    pub risk_ratio_b_over_a: Option<f64>,
    /// Its 95% interval.
    pub risk_ratio_katz_ci95: Option<(f64, f64)>,
    /// 95% interval of the first rate.
    pub wilson95_a: (f64, f64),
    /// 95% interval of the second rate.
    pub wilson95_b: (f64, f64),
    /// One place moved; `None` where none can be.
    pub one_person_swap: Option<Swap>,
}

/// Several groups: each compared with the one that fares best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Impact {
    /// The group with the highest rate, among those with five applicants or more where there is one.
    pub reference: String,
    /// The others against it.
    pub comparisons: Vec<Comparison>,
}

/// Fewer applicants, and no verdict is given.
const LEAST: u64 = 5;
/// Applicants of a group at most: the exact tests take time in proportion.
const MOST: u64 = 1_000_000;
/// A p-value above this is taken as chance.
const CHANCE: f64 = 0.05;

/// Compares two groups.
///
/// # Errors
/// Where a group is empty or more were selected than applied.
pub fn compare(a: &Group, b: &Group) -> Result<Comparison, MeasureError> {
    check(a)?;
    check(b)?;
    let table = Table { n1: a.applicants, x1: a.selected, n2: b.applicants, x2: b.selected };
    let (less, greater) = table.one_sided();
    let odds = odds(&table);
    let (first, second) = ((a.selected, a.applicants), (b.selected, b.applicants));
    let z = pooled_z(first, second);
    let (rate_a, rate_b) = (rate(a), rate(b));
    let fisher = two_sided(&table);
    let finding = finding(a, b, fisher);
    let chance = format!(
        "if both groups fared alike, a difference like this or larger would come by chance in {}",
        percent(fisher)
    );
    Ok(Comparison {
        finding,
        sentence: sentence(a, b, finding, &chance),
        rate_a,
        rate_b,
        impact_ratio: ratio(a, b),
        below_four_fifths: below(a, b),
        fisher_p_two_sided: fisher,
        fisher_p_adjusted: fisher,
        fisher_p_less: less,
        fisher_p_greater: greater,
        boschloo_p_two_sided: boschloo::places_fixed(&table),
        boschloo_p_two_sided_groups_fixed: boschloo::groups_fixed(&table),
        odds_ratio_conditional: odds.and_then(|found| found.estimate),
        odds_ratio_ci95: odds.map_or((None, None), |found| (Some(found.interval.0), found.interval.1)),
        z_pooled: z,
        z_p: z.map(|z| libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)),
        risk_ratio_b_over_a: (a.selected > 0 && b.selected > 0).then(|| rate_b / rate_a),
        risk_ratio_katz_ci95: katz(first, second),
        wilson95_a: wilson(a.selected, a.applicants),
        wilson95_b: wilson(b.selected, b.applicants),
        one_person_swap: swap(a, b),
        group_a: a.clone(),
        group_b: b.clone(),
    })
}

/// Compares each group with the one that fares best.
///
/// # Errors
/// Where there are fewer than two groups, or one makes no sense.
pub fn impact(groups: &[Group]) -> Result<Impact, MeasureError> {
    groups.iter().try_for_each(check)?;
    let usable = |least: u64| {
        let large = groups.iter().enumerate().filter(move |(_, group)| group.applicants >= least);
        large.reduce(|best, one| if higher(one.1, best.1) { one } else { best })
    };
    let Some((at, best)) = usable(LEAST).or_else(|| usable(0)).filter(|_| groups.len() > 1) else {
        return Err(unfit("two groups or more are needed".to_owned()));
    };
    let others = groups.iter().enumerate().filter(|(index, _)| *index != at);
    let mut comparisons = others.map(|(_, group)| compare(best, group)).collect::<Result<Vec<_>, _>>()?;
    let usable = groups.iter().filter(|group| group.applicants >= LEAST).count();
    adjust(&mut comparisons, usable);
    Ok(Impact { reference: best.name.clone(), comparisons })
}

/// Allows for the best of several groups having been chosen by its rate: any two of the groups could have come to stand here, so
/// that the family of Holm's adjustment is all pairs.
fn adjust(comparisons: &mut [Comparison], groups: usize) {
    let mut looked: Vec<&mut Comparison> =
        comparisons.iter_mut().filter(|one| one.finding != Finding::TooFew).collect();
    if groups < 3 {
        return;
    }
    let p: Vec<f64> = looked.iter().map(|one| one.fisher_p_two_sided).collect();
    for (one, p) in looked.iter_mut().zip(holm(&p, groups * (groups - 1) / 2)) {
        let chance = format!(
            "if all {groups} groups fared alike, a difference like this or larger between some two of them would come by chance in at most {}",
            percent(p)
        );
        one.fisher_p_adjusted = p;
        one.finding = finding(&one.group_a, &one.group_b, p);
        one.sentence = sentence(&one.group_a, &one.group_b, one.finding, &chance);
    }
}

fn check(group: &Group) -> Result<(), MeasureError> {
    if group.applicants == 0 {
        return Err(unfit(format!("group {} has no applicants", group.name)));
    }
    if group.selected > group.applicants {
        return Err(unfit(format!("group {} has more selected than applied", group.name)));
    }
    if group.applicants > MOST {
        return Err(unfit(format!("group {} has more than {MOST} applicants", group.name)));
    }
    Ok(())
}

fn rate(group: &Group) -> f64 {
    group.selected as f64 / group.applicants as f64
}

fn higher(a: &Group, b: &Group) -> bool {
    cross(a, b) > cross(b, a)
}

/// Selected of the first times applicants of the second.
fn cross(a: &Group, b: &Group) -> u128 {
    u128::from(a.selected) * u128::from(b.applicants)
}

/// Lower rate over higher.
fn ratio(a: &Group, b: &Group) -> Option<f64> {
    let (low, high) = (cross(a, b).min(cross(b, a)), cross(a, b).max(cross(b, a)));
    (high > 0).then(|| low as f64 / high as f64)
}

/// Whether the lower rate is less than four fifths of the higher.
fn below(a: &Group, b: &Group) -> bool {
    5 * cross(a, b).min(cross(b, a)) < 4 * cross(a, b).max(cross(b, a))
}

fn swap(a: &Group, b: &Group) -> Option<Swap> {
    let (mut low, mut high) = if higher(b, a) { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
    if low.selected == low.applicants || high.selected == 0 {
        return None;
    }
    low.selected += 1;
    high.selected -= 1;
    let table = Table { n1: high.applicants, x1: high.selected, n2: low.applicants, x2: low.selected };
    Some(Swap {
        impact_ratio: ratio(&low, &high),
        below_four_fifths: below(&low, &high),
        direction_reversed: higher(&low, &high),
        fisher_p: two_sided(&table),
    })
}

fn finding(a: &Group, b: &Group, fisher: f64) -> Finding {
    let selected = a.selected + b.selected;
    if a.applicants.min(b.applicants) < LEAST {
        return Finding::TooFew;
    }
    if selected == 0 || selected == a.applicants + b.applicants {
        return Finding::NothingToCompare;
    }
    match (below(a, b), fisher < CHANCE) {
        (true, true) => Finding::Below,
        (true, false) => Finding::BelowPerhapsChance,
        (false, true) => Finding::DifferentThoughNotBelow,
        (false, false) => Finding::NotBelow,
    }
}

fn sentence(a: &Group, b: &Group, finding: Finding, chance: &str) -> String {
    let share = ratio(a, b).map_or(0.0, |ratio| 100.0 * ratio);
    match finding {
        Finding::TooFew => "Fewer than five applicants in a group: too few for any verdict.".to_owned(),
        Finding::NothingToCompare if a.selected + b.selected == 0 => {
            "Nobody was selected: there is nothing to compare.".to_owned()
        }
        Finding::NothingToCompare => "Nobody was turned down: there is nothing to compare.".to_owned(),
        Finding::Below => format!(
            "The lower rate is {share:.0}% of the higher, below four fifths; {chance}. This asks for an explanation; it is not proof of discrimination."
        ),
        Finding::BelowPerhapsChance => format!(
            "The lower rate is {share:.0}% of the higher, below four fifths; but {chance}, so the numbers are too small to tell."
        ),
        Finding::DifferentThoughNotBelow => format!(
            "The lower rate is {share:.0}% of the higher, not below four fifths; still, {chance}. The difference is small but hardly chance."
        ),
        Finding::NotBelow if cross(a, b) == cross(b, a) => {
            "Both groups were selected at the same rate. This is no proof that the groups fare alike."
                .to_owned()
        }
        Finding::NotBelow => format!(
            "The lower rate is {share:.0}% of the higher, not below four fifths; {chance}. This is no proof that the groups fare alike."
        ),
    }
}

fn percent(p: f64) -> String {
    match p {
        p if p < 0.001 => "less than 0.1% of cases".to_owned(),
        p if p > 0.9995 => "nearly every case".to_owned(),
        p => format!("{:.1}% of cases", 100.0 * p),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(selected: &[u64], applicants: u64) -> Vec<Group> {
        let group = |(name, selected): (usize, &u64)| Group {
            name: format!("G{name}"),
            applicants,
            selected: *selected,
        };
        selected.iter().enumerate().map(group).collect()
    }

    #[test]
    fn the_best_of_six_is_not_held_against_the_worst_as_if_there_were_two() {
        let (mut two, six) = (groups(&[19, 8], 40), groups(&[19, 8, 12, 12, 13, 14], 40));
        let (alone, among) = (impact(&two).unwrap(), impact(&six).unwrap());
        let (alone, among) = (&alone.comparisons[0], &among.comparisons[0]);
        assert_eq!((alone.finding, alone.fisher_p_adjusted), (Finding::Below, alone.fisher_p_two_sided));
        assert_eq!(among.fisher_p_two_sided, alone.fisher_p_two_sided, "the exact figures stay");
        assert!((among.fisher_p_adjusted - 15.0 * alone.fisher_p_two_sided).abs() < 1e-12);
        assert_eq!(among.finding, Finding::BelowPerhapsChance);
        assert!(among.sentence.contains("if all 6 groups fared alike"), "{}", among.sentence);
        let clear = impact(&groups(&[38, 3, 20, 20, 21, 22], 40)).unwrap();
        assert_eq!(clear.comparisons[0].finding, Finding::Below);
        // A group too small for a verdict is no look.
        two.push(Group { name: "few".into(), applicants: 3, selected: 1 });
        let found = impact(&two).unwrap().comparisons;
        assert_eq!(
            (found[0].fisher_p_adjusted, found[1].finding),
            (alone.fisher_p_two_sided, Finding::TooFew)
        );
    }
    #[test]
    fn what_nothing_can_be_compared_of_and_what_is_equal_is_said_as_it_is() {
        let said = |selected: &[u64]| impact(&groups(selected, 10)).unwrap().comparisons[0].sentence.clone();
        assert!(said(&[0, 0]).starts_with("Nobody was selected:"), "{}", said(&[0, 0]));
        assert!(said(&[10, 10]).starts_with("Nobody was turned down:"), "{}", said(&[10, 10]));
        assert!(said(&[5, 5]).starts_with("Both groups were selected at the same rate"), "{}", said(&[5, 5]));
        assert!(said(&[5, 4]).contains("by chance in nearly every case"), "{}", said(&[5, 4]));
    }
}
