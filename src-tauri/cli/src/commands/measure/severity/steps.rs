//! The many-facet Rasch model of a file.

use assay_domain::measure::Ratings;
use assay_domain::measure::ratings::Cell;
use assay_domain::measure::severity::Estimates;
use assay_domain::measure::severity::rasch::{Penalties, Rasch, rasch};
use assay_domain::measure::sure::components;
use assay_domain::words::decimal;

use crate::commands::measure::{Told, json_of, unfit};
use crate::failure::Result;
use crate::output::{heading, indented, table};

/// Fits it; what the ratings do not link stands in tables of its own, under what is said of it.
pub fn steps(ratings: &Ratings, unpenalised: bool) -> Result<Told> {
    let penalties = (!unpenalised).then(Penalties::default);
    let found = rasch(ratings, penalties.as_ref()).map_err(|error| unfit(&error))?;
    let mut text = String::new();
    if !found.sentence.is_empty() {
        text += &format!("{}\n", found.sentence);
    }
    let numbers = Numbers::of(ratings, &found);
    let titled = [
        ("candidate", &found.candidate),
        ("rater's leniency", &found.rater_leniency),
        ("criterion's easiness", &found.criterion_easiness),
    ];
    for ((title, estimates), (at, sets)) in titled.into_iter().zip(facets(&found).into_iter().enumerate()) {
        text += &facet(title, estimates, sets, &numbers.of_sets(at, sets));
    }
    Ok((json_of(&found)?, text))
}

/// The sets of candidates, of raters and of criteria.
fn facets(found: &Rasch) -> [&[Vec<String>]; 3] {
    [&found.comparable_candidates, &found.comparable_raters, &found.comparable_criteria]
}

/// Numbers of what ratings hang together: the same for candidates, raters and criteria.
struct Numbers<'a> {
    ratings: &'a Ratings,
    /// Of each candidate the lowest that hangs together with it through raters.
    heads: Vec<usize>,
    /// The heads that some set is shown under, in order.
    shown: Vec<usize>,
}

impl<'a> Numbers<'a> {
    fn of(ratings: &'a Ratings, found: &Rasch) -> Self {
        let candidates = ratings.candidates.len();
        let links = ratings.cells.iter().map(|cell| (cell.candidate, candidates + cell.rater));
        let heads = components(candidates + ratings.raters.len(), links);
        let mut out = Self { ratings, heads, shown: Vec::new() };
        for (facet, sets) in facets(found).into_iter().enumerate() {
            let several = sets.iter().filter(|set| set.len() > 1);
            let heads: Vec<usize> = several.filter_map(|set| out.head(facet, set)).collect();
            out.shown.extend(heads);
        }
        out.shown.sort_unstable();
        out.shown.dedup();
        out
    }

    /// What a set of a facet hangs together with; `None` where its ratings do not all.
    fn head(&self, facet: usize, set: &[String]) -> Option<usize> {
        let names = [&self.ratings.candidates, &self.ratings.raters, &self.ratings.criteria][facet];
        let is_in = |cell: &&Cell| set.contains(&names[[cell.candidate, cell.rater, cell.criterion][facet]]);
        let mut heads = self.ratings.cells.iter().filter(is_in).map(|cell| self.heads[cell.candidate]);
        let first = heads.next()?;
        heads.all(|head| head == first).then_some(first)
    }

    /// Number and part of each set of a facet: "Set 1", or "Set 1, part 2" where ratings hang together and leave several sets all the
    /// same; nothing where its ratings do not all hang together, and of who is alone.
    fn of_sets(&self, facet: usize, sets: &[Vec<String>]) -> Vec<Option<(usize, Option<usize>)>> {
        let several: Vec<Option<usize>> =
            sets.iter().map(|set| self.head(facet, set).filter(|_| set.len() > 1)).collect();
        let one = |(at, head): (usize, &Option<usize>)| {
            let head = (*head)?;
            let number = 1 + self.shown.iter().position(|one| *one == head)?;
            let before = several[..at].iter().filter(|other| **other == Some(head)).count();
            let all = several.iter().filter(|other| **other == Some(head)).count();
            Some((number, (all > 1).then_some(before + 1)))
        };
        several.iter().enumerate().map(one).collect()
    }
}

/// One facet: a table, or one for each set; of who is alone in a set no number, since nothing is on a scale with it.
fn facet(
    title: &str,
    estimates: &Estimates,
    sets: &[Vec<String>],
    numbers: &[Option<(usize, Option<usize>)>],
) -> String {
    let row = |name: &String| {
        let figure = |of: Option<f64>| of.map_or_else(String::new, |value| decimal(value, 2));
        [name.clone(), figure(estimates.est.get(name)), figure(estimates.sd.get(name))]
    };
    let told = |set: &[String]| table([title, "logits", "sd"], &set.iter().map(row).collect::<Vec<_>>(), "");
    if let [all] = sets {
        return told(all) + "\n";
    }
    let mut text = String::new();
    let mut several: Vec<_> = numbers.iter().zip(sets).filter(|(_, set)| set.len() > 1).collect();
    several.sort_by_key(|(number, _)| **number);
    for (number, set) in several {
        let called = match number {
            None => String::new(),
            Some((number, None)) => format!("Set {number}: "),
            Some((number, Some(part))) => format!("Set {number}, part {part}: "),
        };
        text += &heading(&format!("{called}{title}, on a scale of this set's own"));
        text += &told(set);
    }
    let alone: Vec<&str> = sets.iter().filter(|set| set.len() == 1).flatten().map(String::as_str).collect();
    if !alone.is_empty() {
        text += &heading(&format!("On no scale with anybody else: {title}"));
        text += &indented(&format!("{}\n", alone.join(", ")));
    }
    text + "\n"
}
