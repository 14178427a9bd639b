//! `assay debrief`: the candidates of a role side by side.

mod absences;
mod beside;
mod competencies;
mod disagreements;
mod explain;
mod flags;
mod one;

use assay_domain::words::{decimal, range};
use assay_engine::debriefs::{self, Debrief as Told, DebriefCell, DebriefRow, RoleDisagreements};
use assay_engine::plans::PlanVersion;
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, heading, list_or, percent, score, table};
use crate::session::Session;

/// Arguments of `debrief`.
#[derive(Debug, Args)]
pub struct Debrief {
    /// Title or id
    role: String,
    /// Under an earlier version of the plan
    #[arg(long, value_name = "N")]
    plan_version: Option<u32>,
    /// Open one application's score down to the ratings, notes and weights: its id, or its candidate
    #[arg(long, value_name = "APPLICATION", group = "part")]
    explain: Option<String>,
    /// Where raters differ, the widest first, with what each of them wrote and cited
    #[arg(long, group = "part")]
    disagreements: bool,
    /// Candidates by competencies
    #[arg(long, group = "part")]
    competencies: bool,
    /// Two to four candidates side by side, with every rater's note
    #[arg(long, num_args = 2..=4, value_name = "APPLICATION", group = "part")]
    compare: Vec<String>,
    /// Every red flag with its evidence
    #[arg(long, group = "part")]
    flags: bool,
    /// Interviews that are missing, still open or were cancelled
    #[arg(long, group = "part")]
    missing: bool,
    /// Walk through the debrief of one application: its evidence, then its ratings
    #[arg(long, value_name = "APPLICATION", group = "part")]
    of: Option<String>,
    /// Open the debrief of one application: later versions of its scorecards say that they came after
    #[arg(long, value_name = "APPLICATION", group = "part")]
    open: Option<String>,
}

/// Shows it, or a part of it.
pub fn run(session: &Session, args: &Debrief) -> Result<Answer> {
    let application = |text: &String| names::application(session, text, Some(&args.role));
    if let Some(text) = &args.explain {
        return explain::run(session, application(text)?, args.plan_version);
    }
    if let Some(text) = &args.of {
        return one::run(session, application(text)?);
    }
    if let Some(text) = &args.open {
        return one::open(session, application(text)?);
    }
    let role = names::role(session, &args.role)?;
    match args {
        Debrief { disagreements: true, .. } => disagreements::run(session, role.id),
        Debrief { competencies: true, .. } => competencies::run(session, role.id, args.plan_version),
        Debrief { flags: true, .. } => flags::run(session, role.id),
        Debrief { missing: true, .. } => absences::run(session, role.id),
        Debrief { compare, .. } if !compare.is_empty() => {
            let chosen = compare.iter().map(application).collect::<Result<Vec<_>>>()?;
            beside::run(session, role.id, &chosen, args.plan_version)
        }
        _ => {
            let debrief =
                debriefs::role(&session.store, session.viewer, session.now(), role.id, args.plan_version)?;
            let differ = debriefs::disagreements(&session.store, session.viewer, session.now(), role.id)?;
            let answer = Answer::of("debrief", &debrief, shown(&debrief, &differ));
            let answer = answer.with("disagreements_plan_version", &newest(&debrief));
            Ok(disagreements::with(answer.with("disagreements", &differ.disagreements), &differ))
        }
    }
}

/// That weights were changed after scorecards were in, where they were.
fn weights_changed(versions: &[PlanVersion]) -> String {
    let told = versions.iter().filter(|one| !one.weights.is_empty());
    told.map(|one| format!("{}\n", one.weights)).collect()
}

/// The newest version of the plan: where raters differ is told of it alone.
fn newest(debrief: &Told) -> u32 {
    debrief.plan_versions.iter().map(|one| one.version).fold(debrief.plan.version, u32::max)
}

