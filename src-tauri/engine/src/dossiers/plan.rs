//! The plan and its rubrics in a document: versions, weights and their reasons.

use std::collections::BTreeSet;

use assay_domain::document::{Cell, Column, Document, Table};
use assay_domain::rubric::Rubric;

use super::words::day;
use crate::debriefs::Explanation;
use crate::plans::{Plan, PlanVersion};
use crate::rubrics::Shelf;
use crate::store::hex;
use crate::{Result, rubrics};

/// Hexadecimal digits of a rubric's hash that are enough to tell texts apart.
const SHORT: usize = 16;

/// The plan with its versions, then the rubrics: the plan's, and others that scorecards used.
pub fn write(
    document: &mut Document,
    shelf: &mut Shelf<'_>,
    plan: &Plan,
    versions: &[PlanVersion],
    used: impl IntoIterator<Item = (String, u32)>,
) -> Result<()> {
    document.heading(1, format!("The plan, version {}", plan.version));
    document.table(assessments(plan));
    document.lead("The candidate's time in all:", format!("{} minutes.", plan.candidate_minutes()));
    plan.questions().into_iter().for_each(|question| document.say(question));
    document.table(history(versions));
    document.heading(1, "Rubrics");
    document.aside(
        "A rubric version never changes once a scorecard used it. Its hash is that of its canonical text: the same in every \
         workspace that holds this version.",
    );
    let planned = plan.assessments.iter().map(|one| (one.rubric_id.clone(), one.rubric_version));
    let named: BTreeSet<(String, u32)> = planned.chain(used).collect();
    for (id, version) in named {
        one_rubric(document, shelf.get(&id, version)?.as_ref());
    }
    Ok(())
}

/// That weights were changed after scorecards were in, where they were.
pub fn weights_changed(document: &mut Document, versions: &[PlanVersion]) {
    for one in versions {
        document.say(&one.weights);
    }
}

/// The rubric versions that scorecards were rated by.
pub fn used(explained: &[Explanation]) -> impl Iterator<Item = (String, u32)> {
    let cards = explained.iter().flat_map(|one| &one.parts).flat_map(|part| &part.scorecards);
    cards.map(|card| (card.rubric_id.clone(), card.rubric_version))
}

fn assessments(plan: &Plan) -> Table {
    let columns = vec![
        Column::words("Assessment", 1.8),
        Column::figures("Weight", 0.7),
        Column::words("Why it weighs that much", 3.0),
        Column::figures("Minutes", 0.8),
        Column::words("Rubric and kit", 2.2),
    ];
    let mut table = Table::new(columns);
    for one in &plan.assessments {
        let kit = match &one.kit {
            Some(kit) => format!("; kit {}, version {}", one.kit_title, kit.version),
            None => String::new(),
        };
        table.row([
            Cell::strong(&one.title),
            format!("{}%", one.weight).into(),
            one.weight_reason.as_str().into(),
            one.minutes.to_string().into(),
            format!("{}, version {}{kit}", one.rubric_title, one.rubric_version).into(),
        ]);
    }
    table
}

fn history(versions: &[PlanVersion]) -> Table {
    let columns = vec![
        Column::figures("Version", 0.7),
        Column::words("Since", 1.0),
        Column::words("By", 1.4),
        Column::words("Why", 4.0),
    ];
    let mut table = Table::new(columns);
    for one in versions {
        let why = if one.reason.is_empty() { "the first" } else { &one.reason };
        table.row([one.version.to_string().into(), day(one.at).into(), one.by.as_str().into(), why.into()]);
    }
    table
}

fn one_rubric(document: &mut Document, rubric: &Rubric) {
    let hash = hex(&rubrics::hash(rubric));
    let short = hash.get(..SHORT).unwrap_or(&hash);
    document.heading(2, format!("{}, version {}", rubric.title, rubric.version));
    document.aside(format!("{}, {} levels, hash {short}…", rubric.id, rubric.levels));
    let columns = vec![
        Column::words("Criterion", 1.8),
        Column::figures("Weight", 0.8),
        Column::words("Why it weighs that much", 4.0),
    ];
    let (mut table, total) = (Table::new(columns), rubric.total_weight());
    for criterion in &rubric.criteria {
        table.row([
            Cell::strong(&criterion.title),
            format!("{} of {total}", criterion.weight).into(),
            criterion.weight_reason.as_str().into(),
        ]);
    }
    document.table(table);
}
