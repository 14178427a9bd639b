//! What correcting can do for each set of candidates who can be compared with each other.
//!
//! Where a rater's severity is confounded with the candidates of a set, its scores can go up and down together without any rating
//! saying so (Searle, *Linear Models*, 1971, ch. 5); differences inside another set are estimable all the same. So scores are
//! corrected set by set: where at least two candidates were rated by raters whose difference is estimable. Nothing is said across sets.

use super::super::ratings::Ratings;
use super::design::Design;
use super::estimable::Estimability;
use crate::words::listed;

/// One set of candidates who can be compared with each other, in the order of [`Estimability::comparable_candidates`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// Whether it holds two candidates and two raters whose severity can be compared.
    pub linked: bool,
    /// Whether every candidate was rated by the same raters on the same criteria.
    pub whole: bool,
}

/// The sets of a design.
pub(super) fn sets(ratings: &Ratings, found: &Estimability, design: &Design) -> Vec<Set> {
    let one = |set: usize| {
        let is_in = |candidate: usize| found.candidate_group[candidate] == set;
        let members: Vec<usize> = (0..design.candidates).filter(|one| is_in(*one)).collect();
        let mut raters: Vec<usize> =
            ratings.cells.iter().filter(|cell| is_in(cell.candidate)).map(|cell| cell.rater).collect();
        raters.sort_unstable();
        raters.dedup();
        let mut groups: Vec<usize> = raters.iter().map(|rater| found.rater_group[*rater]).collect();
        groups.sort_unstable();
        let pattern = |candidate: &usize| design.place[*candidate].0;
        Set {
            linked: members.len() > 1 && groups.windows(2).any(|pair| pair[0] == pair[1]),
            whole: members.windows(2).all(|pair| pattern(&pair[0]) == pattern(&pair[1])),
        }
    };
    (0..found.comparable_candidates.len()).map(one).collect()
}

/// A set as it is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Names of its candidates.
    pub names: Vec<String>,
    /// Whether its scores are corrected.
    pub corrected: bool,
    /// Whether all of them were rated by the same raters on the same criteria, so that severity changes nothing among them.
    pub whole: bool,
}

/// Who stands apart from those who are corrected, and among whom severity changes nothing, in a sentence or two.
pub fn apart(sets: &[Told]) -> String {
    let severe = sets.iter().filter(|set| set.corrected && !set.whole).count();
    let left = |alone: bool| sets.iter().filter(move |set| !set.corrected && (set.names.len() == 1) == alone);
    let alone: Vec<String> = left(true).flat_map(|set| set.names.iter().cloned()).collect();
    let mut out: Vec<String> = Vec::new();
    if severe > 1 {
        out.push(format!("{severe} sets are corrected, each by itself."));
    }
    out.extend(sets.iter().filter(|set| set.corrected && set.whole).map(|set| {
        format!(
            "{} were each rated by the same raters on the same criteria, so the raters' severity changes nothing among them.",
            listed(&set.names)
        )
    }));
    match alone.as_slice() {
        [] => {}
        [one] => out.push(format!(
            "{one} stands apart: no rater links {one} to anybody else on the same criteria, so that score is not corrected and can be compared with nobody's."
        )),
        many => out.push(format!(
            "{} each stand apart: no rater links them to anybody else on the same criteria, so their scores are not corrected and can be compared with nobody's.",
            listed(many)
        )),
    }
    out.extend(left(false).map(|set| {
        format!("{} can be compared among themselves only, and are not corrected.", listed(&set.names))
    }));
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_apart_is_named_and_who_is_corrected_is_not() {
        let set = |names: &[&str], corrected| Told {
            names: names.iter().map(|one| (*one).to_owned()).collect(),
            corrected,
            whole: false,
        };
        let six = set(&["Ana", "Bea", "Cai"], true);
        let alone = apart(&[six.clone(), set(&["Gus"], false)]);
        assert!(alone.starts_with("Gus stands apart: no rater links Gus to anybody else"), "{alone}");
        let more = apart(&[six, set(&["Gus"], false), set(&["Hal"], false), set(&["Ida", "Jon"], false)]);
        assert!(more.starts_with("Gus and Hal each stand apart"), "{more}");
        assert!(
            more.ends_with("Ida and Jon can be compared among themselves only, and are not corrected."),
            "{more}"
        );
        let two = apart(&[set(&["Ana", "Bea"], true), set(&["Cai", "Dov"], true)]);
        assert_eq!(two, "2 sets are corrected, each by itself.");
        let whole = apart(&[Told { whole: true, ..set(&["Ana", "Bea"], true) }]);
        assert!(whole.starts_with("Ana and Bea were each rated by the same raters"), "{whole}");
        assert!(whole.ends_with("severity changes nothing among them."), "{whole}");
    }
}
