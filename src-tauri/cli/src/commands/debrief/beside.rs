//! `assay debrief --compare`.

use assay_domain::ids::{ApplicationId, RoleId};
use assay_domain::words::counted_many;
use assay_engine::debriefs::{self, Explanation, Side, SideBySide};

use super::flags;
use crate::failure::Result;
use crate::output::{Answer, heading, indented, level, percent, score};
use crate::session::Session;

/// Two to four candidates side by side.
pub fn run(
    session: &Session,
    role: RoleId,
    chosen: &[ApplicationId],
    plan_version: Option<u32>,
) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let found = debriefs::beside(store, viewer, session.now(), role, chosen, plan_version)?;
    Ok(Answer::of("side_by_side", &found, shown(&found)))
}

fn shown(found: &SideBySide) -> String {
    let mut text = format!("Plan version {}\n{}\n", found.plan.version, found.pairs.join("\n"));
    text += &heading("Total");
    text += &indented(&lines(&found.sides, |side| {
        format!("{}, {} assessed", score(side.row.score), percent(side.row.coverage))
    }));
    for (index, one) in found.competencies.iter().enumerate() {
        text += &heading(&one.title);
        text += &indented(&lines(&found.sides, |side| {
            let cell = side.competencies.cells.get(index);
            format!(
                "{} ({})",
                score(cell.and_then(|cell| cell.score)),
                counted_many(cell.map_or(0, |cell| cell.ratings), "ratings")
            )
        }));
    }
    for (index, one) in found.plan.assessments.iter().enumerate() {
        text += &heading(&format!("{} ({}%)", one.title, one.weight));
        text +=
            &indented(&found.sides.iter().map(|side| notes(&side.explanation, index)).collect::<String>());
    }
    for flag in found.sides.iter().flat_map(|side| &side.flags) {
        text += &flags::shown(flag);
    }
    text
}

fn lines(sides: &[Side], say: impl Fn(&Side) -> String) -> String {
    sides.iter().map(|side| format!("{}: {}\n", side.row.candidate_name, say(side))).collect()
}

/// What one candidate was given in one assessment, criterion by criterion, rater by rater.
fn notes(explanation: &Explanation, index: usize) -> String {
    let Some(part) = explanation.parts.get(index) else { return String::new() };
    let mut text = format!("{}: {}\n", explanation.candidate_name, score(part.score));
    for criterion in &part.criteria {
        for rating in &criterion.ratings {
            let note = rating.note.split_whitespace().collect::<Vec<_>>().join(" ");
            text += &format!("  {}, {}: {}  {note}\n", criterion.title, rating.person, level(rating.level));
        }
    }
    text
}
