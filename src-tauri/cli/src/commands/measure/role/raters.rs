//! Drift and the rater's own mirror of a role.

use assay_domain::measure::drift::Way;
use assay_engine::measures::{self, DriftEffect, DriftFigures, ScaleMirror};

use super::with;
use crate::commands::measure::drift::HEADINGS;
use crate::commands::measure::mirror::{figures, levels_given};
use crate::failure::Result;
use crate::names;
use crate::output::{Answer, heading, table};
use crate::session::Session;

/// `measure drift --role`.
pub fn drift(session: &Session, role: &str) -> Result<Answer> {
    let role = names::role(session, role)?;
    let found = measures::drift(&session.store, session.viewer, session.now(), role.id)?;
    let mut text = format!("{}\n\n{}\n", found.role_title, with(&found.basis, &found.left_out));
    text += &heading("All raters together");
    text += &drifting(&found.all);
    text += &heading("You");
    text += &found
        .own
        .as_ref()
        .map_or_else(|| "You have rated nobody whom somebody else rated too.\n".into(), drifting);
    Ok(Answer::of("drift", &found, text))
}

fn drifting(found: &DriftFigures) -> String {
    let row = |name: &str, way: Way, effect: &Option<DriftEffect>| match effect {
        None => {
            let why = way.unknown(&found.unordered, &found.untold, &found.too_wide);
            [name.to_owned(), why.into(), String::new(), String::new(), String::new()]
        }
        Some(one) => {
            let ends = format!("{:+.3} to {:+.3}", one.interval.0, one.interval.1);
            let chance = one.chance.clone();
            [name.to_owned(), format!("{:+.3}", one.estimate), ends, one.interviews.to_string(), chance]
        }
    };
    let rows = [
        row("per interview", Way::OverOrder, &found.over_order),
        row("per point of the candidate before", Way::Contrast, &found.contrast),
        row("per scorecard marked", Way::OverMarking, &found.over_marking),
        row("after the debrief less before", Way::AfterDebrief, &found.after_debrief),
    ];
    format!("{}\n{}", found.sentence, table(HEADINGS, &rows, ""))
}

/// `measure mirror --role`.
pub fn mirror(session: &Session, role: &str) -> Result<Answer> {
    let role = names::role(session, role)?;
    let found = measures::mirror(&session.store, session.viewer, session.now(), Some(role.id))?;
    let mut text = format!("{}\n\n{}\n", found.name, with(&found.sentence, &found.left_out));
    for scale in &found.scales {
        text += &mirrored(scale);
    }
    Ok(Answer::of("mirror", &found, text))
}

fn mirrored(scale: &ScaleMirror) -> String {
    format!(
        "\n{} scorecards on {} levels. {}\n\n{}",
        scale.interviews,
        scale.levels,
        levels_given(&scale.used),
        figures(&scale.own, scale.others.as_ref())
    )
}