/// What raters wrote where they differ stands before any score, as a debrief is held.
fn shown(debrief: &Told, differ: &RoleDisagreements) -> String {
    let plan = &debrief.plan;
    let mut text = format!("{}, plan version {}\n", debrief.role.title, plan.version);
    text += &weights_changed(&debrief.plan_versions);
    text += &heading(if newest(debrief) > plan.version {
        "WHERE RATERS DIFFER, UNDER THE NEWEST PLAN"
    } else {
        "WHERE RATERS DIFFER"
    });
    text += &disagreements::widest(differ);
    text += &heading("RATINGS");
    text += &ratings(&debrief.rows);
    text += &format!("\n{}\n", debrief.order_note);
    for (index, one) in plan.assessments.iter().enumerate() {
        text += &heading(&format!("{} ({}%)", one.title, one.weight));
        let cells = |row: &DebriefRow| Some(cell(&row.candidate_name, row.closed, row.cells.get(index)?));
        let rows: Vec<_> = debrief.rows.iter().filter_map(cells).collect();
        text += &table(["candidate", "score", "assessed", "raters", "spread", ""], &rows, "None.");
    }
    text
}

const CLOSED: &str = "closed to you: open interview";

/// The interval is that of the corrected score, which stands before it where anything is corrected.
fn ratings(rows: &[DebriefRow]) -> String {
    let all: Vec<[String; 10]> = rows.iter().map(row).collect();
    if rows.iter().any(|one| one.corrected.is_some()) {
        let headings = [
            "band",
            "candidate",
            "stage",
            "score",
            "corrected",
            "95% of corrected",
            "assessed",
            "flags",
            "open",
            "decision",
        ];
        return table(headings, &all, "No applications.");
    }
    let all: Vec<[String; 9]> = all
        .into_iter()
        .map(|[band, name, stage, score, _, ends, assessed, flags, open, decision]| {
            [band, name, stage, score, ends, assessed, flags, open, decision]
        })
        .collect();
    let headings = ["band", "candidate", "stage", "score", "95%", "assessed", "flags", "open", "decision"];
    table(headings, &all, "No applications.")
}

fn row(one: &DebriefRow) -> [String; 10] {
    let open = one.interviews_open.to_string();
    let (name, stage) = (one.candidate_name.clone(), one.stage_title.clone());
    if one.closed {
        let none = String::new;
        return [none(), name, stage, CLOSED.into(), none(), none(), none(), none(), open, none()];
    }
    let decision = one.decision.map_or_else(|| "none yet".into(), |kind| kind.to_string());
    let flags = one.flags.map_or_else(|| "unknown".into(), |flags| flags.to_string());
    let interval = one.interval.map_or_else(|| "unknown".into(), |interval| range(interval, 1));
    [
        list_or(one.bands.iter().map(|band| band + 1), "none"),
        name,
        stage,
        score(one.score),
        one.corrected.map_or_else(String::new, |corrected| score(Some(corrected))),
        interval,
        percent(one.coverage),
        flags,
        open,
        decision,
    ]
}

fn cell(name: &str, closed: bool, cell: &DebriefCell) -> [String; 6] {
    if closed {
        let none = String::new;
        return [name.into(), CLOSED.into(), none(), none(), none(), none()];
    }
    let raters = cell.raters.iter().map(|one| {
        let mark = if one.independent { "" } else { " (not independent)" };
        format!("{} {}{mark}", one.name, score(one.score))
    });
    let spread = cell.spread.map_or_else(|| "too few".into(), |spread| spread_text(spread, cell));
    let gap = if cell.gap == Some(true) { "GAP: two levels or more on a criterion" } else { "" };
    [
        name.into(),
        score(cell.score),
        percent(cell.coverage),
        list_or(raters, "nobody yet"),
        spread,
        gap.into(),
    ]
}

/// How far raters are apart: to one decimal, but to two where the scores beside it would say something else.
fn spread_text(spread: f64, cell: &DebriefCell) -> String {
    let shown = cell.raters.iter().filter_map(|one| decimal(one.score?, 1).parse::<f64>().ok());
    let (low, high) = shown.fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one), high.max(one)));
    let (beside, short) = (decimal(high - low, 1), decimal(spread, 1));
    if beside == short { short } else { decimal(spread, 2) }
}
