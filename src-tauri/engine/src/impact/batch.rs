//! Which sums over what candidates gave may be kept. Pure.
//!
//! A batch is the ended applications of a role that were not counted before. Of it is kept only what could itself be shown, so
//! that whatever adding and subtracting makes of the sums of several batches, roles, stages or sources is again made of tables
//! that may be shown. The rules, after A. Hundepool and others, *Statistical Disclosure Control* (2012), chapter 4:
//! - threshold: a table has two groups or more, each of at least [`LEAST`] people;
//! - secondary suppression: a source has a table of its own only where all other sources together have one that may be shown as
//!   well; the smallest are held back until that is so;
//! - no group disclosure: nowhere did all of those who are known to have gone the same way answer, and answer alike.
//!
//! What this does not protect from: somebody who knows the answers of most others, or who types in false ones; likelihood
//! (nine of ten who passed said the same); and whoever holds the workspace's key and other software.

use std::collections::BTreeMap;

use assay_domain::stage::Stage;

use super::LEAST;

/// Stage and source (empty: all) of a table.
pub(super) type Place = (Stage, String);
/// For each group how many came to a stage, and how many of them passed.
pub(super) type Groups = BTreeMap<String, (u32, u32)>;
/// Tables by place; one without groups may not be shown.
pub(super) type Tables = BTreeMap<Place, Groups>;

/// One ended application.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// What its candidate answered; `None` where they gave nothing.
    pub group: Option<String>,
    /// Where the candidate came from.
    pub source: String,
    /// The stages that it came to, each with whether it passed there.
    pub way: BTreeMap<Stage, bool>,
}

/// What may be kept of a batch: the tables, and which of its members are in them. `None` while nothing may.
pub(super) fn keep(members: &[Member]) -> Option<(Tables, Vec<usize>)> {
    let large = large(members);
    let counted: Vec<usize> = (0..members.len())
        .filter(|at| members[*at].group.as_ref().is_some_and(|group| large.contains_key(group)))
        .collect();
    // Who is in no group that is large enough stands there as one who gave nothing: the people are known, not the answers.
    let members: Vec<Member> = members.iter().map(|one| known(one, &large)).collect();
    let all: Vec<&Member> = members.iter().collect();
    let (mut tables, mut kept, mut parts) = (Tables::new(), Vec::new(), None);
    for stage in Stage::ALL.iter().copied().filter(|stage| stage.is_active()) {
        if !all.iter().any(|one| one.way.contains_key(&stage)) {
            continue;
        }
        let tried: Vec<Stage> = kept.iter().copied().chain([stage]).collect();
        if !may_be_shown(&all, &tried) {
            tables.insert((stage, String::new()), Groups::new());
            continue;
        }
        tables.insert((stage, String::new()), table(&all, stage));
        let parts: &Parts<'_> = parts.get_or_insert_with(|| by_source(&all, &tried));
        hold_back(&mut tables, &all, stage);
        if parts.all().all(|part| nobody(part, stage) || may_be_shown(part, &tried)) {
            for (source, part) in parts.shown.iter().filter(|(_, part)| !nobody(part, stage)) {
                tables.insert((stage, source.clone()), table(part, stage));
            }
        }
        kept.push(stage);
    }
    (!kept.is_empty()).then_some((tables, counted))
}

/// The groups that at least [`LEAST`] gave.
fn large(members: &[Member]) -> BTreeMap<&String, u32> {
    let mut sizes: BTreeMap<&String, u32> = BTreeMap::new();
    for group in members.iter().filter_map(|one| one.group.as_ref()) {
        *sizes.entry(group).or_default() += 1;
    }
    sizes.retain(|_, size| *size >= LEAST);
    sizes
}

fn known(one: &Member, large: &BTreeMap<&String, u32>) -> Member {
    Member { group: one.group.clone().filter(|group| large.contains_key(group)), ..one.clone() }
}

/// Sources with a table of their own, and all others together.
struct Parts<'a> {
    shown: Vec<(String, Vec<&'a Member>)>,
    rest: Vec<&'a Member>,
}

impl Parts<'_> {
    fn all(&self) -> impl Iterator<Item = &Vec<&Member>> {
        self.shown.iter().map(|(_, part)| part).chain([&self.rest])
    }
}

/// Holds back the smallest sources until the others together may be shown, or there are none.
fn by_source<'a>(all: &[&'a Member], tried: &[Stage]) -> Parts<'a> {
    let mut sources: BTreeMap<&str, Vec<&'a Member>> = BTreeMap::new();
    for one in all {
        sources.entry(&one.source).or_default().push(one);
    }
    let (shown, rest): (Vec<_>, Vec<_>) =
        sources.into_iter().partition(|(source, part)| !source.is_empty() && may_be_shown(part, tried));
    let mut shown: Vec<(String, Vec<&Member>)> =
        shown.into_iter().map(|(source, part)| (source.to_owned(), part)).collect();
    let mut rest: Vec<&Member> = rest.into_iter().flat_map(|(_, part)| part).collect();
    shown.sort_by_key(|(_, part)| std::cmp::Reverse(part.len()));
    let alone = |rest: &[&Member]| tried.iter().all(|stage| nobody(rest, *stage));
    while !alone(&rest) && !may_be_shown(&rest, tried) {
        match shown.pop() {
            Some((_, part)) => rest.extend(part),
            None => break,
        }
    }
    Parts { shown, rest }
}

/// Whether the table of the last of these stages may be shown beside those of the others.
fn may_be_shown(part: &[&Member], stages: &[Stage]) -> bool {
    let Some(last) = stages.last() else { return false };
    let groups = table(part, *last);
    groups.len() > 1 && groups.values().all(|(came, _)| *came >= LEAST) && !gives_away(part, stages)
}

/// Whether some who went the same way through these stages all answered, and all alike.
fn gives_away(part: &[&Member], stages: &[Stage]) -> bool {
    let mut ways: BTreeMap<Vec<Option<bool>>, Vec<Option<&String>>> = BTreeMap::new();
    for one in part {
        let way: Vec<Option<bool>> = stages.iter().map(|stage| one.way.get(stage).copied()).collect();
        if way.iter().any(Option::is_some) {
            ways.entry(way).or_default().push(one.group.as_ref());
        }
    }
    ways.values().any(|groups| groups[0].is_some() && groups.iter().all(|group| *group == groups[0]))
}

/// Whether nobody who is counted came to the stage.
fn nobody(part: &[&Member], stage: Stage) -> bool {
    table(part, stage).is_empty()
}

fn table(part: &[&Member], stage: Stage) -> Groups {
    let mut out = Groups::new();
    for one in part {
        if let (Some(group), Some(passed)) = (&one.group, one.way.get(&stage)) {
            let cell = out.entry(group.clone()).or_default();
            *cell = (cell.0 + 1, cell.1 + u32::from(*passed));
        }
    }
    out
}

/// Marks the tables of a stage by source as not to be shown, of every source that people came from, whether they answered or not.
fn hold_back(tables: &mut Tables, all: &[&Member], stage: Stage) {
    for one in all.iter().filter(|one| one.way.contains_key(&stage) && !one.source.is_empty()) {
        tables.entry((stage, one.source.clone())).or_default();
    }
}

#[cfg(test)]
#[path = "batch_tests.rs"]
mod tests;
