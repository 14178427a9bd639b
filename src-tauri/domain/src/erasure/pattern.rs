//! Thousands of words looked for in a text at once.

use std::collections::HashMap;

use super::fold::{Folded, Joint, Standing};

/// One word that is looked for, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: Vec<char>,
    joint: Joint,
    /// Only where the text has it with a capital letter.
    capital: bool,
    /// Which of the words that are looked for it is.
    word: usize,
    standing: Standing,
}

/// Where a pattern stands: up to `end`, by its rule, and which word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub end: usize,
    pub joint: Joint,
    pub word: usize,
}

impl Pattern {
    /// Of a text that is folded already. A space in it stands for any white space, and for the forms that white space takes in
    /// addresses and escapes.
    pub fn new(text: Vec<char>, joint: Joint, capital: bool, word: usize) -> Self {
        Self { text, joint, capital, word, standing: Standing::Anywhere }
    }

    /// The same, looked for in some places only.
    pub fn standing(self, standing: Standing) -> Self {
        Self { standing, ..self }
    }

    /// Where it ends if it stands from `at` to `end` as whole words.
    fn ends(&self, folded: &Folded, at: usize, end: usize) -> Option<usize> {
        let end = if self.joint == Joint::Beginning { folded.word_end(end) } else { end };
        let whole = folded.boundary(at) && folded.boundary(end) && folded.stands(at, end, self.standing);
        (whole && !folded.joined_before(at, self.joint) && !folded.joined_after(end, self.joint))
            .then_some(end)
    }
}

/// Patterns by how they begin, each list in the order of its texts: nearly all begin otherwise than a place of a text, and those
/// that begin alike, as the addresses of a site do, are narrowed down letter by letter.
#[derive(Clone, Debug, Default)]
pub struct Patterns(HashMap<Beginning, Vec<Pattern>>);

impl Patterns {
    /// Those of them that are not empty.
    pub fn of(patterns: impl Iterator<Item = Pattern>) -> Self {
        let mut all: HashMap<Beginning, Vec<Pattern>> = HashMap::new();
        for one in patterns {
            if let Some(beginning) = Beginning::of_pattern(&one.text) {
                all.entry(beginning).or_default().push(one);
            }
        }
        for same in all.values_mut() {
            same.sort_by(|a, b| a.text.cmp(&b.text));
            let of = |one: &Pattern| (one.joint, one.capital, one.standing);
            same.dedup_by(|a, b| a.text == b.text && of(a) == of(b));
        }
        Self(all)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one that goes furthest from a place; `capital` says whether a capital letter stands there.
    pub fn longest_at(&self, folded: &Folded, at: usize, capital: impl Fn() -> bool) -> Option<Hit> {
        let mut longest: Option<Hit> = None;
        let mut meet = |pattern: &Pattern, end: usize| {
            if pattern.capital && !capital() {
                return;
            }
            let ends = pattern.ends(folded, at, end).filter(|end| longest.is_none_or(|far| *end >= far.end));
            longest = ends.map(|end| Hit { end, joint: pattern.joint, word: pattern.word }).or(longest);
        };
        for same in Beginning::all_at(&folded.chars[at..]).filter_map(|beginning| self.0.get(&beginning)) {
            narrow(same, 0, folded, at, &mut meet);
        }
        longest
    }
}

/// Meets the patterns that stand in the text up to `at`, of those that agree with it in their first `depth` letters.
fn narrow(
    patterns: &[Pattern],
    depth: usize,
    folded: &Folded,
    at: usize,
    meet: &mut impl FnMut(&Pattern, usize),
) {
    let (done, rest) = patterns.split_at(patterns.partition_point(|one| one.text.len() <= depth));
    done.iter().for_each(|one| meet(one, at));
    if rest.is_empty() {
        return;
    }
    let mut go_on = |wanted: char, next: usize| {
        let from = rest.partition_point(|one| one.text[depth] < wanted);
        let to = rest.partition_point(|one| one.text[depth] <= wanted);
        narrow(&rest[from..to], depth + 1, folded, next, meet);
    };
    if let Some(letter) = folded.chars.get(at).filter(|letter| **letter != ' ') {
        go_on(*letter, at + 1);
    }
    if let Some(next) = folded.skip_space(at) {
        go_on(' ', next);
    }
}

/// How a pattern begins: its first three characters, or the first where a space stands among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Beginning {
    One(char),
    Three([char; 3]),
}

impl Beginning {
    fn of_pattern(text: &[char]) -> Option<Self> {
        match text {
            [a, b, c, ..] if ![a, b, c].contains(&&' ') => Some(Self::Three([*a, *b, *c])),
            [a, ..] => Some(Self::One(*a)),
            [] => None,
        }
    }

    fn all_at(text: &[char]) -> impl Iterator<Item = Self> {
        let three = if let [a, b, c, ..] = text { Some(Self::Three([*a, *b, *c])) } else { None };
        three.into_iter().chain(text.first().map(|a| Self::One(*a)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_that_begin_alike_only_those_that_go_on_alike_are_compared() {
        let text = |text: &str| text.chars().collect::<Vec<char>>();
        let many = (0..10_000).map(|number| format!("github.com/z{number:05}"));
        let all = many.chain(["github.com/ilse".to_owned(), "github.com/ilse fixture".to_owned()]);
        let patterns = Patterns::of(all.map(|one| Pattern::new(text(&one), Joint::Letters, false, 0)));
        let folded = Folded::of("see github.com/ilse%20 fixture, github.com/ilse");
        assert_eq!(patterns.longest_at(&folded, 4, || false).map(|hit| hit.end), Some(30), "with its space");
        assert_eq!(patterns.longest_at(&folded, 32, || false).map(|hit| hit.end), Some(47));
        let same = &patterns.0[&Beginning::Three(['g', 'i', 't'])];
        let mut met = 0;
        narrow(same, 0, &folded, 4, &mut |_, _| met += 1);
        assert_eq!(met, 2, "the others end with the site");
    }
}
