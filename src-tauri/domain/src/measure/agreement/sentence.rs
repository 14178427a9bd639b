//! Agreement in a sentence for people.

use super::table::Table;

/// On average at most this many levels apart, and two raters are said to see the same.
const SAME: f64 = 0.5;
/// With fewer common ratings no more is said.
const FEW: usize = 20;

/// What the table says in plain words. `step` is the distance of two levels of the scale.
pub fn sentence(table: &Table, step: f64) -> String {
    let raters: Vec<usize> =
        (0..table.rows.len()).filter(|rater| table.rows[*rater].iter().any(Option::is_some)).collect();
    let met = |a: usize, b: usize| !table.common(a, b).is_empty();
    if !raters.iter().any(|a| raters.iter().any(|b| a != b && met(*a, *b))) {
        return "No two interviewers rated the same: agreement cannot be computed.".to_owned();
    }
    if table.values().len() == 1 {
        return "Every score is equal: agreement cannot be computed.".to_owned();
    }
    let same = largest(&raters, |a, b| close(table, a, b, step));
    let all = raters.len();
    let who = match (same, all) {
        (_, 2) if same == 2 => "Both interviewers see the same".to_owned(),
        (_, 2) => "The two interviewers do not see the same".to_owned(),
        _ if same == all => format!("All {} interviewers see the same", word(all)),
        _ if same < 2 => format!("No two of {} interviewers see the same", word(all)),
        _ => format!("{} of {} interviewers see the same", capital(&word(same)), word(all)),
    };
    let common = table.pairable();
    let what =
        if same < 2 { "on average more than half a level apart" } else { "on average within half a level" };
    let rest = if common < FEW { "; too few interviews to say more" } else { "" };
    format!("{who} ({what}, over {common} common ratings){rest}.")
}

/// On average within half a level on what both rated.
fn close(table: &Table, a: usize, b: usize, step: f64) -> bool {
    let common = table.common(a, b);
    let apart: f64 = common.iter().map(|(x, y)| (x - y).abs()).sum();
    !common.is_empty() && apart / common.len() as f64 <= SAME * step
}

/// Size of a large set in which each pair is alike: grown from each rater in turn.
fn largest(raters: &[usize], alike: impl Fn(usize, usize) -> bool) -> usize {
    let grow = |first: &usize| {
        let mut set = vec![*first];
        for other in raters {
            if !set.contains(other) && set.iter().all(|one| alike(*one, *other)) {
                set.push(*other);
            }
        }
        set.len()
    };
    raters.iter().map(grow).max().unwrap_or(0)
}

fn word(count: usize) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    words.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
