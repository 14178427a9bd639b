//! A score unfolded: the plan's weights, each assessment's raters and criteria, down to the levels (law 2).

use assay_domain::document::{Cell, Column, Document, Table};
use assay_domain::words::{counted, decimal, percent};

use super::words::{UNASSESSED, exact, level};
use crate::debriefs::{ExplainedAssessment, Explanation};
use crate::scorecards::Scorecard;

/// The sum of an application: how its assessments make its score, then each assessment by itself.
///
/// `heading` is the level of the assessments' headings.
pub fn write(document: &mut Document, explanation: &Explanation, heading: u8) {
    document.say(&explanation.sentence);
    document.table(assessments(explanation));
    if explanation.total.raw.is_some() {
        document.aside(format!("How sure: {}", explanation.total.sentence));
    }
    for part in explanation.parts.iter().filter(|part| !part.scorecards.is_empty()) {
        document.heading(heading, &part.title);
        one(document, part);
    }
}

fn assessments(explanation: &Explanation) -> Table {
    let columns = vec![
        Column::words("Assessment", 2.6),
        Column::figures("Weight in the plan", 1.5),
        Column::figures("Weight used", 1.0),
        Column::figures("Score", 1.1),
        Column::figures("Weight × score", 1.2),
        Column::figures("Assessed", 1.0),
    ];
    let mut table = Table::new(columns);
    for part in &explanation.parts {
        let term = part.score.map(|score| part.weight_used * score);
        table.row([
            part.title.as_str().into(),
            format!("{}%", part.weight).into(),
            percent(part.weight_used).into(),
            Cell::or(exact(part.score), UNASSESSED),
            Cell::or(exact(term), UNASSESSED),
            percent(part.coverage).into(),
        ]);
    }
    let sum = exact(explanation.score).unwrap_or_else(|| UNASSESSED.into());
    let coverage = percent(explanation.coverage);
    table.row([
        Cell::strong("Score, 1 to 5"),
        "100%".into(),
        Cell::default(),
        Cell::default(),
        Cell::strong(sum),
        coverage.into(),
    ]);
    table
}

/// One assessment: levels by criterion and rater, and how they make its score.
fn one(document: &mut Document, part: &ExplainedAssessment) {
    let cards: Vec<&Scorecard> = part.counted().collect();
    document.table(levels(part, &cards));
    if !part.versions.is_empty() {
        document.aside(&part.versions);
    }
    for card in &cards {
        document.say(rater_sum(part, card));
    }
    if let (Some(score), true) = (part.score, cards.len() > 1) {
        document.say(format!(
            "{} is the mean of the {} raters, each counting once.",
            decimal(score, 2),
            cards.len()
        ));
    }
    let left = part.scorecards.len() - cards.len();
    if left > 0 {
        document.aside(format!(
            "{} rated by another rubric or scale: shown below, and not in this score.",
            counted(left, "scorecard", "scorecards")
        ));
    }
    let gaps: Vec<&str> = part
        .criteria
        .iter()
        .filter(|criterion| criterion.gap.is_some_and(|gap| gap >= 2))
        .map(|criterion| criterion.title.as_str())
        .collect();
    if !gaps.is_empty() {
        document.lead("Raters differ by two levels or more:", format!("{}.", gaps.join(", ")));
    }
}

fn levels(part: &ExplainedAssessment, cards: &[&Scorecard]) -> Table {
    let total: u32 =
        part.criteria.iter().filter(|one| one.version.is_none()).map(|criterion| criterion.weight).sum();
    let mut columns = vec![Column::words("Criterion", 3.0), Column::figures("Weight", 0.8)];
    columns.extend(cards.iter().map(|card| Column::figures(&card.interview.person_name, 1.2)));
    columns.push(Column::figures("Mean", 1.0));
    let mut table = Table::new(columns);
    for criterion in &part.criteria {
        let own = |card: &&Scorecard| {
            Cell::or(given(card, &criterion.criterion).map(|it| it.to_string()), UNASSESSED)
        };
        let weight = match criterion.version {
            None => format!("{} of {total}", criterion.weight),
            Some(version) => format!("{}, version {version} only", criterion.weight),
        };
        let head: [Cell; 2] = [criterion.title.as_str().into(), weight.into()];
        let mean = Cell::or(exact(criterion.mean), UNASSESSED);
        table.row(head.into_iter().chain(cards.iter().map(own)).chain([mean]));
    }
    let own = |card: &&Scorecard| Cell::or(exact(card.score), UNASSESSED);
    let head = [Cell::strong("Score, 1 to 5"), Cell::default()];
    let mean = Cell::strong(exact(part.score).unwrap_or_else(|| UNASSESSED.into()));
    table.row(head.into_iter().chain(cards.iter().map(own)).chain([mean]));
    table
}

/// What one rater's score is made of: weights times levels.
fn rater_sum(part: &ExplainedAssessment, card: &Scorecard) -> String {
    let name = &card.interview.person_name;
    let rated: Vec<(u32, u8)> = part
        .criteria
        .iter()
        .flat_map(|criterion| &criterion.ratings)
        .filter(|rating| rating.person == *name)
        .filter_map(|rating| Some((rating.weight, level(rating.level)?)))
        .collect();
    let weight: u32 = rated.iter().map(|(weight, _)| weight).sum();
    let Some(score) = card.score.filter(|_| weight > 0) else {
        return format!("{name} assessed nothing here, so there is no score of theirs.");
    };
    let terms: Vec<String> = rated.iter().map(|(weight, level)| format!("{weight} × {level}")).collect();
    let scaled = match part.levels {
        5 => String::new(),
        levels => format!(
            ", brought from 1–{levels} to the scale of 1 to 5 by 1 + 4 (y − 1) / {}",
            levels.max(2) - 1
        ),
    };
    let share = percent(card.coverage);
    format!(
        "{name}: {} = ({}) / {weight}{scaled}. {share} of the rubric's weight was assessed.",
        decimal(score, 2),
        terms.join(" + ")
    )
}

/// The level that a scorecard gives a criterion.
fn given(card: &Scorecard, criterion: &str) -> Option<u8> {
    let rating = card.ratings.iter().find(|rating| rating.criterion == criterion)?;
    level(rating.level)
}
